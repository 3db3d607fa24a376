//! Texts with labels, from bytes to projects.

use atlas_engine::portfolio::{Link, Organisation, Portfolio, Project};
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

fn read_as(format: Format, text: &str) -> Reading {
    let options = Options {
        format: Some(format),
        ..Options::default()
    };
    read_with(text.as_bytes(), &options, &NoDecoder)
}

fn list(text: &str) -> Portfolio {
    read_as(Format::Text, text).portfolio.unwrap_or_default()
}

fn names(organisations: &[Organisation]) -> Vec<&str> {
    organisations.iter().map(|it| it.name.as_str()).collect()
}

fn countries(project: &Project) -> Vec<&str> {
    project
        .countries
        .iter()
        .map(|it| it.code.as_str())
        .collect()
}

fn period(project: &Project) -> [Option<String>; 2] {
    [project.start, project.end].map(|date| date.map(|date| date.to_string()))
}

/// The period, countries, donors, agencies and partners of a project.
type Expected = (
    [&'static str; 2],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

#[test]
fn the_first_list_is_read_whole() {
    const EU: &[&str] = &["European Union"];
    const ICMPD: &[&str] = &["ICMPD"];
    const SERVICE: &str = "Portuguese Immigration and Border Service";
    const COMMISSION: &str = "Portuguese Commission for Citizenship and Gender Equality";
    let list = list(include_str!("samples/seed.txt"));
    assert_eq!(list.title, "Completed Projects");
    let expected: [Expected; 6] = [
        (
            ["2010-09", "2012-06"],
            &["AL", "BA", "BG", "HR", "XK", "MK", "MD", "ME", "RO", "RS"],
            &["United States Agency for International Development"],
            &[],
            &[],
        ),
        (
            ["2010-11", "2012-05"],
            &["MK", "AZ", "MD", "TR"],
            EU,
            ICMPD,
            &[],
        ),
        (
            ["2009-05", "2011-12"],
            &["AM", "AZ", "GE"],
            EU,
            &["International Labour Organisation"],
            &[
                "ICMPD",
                "International Organisation for Migration",
                "Organisation for Security and Cooperation in Europe",
            ],
        ),
        (
            ["2010-10", "2011-09"],
            &["LB"],
            &["United States Department of State"],
            ICMPD,
            &[],
        ),
        (
            ["2009-04", "2011-05"],
            &["BR", "IT", "PT"],
            &["European Union", SERVICE, COMMISSION],
            ICMPD,
            &[SERVICE, COMMISSION, "Associazione On the Road"],
        ),
        (
            ["2007-12", "2010-12"],
            &["AT", "GR", "IT", "RO"],
            EU,
            &["Save the Children Italia"],
            &[
                "ICMPD",
                "universities",
                "IGOs",
                "NGOs and law enforcement agencies based in Austria, Greece, Italy and Romania",
            ],
        ),
    ];
    assert_eq!(list.projects.len(), expected.len());
    let pairs: usize = list.projects.iter().map(|it| it.countries.len()).sum();
    assert_eq!(pairs, 25);
    for (project, (dates, codes, donors, agencies, partners)) in list.projects.iter().zip(expected)
    {
        let title = &project.title;
        assert_eq!(
            period(project),
            dates.map(|date| Some(date.to_owned())),
            "{title}"
        );
        assert_eq!(countries(project), codes, "{title}");
        for (found, expected) in [
            (&project.donors, donors),
            (&project.implementing, agencies),
            (&project.partners, partners),
        ] {
            // What is in brackets behind a name can be its acronym or stay with it.
            let names = names(found);
            assert_eq!(names.len(), expected.len(), "{title}: {names:?}");
            for (name, expected) in names.iter().zip(expected) {
                assert!(name.starts_with(expected), "{title}: {name}");
            }
        }
        assert!(project.objective.is_some(), "{title}");
    }
    let documents: Vec<_> = list.projects[0]
        .documents
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert_eq!(documents.len(), 6, "{documents:?}");
    assert_eq!(documents[5], "Seminar Conclusions");
}

#[test]
fn labels_before_blanks_are_read() {
    let list = list(include_str!("samples/labelled/blank-fr.txt"));
    let [project] = &list.projects[..] else {
        panic!("{list:?}");
    };
    assert_eq!(project.title, "Fun football");
    assert_eq!(countries(project), ["NG"]);
    assert_eq!(
        names(&project.partners),
        ["Ligue locale", "École Saint-Jean", "Ville d'Enugu"]
    );
}

#[test]
fn labels_and_values_on_lines_of_their_own_are_read() {
    let list = list(include_str!("samples/labelled/alternating-es.txt"));
    let [project] = &list.projects[..] else {
        panic!("{list:?}");
    };
    assert_eq!(project.title, "Fortalecimiento local");
    assert_eq!(countries(project), ["TN"]);
    assert_eq!(names(&project.donors), ["Diputación de Ejemplo"]);
    assert_eq!(
        period(project),
        ["2006-10-31", "2008-04-30"].map(|it| Some(it.to_owned()))
    );
}

#[test]
fn labels_after_bullets_are_read() {
    let list = list(include_str!("samples/labelled/bullets-en.txt"));
    let titles: Vec<_> = list.projects.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Stronger voices", "Clean rivers"]);
    let periods: Vec<_> = list.projects.iter().map(period).collect();
    let expected = [["2020", "2023"], ["2014-01-01", "2016-12-31"]];
    assert_eq!(
        periods,
        expected.map(|dates| dates.map(|date| Some(date.to_owned())))
    );
    let donors: Vec<_> = list.projects.iter().map(|it| names(&it.donors)).collect();
    assert_eq!(
        donors,
        [vec!["Bread for All"], vec!["Fund A", "Fund B", "Fund C"]]
    );
}

#[test]
fn documents_keep_their_titles_and_addresses() {
    let list = list(include_str!("samples/labelled/markdown-en.txt"));
    let link = |title: &str, url: &str| Link {
        title: title.to_owned(),
        url: Some(url.to_owned()),
    };
    let expected = [
        link("Final report", "https://example.org/report.pdf"),
        link("Photos", "https://example.org/photos"),
    ];
    assert_eq!(list.projects[0].documents, expected);
}

#[test]
fn the_same_mapping_reads_the_same_projects() {
    for text in [
        include_str!("samples/seed.txt"),
        include_str!("samples/labelled/blank-fr.txt"),
    ] {
        let first = read_as(Format::Text, text);
        let options = Options {
            mapping: first.mapping.clone(),
            ..Options::default()
        };
        let second = read_with(text.as_bytes(), &options, &NoDecoder);
        assert_eq!(
            (second.portfolio, second.mapping),
            (first.portfolio, first.mapping)
        );
    }
}
