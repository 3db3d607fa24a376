//! Arabic.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

/// The text of a message.
pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "المشاريع",
        Message::SearchLabel => "البحث في المشاريع",
        Message::SearchPlaceholder => "العناوين والأهداف والشركاء…",
        Message::SearchTips => "نصائح البحث",
        Message::TipPhraseExample => "\"حقوق الإنسان\"",
        Message::TipPhrase => "يجد هاتين الكلمتين متجاورتين",
        Message::TipExclusionExample => "حقوق -أطفال",
        Message::TipExclusion => "يستبعد المشاريع التي تحتوي على الكلمة الثانية",
        Message::TipYear => "وحدها، تعرض مشاريع تلك السنة",
        Message::ShowYear => "عرض المشاريع الجارية في عام {year}",
        Message::ShowingResultsFor => "نتائج البحث عن {words}",
        Message::SearchInsteadFor => "البحث بدلًا من ذلك عن {words}",
        Message::SkipToResults => "الانتقال إلى المشاريع",
        Message::Theming => "الألوان: {theme}",
        Message::ThemeAuto => "كما في النظام",
        Message::ThemeLight => "فاتحة",
        Message::ThemeDark => "داكنة",

        Message::Filters => "عوامل التصفية",
        Message::CloseFilters => "إغلاق عوامل التصفية",
        Message::ClearAll => "مسح الكل",
        Message::NotStated => "غير مذكور",
        Message::Selection => "عوامل التصفية المختارة",
        Message::NothingNarrowed => "لا يوجد في القائمة اسم يتضمن هذا النص.",
        Message::NarrowLabel => "تضييق القائمة: {facet}",
        Message::NarrowPlaceholder => "البحث ضمن {count}",
        Message::ShowAllValues => "عرض الكل ({count})",
        Message::ShowFewerValues => "عرض أقل",
        Message::PreviousValues => "السابق",
        Message::NextValues => "التالي",
        Message::ValuesShown => "{first}–{last} من {count}",
        Message::FindFilter => "ابحث عن مرشح من بين {count}",
        Message::Remove => "إزالة {what}",
        Message::LeaveOut => "استبعاد {what}",
        Message::ValuesWithin => "ضمن {what}",
        Message::ValueOrder => "ترتيب القيم",
        Message::ByCount => "حسب عدد المشاريع",
        Message::ByName => "حسب الاسم",

        Message::Years => "السنوات",
        Message::From => "من",
        Message::To => "إلى",
        Message::AnyYear => "أي سنة",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "من {date}",
        Message::SinceDate => "منذ {date}",
        Message::UntilDate => "حتى {date}",

        Message::Sort => "الترتيب حسب",
        Message::SortNewest => "الأحدث أولًا",
        Message::SortOldest => "الأقدم أولًا",
        Message::SortEnding => "الأحدث انتهاءً أولًا",
        Message::SortTitle => "العنوان",
        Message::SortRelevance => "الأكثر صلة",
        Message::Views => "طرق العرض",
        Message::ViewCards => "بطاقات",
        Message::ViewTable => "جدول",
        Message::ViewFigures => "أرقام",
        Message::ViewNetwork => "شبكة",
        Message::ViewCompare => "مقارنة",
        Message::NoResults => "لا يوجد مشروع يستوفي كل هذه الشروط.",
        Message::NoResultsAdvice => "أزل أحد عوامل التصفية أو امسحها كلها.",
        Message::NoProjects => "لا تتضمن هذه المحفظة أي مشروع بعد.",

        Message::Country => "البلد",
        Message::Donor => "الجهة المانحة",
        Message::ImplementingAgency => "الجهة المنفذة",
        Message::Partner => "الشريك",
        Message::Theme => "الموضوع",
        Message::Status => "الحالة",
        Message::StatusPlanned => "مخطط له",
        Message::StatusOngoing => "جارٍ",
        Message::StatusCompleted => "مكتمل",
        Message::StatusSuspended => "معلّق",
        Message::StatusCancelled => "ملغى",

        Message::InCountry => "في",
        Message::ByDonor => "بتمويل من",
        Message::ByImplementing => "بتنفيذ من",
        Message::WithPartner => "بالشراكة مع",
        Message::OnTheme => "في موضوع",
        Message::OfStatus => "· الحالة:",
        Message::WithField => "· {field}:",
        Message::NotInCountry => "ليس في",
        Message::NotByDonor => "ليس بتمويل من",
        Message::NotByImplementing => "ليس بتنفيذ من",
        Message::NotWithPartner => "ليس بالشراكة مع",
        Message::NotOnTheme => "ليس في موضوع",
        Message::NotOfStatus => "· الحالة ما عدا:",
        Message::NotWithField => "· {field} ما عدا:",
        Message::Or => "أو",
        Message::Nor => "ولا",
        Message::Matching => "تطابق",
        Message::Running => "خلال الفترة",
        Message::Quoted => "«{text}»",

        Message::Objective => "الهدف",
        Message::Summary => "الملخص",
        Message::StatedDuration => "المدة المذكورة",
        Message::Countries => "المكان",
        Message::Donors => "الجهة المانحة",
        Message::Implementing => "التنفيذ",
        Message::Partners => "الشركاء",
        Message::Themes => "المواضيع",
        Message::Documents => "الوثائق",
        Message::Links => "الروابط",
        Message::Related => "مشاريع ذات صلة",
        Message::Remark => "ملاحظة",
        Message::ValueNotStated => "غير مذكور",
        Message::NoAddress => "دون عنوان إلكتروني",
        Message::Close => "إغلاق",
        Message::WholeRecord => "السجل الكامل",
        Message::WholeRecordOf => "السجل الكامل: {title}",
        Message::AllProjects => "جميع المشاريع",
        Message::InExplorer => "فتحه ضمن جميع المشاريع",
        Message::ShareAndEmbed => "المشاركة والتضمين",
        Message::ShareLink => "رابط",
        Message::ShareElement => "عنصر",
        Message::ShareFrame => "إطار مضمّن",
        Message::ShareLinkAdvice => "يقود إلى ما تراه الآن.",
        Message::ShareElementAdvice => "الصق السطرين حيث ينبغي أن تظهر المشاريع.",
        Message::ShareFrameAdvice => {
            "للمواقع التي لا تسمح بغير ذلك. حدّد ارتفاعًا حيث لا يُسمح بالنصوص البرمجية."
        }
        Message::ShareFilters => "مع ما هو مختار الآن",
        Message::ShareTheme => "الألوان",
        Message::ShareAsAround => "حسب السياق",
        Message::ShareHeight => "الارتفاع بالبكسل",
        Message::ShareOwnHeight => "تلقائي",
        Message::ShareCode => "للنسخ",
        Message::SharePreview => "معاينة",
        Message::Copied => "تم النسخ.",
        Message::PeriodNotStated => "الفترة غير مذكورة",
        Message::ListedAs => "مُدرج هنا باسم {name}",
        Message::PlaceInResults => "{at} من {of}",
        Message::NotInResults => "ليس بين المشاريع المعروضة",
        Message::Neighbours => "سجلات أخرى",
        Message::Previous => "المشروع السابق",
        Message::Next => "المشروع التالي",
        Message::InTime => "{period}؛ وتشمل القائمة {years}",
        Message::ListEnd => "{list} و{last}",
        Message::InCommon => "الأكثر اشتراكًا مع هذا المشروع",
        Message::AlsoIn => "أيضًا في {names}",
        Message::PaidForBy => "بتمويل من {donor}",
        Message::AlsoByDonor => "أيضًا بتمويل من {names}",
        Message::AlsoByImplementing => "أيضًا بتنفيذ من {names}",
        Message::AlsoWith => "أيضًا بالشراكة مع {names}",
        Message::AlsoOn => "أيضًا في موضوع {names}",
        Message::CopyLink => "نسخ الرابط",
        Message::LinkCopied => "نُسخ الرابط.",
        Message::CopyByHand => "لا يسمح المتصفح لهذه الصفحة بالنسخ: حدّد النص وانسخه يدويًا.",
        Message::Cite => "اقتباس",
        Message::PlainText => "نص عادي",
        Message::Accessed => "اطُّلع عليه في {date}",
        Message::ListUpdated => "حُدّثت في {date}",
        Message::NoDate => "د. ت.",
        Message::Copy => "نسخ",
        Message::CopyWhat => "نسخ: {what}",
        Message::CitationCopied => "نُسخ الاقتباس.",
        Message::Print => "طباعة",
        Message::PrintedFrom => "طُبع في {date} من {address}",
        Message::PrintedPart => "المطبوع: {projects}",
        Message::Compare => "مقارنة",
        Message::CompareThis => "مقارنة: {title}",
        Message::ComparisonFull => "يمكن مقارنة أربعة مشاريع على الأكثر.",
        Message::Title => "العنوان",
        Message::Period => "الفترة",
        Message::Columns => "الأعمدة",
        Message::TableCaption => "{projects}، مرتبة حسب: {order}",
        Message::OrderAscending => "{column}، أ–ي",
        Message::OrderDescending => "{column}، ي–أ",
        Message::ToCompare => "للمقارنة",
        Message::ChooseAnother => "اختر مشروعًا آخر للمقارنة.",
        Message::ClearComparison => "إفراغ",
        Message::ComparisonAdvice => {
            "اختر من مشروعين إلى أربعة مشاريع لعرضها جنبًا إلى جنب: اضغط «مقارنة» على بطاقاتها أو في الجدول أو في سجلاتها."
        }
        Message::ChooseProjects => "اختيار المشاريع",
        Message::AddAnother => "إضافة مشروع آخر",
        Message::SideBySide => "جنبًا إلى جنب",
        Message::SharedBy => "{count} من {of}",
        Message::AllShare => "تشترك كلها في — {list}",
        Message::NothingShared => "لا يوجد ما تشترك فيه كلها.",
        Message::ListSeparator => "، ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "المشاريع الجارية في كل سنة",
        Message::ProjectsInTime => "مدة كل مشروع",
        Message::Play => "تشغيل مرور السنوات",
        Message::Pause => "إيقاف مؤقت",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "عرض {count} أخرى (المتبقي {left})",
        Message::ShowEarlier => "عرض النتائج السابقة ({count})",
        Message::ShowResults => "عرض {projects}",

        Message::Map => "خريطة البلدان",
        Message::SmallMap => "خريطة: {names}",
        Message::MapHelp => {
            "تنقلك مفاتيح الأسهم بين البلدان، ويختار مفتاح الإدخال، ويغيّر مفتاحا الزائد والناقص مقياس الخريطة."
        }
        Message::Loading => "جارٍ التحميل…",
        Message::MapLoading => "جارٍ رسم الخريطة…",
        Message::TryAgain => "إعادة المحاولة",
        Message::ZoomIn => "تكبير",
        Message::ZoomOut => "تصغير",
        Message::FitToResults => "ملاءمة النتائج",
        Message::WholeMap => "الخريطة كاملة",
        Message::ZoomByWheel => "اضغط {key} مع تدوير عجلة الفأرة لتكبير الخريطة أو تصغيرها",
        Message::MoveByFingers => "حرّك الخريطة بإصبعين",
        Message::Elsewhere => "بلدان خارج إطار الخريطة",
        Message::Legend => "عدد المشاريع في كل بلد",
        Message::CountriesWith => "اختيار البلدان التي فيها: {projects}",
        Message::MapAsTable => "الخريطة في جدول",
        Message::MapTableCaption => "المشاريع في كل بلد وفق المرشّحات الأخرى، ونسبتها",
        Message::ProjectsColumn => "المشاريع",
        Message::ShareColumn => "النسبة",
        Message::SavePicture => "حفظ كصورة",
        Message::PictureSvg => "SVG (رسم)",
        Message::PicturePng => "PNG (نقاط)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "الحدود: Natural Earth.",
        Message::Disclaimer => "لا تعني الحدود والأسماء أي إقرار بها.",
        Message::DisclaimerDetails => {
            "لا تعني الحدود والأسماء الظاهرة على هذه الخريطة ولا التسميات المستخدمة فيها إقرارًا بها أو قبولًا لها من جانب الناشر. يحتفظ كل مشروع بالاسم الذي يستخدمه مصدره للبلد؛ وتجمعها عوامل التصفية بحسب رمز الأيزو تحت الاسم المستخدم حاليًا. الحدود: Natural Earth، بمقياس 1:50 مليون."
        }
        Message::AbsentFromMap => "غير ظاهرة على هذه الخريطة، لكنها في قائمة البلدان: {names}.",
        Message::PartFailed => "تعذر تحميل هذا الجزء ({reason}). كل ما عداه يعمل.",
        Message::MapFailed => {
            "تعذر تحميل حدود الخريطة ({reason}). كل ما عدا ذلك يعمل، ويمكن اختيار البلدان من القائمة."
        }
        Message::ReasonNetwork => "لم تستجب الشبكة",
        Message::ReasonDamaged => "الملف تالف",
        Message::ReasonStatus => "أجاب الخادم بالرمز {status}",

        Message::DataProblems => "تعذرت قراءة جزء من هذه المحفظة",
        Message::DataUnreadable => "تعذرت قراءة هذه المحفظة",
        Message::DataAdvice => {
            "يُعرض كل ما أمكنت قراءته. ويمكن للناشر تصحيح الملف في المواضع المذكورة أدناه."
        }
        Message::DataAdviceNothing => {
            "يمكن للناشر تصحيح الملف في الموضع المذكور أدناه. أعد تحميل الصفحة بعد ذلك."
        }
        Message::PlaceInFile => "{file}، السطر {line}، العمود {column}",
        Message::FurtherFindings => "{count} أخرى",

        Message::Notice => "عن هذا العنوان",
        Message::UnknownValue => {
            "يطلب العنوان «{value}» ضمن {facet}، وهو غير موجود في هذه المحفظة، فجرى تجاهله."
        }
        Message::IgnoredParameter => "يتضمن العنوان «{parameter}»، وهو بلا معنى، فجرى تجاهله.",
        Message::UnknownProject => "يطلب العنوان مشروعًا «{id}»، وهو غير موجود في هذه المحفظة.",
        Message::UnknownLanguage => "يطلب العنوان اللغة «{language}»، وهذه الصفحة غير متاحة بها.",
        Message::LanguageFailed => "تعذر تحميل نصوص اللغة المطلوبة ({language}): {reason}.",
        Message::Language => "اللغة",
        Message::AboutData => "عن هذه القائمة",
        Message::PublishedBy => "الناشر",
        Message::Source => "المصدر",
        Message::AboutAccessibility => "إمكانية الوصول إلى هذه الصفحة",
        Message::Licence => "الترخيص",
        Message::Updated => "آخر تحديث",

        Message::FigureProjects => "المشاريع",
        Message::FigureCountries => "البلدان والأقاليم",
        Message::FigureDonors => "الجهات المانحة",
        Message::FigureAgencies => "الجهات المنفذة",
        Message::FigurePartners => "الشركاء",
        Message::FigureBar => "{name}: {projects}، {share}",
        Message::Percent => "{number}%",
        Message::LessThanOnePercent => "أقل من 1%",
        Message::AllOfThem => "عرض الكل ({count})",
        Message::FewerOfThem => "عرض أقل",
        Message::FiguresNote => {
            "يُحتسب المشروع تحت كل قيمة من قيمه، لذا قد يزيد مجموع أرقام القائمة على الكل. النسب من المشاريع المعروضة."
        }
        Message::FiguresScale => {
            "لكل قائمة مقياسها الخاص بحسب أكبر قيمة فيها. والشريط الذي فيه فراغ أطول مما يظهر."
        }
        Message::FiguresYearNote => "اختر سنة، ثم سنة أخرى لتشمل كل السنوات بينهما.",
        Message::FiguresDownload => "تنزيل هذه الأرقام (CSV)",
        Message::ColumnFacet => "القائمة",
        Message::ColumnValue => "القيمة",
        Message::ColumnShare => "النسبة المئوية",
        Message::NetworkTitle => "من يعمل مع من",
        Message::NetworkHelp => {
            "أشر إلى منظمة لترى من تشترك معه في مشاريع. اخترها للتصفية بها. تنتقل مفاتيح الأسهم من منظمة إلى أخرى."
        }
        Message::NetworkTies => "تبين الخطوط أقوى روابط كل منظمة.",
        Message::NoOrganisations => "لا تذكر هذه المشاريع أي منظمة.",
        Message::ShowAs => "طريقة العرض",
        Message::AsDrawing => "رسم",
        Message::AsList => "قائمة",
        Message::SeveralRoles => "أكثر من دور",
        Message::OrganisationTold => "{name} ({roles}): {projects}، بالاشتراك مع {partners}.",
        Message::OrganisationAlone => "{name} ({roles}): {projects}، دون منظمة أخرى.",
        Message::WorksWith => "مع {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
        PluralMessage::Projects => forms!(
            zero: "{count} مشروع",
            one: "{count} مشروع",
            two: "{count} مشروعان",
            few: "{count} مشاريع",
            many: "{count} مشروعًا",
            other: "{count} مشروع",
        ),
        PluralMessage::ShownOf => forms!(
            zero: "{shown} من {count} مشروع",
            one: "{shown} من {count} مشروع",
            two: "{shown} من {count} مشروعين",
            few: "{shown} من {count} مشاريع",
            many: "{shown} من {count} مشروعًا",
            other: "{shown} من {count} مشروع",
        ),
        PluralMessage::Countries => forms!(
            zero: "{count} بلد أو إقليم",
            one: "{count} بلد أو إقليم",
            two: "{count} بلدان أو إقليمان",
            few: "{count} بلدان وأقاليم",
            many: "{count} بلدًا وإقليمًا",
            other: "{count} بلد وإقليم",
        ),
        PluralMessage::InCountries => forms!(
            zero: "في {count} بلد أو إقليم",
            one: "في {count} بلد أو إقليم",
            two: "في {count} بلدين أو إقليمين",
            few: "في {count} بلدان وأقاليم",
            many: "في {count} بلدًا وإقليمًا",
            other: "في {count} بلد وإقليم",
        ),
        PluralMessage::Donors => forms!(
            zero: "{count} جهة مانحة",
            one: "{count} جهة مانحة",
            two: "{count} جهتان مانحتان",
            few: "{count} جهات مانحة",
            many: "{count} جهة مانحة",
            other: "{count} جهة مانحة",
        ),
        PluralMessage::CompareSome => {
            forms!(zero: "مقارنة {count} مشروع", one: "مقارنة {count} مشروع", two: "مقارنة {count} مشروعين", few: "مقارنة {count} مشاريع", many: "مقارنة {count} مشروعًا", other: "مقارنة {count} مشروع")
        }
        PluralMessage::ProjectsInRange => forms!(
            zero: "{range} مشروع",
            one: "{range} مشروع",
            two: "{range} مشروعان",
            few: "{range} مشاريع",
            many: "{range} مشروعًا",
            other: "{range} مشروع",
        ),
        PluralMessage::Undated => {
            forms!(zero: "{count} مشروع بلا تاريخ", one: "{count} مشروع بلا تاريخ", two: "{count} مشروعان بلا تاريخ", few: "{count} مشاريع بلا تاريخ", many: "{count} مشروعًا بلا تاريخ", other: "{count} مشروع بلا تاريخ")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(zero: "{count} مشروع بلا تاريخ غير مشمول", one: "{count} مشروع بلا تاريخ غير مشمول", two: "{count} مشروعان بلا تاريخ غير مشمولين", few: "{count} مشاريع بلا تاريخ غير مشمولة", many: "{count} مشروعًا بلا تاريخ غير مشمول", other: "{count} مشروع بلا تاريخ غير مشمول")
        }
        PluralMessage::FurtherFilters => {
            forms!(zero: "و{count} مرشح آخر", one: "و{count} مرشح آخر", two: "و{count} مرشحان آخران", few: "و{count} مرشحات أخرى", many: "و{count} مرشحًا آخر", other: "و{count} مرشح آخر")
        }
        PluralMessage::FurtherNotices => {
            forms!(zero: "{count} أخرى غير مدرجة.", one: "{count} أخرى غير مدرجة.", two: "{count} أخريان غير مدرجتين.", few: "{count} أخرى غير مدرجة.", many: "{count} أخرى غير مدرجة.", other: "{count} أخرى غير مدرجة.")
        }
        PluralMessage::Times => {
            forms!(zero: "{count} مرة", one: "{count} مرة", two: "{count} مرتان", few: "{count} مرات", many: "{count} مرة", other: "{count} مرة")
        }
        PluralMessage::Further => {
            forms!(zero: "{count} غيرها", one: "{count} غيرها", two: "{count} غيرها", few: "{count} غيرها", many: "{count} غيرها", other: "{count} غيرها")
        }
        PluralMessage::OrganisationsNotDrawn => {
            forms!(zero: "{count} منظمة أخرى بمشاريع أقل غير معروضة.", one: "{count} منظمة أخرى بمشاريع أقل غير معروضة.", two: "{count} منظمتان أخريان بمشاريع أقل غير معروضتين.", few: "{count} منظمات أخرى بمشاريع أقل غير معروضة.", many: "{count} منظمة أخرى بمشاريع أقل غير معروضة.", other: "{count} منظمة أخرى بمشاريع أقل غير معروضة.")
        }
    }
}

/// What the loader says.
pub(crate) const fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "جارٍ تحميل المشاريع…",
        LoaderMessage::Failed => "تعذر تحميل المشاريع.",
        LoaderMessage::Stalled => {
            "توقف التحميل: لم يصل شيء منذ بعض الوقت. وسيستأنف تلقائيًا إذا عاد الاتصال."
        }
        LoaderMessage::Broken => {
            "حدث عطل في هذه الصفحة ولم تعد تستجيب. إعادة تحميلها تعيدها مع عوامل التصفية نفسها."
        }
        LoaderMessage::TryAgain => "إعادة المحاولة",
        LoaderMessage::Program => "برنامج الصفحة",
        LoaderMessage::NoWebAssembly => "لا يدعم WebAssembly",
        LoaderMessage::NoAnswer => "لم تستجب الشبكة أو انقطعت في منتصف الطريق",
        LoaderMessage::Status => "أجاب الخادم بالرمز {status}",
        LoaderMessage::Refused => "تعذر على المتصفح تشغيله ({reason})",
        LoaderMessage::Altered => "ما وصل ليس ما نُشر",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "تعذّر تحميل أداة الاستكشاف: يمكن قراءة المشاريع هنا، لكن لا يمكن البحث فيها أو تصفيتها."
        }
        LoaderMessage::NotShared => {
            "لم تستجب الشبكة، أو أن الموقع الآخر لا يسمح لهذه الصفحة بقراءة الملف. على خادمه أن يرسل «Access-Control-Allow-Origin: *»؛ وإن تعذر تغيير ذلك فاعرض المشاريع داخل iframe"
        }
        LoaderMessage::NotServed => "هذا ليس عنوان ملف على خادم",
        LoaderMessage::Kept => "دون اتصال: هذه هي المشاريع كما كانت في {date}.",
        LoaderMessage::Update => "تتوفر نسخة جديدة من هذه الصفحة.",
        LoaderMessage::ShowUpdate => "عرضها",
        LoaderMessage::NotNow => "ليس الآن",
    }
}

/// The names of countries whose codes have been withdrawn.
pub(crate) const FORMER: [&str; CODES.len()] = [
    "جزر الأنتيل الهولندية",
    "بورما",
    "صربيا والجبل الأسود",
    "ألمانيا الشرقية",
    "الاتحاد السوفيتي",
    "تيمور الشرقية",
    "اليمن الجنوبي",
    "يوغوسلافيا",
    "زائير",
];
