//! French.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

/// The text of a message.
pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "Projets",
        Message::SearchLabel => "Rechercher des projets",
        Message::SearchPlaceholder => "Titres, objectifs, partenaires…",
        Message::SearchTips => "Conseils de recherche",
        Message::TipPhraseExample => "\"droits humains\"",
        Message::TipPhrase => "trouve ces mots côte à côte",
        Message::TipExclusionExample => "droits -enfants",
        Message::TipExclusion => "écarte les projets contenant le second mot",
        Message::TipYear => "seule, une année propose les projets de cette année-là",
        Message::ShowYear => "Afficher les projets en cours en {year}",
        Message::ShowingResultsFor => "Résultats pour {words}",
        Message::SearchInsteadFor => "Rechercher plutôt {words}",
        Message::SkipToResults => "Aller aux projets",
        Message::Theming => "Couleurs : {theme}",
        Message::ThemeAuto => "celles du système",
        Message::ThemeLight => "claires",
        Message::ThemeDark => "sombres",

        Message::Filters => "Filtres",
        Message::CloseFilters => "Fermer les filtres",
        Message::ClearAll => "Tout effacer",
        Message::NotStated => "Non précisé",
        Message::Selection => "Filtres sélectionnés",
        Message::NothingNarrowed => "Aucun nom de la liste ne contient ce texte.",
        Message::NarrowLabel => "Réduire la liste : {facet}",
        Message::NarrowPlaceholder => "Chercher parmi {count}",
        Message::ShowAllValues => "Afficher les {count}",
        Message::ShowFewerValues => "Afficher moins",
        Message::PreviousValues => "Précédents",
        Message::NextValues => "Suivants",
        Message::ValuesShown => "{first}–{last} sur {count}",
        Message::FindFilter => "Chercher un filtre parmi {count}",
        Message::Remove => "Retirer {what}",
        Message::LeaveOut => "Exclure {what}",
        Message::ValuesWithin => "Dans {what}",
        Message::ValueOrder => "Ordre des valeurs",
        Message::ByCount => "par nombre de projets",
        Message::ByName => "par nom",

        Message::Years => "Années",
        Message::From => "De",
        Message::To => "À",
        Message::AnyYear => "indifférente",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "à partir de {date}",
        Message::SinceDate => "depuis {date}",
        Message::UntilDate => "jusqu’à {date}",

        Message::Sort => "Trier par",
        Message::SortNewest => "plus récents d’abord",
        Message::SortOldest => "plus anciens d’abord",
        Message::SortEnding => "fin la plus tardive d’abord",
        Message::SortTitle => "titre",
        Message::SortRelevance => "pertinence",
        Message::Views => "Vues",
        Message::ViewCards => "Vignettes",
        Message::ViewTable => "Tableau",
        Message::ViewFigures => "Chiffres",
        Message::ViewNetwork => "Réseau",
        Message::ViewCompare => "Comparaison",
        Message::NoResults => "Aucun projet ne répond à tous ces critères.",
        Message::NoResultsAdvice => "Retirez l’un des filtres ou effacez-les tous.",
        Message::NoProjects => "Ce portefeuille ne compte encore aucun projet.",

        Message::Country => "Pays",
        Message::Donor => "Bailleur de fonds",
        Message::ImplementingAgency => "Agence d’exécution",
        Message::Partner => "Partenaire",
        Message::Theme => "Thème",
        Message::Status => "État",
        Message::StatusPlanned => "Prévu",
        Message::StatusOngoing => "En cours",
        Message::StatusCompleted => "Achevé",
        Message::StatusSuspended => "Suspendu",
        Message::StatusCancelled => "Annulé",

        Message::InCountry => "· pays :",
        Message::ByDonor => "· bailleur :",
        Message::ByImplementing => "· exécution :",
        Message::WithPartner => "· partenaire :",
        Message::OnTheme => "· thème :",
        Message::OfStatus => "· état :",
        Message::WithField => "· {field} :",
        Message::NotInCountry => "· pays, sauf :",
        Message::NotByDonor => "· bailleur, sauf :",
        Message::NotByImplementing => "· exécution, sauf :",
        Message::NotWithPartner => "· partenaire, sauf :",
        Message::NotOnTheme => "· thème, sauf :",
        Message::NotOfStatus => "· état, sauf :",
        Message::NotWithField => "· {field}, sauf :",
        Message::Or => "ou",
        Message::Nor => "et",
        Message::Matching => "· recherche :",
        Message::Running => "· période :",
        Message::Quoted => "« {text} »",

        Message::Objective => "Objectif",
        Message::Summary => "Résumé",
        Message::StatedDuration => "Durée indiquée",
        Message::Countries => "Lieu",
        Message::Donors => "Bailleur",
        Message::Implementing => "Exécution",
        Message::Partners => "Partenaires",
        Message::Themes => "Thèmes",
        Message::Documents => "Documents",
        Message::Links => "Liens",
        Message::Related => "Projets liés",
        Message::Remark => "Remarque",
        Message::ValueNotStated => "non précisé",
        Message::NoAddress => "sans adresse",
        Message::Close => "Fermer",
        Message::WholeRecord => "Fiche complète",
        Message::WholeRecordOf => "Fiche complète : {title}",
        Message::AllProjects => "Tous les projets",
        Message::InExplorer => "L’ouvrir parmi tous les projets",
        Message::ShareAndEmbed => "Partager et intégrer",
        Message::ShareLink => "Lien",
        Message::ShareElement => "Élément",
        Message::ShareFrame => "Cadre (iframe)",
        Message::ShareLinkAdvice => "Il mène à ce que vous voyez maintenant.",
        Message::ShareElementAdvice => {
            "Collez les deux lignes là où les projets doivent apparaître."
        }
        Message::ShareFrameAdvice => {
            "Pour les sites qui n’autorisent rien d’autre. Là où les scripts sont interdits, fixez une hauteur."
        }
        Message::ShareFilters => "Avec les choix actuels",
        Message::ShareTheme => "Couleurs",
        Message::ShareAsAround => "selon le contexte",
        Message::ShareHeight => "Hauteur en pixels",
        Message::ShareOwnHeight => "automatique",
        Message::ShareCode => "À copier",
        Message::SharePreview => "Aperçu",
        Message::Copied => "Copié.",
        Message::PeriodNotStated => "Période non précisée",
        Message::ListedAs => "classé ici sous {name}",
        Message::PlaceInResults => "{at} sur {of}",
        Message::NotInResults => "ne figure pas parmi les projets affichés",
        Message::Neighbours => "Autres fiches",
        Message::Previous => "Projet précédent",
        Message::Next => "Projet suivant",
        Message::InTime => "{period} ; la liste couvre {years}",
        Message::ListEnd => "{list} et {last}",
        Message::InCommon => "Le plus en commun avec ce projet",
        Message::AlsoIn => "pays en commun : {names}",
        Message::PaidForBy => "financés par {donor}",
        Message::AlsoByDonor => "également financé par {names}",
        Message::AlsoByImplementing => "également exécuté par {names}",
        Message::AlsoWith => "également avec {names}",
        Message::AlsoOn => "thème en commun : {names}",
        Message::CopyLink => "Copier le lien",
        Message::LinkCopied => "Lien copié.",
        Message::CopyByHand => {
            "Le navigateur ne permet pas à cette page de copier : sélectionnez le texte et copiez-le à la main."
        }
        Message::Cite => "Citer",
        Message::PlainText => "Texte brut",
        Message::Accessed => "consulté le {date}",
        Message::ListUpdated => "mise à jour le {date}",
        Message::NoDate => "s. d.",
        Message::Copy => "Copier",
        Message::CopyWhat => "Copier : {what}",
        Message::CitationCopied => "Citation copiée.",
        Message::Print => "Imprimer",
        Message::PrintedFrom => "Imprimé le {date} depuis {address}",
        Message::PrintedPart => "Imprimés : {projects}",
        Message::Compare => "Comparer",
        Message::CompareThis => "Comparer : {title}",
        Message::ComparisonFull => "Quatre projets au plus peuvent être comparés.",
        Message::Title => "Titre",
        Message::Period => "Période",
        Message::Columns => "Colonnes",
        Message::TableCaption => "{projects}, triés par : {order}",
        Message::OrderAscending => "{column}, de A à Z",
        Message::OrderDescending => "{column}, de Z à A",
        Message::ToCompare => "À comparer",
        Message::ChooseAnother => "Choisissez-en un autre pour comparer.",
        Message::ClearComparison => "Vider",
        Message::ComparisonAdvice => {
            "Choisissez de deux à quatre projets pour les voir côte à côte : utilisez « Comparer » sur leurs vignettes, dans le tableau ou sur leurs fiches."
        }
        Message::ChooseProjects => "Choisir des projets",
        Message::AddAnother => "Ajouter un projet",
        Message::SideBySide => "Côte à côte",
        Message::SharedBy => "{count} sur {of}",
        Message::AllShare => "Tous ont en commun — {list}",
        Message::NothingShared => "Rien n’est commun à tous.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => " : ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Projets en cours chaque année",
        Message::ProjectsInTime => "Période de chaque projet",
        Message::Play => "Faire défiler les années",
        Message::Pause => "Mettre en pause",
        Message::YearBar => "{year} : {projects}",
        Message::ShowMore => "En afficher {count} de plus ({left} restants)",
        Message::ShowEarlier => "Afficher les résultats précédents ({count})",
        Message::ShowResults => "Afficher {projects}",

        Message::Map => "Carte des pays",
        Message::SmallMap => "Carte : {names}",
        Message::MapHelp => {
            "Les flèches passent d’un pays à l’autre, Entrée sélectionne, plus et moins changent l’échelle."
        }
        Message::Loading => "Chargement…",
        Message::MapLoading => "La carte se dessine…",
        Message::TryAgain => "Réessayer",
        Message::ZoomIn => "Zoom avant",
        Message::ZoomOut => "Zoom arrière",
        Message::FitToResults => "Cadrer les résultats",
        Message::WholeMap => "Carte entière",
        Message::ZoomByWheel => "Maintenez {key} et tournez la molette pour changer l’échelle",
        Message::MoveByFingers => "Déplacez la carte avec deux doigts",
        Message::Elsewhere => "Pays hors du cadre de la carte",
        Message::Legend => "Projets par pays",
        Message::CountriesWith => "Choisir les pays ayant {projects}",
        Message::MapAsTable => "La carte en tableau",
        Message::MapTableCaption => "Projets par pays selon les autres filtres, et leur part",
        Message::ProjectsColumn => "Projets",
        Message::ShareColumn => "Part",
        Message::SavePicture => "Enregistrer comme image",
        Message::PictureSvg => "SVG (dessin)",
        Message::PicturePng => "PNG (image matricielle)",
        Message::PictureFact => "{label} : {value}",
        Message::BordersSource => "Frontières : Natural Earth.",
        Message::Disclaimer => "Frontières et noms n’impliquent aucune approbation.",
        Message::DisclaimerDetails => {
            "Les frontières et les noms figurant sur cette carte, ainsi que les désignations employées, n’impliquent ni approbation ni acceptation de la part de l’éditeur. Chaque projet garde le nom que sa source donne à un pays ; les filtres les regroupent par code ISO sous le nom en usage aujourd’hui. Frontières : Natural Earth, 1:50 000 000."
        }
        Message::AbsentFromMap => {
            "Absents de cette carte, mais présents dans la liste des pays : {names}."
        }
        Message::PartFailed => {
            "Cette partie n’a pas pu être chargée ({reason}). Tout le reste fonctionne."
        }
        Message::MapFailed => {
            "Les frontières de la carte n’ont pas pu être chargées ({reason}). Tout le reste fonctionne ; les pays peuvent être choisis dans la liste."
        }
        Message::ReasonNetwork => "le réseau n’a pas répondu",
        Message::ReasonDamaged => "le fichier est endommagé",
        Message::ReasonStatus => "le serveur a répondu {status}",

        Message::DataProblems => "Une partie de ce portefeuille n’a pas pu être lue",
        Message::DataUnreadable => "Ce portefeuille n’a pas pu être lu",
        Message::DataAdvice => {
            "Tout ce qui a pu être lu est affiché. L’éditeur peut corriger le fichier aux endroits indiqués ci-dessous."
        }
        Message::DataAdviceNothing => {
            "L’éditeur peut corriger le fichier à l’endroit indiqué ci-dessous. Rechargez ensuite cette page."
        }
        Message::PlaceInFile => "{file}, ligne {line}, colonne {column}",
        Message::FurtherFindings => "{count} de plus",

        Message::Notice => "À propos de cette adresse",
        Message::UnknownValue => {
            "L’adresse demande « {value} » sous {facet}, que ce portefeuille ne contient pas ; cette demande a été ignorée."
        }
        Message::IgnoredParameter => {
            "L’adresse contient « {parameter} », qui n’a pas de sens ici ; cette partie a été ignorée."
        }
        Message::UnknownProject => {
            "L’adresse demande un projet « {id} », que ce portefeuille ne contient pas."
        }
        Message::UnknownLanguage => {
            "L’adresse demande la langue « {language} », dans laquelle cette page n’existe pas."
        }
        Message::LanguageFailed => {
            "Les textes de la langue demandée ({language}) n’ont pas pu être chargés ({reason})."
        }
        Message::Language => "Langue",
        Message::AboutData => "À propos de cette liste",
        Message::PublishedBy => "Publié par",
        Message::Source => "Source",
        Message::AboutAccessibility => "Accessibilité de cette page",
        Message::Licence => "Licence",
        Message::Updated => "Mise à jour",

        Message::FigureProjects => "Projets",
        Message::FigureCountries => "Pays et territoires",
        Message::FigureDonors => "Bailleurs de fonds",
        Message::FigureAgencies => "Agences d’exécution",
        Message::FigurePartners => "Partenaires",
        Message::FigureBar => "{name} : {projects}, {share}",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Tout afficher ({count})",
        Message::FewerOfThem => "Réduire",
        Message::FiguresNote => {
            "Un projet compte sous chacune de ses valeurs : le total d’une liste peut dépasser l’ensemble. Les parts se rapportent aux projets affichés."
        }
        Message::FiguresScale => {
            "Chaque liste a sa propre échelle, réglée sur sa plus grande valeur. Une barre interrompue est plus longue qu’elle ne paraît."
        }
        Message::FiguresYearNote => {
            "Choisissez une année, puis une autre pour toutes celles entre les deux."
        }
        Message::FiguresDownload => "Télécharger ces chiffres (CSV)",
        Message::ColumnFacet => "Liste",
        Message::ColumnValue => "Valeur",
        Message::ColumnShare => "Part en %",
        Message::NetworkTitle => "Qui travaille avec qui",
        Message::NetworkHelp => {
            "Pointez une organisation pour voir avec qui elle partage des projets. Choisissez-la pour filtrer. Les flèches mènent de l’une à l’autre."
        }
        Message::NetworkTies => {
            "Les lignes montrent les liens les plus forts de chaque organisation."
        }
        Message::NoOrganisations => "Ces projets ne nomment aucune organisation.",
        Message::ShowAs => "Afficher sous forme de",
        Message::AsDrawing => "Dessin",
        Message::AsList => "Liste",
        Message::SeveralRoles => "Plusieurs rôles",
        Message::OrganisationTold => "{name} ({roles}) : {projects}, en commun avec {partners}.",
        Message::OrganisationAlone => "{name} ({roles}) : {projects}, sans autre organisation.",
        Message::WorksWith => "avec {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
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
            one: "{count} pays ou territoire",
            many: "{count} de pays et territoires",
            other: "{count} pays et territoires",
        ),
        PluralMessage::InCountries => forms!(
            one: "dans {count} pays ou territoire",
            many: "dans {count} de pays et territoires",
            other: "dans {count} pays et territoires",
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
            forms!(one: "{count} projet sans date", many: "{count} de projets sans date", other: "{count} projets sans date")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} projet sans date n’est pas inclus", many: "{count} de projets sans date ne sont pas inclus", other: "{count} projets sans date ne sont pas inclus")
        }
        PluralMessage::FurtherFilters => {
            forms!(one: "et {count} autre filtre", many: "et {count} d’autres filtres", other: "et {count} autres filtres")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} autre point n’est pas listé.", many: "{count} d’autres points ne sont pas listés.", other: "{count} autres points ne sont pas listés.")
        }
        PluralMessage::Times => {
            forms!(one: "{count} fois", many: "{count} de fois", other: "{count} fois")
        }
        PluralMessage::Further => {
            forms!(one: "{count} autre", many: "{count} d’autres", other: "{count} autres")
        }
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "{count} autre organisation, avec moins de projets, n’est pas montrée.", many: "{count} d’autres organisations, avec moins de projets, ne sont pas montrées.", other: "{count} autres organisations, avec moins de projets, ne sont pas montrées.")
        }
    }
}

/// What the loader says.
pub(crate) const fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "Chargement des projets…",
        LoaderMessage::Failed => "Les projets n’ont pas pu être chargés.",
        LoaderMessage::Stalled => {
            "Le chargement s’est arrêté : rien n’est arrivé depuis un moment. Il reprendra de lui-même si la connexion revient."
        }
        LoaderMessage::Broken => {
            "Quelque chose s’est cassé dans cette page, et elle ne réagit plus. La recharger la rétablit, avec les mêmes filtres."
        }
        LoaderMessage::TryAgain => "Réessayer",
        LoaderMessage::Program => "le programme de la page",
        LoaderMessage::NoWebAssembly => "il ne connaît pas WebAssembly",
        LoaderMessage::NoAnswer => {
            "le réseau n’a pas répondu, ou s’est interrompu en cours de route"
        }
        LoaderMessage::Status => "le serveur a répondu {status}",
        LoaderMessage::Refused => "le navigateur n’a pas pu l’exécuter ({reason})",
        LoaderMessage::Altered => "ce qui est arrivé n’est pas ce qui a été publié",
        LoaderMessage::Failure => "{name} : {reason}.",
        LoaderMessage::Readable => {
            "L’explorateur n’a pas pu être chargé : les projets peuvent être lus ici, mais ni cherchés ni filtrés."
        }
        LoaderMessage::NotShared => {
            "le réseau n’a pas répondu, ou l’autre site ne permet pas à cette page de lire le fichier. Son serveur doit envoyer « Access-Control-Allow-Origin: * » ; si cela ne peut être changé, affichez les projets dans une iframe"
        }
        LoaderMessage::NotServed => "ce n’est pas l’adresse d’un fichier sur un serveur",
        LoaderMessage::Kept => "Hors ligne : voici les projets au {date}.",
        LoaderMessage::Update => "Une nouvelle version de cette page est disponible.",
        LoaderMessage::ShowUpdate => "L’afficher",
        LoaderMessage::NotNow => "Pas maintenant",
    }
}

/// The names of countries whose codes have been withdrawn.
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
