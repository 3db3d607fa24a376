//! French. Spaces inside « » and before colons, semicolons and percent signs are non-breaking.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

pub(crate) fn message(message: Message) -> Option<&'static str> {
    Some(match message {
        Message::UntitledPortfolio => "Projets",
        Message::SearchLabel => "Rechercher des projets",
        Message::SearchPlaceholder => "Rechercher par titre, objectif ou partenaire",
        Message::SearchTips => "Conseils de recherche",
        Message::TipPhraseExample => "\"droits humains\"",
        Message::TipPhrase => "trouve ces mots côte à côte",
        Message::TipExclusionExample => "droits -enfants",
        Message::TipExclusion => "exclut les projets contenant le second mot",
        Message::TipYear => "saisie seule, propose les projets de cette année-là",
        Message::ShowYear => "Afficher les projets actifs en {year}",
        Message::ShowingResultsFor => "Résultats pour {words}",
        Message::SearchInsteadFor => "Rechercher plutôt {words}",
        Message::Suggestions => "Propositions",
        Message::SuggestedProject => "Projet",
        Message::SkipToResults => "Aller aux projets",
        Message::SkipToFilters => "Aller aux filtres",
        Message::SkipToMap => "Aller à la carte",
        Message::MapAndTimeline => "Carte et chronologie",
        Message::Theming => "Apparence : {theme}",
        Message::ThemeAuto => "Système",
        Message::ThemeLight => "Clair",
        Message::ThemeDark => "Sombre",
        Message::Settings => "Réglages",
        Message::Keys => "Raccourcis clavier",
        Message::KeySearch => "Aller au champ de recherche",
        Message::KeyHelp => "Afficher ces raccourcis",
        Message::KeyWithin => "Se déplacer dans un filtre, les années, la carte ou les suggestions",
        Message::KeyEnds => "Premier ou dernier élément",
        Message::KeyRecord => "Projet précédent ou suivant, dans les détails d’un projet",
        Message::KeyClose => "Fermer ce qui est ouvert",
        Message::KeyNameHome => "Début",
        Message::KeyNameEnd => "Fin",
        Message::KeyNameEscape => "Échap",

        Message::Filters => "Filtres",
        Message::CloseFilters => "Fermer les filtres",
        Message::ClearAll => "Effacer tous les filtres",
        Message::Clear => "Effacer",
        Message::ClearFacet => "Effacer : {facet}",
        Message::NotStated => "Non précisé",
        Message::Selection => "Filtres sélectionnés",
        Message::NothingNarrowed => "Aucun résultat",
        Message::NarrowLabel => "Rechercher dans « {facet} »",
        Message::NarrowPlaceholder => "Rechercher parmi {count} options",
        Message::ShowAllValues => "Tout afficher ({count})",
        Message::ShowFewerValues => "Afficher moins",
        Message::PreviousValues => "Précédent",
        Message::NextValues => "Suivant",
        Message::ValuesShown => "{first}–{last} sur {count}",
        Message::FindFilter => "Rechercher parmi {count} filtres",
        Message::Remove => "Retirer {what}",
        Message::Exclude => "Exclure {what}",
        Message::Not => "sauf",
        Message::NotValue => "sauf {what}",
        Message::MatchLabel => "Projets avec",
        Message::MatchAny => "au moins une option",
        Message::MatchAll => "toutes les options",
        Message::ValuesWithin => "Options : {what}",
        Message::ValueOrder => "Trier par",
        Message::ByCount => "Nombre de projets",
        Message::ByName => "Nom (A à Z)",

        Message::Years => "Années",
        Message::YearsActive => "Années d’activité",
        Message::From => "De",
        Message::To => "À",
        Message::AnyYear => "Indifférente",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "à partir de {date}",
        Message::SinceDate => "depuis {date}",
        Message::UntilDate => "jusqu’à {date}",

        Message::Sort => "Trier par",
        Message::SortNewest => "Plus récents d’abord",
        Message::SortOldest => "Plus anciens d’abord",
        Message::SortEnding => "Date de fin décroissante",
        Message::SortAmount => "Montant décroissant",
        Message::SortSmallest => "Montant croissant",
        Message::SortTitle => "Titre (A à Z)",
        Message::SortRelevance => "Pertinence",
        Message::Views => "Affichage",
        Message::ViewList => "Liste",
        Message::ViewCards => "Vignettes",
        Message::ViewTable => "Tableau",
        Message::ViewFigures => "Graphiques",
        Message::ViewNetwork => "Réseau",
        Message::ViewCompare => "Comparaison",
        Message::NoResults => "Aucun projet ne correspond à ces filtres.",
        Message::NoResultsAdvice => "Retirez un filtre ou effacez tous les filtres.",
        Message::NoProjects => "Cette liste ne contient encore aucun projet.",

        Message::Country => "Pays",
        Message::Donor => "Bailleur de fonds",
        Message::ImplementingAgency => "Organisme de mise en œuvre",
        Message::Partner => "Partenaire",
        Message::Theme => "Thème",
        Message::Status => "Statut",
        Message::StatusPlanned => "Prévu",
        Message::StatusOngoing => "En cours",
        Message::StatusCompleted => "Terminé",
        Message::StatusSuspended => "Suspendu",
        Message::StatusCancelled => "Annulé",

        Message::InCountry => "· pays :",
        Message::ByDonor => "· bailleur :",
        Message::ByImplementing => "· mise en œuvre :",
        Message::WithPartner => "· partenaire :",
        Message::OnTheme => "· thème :",
        Message::OfStatus => "· statut :",
        Message::WithField => "· {field} :",
        Message::NotInCountry => "· pays : sauf",
        Message::NotByDonor => "· bailleur : sauf",
        Message::NotByImplementing => "· mise en œuvre : sauf",
        Message::NotWithPartner => "· partenaire : sauf",
        Message::NotOnTheme => "· thème : sauf",
        Message::NotOfStatus => "· statut : sauf",
        Message::NotWithField => "· {field} : sauf",
        Message::Or => "ou",
        Message::And => "et",
        Message::Nor => "et",
        Message::Matching => "· recherche :",
        Message::Running => "· période :",
        Message::OfAmount => "· montant :",
        Message::Quoted => "« {text} »",

        Message::Identifier => "Identifiant",
        Message::Amount => "Montant",
        Message::Total => "Total",
        Message::Currency => "Devise",
        Message::Objective => "Objectif",
        Message::Summary => "Résumé",
        Message::ResultsOfProject => "Résultats",
        Message::StatedDuration => "Durée indiquée",
        Message::Countries => "Pays",
        Message::Locations => "Lieux",
        Message::Donors => "Bailleurs",
        Message::Implementing => "Mis en œuvre par",
        Message::Partners => "Partenaires",
        Message::Themes => "Thèmes",
        Message::Documents => "Documents",
        Message::Links => "Liens",
        Message::Related => "Projets liés",
        Message::PartOf => "Fait partie de",
        Message::HasPart => "Comprend",
        Message::RelatedTo => "Lié",
        Message::Remark => "Remarque",
        Message::ValueNotStated => "Non précisé",
        Message::NoAddress => "Aucun lien disponible",
        Message::Website => "Site web",
        Message::Picture => "Image",
        Message::Close => "Fermer",
        Message::AllProjects => "Tous les projets",
        Message::InExplorer => "Ouvrir dans l’explorateur",
        Message::ShareAndEmbed => "Partager ou intégrer",
        Message::ShareLink => "Lien",
        Message::ShareElement => "Composant web",
        Message::ShareFrame => "Iframe (fonctionne partout)",
        Message::ShareLinkAdvice => "Ce lien ouvre l’affichage actuel.",
        Message::ShareElementAdvice => {
            "Collez les deux lignes à l’endroit où les projets doivent apparaître."
        }
        Message::ShareFrameAdvice => {
            "Pour WordPress et les autres sites qui n’acceptent que les iframes. Si les scripts sont bloqués, indiquez une hauteur fixe."
        }
        Message::ShareFilters => "Inclure les filtres actuels",
        Message::ShareTheme => "Apparence",
        Message::ShareAsAround => "Comme la page",
        Message::ShareHeight => "Hauteur (px)",
        Message::ShareOwnHeight => "Automatique",
        Message::ShareCode => "Code à copier",
        Message::SharePreview => "Aperçu",
        Message::Copied => "Copié",
        Message::PeriodNotStated => "Dates non précisées",
        Message::ListedAs => "figure ici sous le nom {name}",
        Message::PlaceInResults => "{at} sur {of}",
        Message::NotInResults => "Absent des résultats actuels",
        Message::Neighbours => "Projets précédent et suivant",
        Message::Previous => "Projet précédent",
        Message::Next => "Projet suivant",
        Message::InTime => "{period} (liste entière : {years})",
        Message::ListEnd => "{list} et {last}",
        Message::InCommon => "Projets similaires",
        Message::AlsoIn => "pays en commun : {names}",
        Message::PaidForBy => "financement : {donor}",
        Message::AlsoByDonor => "également financé par {names}",
        Message::AlsoByImplementing => "également mis en œuvre par {names}",
        Message::AlsoWith => "également en partenariat avec {names}",
        Message::AlsoOn => "thème en commun : {names}",
        Message::CopyLink => "Copier le lien",
        Message::LinkCopied => "Lien copié",
        Message::CopyByHand => {
            "Votre navigateur a bloqué la copie. Sélectionnez le texte et copiez-le manuellement."
        }
        Message::Cite => "Citer",
        Message::PlainText => "Texte brut",
        Message::Accessed => "consulté le {date}",
        Message::ListUpdated => "mise à jour le {date}",
        Message::NoDate => "s. d.",
        Message::Copy => "Copier",
        Message::CopyWhat => "Copier : {what}",
        Message::CitationCopied => "Citation copiée",
        Message::Print => "Imprimer",
        Message::PrintedFrom => "Imprimé le {date} depuis {address}",
        Message::PrintedPart => "Contenu imprimé : {projects}",
        Message::Compare => "Comparer",
        Message::CompareThis => "Comparer : {title}",
        Message::ComparisonFull => "Vous pouvez comparer jusqu’à quatre projets.",
        Message::Title => "Titre",
        Message::Period => "Période",
        Message::Columns => "Colonnes",
        Message::TableCaption => "{projects}, tri : {order}",
        Message::OrderAscending => "{column} (A à Z)",
        Message::OrderDescending => "{column} (Z à A)",
        Message::ToCompare => "Projets à comparer",
        Message::ChooseAnother => "Ajoutez au moins un autre projet à comparer.",
        Message::ClearComparison => "Effacer la comparaison",
        Message::ComparisonAdvice => {
            "Sélectionnez de deux à quatre projets à comparer. Utilisez « Comparer » sur une vignette, dans le tableau ou dans les détails d’un projet."
        }
        Message::ChooseProjects => "Sélectionner des projets",
        Message::AddAnother => "Ajouter un autre projet",
        Message::SideBySide => "Côte à côte",
        Message::SharedBy => "{count} sur {of}",
        Message::AllShare => "En commun : {list}",
        Message::NothingShared => "Ces projets n’ont rien en commun.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => " : ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Projets actifs par année",
        Message::ProjectsInTime => "Chronologie des projets",
        Message::Play => "Lancer la chronologie",
        Message::Pause => "Mettre en pause",
        Message::YearBar => "{year} : {projects}",
        Message::ShowMore => "Afficher {count} de plus ({left} restants)",
        Message::ShowEarlier => "Afficher les résultats précédents ({count})",
        Message::ShowAllResults => "Afficher les {count}",
        Message::BackToTop => "Haut de page",
        Message::ShowResults => "Afficher {projects}",

        Message::Map => "Carte des pays",
        Message::SmallMap => "Carte : {names}",
        Message::MapHelp => {
            "Utilisez les flèches pour passer d’un pays à l’autre, Entrée pour sélectionner, + et − pour zoomer."
        }
        Message::Loading => "Chargement…",
        Message::MapLoading => "Chargement de la carte…",
        Message::TryAgain => "Réessayer",
        Message::ZoomIn => "Zoom avant",
        Message::ZoomOut => "Zoom arrière",
        Message::FitToResults => "Zoomer sur les résultats",
        Message::WholeMap => "Afficher le monde entier",
        Message::ZoomByWheel => "Maintenez {key} et faites défiler pour zoomer",
        Message::MoveByFingers => "Utilisez deux doigts pour déplacer la carte",
        Message::Elsewhere => "Pays hors de la zone affichée",
        Message::PlacesOfProjects => "Lieux des projets",
        Message::Legend => "Projets par pays",
        Message::MapAsTable => "Afficher en tableau",
        Message::MapTableCaption => "Projets par pays (avec vos autres filtres) et part",
        Message::ProjectsColumn => "Projets",
        Message::ShareColumn => "Part",
        Message::SavePicture => "Télécharger la carte",
        Message::DownloadPicture => "Télécharger l’image",
        Message::PictureSvg => "Image SVG (modifiable)",
        Message::PicturePng => "Image PNG",
        Message::PictureFact => "{label} : {value}",
        Message::BordersSource => "Frontières : Natural Earth.",
        Message::Disclaimer => "Frontières et noms",
        Message::DisclaimerDetails => {
            "Les frontières et les noms figurant sur cette carte, ainsi que les désignations employées, n’impliquent ni approbation ni acceptation de la part de l’éditeur. Les projets conservent le nom de pays utilisé par leur source ; les filtres les regroupent par code ISO sous le nom actuel. Frontières : Natural Earth, 1:50 000 000."
        }
        Message::DisclaimerInShort => "Frontières et noms n’impliquent aucune approbation.",
        Message::AbsentFromMap => {
            "Absents de la carte, mais disponibles dans le filtre « Pays » : {names}."
        }
        Message::PartFailed => {
            "Cette section n’a pas pu être chargée ({reason}). Le reste de la page fonctionne toujours."
        }
        Message::MapFailed => {
            "La carte n’a pas pu être chargée ({reason}). Vous pouvez toujours filtrer par pays dans la liste."
        }
        Message::ReasonNetwork => "pas de réponse du réseau",
        Message::ReasonDamaged => "le fichier est endommagé",
        Message::ReasonStatus => "le serveur a renvoyé le code {status}",

        Message::DataProblems => "Certaines données n’ont pas pu être chargées",
        Message::DataUnreadable => "La liste des projets n’a pas pu être chargée",
        Message::DataAdvice => {
            "Tout le reste est affiché. Si vous publiez cette liste, corrigez le fichier aux endroits indiqués ci-dessous."
        }
        Message::FindingsDetails => "Détails",
        Message::DataAdviceNothing => {
            "Si vous publiez cette liste, corrigez le fichier à l’endroit indiqué ci-dessous, puis rechargez la page."
        }
        Message::PlaceInFile => "{file}, ligne {line}, colonne {column}",
        Message::FurtherFindings => "{count} de plus",

        Message::Notice => "À propos de ce lien",
        Message::UnknownValue => {
            "Ce lien filtre « {facet} » sur « {value} », qui ne figure pas dans cette liste. Le filtre a été ignoré."
        }
        Message::IgnoredParameter => {
            "Une partie de ce lien, « {parameter} », n’a pas été reconnue et a été ignorée."
        }
        Message::UnknownProject => "Le projet « {id} » est introuvable dans cette liste.",
        Message::UnknownLanguage => "La langue « {language} » n’est pas disponible.",
        Message::LanguageFailed => "La version {language} n’a pas pu être chargée ({reason}).",
        Message::Language => "Langue",
        Message::AboutData => "À propos de ces données",
        Message::PublishedBy => "Publié par",
        Message::Source => "Source",
        Message::AboutAccessibility => "Déclaration d’accessibilité",
        Message::Feed => "Flux Atom",
        Message::ReportError => "Signaler une erreur",
        Message::Licence => "Licence",
        Message::Updated => "Dernière mise à jour",

        Message::FigureProjects => "Projets",
        Message::FigureCountries => "Pays",
        Message::FigureDonors => "Bailleurs de fonds",
        Message::FigureAgencies => "Organismes de mise en œuvre",
        Message::FigurePartners => "Partenaires",
        Message::FigureBar => "{name} : {projects}, {share}",
        Message::SumsByCurrency => "Montants totaux",
        Message::SumsByCountry => "Montants par pays ({currency})",
        Message::Undivided => "Plusieurs pays, non réparti",
        Message::SumsNote => "Les montants sont répartis selon les parts par pays indiquées.",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Tout afficher ({count})",
        Message::FewerOfThem => "Afficher moins",
        Message::FiguresNote => {
            "Un projet peut avoir plusieurs valeurs : les totaux peuvent donc dépasser le nombre de projets. Les pourcentages portent sur les projets affichés."
        }
        Message::FiguresScale => {
            "Chaque graphique a sa propre échelle, définie par sa plus grande valeur. Une barre interrompue est en réalité plus longue."
        }
        Message::FiguresYearNote => {
            "Sélectionnez une année, puis une seconde pour définir une période"
        }
        Message::FiguresDownload => "Télécharger les données des graphiques (CSV)",
        Message::TableDownload => "Télécharger le tableau (CSV)",
        Message::ColumnFacet => "Catégorie",
        Message::ColumnValue => "Valeur",
        Message::ColumnShare => "Part (%)",
        Message::NetworkTitle => "Qui travaille avec qui",
        Message::NetworkHelp => {
            "Survolez une organisation pour voir ses partenaires. Sélectionnez-la pour filtrer. Utilisez les flèches pour passer d’une organisation à l’autre."
        }
        Message::NetworkTies => {
            "Les lignes montrent les liens les plus forts de chaque organisation."
        }
        Message::NoOrganisations => "Aucune organisation n’est indiquée pour ces projets.",
        Message::ShowAs => "Afficher en",
        Message::AsDrawing => "Diagramme",
        Message::AsList => "Liste",
        Message::SeveralRoles => "Plusieurs rôles",
        Message::OrganisationDescription => {
            "{name} ({roles}) : {projects}, en commun avec {partners}."
        }
        Message::OrganisationAlone => "{name} ({roles}) : {projects}, aucun projet en commun.",
        Message::WorksWith => "avec {partners}",
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
            one: "{count} projet",
            many: "{count} de projets",
            other: "{count} projets",
        ),
        PluralMessage::ShownOf => forms!(
            one: "{shown} sur {count} projet",
            many: "{shown} sur {count} de projets",
            other: "{shown} sur {count} projets",
        ),
        PluralMessage::Countries => forms!(
            one: "{count} pays",
            many: "{count} de pays",
            other: "{count} pays",
        ),
        PluralMessage::InCountries => forms!(
            one: "dans {count} pays",
            many: "dans {count} de pays",
            other: "dans {count} pays",
        ),
        PluralMessage::Donors => forms!(
            one: "{count} bailleur",
            many: "{count} de bailleurs",
            other: "{count} bailleurs",
        ),
        PluralMessage::CompareSome => {
            forms!(one: "Comparer {count} projet", many: "Comparer {count} de projets", other: "Comparer {count} projets")
        }
        PluralMessage::ProjectsInRange => forms!(
            one: "{range} projet",
            many: "{range} de projets",
            other: "{range} projets",
        ),
        PluralMessage::Undated => {
            forms!(one: "{count} projet sans dates (non affiché ici)", many: "{count} de projets sans dates (non affichés ici)", other: "{count} projets sans dates (non affichés ici)")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} projet sans date (non inclus)", many: "{count} de projets sans date (non inclus)", other: "{count} projets sans date (non inclus)")
        }
        PluralMessage::WithoutAmount => {
            forms!(one: "{count} projet sans montant en {currency} (non affiché ici)", many: "{count} de projets sans montant en {currency} (non affichés ici)", other: "{count} projets sans montant en {currency} (non affichés ici)")
        }
        PluralMessage::PlacesNotShown => {
            forms!(one: "{count} autre lieu n’est pas affiché", many: "{count} d’autres lieux ne sont pas affichés", other: "{count} autres lieux ne sont pas affichés")
        }
        PluralMessage::SelectedOfFacet => forms!(
            one: "{count} sélection",
            many: "{count} de sélections",
            other: "{count} sélections",
        ),
        PluralMessage::EmptyValues => forms!(
            one: "{count} option sans projet",
            many: "{count} d’options sans projet",
            other: "{count} options sans projet",
        ),
        PluralMessage::FurtherFilters => {
            forms!(one: "et {count} autre filtre", many: "et {count} d’autres filtres", other: "et {count} autres filtres")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} autre point n’est pas affiché.", many: "{count} d’autres points ne sont pas affichés.", other: "{count} autres points ne sont pas affichés.")
        }
        PluralMessage::Times => {
            forms!(one: "{count} fois", many: "{count} de fois", other: "{count} fois")
        }
        PluralMessage::Further => {
            forms!(one: "{count} autre", many: "{count} d’autres", other: "{count} autres")
        }
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "{count} autre organisation ayant moins de projets n’est pas affichée.", many: "{count} d’autres organisations ayant moins de projets ne sont pas affichées.", other: "{count} autres organisations ayant moins de projets ne sont pas affichées.")
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
        LoaderMessage::Loading => "Chargement des projets…",
        LoaderMessage::Failed => "Les projets n’ont pas pu être chargés.",
        LoaderMessage::Stalled => {
            "Le chargement est interrompu. Il reprendra au retour de votre connexion."
        }
        LoaderMessage::Broken => {
            "Une erreur s’est produite. Rechargez la page pour continuer : vos filtres sont conservés."
        }
        LoaderMessage::TryAgain => "Réessayer",
        LoaderMessage::Program => "l’application",
        LoaderMessage::NoWebAssembly => "WebAssembly n’est pas pris en charge",
        LoaderMessage::NoAnswer => "pas de réponse, ou connexion interrompue",
        LoaderMessage::Status => "le serveur a renvoyé le code {status}",
        LoaderMessage::Refused => "votre navigateur n’a pas pu l’exécuter ({reason})",
        LoaderMessage::Altered => "le fichier ne correspond pas à la version publiée",
        LoaderMessage::Failure => "{name} : {reason}.",
        LoaderMessage::Readable => {
            "L’explorateur interactif n’a pas pu être chargé. Vous pouvez toujours consulter les projets ci-dessous."
        }
        LoaderMessage::NotShared => {
            "pas de réponse, ou l’autre site n’autorise pas l’accès à ce fichier. Son serveur doit envoyer « Access-Control-Allow-Origin: * » ; si ce n’est pas possible, affichez les projets dans une iframe"
        }
        LoaderMessage::NotServed => "ce n’est pas une adresse web valide",
        LoaderMessage::Kept => "Vous êtes hors ligne. Affichage des projets enregistrés le {date}.",
        LoaderMessage::Update => "Une nouvelle version est disponible.",
        LoaderMessage::ShowUpdate => "Mettre à jour",
        LoaderMessage::NotNow => "Plus tard",
        LoaderMessage::Dismiss => "Fermer",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

pub(crate) const FORMER: [&str; CODES.len()] = [
    "Antilles néerlandaises",
    "Birmanie",
    "Serbie-et-Monténégro",
    "Allemagne de l’Est",
    "Union soviétique",
    "Timor oriental",
    "Yémen du Sud",
    "Yougoslavie",
    "Zaïre",
];
