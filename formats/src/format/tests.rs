use super::*;
use proptest::prelude::*;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn recognised(bytes: &[u8]) -> Result<Format, String> {
    let mut findings = Findings::default();
    let format = recognise(bytes, &mut findings);
    match (format, findings.kept()) {
        (Some(format), []) => Ok(format),
        (None, [finding]) => {
            assert_eq!(
                (finding.code, finding.severity),
                ("format-unsupported", Severity::Error)
            );
            assert!(finding.help.is_some());
            Err(finding.message.clone())
        }
        other => panic!("{other:?}"),
    }
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

#[test]
fn a_text_is_recognised_by_its_content() {
    let cases: &[(&str, Format)] = &[
        ("{\"title\": \"x\", \"projects\": []}", Format::Portfolio),
        (
            "\u{FEFF}\n{\"a\": {\"features\": []}, \"b\": \"\\\"grants\\\": [\", \"projects\": [",
            Format::Portfolio,
        ),
        (
            "{\"type\": \"FeatureCollection\", \"features\": []}",
            Format::Geojson,
        ),
        ("{\"features\": [", Format::Geojson),
        (
            "{ \"type\" : \"Feature\", \"properties\": {}}",
            Format::Geojson,
        ),
        ("{\"grants\": [{}]}", Format::ThreeSixtyGiving),
        ("<iati-activities version=\"2.03\">", Format::Iati),
        (
            "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<iati-activity>",
            Format::Iati,
        ),
        (
            "<!DOCTYPE x [<!ENTITY a \"b\">]><iati:iati-activities xmlns:iati='x'>",
            Format::Iati,
        ),
        (
            "<result><total>1</total><iati-activity/></result>",
            Format::Iati,
        ),
        ("a,b\n1,2\n", Format::Csv),
        ("a;b\n", Format::Csv),
        ("sep=,\na\n", Format::Csv),
        (
            "name, country, start\nx, KE, 2012\ny, UG, 2013\n",
            Format::Csv,
        ),
        (
            "id;title;text;end\n1;x;a\nb\nc;2012\n2;y;d\n3;z;e;2013\n",
            Format::Csv,
        ),
        (
            "Wells in Chad\n\nObjective: water, for all\nDuration: 2012, 2013\n",
            Format::Text,
        ),
        ("<b>Title</b>,Country\nx,KE\ny,UG\n", Format::Csv),
        ("[Title],Country\nx,KE\n", Format::Csv),
        ("Title: Wells\nCountry: Chad\n", Format::Text),
        ("Title:\tWells\nCountry:\tChad\n", Format::Text),
        (
            "Title\tWells\nCountry\tChad\nTitle\tRoads\nCountry\tMali\n",
            Format::Text,
        ),
        (
            "The project, which began in 2012, ended.\nIt built wells, roads, and more.\n",
            Format::Text,
        ),
        ("title\n", Format::Text),
    ];
    for (text, expected) in cases {
        assert_eq!(recognised(text.as_bytes()), Ok(*expected), "{text}");
        let utf16: Vec<u8> = "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(recognised(&utf16), Ok(*expected), "{text} in UTF-16");
    }
}

#[test]
fn the_samples_are_recognised() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let expected = match name.rsplit_once('.').unwrap() {
            ("expected", "json") => continue,
            (_, "csv") | ("unicode-text-utf16le", _) => Format::Csv,
            (_, "xlsx") => Format::Xlsx,
            (_, "xml") => Format::Iati,
            (_, "geojson") => Format::Geojson,
            ("seed", "txt") => Format::Text,
            (name, "txt") if name.starts_with("labelled") => Format::Text,
            _ => panic!("{name}"),
        };
        assert_eq!(
            recognised(&std::fs::read(&path).unwrap()),
            Ok(expected),
            "{name}"
        );
        count += 1;
    }
    assert!(count > 20);
}

#[test]
fn workbooks_are_recognised_by_their_parts() {
    let xlsx = archive(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]);
    assert_eq!(recognised(&xlsx), Ok(Format::Xlsx));
    let ods = archive(&[("mimetype", ODS), ("content.xml", "")]);
    assert_eq!(recognised(&ods), Ok(Format::Ods));
    // Cut off.
    assert_eq!(recognised(&xlsx[..xlsx.len() / 2]), Ok(Format::Xlsx));
}

#[test]
fn what_is_not_supported_is_named() {
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let compound = |part: &str| {
        [
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            &[0; 600][..],
            &utf16(part),
        ]
        .concat()
    };
    let text = |text: &str| text.as_bytes().to_vec();
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "an empty file"),
        (text("\u{FEFF} \r\n"), "an empty file"),
        (vec![0; 100], "an empty file"),
        (b"%PDF-1.7\n".to_vec(), "a PDF"),
        (text("{\\rtf1\\ansi x}"), "RTF"),
        (compound("Workbook"), ".xls"),
        (compound("EncryptedPackage"), "password"),
        (compound("WordDocument"), "Word"),
        (archive(&[("word/document.xml", "")]), "Word"),
        (archive(&[("ppt/presentation.xml", "")]), "presentation"),
        (archive(&[("xl/workbook.bin", "")]), ".xlsb"),
        (
            archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]),
            "OpenDocument text",
        ),
        (
            archive(&[("a.csv", "x"), ("b.csv", "y")]),
            "2 files: a.csv, b.csv",
        ),
        (archive(&[]), "an empty archive"),
        (archive(&[("doc.kml", "")]), "KMZ"),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "a picture"),
        (b"\x1F\x8B\x08".to_vec(), "gzip"),
        ((0..=255).cycle().take(900).collect(), "a binary file"),
        (text("<!DOCTYPE html>\n<html><body><table>"), "a web page"),
        (
            text("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"),
            "a web page",
        ),
        (text("<table><tr><td>a,b</td></tr></table>"), "a web page"),
        (
            text(
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            ),
            "Excel 2003",
        ),
        (
            text("<?xml version=\"1.0\"?><office:document office:version=\"1.2\">"),
            "flat OpenDocument",
        ),
        (
            text("<?xml version=\"1.0\"?><iati-organisations version=\"2.03\">"),
            "organisation file",
        ),
        (text("<?xml version=\"1.0\"?><catalogue/>"), "“catalogue”"),
        (text("<?xml version=\"1.0\"?>"), "XML"),
        (text("<rss version=\"2.0\">x</rss>"), "news feed"),
        (text("[{\"title\": \"x\"}]"), "JSON that is a list"),
        (text("{\"a\": 1}\n{\"a\": 2}\n"), "newline-delimited JSON"),
        (text("{\"grants\": 5}"), "JSON without"),
        (text("{\"type\":\"Topology\"}"), "TopoJSON"),
    ];
    for (bytes, what) in cases {
        let message = recognised(&bytes).expect_err(what);
        assert!(message.contains(what), "{message} does not name {what}");
    }
}

#[test]
fn deep_and_long_texts_are_recognised_without_a_stack() {
    let depth = 200_000;
    let nested = format!(
        "{{\"a\": {}1{}, \"projects\": []}}",
        "[".repeat(depth),
        "]".repeat(depth)
    );
    assert_eq!(recognised(nested.as_bytes()), Ok(Format::Portfolio));
    let long = format!("{{\"a\": \"{}\", \"grants\": []}}", "x".repeat(3 << 20));
    assert_eq!(recognised(long.as_bytes()), Ok(Format::ThreeSixtyGiving));
    for part in [
        "{\"a\":", "[", "<a>", "<!--", "<?a ", "<!", "<![", "a,", "\"",
    ] {
        let _ = recognised(part.repeat(depth).as_bytes());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_recognised_or_named(bytes in proptest::collection::vec(any::<u8>(), 0..200), start in 0_usize..8) {
        let starts: [&[u8]; 8] = [b"", b"PK\x03\x04", b"{\"", b"<", b"<?xml", b"\xFF\xFE", b"[{", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];
        let _ = recognised(&[starts[start], &bytes].concat());
    }
}
