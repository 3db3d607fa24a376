//! French.

use crate::message::{Counted, FORMER as CODES, Starter, Word, forms};

/// The text of a message.
pub(crate) const fn word(word: Word) -> &'static str {
    match word {
        Word::UntitledPortfolio => "Projets",
        Word::SearchLabel => "Rechercher des projets",
        Word::SearchPlaceholder => "Titres, objectifs, partenaires…",
        Word::SearchTips => "Conseils de recherche",
        Word::TipPhraseExample => "\"droits humains\"",
        Word::TipPhrase => "trouve ces mots côte à côte",
        Word::TipExclusionExample => "droits -enfants",
        Word::TipExclusion => "écarte les projets contenant le second mot",
        Word::TipYear => "seule, une année propose les projets de cette année-là",
        Word::ShowYear => "Afficher les projets en cours en {year}",
        Word::ShowingResultsFor => "Résultats pour {words}",
        Word::SearchInsteadFor => "Rechercher plutôt {words}",
        Word::SkipToResults => "Aller aux projets",
        Word::Theming => "Couleurs : {theme}",
        Word::ThemeAuto => "celles du système",
        Word::ThemeLight => "claires",
        Word::ThemeDark => "sombres",

        Word::Filters => "Filtres",
        Word::CloseFilters => "Fermer les filtres",
        Word::ClearAll => "Tout effacer",
        Word::NotStated => "Non précisé",
        Word::Selection => "Filtres sélectionnés",
        Word::NothingNarrowed => "Aucun nom de la liste ne contient ce texte.",
        Word::NarrowLabel => "Réduire la liste : {facet}",
        Word::NarrowPlaceholder => "Chercher parmi {count}",
        Word::ShowAllValues => "Afficher les {count}",
        Word::ShowFewerValues => "Afficher moins",
        Word::PreviousValues => "Précédents",
        Word::NextValues => "Suivants",
        Word::ValuesShown => "{first}–{last} sur {count}",
        Word::FindFilter => "Chercher un filtre parmi {count}",
        Word::Remove => "Retirer {what}",
        Word::LeaveOut => "Exclure {what}",
        Word::ValuesWithin => "Dans {what}",
        Word::ValueOrder => "Ordre des valeurs",
        Word::ByCount => "par nombre de projets",
        Word::ByName => "par nom",

        Word::Years => "Années",
        Word::From => "De",
        Word::To => "À",
        Word::AnyYear => "indifférente",
        Word::FromTo => "{from} – {to}",
        Word::FromDate => "à partir de {date}",
        Word::SinceDate => "depuis {date}",
        Word::UntilDate => "jusqu’à {date}",

        Word::Sort => "Trier par",
        Word::SortNewest => "plus récents d’abord",
        Word::SortOldest => "plus anciens d’abord",
        Word::SortEnding => "fin la plus tardive d’abord",
        Word::SortTitle => "titre",
        Word::SortRelevance => "pertinence",
        Word::Views => "Vues",
        Word::ViewCards => "Vignettes",
        Word::ViewTable => "Tableau",
        Word::ViewFigures => "Chiffres",
        Word::ViewNetwork => "Réseau",
        Word::ViewCompare => "Comparaison",
        Word::NoResults => "Aucun projet ne répond à tous ces critères.",
        Word::NoResultsAdvice => "Retirez l’un des filtres ou effacez-les tous.",
        Word::NoProjects => "Ce portefeuille ne compte encore aucun projet.",

        Word::Country => "Pays",
        Word::Donor => "Bailleur de fonds",
        Word::ImplementingAgency => "Agence d’exécution",
        Word::Partner => "Partenaire",
        Word::Theme => "Thème",
        Word::Status => "État",
        Word::StatusPlanned => "Prévu",
        Word::StatusOngoing => "En cours",
        Word::StatusCompleted => "Achevé",
        Word::StatusSuspended => "Suspendu",
        Word::StatusCancelled => "Annulé",

        Word::InCountry => "· pays :",
        Word::ByDonor => "· bailleur :",
        Word::ByImplementing => "· exécution :",
        Word::WithPartner => "· partenaire :",
        Word::OnTheme => "· thème :",
        Word::OfStatus => "· état :",
        Word::WithField => "· {field} :",
        Word::NotInCountry => "· pays, sauf :",
        Word::NotByDonor => "· bailleur, sauf :",
        Word::NotByImplementing => "· exécution, sauf :",
        Word::NotWithPartner => "· partenaire, sauf :",
        Word::NotOnTheme => "· thème, sauf :",
        Word::NotOfStatus => "· état, sauf :",
        Word::NotWithField => "· {field}, sauf :",
        Word::Or => "ou",
        Word::Nor => "et",
        Word::Matching => "· recherche :",
        Word::Running => "· période :",
        Word::Quoted => "« {text} »",

        Word::Objective => "Objectif",
        Word::Summary => "Résumé",
        Word::StatedDuration => "Durée indiquée",
        Word::Countries => "Lieu",
        Word::Donors => "Bailleur",
        Word::Implementing => "Exécution",
        Word::Partners => "Partenaires",
        Word::Themes => "Thèmes",
        Word::Documents => "Documents",
        Word::Links => "Liens",
        Word::Related => "Projets liés",
        Word::Remark => "Remarque",
        Word::ValueNotStated => "non précisé",
        Word::NoAddress => "sans adresse",
        Word::Close => "Fermer",
        Word::WholeRecord => "Fiche complète",
        Word::WholeRecordOf => "Fiche complète : {title}",
        Word::AllProjects => "Tous les projets",
        Word::InExplorer => "L’ouvrir parmi tous les projets",
        Word::ShareAndEmbed => "Partager et intégrer",
        Word::ShareLink => "Lien",
        Word::ShareElement => "Élément",
        Word::ShareFrame => "Cadre (iframe)",
        Word::ShareLinkAdvice => "Il mène à ce que vous voyez maintenant.",
        Word::ShareElementAdvice => "Collez les deux lignes là où les projets doivent apparaître.",
        Word::ShareFrameAdvice => {
            "Pour les sites qui n’autorisent rien d’autre. Là où les scripts sont interdits, fixez une hauteur."
        }
        Word::ShareFilters => "Avec les choix actuels",
        Word::ShareTheme => "Couleurs",
        Word::ShareAsAround => "selon le contexte",
        Word::ShareHeight => "Hauteur en pixels",
        Word::ShareOwnHeight => "automatique",
        Word::ShareCode => "À copier",
        Word::SharePreview => "Aperçu",
        Word::Copied => "Copié.",
        Word::PeriodNotStated => "Période non précisée",
        Word::ListedAs => "classé ici sous {name}",
        Word::PlaceInResults => "{at} sur {of}",
        Word::NotInResults => "ne figure pas parmi les projets affichés",
        Word::Neighbours => "Autres fiches",
        Word::Previous => "Projet précédent",
        Word::Next => "Projet suivant",
        Word::InTime => "{period} ; la liste couvre {years}",
        Word::ListEnd => "{list} et {last}",
        Word::InCommon => "Le plus en commun avec ce projet",
        Word::AlsoIn => "pays en commun : {names}",
        Word::PaidForBy => "financés par {donor}",
        Word::AlsoByDonor => "également financé par {names}",
        Word::AlsoByImplementing => "également exécuté par {names}",
        Word::AlsoWith => "également avec {names}",
        Word::AlsoOn => "thème en commun : {names}",
        Word::CopyLink => "Copier le lien",
        Word::LinkCopied => "Lien copié.",
        Word::CopyByHand => {
            "Le navigateur ne permet pas à cette page de copier : sélectionnez le texte et copiez-le à la main."
        }
        Word::Cite => "Citer",
        Word::PlainText => "Texte brut",
        Word::Accessed => "consulté le {date}",
        Word::ListUpdated => "mise à jour le {date}",
        Word::NoDate => "s. d.",
        Word::Copy => "Copier",
        Word::CopyWhat => "Copier : {what}",
        Word::CitationCopied => "Citation copiée.",
        Word::Print => "Imprimer",
        Word::PrintedFrom => "Imprimé le {date} depuis {address}",
        Word::PrintedPart => "Imprimés : {projects}",
        Word::Compare => "Comparer",
        Word::CompareThis => "Comparer : {title}",
        Word::ComparisonFull => "Quatre projets au plus peuvent être comparés.",
        Word::Title => "Titre",
        Word::Period => "Période",
        Word::Columns => "Colonnes",
        Word::TableCaption => "{projects}, triés par : {order}",
        Word::OrderAscending => "{column}, de A à Z",
        Word::OrderDescending => "{column}, de Z à A",
        Word::ToCompare => "À comparer",
        Word::ChooseAnother => "Choisissez-en un autre pour comparer.",
        Word::ClearComparison => "Vider",
        Word::ComparisonAdvice => {
            "Choisissez de deux à quatre projets pour les voir côte à côte : utilisez « Comparer » sur leurs vignettes, dans le tableau ou sur leurs fiches."
        }
        Word::ChooseProjects => "Choisir des projets",
        Word::AddAnother => "Ajouter un projet",
        Word::SideBySide => "Côte à côte",
        Word::SharedBy => "{count} sur {of}",
        Word::AllShare => "Tous ont en commun — {list}",
        Word::NothingShared => "Rien n’est commun à tous.",
        Word::ListSeparator => ", ",
        Word::PartSeparator => " : ",
        Word::DetailSeparator => " · ",
        Word::ProjectsPerYear => "Projets en cours chaque année",
        Word::ProjectsInTime => "Période de chaque projet",
        Word::Play => "Faire défiler les années",
        Word::Pause => "Mettre en pause",
        Word::YearBar => "{year} : {projects}",
        Word::ShowMore => "En afficher {count} de plus ({left} restants)",
        Word::ShowEarlier => "Afficher les résultats précédents ({count})",
        Word::ShowResults => "Afficher {projects}",

        Word::Map => "Carte des pays",
        Word::SmallMap => "Carte : {names}",
        Word::MapHelp => {
            "Les flèches passent d’un pays à l’autre, Entrée sélectionne, plus et moins changent l’échelle."
        }
        Word::Loading => "Chargement…",
        Word::MapLoading => "La carte se dessine…",
        Word::TryAgain => "Réessayer",
        Word::ZoomIn => "Zoom avant",
        Word::ZoomOut => "Zoom arrière",
        Word::FitToResults => "Cadrer les résultats",
        Word::WholeMap => "Carte entière",
        Word::ZoomByWheel => "Maintenez {key} et tournez la molette pour changer l’échelle",
        Word::MoveByFingers => "Déplacez la carte avec deux doigts",
        Word::Elsewhere => "Pays hors du cadre de la carte",
        Word::Legend => "Projets par pays",
        Word::CountriesWith => "Choisir les pays ayant {projects}",
        Word::MapAsTable => "La carte en tableau",
        Word::MapTableCaption => "Projets par pays selon les autres filtres, et leur part",
        Word::ProjectsColumn => "Projets",
        Word::ShareColumn => "Part",
        Word::SavePicture => "Enregistrer comme image",
        Word::PictureSvg => "SVG (dessin)",
        Word::PicturePng => "PNG (image matricielle)",
        Word::PictureFact => "{label} : {value}",
        Word::BordersSource => "Frontières : Natural Earth.",
        Word::Disclaimer => "Frontières et noms n’impliquent aucune approbation.",
        Word::DisclaimerDetails => {
            "Les frontières et les noms figurant sur cette carte, ainsi que les désignations employées, n’impliquent ni approbation ni acceptation de la part de l’éditeur. Chaque projet garde le nom que sa source donne à un pays ; les filtres les regroupent par code ISO sous le nom en usage aujourd’hui. Frontières : Natural Earth, 1:50 000 000."
        }
        Word::AbsentFromMap => {
            "Absents de cette carte, mais présents dans la liste des pays : {names}."
        }
        Word::PartFailed => {
            "Cette partie n’a pas pu être chargée ({reason}). Tout le reste fonctionne."
        }
        Word::MapFailed => {
            "Les frontières de la carte n’ont pas pu être chargées ({reason}). Tout le reste fonctionne ; les pays peuvent être choisis dans la liste."
        }
        Word::ReasonNetwork => "le réseau n’a pas répondu",
        Word::ReasonDamaged => "le fichier est endommagé",
        Word::ReasonStatus => "le serveur a répondu {status}",

        Word::DataProblems => "Une partie de ce portefeuille n’a pas pu être lue",
        Word::DataUnreadable => "Ce portefeuille n’a pas pu être lu",
        Word::DataAdvice => {
            "Tout ce qui a pu être lu est affiché. L’éditeur peut corriger le fichier aux endroits indiqués ci-dessous."
        }
        Word::DataAdviceNothing => {
            "L’éditeur peut corriger le fichier à l’endroit indiqué ci-dessous. Rechargez ensuite cette page."
        }
        Word::PlaceInFile => "{file}, ligne {line}, colonne {column}",
        Word::FurtherFindings => "{count} de plus",

        Word::Notice => "À propos de cette adresse",
        Word::UnknownValue => {
            "L’adresse demande « {value} » sous {facet}, que ce portefeuille ne contient pas ; cette demande a été ignorée."
        }
        Word::IgnoredParameter => {
            "L’adresse contient « {parameter} », qui n’a pas de sens ici ; cette partie a été ignorée."
        }
        Word::UnknownProject => {
            "L’adresse demande un projet « {id} », que ce portefeuille ne contient pas."
        }
        Word::UnknownLanguage => {
            "L’adresse demande la langue « {language} », dans laquelle cette page n’existe pas."
        }
        Word::LanguageFailed => {
            "Les textes de la langue demandée ({language}) n’ont pas pu être chargés ({reason})."
        }
        Word::Language => "Langue",
        Word::AboutData => "À propos de cette liste",
        Word::PublishedBy => "Publié par",
        Word::Source => "Source",
        Word::AboutAccessibility => "Accessibilité de cette page",
        Word::Licence => "Licence",
        Word::Updated => "Mise à jour",

        Word::FigureProjects => "Projets",
        Word::FigureCountries => "Pays et territoires",
        Word::FigureDonors => "Bailleurs de fonds",
        Word::FigureAgencies => "Agences d’exécution",
        Word::FigurePartners => "Partenaires",
        Word::FigureBar => "{name} : {projects}, {share}",
        Word::Percent => "{number} %",
        Word::LessThanOnePercent => "< 1 %",
        Word::AllOfThem => "Tout afficher ({count})",
        Word::FewerOfThem => "Réduire",
        Word::FiguresNote => {
            "Un projet compte sous chacune de ses valeurs : le total d’une liste peut dépasser l’ensemble. Les parts se rapportent aux projets affichés."
        }
        Word::FiguresScale => {
            "Chaque liste a sa propre échelle, réglée sur sa plus grande valeur. Une barre interrompue est plus longue qu’elle ne paraît."
        }
        Word::FiguresYearNote => {
            "Choisissez une année, puis une autre pour toutes celles entre les deux."
        }
        Word::FiguresDownload => "Télécharger ces chiffres (CSV)",
        Word::ColumnFacet => "Liste",
        Word::ColumnValue => "Valeur",
        Word::ColumnShare => "Part en %",
        Word::NetworkTitle => "Qui travaille avec qui",
        Word::NetworkHelp => {
            "Pointez une organisation pour voir avec qui elle partage des projets. Choisissez-la pour filtrer. Les flèches mènent de l’une à l’autre."
        }
        Word::NetworkTies => "Les lignes montrent les liens les plus forts de chaque organisation.",
        Word::NoOrganisations => "Ces projets ne nomment aucune organisation.",
        Word::ShowAs => "Afficher sous forme de",
        Word::AsDrawing => "Dessin",
        Word::AsList => "Liste",
        Word::SeveralRoles => "Plusieurs rôles",
        Word::OrganisationTold => "{name} ({roles}) : {projects}, en commun avec {partners}.",
        Word::OrganisationAlone => "{name} ({roles}) : {projects}, sans autre organisation.",
        Word::WorksWith => "avec {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn counted(message: Counted) -> &'static str {
    match message {
        Counted::Projects => forms!(
            one: "{count} projet",
            many: "{count} de projets",
            other: "{count} projets",
        ),
        Counted::ShownOf => forms!(
            one: "{shown} sur {count} projet",
            many: "{shown} sur {count} de projets",
            other: "{shown} sur {count} projets",
        ),
        Counted::Countries => forms!(
            one: "{count} pays ou territoire",
            many: "{count} de pays et territoires",
            other: "{count} pays et territoires",
        ),
        Counted::InCountries => forms!(
            one: "dans {count} pays ou territoire",
            many: "dans {count} de pays et territoires",
            other: "dans {count} pays et territoires",
        ),
        Counted::Donors => forms!(
            one: "{count} bailleur",
            many: "{count} de bailleurs",
            other: "{count} bailleurs",
        ),
        Counted::CompareSome => {
            forms!(one: "Comparer {count} projet", many: "Comparer {count} de projets", other: "Comparer {count} projets")
        }
        Counted::ProjectsInRange => forms!(
            one: "{range} projet",
            many: "{range} de projets",
            other: "{range} projets",
        ),
        Counted::Undated => {
            forms!(one: "{count} projet sans date", many: "{count} de projets sans date", other: "{count} projets sans date")
        }
        Counted::UndatedLeftOut => {
            forms!(one: "{count} projet sans date n’est pas inclus", many: "{count} de projets sans date ne sont pas inclus", other: "{count} projets sans date ne sont pas inclus")
        }
        Counted::FurtherFilters => {
            forms!(one: "et {count} autre filtre", many: "et {count} d’autres filtres", other: "et {count} autres filtres")
        }
        Counted::FurtherNotices => {
            forms!(one: "{count} autre point n’est pas listé.", many: "{count} d’autres points ne sont pas listés.", other: "{count} autres points ne sont pas listés.")
        }
        Counted::Times => {
            forms!(one: "{count} fois", many: "{count} de fois", other: "{count} fois")
        }
        Counted::Further => {
            forms!(one: "{count} autre", many: "{count} d’autres", other: "{count} autres")
        }
        Counted::OrganisationsNotDrawn => {
            forms!(one: "{count} autre organisation, avec moins de projets, n’est pas montrée.", many: "{count} d’autres organisations, avec moins de projets, ne sont pas montrées.", other: "{count} autres organisations, avec moins de projets, ne sont pas montrées.")
        }
    }
}

/// What the loader says.
pub(crate) const fn starter(message: Starter) -> &'static str {
    match message {
        Starter::Loading => "Chargement des projets…",
        Starter::Failed => "Les projets n’ont pas pu être chargés.",
        Starter::Stalled => {
            "Le chargement s’est arrêté : rien n’est arrivé depuis un moment. Il reprendra de lui-même si la connexion revient."
        }
        Starter::Broken => {
            "Quelque chose s’est cassé dans cette page, et elle ne réagit plus. La recharger la rétablit, avec les mêmes filtres."
        }
        Starter::TryAgain => "Réessayer",
        Starter::Program => "le programme de la page",
        Starter::NoWebAssembly => "il ne connaît pas WebAssembly",
        Starter::NoAnswer => "le réseau n’a pas répondu, ou s’est interrompu en cours de route",
        Starter::Status => "le serveur a répondu {status}",
        Starter::Refused => "le navigateur n’a pas pu l’exécuter ({reason})",
        Starter::Altered => "ce qui est arrivé n’est pas ce qui a été publié",
        Starter::Failure => "{name} : {reason}.",
        Starter::Readable => {
            "L’explorateur n’a pas pu être chargé : les projets peuvent être lus ici, mais ni cherchés ni filtrés."
        }
        Starter::NotShared => {
            "le réseau n’a pas répondu, ou l’autre site ne permet pas à cette page de lire le fichier. Son serveur doit envoyer « Access-Control-Allow-Origin: * » ; si cela ne peut être changé, affichez les projets dans une iframe"
        }
        Starter::NotServed => "ce n’est pas l’adresse d’un fichier sur un serveur",
        Starter::Kept => "Hors ligne : voici les projets au {date}.",
        Starter::Update => "Une nouvelle version de cette page est disponible.",
        Starter::ShowUpdate => "L’afficher",
        Starter::NotNow => "Pas maintenant",
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
