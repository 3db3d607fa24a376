use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

pub(crate) fn message(message: Message) -> Option<&'static str> {
    Some(match message {
        Message::UntitledPortfolio => "Проекти",
        Message::SearchLabel => "Пребарување проекти",
        Message::SearchPlaceholder => "Барај по наслов, цел или партнер",
        Message::SearchTips => "Совети за пребарување",
        Message::TipPhraseExample => "\"човекови права\"",
        Message::TipPhrase => "ги наоѓа овие зборови еден до друг",
        Message::TipExclusionExample => "права -деца",
        Message::TipExclusion => "ги исклучува проектите со вториот збор",
        Message::TipYear => "внесена сама, ги нуди проектите од таа година",
        Message::ShowYear => "Прикажи проекти активни во {year} година",
        Message::ShowingResultsFor => "Резултати за {words}",
        Message::SearchInsteadFor => "Наместо тоа, барај {words}",
        Message::Suggestions => "Предлози",
        Message::SuggestedProject => "Проект",
        Message::SkipToResults => "Прескокни до проектите",
        Message::SkipToFilters => "Прескокни до филтрите",
        Message::SkipToMap => "Прескокни до картата",
        Message::MapAndTimeline => "Карта и временска линија",
        Message::Theming => "Изглед: {theme}",
        Message::ThemeAuto => "Системски",
        Message::ThemeLight => "Светол",
        Message::ThemeDark => "Темен",
        Message::Settings => "Поставки",
        Message::Keys => "Кратенки на тастатура",
        Message::KeySearch => "Кон полето за пребарување",
        Message::KeyHelp => "Прикажи ги овие кратенки",
        Message::KeyWithin => "Движи се низ филтер, години, карта или предлози",
        Message::KeyEnds => "Прв или последен од нив",
        Message::KeyRecord => "Претходен или следен проект, во деталите на проект",
        Message::KeyClose => "Затвори го отвореното",
        Message::KeyNameHome => "Home",
        Message::KeyNameEnd => "End",
        Message::KeyNameEscape => "Esc",

        Message::Filters => "Филтри",
        Message::CloseFilters => "Затвори ги филтрите",
        Message::ClearAll => "Исчисти ги филтрите",
        Message::Clear => "Исчисти",
        Message::ClearFacet => "Исчисти: {facet}",
        Message::NotStated => "Не е наведено",
        Message::Selection => "Избрани филтри",
        Message::NothingNarrowed => "Нема совпаѓања",
        Message::NarrowLabel => "Пребарај во: {facet}",
        Message::NarrowPlaceholder => "Барај опции ({count})",
        Message::ShowAllValues => "Прикажи ги сите {count}",
        Message::ShowFewerValues => "Прикажи помалку",
        Message::PreviousValues => "Претходни",
        Message::NextValues => "Следни",
        Message::ValuesShown => "{first}–{last} од {count}",
        Message::FindFilter => "Барај филтри ({count})",
        Message::Remove => "Отстрани: {what}",
        Message::Exclude => "Исклучи: {what}",
        Message::Not => "не",
        Message::NotValue => "не {what}",
        Message::MatchLabel => "Проекти со",
        Message::MatchAny => "некоја од нив",
        Message::MatchAll => "сите нив",
        Message::ValuesWithin => "Опции во: {what}",
        Message::ValueOrder => "Редослед на опции",
        Message::ByCount => "Најмногу проекти",
        Message::ByName => "А–Ш",

        Message::Years => "Години",
        Message::YearsActive => "Години на спроведување",
        Message::From => "Од",
        Message::To => "До",
        Message::AnyYear => "Која било",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "од {date}",
        Message::SinceDate => "од {date} до денес",
        Message::UntilDate => "до {date}",

        Message::Sort => "Подреди според",
        Message::SortNewest => "Прво најновите",
        Message::SortOldest => "Прво најстарите",
        Message::SortEnding => "Прво со најдоцнежен крај",
        Message::SortAmount => "Прво со најголем износ",
        Message::SortSmallest => "Прво со најмал износ",
        Message::SortTitle => "Наслов (А–Ш)",
        Message::SortRelevance => "Најдобро совпаѓање",
        Message::Views => "Приказ",
        Message::ViewList => "Список",
        Message::ViewCards => "Картички",
        Message::ViewTable => "Табела",
        Message::ViewFigures => "Графикони",
        Message::ViewNetwork => "Мрежа",
        Message::ViewCompare => "Споредба",

        Message::NoResults => "Нема проекти што одговараат на овие филтри.",
        Message::NoResultsAdvice => "Отстранете некој филтер или исчистете ги сите.",
        Message::NoProjects => "Во овој список сѐ уште нема проекти.",

        Message::Country => "Земја",
        Message::Donor => "Донатор",
        Message::ImplementingAgency => "Спроведувачка организација",
        Message::Partner => "Партнер",
        Message::Theme => "Тема",
        Message::Status => "Статус",
        Message::StatusPlanned => "Планиран",
        Message::StatusOngoing => "Во тек",
        Message::StatusCompleted => "Завршен",
        Message::StatusSuspended => "Привремено запрен",
        Message::StatusCancelled => "Откажан",

        Message::InCountry => "во",
        Message::ByDonor => "финансирани од",
        Message::ByImplementing => "спроведени од",
        Message::WithPartner => "со партнер",
        Message::OnTheme => "на тема",
        Message::OfStatus => "со статус",
        Message::WithField => "каде што {field} е",
        Message::NotInCountry => "што не се во",
        Message::NotByDonor => "што не се финансирани од",
        Message::NotByImplementing => "што не се спроведени од",
        Message::NotWithPartner => "без партнер",
        Message::NotOnTheme => "што не се на тема",
        Message::NotOfStatus => "чиј статус не е",
        Message::NotWithField => "каде што {field} не е",
        Message::Or => "или",
        Message::And => "и",
        Message::Nor => "ниту",
        Message::Matching => "што содржат",
        Message::Running => "активни во период",
        Message::OfAmount => "со износ",
        Message::Quoted => "„{text}“",

        Message::Identifier => "Идентификатор",
        Message::Amount => "Износ",
        Message::Total => "Вкупно",
        Message::Currency => "Валута",
        Message::Objective => "Цел",
        Message::Summary => "Резиме",
        Message::ResultsOfProject => "Резултати",
        Message::StatedDuration => "Наведено траење",
        Message::Countries => "Земји",
        Message::Locations => "Места",
        Message::Donors => "Донатори",
        Message::Implementing => "Спроведувачи",
        Message::Partners => "Партнери",
        Message::Themes => "Теми",
        Message::Documents => "Документи",
        Message::Links => "Врски",
        Message::Related => "Поврзани проекти",
        Message::PartOf => "Дел од",
        Message::HasPart => "Опфаќа",
        Message::RelatedTo => "Поврзан",
        Message::Remark => "Забелешка",
        Message::ValueNotStated => "Не е наведено",
        Message::NoAddress => "Нема достапна врска",
        Message::Website => "Веб-страница",
        Message::Picture => "Слика",
        Message::Close => "Затвори",
        Message::AllProjects => "Сите проекти",
        Message::InExplorer => "Отвори во интерактивен преглед",
        Message::ShareAndEmbed => "Сподели или вгради",
        Message::ShareLink => "Врска",
        Message::ShareElement => "Веб-компонента",
        Message::ShareFrame => "Рамка iframe (работи секаде)",
        Message::ShareLinkAdvice => "Оваа врска го отвора тековниот приказ.",
        Message::ShareElementAdvice => {
            "Залепете ги двата реда таму каде што треба да се прикажат проектите."
        }
        Message::ShareFrameAdvice => {
            "За WordPress и други веб-страници што дозволуваат само iframe. Ако скриптите се блокирани, поставете фиксна висина."
        }
        Message::ShareFilters => "Вклучи ги тековните филтри",
        Message::ShareTheme => "Изглед",
        Message::ShareAsAround => "Како на страницата",
        Message::ShareHeight => "Висина (пиксели)",
        Message::ShareOwnHeight => "Автоматски",
        Message::ShareCode => "Код за копирање",
        Message::SharePreview => "Преглед",
        Message::Copied => "Копирано",
        Message::PeriodNotStated => "Периодот не е наведен",
        Message::ListedAs => "овде се прикажува како {name}",
        Message::PlaceInResults => "{at} од {of}",
        Message::NotInResults => "Не е во тековните резултати",
        Message::Neighbours => "Претходен и следен проект",
        Message::Previous => "Претходен проект",
        Message::Next => "Следен проект",
        Message::InTime => "{period} (цел список: {years})",
        Message::ListEnd => "{list} и {last}",
        Message::InCommon => "Слични проекти",
        Message::AlsoIn => "исто така во {names}",
        Message::PaidForBy => "финансирани од {donor}",
        Message::AlsoByDonor => "исто така финансиран од {names}",
        Message::AlsoByImplementing => "исто така спроведен од {names}",
        Message::AlsoWith => "исто така со партнер {names}",
        Message::AlsoOn => "исто така на тема {names}",
        Message::CopyLink => "Копирај врска",
        Message::LinkCopied => "Врската е копирана",
        Message::CopyByHand => {
            "Прелистувачот го блокираше копирањето. Изберете го текстот и копирајте го рачно."
        }
        Message::Cite => "Цитирај",
        Message::PlainText => "Обичен текст",
        Message::Accessed => "пристапено на {date}",
        Message::ListUpdated => "ажурирано на {date}",
        Message::NoDate => "б. д.",
        Message::Copy => "Копирај",
        Message::CopyWhat => "Копирај: {what}",
        Message::CitationCopied => "Цитатот е копиран",
        Message::Print => "Печати",
        Message::PrintedFrom => "Испечатено на {date} од {address}",
        Message::PrintedPart => "Испечатено: {projects}",
        Message::Compare => "Спореди",
        Message::CompareThis => "Спореди: {title}",
        Message::ComparisonFull => "Може да споредите најмногу четири проекти.",
        Message::Title => "Наслов",
        Message::Period => "Период",
        Message::Columns => "Колони",
        Message::TableCaption => "{projects}, редослед: {order}",
        Message::OrderAscending => "{column} (А–Ш)",
        Message::OrderDescending => "{column} (Ш–А)",
        Message::ToCompare => "Проекти за споредба",
        Message::ChooseAnother => "Додајте барем уште еден проект за споредба.",
        Message::ClearComparison => "Исчисти ја споредбата",
        Message::ComparisonAdvice => {
            "Изберете од два до четири проекти за споредба. Користете „Спореди“ на картичка, во табелата или во деталите на проектот."
        }
        Message::ChooseProjects => "Избери проекти",
        Message::AddAnother => "Додај уште еден проект",
        Message::SideBySide => "Еден до друг",
        Message::SharedBy => "{count} од {of}",
        Message::AllShare => "Заедничко: {list}",
        Message::NothingShared => "Овие проекти немаат ништо заедничко.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Активни проекти по години",
        Message::ProjectsInTime => "Временска линија на проектите",
        Message::Play => "Пушти по години",
        Message::Pause => "Пауза",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "Прикажи уште {count} (преостанати: {left})",
        Message::ShowEarlier => "Прикажи претходни резултати ({count})",
        Message::ShowAllResults => "Прикажи ги сите {count}",
        Message::BackToTop => "Назад горе",
        Message::ShowResults => "Прикажи {projects}",

        Message::Map => "Карта на земјите",
        Message::SmallMap => "Карта: {names}",
        Message::MapHelp => {
            "Со стрелките се движите меѓу земјите, со Enter избирате, а со + и − зумирате."
        }
        Message::Loading => "Се вчитува…",
        Message::MapLoading => "Картата се вчитува…",
        Message::TryAgain => "Обиди се повторно",
        Message::ZoomIn => "Зголеми",
        Message::ZoomOut => "Намали",
        Message::FitToResults => "Зумирај на резултатите",
        Message::WholeMap => "Прикажи го целиот свет",
        Message::ZoomByWheel => "Држете {key} и лизгајте за зумирање",
        Message::MoveByFingers => "Користете два прста за да ја поместите картата",
        Message::Elsewhere => "Земји надвор од овој приказ на картата",
        Message::PlacesOfProjects => "Места на проектите",
        Message::Legend => "Проекти по земја",
        Message::MapAsTable => "Прикажи како табела",
        Message::MapTableCaption => "Проекти по земја (со другите ваши филтри) и удел",
        Message::ProjectsColumn => "Проекти",
        Message::ShareColumn => "Удел",
        Message::SavePicture => "Преземи ја картата",
        Message::DownloadPicture => "Преземи слика",
        Message::PictureSvg => "SVG (за уредување)",
        Message::PicturePng => "PNG (слика)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Граници: Natural Earth.",
        Message::Disclaimer => "Граници и имиња",
        Message::DisclaimerDetails => {
            "Границите и имињата на оваа карта, како и употребените називи, не значат дека издавачот ги одобрува или прифаќа. Проектите го задржуваат името на земјата од својот извор; филтрите ги групираат според кодот ISO под сегашното име. Граници: Natural Earth, 1:50 милиони."
        }
        Message::DisclaimerInShort => "Границите и имињата не значат признавање.",
        Message::AbsentFromMap => {
            "Не се прикажани на картата, но ги има во филтерот „Земја“: {names}."
        }
        Message::PartFailed => {
            "Овој дел не можеше да се вчита ({reason}). Остатокот од страницата работи."
        }
        Message::MapFailed => {
            "Картата не можеше да се вчита ({reason}). Сепак, може да филтрирате по земја во списокот."
        }
        Message::ReasonNetwork => "нема одговор од мрежата",
        Message::ReasonDamaged => "датотеката е оштетена",
        Message::ReasonStatus => "серверот врати {status}",

        Message::DataProblems => "Некои податоци не можеа да се вчитаат",
        Message::DataUnreadable => "Списокот со проекти не можеше да се вчита",
        Message::DataAdvice => {
            "Сѐ друго е прикажано. За издавачот: поправете ја датотеката на местата подолу."
        }
        Message::FindingsDetails => "Детали",
        Message::DataAdviceNothing => {
            "За издавачот: поправете ја датотеката на местото подолу, а потоа повторно вчитајте ја страницата."
        }
        Message::PlaceInFile => "{file}, ред {line}, колона {column}",
        Message::FurtherFindings => "уште {count}",

        Message::Notice => "За оваа врска",
        Message::UnknownValue => {
            "Врската филтрира по „{value}“ ({facet}), но тоа го нема во овој список. Филтерот е занемарен."
        }
        Message::IgnoredParameter => {
            "Делот „{parameter}“ од врската не е препознаен и е занемарен."
        }
        Message::UnknownProject => "Проектот „{id}“ не е пронајден во овој список.",
        Message::UnknownLanguage => "Јазикот „{language}“ не е достапен.",
        Message::LanguageFailed => {
            "Верзијата на јазикот {language} не можеше да се вчита ({reason})."
        }
        Message::Language => "Јазик",
        Message::AboutData => "За податоците",
        Message::PublishedBy => "Издавач",
        Message::Source => "Извор",
        Message::AboutAccessibility => "Изјава за пристапност",
        Message::Feed => "Фид со проекти",
        Message::ReportError => "Пријави грешка",
        Message::Licence => "Лиценца",
        Message::Updated => "Последно ажурирање",

        Message::FigureProjects => "Проекти",
        Message::FigureCountries => "Земји",
        Message::FigureDonors => "Донатори",
        Message::FigureAgencies => "Спроведувачки организации",
        Message::FigurePartners => "Партнери",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::SumsByCurrency => "Вкупни износи",
        Message::SumsByCountry => "Износи по земја ({currency})",
        Message::Undivided => "Повеќе земји, неподелено",
        Message::SumsNote => "Износите се поделени според наведените удели на земјите.",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Прикажи ги сите {count}",
        Message::FewerOfThem => "Прикажи помалку",
        Message::FiguresNote => {
            "Еден проект може да има повеќе вредности, па збировите може да го надминат бројот на проекти. Процентите се однесуваат на прикажаните проекти."
        }
        Message::FiguresScale => {
            "Секој графикон има своја скала, според најголемата вредност. Лента со прекин е подолга отколку што е прикажана."
        }
        Message::FiguresYearNote => "Изберете година, а потоа втора за да одредите опсег",
        Message::FiguresDownload => "Преземи податоци од графиконите (CSV)",
        Message::TableDownload => "Преземи ја табелата (CSV)",
        Message::ColumnFacet => "Категорија",
        Message::ColumnValue => "Вредност",
        Message::ColumnShare => "Удел (%)",
        Message::NetworkTitle => "Кој со кого работи",
        Message::NetworkHelp => {
            "Поминете со покажувачот над организација за да ги видите нејзините партнери. Изберете ја за да филтрирате. Со стрелките се движите меѓу организациите."
        }
        Message::NetworkTies => "Линиите ги покажуваат најсилните врски на секоја организација.",
        Message::NoOrganisations => "За овие проекти не се наведени организации.",
        Message::ShowAs => "Прикажи како",
        Message::AsDrawing => "Дијаграм",
        Message::AsList => "Список",
        Message::SeveralRoles => "Повеќе улоги",
        Message::OrganisationDescription => "{name} ({roles}): {projects}, заедно со {partners}.",
        Message::OrganisationAlone => "{name} ({roles}): {projects}, без заеднички проекти.",
        Message::WorksWith => "со {partners}",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

pub(crate) fn plural(message: PluralMessage) -> Option<&'static str> {
    Some(match message {
        PluralMessage::Projects => forms!(one: "{count} проект", other: "{count} проекти"),
        PluralMessage::ShownOf => forms!(
            one: "{shown} од {count} проект",
            other: "{shown} од {count} проекти",
        ),
        PluralMessage::Countries => forms!(
            one: "{count} земја",
            other: "{count} земји",
        ),
        PluralMessage::InCountries => forms!(
            one: "во {count} земја",
            other: "во {count} земји",
        ),
        PluralMessage::Donors => forms!(one: "{count} донатор", other: "{count} донатори"),
        PluralMessage::CompareSome => {
            forms!(one: "Спореди {count} проект", other: "Спореди {count} проекти")
        }
        PluralMessage::ProjectsInRange => forms!(one: "{range} проект", other: "{range} проекти"),
        PluralMessage::Undated => {
            forms!(one: "{count} проект без датум (не е прикажан овде)", other: "{count} проекти без датум (не се прикажани овде)")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} проект без датум не е вклучен", other: "{count} проекти без датум не се вклучени")
        }
        PluralMessage::WithoutAmount => {
            forms!(one: "{count} проект без износ во {currency} (не е прикажан овде)", other: "{count} проекти без износ во {currency} (не се прикажани овде)")
        }
        PluralMessage::PlacesNotShown => {
            forms!(one: "Уште {count} место не е прикажано", other: "Уште {count} места не се прикажани")
        }
        PluralMessage::SelectedOfFacet => forms!(
            one: "{count} избран",
            other: "{count} избрани",
        ),
        PluralMessage::EmptyValues => forms!(
            one: "{count} опција без проекти",
            other: "{count} опции без проекти",
        ),
        PluralMessage::FurtherFilters => {
            forms!(one: "и уште {count} филтер", other: "и уште {count} филтри")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "Уште {count} не е прикажано.", other: "Уште {count} не се прикажани.")
        }
        PluralMessage::Times => forms!(one: "{count} пат", other: "{count} пати"),
        PluralMessage::Further => forms!(one: "уште {count}", other: "уште {count}"),
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "Уште {count} организација со помалку проекти не е прикажана.", other: "Уште {count} организации со помалку проекти не се прикажани.")
        }
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

pub(crate) fn loader(message: LoaderMessage) -> Option<&'static str> {
    Some(match message {
        LoaderMessage::Loading => "Проектите се вчитуваат…",
        LoaderMessage::Failed => "Проектите не можеа да се вчитаат.",
        LoaderMessage::Stalled => {
            "Вчитувањето застана. Ќе продолжи кога ќе се врати интернет-врската."
        }
        LoaderMessage::Broken => {
            "Настана грешка. Вчитајте ја страницата повторно за да продолжите; филтрите се зачувани."
        }
        LoaderMessage::TryAgain => "Обиди се повторно",
        LoaderMessage::Program => "апликацијата",
        LoaderMessage::NoWebAssembly => "WebAssembly не е поддржан",
        LoaderMessage::NoAnswer => "нема одговор или врската е прекината",
        LoaderMessage::Status => "серверот врати {status}",
        LoaderMessage::Refused => "прелистувачот не можеше да ја изврши ({reason})",
        LoaderMessage::Altered => "датотеката не се совпаѓа со објавената верзија",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "Интерактивниот преглед не можеше да се вчита. Проектите може да ги прочитате подолу."
        }
        LoaderMessage::NotShared => {
            "нема одговор, или другата веб-страница не дозволува пристап до оваа датотека. Нејзиниот сервер треба да испраќа „Access-Control-Allow-Origin: *“; ако тоа не е можно, прикажете ги проектите во iframe"
        }
        LoaderMessage::NotServed => "ова не е важечка веб-адреса",
        LoaderMessage::Kept => "Офлајн сте. Прикажани се проектите зачувани на {date}.",
        LoaderMessage::Update => "Достапна е нова верзија.",
        LoaderMessage::ShowUpdate => "Ажурирај",
        LoaderMessage::NotNow => "Подоцна",
        LoaderMessage::Dismiss => "Затвори",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

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

/// The short names of the months, which browsers do not know.
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
