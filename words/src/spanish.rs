//! Spanish.

use crate::message::{Counted, FORMER as CODES, Starter, Word, forms};

/// The text of a message.
pub(crate) const fn word(word: Word) -> &'static str {
    match word {
        Word::UntitledPortfolio => "Proyectos",
        Word::SearchLabel => "Buscar proyectos",
        Word::SearchPlaceholder => "Títulos, objetivos, socios…",
        Word::SearchTips => "Consejos de búsqueda",
        Word::TipPhraseExample => "\"derechos humanos\"",
        Word::TipPhrase => "encuentra estas palabras juntas",
        Word::TipExclusionExample => "derechos -niños",
        Word::TipExclusion => "excluye los proyectos con la segunda palabra",
        Word::TipYear => "a solas, ofrece los proyectos de ese año",
        Word::ShowYear => "Mostrar los proyectos en curso en {year}",
        Word::ShowingResultsFor => "Resultados de {words}",
        Word::SearchInsteadFor => "Buscar en su lugar {words}",
        Word::SkipToResults => "Ir a los proyectos",
        Word::Theming => "Colores: {theme}",
        Word::ThemeAuto => "los del sistema",
        Word::ThemeLight => "claros",
        Word::ThemeDark => "oscuros",

        Word::Filters => "Filtros",
        Word::CloseFilters => "Cerrar los filtros",
        Word::ClearAll => "Borrar todo",
        Word::NotStated => "No consta",
        Word::Selection => "Filtros seleccionados",
        Word::NothingNarrowed => "Ningún nombre de la lista contiene este texto.",
        Word::NarrowLabel => "Acotar la lista: {facet}",
        Word::NarrowPlaceholder => "Buscar entre {count}",
        Word::ShowAllValues => "Mostrar los {count}",
        Word::ShowFewerValues => "Mostrar menos",
        Word::PreviousValues => "Anteriores",
        Word::NextValues => "Siguientes",
        Word::ValuesShown => "{first}–{last} de {count}",
        Word::FindFilter => "Buscar un filtro entre {count}",
        Word::Remove => "Quitar {what}",
        Word::LeaveOut => "Excluir {what}",
        Word::ValuesWithin => "Dentro de {what}",
        Word::ValueOrder => "Orden de los valores",
        Word::ByCount => "por número de proyectos",
        Word::ByName => "por nombre",

        Word::Years => "Años",
        Word::From => "Desde",
        Word::To => "Hasta",
        Word::AnyYear => "cualquiera",
        Word::FromTo => "{from} – {to}",
        Word::FromDate => "desde {date}",
        Word::SinceDate => "desde {date}",
        Word::UntilDate => "hasta {date}",

        Word::Sort => "Ordenar por",
        Word::SortNewest => "más recientes primero",
        Word::SortOldest => "más antiguos primero",
        Word::SortEnding => "los que terminan más tarde primero",
        Word::SortTitle => "título",
        Word::SortRelevance => "relevancia",
        Word::Views => "Vistas",
        Word::ViewCards => "Tarjetas",
        Word::ViewTable => "Tabla",
        Word::ViewFigures => "Cifras",
        Word::ViewNetwork => "Red",
        Word::ViewCompare => "Comparación",
        Word::NoResults => "Ningún proyecto cumple todo esto.",
        Word::NoResultsAdvice => "Quite alguno de los filtros o bórrelos todos.",
        Word::NoProjects => "Esta cartera aún no contiene ningún proyecto.",

        Word::Country => "País",
        Word::Donor => "Donante",
        Word::ImplementingAgency => "Organismo ejecutor",
        Word::Partner => "Socio",
        Word::Theme => "Tema",
        Word::Status => "Estado",
        Word::StatusPlanned => "Previsto",
        Word::StatusOngoing => "En curso",
        Word::StatusCompleted => "Finalizado",
        Word::StatusSuspended => "Suspendido",
        Word::StatusCancelled => "Cancelado",

        Word::InCountry => "en",
        Word::ByDonor => "financiados por",
        Word::ByImplementing => "ejecutados por",
        Word::WithPartner => "con",
        Word::OnTheme => "sobre",
        Word::OfStatus => "con estado:",
        Word::WithField => "con {field}:",
        Word::NotInCountry => "salvo en",
        Word::NotByDonor => "no financiados por",
        Word::NotByImplementing => "no ejecutados por",
        Word::NotWithPartner => "sin",
        Word::NotOnTheme => "no sobre",
        Word::NotOfStatus => "con estado distinto de",
        Word::NotWithField => "con {field} distinto de",
        Word::Or => "o",
        Word::Nor => "ni",
        Word::Matching => "que contienen",
        Word::Running => "en curso:",
        Word::Quoted => "«{text}»",

        Word::Objective => "Objetivo",
        Word::Summary => "Resumen",
        Word::StatedDuration => "Duración indicada",
        Word::Countries => "Dónde",
        Word::Donors => "Donante",
        Word::Implementing => "Ejecución",
        Word::Partners => "Socios",
        Word::Themes => "Temas",
        Word::Documents => "Documentos",
        Word::Links => "Enlaces",
        Word::Related => "Proyectos relacionados",
        Word::Remark => "Observación",
        Word::ValueNotStated => "no consta",
        Word::NoAddress => "sin dirección",
        Word::Close => "Cerrar",
        Word::WholeRecord => "Ficha completa",
        Word::WholeRecordOf => "Ficha completa: {title}",
        Word::AllProjects => "Todos los proyectos",
        Word::InExplorer => "Abrirlo entre todos los proyectos",
        Word::ShareAndEmbed => "Compartir e insertar",
        Word::ShareLink => "Enlace",
        Word::ShareElement => "Elemento",
        Word::ShareFrame => "Marco (iframe)",
        Word::ShareLinkAdvice => "Lleva a lo que ve ahora.",
        Word::ShareElementAdvice => "Pegue ambas líneas donde deban aparecer los proyectos.",
        Word::ShareFrameAdvice => {
            "Para sitios que no permiten nada más. Donde no se permitan scripts, fije una altura."
        }
        Word::ShareFilters => "Con lo elegido ahora",
        Word::ShareTheme => "Colores",
        Word::ShareAsAround => "según el contexto",
        Word::ShareHeight => "Altura en píxeles",
        Word::ShareOwnHeight => "automática",
        Word::ShareCode => "Para copiar",
        Word::SharePreview => "Vista previa",
        Word::Copied => "Copiado.",
        Word::PeriodNotStated => "Periodo no indicado",
        Word::ListedAs => "aquí figura como {name}",
        Word::PlaceInResults => "{at} de {of}",
        Word::NotInResults => "no está entre los proyectos mostrados",
        Word::Neighbours => "Otras fichas",
        Word::Previous => "Proyecto anterior",
        Word::Next => "Proyecto siguiente",
        Word::InTime => "{period}; la lista abarca {years}",
        Word::ListEnd => "{list} y {last}",
        Word::InCommon => "Lo más afín a este proyecto",
        Word::AlsoIn => "también en {names}",
        Word::PaidForBy => "financiados por {donor}",
        Word::AlsoByDonor => "también financiado por {names}",
        Word::AlsoByImplementing => "también ejecutado por {names}",
        Word::AlsoWith => "también con {names}",
        Word::AlsoOn => "también sobre {names}",
        Word::CopyLink => "Copiar el enlace",
        Word::LinkCopied => "Enlace copiado.",
        Word::CopyByHand => {
            "El navegador no permite que esta página copie: seleccione el texto y cópielo a mano."
        }
        Word::Cite => "Citar",
        Word::PlainText => "Texto sin formato",
        Word::Accessed => "consultado el {date}",
        Word::ListUpdated => "actualizada el {date}",
        Word::NoDate => "s. f.",
        Word::Copy => "Copiar",
        Word::CopyWhat => "Copiar: {what}",
        Word::CitationCopied => "Cita copiada.",
        Word::Print => "Imprimir",
        Word::PrintedFrom => "Impreso el {date} desde {address}",
        Word::PrintedPart => "Impresos: {projects}",
        Word::Compare => "Comparar",
        Word::CompareThis => "Comparar: {title}",
        Word::ComparisonFull => "Se pueden comparar cuatro proyectos como máximo.",
        Word::Title => "Título",
        Word::Period => "Periodo",
        Word::Columns => "Columnas",
        Word::TableCaption => "{projects}, ordenados por: {order}",
        Word::OrderAscending => "{column}, A–Z",
        Word::OrderDescending => "{column}, Z–A",
        Word::ToCompare => "Para comparar",
        Word::ChooseAnother => "Elija otro para comparar.",
        Word::ClearComparison => "Vaciar",
        Word::ComparisonAdvice => {
            "Elija de dos a cuatro proyectos para verlos lado a lado: pulse «Comparar» en sus tarjetas, en la tabla o en sus fichas."
        }
        Word::ChooseProjects => "Elegir proyectos",
        Word::AddAnother => "Añadir otro proyecto",
        Word::SideBySide => "Lado a lado",
        Word::SharedBy => "{count} de {of}",
        Word::AllShare => "Todos tienen en común — {list}",
        Word::NothingShared => "No hay nada que todos tengan en común.",
        Word::ListSeparator => ", ",
        Word::PartSeparator => ": ",
        Word::DetailSeparator => " · ",
        Word::ProjectsPerYear => "Proyectos en curso cada año",
        Word::ProjectsInTime => "Duración de cada proyecto",
        Word::Play => "Dejar pasar los años",
        Word::Pause => "Pausa",
        Word::YearBar => "{year}: {projects}",
        Word::ShowMore => "Mostrar {count} más (quedan {left})",
        Word::ShowEarlier => "Mostrar los resultados anteriores ({count})",
        Word::ShowResults => "Mostrar {projects}",

        Word::Map => "Mapa de países",
        Word::SmallMap => "Mapa: {names}",
        Word::MapHelp => {
            "Las flechas pasan de un país a otro, Intro selecciona, más y menos cambian la escala."
        }
        Word::Loading => "Cargando…",
        Word::MapLoading => "Dibujando el mapa…",
        Word::TryAgain => "Reintentar",
        Word::ZoomIn => "Acercar",
        Word::ZoomOut => "Alejar",
        Word::FitToResults => "Ajustar a los resultados",
        Word::WholeMap => "Mapa completo",
        Word::ZoomByWheel => "Mantenga {key} y gire la rueda para acercar o alejar el mapa",
        Word::MoveByFingers => "Mueva el mapa con dos dedos",
        Word::Elsewhere => "Países fuera del encuadre del mapa",
        Word::Legend => "Proyectos por país",
        Word::CountriesWith => "Elegir los países con {projects}",
        Word::MapAsTable => "El mapa como tabla",
        Word::MapTableCaption => "Proyectos por país según los demás filtros, y su proporción",
        Word::ProjectsColumn => "Proyectos",
        Word::ShareColumn => "Proporción",
        Word::SavePicture => "Guardar como imagen",
        Word::PictureSvg => "SVG (dibujo)",
        Word::PicturePng => "PNG (píxeles)",
        Word::PictureFact => "{label}: {value}",
        Word::BordersSource => "Límites: Natural Earth.",
        Word::Disclaimer => "Los límites y nombres no implican aprobación alguna.",
        Word::DisclaimerDetails => {
            "Los límites y nombres de este mapa, así como las denominaciones empleadas, no implican la aprobación ni la aceptación por parte del editor. Cada proyecto conserva el nombre que su fuente da a un país; los filtros los agrupan por código ISO bajo el nombre vigente. Fronteras: Natural Earth, 1:50 millones."
        }
        Word::AbsentFromMap => "No están en este mapa, pero sí en la lista de países: {names}.",
        Word::PartFailed => "No se pudo cargar esta parte ({reason}). Todo lo demás funciona.",
        Word::MapFailed => {
            "No se pudieron cargar las fronteras del mapa ({reason}). Todo lo demás funciona; los países pueden elegirse en la lista."
        }
        Word::ReasonNetwork => "la red no respondió",
        Word::ReasonDamaged => "el archivo está dañado",
        Word::ReasonStatus => "el servidor respondió {status}",

        Word::DataProblems => "No se pudo leer una parte de esta cartera",
        Word::DataUnreadable => "No se pudo leer esta cartera",
        Word::DataAdvice => {
            "Se muestra todo lo que se pudo leer. El editor puede corregir el archivo en los lugares indicados abajo."
        }
        Word::DataAdviceNothing => {
            "El editor puede corregir el archivo en el lugar indicado abajo. Después, vuelva a cargar esta página."
        }
        Word::PlaceInFile => "{file}, línea {line}, columna {column}",
        Word::FurtherFindings => "{count} más",

        Word::Notice => "Sobre esta dirección",
        Word::UnknownValue => {
            "La dirección pide «{value}» en {facet}, que no existe en esta cartera; se ha pasado por alto."
        }
        Word::IgnoredParameter => {
            "La dirección contiene «{parameter}», que no tiene sentido; se ha pasado por alto."
        }
        Word::UnknownProject => {
            "La dirección pide un proyecto «{id}», que no existe en esta cartera."
        }
        Word::UnknownLanguage => {
            "La dirección pide el idioma «{language}», en el que esta página no existe."
        }
        Word::LanguageFailed => {
            "No se pudieron cargar los textos del idioma pedido ({language}): {reason}."
        }
        Word::Language => "Idioma",
        Word::AboutData => "Sobre esta lista",
        Word::PublishedBy => "Publicado por",
        Word::Source => "Fuente",
        Word::AboutAccessibility => "Accesibilidad de esta página",
        Word::Licence => "Licencia",
        Word::Updated => "Actualización",

        Word::FigureProjects => "Proyectos",
        Word::FigureCountries => "Países y territorios",
        Word::FigureDonors => "Donantes",
        Word::FigureAgencies => "Entidades ejecutoras",
        Word::FigurePartners => "Socios",
        Word::FigureBar => "{name}: {projects}, {share}",
        Word::Percent => "{number} %",
        Word::LessThanOnePercent => "< 1 %",
        Word::AllOfThem => "Ver los {count}",
        Word::FewerOfThem => "Ver menos",
        Word::FiguresNote => {
            "Un proyecto cuenta en cada uno de sus valores, así que los números de una lista pueden sumar más que el total. Los porcentajes se refieren a los proyectos mostrados."
        }
        Word::FiguresScale => {
            "Cada lista tiene su propia escala, según su valor más alto. Una barra con un corte es más larga de lo que se muestra."
        }
        Word::FiguresYearNote => "Elija un año y después otro para abarcar todos los intermedios.",
        Word::FiguresDownload => "Descargar estas cifras (CSV)",
        Word::ColumnFacet => "Lista",
        Word::ColumnValue => "Valor",
        Word::ColumnShare => "Porcentaje",
        Word::NetworkTitle => "Quién trabaja con quién",
        Word::NetworkHelp => {
            "Señale una organización para ver con quién comparte proyectos. Elíjala para filtrar por ella. Las flechas llevan de una a otra."
        }
        Word::NetworkTies => "Las líneas muestran los vínculos más fuertes de cada organización.",
        Word::NoOrganisations => "Estos proyectos no mencionan ninguna organización.",
        Word::ShowAs => "Mostrar como",
        Word::AsDrawing => "Dibujo",
        Word::AsList => "Lista",
        Word::SeveralRoles => "Más de una función",
        Word::OrganisationTold => "{name} ({roles}): {projects}, en común con {partners}.",
        Word::OrganisationAlone => "{name} ({roles}): {projects}, sin otra organización.",
        Word::WorksWith => "con {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn counted(message: Counted) -> &'static str {
    match message {
        Counted::Projects => forms!(
            one: "{count} proyecto",
            many: "{count} de proyectos",
            other: "{count} proyectos",
        ),
        Counted::ShownOf => forms!(
            one: "{shown} de {count} proyecto",
            many: "{shown} de {count} de proyectos",
            other: "{shown} de {count} proyectos",
        ),
        Counted::Countries => forms!(
            one: "{count} país o territorio",
            many: "{count} de países y territorios",
            other: "{count} países y territorios",
        ),
        Counted::InCountries => forms!(
            one: "en {count} país o territorio",
            many: "en {count} de países y territorios",
            other: "en {count} países y territorios",
        ),
        Counted::Donors => forms!(
            one: "{count} donante",
            many: "{count} de donantes",
            other: "{count} donantes",
        ),
        Counted::CompareSome => {
            forms!(one: "Comparar {count} proyecto", many: "Comparar {count} de proyectos", other: "Comparar {count} proyectos")
        }
        Counted::ProjectsInRange => forms!(
            one: "{range} proyecto",
            many: "{range} de proyectos",
            other: "{range} proyectos",
        ),
        Counted::Undated => {
            forms!(one: "{count} proyecto sin fecha", many: "{count} de proyectos sin fecha", other: "{count} proyectos sin fecha")
        }
        Counted::UndatedLeftOut => {
            forms!(one: "{count} proyecto sin fecha no está incluido", many: "{count} de proyectos sin fecha no están incluidos", other: "{count} proyectos sin fecha no están incluidos")
        }
        Counted::FurtherFilters => {
            forms!(one: "y {count} filtro más", many: "y {count} de filtros más", other: "y {count} filtros más")
        }
        Counted::FurtherNotices => {
            forms!(one: "{count} más no se muestra.", many: "{count} de puntos más no se muestran.", other: "{count} más no se muestran.")
        }
        Counted::Times => {
            forms!(one: "{count} vez", many: "{count} de veces", other: "{count} veces")
        }
        Counted::Further => {
            forms!(one: "{count} más", many: "{count} más", other: "{count} más")
        }
        Counted::OrganisationsNotDrawn => {
            forms!(one: "{count} organización más, con menos proyectos, no se muestra.", many: "{count} de organizaciones más, con menos proyectos, no se muestran.", other: "{count} organizaciones más, con menos proyectos, no se muestran.")
        }
    }
}

/// What the loader says.
pub(crate) const fn starter(message: Starter) -> &'static str {
    match message {
        Starter::Loading => "Cargando los proyectos…",
        Starter::Failed => "No se pudieron cargar los proyectos.",
        Starter::Stalled => {
            "La carga se ha detenido: hace un rato que no llega nada. Continuará por sí sola si vuelve la conexión."
        }
        Starter::Broken => {
            "Algo ha fallado en esta página y ya no responde. Al cargarla de nuevo vuelve, con los mismos filtros."
        }
        Starter::TryAgain => "Reintentar",
        Starter::Program => "el programa de la página",
        Starter::NoWebAssembly => "no dispone de WebAssembly",
        Starter::NoAnswer => "la red no respondió o se interrumpió a medio camino",
        Starter::Status => "el servidor respondió {status}",
        Starter::Refused => "el navegador no pudo ejecutarlo ({reason})",
        Starter::Altered => "lo que llegó no es lo que se publicó",
        Starter::Failure => "{name}: {reason}.",
        Starter::Readable => {
            "El explorador no se pudo cargar: los proyectos se pueden leer aquí, pero no buscar ni filtrar."
        }
        Starter::NotShared => {
            "la red no respondió, o el otro sitio no permite que esta página lea el archivo. Su servidor tiene que enviar «Access-Control-Allow-Origin: *»; si eso no se puede cambiar, muestre los proyectos en un iframe"
        }
        Starter::NotServed => "esto no es la dirección de un archivo en un servidor",
        Starter::Kept => "Sin conexión: estos son los proyectos a fecha de {date}.",
        Starter::Update => "Hay una nueva versión de esta página.",
        Starter::ShowUpdate => "Mostrarla",
        Starter::NotNow => "Ahora no",
    }
}

/// The names of countries whose codes have been withdrawn.
pub(crate) const FORMER: [&str; CODES.len()] = [
    "Antillas Neerlandesas",
    "Birmania",
    "Serbia y Montenegro",
    "Alemania Oriental",
    "Unión Soviética",
    "Timor Oriental",
    "Yemen del Sur",
    "Yugoslavia",
    "Zaire",
];
