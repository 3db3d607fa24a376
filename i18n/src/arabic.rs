use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

pub(crate) fn message(message: Message) -> Option<&'static str> {
    Some(match message {
        Message::UntitledPortfolio => "المشاريع",
        Message::SearchLabel => "البحث في المشاريع",
        Message::SearchPlaceholder => "البحث بالعنوان أو الهدف أو الشريك",
        Message::SearchTips => "نصائح البحث",
        Message::TipPhraseExample => "\"حقوق الإنسان\"",
        Message::TipPhrase => "للعثور على الكلمتين متجاورتين",
        Message::TipExclusionExample => "حقوق -أطفال",
        Message::TipExclusion => "لاستبعاد المشاريع التي تتضمن الكلمة الثانية",
        Message::TipYear => "عند كتابتها وحدها، تُقترح مشاريع تلك السنة",
        Message::ShowYear => "عرض المشاريع النشطة في عام {year}",
        Message::ShowingResultsFor => "نتائج البحث عن {words}",
        Message::SearchInsteadFor => "البحث بدلًا من ذلك عن {words}",
        Message::Suggestions => "اقتراحات",
        Message::SuggestedProject => "مشروع",
        Message::SkipToResults => "الانتقال إلى المشاريع",
        Message::SkipToFilters => "الانتقال إلى عوامل التصفية",
        Message::SkipToMap => "الانتقال إلى الخريطة",
        Message::MapAndTimeline => "الخريطة والخط الزمني",
        Message::Theming => "المظهر: {theme}",
        Message::ThemeAuto => "حسب النظام",
        Message::ThemeLight => "فاتح",
        Message::ThemeDark => "داكن",
        Message::Settings => "الإعدادات",
        Message::Keys => "اختصارات لوحة المفاتيح",
        Message::KeySearch => "الانتقال إلى مربع البحث",
        Message::KeyHelp => "عرض هذه الاختصارات",
        Message::KeyWithin => "التنقل داخل عامل تصفية أو السنوات أو الخريطة أو الاقتراحات",
        Message::KeyEnds => "الأول أو الأخير منها",
        Message::KeyRecord => "المشروع السابق أو التالي ضمن تفاصيل مشروع",
        Message::KeyClose => "إغلاق ما هو مفتوح",
        Message::KeyNameHome => "Home",
        Message::KeyNameEnd => "End",
        Message::KeyNameEscape => "Esc",

        Message::Filters => "عوامل التصفية",
        Message::CloseFilters => "إغلاق عوامل التصفية",
        Message::ClearAll => "مسح كل عوامل التصفية",
        Message::Clear => "مسح",
        Message::ClearFacet => "مسح: {facet}",
        Message::NotStated => "غير محدد",
        Message::Selection => "عوامل التصفية المختارة",
        Message::NothingNarrowed => "لا توجد نتائج مطابقة",
        Message::NarrowLabel => "البحث في {facet}",
        Message::NarrowPlaceholder => "البحث في الخيارات ({count})",
        Message::ShowAllValues => "عرض الكل ({count})",
        Message::ShowFewerValues => "عرض أقل",
        Message::PreviousValues => "السابق",
        Message::NextValues => "التالي",
        Message::ValuesShown => "{first}–{last} من {count}",
        Message::FindFilter => "البحث في عوامل التصفية ({count})",
        Message::Remove => "إزالة {what}",
        Message::Exclude => "استبعاد {what}",
        Message::Not => "ليس",
        Message::NotValue => "ليس {what}",
        Message::MatchLabel => "مشاريع تشمل",
        Message::MatchAny => "أيًا منها",
        Message::MatchAll => "كلها",
        Message::ValuesWithin => "الخيارات ضمن {what}",
        Message::ValueOrder => "ترتيب الخيارات",
        Message::ByCount => "الأكثر مشاريع",
        Message::ByName => "أ–ي",

        Message::Years => "السنوات",
        Message::YearsActive => "سنوات التنفيذ",
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
        Message::SortAmount => "الأكبر مبلغًا أولًا",
        Message::SortSmallest => "الأصغر مبلغًا أولًا",
        Message::SortTitle => "العنوان (أ–ي)",
        Message::SortRelevance => "الأكثر صلة",
        Message::Views => "طريقة العرض",
        Message::ViewList => "قائمة",
        Message::ViewCards => "بطاقات",
        Message::ViewTable => "جدول",
        Message::ViewFigures => "مخططات",
        Message::ViewNetwork => "شبكة",
        Message::ViewCompare => "مقارنة",
        Message::NoResults => "لا توجد مشاريع تطابق عوامل التصفية هذه.",
        Message::NoResultsAdvice => "أزل أحد عوامل التصفية أو امسحها كلها.",
        Message::NoProjects => "لا توجد مشاريع في هذه القائمة بعد.",

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
        Message::OnTheme => "في مجال",
        Message::OfStatus => "بالحالة:",
        Message::WithField => "حيث {field}:",
        Message::NotInCountry => "ليست في",
        Message::NotByDonor => "ليست بتمويل من",
        Message::NotByImplementing => "ليست بتنفيذ من",
        Message::NotWithPartner => "ليست بالشراكة مع",
        Message::NotOnTheme => "ليست في مجال",
        Message::NotOfStatus => "ليست بالحالة:",
        Message::NotWithField => "لا تشمل {field}:",
        Message::Or => "أو",
        Message::And => "و",
        Message::Nor => "ولا",
        Message::Matching => "تطابق",
        Message::Running => "نشطة في الفترة",
        Message::OfAmount => "بمبلغ",
        Message::Quoted => "«{text}»",

        Message::Identifier => "المعرّف",
        Message::Amount => "المبلغ",
        Message::Total => "المجموع",
        Message::Currency => "العملة",
        Message::Objective => "الهدف",
        Message::Summary => "الملخص",
        Message::ResultsOfProject => "النتائج",
        Message::StatedDuration => "المدة المذكورة",
        Message::Countries => "البلدان",
        Message::Locations => "المواقع",
        Message::Donors => "الجهات المانحة",
        Message::Implementing => "جهة التنفيذ",
        Message::Partners => "الشركاء",
        Message::Themes => "المواضيع",
        Message::Documents => "الوثائق",
        Message::Links => "الروابط",
        Message::Related => "مشاريع ذات صلة",
        Message::PartOf => "جزء من",
        Message::HasPart => "يشمل",
        Message::RelatedTo => "ذو صلة",
        Message::Remark => "ملاحظة",
        Message::ValueNotStated => "غير محدد",
        Message::NoAddress => "لا يتوفر رابط",
        Message::Website => "الموقع الإلكتروني",
        Message::Picture => "صورة",
        Message::Close => "إغلاق",
        Message::AllProjects => "جميع المشاريع",
        Message::InExplorer => "فتح في المستكشف",
        Message::ShareAndEmbed => "المشاركة أو التضمين",
        Message::ShareLink => "رابط",
        Message::ShareElement => "مكوّن ويب",
        Message::ShareFrame => "iframe (يعمل في كل مكان)",
        Message::ShareLinkAdvice => "يفتح هذا الرابط العرض الحالي.",
        Message::ShareElementAdvice => "الصق السطرين حيث تريد أن تظهر المشاريع.",
        Message::ShareFrameAdvice => {
            "لمواقع WordPress وغيرها من المواقع التي لا تسمح إلا بإطارات iframe. إذا كانت البرامج النصية محظورة، فحدّد ارتفاعًا ثابتًا."
        }
        Message::ShareFilters => "مع عوامل التصفية الحالية",
        Message::ShareTheme => "المظهر",
        Message::ShareAsAround => "كما في الصفحة",
        Message::ShareHeight => "الارتفاع (بكسل)",
        Message::ShareOwnHeight => "تلقائي",
        Message::ShareCode => "رمز للنسخ",
        Message::SharePreview => "معاينة",
        Message::Copied => "تم النسخ",
        Message::PeriodNotStated => "التواريخ غير محددة",
        Message::ListedAs => "يظهر هنا باسم {name}",
        Message::PlaceInResults => "{at} من {of}",
        Message::NotInResults => "ليس ضمن النتائج الحالية",
        Message::Neighbours => "المشروعان السابق والتالي",
        Message::Previous => "المشروع السابق",
        Message::Next => "المشروع التالي",
        Message::InTime => "{period} (القائمة كاملة: {years})",
        Message::ListEnd => "{list} و{last}",
        Message::InCommon => "مشاريع مشابهة",
        Message::AlsoIn => "أيضًا في {names}",
        Message::PaidForBy => "بتمويل من {donor}",
        Message::AlsoByDonor => "أيضًا بتمويل من {names}",
        Message::AlsoByImplementing => "أيضًا بتنفيذ من {names}",
        Message::AlsoWith => "أيضًا بالشراكة مع {names}",
        Message::AlsoOn => "أيضًا في مجال {names}",
        Message::CopyLink => "نسخ الرابط",
        Message::LinkCopied => "تم نسخ الرابط",
        Message::CopyByHand => "منع متصفحك النسخ. حدّد النص وانسخه يدويًا.",
        Message::Cite => "اقتباس",
        Message::PlainText => "نص عادي",
        Message::Accessed => "اطُّلع عليه في {date}",
        Message::ListUpdated => "حُدّثت في {date}",
        Message::NoDate => "د. ت.",
        Message::Copy => "نسخ",
        Message::CopyWhat => "نسخ: {what}",
        Message::CitationCopied => "تم نسخ الاقتباس",
        Message::Print => "طباعة",
        Message::PrintedFrom => "طُبع في {date} من {address}",
        Message::PrintedPart => "المطبوع: {projects}",
        Message::Compare => "مقارنة",
        Message::CompareThis => "مقارنة: {title}",
        Message::ComparisonFull => "يمكنك مقارنة أربعة مشاريع كحد أقصى.",
        Message::Title => "العنوان",
        Message::Period => "التواريخ",
        Message::Columns => "الأعمدة",
        Message::TableCaption => "{projects}، الترتيب: {order}",
        Message::OrderAscending => "{column} (أ–ي)",
        Message::OrderDescending => "{column} (ي–أ)",
        Message::ToCompare => "مشاريع للمقارنة",
        Message::ChooseAnother => "أضف مشروعًا آخر على الأقل للمقارنة.",
        Message::ClearComparison => "مسح المقارنة",
        Message::ComparisonAdvice => {
            "اختر من مشروعين إلى أربعة مشاريع للمقارنة. استخدم «مقارنة» في البطاقة أو الجدول أو تفاصيل المشروع."
        }
        Message::ChooseProjects => "اختيار المشاريع",
        Message::AddAnother => "إضافة مشروع آخر",
        Message::SideBySide => "جنبًا إلى جنب",
        Message::SharedBy => "{count} من {of}",
        Message::AllShare => "القواسم المشتركة: {list}",
        Message::NothingShared => "لا توجد قواسم مشتركة بين هذه المشاريع.",
        Message::ListSeparator => "، ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "المشاريع النشطة حسب السنة",
        Message::ProjectsInTime => "المخطط الزمني للمشاريع",
        Message::Play => "تشغيل المخطط الزمني",
        Message::Pause => "إيقاف مؤقت",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "عرض {count} أخرى (المتبقي: {left})",
        Message::ShowEarlier => "عرض النتائج السابقة ({count})",
        Message::ShowAllResults => "عرض الكل ({count})",
        Message::BackToTop => "العودة إلى الأعلى",
        Message::ShowResults => "عرض {projects}",

        Message::Map => "خريطة البلدان",
        Message::SmallMap => "خريطة: {names}",
        Message::MapHelp => {
            "استخدم مفاتيح الأسهم للتنقل بين البلدان، ومفتاح Enter للاختيار، و+ و− للتكبير والتصغير."
        }
        Message::Loading => "جارٍ التحميل…",
        Message::MapLoading => "جارٍ تحميل الخريطة…",
        Message::TryAgain => "إعادة المحاولة",
        Message::ZoomIn => "تكبير",
        Message::ZoomOut => "تصغير",
        Message::FitToResults => "التكبير إلى النتائج",
        Message::WholeMap => "عرض العالم كاملًا",
        Message::ZoomByWheel => "اضغط على {key} مع التمرير للتكبير أو التصغير",
        Message::MoveByFingers => "استخدم إصبعين لتحريك الخريطة",
        Message::Elsewhere => "بلدان خارج الجزء المعروض من الخريطة",
        Message::PlacesOfProjects => "مواقع المشاريع",
        Message::Legend => "عدد المشاريع في كل بلد",
        Message::MapAsTable => "عرض في جدول",
        Message::MapTableCaption => "المشاريع في كل بلد (مع عوامل التصفية الأخرى) ونسبتها",
        Message::ProjectsColumn => "المشاريع",
        Message::ShareColumn => "النسبة",
        Message::SavePicture => "تنزيل الخريطة",
        Message::DownloadPicture => "تنزيل الصورة",
        Message::PictureSvg => "SVG (للتحرير)",
        Message::PicturePng => "PNG (صورة)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "الحدود: Natural Earth.",
        Message::Disclaimer => "الحدود والأسماء",
        Message::DisclaimerDetails => {
            "لا تنطوي الحدود والأسماء المبيّنة على هذه الخريطة والتسميات المستخدمة فيها على إقرار أو قبول من جانب الناشر. تحتفظ المشاريع باسم البلد الوارد في مصدرها، وتجمعها عوامل التصفية بحسب رمز ISO تحت الاسم الحالي. الحدود: Natural Earth، بمقياس 1:50 مليون."
        }
        Message::DisclaimerInShort => "لا تعني الحدود والأسماء أي إقرار بها.",
        Message::AbsentFromMap => {
            "غير معروضة على الخريطة، لكنها متاحة في عامل التصفية «البلد»: {names}."
        }
        Message::PartFailed => "تعذر تحميل هذا القسم ({reason}). لا تزال بقية الصفحة تعمل.",
        Message::MapFailed => {
            "تعذر تحميل الخريطة ({reason}). لا يزال بإمكانك التصفية حسب البلد من القائمة."
        }
        Message::ReasonNetwork => "لا استجابة من الشبكة",
        Message::ReasonDamaged => "الملف تالف",
        Message::ReasonStatus => "أعاد الخادم الرمز {status}",

        Message::DataProblems => "تعذر تحميل بعض البيانات",
        Message::DataUnreadable => "تعذر تحميل قائمة المشاريع",
        Message::DataAdvice => "يظهر كل ما عدا ذلك. للناشر: صحّح الملف في المواضع المبيّنة أدناه.",
        Message::FindingsDetails => "التفاصيل",
        Message::DataAdviceNothing => {
            "للناشر: صحّح الملف في الموضع المبيّن أدناه، ثم أعد تحميل هذه الصفحة."
        }
        Message::PlaceInFile => "{file}، السطر {line}، العمود {column}",
        Message::FurtherFindings => "{count} أخرى",

        Message::Notice => "حول هذا الرابط",
        Message::UnknownValue => {
            "يصفّي هذا الرابط {facet} بالقيمة «{value}»، وهي غير موجودة في هذه القائمة. تم تجاهل عامل التصفية."
        }
        Message::IgnoredParameter => {
            "تعذر التعرف على الجزء «{parameter}» من هذا الرابط، فتم تجاهله."
        }
        Message::UnknownProject => "لم يُعثر على المشروع «{id}» في هذه القائمة.",
        Message::UnknownLanguage => "اللغة «{language}» غير متاحة.",
        Message::LanguageFailed => "تعذر تحميل النسخة باللغة {language} ({reason}).",
        Message::Language => "اللغة",
        Message::AboutData => "حول هذه البيانات",
        Message::PublishedBy => "الناشر",
        Message::Source => "المصدر",
        Message::AboutAccessibility => "بيان إمكانية الوصول",
        Message::Feed => "خلاصة المشاريع",
        Message::ReportError => "الإبلاغ عن خطأ",
        Message::Licence => "الترخيص",
        Message::Updated => "آخر تحديث",

        Message::FigureProjects => "المشاريع",
        Message::FigureCountries => "البلدان",
        Message::FigureDonors => "الجهات المانحة",
        Message::FigureAgencies => "الجهات المنفذة",
        Message::FigurePartners => "الشركاء",
        Message::FigureBar => "{name}: {projects}، {share}",
        Message::SumsByCurrency => "مجموع المبالغ",
        Message::SumsByCountry => "المبالغ حسب البلد ({currency})",
        Message::Undivided => "عدة بلدان، غير مقسّم",
        Message::SumsNote => "تُقسَّم المبالغ حسب حصص البلدان المذكورة.",
        Message::Percent => "{number}%",
        Message::LessThanOnePercent => "أقل من 1%",
        Message::AllOfThem => "عرض الكل ({count})",
        Message::FewerOfThem => "عرض أقل",
        Message::FiguresNote => {
            "قد تكون للمشروع الواحد عدة قيم، لذا قد تتجاوز المجاميع عدد المشاريع. النسب المئوية محسوبة من المشاريع المعروضة."
        }
        Message::FiguresScale => {
            "لكل مخطط مقياسه الخاص بحسب أكبر قيمة فيه. والشريط الذي تتخلله فجوة أطول مما يظهر."
        }
        Message::FiguresYearNote => "اختر سنة، ثم سنة ثانية لتحديد نطاق",
        Message::FiguresDownload => "تنزيل بيانات المخططات (CSV)",
        Message::TableDownload => "تنزيل الجدول (CSV)",
        Message::ColumnFacet => "الفئة",
        Message::ColumnValue => "القيمة",
        Message::ColumnShare => "النسبة (%)",
        Message::NetworkTitle => "من يعمل مع من",
        Message::NetworkHelp => {
            "مرّر المؤشر فوق جهة لعرض شركائها. اخترها للتصفية حسبها. استخدم مفاتيح الأسهم للتنقل بين الجهات."
        }
        Message::NetworkTies => "تبيّن الخطوط أقوى روابط كل جهة.",
        Message::NoOrganisations => "لا توجد جهات مدرجة لهذه المشاريع.",
        Message::ShowAs => "شكل العرض",
        Message::AsDrawing => "رسم تخطيطي",
        Message::AsList => "قائمة",
        Message::SeveralRoles => "أدوار متعددة",
        Message::OrganisationDescription => "{name} ({roles}): {projects}، بالاشتراك مع {partners}.",
        Message::OrganisationAlone => "{name} ({roles}): {projects}، دون مشاريع مشتركة.",
        Message::WorksWith => "مع {partners}",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

pub(crate) fn plural(message: PluralMessage) -> Option<&'static str> {
    Some(match message {
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
            zero: "{count} بلد",
            one: "{count} بلد",
            two: "{count} بلدان",
            few: "{count} بلدان",
            many: "{count} بلدًا",
            other: "{count} بلد",
        ),
        PluralMessage::InCountries => forms!(
            zero: "في {count} بلد",
            one: "في {count} بلد",
            two: "في {count} بلدين",
            few: "في {count} بلدان",
            many: "في {count} بلدًا",
            other: "في {count} بلد",
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
        PluralMessage::Undated => forms!(
            zero: "{count} مشروع بلا تواريخ (غير معروض هنا)",
            one: "{count} مشروع بلا تواريخ (غير معروض هنا)",
            two: "{count} مشروعان بلا تواريخ (غير معروضين هنا)",
            few: "{count} مشاريع بلا تواريخ (غير معروضة هنا)",
            many: "{count} مشروعًا بلا تواريخ (غير معروضة هنا)",
            other: "{count} مشروع بلا تواريخ (غير معروضة هنا)",
        ),
        PluralMessage::UndatedLeftOut => forms!(
            zero: "باستثناء {count} مشروع بلا تواريخ",
            one: "باستثناء {count} مشروع بلا تواريخ",
            two: "باستثناء {count} مشروعين بلا تواريخ",
            few: "باستثناء {count} مشاريع بلا تواريخ",
            many: "باستثناء {count} مشروعًا بلا تواريخ",
            other: "باستثناء {count} مشروع بلا تواريخ",
        ),
        PluralMessage::WithoutAmount => {
            forms!(zero: "{count} مشروع بلا مبلغ بعملة {currency} (غير معروض هنا)", one: "{count} مشروع بلا مبلغ بعملة {currency} (غير معروض هنا)", two: "{count} مشروعان بلا مبلغ بعملة {currency} (غير معروضين هنا)", few: "{count} مشاريع بلا مبلغ بعملة {currency} (غير معروضة هنا)", many: "{count} مشروعًا بلا مبلغ بعملة {currency} (غير معروضة هنا)", other: "{count} مشروع بلا مبلغ بعملة {currency} (غير معروضة هنا)")
        }
        PluralMessage::PlacesNotShown => {
            forms!(zero: "لا يظهر {count} موقع آخر", one: "لا يظهر {count} موقع آخر", two: "لا يظهر {count} موقعان آخران", few: "لا تظهر {count} مواقع أخرى", many: "لا يظهر {count} موقعًا آخر", other: "لا يظهر {count} موقع آخر")
        }
        PluralMessage::SelectedOfFacet => forms!(
            zero: "تم اختيار {count}",
            one: "تم اختيار {count}",
            two: "تم اختيار {count}",
            few: "تم اختيار {count}",
            many: "تم اختيار {count}",
            other: "تم اختيار {count}",
        ),
        PluralMessage::EmptyValues => forms!(
            zero: "{count} خيار بلا مشاريع",
            one: "{count} خيار بلا مشاريع",
            two: "{count} خياران بلا مشاريع",
            few: "{count} خيارات بلا مشاريع",
            many: "{count} خيارًا بلا مشاريع",
            other: "{count} خيار بلا مشاريع",
        ),
        PluralMessage::FurtherFilters => forms!(
            zero: "و{count} عامل تصفية آخر",
            one: "و{count} عامل تصفية آخر",
            two: "و{count} عاملا تصفية آخران",
            few: "و{count} عوامل تصفية أخرى",
            many: "و{count} عامل تصفية آخر",
            other: "و{count} عامل تصفية آخر",
        ),
        PluralMessage::FurtherNotices => {
            forms!(zero: "{count} أخرى غير مدرجة.", one: "{count} أخرى غير مدرجة.", two: "{count} أخريان غير مدرجتين.", few: "{count} أخرى غير مدرجة.", many: "{count} أخرى غير مدرجة.", other: "{count} أخرى غير مدرجة.")
        }
        PluralMessage::Times => {
            forms!(zero: "{count} مرة", one: "{count} مرة", two: "{count} مرتان", few: "{count} مرات", many: "{count} مرة", other: "{count} مرة")
        }
        PluralMessage::Further => {
            forms!(zero: "{count} غيرها", one: "{count} غيرها", two: "{count} غيرها", few: "{count} غيرها", many: "{count} غيرها", other: "{count} غيرها")
        }
        PluralMessage::OrganisationsNotDrawn => forms!(
            zero: "لا تظهر {count} جهة أخرى مشاريعها أقل.",
            one: "لا تظهر {count} جهة أخرى مشاريعها أقل.",
            two: "لا تظهر {count} جهتان أخريان مشاريعهما أقل.",
            few: "لا تظهر {count} جهات أخرى مشاريعها أقل.",
            many: "لا تظهر {count} جهة أخرى مشاريعها أقل.",
            other: "لا تظهر {count} جهة أخرى مشاريعها أقل.",
        ),
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

pub(crate) fn loader(message: LoaderMessage) -> Option<&'static str> {
    Some(match message {
        LoaderMessage::Loading => "جارٍ تحميل المشاريع…",
        LoaderMessage::Failed => "تعذر تحميل المشاريع.",
        LoaderMessage::Stalled => "توقف التحميل. سيُستأنف عند عودة الاتصال.",
        LoaderMessage::Broken => {
            "حدث خطأ ما. أعد تحميل الصفحة للمتابعة؛ ستبقى عوامل التصفية كما هي."
        }
        LoaderMessage::TryAgain => "إعادة المحاولة",
        LoaderMessage::Program => "التطبيق",
        LoaderMessage::NoWebAssembly => "تقنية WebAssembly غير مدعومة",
        LoaderMessage::NoAnswer => "لا استجابة، أو انقطع الاتصال",
        LoaderMessage::Status => "أعاد الخادم الرمز {status}",
        LoaderMessage::Refused => "تعذر على متصفحك تشغيله ({reason})",
        LoaderMessage::Altered => "الملف لا يطابق النسخة المنشورة",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "تعذر تحميل المستكشف التفاعلي. لا يزال بإمكانك قراءة المشاريع أدناه."
        }
        LoaderMessage::NotShared => {
            "لا استجابة، أو أن الموقع الآخر لا يسمح بالوصول إلى هذا الملف. على خادمه أن يرسل «Access-Control-Allow-Origin: *»؛ وإن تعذر ذلك فاعرض المشاريع داخل iframe"
        }
        LoaderMessage::NotServed => "هذا ليس عنوان ويب صالحًا",
        LoaderMessage::Kept => "أنت غير متصل بالإنترنت. تُعرض المشاريع المحفوظة في {date}.",
        LoaderMessage::Update => "يتوفر إصدار جديد.",
        LoaderMessage::ShowUpdate => "تحديث",
        LoaderMessage::NotNow => "لاحقًا",
        LoaderMessage::Dismiss => "إغلاق",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

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
