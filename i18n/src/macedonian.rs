//! Macedonian.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

/// The text of a message.
pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "Проекти",
        Message::SearchLabel => "Пребарување проекти",
        Message::SearchPlaceholder => "Наслови, цели, партнери…",
        Message::SearchTips => "Совети за пребарување",
        Message::TipPhraseExample => "\"човекови права\"",
        Message::TipPhrase => "ги наоѓа овие зборови еден до друг",
        Message::TipExclusionExample => "права -деца",
        Message::TipExclusion => "ги изоставува проектите со вториот збор",
        Message::TipYear => "сама, ги нуди проектите од таа година",
        Message::ShowYear => "Прикажи ги проектите во {year} година",
        Message::ShowingResultsFor => "Резултати за {words}",
        Message::SearchInsteadFor => "Наместо тоа, пребарај {words}",
        Message::SkipToResults => "Кон проектите",
        Message::Theming => "Бои: {theme}",
        Message::ThemeAuto => "како во системот",
        Message::ThemeLight => "светли",
        Message::ThemeDark => "темни",

        Message::Filters => "Филтри",
        Message::CloseFilters => "Затвори ги филтрите",
        Message::ClearAll => "Исчисти сѐ",
        Message::NotStated => "Не е наведено",
        Message::Selection => "Избрани филтри",
        Message::NothingNarrowed => "Ниту едно име во списокот не го содржи овој текст.",
        Message::NarrowLabel => "Стеснете го списокот: {facet}",
        Message::NarrowPlaceholder => "Барај меѓу {count}",
        Message::ShowAllValues => "Прикажи ги сите {count}",
        Message::ShowFewerValues => "Прикажи помалку",
        Message::PreviousValues => "Претходни",
        Message::NextValues => "Следни",
        Message::ValuesShown => "{first}–{last} од {count}",
        Message::FindFilter => "Најди филтер меѓу {count}",
        Message::Remove => "Отстрани: {what}",
        Message::LeaveOut => "Исклучи: {what}",
        Message::ValuesWithin => "Во рамки на: {what}",
        Message::ValueOrder => "Редослед на вредностите",
        Message::ByCount => "по број на проекти",
        Message::ByName => "по име",

        Message::Years => "Години",
        Message::From => "Од",
        Message::To => "До",
        Message::AnyYear => "која било",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "од {date}",
        Message::SinceDate => "од {date} до денес",
        Message::UntilDate => "до {date}",

        Message::Sort => "Подреди според",
        Message::SortNewest => "прво најновите",
        Message::SortOldest => "прво најстарите",
        Message::SortEnding => "прво тие со најдоцнежен крај",
        Message::SortTitle => "наслов",
        Message::SortRelevance => "најдобро совпаѓање",
        Message::Views => "Прикази",
        Message::ViewCards => "Картички",
        Message::ViewTable => "Табела",
        Message::ViewFigures => "Бројки",
        Message::ViewNetwork => "Мрежа",
        Message::ViewCompare => "Споредба",
        Message::NoResults => "Ниту еден проект не го исполнува сето ова.",
        Message::NoResultsAdvice => "Отстранете некој од филтрите или исчистете ги сите.",
        Message::NoProjects => "Ова портфолио сѐ уште нема проекти.",

        Message::Country => "Земја",
        Message::Donor => "Донатор",
        Message::ImplementingAgency => "Спроведувачка организација",
        Message::Partner => "Партнер",
        Message::Theme => "Тема",
        Message::Status => "Статус",
        Message::StatusPlanned => "Планиран",
        Message::StatusOngoing => "Во тек",
        Message::StatusCompleted => "Завршен",
        Message::StatusSuspended => "Прекинат",
        Message::StatusCancelled => "Откажан",

        Message::InCountry => "во",
        Message::ByDonor => "финансирани од",
        Message::ByImplementing => "спроведени од",
        Message::WithPartner => "со",
        Message::OnTheme => "на тема",
        Message::OfStatus => "· статус:",
        Message::WithField => "· {field}:",
        Message::NotInCountry => "освен во",
        Message::NotByDonor => "што не се финансирани од",
        Message::NotByImplementing => "што не се спроведени од",
        Message::NotWithPartner => "без",
        Message::NotOnTheme => "што не се на тема",
        Message::NotOfStatus => "· статус, освен:",
        Message::NotWithField => "· {field}, освен:",
        Message::Or => "или",
        Message::Nor => "и",
        Message::Matching => "што содржат",
        Message::Running => "во период",
        Message::Quoted => "„{text}“",

        Message::Objective => "Цел",
        Message::Summary => "Резиме",
        Message::StatedDuration => "Наведено траење",
        Message::Countries => "Каде",
        Message::Donors => "Донатор",
        Message::Implementing => "Спроведување",
        Message::Partners => "Партнери",
        Message::Themes => "Теми",
        Message::Documents => "Документи",
        Message::Links => "Врски",
        Message::Related => "Поврзани проекти",
        Message::Remark => "Забелешка",
        Message::ValueNotStated => "не е наведено",
        Message::NoAddress => "без наведена адреса",
        Message::Close => "Затвори",
        Message::WholeRecord => "Сите податоци",
        Message::WholeRecordOf => "Сите податоци: {title}",
        Message::AllProjects => "Сите проекти",
        Message::InExplorer => "Отвори го меѓу сите проекти",
        Message::ShareAndEmbed => "Сподели и вгради",
        Message::ShareLink => "Врска",
        Message::ShareElement => "Елемент",
        Message::ShareFrame => "Вградена рамка",
        Message::ShareLinkAdvice => "Води кон она што го гледате сега.",
        Message::ShareElementAdvice => {
            "Вметнете ги двата реда таму каде што треба да стојат проектите."
        }
        Message::ShareFrameAdvice => {
            "За страници што не дозволуваат ништо друго. Каде што не се дозволени скрипти, поставете висина."
        }
        Message::ShareFilters => "Со она што е избрано сега",
        Message::ShareTheme => "Бои",
        Message::ShareAsAround => "според околината",
        Message::ShareHeight => "Висина во пиксели",
        Message::ShareOwnHeight => "сама по себе",
        Message::ShareCode => "За копирање",
        Message::SharePreview => "Преглед",
        Message::Copied => "Копирано.",
        Message::PeriodNotStated => "Периодот не е наведен",
        Message::ListedAs => "тука се води како {name}",
        Message::PlaceInResults => "{at} од {of}",
        Message::NotInResults => "не е меѓу прикажаните проекти",
        Message::Neighbours => "Други проекти",
        Message::Previous => "Претходен проект",
        Message::Next => "Следен проект",
        Message::InTime => "{period}; списокот опфаќа {years}",
        Message::ListEnd => "{list} и {last}",
        Message::InCommon => "Најмногу заедничко со овој проект",
        Message::AlsoIn => "исто така во {names}",
        Message::PaidForBy => "финансирани од {donor}",
        Message::AlsoByDonor => "исто така финансиран од {names}",
        Message::AlsoByImplementing => "исто така спроведен од {names}",
        Message::AlsoWith => "исто така со {names}",
        Message::AlsoOn => "исто така на тема {names}",
        Message::CopyLink => "Копирај ја врската",
        Message::LinkCopied => "Врската е копирана.",
        Message::CopyByHand => {
            "Прелистувачот не дозволува страницата да копира: изберете го текстот и копирајте го рачно."
        }
        Message::Cite => "Цитирај",
        Message::PlainText => "Обичен текст",
        Message::Accessed => "пристапено на {date}",
        Message::ListUpdated => "ажурирано на {date}",
        Message::NoDate => "б. д.",
        Message::Copy => "Копирај",
        Message::CopyWhat => "Копирај: {what}",
        Message::CitationCopied => "Цитатот е копиран.",
        Message::Print => "Печати",
        Message::PrintedFrom => "Испечатено на {date} од {address}",
        Message::PrintedPart => "Испечатено: {projects}",
        Message::Compare => "Спореди",
        Message::CompareThis => "Спореди: {title}",
        Message::ComparisonFull => "Може да се споредат најмногу четири проекти.",
        Message::Title => "Наслов",
        Message::Period => "Период",
        Message::Columns => "Колони",
        Message::TableCaption => "{projects}, подредени по: {order}",
        Message::OrderAscending => "{column}, А–Ш",
        Message::OrderDescending => "{column}, Ш–А",
        Message::ToCompare => "За споредба",
        Message::ChooseAnother => "Изберете уште еден за споредба.",
        Message::ClearComparison => "Испразни",
        Message::ComparisonAdvice => {
            "Изберете од два до четири проекти за да ги видите еден до друг: притиснете „Спореди“ на нивните картички, во табелата или во нивните записи."
        }
        Message::ChooseProjects => "Избери проекти",
        Message::AddAnother => "Додај уште еден проект",
        Message::SideBySide => "Еден до друг",
        Message::SharedBy => "{count} од {of}",
        Message::AllShare => "На сите им е заедничко — {list}",
        Message::NothingShared => "Нема ништо што е заедничко за сите.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Тековни проекти по години",
        Message::ProjectsInTime => "Траење на секој проект",
        Message::Play => "Нека минуваат годините",
        Message::Pause => "Пауза",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "Прикажи уште {count} (остануваат {left})",
        Message::ShowEarlier => "Прикажи ги претходните резултати ({count})",
        Message::ShowResults => "Прикажи {projects}",

        Message::Map => "Карта на земјите",
        Message::SmallMap => "Карта: {names}",
        Message::MapHelp => {
            "Стрелките водат од земја до земја, Enter избира, плус и минус го менуваат размерот."
        }
        Message::Loading => "Се вчитува…",
        Message::MapLoading => "Картата се црта…",
        Message::TryAgain => "Обиди се повторно",
        Message::ZoomIn => "Зголеми",
        Message::ZoomOut => "Намали",
        Message::FitToResults => "Приспособи кон резултатите",
        Message::WholeMap => "Цела карта",
        Message::ZoomByWheel => "Држете {key} и вртете го тркалцето за да ја зголемите картата",
        Message::MoveByFingers => "Поместувајте ја картата со два прста",
        Message::Elsewhere => "Земји надвор од рамката на картата",
        Message::Legend => "Проекти по земја",
        Message::CountriesWith => "Избери ги земјите со: {projects}",
        Message::MapAsTable => "Картата како табела",
        Message::MapTableCaption => "Проекти по земја според другите филтри, и нивниот удел",
        Message::ProjectsColumn => "Проекти",
        Message::ShareColumn => "Удел",
        Message::SavePicture => "Зачувај како слика",
        Message::PictureSvg => "SVG (цртеж)",
        Message::PicturePng => "PNG (пиксели)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Граници: Natural Earth.",
        Message::Disclaimer => "Границите и имињата не значат признавање.",
        Message::DisclaimerDetails => {
            "Границите и имињата на оваа карта, како и употребените називи, не значат дека издавачот ги одобрува или прифаќа. Секој проект го задржува името што неговиот извор го користи за земјата; филтрите ги групираат според кодот ISO под името што е сега во употреба. Граници: Natural Earth, 1:50 милиони."
        }
        Message::AbsentFromMap => "Ги нема на оваа карта, но ги има во списокот земји: {names}.",
        Message::PartFailed => "Овој дел не можеше да се вчита ({reason}). Сѐ друго работи.",
        Message::MapFailed => {
            "Границите на картата не можеа да се вчитаат ({reason}). Сѐ друго работи; земјите можат да се изберат од списокот."
        }
        Message::ReasonNetwork => "мрежата не одговори",
        Message::ReasonDamaged => "датотеката е оштетена",
        Message::ReasonStatus => "серверот одговори {status}",

        Message::DataProblems => "Дел од ова портфолио не можеше да се прочита",
        Message::DataUnreadable => "Ова портфолио не можеше да се прочита",
        Message::DataAdvice => {
            "Прикажано е сѐ што можеше да се прочита. Издавачот може да ја поправи датотеката на местата наведени подолу."
        }
        Message::DataAdviceNothing => {
            "Издавачот може да ја поправи датотеката на местото наведено подолу. Потоа вчитајте ја страницата повторно."
        }
        Message::PlaceInFile => "{file}, ред {line}, колона {column}",
        Message::FurtherFindings => "уште {count}",

        Message::Notice => "За оваа адреса",
        Message::UnknownValue => {
            "Адресата бара „{value}“ под {facet}, што го нема во ова портфолио; тоа е занемарено."
        }
        Message::IgnoredParameter => {
            "Адресата содржи „{parameter}“, што нема смисла; тоа е занемарено."
        }
        Message::UnknownProject => "Адресата бара проект „{id}“, што го нема во ова портфолио.",
        Message::UnknownLanguage => {
            "Адресата бара јазик „{language}“, на кој оваа страница не постои."
        }
        Message::LanguageFailed => {
            "Текстовите на бараниот јазик ({language}) не можеа да се вчитаат ({reason})."
        }
        Message::Language => "Јазик",
        Message::AboutData => "За овој список",
        Message::PublishedBy => "Издавач",
        Message::Source => "Извор",
        Message::AboutAccessibility => "Пристапност на оваа страница",
        Message::Licence => "Лиценца",
        Message::Updated => "Ажурирано",

        Message::FigureProjects => "Проекти",
        Message::FigureCountries => "Земји и територии",
        Message::FigureDonors => "Донатори",
        Message::FigureAgencies => "Спроведувачки организации",
        Message::FigurePartners => "Партнери",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Сите {count}",
        Message::FewerOfThem => "Помалку",
        Message::FiguresNote => {
            "Проектот се брои под секоја своја вредност, па броевите во еден список можат да дадат повеќе од вкупното. Уделите се од прикажаните проекти."
        }
        Message::FiguresScale => {
            "Секој список има свој размер, според својата најголема вредност. Лента со прекин е подолга отколку што е прикажана."
        }
        Message::FiguresYearNote => "Изберете година, потоа уште една за сите меѓу нив.",
        Message::FiguresDownload => "Преземи ги овие бројки (CSV)",
        Message::ColumnFacet => "Список",
        Message::ColumnValue => "Вредност",
        Message::ColumnShare => "Удел во %",
        Message::NetworkTitle => "Кој со кого работи",
        Message::NetworkHelp => {
            "Покажете на организација за да видите со кого дели проекти. Изберете ја за да филтрирате по неа. Стрелките водат од една до друга."
        }
        Message::NetworkTies => "Линиите ги покажуваат најсилните врски на секоја организација.",
        Message::NoOrganisations => "Овие проекти не наведуваат организации.",
        Message::ShowAs => "Прикажи како",
        Message::AsDrawing => "Цртеж",
        Message::AsList => "Список",
        Message::SeveralRoles => "Повеќе улоги",
        Message::OrganisationTold => "{name} ({roles}): {projects}, заедно со {partners}.",
        Message::OrganisationAlone => "{name} ({roles}): {projects}, без друга организација.",
        Message::WorksWith => "со {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
        PluralMessage::Projects => forms!(one: "{count} проект", other: "{count} проекти"),
        PluralMessage::ShownOf => forms!(
            one: "{shown} од {count} проект",
            other: "{shown} од {count} проекти",
        ),
        PluralMessage::Countries => forms!(
            one: "{count} земја или територија",
            other: "{count} земји и територии",
        ),
        PluralMessage::InCountries => forms!(
            one: "во {count} земја или територија",
            other: "во {count} земји и територии",
        ),
        PluralMessage::Donors => forms!(one: "{count} донатор", other: "{count} донатори"),
        PluralMessage::CompareSome => {
            forms!(one: "Спореди {count} проект", other: "Спореди {count} проекти")
        }
        PluralMessage::ProjectsInRange => forms!(one: "{range} проект", other: "{range} проекти"),
        PluralMessage::Undated => {
            forms!(one: "{count} проект без датум", other: "{count} проекти без датум")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} проект без датум не е вклучен", other: "{count} проекти без датум не се вклучени")
        }
        PluralMessage::FurtherFilters => {
            forms!(one: "и уште {count} филтер", other: "и уште {count} филтри")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "Уште {count} не е наведено.", other: "Уште {count} не се наведени.")
        }
        PluralMessage::Times => forms!(one: "{count} пат", other: "{count} пати"),
        PluralMessage::Further => forms!(one: "уште {count}", other: "уште {count}"),
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "Уште {count} организација, со помалку проекти, не е прикажана.", other: "Уште {count} организации, со помалку проекти, не се прикажани.")
        }
    }
}

/// What the loader says.
pub(crate) const fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "Проектите се вчитуваат…",
        LoaderMessage::Failed => "Проектите не можеа да се вчитаат.",
        LoaderMessage::Stalled => {
            "Вчитувањето застана: веќе некое време не пристигнува ништо. Ќе продолжи само ако врската се врати."
        }
        LoaderMessage::Broken => {
            "Нешто во оваа страница се расипа и таа повеќе не реагира. Повторното вчитување ја враќа, со истите филтри."
        }
        LoaderMessage::TryAgain => "Обиди се повторно",
        LoaderMessage::Program => "програмата на страницата",
        LoaderMessage::NoWebAssembly => "нема WebAssembly",
        LoaderMessage::NoAnswer => "мрежата не одговори или прекина на половина пат",
        LoaderMessage::Status => "серверот одговори {status}",
        LoaderMessage::Refused => "прелистувачот не можеше да ја изврши ({reason})",
        LoaderMessage::Altered => "она што пристигна не е она што беше објавено",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "Истражувачот не можеше да се вчита: проектите можат да се читаат овде, но не и да се пребаруваат или филтрираат."
        }
        LoaderMessage::NotShared => {
            "мрежата не одговори, или другата страница не дозволува оваа страница да ја чита датотеката. Нејзиниот сервер треба да испраќа „Access-Control-Allow-Origin: *“; ако тоа не може да се смени, прикажете ги проектите во iframe"
        }
        LoaderMessage::NotServed => "ова не е адреса на датотека на сервер",
        LoaderMessage::Kept => "Без врска: ова се проектите заклучно со {date}.",
        LoaderMessage::Update => "Има нова верзија на оваа страница.",
        LoaderMessage::ShowUpdate => "Прикажи ја",
        LoaderMessage::NotNow => "Не сега",
    }
}

/// The names of countries whose codes have been withdrawn.
pub(crate) const FORMER: [&str; CODES.len()] = [
    "Холандски Антили",
    "Бурма",
    "Србија и Црна Гора",
    "Источна Германија",
    "Советски Сојуз",
    "Источен Тимор",
    "Јужен Јемен",
    "Југославија",
    "Заир",
];

/// The short names of the months: browsers do not know them.
pub(crate) const MONTHS: [&str; 12] = [
    "јан.",
    "фев.",
    "март",
    "апр.",
    "мај",
    "јуни",
    "јули",
    "авг.",
    "септ.",
    "окт.",
    "ноем.",
    "дек.",
];
