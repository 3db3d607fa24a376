use super::*;
use crate::finding::Place;
use encoding_rs::Encoding;
use proptest::prelude::*;

fn decoded(bytes: &[u8]) -> (String, String, Findings) {
    let mut findings = Findings::default();
    let (text, name) = decode(bytes, None, &NativeDecoder, &mut findings);
    (text, name, findings)
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.kept().iter().map(|it| it.code).collect()
}

/// Encodes as a publisher's program would.
fn encoded(text: &str, name: &str) -> Vec<u8> {
    if cp437::is_name(name) {
        let byte = |it: char| {
            let all = 0..=255_u8;
            let mut found = all.filter(|byte| cp437::decode(&[*byte]).starts_with(it));
            found.next().unwrap()
        };
        return text.chars().map(byte).collect();
    }
    let encoding = Encoding::for_label(name.as_bytes()).unwrap();
    let (bytes, _, has_faults) = encoding.encode(text);
    assert!(!has_faults, "{text:?} is not in {name}");
    bytes.into_owned()
}

/// Texts of lists in the encodings that their programs write: whole rows, and headings alone.
const TEXTS: &[(&str, &str)] = &[
    (
        "Name des Begünstigten;Brücke für Fußgänger\r\n",
        "windows-1252",
    ),
    ("Projekttitel;Förderung in €\n", "windows-1252"),
    ("Träger;Übersicht – Stand “2020”\n", "windows-1252"),
    (
        "Numéro;Intitulé du projet;Bénéficiaire\n1;École à côté;Mairie\n",
        "windows-1252",
    ),
    ("N°;Première année;Coût\n", "windows-1252"),
    (
        "Título;Descripción;País;Año\n¿Qué?;Educación;España;2015\n",
        "windows-1252",
    ),
    (
        "Designação do projeto;Início;Conclusão;Região\n",
        "windows-1252",
    ),
    (
        "Titel;Startår;Område;Kommune\nSkole på øen;2012;Færøerne;Århus\n",
        "windows-1252",
    ),
    ("Hankkeen nimi;Päättymispäivä;Myönnetty\n", "windows-1252"),
    (
        "Nazwa projektu;Tytuł;Beneficjent;Województwo\nŻłobek;Śląsk;Gmina Łódź;śląskie\n",
        "windows-1250",
    ),
    (
        "Název projektu;Příjemce;Začátek;Výše podpory\nŠkola;Město Žďár;2015;5\n",
        "windows-1250",
    ),
    (
        "Názov projektu;Prijímateľ;Začiatok;Výška príspevku\n",
        "windows-1250",
    ),
    (
        "A projekt címe;Kedvezményezett;Megítélt támogatás;Időszak\nFűtés;Győr;5;2012\n",
        "windows-1250",
    ),
    (
        "Naziv projekta;Početak;Završetak;Županija\nŠkola;2015;2016;Šibensko-kninska županija\n",
        "windows-1250",
    ),
    (
        "Tytuł;Źródło;Żłobek\nŁódź;Świętokrzyskie;żółć\n",
        "iso-8859-2",
    ),
    (
        "Projekto pavadinimas;Pareiškėjas;Pradžia;Šalis\nVaikų darželis;Šiaulių miestas;2015;Lietuva\n",
        "windows-1257",
    ),
    (
        "Projekta nosaukums;Finansējuma saņēmējs;Sākums\nSkolu ēkas;Rīga;2015\n",
        "windows-1257",
    ),
    (
        "Proje adı;Başlangıç;Bitiş;Ülke\nOkul yapımı;2015;2016;Türkiye\nŞehir içi ulaşım;İzmir;2016;Türkiye\n",
        "windows-1254",
    ),
    (
        "Τίτλος έργου;Δικαιούχος;Έναρξη\nΓέφυρα;Δήμος Αθηναίων;2015\n",
        "windows-1253",
    ),
    (
        "Название проекта;Начало;Страна\nШкола;2015;Россия\n",
        "windows-1251",
    ),
    (
        "Назва проекту;Початок;Країна\nШкола;2015;Україна\n",
        "windows-1251",
    ),
    (
        "Наименование на проекта;Бенефициент;Начало\nУчилище;Община Русе;2015\n",
        "windows-1251",
    ),
    (
        "Наслов на проектот;Почеток;Земја\nЏез училиште;2015;Македонија\n",
        "windows-1251",
    ),
    (
        "Название проекта;Начало;Страна\nШкола;2015;Россия\n",
        "koi8-u",
    ),
    (
        "Название проекта;Начало;Страна\nШкола;2015;Россия\n",
        "ibm866",
    ),
    (
        "Intitulé;Bénéficiaire;Région\nÉcole à côté;Mairie;Île-de-France\n",
        "macintosh",
    ),
    (
        "Begünstigter;Maßnahme\nStraße;Brücke für Fußgänger\n",
        "macintosh",
    ),
    ("Título;País\nEducación de niños;España\n", "macintosh"),
    (
        "Begünstigter;Maßnahme\nStraße;Brücke für Fußgänger\n",
        "IBM437",
    ),
    ("Intitulé;Bénéficiaire\nÉcole à côté;Mairie\n", "IBM437"),
    ("Título;País\nEducación de niños;España\n", "IBM437"),
    (
        "プロジェクト名,国\n学校の建設,日本\n橋,ケニア\n",
        "shift_jis",
    ),
    ("项目名称,国家\n学校建设,中国\n桥梁,肯尼亚\n", "gbk"),
    (
        "اسم المشروع;البلد;التاريخ\nبناء مدرسة;الأردن;2015\n",
        "windows-1256",
    ),
];

#[test]
fn texts_are_read_in_the_encoding_they_were_written_in() {
    let mut wrong = Vec::new();
    for (text, name) in TEXTS {
        let (read, found, findings) = decoded(&encoded(text, name));
        if read != *text {
            wrong.push(format!("{name} as {found}: {read}"));
        }
        assert_eq!(codes(&findings), ["encoding-assumed"], "{text}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_assumption_shows_how_a_word_reads() {
    let (_, name, findings) = decoded(b"Projekt;Brief an die Gr\xFCnauer B\xFCrger\n");
    assert_eq!(name, "windows-1252");
    assert!(findings.kept()[0].message.contains("“Grünauer”"));
}

#[test]
fn unicode_is_read_with_and_without_its_mark() {
    let text = "Título,País\r\nČeská škola,CZ\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases: [(Vec<u8>, &str, &[&str]); 6] = [
        (text.as_bytes().to_vec(), "UTF-8", &[]),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8", &[]),
        ([b"\xFF\xFE", &little[..]].concat(), "UTF-16LE", &[]),
        ([b"\xFE\xFF", &big[..]].concat(), "UTF-16BE", &[]),
        (little, "UTF-16LE", &["encoding-assumed"]),
        (big, "UTF-16BE", &["encoding-assumed"]),
    ];
    for (bytes, expected, expected_codes) in cases {
        let (read, name, findings) = decoded(&bytes);
        assert_eq!((read.as_str(), name.as_str()), (text, expected));
        assert_eq!(codes(&findings), expected_codes, "{expected}");
    }
}

#[test]
fn a_given_encoding_is_used_and_an_unknown_one_is_reported() {
    let mut findings = Findings::default();
    let (text, name) = decode(
        b"\x8Acole",
        Some("macintosh"),
        &NativeDecoder,
        &mut findings,
    );
    assert_eq!((text.as_str(), name.as_str()), ("äcole", "macintosh"));
    let (text, _) = decode(b"\x84", Some("cp437"), &Utf8Only, &mut findings);
    assert_eq!(text, "ä");
    assert!(findings.kept().is_empty());
    decode(b"a", Some("klingon"), &NativeDecoder, &mut findings);
    assert_eq!(codes(&findings), ["encoding-unknown"]);
}

#[test]
fn a_declaration_is_believed_where_the_bytes_are_not_unicode() {
    let xml = b"<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>Z\xFCrich</a>";
    let (text, name, findings) = decoded(xml);
    assert!(text.contains("Zürich"));
    assert_eq!(name, "ISO-8859-1");
    assert!(findings.kept().is_empty());
    let (text, name, _) =
        decoded("<?xml version='1.0' encoding='ISO-8859-1'?><a>Zürich</a>".as_bytes());
    assert!(text.contains("Zürich") && name == "UTF-8");
}

#[test]
fn few_faults_in_utf8_are_repaired_and_named_by_line_and_column() {
    let bytes = [
        "Título,País\n".as_bytes(),
        b"Educaci\xF3n,",
        "España\ncut \u{20AC}".as_bytes(),
        b"\xE2\x82,x\n",
    ];
    let (text, name, findings) = decoded(&bytes.concat());
    assert_eq!(text, "Título,País\nEducación,España\ncut €\u{FFFD},x\n");
    assert_eq!(name, "UTF-8");
    let places: Vec<_> = findings
        .kept()
        .iter()
        .map(|it| (it.place.clone(), it.repaired))
        .collect();
    assert_eq!(
        places,
        [(Place::line(2, 8), true), (Place::line(3, 6), false)]
    );
}

#[test]
fn utf8_that_was_misread_is_repaired_if_the_whole_text_was() {
    let text = "Förderung;Brücke für „Fußgänger“ – 5 €;Đorđe";
    let misread = |text: &str| {
        let read = text
            .bytes()
            .map(|byte| repair::of_windows_1252(byte).unwrap_or(char::from(byte)));
        read.collect::<String>()
    };
    let once = misread(text);
    assert!(once.contains("Ã¼") && once.contains("â‚¬"));
    for saved in [once.clone(), misread(&once)] {
        let (read, _, findings) = decoded(saved.as_bytes());
        assert_eq!(read, text);
        assert!(
            findings
                .kept()
                .iter()
                .all(|it| it.code == "encoding-repaired" && it.repaired)
        );
        assert!(!findings.kept().is_empty());
    }
    for kept in ["São João, NÃO, Â, ârbol", "FÃ¼r ł", text] {
        assert_eq!(decoded(kept.as_bytes()).0, kept);
    }
}

#[test]
fn controls_and_nul_characters_are_repaired() {
    let (text, _, findings) = decoded("2006\u{96}2009 \u{93}é\u{94}\0\0".as_bytes());
    assert_eq!(text, "2006–2009 “é”");
    assert_eq!(codes(&findings), ["bytes-invalid", "encoding-repaired"]);
}

#[test]
fn without_a_decoder_faults_are_marked() {
    let mut findings = Findings::default();
    let (text, name) = decode(b"a\x81b", None, &Utf8Only, &mut findings);
    assert!(text.contains('b') && !name.is_empty());
    assert!(!findings.kept().is_empty());
}

proptest! {
    #[test]
    fn any_bytes_are_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..300), start in 0_usize..4) {
        let marks: [&[u8]; 4] = [b"", b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF"];
        let (text, _, _) = decoded(&[marks[start], &bytes].concat());
        prop_assert!(text.len() <= 3 * bytes.len());
    }

    #[test]
    fn valid_utf8_without_controls_is_kept(text in "[ -~éüšЖ中]{0,80}") {
        prop_assert_eq!(decoded(text.as_bytes()).0, text);
    }
}
