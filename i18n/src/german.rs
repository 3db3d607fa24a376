//! German.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

/// The text of a message.
pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "Projekte",
        Message::SearchLabel => "Projekte suchen",
        Message::SearchPlaceholder => "Titel, Ziele, Partner …",
        Message::SearchTips => "Suchtipps",
        Message::TipPhraseExample => "\"soziale Rechte\"",
        Message::TipPhrase => "findet diese Wörter nebeneinander",
        Message::TipExclusionExample => "Rechte -Kinder",
        Message::TipExclusion => "lässt Projekte mit dem zweiten Wort weg",
        Message::TipYear => "allein eingegeben, führt zu den Projekten dieses Jahres",
        Message::ShowYear => "Projekte zeigen, die {year} liefen",
        Message::ShowingResultsFor => "Ergebnisse für {words}",
        Message::SearchInsteadFor => "Stattdessen nach {words} suchen",
        Message::SkipToResults => "Zu den Projekten springen",
        Message::Theming => "Farben: {theme}",
        Message::ThemeAuto => "wie im System",
        Message::ThemeLight => "hell",
        Message::ThemeDark => "dunkel",

        Message::Filters => "Filter",
        Message::CloseFilters => "Filter schließen",
        Message::ClearAll => "Alle aufheben",
        Message::NotStated => "Nicht angegeben",
        Message::Selection => "Gewählte Filter",
        Message::NothingNarrowed => "Kein Name der Liste enthält diesen Text.",
        Message::NarrowLabel => "Liste eingrenzen: {facet}",
        Message::NarrowPlaceholder => "Unter {count} suchen",
        Message::ShowAllValues => "Alle {count} zeigen",
        Message::ShowFewerValues => "Weniger zeigen",
        Message::PreviousValues => "Zurück",
        Message::NextValues => "Weiter",
        Message::ValuesShown => "{first}–{last} von {count}",
        Message::FindFilter => "Filter suchen unter {count}",
        Message::Remove => "{what} entfernen",
        Message::LeaveOut => "{what} ausschließen",
        Message::ValuesWithin => "Innerhalb von {what}",
        Message::ValueOrder => "Reihenfolge der Werte",
        Message::ByCount => "nach Zahl der Projekte",
        Message::ByName => "nach Namen",

        Message::Years => "Jahre",
        Message::From => "Von",
        Message::To => "Bis",
        Message::AnyYear => "beliebig",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "ab {date}",
        Message::SinceDate => "seit {date}",
        Message::UntilDate => "bis {date}",

        Message::Sort => "Sortieren nach",
        Message::SortNewest => "neueste zuerst",
        Message::SortOldest => "älteste zuerst",
        Message::SortEnding => "zuletzt endende zuerst",
        Message::SortTitle => "Titel",
        Message::SortRelevance => "bester Treffer",
        Message::Views => "Ansichten",
        Message::ViewCards => "Kacheln",
        Message::ViewTable => "Tabelle",
        Message::ViewFigures => "Zahlen",
        Message::ViewNetwork => "Netzwerk",
        Message::ViewCompare => "Vergleich",
        Message::NoResults => "Kein Projekt erfüllt all das.",
        Message::NoResultsAdvice => "Nehmen Sie einen der Filter zurück oder heben Sie alle auf.",
        Message::NoProjects => "Dieses Portfolio enthält noch keine Projekte.",

        Message::Country => "Land",
        Message::Donor => "Geldgeber",
        Message::ImplementingAgency => "Durchführungsorganisation",
        Message::Partner => "Partner",
        Message::Theme => "Thema",
        Message::Status => "Stand",
        Message::StatusPlanned => "Geplant",
        Message::StatusOngoing => "Laufend",
        Message::StatusCompleted => "Abgeschlossen",
        Message::StatusSuspended => "Ausgesetzt",
        Message::StatusCancelled => "Abgebrochen",

        Message::InCountry => "· Land:",
        Message::ByDonor => "· Geldgeber:",
        Message::ByImplementing => "· Durchführung:",
        Message::WithPartner => "· Partner:",
        Message::OnTheme => "· Thema:",
        Message::OfStatus => "· Stand:",
        Message::WithField => "· {field}:",
        Message::NotInCountry => "· Land außer:",
        Message::NotByDonor => "· Geldgeber außer:",
        Message::NotByImplementing => "· Durchführung außer:",
        Message::NotWithPartner => "· Partner außer:",
        Message::NotOnTheme => "· Thema außer:",
        Message::NotOfStatus => "· Stand außer:",
        Message::NotWithField => "· {field} außer:",
        Message::Or => "oder",
        Message::Nor => "und",
        Message::Matching => "· Suche:",
        Message::Running => "· Zeitraum:",
        Message::Quoted => "„{text}“",

        Message::Objective => "Ziel",
        Message::Summary => "Zusammenfassung",
        Message::StatedDuration => "Angegebene Dauer",
        Message::Countries => "Wo",
        Message::Donors => "Geldgeber",
        Message::Implementing => "Durchführung",
        Message::Partners => "Partner",
        Message::Themes => "Themen",
        Message::Documents => "Dokumente",
        Message::Links => "Links",
        Message::Related => "Verwandte Projekte",
        Message::Remark => "Anmerkung",
        Message::ValueNotStated => "nicht angegeben",
        Message::NoAddress => "keine Adresse angegeben",
        Message::Close => "Schließen",
        Message::WholeRecord => "Alle Angaben",
        Message::WholeRecordOf => "Alle Angaben: {title}",
        Message::AllProjects => "Alle Projekte",
        Message::InExplorer => "Unter allen Projekten öffnen",
        Message::ShareAndEmbed => "Teilen und einbetten",
        Message::ShareLink => "Link",
        Message::ShareElement => "Element",
        Message::ShareFrame => "Rahmen (Iframe)",
        Message::ShareLinkAdvice => "Er führt zu dem, was Sie jetzt sehen.",
        Message::ShareElementAdvice => {
            "Fügen Sie beide Zeilen dort ein, wo die Projekte stehen sollen."
        }
        Message::ShareFrameAdvice => {
            "Für Websites, die nichts anderes erlauben. Wo keine Skripte erlaubt sind, legen Sie eine Höhe fest."
        }
        Message::ShareFilters => "Mit der jetzigen Auswahl",
        Message::ShareTheme => "Farben",
        Message::ShareAsAround => "wie die Umgebung",
        Message::ShareHeight => "Höhe in Pixeln",
        Message::ShareOwnHeight => "von selbst",
        Message::ShareCode => "Zum Kopieren",
        Message::SharePreview => "Vorschau",
        Message::Copied => "Kopiert.",
        Message::PeriodNotStated => "Zeitraum nicht angegeben",
        Message::ListedAs => "hier geführt als {name}",
        Message::PlaceInResults => "{at} von {of}",
        Message::NotInResults => "nicht unter den gezeigten Projekten",
        Message::Neighbours => "Weitere Projekte",
        Message::Previous => "Voriges Projekt",
        Message::Next => "Nächstes Projekt",
        Message::InTime => "{period}; die Liste umfasst {years}",
        Message::ListEnd => "{list} und {last}",
        Message::InCommon => "Am meisten gemeinsam mit diesem Projekt",
        Message::AlsoIn => "ebenfalls in: {names}",
        Message::PaidForBy => "finanziert von {donor}",
        Message::AlsoByDonor => "ebenfalls finanziert von {names}",
        Message::AlsoByImplementing => "ebenfalls durchgeführt von {names}",
        Message::AlsoWith => "ebenfalls mit {names}",
        Message::AlsoOn => "ebenfalls zum Thema: {names}",
        Message::CopyLink => "Link kopieren",
        Message::LinkCopied => "Link kopiert.",
        Message::CopyByHand => {
            "Der Browser lässt diese Seite nicht kopieren: Wählen Sie den Text aus und kopieren Sie ihn von Hand."
        }
        Message::Cite => "Zitieren",
        Message::PlainText => "Nur Text",
        Message::Accessed => "abgerufen am {date}",
        Message::ListUpdated => "aktualisiert am {date}",
        Message::NoDate => "o. D.",
        Message::Copy => "Kopieren",
        Message::CopyWhat => "Kopieren: {what}",
        Message::CitationCopied => "Zitat kopiert.",
        Message::Print => "Drucken",
        Message::PrintedFrom => "Gedruckt am {date} von {address}",
        Message::PrintedPart => "Gedruckt: {projects}",
        Message::Compare => "Vergleichen",
        Message::CompareThis => "Vergleichen: {title}",
        Message::ComparisonFull => "Höchstens vier Projekte lassen sich vergleichen.",
        Message::Title => "Titel",
        Message::Period => "Zeitraum",
        Message::Columns => "Spalten",
        Message::TableCaption => "{projects}, sortiert nach: {order}",
        Message::OrderAscending => "{column}, A–Z",
        Message::OrderDescending => "{column}, Z–A",
        Message::ToCompare => "Zum Vergleich",
        Message::ChooseAnother => "Wählen Sie noch eines zum Vergleichen.",
        Message::ClearComparison => "Leeren",
        Message::ComparisonAdvice => {
            "Wählen Sie zwei bis vier Projekte, um sie nebeneinander zu sehen: mit „Vergleichen“ auf den Kacheln, in der Tabelle oder in den Datensätzen."
        }
        Message::ChooseProjects => "Projekte wählen",
        Message::AddAnother => "Weiteres Projekt hinzufügen",
        Message::SideBySide => "Nebeneinander",
        Message::SharedBy => "{count} von {of}",
        Message::AllShare => "Allen gemeinsam — {list}",
        Message::NothingShared => "Nichts ist allen gemeinsam.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Laufende Projekte je Jahr",
        Message::ProjectsInTime => "Laufzeit der einzelnen Projekte",
        Message::Play => "Die Jahre vorüberziehen lassen",
        Message::Pause => "Anhalten",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "{count} weitere zeigen (noch {left})",
        Message::ShowEarlier => "Vorherige Ergebnisse zeigen ({count})",
        Message::ShowResults => "{projects} zeigen",

        Message::Map => "Karte der Länder",
        Message::SmallMap => "Karte: {names}",
        Message::MapHelp => {
            "Pfeiltasten führen von Land zu Land, die Eingabetaste wählt aus, Plus und Minus ändern den Maßstab."
        }
        Message::Loading => "Wird geladen …",
        Message::MapLoading => "Die Karte wird gezeichnet …",
        Message::TryAgain => "Erneut versuchen",
        Message::ZoomIn => "Vergrößern",
        Message::ZoomOut => "Verkleinern",
        Message::FitToResults => "Auf Ergebnisse zoomen",
        Message::WholeMap => "Ganze Karte",
        Message::ZoomByWheel => "{key} halten und das Mausrad drehen, um zu zoomen",
        Message::MoveByFingers => "Die Karte mit zwei Fingern verschieben",
        Message::Elsewhere => "Länder außerhalb des Kartenausschnitts",
        Message::Legend => "Projekte je Land",
        Message::CountriesWith => "Länder wählen mit: {projects}",
        Message::MapAsTable => "Die Karte als Tabelle",
        Message::MapTableCaption => "Projekte je Land unter den übrigen Filtern, und ihr Anteil",
        Message::ProjectsColumn => "Projekte",
        Message::ShareColumn => "Anteil",
        Message::SavePicture => "Als Bild speichern",
        Message::PictureSvg => "SVG (Zeichnung)",
        Message::PicturePng => "PNG (Pixel)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Grenzen: Natural Earth.",
        Message::Disclaimer => "Grenzen und Namen bedeuten keine Anerkennung.",
        Message::DisclaimerDetails => {
            "Die Grenzen und Namen auf dieser Karte und die verwendeten Bezeichnungen bedeuten weder Billigung noch Anerkennung durch den Herausgeber. Jedes Projekt behält den Namen, den seine Quelle für ein Land verwendet; die Filter fassen sie nach ISO-Code unter dem heute gebräuchlichen Namen zusammen. Grenzen: Natural Earth, 1:50 Millionen."
        }
        Message::AbsentFromMap => "Nicht auf dieser Karte, aber in der Liste der Länder: {names}.",
        Message::PartFailed => {
            "Dieser Teil konnte nicht geladen werden ({reason}). Alles andere funktioniert."
        }
        Message::MapFailed => {
            "Die Grenzen der Karte konnten nicht geladen werden ({reason}). Alles andere funktioniert; Länder lassen sich in der Liste wählen."
        }
        Message::ReasonNetwork => "das Netz hat nicht geantwortet",
        Message::ReasonDamaged => "die Datei ist beschädigt",
        Message::ReasonStatus => "der Server hat mit {status} geantwortet",

        Message::DataProblems => "Ein Teil dieses Portfolios war nicht lesbar",
        Message::DataUnreadable => "Dieses Portfolio war nicht lesbar",
        Message::DataAdvice => {
            "Alles Lesbare wird gezeigt. Der Herausgeber kann die Datei an den unten genannten Stellen berichtigen."
        }
        Message::DataAdviceNothing => {
            "Der Herausgeber kann die Datei an der unten genannten Stelle berichtigen. Laden Sie danach diese Seite neu."
        }
        Message::PlaceInFile => "{file}, Zeile {line}, Spalte {column}",
        Message::FurtherFindings => "{count} weitere",

        Message::Notice => "Zu dieser Adresse",
        Message::UnknownValue => {
            "Die Adresse verlangt „{value}“ unter {facet}; das gibt es in diesem Portfolio nicht und blieb unbeachtet."
        }
        Message::IgnoredParameter => {
            "Die Adresse enthält „{parameter}“; das ergibt keinen Sinn und blieb unbeachtet."
        }
        Message::UnknownProject => {
            "Die Adresse verlangt ein Projekt „{id}“, das es in diesem Portfolio nicht gibt."
        }
        Message::UnknownLanguage => {
            "Die Adresse verlangt die Sprache „{language}“, in der es diese Seite nicht gibt."
        }
        Message::LanguageFailed => {
            "Die Texte der gewünschten Sprache ({language}) konnten nicht geladen werden ({reason})."
        }
        Message::Language => "Sprache",
        Message::AboutData => "Zu dieser Liste",
        Message::PublishedBy => "Herausgegeben von",
        Message::Source => "Quelle",
        Message::AboutAccessibility => "Barrierefreiheit dieser Seite",
        Message::Licence => "Lizenz",
        Message::Updated => "Stand",

        Message::FigureProjects => "Projekte",
        Message::FigureCountries => "Länder und Gebiete",
        Message::FigureDonors => "Geldgeber",
        Message::FigureAgencies => "Durchführende",
        Message::FigurePartners => "Partner",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Alle {count}",
        Message::FewerOfThem => "Weniger",
        Message::FiguresNote => {
            "Ein Projekt zählt unter jedem seiner Werte; die Zahlen einer Liste können daher mehr als das Ganze ergeben. Anteile beziehen sich auf die gezeigten Projekte."
        }
        Message::FiguresScale => {
            "Jede Liste hat ihren eigenen Maßstab, der sich nach ihrem größten Wert richtet. Ein Balken mit einer Lücke ist länger als gezeigt."
        }
        Message::FiguresYearNote => "Ein Jahr wählen, dann ein zweites für alle dazwischen.",
        Message::FiguresDownload => "Diese Zahlen herunterladen (CSV)",
        Message::ColumnFacet => "Liste",
        Message::ColumnValue => "Wert",
        Message::ColumnShare => "Anteil in %",
        Message::NetworkTitle => "Wer mit wem arbeitet",
        Message::NetworkHelp => {
            "Auf eine Organisation zeigen, um zu sehen, mit wem sie Projekte teilt. Auswählen filtert nach ihr. Pfeiltasten führen von einer zur nächsten."
        }
        Message::NetworkTies => "Linien zeigen die stärksten Verbindungen jeder Organisation.",
        Message::NoOrganisations => "Diese Projekte nennen keine Organisationen.",
        Message::ShowAs => "Anzeigen als",
        Message::AsDrawing => "Zeichnung",
        Message::AsList => "Liste",
        Message::SeveralRoles => "Mehrere Rollen",
        Message::OrganisationTold => "{name} ({roles}): {projects}, gemeinsam mit {partners}.",
        Message::OrganisationAlone => {
            "{name} ({roles}): {projects}, mit keiner anderen Organisation."
        }
        Message::WorksWith => "mit {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
        PluralMessage::Projects => forms!(one: "{count} Projekt", other: "{count} Projekte"),
        PluralMessage::ShownOf => forms!(
            one: "{shown} von {count} Projekt",
            other: "{shown} von {count} Projekten",
        ),
        PluralMessage::Countries => forms!(
            one: "{count} Land oder Gebiet",
            other: "{count} Länder und Gebiete",
        ),
        PluralMessage::InCountries => forms!(
            one: "in {count} Land oder Gebiet",
            other: "in {count} Ländern und Gebieten",
        ),
        PluralMessage::Donors => forms!(one: "{count} Geldgeber", other: "{count} Geldgeber"),
        PluralMessage::CompareSome => {
            forms!(one: "{count} Projekt vergleichen", other: "{count} Projekte vergleichen")
        }
        PluralMessage::ProjectsInRange => forms!(one: "{range} Projekt", other: "{range} Projekte"),
        PluralMessage::Undated => {
            forms!(one: "{count} Projekt ohne Datum", other: "{count} Projekte ohne Datum")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} Projekt ohne Datum ist nicht enthalten", other: "{count} Projekte ohne Datum sind nicht enthalten")
        }
        PluralMessage::FurtherFilters => {
            forms!(one: "und {count} weiterer Filter", other: "und {count} weitere Filter")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} weiterer Punkt ist nicht aufgeführt.", other: "{count} weitere Punkte sind nicht aufgeführt.")
        }
        PluralMessage::Times => forms!(one: "{count}-mal", other: "{count}-mal"),
        PluralMessage::Further => forms!(one: "{count} weitere", other: "{count} weitere"),
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "{count} weitere Organisation mit weniger Projekten ist nicht gezeigt.", other: "{count} weitere Organisationen mit weniger Projekten sind nicht gezeigt.")
        }
    }
}

/// What the loader says.
pub(crate) const fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "Die Projekte werden geladen …",
        LoaderMessage::Failed => "Die Projekte konnten nicht geladen werden.",
        LoaderMessage::Stalled => {
            "Das Laden stockt: Seit einiger Zeit ist nichts mehr angekommen. Es geht von selbst weiter, sobald die Verbindung wieder steht."
        }
        LoaderMessage::Broken => {
            "Auf dieser Seite ist etwas ausgefallen, und sie reagiert nicht mehr. Neu laden stellt sie wieder her, mit denselben Filtern."
        }
        LoaderMessage::TryAgain => "Erneut versuchen",
        LoaderMessage::Program => "das Programm der Seite",
        LoaderMessage::NoWebAssembly => "er kennt kein WebAssembly",
        LoaderMessage::NoAnswer => "das Netz hat nicht geantwortet oder brach mittendrin ab",
        LoaderMessage::Status => "der Server hat mit {status} geantwortet",
        LoaderMessage::Refused => "der Browser konnte es nicht ausführen ({reason})",
        LoaderMessage::Altered => "was ankam, ist nicht, was veröffentlicht wurde",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "Die Suche konnte nicht geladen werden: Die Projekte können hier gelesen, aber nicht durchsucht oder gefiltert werden."
        }
        LoaderMessage::NotShared => {
            "das Netz gab keine Antwort, oder die andere Website erlaubt dieser Seite nicht, die Datei zu lesen. Ihr Server muss „Access-Control-Allow-Origin: *“ senden; wo sich das nicht ändern lässt, zeigen Sie die Projekte in einem iframe"
        }
        LoaderMessage::NotServed => "das ist nicht die Adresse einer Datei auf einem Server",
        LoaderMessage::Kept => "Offline: Dies ist der Stand der Projekte vom {date}.",
        LoaderMessage::Update => "Von dieser Seite gibt es eine neue Fassung.",
        LoaderMessage::ShowUpdate => "Zeigen",
        LoaderMessage::NotNow => "Nicht jetzt",
    }
}

/// The names of countries whose codes have been withdrawn.
pub(crate) const FORMER: [&str; CODES.len()] = [
    "Niederländische Antillen",
    "Birma",
    "Serbien und Montenegro",
    "DDR",
    "Sowjetunion",
    "Osttimor",
    "Südjemen",
    "Jugoslawien",
    "Zaire",
];
