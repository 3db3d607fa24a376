//! German.

use crate::message::{Counted, FORMER as CODES, Starter, Word, forms};

/// The text of a message.
pub(crate) const fn word(word: Word) -> &'static str {
    match word {
        Word::UntitledPortfolio => "Projekte",
        Word::SearchLabel => "Projekte suchen",
        Word::SearchPlaceholder => "Titel, Ziele, Partner …",
        Word::SearchTips => "Suchtipps",
        Word::TipPhraseExample => "\"soziale Rechte\"",
        Word::TipPhrase => "findet diese Wörter nebeneinander",
        Word::TipExclusionExample => "Rechte -Kinder",
        Word::TipExclusion => "lässt Projekte mit dem zweiten Wort weg",
        Word::TipYear => "allein eingegeben, führt zu den Projekten dieses Jahres",
        Word::ShowYear => "Projekte zeigen, die {year} liefen",
        Word::ShowingResultsFor => "Ergebnisse für {words}",
        Word::SearchInsteadFor => "Stattdessen nach {words} suchen",
        Word::SkipToResults => "Zu den Projekten springen",
        Word::Theming => "Farben: {theme}",
        Word::ThemeAuto => "wie im System",
        Word::ThemeLight => "hell",
        Word::ThemeDark => "dunkel",

        Word::Filters => "Filter",
        Word::CloseFilters => "Filter schließen",
        Word::ClearAll => "Alle aufheben",
        Word::NotStated => "Nicht angegeben",
        Word::Selection => "Gewählte Filter",
        Word::NothingNarrowed => "Kein Name der Liste enthält diesen Text.",
        Word::NarrowLabel => "Liste eingrenzen: {facet}",
        Word::NarrowPlaceholder => "Unter {count} suchen",
        Word::ShowAllValues => "Alle {count} zeigen",
        Word::ShowFewerValues => "Weniger zeigen",
        Word::PreviousValues => "Zurück",
        Word::NextValues => "Weiter",
        Word::ValuesShown => "{first}–{last} von {count}",
        Word::FindFilter => "Filter suchen unter {count}",
        Word::Remove => "{what} entfernen",
        Word::LeaveOut => "{what} ausschließen",
        Word::ValuesWithin => "Innerhalb von {what}",
        Word::ValueOrder => "Reihenfolge der Werte",
        Word::ByCount => "nach Zahl der Projekte",
        Word::ByName => "nach Namen",

        Word::Years => "Jahre",
        Word::From => "Von",
        Word::To => "Bis",
        Word::AnyYear => "beliebig",
        Word::FromTo => "{from} – {to}",
        Word::FromDate => "ab {date}",
        Word::SinceDate => "seit {date}",
        Word::UntilDate => "bis {date}",

        Word::Sort => "Sortieren nach",
        Word::SortNewest => "neueste zuerst",
        Word::SortOldest => "älteste zuerst",
        Word::SortEnding => "zuletzt endende zuerst",
        Word::SortTitle => "Titel",
        Word::SortRelevance => "bester Treffer",
        Word::Views => "Ansichten",
        Word::ViewCards => "Kacheln",
        Word::ViewTable => "Tabelle",
        Word::ViewFigures => "Zahlen",
        Word::ViewNetwork => "Netzwerk",
        Word::ViewCompare => "Vergleich",
        Word::NoResults => "Kein Projekt erfüllt all das.",
        Word::NoResultsAdvice => "Nehmen Sie einen der Filter zurück oder heben Sie alle auf.",
        Word::NoProjects => "Dieses Portfolio enthält noch keine Projekte.",

        Word::Country => "Land",
        Word::Donor => "Geldgeber",
        Word::ImplementingAgency => "Durchführungsorganisation",
        Word::Partner => "Partner",
        Word::Theme => "Thema",
        Word::Status => "Stand",
        Word::StatusPlanned => "Geplant",
        Word::StatusOngoing => "Laufend",
        Word::StatusCompleted => "Abgeschlossen",
        Word::StatusSuspended => "Ausgesetzt",
        Word::StatusCancelled => "Abgebrochen",

        Word::InCountry => "· Land:",
        Word::ByDonor => "· Geldgeber:",
        Word::ByImplementing => "· Durchführung:",
        Word::WithPartner => "· Partner:",
        Word::OnTheme => "· Thema:",
        Word::OfStatus => "· Stand:",
        Word::WithField => "· {field}:",
        Word::NotInCountry => "· Land außer:",
        Word::NotByDonor => "· Geldgeber außer:",
        Word::NotByImplementing => "· Durchführung außer:",
        Word::NotWithPartner => "· Partner außer:",
        Word::NotOnTheme => "· Thema außer:",
        Word::NotOfStatus => "· Stand außer:",
        Word::NotWithField => "· {field} außer:",
        Word::Or => "oder",
        Word::Nor => "und",
        Word::Matching => "· Suche:",
        Word::Running => "· Zeitraum:",
        Word::Quoted => "„{text}“",

        Word::Objective => "Ziel",
        Word::Summary => "Zusammenfassung",
        Word::StatedDuration => "Angegebene Dauer",
        Word::Countries => "Wo",
        Word::Donors => "Geldgeber",
        Word::Implementing => "Durchführung",
        Word::Partners => "Partner",
        Word::Themes => "Themen",
        Word::Documents => "Dokumente",
        Word::Links => "Links",
        Word::Related => "Verwandte Projekte",
        Word::Remark => "Anmerkung",
        Word::ValueNotStated => "nicht angegeben",
        Word::NoAddress => "keine Adresse angegeben",
        Word::Close => "Schließen",
        Word::WholeRecord => "Alle Angaben",
        Word::WholeRecordOf => "Alle Angaben: {title}",
        Word::AllProjects => "Alle Projekte",
        Word::InExplorer => "Unter allen Projekten öffnen",
        Word::ShareAndEmbed => "Teilen und einbetten",
        Word::ShareLink => "Link",
        Word::ShareElement => "Element",
        Word::ShareFrame => "Rahmen (Iframe)",
        Word::ShareLinkAdvice => "Er führt zu dem, was Sie jetzt sehen.",
        Word::ShareElementAdvice => {
            "Fügen Sie beide Zeilen dort ein, wo die Projekte stehen sollen."
        }
        Word::ShareFrameAdvice => {
            "Für Websites, die nichts anderes erlauben. Wo keine Skripte erlaubt sind, legen Sie eine Höhe fest."
        }
        Word::ShareFilters => "Mit der jetzigen Auswahl",
        Word::ShareTheme => "Farben",
        Word::ShareAsAround => "wie die Umgebung",
        Word::ShareHeight => "Höhe in Pixeln",
        Word::ShareOwnHeight => "von selbst",
        Word::ShareCode => "Zum Kopieren",
        Word::SharePreview => "Vorschau",
        Word::Copied => "Kopiert.",
        Word::PeriodNotStated => "Zeitraum nicht angegeben",
        Word::ListedAs => "hier geführt als {name}",
        Word::PlaceInResults => "{at} von {of}",
        Word::NotInResults => "nicht unter den gezeigten Projekten",
        Word::Neighbours => "Weitere Projekte",
        Word::Previous => "Voriges Projekt",
        Word::Next => "Nächstes Projekt",
        Word::InTime => "{period}; die Liste umfasst {years}",
        Word::ListEnd => "{list} und {last}",
        Word::InCommon => "Am meisten gemeinsam mit diesem Projekt",
        Word::AlsoIn => "ebenfalls in: {names}",
        Word::PaidForBy => "finanziert von {donor}",
        Word::AlsoByDonor => "ebenfalls finanziert von {names}",
        Word::AlsoByImplementing => "ebenfalls durchgeführt von {names}",
        Word::AlsoWith => "ebenfalls mit {names}",
        Word::AlsoOn => "ebenfalls zum Thema: {names}",
        Word::CopyLink => "Link kopieren",
        Word::LinkCopied => "Link kopiert.",
        Word::CopyByHand => {
            "Der Browser lässt diese Seite nicht kopieren: Wählen Sie den Text aus und kopieren Sie ihn von Hand."
        }
        Word::Cite => "Zitieren",
        Word::PlainText => "Nur Text",
        Word::Accessed => "abgerufen am {date}",
        Word::ListUpdated => "aktualisiert am {date}",
        Word::NoDate => "o. D.",
        Word::Copy => "Kopieren",
        Word::CopyWhat => "Kopieren: {what}",
        Word::CitationCopied => "Zitat kopiert.",
        Word::Print => "Drucken",
        Word::PrintedFrom => "Gedruckt am {date} von {address}",
        Word::PrintedPart => "Gedruckt: {projects}",
        Word::Compare => "Vergleichen",
        Word::CompareThis => "Vergleichen: {title}",
        Word::ComparisonFull => "Höchstens vier Projekte lassen sich vergleichen.",
        Word::Title => "Titel",
        Word::Period => "Zeitraum",
        Word::Columns => "Spalten",
        Word::TableCaption => "{projects}, sortiert nach: {order}",
        Word::OrderAscending => "{column}, A–Z",
        Word::OrderDescending => "{column}, Z–A",
        Word::ToCompare => "Zum Vergleich",
        Word::ChooseAnother => "Wählen Sie noch eines zum Vergleichen.",
        Word::ClearComparison => "Leeren",
        Word::ComparisonAdvice => {
            "Wählen Sie zwei bis vier Projekte, um sie nebeneinander zu sehen: mit „Vergleichen“ auf den Kacheln, in der Tabelle oder in den Datensätzen."
        }
        Word::ChooseProjects => "Projekte wählen",
        Word::AddAnother => "Weiteres Projekt hinzufügen",
        Word::SideBySide => "Nebeneinander",
        Word::SharedBy => "{count} von {of}",
        Word::AllShare => "Allen gemeinsam — {list}",
        Word::NothingShared => "Nichts ist allen gemeinsam.",
        Word::ListSeparator => ", ",
        Word::PartSeparator => ": ",
        Word::DetailSeparator => " · ",
        Word::ProjectsPerYear => "Laufende Projekte je Jahr",
        Word::ProjectsInTime => "Laufzeit der einzelnen Projekte",
        Word::Play => "Die Jahre vorüberziehen lassen",
        Word::Pause => "Anhalten",
        Word::YearBar => "{year}: {projects}",
        Word::ShowMore => "{count} weitere zeigen (noch {left})",
        Word::ShowEarlier => "Vorherige Ergebnisse zeigen ({count})",
        Word::ShowResults => "{projects} zeigen",

        Word::Map => "Karte der Länder",
        Word::SmallMap => "Karte: {names}",
        Word::MapHelp => {
            "Pfeiltasten führen von Land zu Land, die Eingabetaste wählt aus, Plus und Minus ändern den Maßstab."
        }
        Word::Loading => "Wird geladen …",
        Word::MapLoading => "Die Karte wird gezeichnet …",
        Word::TryAgain => "Erneut versuchen",
        Word::ZoomIn => "Vergrößern",
        Word::ZoomOut => "Verkleinern",
        Word::FitToResults => "Auf Ergebnisse zoomen",
        Word::WholeMap => "Ganze Karte",
        Word::ZoomByWheel => "{key} halten und das Mausrad drehen, um zu zoomen",
        Word::MoveByFingers => "Die Karte mit zwei Fingern verschieben",
        Word::Elsewhere => "Länder außerhalb des Kartenausschnitts",
        Word::Legend => "Projekte je Land",
        Word::CountriesWith => "Länder wählen mit: {projects}",
        Word::MapAsTable => "Die Karte als Tabelle",
        Word::MapTableCaption => "Projekte je Land unter den übrigen Filtern, und ihr Anteil",
        Word::ProjectsColumn => "Projekte",
        Word::ShareColumn => "Anteil",
        Word::SavePicture => "Als Bild speichern",
        Word::PictureSvg => "SVG (Zeichnung)",
        Word::PicturePng => "PNG (Pixel)",
        Word::PictureFact => "{label}: {value}",
        Word::BordersSource => "Grenzen: Natural Earth.",
        Word::Disclaimer => "Grenzen und Namen bedeuten keine Anerkennung.",
        Word::DisclaimerDetails => {
            "Die Grenzen und Namen auf dieser Karte und die verwendeten Bezeichnungen bedeuten weder Billigung noch Anerkennung durch den Herausgeber. Jedes Projekt behält den Namen, den seine Quelle für ein Land verwendet; die Filter fassen sie nach ISO-Code unter dem heute gebräuchlichen Namen zusammen. Grenzen: Natural Earth, 1:50 Millionen."
        }
        Word::AbsentFromMap => "Nicht auf dieser Karte, aber in der Liste der Länder: {names}.",
        Word::PartFailed => {
            "Dieser Teil konnte nicht geladen werden ({reason}). Alles andere funktioniert."
        }
        Word::MapFailed => {
            "Die Grenzen der Karte konnten nicht geladen werden ({reason}). Alles andere funktioniert; Länder lassen sich in der Liste wählen."
        }
        Word::ReasonNetwork => "das Netz hat nicht geantwortet",
        Word::ReasonDamaged => "die Datei ist beschädigt",
        Word::ReasonStatus => "der Server hat mit {status} geantwortet",

        Word::DataProblems => "Ein Teil dieses Portfolios war nicht lesbar",
        Word::DataUnreadable => "Dieses Portfolio war nicht lesbar",
        Word::DataAdvice => {
            "Alles Lesbare wird gezeigt. Der Herausgeber kann die Datei an den unten genannten Stellen berichtigen."
        }
        Word::DataAdviceNothing => {
            "Der Herausgeber kann die Datei an der unten genannten Stelle berichtigen. Laden Sie danach diese Seite neu."
        }
        Word::PlaceInFile => "{file}, Zeile {line}, Spalte {column}",
        Word::FurtherFindings => "{count} weitere",

        Word::Notice => "Zu dieser Adresse",
        Word::UnknownValue => {
            "Die Adresse verlangt „{value}“ unter {facet}; das gibt es in diesem Portfolio nicht und blieb unbeachtet."
        }
        Word::IgnoredParameter => {
            "Die Adresse enthält „{parameter}“; das ergibt keinen Sinn und blieb unbeachtet."
        }
        Word::UnknownProject => {
            "Die Adresse verlangt ein Projekt „{id}“, das es in diesem Portfolio nicht gibt."
        }
        Word::UnknownLanguage => {
            "Die Adresse verlangt die Sprache „{language}“, in der es diese Seite nicht gibt."
        }
        Word::LanguageFailed => {
            "Die Texte der gewünschten Sprache ({language}) konnten nicht geladen werden ({reason})."
        }
        Word::Language => "Sprache",
        Word::AboutData => "Zu dieser Liste",
        Word::PublishedBy => "Herausgegeben von",
        Word::Source => "Quelle",
        Word::AboutAccessibility => "Barrierefreiheit dieser Seite",
        Word::Licence => "Lizenz",
        Word::Updated => "Stand",

        Word::FigureProjects => "Projekte",
        Word::FigureCountries => "Länder und Gebiete",
        Word::FigureDonors => "Geldgeber",
        Word::FigureAgencies => "Durchführende",
        Word::FigurePartners => "Partner",
        Word::FigureBar => "{name}: {projects}, {share}",
        Word::Percent => "{number} %",
        Word::LessThanOnePercent => "< 1 %",
        Word::AllOfThem => "Alle {count}",
        Word::FewerOfThem => "Weniger",
        Word::FiguresNote => {
            "Ein Projekt zählt unter jedem seiner Werte; die Zahlen einer Liste können daher mehr als das Ganze ergeben. Anteile beziehen sich auf die gezeigten Projekte."
        }
        Word::FiguresScale => {
            "Jede Liste hat ihren eigenen Maßstab, der sich nach ihrem größten Wert richtet. Ein Balken mit einer Lücke ist länger als gezeigt."
        }
        Word::FiguresYearNote => "Ein Jahr wählen, dann ein zweites für alle dazwischen.",
        Word::FiguresDownload => "Diese Zahlen herunterladen (CSV)",
        Word::ColumnFacet => "Liste",
        Word::ColumnValue => "Wert",
        Word::ColumnShare => "Anteil in %",
        Word::NetworkTitle => "Wer mit wem arbeitet",
        Word::NetworkHelp => {
            "Auf eine Organisation zeigen, um zu sehen, mit wem sie Projekte teilt. Auswählen filtert nach ihr. Pfeiltasten führen von einer zur nächsten."
        }
        Word::NetworkTies => "Linien zeigen die stärksten Verbindungen jeder Organisation.",
        Word::NoOrganisations => "Diese Projekte nennen keine Organisationen.",
        Word::ShowAs => "Anzeigen als",
        Word::AsDrawing => "Zeichnung",
        Word::AsList => "Liste",
        Word::SeveralRoles => "Mehrere Rollen",
        Word::OrganisationTold => "{name} ({roles}): {projects}, gemeinsam mit {partners}.",
        Word::OrganisationAlone => "{name} ({roles}): {projects}, mit keiner anderen Organisation.",
        Word::WorksWith => "mit {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn counted(message: Counted) -> &'static str {
    match message {
        Counted::Projects => forms!(one: "{count} Projekt", other: "{count} Projekte"),
        Counted::ShownOf => forms!(
            one: "{shown} von {count} Projekt",
            other: "{shown} von {count} Projekten",
        ),
        Counted::Countries => forms!(
            one: "{count} Land oder Gebiet",
            other: "{count} Länder und Gebiete",
        ),
        Counted::InCountries => forms!(
            one: "in {count} Land oder Gebiet",
            other: "in {count} Ländern und Gebieten",
        ),
        Counted::Donors => forms!(one: "{count} Geldgeber", other: "{count} Geldgeber"),
        Counted::CompareSome => {
            forms!(one: "{count} Projekt vergleichen", other: "{count} Projekte vergleichen")
        }
        Counted::ProjectsInRange => forms!(one: "{range} Projekt", other: "{range} Projekte"),
        Counted::Undated => {
            forms!(one: "{count} Projekt ohne Datum", other: "{count} Projekte ohne Datum")
        }
        Counted::UndatedLeftOut => {
            forms!(one: "{count} Projekt ohne Datum ist nicht enthalten", other: "{count} Projekte ohne Datum sind nicht enthalten")
        }
        Counted::FurtherFilters => {
            forms!(one: "und {count} weiterer Filter", other: "und {count} weitere Filter")
        }
        Counted::FurtherNotices => {
            forms!(one: "{count} weiterer Punkt ist nicht aufgeführt.", other: "{count} weitere Punkte sind nicht aufgeführt.")
        }
        Counted::Times => forms!(one: "{count}-mal", other: "{count}-mal"),
        Counted::Further => forms!(one: "{count} weitere", other: "{count} weitere"),
        Counted::OrganisationsNotDrawn => {
            forms!(one: "{count} weitere Organisation mit weniger Projekten ist nicht gezeigt.", other: "{count} weitere Organisationen mit weniger Projekten sind nicht gezeigt.")
        }
    }
}

/// What the loader says.
pub(crate) const fn starter(message: Starter) -> &'static str {
    match message {
        Starter::Loading => "Die Projekte werden geladen …",
        Starter::Failed => "Die Projekte konnten nicht geladen werden.",
        Starter::Stalled => {
            "Das Laden stockt: Seit einiger Zeit ist nichts mehr angekommen. Es geht von selbst weiter, sobald die Verbindung wieder steht."
        }
        Starter::Broken => {
            "Auf dieser Seite ist etwas ausgefallen, und sie reagiert nicht mehr. Neu laden stellt sie wieder her, mit denselben Filtern."
        }
        Starter::TryAgain => "Erneut versuchen",
        Starter::Program => "das Programm der Seite",
        Starter::NoWebAssembly => "er kennt kein WebAssembly",
        Starter::NoAnswer => "das Netz hat nicht geantwortet oder brach mittendrin ab",
        Starter::Status => "der Server hat mit {status} geantwortet",
        Starter::Refused => "der Browser konnte es nicht ausführen ({reason})",
        Starter::Altered => "was ankam, ist nicht, was veröffentlicht wurde",
        Starter::Failure => "{name}: {reason}.",
        Starter::Readable => {
            "Die Suche konnte nicht geladen werden: Die Projekte können hier gelesen, aber nicht durchsucht oder gefiltert werden."
        }
        Starter::NotShared => {
            "das Netz gab keine Antwort, oder die andere Website erlaubt dieser Seite nicht, die Datei zu lesen. Ihr Server muss „Access-Control-Allow-Origin: *“ senden; wo sich das nicht ändern lässt, zeigen Sie die Projekte in einem iframe"
        }
        Starter::NotServed => "das ist nicht die Adresse einer Datei auf einem Server",
        Starter::Kept => "Offline: Dies ist der Stand der Projekte vom {date}.",
        Starter::Update => "Von dieser Seite gibt es eine neue Fassung.",
        Starter::ShowUpdate => "Zeigen",
        Starter::NotNow => "Nicht jetzt",
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
