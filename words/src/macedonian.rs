//! Macedonian.

use crate::message::{Counted, FORMER as CODES, Starter, Word, forms};

/// The text of a message.
pub(crate) const fn word(word: Word) -> &'static str {
    match word {
        Word::UntitledPortfolio => "Проекти",
        Word::SearchLabel => "Пребарување проекти",
        Word::SearchPlaceholder => "Наслови, цели, партнери…",
        Word::SearchTips => "Совети за пребарување",
        Word::TipPhraseExample => "\"човекови права\"",
        Word::TipPhrase => "ги наоѓа овие зборови еден до друг",
        Word::TipExclusionExample => "права -деца",
        Word::TipExclusion => "ги изоставува проектите со вториот збор",
        Word::TipYear => "сама, ги нуди проектите од таа година",
        Word::ShowYear => "Прикажи ги проектите во {year} година",
        Word::ShowingResultsFor => "Резултати за {words}",
        Word::SearchInsteadFor => "Наместо тоа, пребарај {words}",
        Word::SkipToResults => "Кон проектите",
        Word::Theming => "Бои: {theme}",
        Word::ThemeAuto => "како во системот",
        Word::ThemeLight => "светли",
        Word::ThemeDark => "темни",

        Word::Filters => "Филтри",
        Word::CloseFilters => "Затвори ги филтрите",
        Word::ClearAll => "Исчисти сѐ",
        Word::NotStated => "Не е наведено",
        Word::Selection => "Избрани филтри",
        Word::NothingNarrowed => "Ниту едно име во списокот не го содржи овој текст.",
        Word::NarrowLabel => "Стеснете го списокот: {facet}",
        Word::NarrowPlaceholder => "Барај меѓу {count}",
        Word::ShowAllValues => "Прикажи ги сите {count}",
        Word::ShowFewerValues => "Прикажи помалку",
        Word::PreviousValues => "Претходни",
        Word::NextValues => "Следни",
        Word::ValuesShown => "{first}–{last} од {count}",
        Word::FindFilter => "Најди филтер меѓу {count}",
        Word::Remove => "Отстрани: {what}",
        Word::LeaveOut => "Исклучи: {what}",
        Word::ValuesWithin => "Во рамки на: {what}",
        Word::ValueOrder => "Редослед на вредностите",
        Word::ByCount => "по број на проекти",
        Word::ByName => "по име",

        Word::Years => "Години",
        Word::From => "Од",
        Word::To => "До",
        Word::AnyYear => "која било",
        Word::FromTo => "{from} – {to}",
        Word::FromDate => "од {date}",
        Word::SinceDate => "од {date} до денес",
        Word::UntilDate => "до {date}",

        Word::Sort => "Подреди според",
        Word::SortNewest => "прво најновите",
        Word::SortOldest => "прво најстарите",
        Word::SortEnding => "прво тие со најдоцнежен крај",
        Word::SortTitle => "наслов",
        Word::SortRelevance => "најдобро совпаѓање",
        Word::Views => "Прикази",
        Word::ViewCards => "Картички",
        Word::ViewTable => "Табела",
        Word::ViewFigures => "Бројки",
        Word::ViewNetwork => "Мрежа",
        Word::ViewCompare => "Споредба",
        Word::NoResults => "Ниту еден проект не го исполнува сето ова.",
        Word::NoResultsAdvice => "Отстранете некој од филтрите или исчистете ги сите.",
        Word::NoProjects => "Ова портфолио сѐ уште нема проекти.",

        Word::Country => "Земја",
        Word::Donor => "Донатор",
        Word::ImplementingAgency => "Спроведувачка организација",
        Word::Partner => "Партнер",
        Word::Theme => "Тема",
        Word::Status => "Статус",
        Word::StatusPlanned => "Планиран",
        Word::StatusOngoing => "Во тек",
        Word::StatusCompleted => "Завршен",
        Word::StatusSuspended => "Прекинат",
        Word::StatusCancelled => "Откажан",

        Word::InCountry => "во",
        Word::ByDonor => "финансирани од",
        Word::ByImplementing => "спроведени од",
        Word::WithPartner => "со",
        Word::OnTheme => "на тема",
        Word::OfStatus => "· статус:",
        Word::WithField => "· {field}:",
        Word::NotInCountry => "освен во",
        Word::NotByDonor => "што не се финансирани од",
        Word::NotByImplementing => "што не се спроведени од",
        Word::NotWithPartner => "без",
        Word::NotOnTheme => "што не се на тема",
        Word::NotOfStatus => "· статус, освен:",
        Word::NotWithField => "· {field}, освен:",
        Word::Or => "или",
        Word::Nor => "и",
        Word::Matching => "што содржат",
        Word::Running => "во период",
        Word::Quoted => "„{text}“",

        Word::Objective => "Цел",
        Word::Summary => "Резиме",
        Word::StatedDuration => "Наведено траење",
        Word::Countries => "Каде",
        Word::Donors => "Донатор",
        Word::Implementing => "Спроведување",
        Word::Partners => "Партнери",
        Word::Themes => "Теми",
        Word::Documents => "Документи",
        Word::Links => "Врски",
        Word::Related => "Поврзани проекти",
        Word::Remark => "Забелешка",
        Word::ValueNotStated => "не е наведено",
        Word::NoAddress => "без наведена адреса",
        Word::Close => "Затвори",
        Word::WholeRecord => "Сите податоци",
        Word::WholeRecordOf => "Сите податоци: {title}",
        Word::AllProjects => "Сите проекти",
        Word::InExplorer => "Отвори го меѓу сите проекти",
        Word::ShareAndEmbed => "Сподели и вгради",
        Word::ShareLink => "Врска",
        Word::ShareElement => "Елемент",
        Word::ShareFrame => "Вградена рамка",
        Word::ShareLinkAdvice => "Води кон она што го гледате сега.",
        Word::ShareElementAdvice => {
            "Вметнете ги двата реда таму каде што треба да стојат проектите."
        }
        Word::ShareFrameAdvice => {
            "За страници што не дозволуваат ништо друго. Каде што не се дозволени скрипти, поставете висина."
        }
        Word::ShareFilters => "Со она што е избрано сега",
        Word::ShareTheme => "Бои",
        Word::ShareAsAround => "според околината",
        Word::ShareHeight => "Висина во пиксели",
        Word::ShareOwnHeight => "сама по себе",
        Word::ShareCode => "За копирање",
        Word::SharePreview => "Преглед",
        Word::Copied => "Копирано.",
        Word::PeriodNotStated => "Периодот не е наведен",
        Word::ListedAs => "тука се води како {name}",
        Word::PlaceInResults => "{at} од {of}",
        Word::NotInResults => "не е меѓу прикажаните проекти",
        Word::Neighbours => "Други проекти",
        Word::Previous => "Претходен проект",
        Word::Next => "Следен проект",
        Word::InTime => "{period}; списокот опфаќа {years}",
        Word::ListEnd => "{list} и {last}",
        Word::InCommon => "Најмногу заедничко со овој проект",
        Word::AlsoIn => "исто така во {names}",
        Word::PaidForBy => "финансирани од {donor}",
        Word::AlsoByDonor => "исто така финансиран од {names}",
        Word::AlsoByImplementing => "исто така спроведен од {names}",
        Word::AlsoWith => "исто така со {names}",
        Word::AlsoOn => "исто така на тема {names}",
        Word::CopyLink => "Копирај ја врската",
        Word::LinkCopied => "Врската е копирана.",
        Word::CopyByHand => {
            "Прелистувачот не дозволува страницата да копира: изберете го текстот и копирајте го рачно."
        }
        Word::Cite => "Цитирај",
        Word::PlainText => "Обичен текст",
        Word::Accessed => "пристапено на {date}",
        Word::ListUpdated => "ажурирано на {date}",
        Word::NoDate => "б. д.",
        Word::Copy => "Копирај",
        Word::CopyWhat => "Копирај: {what}",
        Word::CitationCopied => "Цитатот е копиран.",
        Word::Print => "Печати",
        Word::PrintedFrom => "Испечатено на {date} од {address}",
        Word::PrintedPart => "Испечатено: {projects}",
        Word::Compare => "Спореди",
        Word::CompareThis => "Спореди: {title}",
        Word::ComparisonFull => "Може да се споредат најмногу четири проекти.",
        Word::Title => "Наслов",
        Word::Period => "Период",
        Word::Columns => "Колони",
        Word::TableCaption => "{projects}, подредени по: {order}",
        Word::OrderAscending => "{column}, А–Ш",
        Word::OrderDescending => "{column}, Ш–А",
        Word::ToCompare => "За споредба",
        Word::ChooseAnother => "Изберете уште еден за споредба.",
        Word::ClearComparison => "Испразни",
        Word::ComparisonAdvice => {
            "Изберете од два до четири проекти за да ги видите еден до друг: притиснете „Спореди“ на нивните картички, во табелата или во нивните записи."
        }
        Word::ChooseProjects => "Избери проекти",
        Word::AddAnother => "Додај уште еден проект",
        Word::SideBySide => "Еден до друг",
        Word::SharedBy => "{count} од {of}",
        Word::AllShare => "На сите им е заедничко — {list}",
        Word::NothingShared => "Нема ништо што е заедничко за сите.",
        Word::ListSeparator => ", ",
        Word::PartSeparator => ": ",
        Word::DetailSeparator => " · ",
        Word::ProjectsPerYear => "Тековни проекти по години",
        Word::ProjectsInTime => "Траење на секој проект",
        Word::Play => "Нека минуваат годините",
        Word::Pause => "Пауза",
        Word::YearBar => "{year}: {projects}",
        Word::ShowMore => "Прикажи уште {count} (остануваат {left})",
        Word::ShowEarlier => "Прикажи ги претходните резултати ({count})",
        Word::ShowResults => "Прикажи {projects}",

        Word::Map => "Карта на земјите",
        Word::SmallMap => "Карта: {names}",
        Word::MapHelp => {
            "Стрелките водат од земја до земја, Enter избира, плус и минус го менуваат размерот."
        }
        Word::Loading => "Се вчитува…",
        Word::MapLoading => "Картата се црта…",
        Word::TryAgain => "Обиди се повторно",
        Word::ZoomIn => "Зголеми",
        Word::ZoomOut => "Намали",
        Word::FitToResults => "Приспособи кон резултатите",
        Word::WholeMap => "Цела карта",
        Word::ZoomByWheel => "Држете {key} и вртете го тркалцето за да ја зголемите картата",
        Word::MoveByFingers => "Поместувајте ја картата со два прста",
        Word::Elsewhere => "Земји надвор од рамката на картата",
        Word::Legend => "Проекти по земја",
        Word::CountriesWith => "Избери ги земјите со: {projects}",
        Word::MapAsTable => "Картата како табела",
        Word::MapTableCaption => "Проекти по земја според другите филтри, и нивниот удел",
        Word::ProjectsColumn => "Проекти",
        Word::ShareColumn => "Удел",
        Word::SavePicture => "Зачувај како слика",
        Word::PictureSvg => "SVG (цртеж)",
        Word::PicturePng => "PNG (пиксели)",
        Word::PictureFact => "{label}: {value}",
        Word::BordersSource => "Граници: Natural Earth.",
        Word::Disclaimer => "Границите и имињата не значат признавање.",
        Word::DisclaimerDetails => {
            "Границите и имињата на оваа карта, како и употребените називи, не значат дека издавачот ги одобрува или прифаќа. Секој проект го задржува името што неговиот извор го користи за земјата; филтрите ги групираат според кодот ISO под името што е сега во употреба. Граници: Natural Earth, 1:50 милиони."
        }
        Word::AbsentFromMap => "Ги нема на оваа карта, но ги има во списокот земји: {names}.",
        Word::PartFailed => "Овој дел не можеше да се вчита ({reason}). Сѐ друго работи.",
        Word::MapFailed => {
            "Границите на картата не можеа да се вчитаат ({reason}). Сѐ друго работи; земјите можат да се изберат од списокот."
        }
        Word::ReasonNetwork => "мрежата не одговори",
        Word::ReasonDamaged => "датотеката е оштетена",
        Word::ReasonStatus => "серверот одговори {status}",

        Word::DataProblems => "Дел од ова портфолио не можеше да се прочита",
        Word::DataUnreadable => "Ова портфолио не можеше да се прочита",
        Word::DataAdvice => {
            "Прикажано е сѐ што можеше да се прочита. Издавачот може да ја поправи датотеката на местата наведени подолу."
        }
        Word::DataAdviceNothing => {
            "Издавачот може да ја поправи датотеката на местото наведено подолу. Потоа вчитајте ја страницата повторно."
        }
        Word::PlaceInFile => "{file}, ред {line}, колона {column}",
        Word::FurtherFindings => "уште {count}",

        Word::Notice => "За оваа адреса",
        Word::UnknownValue => {
            "Адресата бара „{value}“ под {facet}, што го нема во ова портфолио; тоа е занемарено."
        }
        Word::IgnoredParameter => {
            "Адресата содржи „{parameter}“, што нема смисла; тоа е занемарено."
        }
        Word::UnknownProject => "Адресата бара проект „{id}“, што го нема во ова портфолио.",
        Word::UnknownLanguage => {
            "Адресата бара јазик „{language}“, на кој оваа страница не постои."
        }
        Word::LanguageFailed => {
            "Текстовите на бараниот јазик ({language}) не можеа да се вчитаат ({reason})."
        }
        Word::Language => "Јазик",
        Word::AboutData => "За овој список",
        Word::PublishedBy => "Издавач",
        Word::Source => "Извор",
        Word::AboutAccessibility => "Пристапност на оваа страница",
        Word::Licence => "Лиценца",
        Word::Updated => "Ажурирано",

        Word::FigureProjects => "Проекти",
        Word::FigureCountries => "Земји и територии",
        Word::FigureDonors => "Донатори",
        Word::FigureAgencies => "Спроведувачки организации",
        Word::FigurePartners => "Партнери",
        Word::FigureBar => "{name}: {projects}, {share}",
        Word::Percent => "{number} %",
        Word::LessThanOnePercent => "< 1 %",
        Word::AllOfThem => "Сите {count}",
        Word::FewerOfThem => "Помалку",
        Word::FiguresNote => {
            "Проектот се брои под секоја своја вредност, па броевите во еден список можат да дадат повеќе од вкупното. Уделите се од прикажаните проекти."
        }
        Word::FiguresScale => {
            "Секој список има свој размер, според својата најголема вредност. Лента со прекин е подолга отколку што е прикажана."
        }
        Word::FiguresYearNote => "Изберете година, потоа уште една за сите меѓу нив.",
        Word::FiguresDownload => "Преземи ги овие бројки (CSV)",
        Word::ColumnFacet => "Список",
        Word::ColumnValue => "Вредност",
        Word::ColumnShare => "Удел во %",
        Word::NetworkTitle => "Кој со кого работи",
        Word::NetworkHelp => {
            "Покажете на организација за да видите со кого дели проекти. Изберете ја за да филтрирате по неа. Стрелките водат од една до друга."
        }
        Word::NetworkTies => "Линиите ги покажуваат најсилните врски на секоја организација.",
        Word::NoOrganisations => "Овие проекти не наведуваат организации.",
        Word::ShowAs => "Прикажи како",
        Word::AsDrawing => "Цртеж",
        Word::AsList => "Список",
        Word::SeveralRoles => "Повеќе улоги",
        Word::OrganisationTold => "{name} ({roles}): {projects}, заедно со {partners}.",
        Word::OrganisationAlone => "{name} ({roles}): {projects}, без друга организација.",
        Word::WorksWith => "со {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn counted(message: Counted) -> &'static str {
    match message {
        Counted::Projects => forms!(one: "{count} проект", other: "{count} проекти"),
        Counted::ShownOf => forms!(
            one: "{shown} од {count} проект",
            other: "{shown} од {count} проекти",
        ),
        Counted::Countries => forms!(
            one: "{count} земја или територија",
            other: "{count} земји и територии",
        ),
        Counted::InCountries => forms!(
            one: "во {count} земја или територија",
            other: "во {count} земји и територии",
        ),
        Counted::Donors => forms!(one: "{count} донатор", other: "{count} донатори"),
        Counted::CompareSome => {
            forms!(one: "Спореди {count} проект", other: "Спореди {count} проекти")
        }
        Counted::ProjectsInRange => forms!(one: "{range} проект", other: "{range} проекти"),
        Counted::Undated => {
            forms!(one: "{count} проект без датум", other: "{count} проекти без датум")
        }
        Counted::UndatedLeftOut => {
            forms!(one: "{count} проект без датум не е вклучен", other: "{count} проекти без датум не се вклучени")
        }
        Counted::FurtherFilters => {
            forms!(one: "и уште {count} филтер", other: "и уште {count} филтри")
        }
        Counted::FurtherNotices => {
            forms!(one: "Уште {count} не е наведено.", other: "Уште {count} не се наведени.")
        }
        Counted::Times => forms!(one: "{count} пат", other: "{count} пати"),
        Counted::Further => forms!(one: "уште {count}", other: "уште {count}"),
        Counted::OrganisationsNotDrawn => {
            forms!(one: "Уште {count} организација, со помалку проекти, не е прикажана.", other: "Уште {count} организации, со помалку проекти, не се прикажани.")
        }
    }
}

/// What the loader says.
pub(crate) const fn starter(message: Starter) -> &'static str {
    match message {
        Starter::Loading => "Проектите се вчитуваат…",
        Starter::Failed => "Проектите не можеа да се вчитаат.",
        Starter::Stalled => {
            "Вчитувањето застана: веќе некое време не пристигнува ништо. Ќе продолжи само ако врската се врати."
        }
        Starter::Broken => {
            "Нешто во оваа страница се расипа и таа повеќе не реагира. Повторното вчитување ја враќа, со истите филтри."
        }
        Starter::TryAgain => "Обиди се повторно",
        Starter::Program => "програмата на страницата",
        Starter::NoWebAssembly => "нема WebAssembly",
        Starter::NoAnswer => "мрежата не одговори или прекина на половина пат",
        Starter::Status => "серверот одговори {status}",
        Starter::Refused => "прелистувачот не можеше да ја изврши ({reason})",
        Starter::Altered => "она што пристигна не е она што беше објавено",
        Starter::Failure => "{name}: {reason}.",
        Starter::Readable => {
            "Истражувачот не можеше да се вчита: проектите можат да се читаат овде, но не и да се пребаруваат или филтрираат."
        }
        Starter::NotShared => {
            "мрежата не одговори, или другата страница не дозволува оваа страница да ја чита датотеката. Нејзиниот сервер треба да испраќа „Access-Control-Allow-Origin: *“; ако тоа не може да се смени, прикажете ги проектите во iframe"
        }
        Starter::NotServed => "ова не е адреса на датотека на сервер",
        Starter::Kept => "Без врска: ова се проектите заклучно со {date}.",
        Starter::Update => "Има нова верзија на оваа страница.",
        Starter::ShowUpdate => "Прикажи ја",
        Starter::NotNow => "Не сега",
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
