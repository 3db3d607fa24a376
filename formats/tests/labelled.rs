//! Texts with labels, from bytes to projects.

use atlas_engine::portfolio::Portfolio;
use atlas_formats::encoding::Decoder;
use atlas_formats::{Format, Options, Reading, read_with};

struct NoDecoder;

impl Decoder for NoDecoder {
    fn decode(&self, _: &[u8], _: &str) -> Option<String> {
        None
    }

    fn guess(&self, _: &[u8]) -> &'static str {
        "windows-1252"
    }
}

fn read(text: &str) -> Reading {
    let options = Options {
        format: Some(Format::Text),
        ..Options::default()
    };
    read_with(text.as_bytes(), &options, &NoDecoder)
}

#[test]
fn probe() {
    for entry in std::fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/samples/labelled"
    ))
    .unwrap()
    {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        dump(&path.display().to_string(), &text);
    }
    dump("seed", include_str!("samples/seed.txt"));
}

fn dump(name: &str, text: &str) {
    let reading = read(text);
    println!("=== {name}");
    for column in &reading.mapping.columns {
        println!(
            "  {} -> {} {:?}",
            column.heading,
            String::from(column.field.clone()),
            column.separator
        );
    }
    let list = reading.portfolio.unwrap_or_else(Portfolio::default);
    println!("{:?}", list.title);
    for it in &list.projects {
        println!(
            "- {:?} ac={:?} {:?}..{:?} {:?}",
            it.title, it.acronym, it.start, it.end, it.status
        );
        println!(
            "   c={:?}",
            it.countries
                .iter()
                .map(|c| format!("{c:?}"))
                .collect::<Vec<_>>()
        );
        println!(
            "   d={:?}\n   i={:?}\n   p={:?}",
            it.donors, it.implementing, it.partners
        );
        println!(
            "   docs={:?} links={:?} rel={:?} b={:?} f={:?}",
            it.documents, it.links, it.related, it.budget, it.fields
        );
    }
    for it in reading.findings.kept() {
        println!(
            "  ! {:?} {} {} {}",
            it.severity, it.code, it.place, it.message
        );
    }
}
