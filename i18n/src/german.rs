use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

pub(crate) fn message(message: Message) -> Option<&'static str> {
    Some(match message {
        Message::UntitledPortfolio => "Projekte",
        Message::SearchLabel => "Projekte suchen",
        Message::SearchPlaceholder => "Nach Titel, Ziel oder Partner suchen",
        Message::SearchTips => "Suchtipps",
        Message::TipPhraseExample => "\"soziale Rechte\"",
        Message::TipPhrase => "findet diese Wörter direkt hintereinander",
        Message::TipExclusionExample => "Rechte -Kinder",
        Message::TipExclusion => "schließt Projekte mit dem zweiten Wort aus",
        Message::TipYear => "schlägt, allein eingegeben, die Projekte dieses Jahres vor",
        Message::ShowYear => "Im Jahr {year} aktive Projekte anzeigen",
        Message::ShowingResultsFor => "Ergebnisse für {words}",
        Message::SearchInsteadFor => "Stattdessen nach {words} suchen",
        Message::Suggestions => "Vorschläge",
        Message::SuggestedProject => "Projekt",
        Message::SkipToResults => "Zu den Projekten springen",
        Message::SkipToFilters => "Zu den Filtern springen",
        Message::SkipToMap => "Zur Karte springen",
        Message::MapAndTimeline => "Karte und Zeitleiste",
        Message::Theming => "Design: {theme}",
        Message::ThemeAuto => "Systemeinstellung",
        Message::ThemeLight => "Hell",
        Message::ThemeDark => "Dunkel",
        Message::Settings => "Einstellungen",
        Message::Keys => "Tastenkürzel",
        Message::KeySearch => "Zum Suchfeld",
        Message::KeyHelp => "Diese Tastenkürzel zeigen",
        Message::KeyWithin => "In einem Filter, den Jahren, der Karte oder den Vorschlägen bewegen",
        Message::KeyEnds => "Zum ersten oder letzten davon",
        Message::KeyRecord => "Voriges oder nächstes Projekt, in den Details eines Projekts",
        Message::KeyClose => "Schließen, was offen ist",
        Message::KeyNameHome => "Pos1",
        Message::KeyNameEnd => "Ende",
        Message::KeyNameEscape => "Esc",

        Message::Filters => "Filter",
        Message::CloseFilters => "Filter schließen",
        Message::ClearAll => "Alle Filter löschen",
        Message::Clear => "Zurücksetzen",
        Message::ClearFacet => "Zurücksetzen: {facet}",
        Message::NotStated => "Nicht angegeben",
        Message::Selection => "Ausgewählte Filter",
        Message::NothingNarrowed => "Keine Treffer",
        Message::NarrowLabel => "In „{facet}“ suchen",
        Message::NarrowPlaceholder => "{count} Optionen durchsuchen",
        Message::ShowAllValues => "Alle {count} anzeigen",
        Message::ShowFewerValues => "Weniger anzeigen",
        Message::PreviousValues => "Zurück",
        Message::NextValues => "Weiter",
        Message::ValuesShown => "{first}–{last} von {count}",
        Message::FindFilter => "{count} Filter durchsuchen",
        Message::Remove => "{what} entfernen",
        Message::Exclude => "{what} ausschließen",
        Message::Not => "nicht",
        Message::NotValue => "nicht {what}",
        Message::MatchLabel => "Projekte mit",
        Message::MatchAny => "einem davon",
        Message::MatchAll => "allen davon",
        Message::ValuesWithin => "Optionen in „{what}“",
        Message::ValueOrder => "Sortierung",
        Message::ByCount => "Meiste Projekte zuerst",
        Message::ByName => "Name (A–Z)",

        Message::Years => "Jahre",
        Message::YearsActive => "Jahre der Laufzeit",
        Message::From => "Von",
        Message::To => "Bis",
        Message::AnyYear => "Beliebig",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "ab {date}",
        Message::SinceDate => "seit {date}",
        Message::UntilDate => "bis {date}",

        Message::Sort => "Sortieren nach",
        Message::SortNewest => "Neueste zuerst",
        Message::SortOldest => "Älteste zuerst",
        Message::SortEnding => "Spätestes Ende zuerst",
        Message::SortAmount => "Höchster Betrag zuerst",
        Message::SortSmallest => "Niedrigster Betrag zuerst",
        Message::SortTitle => "Titel (A–Z)",
        Message::SortRelevance => "Relevanz",
        Message::Views => "Ansicht",
        Message::ViewList => "Liste",
        Message::ViewCards => "Kacheln",
        Message::ViewTable => "Tabelle",
        Message::ViewFigures => "Diagramme",
        Message::ViewNetwork => "Netzwerk",
        Message::ViewCompare => "Vergleich",
        Message::NoResults => "Keine Projekte entsprechen diesen Filtern.",
        Message::NoResultsAdvice => "Entfernen Sie einen Filter oder löschen Sie alle Filter.",
        Message::NoProjects => "Diese Liste enthält noch keine Projekte.",

        Message::Country => "Land",
        Message::Donor => "Geldgeber",
        Message::ImplementingAgency => "Durchführende Organisation",
        Message::Partner => "Partner",
        Message::Theme => "Thema",
        Message::Status => "Projektstatus",
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
        Message::OfStatus => "· Status:",
        Message::WithField => "· {field}:",
        Message::NotInCountry => "· ohne Land:",
        Message::NotByDonor => "· ohne Geldgeber:",
        Message::NotByImplementing => "· ohne Durchführung:",
        Message::NotWithPartner => "· ohne Partner:",
        Message::NotOnTheme => "· ohne Thema:",
        Message::NotOfStatus => "· ohne Status:",
        Message::NotWithField => "· ohne {field}:",
        Message::Or => "oder",
        Message::And => "und",
        Message::Nor => "und",
        Message::Matching => "· Suche:",
        Message::Running => "· aktiv",
        Message::OfAmount => "· Betrag:",
        Message::Quoted => "„{text}“",

        Message::Identifier => "Kennung",
        Message::Amount => "Betrag",
        Message::Total => "Summe",
        Message::Currency => "Währung",
        Message::Objective => "Ziel",
        Message::Summary => "Zusammenfassung",
        Message::ResultsOfProject => "Ergebnisse",
        Message::StatedDuration => "Angegebene Dauer",
        Message::Countries => "Länder",
        Message::Locations => "Orte",
        Message::Donors => "Geldgeber",
        Message::Implementing => "Durchgeführt von",
        Message::Partners => "Partner",
        Message::Themes => "Themen",
        Message::Documents => "Dokumente",
        Message::Links => "Links",
        Message::Related => "Verwandte Projekte",
        Message::PartOf => "Teil von",
        Message::HasPart => "Umfasst",
        Message::RelatedTo => "Verwandt",
        Message::Remark => "Anmerkung",
        Message::ValueNotStated => "Nicht angegeben",
        Message::NoAddress => "Kein Link verfügbar",
        Message::Website => "Website",
        Message::Picture => "Bild",
        Message::Close => "Schließen",
        Message::AllProjects => "Alle Projekte",
        Message::InExplorer => "In der interaktiven Ansicht öffnen",
        Message::ShareAndEmbed => "Teilen oder einbetten",
        Message::ShareLink => "Link",
        Message::ShareElement => "Webkomponente",
        Message::ShareFrame => "Iframe (funktioniert überall)",
        Message::ShareLinkAdvice => "Dieser Link öffnet die aktuelle Ansicht.",
        Message::ShareElementAdvice => {
            "Fügen Sie beide Zeilen dort ein, wo die Projekte erscheinen sollen."
        }
        Message::ShareFrameAdvice => {
            "Für WordPress und andere Websites, die nur Iframes erlauben. Wenn Skripte blockiert werden, legen Sie eine feste Höhe fest."
        }
        Message::ShareFilters => "Aktuelle Filter übernehmen",
        Message::ShareTheme => "Design",
        Message::ShareAsAround => "Wie auf der Seite",
        Message::ShareHeight => "Höhe (px)",
        Message::ShareOwnHeight => "Automatisch",
        Message::ShareCode => "Code zum Kopieren",
        Message::SharePreview => "Vorschau",
        Message::Copied => "Kopiert",
        Message::PeriodNotStated => "Laufzeit nicht angegeben",
        Message::ListedAs => "hier aufgeführt als {name}",
        Message::PlaceInResults => "{at} von {of}",
        Message::NotInResults => "Nicht in den aktuellen Ergebnissen",
        Message::Neighbours => "Vorheriges und nächstes Projekt",
        Message::Previous => "Vorheriges Projekt",
        Message::Next => "Nächstes Projekt",
        Message::InTime => "{period} (gesamte Liste: {years})",
        Message::ListEnd => "{list} und {last}",
        Message::InCommon => "Ähnliche Projekte",
        Message::AlsoIn => "ebenfalls in: {names}",
        Message::PaidForBy => "Geldgeber: {donor}",
        Message::AlsoByDonor => "ebenfalls finanziert von: {names}",
        Message::AlsoByImplementing => "ebenfalls durchgeführt von: {names}",
        Message::AlsoWith => "ebenfalls mit Partner: {names}",
        Message::AlsoOn => "ebenfalls zum Thema: {names}",
        Message::CopyLink => "Link kopieren",
        Message::LinkCopied => "Link kopiert",
        Message::CopyByHand => {
            "Ihr Browser hat das Kopieren blockiert. Markieren Sie den Text und kopieren Sie ihn manuell."
        }
        Message::Cite => "Zitieren",
        Message::PlainText => "Nur Text",
        Message::Accessed => "abgerufen am {date}",
        Message::ListUpdated => "aktualisiert am {date}",
        Message::NoDate => "o. D.",
        Message::Copy => "Kopieren",
        Message::CopyWhat => "Kopieren: {what}",
        Message::CitationCopied => "Zitat kopiert",
        Message::Print => "Drucken",
        Message::PrintedFrom => "Gedruckt am {date} von {address}",
        Message::PrintedPart => "Gedruckt: {projects}",
        Message::Compare => "Vergleichen",
        Message::CompareThis => "Vergleichen: {title}",
        Message::ComparisonFull => "Sie können bis zu vier Projekte vergleichen.",
        Message::Title => "Titel",
        Message::Period => "Laufzeit",
        Message::Columns => "Spalten",
        Message::TableCaption => "{projects}, Sortierung: {order}",
        Message::OrderAscending => "{column} (A–Z)",
        Message::OrderDescending => "{column} (Z–A)",
        Message::ToCompare => "Projekte zum Vergleichen",
        Message::ChooseAnother => "Fügen Sie mindestens ein weiteres Projekt zum Vergleich hinzu.",
        Message::ClearComparison => "Vergleich leeren",
        Message::ComparisonAdvice => {
            "Wählen Sie zwei bis vier Projekte zum Vergleichen aus. Verwenden Sie dazu „Vergleichen“ auf einer Kachel, in der Tabelle oder in den Projektdetails."
        }
        Message::ChooseProjects => "Projekte auswählen",
        Message::AddAnother => "Weiteres Projekt hinzufügen",
        Message::SideBySide => "Nebeneinander",
        Message::SharedBy => "{count} von {of}",
        Message::AllShare => "Gemeinsamkeiten: {list}",
        Message::NothingShared => "Diese Projekte haben nichts gemeinsam.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Aktive Projekte pro Jahr",
        Message::ProjectsInTime => "Zeitleiste der Projekte",
        Message::Play => "Zeitleiste abspielen",
        Message::Pause => "Anhalten",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "{count} weitere anzeigen (noch {left})",
        Message::ShowEarlier => "Vorherige Ergebnisse anzeigen ({count})",
        Message::ShowAllResults => "Alle {count} anzeigen",
        Message::BackToTop => "Nach oben",
        Message::ShowResults => "{projects} anzeigen",

        Message::Map => "Karte der Länder",
        Message::SmallMap => "Karte: {names}",
        Message::MapHelp => {
            "Mit den Pfeiltasten wechseln Sie zwischen Ländern, mit der Eingabetaste wählen Sie aus, mit + und − zoomen Sie."
        }
        Message::Loading => "Wird geladen…",
        Message::MapLoading => "Karte wird geladen…",
        Message::TryAgain => "Erneut versuchen",
        Message::ZoomIn => "Vergrößern",
        Message::ZoomOut => "Verkleinern",
        Message::FitToResults => "Auf Ergebnisse zoomen",
        Message::WholeMap => "Ganze Welt anzeigen",
        Message::ZoomByWheel => "Zum Zoomen {key} gedrückt halten und scrollen",
        Message::MoveByFingers => "Karte mit zwei Fingern verschieben",
        Message::Elsewhere => "Länder außerhalb dieses Kartenausschnitts",
        Message::PlacesOfProjects => "Orte der Projekte",
        Message::Legend => "Projekte pro Land",
        Message::MapAsTable => "Als Tabelle anzeigen",
        Message::MapTableCaption => "Projekte pro Land (mit Ihren übrigen Filtern) und Anteil",
        Message::ProjectsColumn => "Projekte",
        Message::ShareColumn => "Anteil",
        Message::SavePicture => "Karte herunterladen",
        Message::DownloadPicture => "Bild herunterladen",
        Message::PictureSvg => "SVG (zum Bearbeiten)",
        Message::PicturePng => "PNG (Bild)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Grenzen: Natural Earth.",
        Message::Disclaimer => "Grenzen und Namen",
        Message::DisclaimerDetails => {
            "Die Grenzen und Namen auf dieser Karte sowie die verwendeten Bezeichnungen bedeuten keine Billigung oder Anerkennung durch den Herausgeber. Projekte behalten den Ländernamen aus ihrer Quelle; die Filter fassen sie nach ISO-Code unter dem aktuellen Namen zusammen. Grenzen: Natural Earth, 1:50 Millionen."
        }
        Message::DisclaimerInShort => "Grenzen und Namen bedeuten keine Anerkennung.",
        Message::AbsentFromMap => "Nicht auf der Karte, aber im Filter „Land“ verfügbar: {names}.",
        Message::PartFailed => {
            "Dieser Abschnitt konnte nicht geladen werden ({reason}). Der Rest der Seite funktioniert weiterhin."
        }
        Message::MapFailed => {
            "Die Karte konnte nicht geladen werden ({reason}). Sie können weiterhin über die Liste nach Ländern filtern."
        }
        Message::ReasonNetwork => "keine Antwort vom Netzwerk",
        Message::ReasonDamaged => "die Datei ist beschädigt",
        Message::ReasonStatus => "der Server meldet {status}",

        Message::DataProblems => "Einige Daten konnten nicht geladen werden",
        Message::DataUnreadable => "Die Projektliste konnte nicht geladen werden",
        Message::DataAdvice => {
            "Alles andere wird angezeigt. Hinweis für den Herausgeber: Korrigieren Sie die Datei an den unten genannten Stellen."
        }
        Message::FindingsDetails => "Einzelheiten",
        Message::DataAdviceNothing => {
            "Hinweis für den Herausgeber: Korrigieren Sie die Datei an der unten genannten Stelle und laden Sie diese Seite dann neu."
        }
        Message::PlaceInFile => "{file}, Zeile {line}, Spalte {column}",
        Message::FurtherFindings => "{count} weitere",

        Message::Notice => "Zu diesem Link",
        Message::UnknownValue => {
            "Dieser Link filtert „{facet}“ nach „{value}“, das in dieser Liste nicht vorkommt. Der Filter wurde ignoriert."
        }
        Message::IgnoredParameter => {
            "Ein Teil dieses Links, „{parameter}“, wurde nicht erkannt und daher ignoriert."
        }
        Message::UnknownProject => "Das Projekt „{id}“ wurde in dieser Liste nicht gefunden.",
        Message::UnknownLanguage => "Die Sprache „{language}“ ist nicht verfügbar.",
        Message::LanguageFailed => {
            "Die Sprachversion „{language}“ konnte nicht geladen werden ({reason})."
        }
        Message::Language => "Sprache",
        Message::AboutData => "Über diese Daten",
        Message::PublishedBy => "Herausgegeben von",
        Message::Source => "Quelle",
        Message::AboutAccessibility => "Erklärung zur Barrierefreiheit",
        Message::Feed => "Atom-Feed",
        Message::ReportError => "Fehler melden",
        Message::Licence => "Lizenz",
        Message::Updated => "Zuletzt aktualisiert",

        Message::FigureProjects => "Projekte",
        Message::FigureCountries => "Länder",
        Message::FigureDonors => "Geldgeber",
        Message::FigureAgencies => "Durchführende Organisationen",
        Message::FigurePartners => "Partner",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::SumsByCurrency => "Summe der Beträge",
        Message::SumsByCountry => "Beträge nach Land ({currency})",
        Message::Undivided => "Mehrere Länder, nicht aufgeteilt",
        Message::SumsNote => "Beträge sind nach den angegebenen Länderanteilen aufgeteilt.",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Alle {count} anzeigen",
        Message::FewerOfThem => "Weniger anzeigen",
        Message::FiguresNote => {
            "Projekte können mehrere Werte haben, daher können die Summen die Anzahl der Projekte übersteigen. Prozentangaben beziehen sich auf die angezeigten Projekte."
        }
        Message::FiguresScale => {
            "Jedes Diagramm hat eine eigene Skala, die sich nach seinem größten Wert richtet. Ein Balken mit Lücke ist länger als dargestellt."
        }
        Message::FiguresYearNote => {
            "Wählen Sie ein Jahr und dann ein zweites, um einen Zeitraum festzulegen"
        }
        Message::FiguresDownload => "Diagrammdaten herunterladen (CSV)",
        Message::TableDownload => "Tabelle herunterladen (CSV)",
        Message::ColumnFacet => "Kategorie",
        Message::ColumnValue => "Wert",
        Message::ColumnShare => "Anteil (%)",
        Message::NetworkTitle => "Wer mit wem zusammenarbeitet",
        Message::NetworkHelp => {
            "Zeigen Sie auf eine Organisation, um ihre Partner zu sehen. Wählen Sie sie aus, um nach ihr zu filtern. Mit den Pfeiltasten wechseln Sie zwischen Organisationen."
        }
        Message::NetworkTies => "Linien zeigen die stärksten Verbindungen jeder Organisation.",
        Message::NoOrganisations => "Für diese Projekte sind keine Organisationen angegeben.",
        Message::ShowAs => "Anzeigen als",
        Message::AsDrawing => "Grafik",
        Message::AsList => "Liste",
        Message::SeveralRoles => "Mehrere Rollen",
        Message::OrganisationDescription => {
            "{name} ({roles}): {projects}, gemeinsam mit: {partners}."
        }
        Message::OrganisationAlone => "{name} ({roles}): {projects}, keine gemeinsamen Projekte.",
        Message::WorksWith => "gemeinsam mit: {partners}",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

pub(crate) fn plural(message: PluralMessage) -> Option<&'static str> {
    Some(match message {
        PluralMessage::Projects => forms!(one: "{count} Projekt", other: "{count} Projekte"),
        PluralMessage::ShownOf => forms!(
            one: "{shown} von {count} Projekt",
            other: "{shown} von {count} Projekten",
        ),
        PluralMessage::Countries => forms!(
            one: "{count} Land",
            other: "{count} Länder",
        ),
        PluralMessage::InCountries => forms!(
            one: "in {count} Land",
            other: "in {count} Ländern",
        ),
        PluralMessage::Donors => forms!(one: "{count} Geldgeber", other: "{count} Geldgeber"),
        PluralMessage::CompareSome => {
            forms!(one: "{count} Projekt vergleichen", other: "{count} Projekte vergleichen")
        }
        PluralMessage::ProjectsInRange => forms!(one: "{range} Projekt", other: "{range} Projekte"),
        PluralMessage::Undated => {
            forms!(one: "{count} Projekt ohne Datum (hier nicht angezeigt)", other: "{count} Projekte ohne Datum (hier nicht angezeigt)")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} Projekt ohne Datum ist nicht enthalten", other: "{count} Projekte ohne Datum sind nicht enthalten")
        }
        PluralMessage::WithoutAmount => {
            forms!(one: "{count} Projekt ohne Betrag in {currency} (hier nicht angezeigt)", other: "{count} Projekte ohne Betrag in {currency} (hier nicht angezeigt)")
        }
        PluralMessage::PlacesNotShown => {
            forms!(one: "{count} weiterer Ort ist nicht gezeigt", other: "{count} weitere Orte sind nicht gezeigt")
        }
        PluralMessage::SelectedOfFacet => forms!(
            one: "{count} ausgewählt",
            other: "{count} ausgewählt",
        ),
        PluralMessage::EmptyValues => forms!(
            one: "{count} Option ohne Projekte",
            other: "{count} Optionen ohne Projekte",
        ),
        PluralMessage::FurtherFilters => {
            forms!(one: "und {count} weiterer Filter", other: "und {count} weitere Filter")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} weiterer Punkt ist nicht aufgeführt.", other: "{count} weitere Punkte sind nicht aufgeführt.")
        }
        PluralMessage::Times => forms!(one: "{count}-mal", other: "{count}-mal"),
        PluralMessage::Further => forms!(one: "{count} weitere", other: "{count} weitere"),
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "{count} weitere Organisation mit weniger Projekten wird nicht angezeigt.", other: "{count} weitere Organisationen mit weniger Projekten werden nicht angezeigt.")
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
        LoaderMessage::Loading => "Projekte werden geladen…",
        LoaderMessage::Failed => "Die Projekte konnten nicht geladen werden.",
        LoaderMessage::Stalled => {
            "Der Ladevorgang stockt. Er wird fortgesetzt, sobald wieder eine Verbindung besteht."
        }
        LoaderMessage::Broken => {
            "Etwas ist schiefgelaufen. Laden Sie die Seite neu, um fortzufahren; Ihre Filter bleiben erhalten."
        }
        LoaderMessage::TryAgain => "Erneut versuchen",
        LoaderMessage::Program => "die App",
        LoaderMessage::NoWebAssembly => "WebAssembly wird nicht unterstützt",
        LoaderMessage::NoAnswer => "keine Antwort, oder die Verbindung wurde unterbrochen",
        LoaderMessage::Status => "der Server meldet {status}",
        LoaderMessage::Refused => "Ihr Browser konnte sie nicht ausführen ({reason})",
        LoaderMessage::Altered => "die Datei stimmt nicht mit der veröffentlichten Version überein",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "Die interaktive Ansicht konnte nicht geladen werden. Sie können die Projekte unten trotzdem lesen."
        }
        LoaderMessage::NotShared => {
            "keine Antwort, oder die andere Website erlaubt keinen Zugriff auf diese Datei. Deren Server muss „Access-Control-Allow-Origin: *“ senden; wenn das nicht möglich ist, zeigen Sie die Projekte in einem Iframe an"
        }
        LoaderMessage::NotServed => "das ist keine gültige Webadresse",
        LoaderMessage::Kept => {
            "Sie sind offline. Angezeigt werden die am {date} gespeicherten Projekte."
        }
        LoaderMessage::Update => "Eine neue Version ist verfügbar.",
        LoaderMessage::ShowUpdate => "Aktualisieren",
        LoaderMessage::NotNow => "Später",
        LoaderMessage::Dismiss => "Schließen",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

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
