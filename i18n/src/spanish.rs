use crate::message::{FORMER as CODES, LoaderMessage, Message, PluralMessage, forms};

pub(crate) fn message(message: Message) -> Option<&'static str> {
    Some(match message {
        Message::UntitledPortfolio => "Proyectos",
        Message::SearchLabel => "Buscar proyectos",
        Message::SearchPlaceholder => "Buscar por título, objetivo o socio",
        Message::SearchTips => "Consejos de búsqueda",
        Message::TipPhraseExample => "\"derechos humanos\"",
        Message::TipPhrase => "encuentra estas palabras juntas",
        Message::TipExclusionExample => "derechos -niños",
        Message::TipExclusion => "excluye los proyectos con la segunda palabra",
        Message::TipYear => "escrito solo, propone los proyectos de ese año",
        Message::ShowYear => "Mostrar proyectos activos en {year}",
        Message::ShowingResultsFor => "Resultados de {words}",
        Message::SearchInsteadFor => "Buscar en su lugar {words}",
        Message::Suggestions => "Sugerencias",
        Message::SuggestedProject => "Proyecto",
        Message::SkipToResults => "Ir a los proyectos",
        Message::SkipToFilters => "Ir a los filtros",
        Message::SkipToMap => "Ir al mapa",
        Message::MapAndTimeline => "Mapa y cronología",
        Message::Theming => "Aspecto: {theme}",
        Message::ThemeAuto => "Sistema",
        Message::ThemeLight => "Claro",
        Message::ThemeDark => "Oscuro",
        Message::Settings => "Ajustes",
        Message::Keys => "Atajos de teclado",
        Message::KeySearch => "Ir al cuadro de búsqueda",
        Message::KeyHelp => "Mostrar estos atajos",
        Message::KeyWithin => "Moverse por un filtro, los años, el mapa o las sugerencias",
        Message::KeyEnds => "Primero o último de ellos",
        Message::KeyRecord => "Proyecto anterior o siguiente, en los detalles de uno",
        Message::KeyClose => "Cerrar lo que esté abierto",
        Message::KeyNameHome => "Inicio",
        Message::KeyNameEnd => "Fin",
        Message::KeyNameEscape => "Esc",

        Message::Filters => "Filtros",
        Message::CloseFilters => "Cerrar filtros",
        Message::ClearAll => "Borrar filtros",
        Message::Clear => "Borrar",
        Message::ClearFacet => "Borrar: {facet}",
        Message::NotStated => "Sin especificar",
        Message::Selection => "Filtros seleccionados",
        Message::NothingNarrowed => "Sin coincidencias",
        Message::NarrowLabel => "Buscar en {facet}",
        Message::NarrowPlaceholder => "Buscar entre {count} opciones",
        Message::ShowAllValues => "Mostrar todo ({count})",
        Message::ShowFewerValues => "Mostrar menos",
        Message::PreviousValues => "Anteriores",
        Message::NextValues => "Siguientes",
        Message::ValuesShown => "{first}–{last} de {count}",
        Message::FindFilter => "Buscar entre {count} filtros",
        Message::Remove => "Quitar {what}",
        Message::Exclude => "Excluir {what}",
        Message::Not => "no",
        Message::NotValue => "no {what}",
        Message::MatchLabel => "Proyectos con",
        Message::MatchAny => "cualquiera de ellas",
        Message::MatchAll => "todas ellas",
        Message::ValuesWithin => "Opciones en {what}",
        Message::ValueOrder => "Ordenar por",
        Message::ByCount => "Más proyectos",
        Message::ByName => "Nombre (A–Z)",

        Message::Years => "Años",
        Message::YearsActive => "Años de actividad",
        Message::From => "Desde",
        Message::To => "Hasta",
        Message::AnyYear => "Cualquier año",
        Message::FromTo => "{from} – {to}",
        Message::FromDate => "desde {date}",
        Message::SinceDate => "desde {date}",
        Message::UntilDate => "hasta {date}",

        Message::Sort => "Ordenar por",
        Message::SortNewest => "Más recientes primero",
        Message::SortOldest => "Más antiguos primero",
        Message::SortEnding => "Fin más tardío primero",
        Message::SortAmount => "Mayor importe primero",
        Message::SortSmallest => "Menor importe primero",
        Message::SortTitle => "Título (A–Z)",
        Message::SortRelevance => "Más relevantes",
        Message::Views => "Vista",
        Message::ViewList => "Lista",
        Message::ViewCards => "Tarjetas",
        Message::ViewTable => "Tabla",
        Message::ViewFigures => "Gráficos",
        Message::ViewNetwork => "Red",
        Message::ViewCompare => "Comparar",
        Message::NoResults => "Ningún proyecto coincide con estos filtros.",
        Message::NoResultsAdvice => "Quite un filtro o bórrelos todos.",
        Message::NoProjects => "Aún no hay proyectos en esta lista.",

        Message::Country => "País",
        Message::Donor => "Donante",
        Message::ImplementingAgency => "Organización ejecutora",
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
        Message::WithPartner => "con el socio",
        Message::OnTheme => "sobre",
        Message::OfStatus => "con estado",
        Message::WithField => "en los que {field} es",
        Message::NotInCountry => "no ubicados en",
        Message::NotByDonor => "no financiados por",
        Message::NotByImplementing => "no ejecutados por",
        Message::NotWithPartner => "sin el socio",
        Message::NotOnTheme => "no relacionados con",
        Message::NotOfStatus => "cuyo estado no es",
        Message::NotWithField => "en los que {field} no es",
        Message::Or => "o",
        Message::And => "y",
        Message::Nor => "ni",
        Message::Matching => "que contienen",
        Message::Running => "activos:",
        Message::OfAmount => "con importe:",
        Message::Quoted => "«{text}»",

        Message::Identifier => "Identificador",
        Message::Amount => "Importe",
        Message::Total => "Total",
        Message::Currency => "Moneda",
        Message::Objective => "Objetivo",
        Message::Summary => "Resumen",
        Message::ResultsOfProject => "Resultados",
        Message::StatedDuration => "Duración indicada",
        Message::Countries => "Países",
        Message::Locations => "Lugares",
        Message::Donors => "Donantes",
        Message::Implementing => "Ejecutado por",
        Message::Partners => "Socios",
        Message::Themes => "Temas",
        Message::Documents => "Documentos",
        Message::Links => "Enlaces",
        Message::Related => "Proyectos relacionados",
        Message::PartOf => "Forma parte de",
        Message::HasPart => "Incluye",
        Message::RelatedTo => "Relacionado",
        Message::Remark => "Nota",
        Message::ValueNotStated => "Sin especificar",
        Message::NoAddress => "Sin enlace",
        Message::Website => "Sitio web",
        Message::Picture => "Imagen",
        Message::Close => "Cerrar",
        Message::AllProjects => "Todos los proyectos",
        Message::InExplorer => "Abrir en el explorador de proyectos",
        Message::ShareAndEmbed => "Compartir o insertar",
        Message::ShareLink => "Enlace",
        Message::ShareElement => "Componente web",
        Message::ShareFrame => "Iframe (funciona siempre)",
        Message::ShareLinkAdvice => "Este enlace abre la vista actual.",
        Message::ShareElementAdvice => "Pegue las dos líneas donde deban aparecer los proyectos.",
        Message::ShareFrameAdvice => {
            "Para WordPress y otros sitios que solo admiten iframes. Si los scripts están bloqueados, indique una altura fija."
        }
        Message::ShareFilters => "Incluir los filtros actuales",
        Message::ShareTheme => "Aspecto",
        Message::ShareAsAround => "Igual que la página",
        Message::ShareHeight => "Altura (px)",
        Message::ShareOwnHeight => "Automática",
        Message::ShareCode => "Código para copiar",
        Message::SharePreview => "Vista previa",
        Message::Copied => "Copiado",
        Message::PeriodNotStated => "Fechas sin especificar",
        Message::ListedAs => "aparece aquí como {name}",
        Message::PlaceInResults => "{at} de {of}",
        Message::NotInResults => "No está en los resultados actuales",
        Message::Neighbours => "Proyecto anterior y siguiente",
        Message::Previous => "Proyecto anterior",
        Message::Next => "Proyecto siguiente",
        Message::InTime => "{period} (lista completa: {years})",
        Message::ListEnd => "{list} y {last}",
        Message::InCommon => "Proyectos similares",
        Message::AlsoIn => "también en {names}",
        Message::PaidForBy => "con financiación de {donor}",
        Message::AlsoByDonor => "también financiado por {names}",
        Message::AlsoByImplementing => "también ejecutado por {names}",
        Message::AlsoWith => "también en colaboración con {names}",
        Message::AlsoOn => "también sobre {names}",
        Message::CopyLink => "Copiar enlace",
        Message::LinkCopied => "Enlace copiado",
        Message::CopyByHand => {
            "Su navegador bloqueó la copia. Seleccione el texto y cópielo manualmente."
        }
        Message::Cite => "Citar",
        Message::PlainText => "Texto sin formato",
        Message::Accessed => "consultado el {date}",
        Message::ListUpdated => "actualizada el {date}",
        Message::NoDate => "s. f.",
        Message::Copy => "Copiar",
        Message::CopyWhat => "Copiar: {what}",
        Message::CitationCopied => "Cita copiada",
        Message::Print => "Imprimir",
        Message::PrintedFrom => "Impreso el {date} desde {address}",
        Message::PrintedPart => "Impresos: {projects}",
        Message::Compare => "Comparar",
        Message::CompareThis => "Comparar: {title}",
        Message::ComparisonFull => "Puede comparar hasta cuatro proyectos.",
        Message::Title => "Título",
        Message::Period => "Fechas",
        Message::Columns => "Columnas",
        Message::TableCaption => "{projects}, orden: {order}",
        Message::OrderAscending => "{column} (A–Z)",
        Message::OrderDescending => "{column} (Z–A)",
        Message::ToCompare => "Proyectos para comparar",
        Message::ChooseAnother => "Añada al menos un proyecto más para comparar.",
        Message::ClearComparison => "Vaciar comparación",
        Message::ComparisonAdvice => {
            "Seleccione de dos a cuatro proyectos para comparar. Use «Comparar» en una tarjeta, en la tabla o en los detalles de un proyecto."
        }
        Message::ChooseProjects => "Seleccionar proyectos",
        Message::AddAnother => "Añadir otro proyecto",
        Message::SideBySide => "Lado a lado",
        Message::SharedBy => "{count} de {of}",
        Message::AllShare => "En común: {list}",
        Message::NothingShared => "Estos proyectos no tienen nada en común.",
        Message::ListSeparator => ", ",
        Message::PartSeparator => ": ",
        Message::DetailSeparator => " · ",
        Message::ProjectsPerYear => "Proyectos activos por año",
        Message::ProjectsInTime => "Cronología de proyectos",
        Message::Play => "Reproducir la cronología",
        Message::Pause => "Pausar",
        Message::YearBar => "{year}: {projects}",
        Message::ShowMore => "Mostrar {count} más ({left} sin mostrar)",
        Message::ShowEarlier => "Mostrar resultados anteriores ({count})",
        Message::ShowAllResults => "Mostrar los {count}",
        Message::BackToTop => "Volver arriba",
        Message::ShowResults => "Mostrar {projects}",

        Message::Map => "Mapa de países",
        Message::SmallMap => "Mapa: {names}",
        Message::MapHelp => {
            "Use las flechas para moverse entre países, Enter para seleccionar, + y − para acercar o alejar."
        }
        Message::Loading => "Cargando…",
        Message::MapLoading => "Cargando mapa…",
        Message::TryAgain => "Reintentar",
        Message::ZoomIn => "Acercar",
        Message::ZoomOut => "Alejar",
        Message::FitToResults => "Ajustar a los resultados",
        Message::WholeMap => "Ver el mundo entero",
        Message::ZoomByWheel => "Use {key} + desplazamiento para hacer zoom",
        Message::MoveByFingers => "Use dos dedos para mover el mapa",
        Message::Elsewhere => "Países fuera de esta vista del mapa",
        Message::PlacesOfProjects => "Lugares de los proyectos",
        Message::Legend => "Proyectos por país",
        Message::MapAsTable => "Ver como tabla",
        Message::MapTableCaption => "Proyectos por país (con los demás filtros) y porcentaje",
        Message::ProjectsColumn => "Proyectos",
        Message::ShareColumn => "Porcentaje",
        Message::SavePicture => "Descargar mapa",
        Message::DownloadPicture => "Descargar imagen",
        Message::PictureSvg => "SVG (para editar)",
        Message::PicturePng => "PNG (imagen)",
        Message::PictureFact => "{label}: {value}",
        Message::BordersSource => "Límites: Natural Earth.",
        Message::Disclaimer => "Límites y nombres",
        Message::DisclaimerDetails => {
            "Los límites y nombres que figuran en este mapa, así como las denominaciones utilizadas, no implican su aprobación o aceptación por parte de quien publica la lista. Los proyectos conservan el nombre de país que usa su fuente; los filtros los agrupan por código ISO bajo el nombre actual. Límites: Natural Earth, 1:50 millones."
        }
        Message::DisclaimerInShort => "Los límites y nombres no implican aprobación alguna.",
        Message::AbsentFromMap => "No aparecen en el mapa, pero sí en el filtro País: {names}.",
        Message::PartFailed => {
            "No se pudo cargar esta sección ({reason}). El resto de la página sigue funcionando."
        }
        Message::MapFailed => {
            "No se pudo cargar el mapa ({reason}). Puede seguir filtrando por país en la lista."
        }
        Message::ReasonNetwork => "sin respuesta de la red",
        Message::ReasonDamaged => "el archivo está dañado",
        Message::ReasonStatus => "el servidor devolvió el código {status}",

        Message::DataProblems => "No se pudieron cargar algunos datos",
        Message::DataUnreadable => "No se pudo cargar la lista de proyectos",
        Message::DataAdvice => {
            "Se muestra todo lo demás. Si usted publica esta lista, corrija el archivo en los lugares indicados abajo."
        }
        Message::FindingsDetails => "Detalles",
        Message::DataAdviceNothing => {
            "Si usted publica esta lista, corrija el archivo en el lugar indicado abajo y recargue esta página."
        }
        Message::PlaceInFile => "{file}, línea {line}, columna {column}",
        Message::FurtherFindings => "{count} más",

        Message::Notice => "Sobre este enlace",
        Message::UnknownValue => {
            "Este enlace filtra {facet} por «{value}», que no está en esta lista. Se ignoró el filtro."
        }
        Message::IgnoredParameter => {
            "Una parte de este enlace, «{parameter}», no se reconoció y se ignoró."
        }
        Message::UnknownProject => "No se encontró el proyecto «{id}» en esta lista.",
        Message::UnknownLanguage => "El idioma «{language}» no está disponible.",
        Message::LanguageFailed => "No se pudo cargar el idioma {language} ({reason}).",
        Message::Language => "Idioma",
        Message::AboutData => "Sobre estos datos",
        Message::PublishedBy => "Publicado por",
        Message::Source => "Fuente",
        Message::AboutAccessibility => "Declaración de accesibilidad",
        Message::Feed => "Fuente Atom",
        Message::ReportError => "Informar de un error",
        Message::Licence => "Licencia",
        Message::Updated => "Última actualización",

        Message::FigureProjects => "Proyectos",
        Message::FigureCountries => "Países",
        Message::FigureDonors => "Donantes",
        Message::FigureAgencies => "Organizaciones ejecutoras",
        Message::FigurePartners => "Socios",
        Message::FigureBar => "{name}: {projects}, {share}",
        Message::SumsByCurrency => "Importes totales",
        Message::SumsByCountry => "Importes por país ({currency})",
        Message::Undivided => "Varios países, sin repartir",
        Message::SumsNote => "Los importes se reparten según los porcentajes por país indicados.",
        Message::Percent => "{number} %",
        Message::LessThanOnePercent => "< 1 %",
        Message::AllOfThem => "Mostrar todo ({count})",
        Message::FewerOfThem => "Mostrar menos",
        Message::FiguresNote => {
            "Un proyecto puede tener varios valores, por lo que los totales pueden superar el número de proyectos. Los porcentajes se refieren a los proyectos mostrados."
        }
        Message::FiguresScale => {
            "Cada gráfico tiene su propia escala, según su valor más alto. Una barra con un corte es más larga de lo que se muestra."
        }
        Message::FiguresYearNote => "Seleccione un año y después otro para elegir un intervalo",
        Message::FiguresDownload => "Descargar datos de gráficos (CSV)",
        Message::TableDownload => "Descargar la tabla (CSV)",
        Message::ColumnFacet => "Categoría",
        Message::ColumnValue => "Valor",
        Message::ColumnShare => "Porcentaje",
        Message::NetworkTitle => "Quién trabaja con quién",
        Message::NetworkHelp => {
            "Pase el cursor sobre una organización para ver con quién colabora. Selecciónela para filtrar. Use las flechas para moverse entre organizaciones."
        }
        Message::NetworkTies => {
            "Las líneas muestran los vínculos más fuertes de cada organización."
        }
        Message::NoOrganisations => "No figura ninguna organización en estos proyectos.",
        Message::ShowAs => "Ver como",
        Message::AsDrawing => "Diagrama",
        Message::AsList => "Lista",
        Message::SeveralRoles => "Varias funciones",
        Message::OrganisationDescription => {
            "{name} ({roles}): {projects}, en común con {partners}."
        }
        Message::OrganisationAlone => "{name} ({roles}): {projects}, sin proyectos en común.",
        Message::WorksWith => "con {partners}",
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
            one: "{count} país",
            many: "{count} de países",
            other: "{count} países",
        ),
        PluralMessage::InCountries => forms!(
            one: "en {count} país",
            many: "en {count} de países",
            other: "en {count} países",
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
            forms!(one: "{count} proyecto sin fecha (no se muestra aquí)", many: "{count} de proyectos sin fecha (no se muestran aquí)", other: "{count} proyectos sin fecha (no se muestran aquí)")
        }
        PluralMessage::UndatedLeftOut => {
            forms!(one: "{count} proyecto sin fecha no está incluido", many: "{count} de proyectos sin fecha no están incluidos", other: "{count} proyectos sin fecha no están incluidos")
        }
        PluralMessage::WithoutAmount => {
            forms!(one: "{count} proyecto sin importe en {currency} (no se muestra aquí)", many: "{count} de proyectos sin importe en {currency} (no se muestran aquí)", other: "{count} proyectos sin importe en {currency} (no se muestran aquí)")
        }
        PluralMessage::PlacesNotShown => {
            forms!(one: "{count} lugar más no se muestra", many: "{count} de lugares más no se muestran", other: "{count} lugares más no se muestran")
        }
        PluralMessage::SelectedOfFacet => forms!(
            one: "{count} seleccionado",
            many: "{count} de seleccionados",
            other: "{count} seleccionados",
        ),
        PluralMessage::EmptyValues => forms!(
            one: "{count} opción sin proyectos",
            many: "{count} de opciones sin proyectos",
            other: "{count} opciones sin proyectos",
        ),
        PluralMessage::FurtherFilters => {
            forms!(one: "y {count} filtro más", many: "y {count} de filtros más", other: "y {count} filtros más")
        }
        PluralMessage::FurtherNotices => {
            forms!(one: "Hay {count} más que no se muestra.", many: "Hay {count} más que no se muestran.", other: "Hay {count} más que no se muestran.")
        }
        PluralMessage::Times => {
            forms!(one: "{count} vez", many: "{count} de veces", other: "{count} veces")
        }
        PluralMessage::Further => {
            forms!(one: "{count} más", many: "{count} más", other: "{count} más")
        }
        PluralMessage::OrganisationsNotDrawn => {
            forms!(one: "No se muestra {count} organización más, con menos proyectos.", many: "No se muestran {count} de organizaciones más, con menos proyectos.", other: "No se muestran {count} organizaciones más, con menos proyectos.")
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
        LoaderMessage::Loading => "Cargando proyectos…",
        LoaderMessage::Failed => "No se pudieron cargar los proyectos.",
        LoaderMessage::Stalled => {
            "La carga se detuvo. Se reanudará cuando se restablezca la conexión."
        }
        LoaderMessage::Broken => {
            "Algo salió mal. Recargue la página para continuar; se conservarán los filtros."
        }
        LoaderMessage::TryAgain => "Reintentar",
        LoaderMessage::Program => "la aplicación",
        LoaderMessage::NoWebAssembly => "no es compatible con WebAssembly",
        LoaderMessage::NoAnswer => "no hubo respuesta o se interrumpió la conexión",
        LoaderMessage::Status => "el servidor devolvió el código {status}",
        LoaderMessage::Refused => "su navegador no pudo ejecutarla ({reason})",
        LoaderMessage::Altered => "el archivo no coincide con la versión publicada",
        LoaderMessage::Failure => "{name}: {reason}.",
        LoaderMessage::Readable => {
            "No se pudo cargar el explorador interactivo. Aún puede leer los proyectos a continuación."
        }
        LoaderMessage::NotShared => {
            "no hubo respuesta, o el otro sitio no permite acceder a este archivo. El servidor de ese sitio tiene que enviar «Access-Control-Allow-Origin: *»; si no es posible, muestre los proyectos en un iframe"
        }
        LoaderMessage::NotServed => "esta no es una dirección web válida",
        LoaderMessage::Kept => "Sin conexión. Se muestran los proyectos guardados el {date}.",
        LoaderMessage::Update => "Hay una nueva versión disponible.",
        LoaderMessage::ShowUpdate => "Actualizar",
        LoaderMessage::NotNow => "Más tarde",
        LoaderMessage::Dismiss => "Cerrar",
        #[allow(
            unreachable_patterns,
            reason = "reached only by a message without a text"
        )]
        _ => return None,
    })
}

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
