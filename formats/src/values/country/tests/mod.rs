use super::table::{ALIASES, NAMES, table};
use super::*;
use atlas_engine::country;

mod lists;

fn shown(written: Option<&Written>) -> String {
    match written {
        None => "-".to_owned(),
        Some(Written::Country { code, how }) => match how {
            How::Code | How::Name => code.to_string(),
            How::Part => format!("part of {code}"),
            How::Misspelt => format!("{code}?"),
        },
        Some(Written::Successors(codes)) => {
            let codes: Vec<_> = codes.iter().map(ToString::to_string).collect();
            codes.join("+")
        }
        Some(Written::Region) => "region".to_owned(),
    }
}

fn read_as(text: &str) -> String {
    shown(parse(text).as_ref())
}

/// Checks that each text, separated by `|`, is read as expected, and names all that are not.
fn check(cases: &[(&str, &str)]) {
    let texts = cases
        .iter()
        .flat_map(|(expected, texts)| texts.split('|').map(move |text| (*expected, text)));
    let wrong = texts.filter_map(|(expected, text)| {
        let found = read_as(text);
        (found != expected).then(|| format!("{text}: {found}, not {expected}"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names that are no country's alone, or also something else.
const AMBIGUOUS_NAMES: [&str; 5] = [
    "Kongo: -, not CD",
    "Congo: -, not CG",
    "Kongo: -, not CG",
    "RU: RU, not GB",
    "Somali: -, not SO",
];

#[test]
fn every_name_and_code_in_every_language_is_read_as_its_country() {
    let mut exceptions = Vec::new();
    let mut countries = 0;
    for line in NAMES.lines().skip(1) {
        let mut cells = line.split('\t');
        let (key, number) = (cells.next().unwrap(), cells.next().unwrap());
        let code = CountryCode::parse(key).filter(|code| country::name(*code).is_some());
        if code.is_none() {
            continue;
        }
        countries += 1;
        let short = number.trim_start_matches('0');
        assert_eq!(read_as(key), key);
        assert_eq!(read_as(number), key);
        assert_eq!(shown(parse_code(short).as_ref()), key, "{short}");
        let small = key.to_lowercase();
        assert_eq!(shown(parse_code(&small).as_ref()), key, "{small}");
        for name in cells.filter(|name| !name.is_empty()) {
            for name in [name.to_owned(), name.to_uppercase()] {
                let found = read_as(&name);
                if found != key {
                    exceptions.push(format!("{name}: {found}, not {key}"));
                }
            }
        }
    }
    assert_eq!(countries, 250);
    let is_expected = |it: &String| {
        AMBIGUOUS_NAMES
            .iter()
            .any(|known| it.eq_ignore_ascii_case(known))
    };
    exceptions.retain(|it| !is_expected(it));
    assert_eq!(exceptions, Vec::<String>::new());
}

#[test]
fn every_alias_is_read_as_what_it_is_listed_for() {
    let mut wrong = Vec::new();
    for line in ALIASES.lines().skip(1) {
        let mut cells = line.split('\t');
        let (kind, codes) = (cells.next().unwrap(), cells.next().unwrap());
        let expected = match kind {
            "country" => codes.to_owned(),
            "part" => format!("part of {codes}"),
            "successors" => codes.replace(' ', "+"),
            "region" => "region".to_owned(),
            "none" => "-".to_owned(),
            kind => {
                assert_eq!(kind, "region word");
                continue;
            }
        };
        for code in codes.split_whitespace() {
            assert!(
                CountryCode::parse(code).and_then(country::name).is_some(),
                "{code}"
            );
        }
        for name in cells {
            let found = read_as(name);
            if found != expected {
                wrong.push(format!("{name}: {found}, not {expected}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_names_that_the_page_searches_for_are_read_as_their_country() {
    // Many are parts of the United Kingdom.
    for code in country::all() {
        for name in country::name(code).iter().chain(country::aliases(code)) {
            let found = parse(name);
            assert!(
                matches!(found, Some(Written::Country { code: found, .. }) if found == code),
                "{name}: {found:?}"
            );
        }
    }
}

#[test]
fn countries_are_read_by_their_codes() {
    check(&[
        ("KE", "KE|KEN|404|[KE]|(KE)|\"KE\"| KE "),
        ("GR", "EL|GR|GRC"),
        ("GB", "UK|GB|GBR|U.K."),
        ("XK", "XK|XKX|XKO|KOS|KSV|983|412"),
        ("NA", "NA|NAM"),
        ("RO", "ROU|ROM"),
        ("TL", "TP|TMP|TL|TLS"),
        ("AF", "004|AFG"),
        (
            "-",
            "ke|no|in|de|it|is|Ke|ken|us|GER|SUI|QQ|XX|A1|4|04|0004|4040|EN",
        ),
    ]);
    for (text, expected) in [
        ("ke", "KE"),
        ("no", "NO"),
        ("el", "GR"),
        ("uk", "GB"),
        ("xkx", "XK"),
        ("ken", "KE"),
        ("Kenya", "KE"),
        ("zz", "-"),
        ("cs", "RS+ME"),
        ("eu", "region"),
        ("", "-"),
    ] {
        assert_eq!(shown(parse_code(text).as_ref()), expected, "{text}");
    }
    for (text, expected) in [
        ("4", "AF"),
        ("04", "AF"),
        ("004", "AF"),
        ("404.0", "KE"),
        ("2", "region"),
        ("1030", "region"),
        ("999", "-"),
        ("Kenya", "KE"),
        ("0004", "-"),
        ("-4", "AF"),
        ("", "-"),
    ] {
        assert_eq!(shown(parse_code(text).as_ref()), expected, "{text}");
    }
}

#[test]
fn countries_are_read_by_former_short_inverted_and_abbreviated_names() {
    check(&[
        (
            "BA",
            "BiH|Bosnia|Bosnia-Hercegovina|BOSNIA AND HERZEGOVINA|Bosnien-Herzegowina|Босна и Херцеговина",
        ),
        (
            "BO",
            "Bolivia, Plurinational State of|Bolivia (Plurinational State of)",
        ),
        ("BS", "Bahamas, The|The Bahamas|Bahamas (the)"),
        (
            "CD",
            "Congo, Dem. Rep.|RDC|DRC|D.R. Congo|DR Congo|Zaire|Congo (DRC)|Congo, République démocratique du|CONGO, DEMOCRATIC REPUBLIC OF THE|Rép. dém. du Congo",
        ),
        (
            "CF",
            "CENTRAFRICAINE, REPUBLIQUE|RCA|CAR|Central African Rep.|Rép. centrafricaine",
        ),
        (
            "CG",
            "Congo, Rep.|Congo (Brazzaville)|Congo (the)|Republic of Congo",
        ),
        (
            "CI",
            "Ivory Coast|Cote d'Ivoire|COTE D'IVOIRE|Côte d`Ivoire|Elfenbeinküste|Cote d’Ivoire (Ivory Coast)",
        ),
        ("CV", "Cape Verde|Cabo Verde|Cabo-Verde"),
        ("CZ", "Czech Republic|Česká republika|Czechia|Rép. tchèque"),
        (
            "DE",
            "East Germany|GDR|Germany, Federal Republic of|Bundesrepublik Deutschland",
        ),
        ("EG", "Egypt, Arab Rep.|Egypt, Arab Republic of"),
        (
            "GB",
            "United Kingdom of Great Britain and Northern Ireland (the)|Great Britain",
        ),
        ("GN", "Guinea|Guinea (Conakry)|Guinée"),
        ("GQ", "Guinea, Equatorial|Equatorial Guinea"),
        ("IR", "Iran, Islamic Republic of|Iran (Islamic Republic of)"),
        (
            "KE",
            "Republic of Kenya|République du Kenya|Republik Kenia|Kenya, Republic of|the Kenya|KENIA|kenya",
        ),
        (
            "KP",
            "Korea, Dem. People's Rep.|North Korea|N. Korea|Korea (North)|Korea, D.P.R.",
        ),
        (
            "KR",
            "Korea, Republic of|Korea, Rep.|Republic of Korea|S. Korea|Corée, République de",
        ),
        ("LA", "Lao PDR|Lao P.D.R.|LAO PEOPLE'S DEMOCRATIC REPUBLIC"),
        ("LC", "St. Lucia|St Lucia|Saint Lucia|Sainte-Lucie"),
        (
            "MD",
            "Moldova, Rep. of|Moldova, Republic of|Republica Moldova|Moldawien|R. Moldova",
        ),
        (
            "MK",
            "Macedonia, FYR|FYROM|Fyrom|FYR Macedonia|Macedonia (FYROM)|Северна Македонија",
        ),
        ("MM", "Burma|Myanmar (Burma)|Birma"),
        ("PG", "PNG|P.N.G.|Papua New-Guinea"),
        (
            "PS",
            "West Bank & Gaza Strip|West Bank and Gaza|oPt|OPT|Palestinian Territory, Occupied|State of Palestine|Cisjordanie et bande de Gaza",
        ),
        ("RE", "Réunion|La Réunion|Reunion Island|Réunion (France)"),
        ("SZ", "Swaziland|Eswatini"),
        ("TL", "Timor Leste|East Timor|Timor-Leste"),
        ("TR", "Turkey|Türkiye|Turkiye|TÜRKİYE|Turquie"),
        (
            "TZ",
            "TANZANIE, REPUBLIQUE-UNIE DE|Tanzania, United Rep. of|Tanzania, United Republic of",
        ),
        (
            "US",
            "USA|U.S.A.|U.S.|United States|États-Unis|EE.UU.|Etats-Unis d'Amérique",
        ),
        (
            "VC",
            "St. Vincent & the Grenadines|Saint Vincent and the Grenadines",
        ),
        ("VE", "Venezuela, RB|Venezuela (Bolivarian Republic of)"),
        (
            "XK",
            "Kosovo*|Kosovo (UNSCR 1244)|Kosovo (under UNSCR 1244/99)|Kosovo (This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999)|Kosovë|Kosova|Косово|Republic of Kosovo",
        ),
    ]);
}

#[test]
fn what_is_beside_a_name_is_left_out() {
    check(&[
        (
            "KE",
            "Kenya [KE]|Kenya (KE)|Kenia – KE|KE - Kenya|KE: Kenya|KE Kenya|Kenya KE|Kenya, KE|KEN | Kenya|Kenya (60%)|60% Kenya|Kenya: 60 %|Kenya - 60.5%|Kenya (Nairobi)|Kenya / Kenia|• Kenya|Kenya.|“Kenya”|Kenya (Africa)|KE (60 %)",
        ),
        ("RO", "Romania (RO)|RO – Romania"),
        ("MD", "MD - Moldova"),
        (
            "DE",
            "Deutschland (Germany)|Deutschland / Germany / Allemagne",
        ),
        ("CD", "Congo (DRC) (60 %)"),
        ("RE", "France (Réunion)"),
        (
            "part of GB",
            "Northern Ireland (UK)|Scotland, UK|GB - England|Northern Ireland (60 %)",
        ),
        (
            "-",
            "KE - Uganda|Kenya (Uganda)|Kenya (Uganda, Tanzania)|Jordan (USA)|DJ (disc jockey)|Georgia, USA",
        ),
    ]);
    for (text, expected) in [
        ("Kenya (60 %)", ("Kenya", Some("60"))),
        ("60% Kenya", ("Kenya", Some("60"))),
        ("Kenya: 12,5%", ("Kenya", Some("12,5"))),
        ("Congo (DRC): 33.3 %", ("Congo (DRC)", Some("33.3"))),
        ("100%", ("100%", None)),
        ("Kenya", ("Kenya", None)),
        ("COVID19% x", ("COVID19% x", None)),
        ("20% Kenya 30% Uganda", ("20% Kenya 30% Uganda", None)),
    ] {
        assert_eq!(split_share(text), expected, "{text}");
    }
}

#[test]
fn parts_of_countries_are_read_as_their_country() {
    check(&[
        (
            "part of GB",
            "Northern Ireland|England|Scotland|Wales|N. Ireland|Nordirland|Irlande du Nord|Écosse",
        ),
        ("part of PT", "Azores|Açores|Madeira"),
        (
            "part of ES",
            "Canary Islands|Canarias|Kanarische Inseln|Ceuta|Ceuta & Melilla",
        ),
        ("part of TZ", "Zanzibar"),
        ("part of SO", "Somaliland|Puntland"),
        (
            "part of IQ",
            "Kurdistan (Iraq)|Iraqi Kurdistan|Kurdistan Region of Iraq",
        ),
        ("part of BA", "Republika Srpska"),
        ("part of PS", "Gaza|Gaza Strip|West Bank"),
        ("RE", "Réunion|RE|Reunion"),
        ("YT", "Mayotte"),
        ("GP", "Guadeloupe"),
        ("HK", "Hong Kong|Hong Kong SAR, China|China, Hong Kong SAR"),
        ("GL", "Greenland|Grønland"),
        (
            "-",
            "Crimea|Autonomous Republic of Crimea|Northern Cyprus|Donetsk People's Republic",
        ),
    ]);
}

#[test]
fn former_states_are_read_as_their_successors() {
    check(&[
        (
            "RS+ME",
            "Serbia and Montenegro|Serbia & Montenegro|CS|SCG|FRY|State Union of Serbia and Montenegro|Federal Republic of Yugoslavia|Србија и Црна Гора|Serbien und Montenegro|Serbie-et-Monténégro",
        ),
        (
            "BA+HR+ME+MK+RS+SI",
            "Yugoslavia|YU|SFRY|Former Yugoslavia|Yugoslavia (former)|Jugoslawien|Socialist Federal Republic of Yugoslavia",
        ),
        (
            "CZ+SK",
            "Czechoslovakia|CSFR|Tschechoslowakei|Československo",
        ),
        (
            "AM+AZ+BY+EE+GE+KG+KZ+LT+LV+MD+RU+TJ+TM+UA+UZ",
            "USSR|Soviet Union|URSS|UdSSR|Former Soviet Union",
        ),
        ("BQ+CW+SX", "Netherlands Antilles|AN|NETHERLAND ANTILLES"),
        ("SD+SS", "Sudan (former)"),
    ]);
}

#[test]
fn regions_are_no_countries() {
    check(&[(
        "region",
        "Multi-country|Multi Country|Multicountry|Global|GLOBAL|Worldwide|Regional|Various|Various countries|Africa, regional|Africa Regional|Europe|EU27|EU|European Union|International|Western Africa|West Africa|West and Central Africa|Sub-Saharan Africa|South of Sahara, regional|Oceania, regional|Asia|Middle East|MENA|Latin America and the Caribbean|Western Balkans|Other|Others|Developing countries, unspecified|America, regional|Afrique de l'Ouest|Afrique|Amérique latine|Westafrika|Weltweit|Mondial|Monde|Plusieurs pays|Mehrere Länder|Varios países|África|América Latina|Повеќе земји|Европа|Западен Балкан|Африка|عالمي|أفريقيا|الشرق الأوسط|Eastern and Southern Africa|Central Asia|South Asia|Southern Africa|Caribbean|002|Northern Africa|South-East Asia|Micronesia, regional|Middle East, regional|Extrême-Orient, régional|States Ex-Yugoslavia unspecified|Europe de l'Est|Osteuropa",
    )]);
}

#[test]
fn misspelt_names_are_read_if_no_other_word_is_meant() {
    check(&[
        ("ET?", "Ethopia|Ethiopa|Ehtiopia"),
        ("KE?", "Keniya|Keyna"),
        ("MD?", "Maldova"),
        ("PH?", "Phillipines|Philipinnes"),
        ("AZ?", "Azerbeidjan|Azerbaijann"),
        (
            "BA?",
            "Bosnia and Herzegovinia|Bosnia and Herzegowina Republic",
        ),
        ("UG?", "Ugnada|Uganada"),
        ("ZW?", "Zimbawbe|Zimbabawe"),
        ("AF?", "Afghanisthan|Afghanstan"),
        ("BD?", "Bangaldesh|Bangledesh"),
        ("KG?", "Kyrgistan|Kyrgyztan"),
        ("SS?", "SouthSudan|South Sudann"),
        ("TN?", "Tunesia"),
        ("CZ+SK", "Czechoslavakia"),
        ("CO", "Columbia|Colombia"),
        (
            "-",
            "Keny|Kenyan|Kenyans|Iraqi|Georgian|Algerians|Congos|Korea|Koreaa|Georgina|Angela|Susan|Cyrus|Hungry|Begin|Nigel|Styria|Lagos|Imran|Osman|George|Austrian|Australian|Nigerian|Nigerien|Dominican|Guinean|Jordanian",
        ),
        ("NE", "Niger"),
        ("NG", "Nigeria"),
        ("AT", "Austria"),
        ("AU", "Australia"),
        ("IR", "Iran"),
        ("IQ", "Iraq"),
        ("ML", "Mali"),
        ("MW", "Malawi"),
        ("GM", "Gambia"),
        ("ZM", "Zambia"),
        ("DM", "Dominica"),
        ("DO", "Dominican Republic"),
        ("SK", "Slovakia"),
        ("SI", "Slovenia"),
    ]);
    for (text, expected) in [
        ("Maldova", "MD"),
        ("Kenja", "KE"),
        ("kenya", "KE"),
        ("Ungary", "HU"),
        ("Repulic of Moldova", "MD"),
        ("Hungry", "-"),
        ("Atlantis", "-"),
        ("Multi-country", "-"),
        ("", "-"),
        ("be", "BE"),
    ] {
        let found = suggest(text).map_or("-".to_owned(), |code| code.to_string());
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn nothing_is_turned_into_a_country_that_is_none() {
    let texts = include_str!("no_countries.txt").lines();
    let texts = texts.flat_map(|line| line.split('|')).map(str::trim);
    let mut count = 0;
    let mut wrong = Vec::new();
    for text in texts {
        count += 1;
        if matches!(
            parse(text),
            Some(Written::Country { .. } | Written::Successors(_))
        ) {
            wrong.push(format!("{text}: {}", read_as(text)));
        }
    }
    assert!(count > 500, "{count}");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn numbers_are_of_countries_once() {
    assert!(table().number("383").is_some());
    assert_eq!(table().number("1000"), None);
}
