//! Spanish.

use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

/// The text of a message.
pub(crate) const fn message(message: Message) -> &'static str {
    match message {
        Message::UntitledPortfolio => "Proyectos",
        Message::SearchLabel => "Buscar proyectos",
        Message::SearchPlaceholder => "Títulos, objetivos, socios…",
        Message::SearchTips => "Consejos de búsqueda",
        Message::TipPhraseExample => "\"derechos humanos\"",
        Message::TipPhrase => "encuentra estas palabras juntas",
        Message::TipExclusionExample => "derechos -niños",
        Message::TipExclusion => "excluye los proyectos con la segunda palabra",
        Message::TipYear => "a solas, ofrece los proyectos de ese año",
        Message::ShowYear => "Mostrar los proyectos en curso en {year}",
        Message::ShowingResultsFor => "Resultados de {words}",
        Message::SearchInsteadFor => "Buscar en su lugar {words}",
        Message::SkipToResults => "Ir a los proyectos",
        Message::Theming => "Colores: {theme}",
        Message::ThemeAuto => "los del sistema",
        Message::ThemeLight => "claros",
        Message::ThemeDark => "oscuros",

        Message::Filters => "Filtros",
        Message::CloseFilters => "Cerrar los filtros",
        Message::ClearAll => "Borrar todo",
        Message::NotStated => "No consta",
        Message::Selection => "Filtros seleccionados",
        Message::NothingNarrowed => "Ningún nombre de la lista contiene este texto.",
        Message::NarrowLabel => "Acotar la lista: {facet}",
        Message::NarrowPlaceholder => "Buscar entre {count}",
        Message::ShowAllValues => "Mostrar los {count}",
        Message::ShowFewerValues => "Mostrar menos",
        Message::PreviousValues => "Anteriores",
        Message::NextValues => "Siguientes",
        Message::ValuesShown => "{first}–{last} de {count}",
        Message::FindFilter => "Buscar un filtro entre {count}",
        Message::Remove => "Quitar {what}",
        Message::LeaveOut => "Excluir {what}",
        Message::ValuesWithin => "Dentro de {what}",
        Message::ValueOrder => "Orden de los valores",
        Message::ByCount => "por número de proyectos",
        Message::ByName => "por nombre",

        Message::Years => "Años",
        Message::From => "Desde",
        Message::To => "Hasta",
        Message::AnyYear => "cualquiera",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "desde {date}",
        Message::SinceDate => "desde {date}",
        Message::UntilDate => "hasta {date}",

        Message::Sort => "Ordenar por",
        Message::SortNewest => "más recientes primero",
        Message::SortOldest => "más antiguos primero",
        Message::SortEnding => "los que terminan más tarde primero",
        Message::SortTitle => "título",
        Message::SortRelevance => "relevancia",
        Message::Views => "Vistas",
        Message::ViewCards => "Tarjetas",
        Message::ViewTable => "Tabla",
        Message::ViewFigures => "Cifras",
        Message::ViewNetwork => "Red",
        Message::ViewCompare => "Comparación",
        Message::NoResults => "Ningún proyecto cumple todo esto.",
        Message::NoResultsAdvice => "Quite alguno de los filtros o bórrelos todos.",
        Message::NoProjects => "Esta cartera aún no contiene ningún proyecto.",

        Message::Country => "País",
        Message::Donor => "Donante",
        Message::ImplementingAgency => "Organismo ejecutor",
        Message::Partner => "Socio",
        Message::Theme => "Tema",
        Message::Status => "Estado",
        Message::StatusPlanned => "Previsto",
        Message::StatusOngoing => "En curso",
        Message::StatusCompleted => "Finalizado",
        Message::StatusSuspended => "Suspendido",
        Message::StatusCancelled => "Cancelado",

        Message::InCountry => "en",
        Message::ByDonor => "financiados por",
        Message::ByImplementing => "ejecutados por",
        Message::WithPartner => "con",
        Message::OnTheme => "sobre",
        Message::OfStatus => "con estado:",
        Message::WithField => "con {field}:",
        Message::NotInCountry => "salvo en",
        Message::NotByDonor => "no financiados por",
        Message::NotByImplementing => "no ejecutados por",
        Message::NotWithPartner => "sin",
        Message::NotOnTheme => "no sobre",
        Message::NotOfStatus => "con estado distinto de",
        Message::NotWithField => "con {field} distinto de",
        Message::Or => "o",
        Message::Nor => "ni",
        Message::Matching => "que contienen",
        Message::Running => "en curso:",
        Message::Quoted => "«{text}»",

        Message::Objective => "Objetivo",
        Message::Summary => "Resumen",
        Message::StatedDuration => "Duración indicada",
        Message::Countries => "Dónde",
        Message::Donors => "Donante",
        Message::Implementing => "Ejecución",
        Message::Partners => "Socios",
        Message::Themes => "Temas",
        Message::Documents => "Documentos",
        Message::Links => "Enlaces",
        Message::Related => "Proyectos relacionados",
        Message::Remark => "Observación",
        Message::ValueNotStated => "no consta",
        Message::NoAddress => "sin dirección",
        Message::Close => "Cerrar",
        Message::WholeRecord => "Ficha completa",
        Message::WholeRecordOf => "Ficha completa: {title}",
        Message::AllProjects => "Todos los proyectos",
        Message::InExplorer => "Abrirlo entre todos los proyectos",
        Message::ShareAndEmbed => "Compartir e insertar",
        Message::ShareLink => "Enlace",
        Message::ShareElement => "Elemento",
        Message::ShareFrame => "Marco (iframe)",
        Message::ShareLinkAdvice => "Lleva a lo que ve ahora.",
        Message::ShareElementAdvice => "Pegue ambas líneas donde deban aparecer los proyectos.",
        Message::ShareFrameAdvice => {
            "Para sitios que no permiten nada más. Donde no se permitan scripts, fije una altura."
        }
        Message::ShareFilters => "Con lo elegido ahora",
        Message::ShareTheme => "Colores",
        Message::ShareAsAround => "según el contexto",
        Message::ShareHeight => "Altura en píxeles",
        Message::ShareOwnHeight => "automática",
        Message::ShareCode => "Para copiar",
        Message::SharePreview => "Vista previa",
        Message::Copied => "Copiado.",
        Message::PeriodNotStated => "Periodo no indicado",
        Message::ListedAs => "aquí figura como {name}",
        Message::PlaceInResults => "{at} de {of}",
        Message::NotInResults => "no está entre los proyectos mostrados",
        Message::Neighbours => "Otras fichas",
        Message::Previous => "Proyecto anterior",
        Message::Next => "Proyecto siguiente",
        Message::InTime => "{period}; la lista abarca {years}",
        Message::ListEnd => "{list} y {last}",
        Message::InCommon => "Lo más afín a este proyecto",
        Message::AlsoIn => "también en {names}",
        Message::PaidForBy => "financiados por {donor}",
        Message::AlsoByDonor => "también financiado por {names}",
        Message::AlsoByImplementing => "también ejecutado por {names}",
        Message::AlsoWith => "también con {names}",
        Message::AlsoOn => "también sobre {names}",
        Message::CopyLink => "Copiar el enlace",
        Message::LinkCopied => "Enlace copiado.",
        Message::CopyByHand => {
            "El navegador no permite que esta página copie: seleccione el texto y cópielo a mano."
        }
        Message::Cite => "Citar",
        Message::PlainText => "Texto sin formato",
        Message::Accessed => "consultado el {date}",
        Message::ListUpdated => "actualizada el {date}",
        Message::NoDate => "s. f.",
        Message::Copy => "Copiar",
        Message::CopyWhat => "Copiar: {what}",
        Message::CitationCopied => "Cita copiada.",
        Message::Print => "Imprimir",
        Message::PrintedFrom => "Impreso el {date} desde {address}",
        Message::PrintedPart => "Impresos: {projects}",
        Message::Compare => "Comparar",
        Message::CompareThis => "Comparar: {title}",
        Message::ComparisonFull => "Se pueden comparar cuatro proyectos como máximo.",
        Message::Title => "Título",
        Message::Period => "Periodo",
        Message::Columns => "Columnas",
        Message::TableCaption => "{projects}, ordenados por: {order}",
        Message::OrderAscending => "{column}, A–Z",
        Message::OrderDescending => "{column}, Z–A",
        Message::ToCompare => "Para comparar",
        Message::ChooseAnother => "Elija otro para comparar.",
        Message::ClearComparison => "Vaciar",
        Message::ComparisonAdvice => {
            "Elija de dos a cuatro proyectos para verlos lado a lado: pulse «Comparar» en sus tarjetas, en la tabla o en sus fichas."
        }
        Message::ChooseProjects => "Elegir proyectos",
        Message::AddAnother => "Añadir otro proyecto",
        Message::SideBySide => "Lado a lado",
        Message::SharedBy => "{count} de {of}",
        Message::AllShare => "Todos tienen en común — {list}",
        Message::NothingShared => "No hay nada que todos tengan en común.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Proyectos en curso cada año",
        Message::ProjectsInTime => "Duración de cada proyecto",
        Message::Play => "Dejar pasar los años",
        Message::Pause => "Pausa",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "Mostrar {count} más (quedan {left})",
        Message::ShowEarlier => "Mostrar los resultados anteriores ({count})",
        Message::ShowResults => "Mostrar {projects}",

        Message::Map => "Mapa de países",
        Message::SmallMap => "Mapa: {names}",
        Message::MapHelp => {
            "Las flechas pasan de un país a otro, Intro selecciona, más y menos cambian la escala."
        }
        Message::Loading => "Cargando…",
        Message::MapLoading => "Dibujando el mapa…",
        Message::TryAgain => "Reintentar",
        Message::ZoomIn => "Acercar",
        Message::ZoomOut => "Alejar",
        Message::FitToResults => "Ajustar a los resultados",
        Message::WholeMap => "Mapa completo",
        Message::ZoomByWheel => "Mantenga {key} y gire la rueda para acercar o alejar el mapa",
        Message::MoveByFingers => "Mueva el mapa con dos dedos",
        Message::Elsewhere => "Países fuera del encuadre del mapa",
        Message::Legend => "Proyectos por país",
        Message::CountriesWith => "Elegir los países con {projects}",
        Message::MapAsTable => "El mapa como tabla",
        Message::MapTableCaption => "Proyectos por país según los demás filtros, y su proporción",
        Message::ProjectsColumn => "Proyectos",
        Message::ShareColumn => "Proporción",
        Message::SavePicture => "Guardar como imagen",
        Message::PictureSvg => "SVG (dibujo)",
        Message::PicturePng => "PNG (píxeles)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Límites: Natural Earth.",
        Message::Disclaimer => "Los límites y nombres no implican aprobación alguna.",
        Message::DisclaimerDetails => {
            "Los límites y nombres de este mapa, así como las denominaciones empleadas, no implican la aprobación ni la aceptación por parte del editor. Cada proyecto conserva el nombre que su fuente da a un país; los filtros los agrupan por código ISO bajo el nombre vigente. Fronteras: Natural Earth, 1:50 millones."
        }
        Message::AbsentFromMap => "No están en este mapa, pero sí en la lista de países: {names}.",
        Message::PartFailed => "No se pudo cargar esta parte ({reason}). Todo lo demás funciona.",
        Message::MapFailed => {
            "No se pudieron cargar las fronteras del mapa ({reason}). Todo lo demás funciona; los países pueden elegirse en la lista."
        }
        Message::ReasonNetwork => "la red no respondió",
        Message::ReasonDamaged => "el archivo está dañado",
        Message::ReasonStatus => "el servidor respondió {status}",

        Message::DataProblems => "No se pudo leer una parte de esta cartera",
        Message::DataUnreadable => "No se pudo leer esta cartera",
        Message::DataAdvice => {
            "Se muestra todo lo que se pudo leer. El editor puede corregir el archivo en los lugares indicados abajo."
        }
        Message::DataAdviceNothing => {
            "El editor puede corregir el archivo en el lugar indicado abajo. Después, vuelva a cargar esta página."
        }
        Message::PlaceInFile => "{file}, línea {line}, columna {column}",
        Message::FurtherFindings => "{count} más",

        Message::Notice => "Sobre esta dirección",
        Message::UnknownValue => {
            "La dirección pide «{value}» en {facet}, que no existe en esta cartera; se ha pasado por alto."
        }
        Message::IgnoredParameter => {
            "La dirección contiene «{parameter}», que no tiene sentido; se ha pasado por alto."
        }
        Message::UnknownProject => {
            "La dirección pide un proyecto «{id}», que no existe en esta cartera."
        }
        Message::UnknownLanguage => {
            "La dirección pide el idioma «{language}», en el que esta página no existe."
        }
        Message::LanguageFailed => {
            "No se pudieron cargar los textos del idioma pedido ({language}): {reason}."
        }
        Message::Language => "Idioma",
        Message::AboutData => "Sobre esta lista",
        Message::PublishedBy => "Publicado por",
        Message::Source => "Fuente",
        Message::AboutAccessibility => "Accesibilidad de esta página",
        Message::Licence => "Licencia",
        Message::Updated => "Actualización",

        Message::FigureProjects => "Proyectos",
        Message::FigureCountries => "Países y territorios",
        Message::FigureDonors => "Donantes",
        Message::FigureAgencies => "Entidades ejecutoras",
        Message::FigurePartners => "Socios",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Ver los {count}",
        Message::FewerOfThem => "Ver menos",
        Message::FiguresNote => {
            "Un proyecto cuenta en cada uno de sus valores, así que los números de una lista pueden sumar más que el total. Los porcentajes se refieren a los proyectos mostrados."
        }
        Message::FiguresScale => {
            "Cada lista tiene su propia escala, según su valor más alto. Una barra con un corte es más larga de lo que se muestra."
        }
        Message::FiguresYearNote => {
            "Elija un año y después otro para abarcar todos los intermedios."
        }
        Message::FiguresDownload => "Descargar estas cifras (CSV)",
        Message::ColumnFacet => "Lista",
        Message::ColumnValue => "Valor",
        Message::ColumnShare => "Porcentaje",
        Message::NetworkTitle => "Quién trabaja con quién",
        Message::NetworkHelp => {
            "Señale una organización para ver con quién comparte proyectos. Elíjala para filtrar por ella. Las flechas llevan de una a otra."
        }
        Message::NetworkTies => {
            "Las líneas muestran los vínculos más fuertes de cada organización."
        }
        Message::NoOrganisations => "Estos proyectos no mencionan ninguna organización.",
        Message::ShowAs => "Mostrar como",
        Message::AsDrawing => "Dibujo",
        Message::AsList => "Lista",
        Message::SeveralRoles => "Más de una función",
        Message::OrganisationTold => "{name} ({roles}): {projects}, en común con {partners}.",
        Message::OrganisationAlone => "{name} ({roles}): {projects}, sin otra organización.",
        Message::WorksWith => "con {partners}",
    }
}

/// The forms of a message that a number changes.
pub(crate) const fn plural(message: PluralMessage) -> &'static str {
    match message {
        PluralMessage::Projects => forms!(
            one: "{count} proyecto",
            many: "{count} de proyectos",
            other: "{count} proyectos",
        ),
        PluralMessage::ShownOf => forms!(
            one: "{shown} de {count} proyecto",
            many: "{shown} de {count} de proyectos",
            other: "{shown} de {count} proyectos",
        ),
        PluralMessage::Countries => forms!(
            one: "{count} país o territorio",
            many: "{count} de países y territorios",
            other: "{count} países y territorios",
        ),
        PluralMessage::InCountries => forms!(
            one: "en {count} país o territorio",
            many: "en {count} de países y territorios",
            other: "en {count} países y territorios",
        ),
        PluralMessage::Donors => forms!(
            one: "{count} donante",
            many: "{count} de donantes",
            other: "{count} donantes",
        ),
        PluralMessage::CompareSome => {
            forms!(one: "Comparar {count} proyecto", many: "Comparar {count} de proyectos", other: "Comparar {count} proyectos")
        }
        PluralMessage::ProjectsInRange => forms!(
            one: "{range} proyecto",
            many: "{range} de proyectos",
            other: "{range} proyectos",
        ),
        PluralMessage::Undated => {
            forms!(one: "{count} proyecto sin fecha", many: "{count} de proyectos sin fecha", other: "{count} proyectos sin fecha")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} proyecto sin fecha no está incluido", many: "{count} de proyectos sin fecha no están incluidos", other: "{count} proyectos sin fecha no están incluidos")
        }
        PluralMessage::FurtherFilters => {
            forms!(one: "y {count} filtro más", many: "y {count} de filtros más", other: "y {count} filtros más")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "{count} más no se muestra.", many: "{count} de puntos más no se muestran.", other: "{count} más no se muestran.")
        }
        PluralMessage::Times => {
            forms!(one: "{count} vez", many: "{count} de veces", other: "{count} veces")
        }
        PluralMessage::Further => {
            forms!(one: "{count} más", many: "{count} más", other: "{count} más")
        }
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "{count} organización más, con menos proyectos, no se muestra.", many: "{count} de organizaciones más, con menos proyectos, no se muestran.", other: "{count} organizaciones más, con menos proyectos, no se muestran.")
        }
    }
}

/// What the loader says.
pub(crate) const fn loader(message: LoaderMessage) -> &'static str {
    match message {
        LoaderMessage::Loading => "Cargando los proyectos…",
        LoaderMessage::Failed => "No se pudieron cargar los proyectos.",
        LoaderMessage::Stalled => {
            "La carga se ha detenido: hace un rato que no llega nada. Continuará por sí sola si vuelve la conexión."
        }
        LoaderMessage::Broken => {
            "Algo ha fallado en esta página y ya no responde. Al cargarla de nuevo vuelve, con los mismos filtros."
        }
        LoaderMessage::TryAgain => "Reintentar",
        LoaderMessage::Program => "el programa de la página",
        LoaderMessage::NoWebAssembly => "no dispone de WebAssembly",
        LoaderMessage::NoAnswer => "la red no respondió o se interrumpió a medio camino",
        LoaderMessage::Status => "el servidor respondió {status}",
        LoaderMessage::Refused => "el navegador no pudo ejecutarlo ({reason})",
        LoaderMessage::Altered => "lo que llegó no es lo que se publicó",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "El explorador no se pudo cargar: los proyectos se pueden leer aquí, pero no buscar ni filtrar."
        }
        LoaderMessage::NotShared => {
            "la red no respondió, o el otro sitio no permite que esta página lea el archivo. Su servidor tiene que enviar «Access-Control-Allow-Origin: *»; si eso no se puede cambiar, muestre los proyectos en un iframe"
        }
        LoaderMessage::NotServed => "esto no es la dirección de un archivo en un servidor",
        LoaderMessage::Kept => "Sin conexión: estos son los proyectos a fecha de {date}.",
        LoaderMessage::Update => "Hay una nueva versión de esta página.",
        LoaderMessage::ShowUpdate => "Mostrarla",
        LoaderMessage::NotNow => "Ahora no",
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
