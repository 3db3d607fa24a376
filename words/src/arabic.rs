//! Arabic.

use crate::message::{Counted, FORMER as CODES, Starter, Word, forms};

/// The text of a message.
pub(crate) const fn word(word: Word) -> &'static str {
    match word {
        Word::UntitledPortfolio => "المشاريع",
        Word::SearchLabel => "البحث في المشاريع",
        Word::SearchPlaceholder => "العناوين والأهداف والشركاء…",
        Word::SearchTips => "نصائح البحث",
        Word::TipPhraseExample => "\"حقوق الإنسان\"",
        Word::TipPhrase => "يجد هاتين الكلمتين متجاورتين",
        Word::TipExclusionExample => "حقوق -أطفال",
        Word::TipExclusion => "يستبعد المشاريع التي تحتوي على الكلمة الثانية",
        Word::TipYear => "وحدها، تعرض مشاريع تلك السنة",
        Word::ShowYear => "عرض المشاريع الجارية في عام {year}",
        Word::ShowingResultsFor => "نتائج البحث عن {words}",
        Word::SearchInsteadFor => "البحث بدلًا من ذلك عن {words}",
        Word::SkipToResults => "الانتقال إلى المشاريع",
        Word::Theming => "الألوان: {theme}",
        Word::ThemeAuto => "كما في النظام",
        Word::ThemeLight => "فاتحة",
        Word::ThemeDark => "داكنة",

        Word::Filters => "عوامل التصفية",
        Word::CloseFilters => "إغلاق عوامل التصفية",
        Word::ClearAll => "مسح الكل",
        Word::NotStated => "غير مذكور",
        Word::Selection => "عوامل التصفية المختارة",
        Word::NothingNarrowed => "لا يوجد في القائمة اسم يتضمن هذا النص.",
        Word::NarrowLabel => "تضييق القائمة: {facet}",
        Word::NarrowPlaceholder => "البحث ضمن {count}",
        Word::ShowAllValues => "عرض الكل ({count})",
        Word::ShowFewerValues => "عرض أقل",
        Word::PreviousValues => "السابق",
        Word::NextValues => "التالي",
        Word::ValuesShown => "{first}–{last} من {count}",
        Word::FindFilter => "ابحث عن مرشح من بين {count}",
        Word::Remove => "إزالة {what}",
        Word::LeaveOut => "استبعاد {what}",
        Word::ValuesWithin => "ضمن {what}",
        Word::ValueOrder => "ترتيب القيم",
        Word::ByCount => "حسب عدد المشاريع",
        Word::ByName => "حسب الاسم",

        Word::Years => "السنوات",
        Word::From => "من",
        Word::To => "إلى",
        Word::AnyYear => "أي سنة",
        Word::FromTo => "{from} – {to}",
        Word::FromDate => "من {date}",
        Word::SinceDate => "منذ {date}",
        Word::UntilDate => "حتى {date}",

        Word::Sort => "الترتيب حسب",
        Word::SortNewest => "الأحدث أولًا",
        Word::SortOldest => "الأقدم أولًا",
        Word::SortEnding => "الأحدث انتهاءً أولًا",
        Word::SortTitle => "العنوان",
        Word::SortRelevance => "الأكثر صلة",
        Word::Views => "طرق العرض",
        Word::ViewCards => "بطاقات",
        Word::ViewTable => "جدول",
        Word::ViewFigures => "أرقام",
        Word::ViewNetwork => "شبكة",
        Word::ViewCompare => "مقارنة",
        Word::NoResults => "لا يوجد مشروع يستوفي كل هذه الشروط.",
        Word::NoResultsAdvice => "أزل أحد عوامل التصفية أو امسحها كلها.",
        Word::NoProjects => "لا تتضمن هذه المحفظة أي مشروع بعد.",

        Word::Country => "البلد",
        Word::Donor => "الجهة المانحة",
        Word::ImplementingAgency => "الجهة المنفذة",
        Word::Partner => "الشريك",
        Word::Theme => "الموضوع",
        Word::Status => "الحالة",
        Word::StatusPlanned => "مخطط له",
        Word::StatusOngoing => "جارٍ",
        Word::StatusCompleted => "مكتمل",
        Word::StatusSuspended => "معلّق",
        Word::StatusCancelled => "ملغى",

        Word::InCountry => "في",
        Word::ByDonor => "بتمويل من",
        Word::ByImplementing => "بتنفيذ من",
        Word::WithPartner => "بالشراكة مع",
        Word::OnTheme => "في موضوع",
        Word::OfStatus => "· الحالة:",
        Word::WithField => "· {field}:",
        Word::NotInCountry => "ليس في",
        Word::NotByDonor => "ليس بتمويل من",
        Word::NotByImplementing => "ليس بتنفيذ من",
        Word::NotWithPartner => "ليس بالشراكة مع",
        Word::NotOnTheme => "ليس في موضوع",
        Word::NotOfStatus => "· الحالة ما عدا:",
        Word::NotWithField => "· {field} ما عدا:",
        Word::Or => "أو",
        Word::Nor => "ولا",
        Word::Matching => "تطابق",
        Word::Running => "خلال الفترة",
        Word::Quoted => "«{text}»",

        Word::Objective => "الهدف",
        Word::Summary => "الملخص",
        Word::StatedDuration => "المدة المذكورة",
        Word::Countries => "المكان",
        Word::Donors => "الجهة المانحة",
        Word::Implementing => "التنفيذ",
        Word::Partners => "الشركاء",
        Word::Themes => "المواضيع",
        Word::Documents => "الوثائق",
        Word::Links => "الروابط",
        Word::Related => "مشاريع ذات صلة",
        Word::Remark => "ملاحظة",
        Word::ValueNotStated => "غير مذكور",
        Word::NoAddress => "دون عنوان إلكتروني",
        Word::Close => "إغلاق",
        Word::WholeRecord => "السجل الكامل",
        Word::WholeRecordOf => "السجل الكامل: {title}",
        Word::AllProjects => "جميع المشاريع",
        Word::InExplorer => "فتحه ضمن جميع المشاريع",
        Word::ShareAndEmbed => "المشاركة والتضمين",
        Word::ShareLink => "رابط",
        Word::ShareElement => "عنصر",
        Word::ShareFrame => "إطار مضمّن",
        Word::ShareLinkAdvice => "يقود إلى ما تراه الآن.",
        Word::ShareElementAdvice => "الصق السطرين حيث ينبغي أن تظهر المشاريع.",
        Word::ShareFrameAdvice => {
            "للمواقع التي لا تسمح بغير ذلك. حدّد ارتفاعًا حيث لا يُسمح بالنصوص البرمجية."
        }
        Word::ShareFilters => "مع ما هو مختار الآن",
        Word::ShareTheme => "الألوان",
        Word::ShareAsAround => "حسب السياق",
        Word::ShareHeight => "الارتفاع بالبكسل",
        Word::ShareOwnHeight => "تلقائي",
        Word::ShareCode => "للنسخ",
        Word::SharePreview => "معاينة",
        Word::Copied => "تم النسخ.",
        Word::PeriodNotStated => "الفترة غير مذكورة",
        Word::ListedAs => "مُدرج هنا باسم {name}",
        Word::PlaceInResults => "{at} من {of}",
        Word::NotInResults => "ليس بين المشاريع المعروضة",
        Word::Neighbours => "سجلات أخرى",
        Word::Previous => "المشروع السابق",
        Word::Next => "المشروع التالي",
        Word::InTime => "{period}؛ وتشمل القائمة {years}",
        Word::ListEnd => "{list} و{last}",
        Word::InCommon => "الأكثر اشتراكًا مع هذا المشروع",
        Word::AlsoIn => "أيضًا في {names}",
        Word::PaidForBy => "بتمويل من {donor}",
        Word::AlsoByDonor => "أيضًا بتمويل من {names}",
        Word::AlsoByImplementing => "أيضًا بتنفيذ من {names}",
        Word::AlsoWith => "أيضًا بالشراكة مع {names}",
        Word::AlsoOn => "أيضًا في موضوع {names}",
        Word::CopyLink => "نسخ الرابط",
        Word::LinkCopied => "نُسخ الرابط.",
        Word::CopyByHand => "لا يسمح المتصفح لهذه الصفحة بالنسخ: حدّد النص وانسخه يدويًا.",
        Word::Cite => "اقتباس",
        Word::PlainText => "نص عادي",
        Word::Accessed => "اطُّلع عليه في {date}",
        Word::ListUpdated => "حُدّثت في {date}",
        Word::NoDate => "د. ت.",
        Word::Copy => "نسخ",
        Word::CopyWhat => "نسخ: {what}",
        Word::CitationCopied => "نُسخ الاقتباس.",
        Word::Print => "طباعة",
        Word::PrintedFrom => "طُبع في {date} من {address}",
        Word::PrintedPart => "المطبوع: {projects}",
        Word::Compare => "مقارنة",
        Word::CompareThis => "مقارنة: {title}",
        Word::ComparisonFull => "يمكن مقارنة أربعة مشاريع على الأكثر.",
        Word::Title => "العنوان",
        Word::Period => "الفترة",
        Word::Columns => "الأعمدة",
        Word::TableCaption => "{projects}، مرتبة حسب: {order}",
        Word::OrderAscending => "{column}، أ–ي",
        Word::OrderDescending => "{column}، ي–أ",
        Word::ToCompare => "للمقارنة",
        Word::ChooseAnother => "اختر مشروعًا آخر للمقارنة.",
        Word::ClearComparison => "إفراغ",
        Word::ComparisonAdvice => {
            "اختر من مشروعين إلى أربعة مشاريع لعرضها جنبًا إلى جنب: اضغط «مقارنة» على بطاقاتها أو في الجدول أو في سجلاتها."
        }
        Word::ChooseProjects => "اختيار المشاريع",
        Word::AddAnother => "إضافة مشروع آخر",
        Word::SideBySide => "جنبًا إلى جنب",
        Word::SharedBy => "{count} من {of}",
        Word::AllShare => "تشترك كلها في — {list}",
        Word::NothingShared => "لا يوجد ما تشترك فيه كلها.",
        Word::ListSeparator => "، ",
        Word::PartSeparator => ": ",
        Word::DetailSeparator => " · ",
        Word::ProjectsPerYear => "المشاريع الجارية في كل سنة",
        Word::ProjectsInTime => "مدة كل مشروع",
        Word::Play => "تشغيل مرور السنوات",
        Word::Pause => "إيقاف مؤقت",
        Word::YearBar => "{year}: {projects}",
        Word::ShowMore => "عرض {count} أخرى (المتبقي {left})",
        Word::ShowEarlier => "عرض النتائج السابقة ({count})",
        Word::ShowResults => "عرض {projects}",

        Word::Map => "خريطة البلدان",
        Word::SmallMap => "خريطة: {names}",
        Word::MapHelp => {
            "تنقلك مفاتيح الأسهم بين البلدان، ويختار مفتاح الإدخال، ويغيّر مفتاحا الزائد والناقص مقياس الخريطة."
        }
        Word::Loading => "جارٍ التحميل…",
        Word::MapLoading => "جارٍ رسم الخريطة…",
        Word::TryAgain => "إعادة المحاولة",
        Word::ZoomIn => "تكبير",
        Word::ZoomOut => "تصغير",
        Word::FitToResults => "ملاءمة النتائج",
        Word::WholeMap => "الخريطة كاملة",
        Word::ZoomByWheel => "اضغط {key} مع تدوير عجلة الفأرة لتكبير الخريطة أو تصغيرها",
        Word::MoveByFingers => "حرّك الخريطة بإصبعين",
        Word::Elsewhere => "بلدان خارج إطار الخريطة",
        Word::Legend => "عدد المشاريع في كل بلد",
        Word::CountriesWith => "اختيار البلدان التي فيها: {projects}",
        Word::MapAsTable => "الخريطة في جدول",
        Word::MapTableCaption => "المشاريع في كل بلد وفق المرشّحات الأخرى، ونسبتها",
        Word::ProjectsColumn => "المشاريع",
        Word::ShareColumn => "النسبة",
        Word::SavePicture => "حفظ كصورة",
        Word::PictureSvg => "SVG (رسم)",
        Word::PicturePng => "PNG (نقاط)",
        Word::PictureFact => "{label}: {value}",
        Word::BordersSource => "الحدود: Natural Earth.",
        Word::Disclaimer => "لا تعني الحدود والأسماء أي إقرار بها.",
        Word::DisclaimerDetails => {
            "لا تعني الحدود والأسماء الظاهرة على هذه الخريطة ولا التسميات المستخدمة فيها إقرارًا بها أو قبولًا لها من جانب الناشر. يحتفظ كل مشروع بالاسم الذي يستخدمه مصدره للبلد؛ وتجمعها عوامل التصفية بحسب رمز الأيزو تحت الاسم المستخدم حاليًا. الحدود: Natural Earth، بمقياس 1:50 مليون."
        }
        Word::AbsentFromMap => "غير ظاهرة على هذه الخريطة، لكنها في قائمة البلدان: {names}.",
        Word::PartFailed => "تعذر تحميل هذا الجزء ({reason}). كل ما عداه يعمل.",
        Word::MapFailed => {
            "تعذر تحميل حدود الخريطة ({reason}). كل ما عدا ذلك يعمل، ويمكن اختيار البلدان من القائمة."
        }
        Word::ReasonNetwork => "لم تستجب الشبكة",
        Word::ReasonDamaged => "الملف تالف",
        Word::ReasonStatus => "أجاب الخادم بالرمز {status}",

        Word::DataProblems => "تعذرت قراءة جزء من هذه المحفظة",
        Word::DataUnreadable => "تعذرت قراءة هذه المحفظة",
        Word::DataAdvice => {
            "يُعرض كل ما أمكنت قراءته. ويمكن للناشر تصحيح الملف في المواضع المذكورة أدناه."
        }
        Word::DataAdviceNothing => {
            "يمكن للناشر تصحيح الملف في الموضع المذكور أدناه. أعد تحميل الصفحة بعد ذلك."
        }
        Word::PlaceInFile => "{file}، السطر {line}، العمود {column}",
        Word::FurtherFindings => "{count} أخرى",

        Word::Notice => "عن هذا العنوان",
        Word::UnknownValue => {
            "يطلب العنوان «{value}» ضمن {facet}، وهو غير موجود في هذه المحفظة، فجرى تجاهله."
        }
        Word::IgnoredParameter => "يتضمن العنوان «{parameter}»، وهو بلا معنى، فجرى تجاهله.",
        Word::UnknownProject => "يطلب العنوان مشروعًا «{id}»، وهو غير موجود في هذه المحفظة.",
        Word::UnknownLanguage => "يطلب العنوان اللغة «{language}»، وهذه الصفحة غير متاحة بها.",
        Word::LanguageFailed => "تعذر تحميل نصوص اللغة المطلوبة ({language}): {reason}.",
        Word::Language => "اللغة",
        Word::AboutData => "عن هذه القائمة",
        Word::PublishedBy => "الناشر",
        Word::Source => "المصدر",
        Word::AboutAccessibility => "إمكانية الوصول إلى هذه الصفحة",
        Word::Licence => "الترخيص",
        Word::Updated => "آخر تحديث",

        Word::FigureProjects => "المشاريع",
        Word::FigureCountries => "البلدان والأقاليم",
        Word::FigureDonors => "الجهات المانحة",
        Word::FigureAgencies => "الجهات المنفذة",
        Word::FigurePartners => "الشركاء",
        Word::FigureBar => "{name}: {projects}، {share}",
        Word::Percent => "{number}%",
        Word::LessThanOnePercent => "أقل من 1%",
        Word::AllOfThem => "عرض الكل ({count})",
        Word::FewerOfThem => "عرض أقل",
        Word::FiguresNote => {
            "يُحتسب المشروع تحت كل قيمة من قيمه، لذا قد يزيد مجموع أرقام القائمة على الكل. النسب من المشاريع المعروضة."
        }
        Word::FiguresScale => {
            "لكل قائمة مقياسها الخاص بحسب أكبر قيمة فيها. والشريط الذي فيه فراغ أطول مما يظهر."
        }
        Word::FiguresYearNote => "اختر سنة، ثم سنة أخرى لتشمل كل السنوات بينهما.",
        Word::FiguresDownload => "تنزيل هذه الأرقام (CSV)",
        Word::ColumnFacet => "القائمة",
        Word::ColumnValue => "القيمة",
        Word::ColumnShare => "النسبة المئوية",
        Word::NetworkTitle => "من يعمل مع من",
        Word::NetworkHelp => {
            "أشر إلى منظمة لترى من تشترك معه في مشاريع. اخترها للتصفية بها. تنتقل مفاتيح الأسهم من منظمة إلى أخرى."
        }
        Word::NetworkTies => "تبين الخطوط أقوى روابط كل منظمة.",
        Word::NoOrganisations => "لا تذكر هذه المشاريع أي منظمة.",
        Word::ShowAs => "طريقة العرض",
        Word::AsDrawing => "رسم",
        Word::AsList => "قائمة",
        Word::SeveralRoles => "أكثر من دور",
        Word::OrganisationTold => "{name} ({roles}): {projects}، بالاشتراك مع {partners}.",
        Word::OrganisationAlone => "{name} ({roles}): {projects}، دون منظمة أخرى.",
        Word::WorksWith => "مع {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn counted(message: Counted) -> &'static str {
    match message {
        Counted::Projects => forms!(
            zero: "{count} مشروع",
            one: "{count} مشروع",
            two: "{count} مشروعان",
            few: "{count} مشاريع",
            many: "{count} مشروعًا",
            other: "{count} مشروع",
        ),
        Counted::ShownOf => forms!(
            zero: "{shown} من {count} مشروع",
            one: "{shown} من {count} مشروع",
            two: "{shown} من {count} مشروعين",
            few: "{shown} من {count} مشاريع",
            many: "{shown} من {count} مشروعًا",
            other: "{shown} من {count} مشروع",
        ),
        Counted::Countries => forms!(
            zero: "{count} بلد أو إقليم",
            one: "{count} بلد أو إقليم",
            two: "{count} بلدان أو إقليمان",
            few: "{count} بلدان وأقاليم",
            many: "{count} بلدًا وإقليمًا",
            other: "{count} بلد وإقليم",
        ),
        Counted::InCountries => forms!(
            zero: "في {count} بلد أو إقليم",
            one: "في {count} بلد أو إقليم",
            two: "في {count} بلدين أو إقليمين",
            few: "في {count} بلدان وأقاليم",
            many: "في {count} بلدًا وإقليمًا",
            other: "في {count} بلد وإقليم",
        ),
        Counted::Donors => forms!(
            zero: "{count} جهة مانحة",
            one: "{count} جهة مانحة",
            two: "{count} جهتان مانحتان",
            few: "{count} جهات مانحة",
            many: "{count} جهة مانحة",
            other: "{count} جهة مانحة",
        ),
        Counted::CompareSome => {
            forms!(zero: "مقارنة {count} مشروع", one: "مقارنة {count} مشروع", two: "مقارنة {count} مشروعين", few: "مقارنة {count} مشاريع", many: "مقارنة {count} مشروعًا", other: "مقارنة {count} مشروع")
        }
        Counted::ProjectsInRange => forms!(
            zero: "{range} مشروع",
            one: "{range} مشروع",
            two: "{range} مشروعان",
            few: "{range} مشاريع",
            many: "{range} مشروعًا",
            other: "{range} مشروع",
        ),
        Counted::Undated => {
            forms!(zero: "{count} مشروع بلا تاريخ", one: "{count} مشروع بلا تاريخ", two: "{count} مشروعان بلا تاريخ", few: "{count} مشاريع بلا تاريخ", many: "{count} مشروعًا بلا تاريخ", other: "{count} مشروع بلا تاريخ")
        }
        Counted::UndatedLeftOut => {
            forms!(zero: "{count} مشروع بلا تاريخ غير مشمول", one: "{count} مشروع بلا تاريخ غير مشمول", two: "{count} مشروعان بلا تاريخ غير مشمولين", few: "{count} مشاريع بلا تاريخ غير مشمولة", many: "{count} مشروعًا بلا تاريخ غير مشمول", other: "{count} مشروع بلا تاريخ غير مشمول")
        }
        Counted::FurtherFilters => {
            forms!(zero: "و{count} مرشح آخر", one: "و{count} مرشح آخر", two: "و{count} مرشحان آخران", few: "و{count} مرشحات أخرى", many: "و{count} مرشحًا آخر", other: "و{count} مرشح آخر")
        }
        Counted::FurtherNotices => {
            forms!(zero: "{count} أخرى غير مدرجة.", one: "{count} أخرى غير مدرجة.", two: "{count} أخريان غير مدرجتين.", few: "{count} أخرى غير مدرجة.", many: "{count} أخرى غير مدرجة.", other: "{count} أخرى غير مدرجة.")
        }
        Counted::Times => {
            forms!(zero: "{count} مرة", one: "{count} مرة", two: "{count} مرتان", few: "{count} مرات", many: "{count} مرة", other: "{count} مرة")
        }
        Counted::Further => {
            forms!(zero: "{count} غيرها", one: "{count} غيرها", two: "{count} غيرها", few: "{count} غيرها", many: "{count} غيرها", other: "{count} غيرها")
        }
        Counted::OrganisationsNotDrawn => {
            forms!(zero: "{count} منظمة أخرى بمشاريع أقل غير معروضة.", one: "{count} منظمة أخرى بمشاريع أقل غير معروضة.", two: "{count} منظمتان أخريان بمشاريع أقل غير معروضتين.", few: "{count} منظمات أخرى بمشاريع أقل غير معروضة.", many: "{count} منظمة أخرى بمشاريع أقل غير معروضة.", other: "{count} منظمة أخرى بمشاريع أقل غير معروضة.")
        }
    }
}

/// What the loader says.
pub(crate) const fn starter(message: Starter) -> &'static str {
    match message {
        Starter::Loading => "جارٍ تحميل المشاريع…",
        Starter::Failed => "تعذر تحميل المشاريع.",
        Starter::Stalled => {
            "توقف التحميل: لم يصل شيء منذ بعض الوقت. وسيستأنف تلقائيًا إذا عاد الاتصال."
        }
        Starter::Broken => {
            "حدث عطل في هذه الصفحة ولم تعد تستجيب. إعادة تحميلها تعيدها مع عوامل التصفية نفسها."
        }
        Starter::TryAgain => "إعادة المحاولة",
        Starter::Program => "برنامج الصفحة",
        Starter::NoWebAssembly => "لا يدعم WebAssembly",
        Starter::NoAnswer => "لم تستجب الشبكة أو انقطعت في منتصف الطريق",
        Starter::Status => "أجاب الخادم بالرمز {status}",
        Starter::Refused => "تعذر على المتصفح تشغيله ({reason})",
        Starter::Altered => "ما وصل ليس ما نُشر",
        Starter::Failure => "{name}: {reason}.",
        Starter::Readable => {
            "تعذّر تحميل أداة الاستكشاف: يمكن قراءة المشاريع هنا، لكن لا يمكن البحث فيها أو تصفيتها."
        }
        Starter::NotShared => {
            "لم تستجب الشبكة، أو أن الموقع الآخر لا يسمح لهذه الصفحة بقراءة الملف. على خادمه أن يرسل «Access-Control-Allow-Origin: *»؛ وإن تعذر تغيير ذلك فاعرض المشاريع داخل iframe"
        }
        Starter::NotServed => "هذا ليس عنوان ملف على خادم",
        Starter::Kept => "دون اتصال: هذه هي المشاريع كما كانت في {date}.",
        Starter::Update => "تتوفر نسخة جديدة من هذه الصفحة.",
        Starter::ShowUpdate => "عرضها",
        Starter::NotNow => "ليس الآن",
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
