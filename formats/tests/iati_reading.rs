//! Published IATI files are read, with the faults that they have.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod iati_support;

use atlas_engine::portfolio::{Organisation, Project, Relation, Status};
use atlas_formats::{Finding, Options, Place, Severity, read_with};
use iati_support::{Utf8, activity, codes, list, options, portfolio, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;

fn names(organisations: &[Organisation]) -> Vec<&str> {
    organisations.iter().map(|it| it.name.as_str()).collect()
}

fn countries(project: &Project) -> Vec<String> {
    project
        .countries
        .iter()
        .map(|it| it.code.to_string())
        .collect()
}

fn budget(project: &Project) -> Vec<String> {
    let budget = project.budget.iter();
    budget
        .map(|it| {
            let year = it.year.map_or_else(String::new, |year| format!(" {year}"));
            format!("{} {}{year}", it.amount, it.currency)
        })
        .collect()
}

fn field<'a>(project: &'a Project, name: &str) -> Vec<&'a str> {
    let field = project.fields.iter().find(|it| it.name == name);
    field.map_or_else(Vec::new, |it| {
        it.values.iter().map(String::as_str).collect()
    })
}

#[test]
fn the_samples_are_read_as_expected() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/iati/samples/");
    let expected = fs::read_to_string([folder, "expected.json"].concat()).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    for (name, expected) in expected.as_object().unwrap() {
        let bytes = fs::read([folder, name].concat()).unwrap();
        let reading = read_with(&bytes, &options(), &Utf8);
        let projects = portfolio(reading).projects;
        for (key, expected) in expected.as_object().unwrap() {
            let each = |value: &dyn Fn(&Project) -> Value| -> Value {
                projects.iter().map(value).collect()
            };
            let date =
                |date: Option<atlas_engine::portfolio::Date>| json!(date.map(|it| it.to_string()));
            let read = match key.as_str() {
                "projects" => json!(projects.len()),
                "ids" => each(&|it| json!(it.identifier)),
                "titles" => each(&|it| json!(it.title)),
                "starts" => each(&|it| date(it.start)),
                "ends" => each(&|it| date(it.end)),
                "countries" => each(&|it| json!(countries(it))),
                "donors" => each(&|it| json!(names(&it.donors))),
                "implementing" => each(&|it| json!(names(&it.implementing))),
                "documents" => each(&|it| json!(it.documents.len())),
                // In words; the tests below check them.
                "findings" => continue,
                other => panic!("{other} is not compared"),
            };
            assert_eq!(&read, expected, "{key} of {name}");
        }
    }
}

#[test]
fn the_sample_of_2_03_is_read_whole() {
    let xml = include_str!("iati/samples/iati-203.xml");
    let list = portfolio(read(xml));
    assert_eq!(list.publisher.as_ref().unwrap().name, "Test Aid");
    assert_eq!(list.language.as_deref(), Some("en"));
    assert_eq!(list.updated.unwrap().to_string(), "2020-01-01");
    let project = &list.projects[0];
    assert_eq!(project.id, "XM-TEST-1");
    assert_eq!(project.objective.as_deref(), Some("Objective text"));
    assert_eq!(project.status, Some(Status::Ongoing));
    let shares: Vec<_> = project
        .countries
        .iter()
        .map(|it| it.share.unwrap().to_string())
        .collect();
    assert_eq!(shares, ["60", "40"]);
    assert_eq!(names(&project.partners), ["Ministry"]);
    assert_eq!(project.partners[0].role.as_deref(), Some("Accountable"));
    assert_eq!(project.locations[0].name.as_deref(), Some("Chisinau"));
    assert_eq!(project.locations[0].latitude.to_string(), "47.01");
    assert!(field(project, "Sector")[0].starts_with("Water Supply & Sanitation > "));
    assert!(budget(project).contains(&"2000 EUR 2019".to_owned()));
    assert_eq!(
        project.documents[0].url.as_deref(),
        Some("https://example.org/a.pdf")
    );
    assert_eq!(project.related[0].title, "XM-TEST-0");
    assert_eq!(project.related[0].relation, Some(Relation::Parent));
}

#[test]
fn an_identifier_that_is_there_twice_is_reported_with_both_places() {
    let reading = read(include_str!(
        "iati/samples/iati-region-only-and-several-codes.xml"
    ));
    let findings = reading.findings.kept();
    let twice = findings
        .iter()
        .find(|it| it.code == "identifier-twice")
        .unwrap();
    assert_eq!(twice.place, Place::line(1, 659));
    assert!(
        twice.message.contains("line 1, column 96"),
        "{}",
        twice.message
    );
    let region = findings
        .iter()
        .find(|it| it.code == "region-not-countries")
        .unwrap();
    assert_eq!(
        (region.severity, region.project.as_deref()),
        (Severity::Note, Some("XM-TEST-4"))
    );
    let project = &reading.portfolio.as_ref().unwrap().projects[0];
    assert_eq!(field(project, "Region"), ["Africa, regional"]);
}

#[test]
fn a_bare_ampersand_is_read_and_reported_with_its_line() {
    let reading = read(include_str!(
        "iati/samples/iati-bom-no-declaration-bare-ampersand.xml"
    ));
    let finding = &reading.findings.kept()[0];
    assert_eq!((finding.code, finding.repaired), ("xml-ampersand", true));
    assert!(matches!(finding.place, Place::Text { line: 1, .. }));
    for (title, read) in [
        ("Food & Water", "Food & Water"),
        ("Food &Water; more", "Food &Water; more"),
        ("Food & Water; more", "Food & Water; more"),
        ("A&B&C", "A&B&C"),
        ("caf&eacute; &amp; bar &#8217;", "café & bar ’"),
        ("&undefined;", "&undefined;"),
        ("<![CDATA[R&D <2>]]>", "R&D <2>"),
        ("5 < 10", "5 < 10"),
    ] {
        let (project, _) = activity(&format!("<title><narrative>{title}</narrative></title>"));
        assert_eq!(project.title, read, "{title}");
    }
}

#[test]
fn texts_are_chosen_by_language() {
    let two = |first: &str, second: &str| {
        format!(
            "<iati-activity xml:lang='fr'><title><narrative{first}>Un</narrative><narrative{second}>Two</narrative></title></iati-activity>"
        )
    };
    let english =
        "<iati-activity xml:lang='en'><title><narrative>Three</narrative></title></iati-activity>";
    let titles = |activities: &str| {
        let projects = portfolio(list(activities)).projects;
        projects.into_iter().map(|it| it.title).collect::<Vec<_>>()
    };
    assert_eq!(titles(&two("", " xml:lang='en'")), ["Un"]);
    let mixed = [english, english, &two("", " xml:lang='EN-us'")].concat();
    assert_eq!(titles(&mixed), ["Three", "Three", "Two"]);
    // Without the list's language, that of the activity; without both, English, otherwise the first.
    let german =
        "<iati-activity xml:lang='de'><title><narrative>Vier</narrative></title></iati-activity>";
    let other = two(" xml:lang='es'", " xml:lang='en'");
    assert_eq!(
        titles(&[german, german, &other].concat()),
        ["Vier", "Vier", "Two"]
    );
    let other = two(" xml:lang='es'", " xml:lang='pt'");
    assert_eq!(titles(&[german, german, german, &other].concat())[3], "Un");
    // Before version 2, each language had an element of its own.
    let (project, _) = activity(
        "<title xml:lang='fr'>Un</title><title>One</title><description xml:lang='fr'>Une phrase</description><description>A sentence</description>",
    );
    assert_eq!(
        (project.title.as_str(), project.summary.as_deref()),
        ("One", Some("A sentence"))
    );
}

#[test]
fn descriptions_have_their_types() {
    let (project, _) = activity(
        "<description type='1'><narrative>General.</narrative></description>\
         <description type='1'><narrative xml:lang='fr'>Général.</narrative></description>\
         <description type='2'><narrative>Objective.</narrative></description>\
         <description type='3'><narrative>Target groups.</narrative></description>\
         <description><narrative><![CDATA[<p>One</p><p>Two &amp; three</p>]]></narrative></description>",
    );
    assert_eq!(project.objective.as_deref(), Some("Objective."));
    assert_eq!(
        project.summary.as_deref(),
        Some("General.\n\nTarget groups.\n\nOne\n\nTwo & three")
    );
}

#[test]
fn organisations_are_told_apart_by_role() {
    let (project, _) = activity(
        "<participating-org role='Funding' ref='GB-1' xml:lang='en'>Donor</participating-org>\
         <participating-org role='Funding' ref='GB-1' xml:lang='fr'>Bailleur</participating-org>\
         <participating-org role='1'><narrative>Donor</narrative></participating-org>\
         <participating-org role='3'><narrative>Middle</narrative></participating-org>\
         <participating-org role='2'><narrative>Middle</narrative></participating-org>\
         <participating-org role='4' ref='GB-1'/>\
         <participating-org role='Implementing'><narrative>Doer</narrative></participating-org>\
         <participating-org role='4'/>",
    );
    assert_eq!(names(&project.donors), ["Donor"]);
    assert_eq!(project.donors[0].reference.as_deref(), Some("GB-1"));
    assert_eq!(names(&project.implementing), ["Donor", "Doer"]);
    assert_eq!(names(&project.partners), ["Middle"]);
    assert_eq!(
        project.partners[0].role.as_deref(),
        Some("Extending, Accountable")
    );
}

#[test]
fn dates_are_read_and_broken_ones_reported() {
    for (dates, start, end, expected) in [
        (
            "<activity-date type='1' iso-date='2018-01-01'/><activity-date type='2' iso-date='2018-02-15'/>",
            Some("2018-02-15"),
            None,
            vec![],
        ),
        (
            "<activity-date type='start-actual'>2005-07-02</activity-date>",
            Some("2005-07-02"),
            None,
            vec![],
        ),
        (
            "<activity-date type='end-planned' iso-date='2007-12-31Z'>soon</activity-date>",
            None,
            Some("2007-12-31"),
            vec![],
        ),
        (
            "<activity-date type='3' iso-date='2018-02-30'/>",
            None,
            None,
            vec!["date-unknown"],
        ),
        (
            "<activity-date type='2' iso-date='0001-01-01'/>",
            None,
            None,
            vec![],
        ),
        (
            "<activity-date type='2' iso-date='2018-01-01'><narrative>2018</narrative></activity-date>",
            Some("2018"),
            None,
            vec![],
        ),
        (
            "<activity-date type='4' iso-date='2018-02-28'><narrative>2018-02</narrative></activity-date>",
            None,
            Some("2018-02"),
            vec![],
        ),
        (
            "<activity-date type='2' iso-date='2018-05-01'><narrative>2018</narrative></activity-date>",
            Some("2018-05-01"),
            None,
            vec![],
        ),
        (
            "<activity-date type='2' iso-date='2019-01-01'/><activity-date type='3' iso-date='2018-01-01'/>",
            Some("2019-01-01"),
            None,
            vec!["dates-reversed"],
        ),
    ] {
        let (project, findings) = activity(dates);
        let text = |date: Option<atlas_engine::portfolio::Date>| date.map(|it| it.to_string());
        assert_eq!(text(project.start).as_deref(), start, "{dates}");
        assert_eq!(text(project.end).as_deref(), end, "{dates}");
        let mut codes = codes(&findings);
        codes.retain(|it| *it != "title-missing");
        assert_eq!(codes, expected, "{dates}");
    }
}

#[test]
fn statuses_are_codes_or_words() {
    for (stated, status) in [
        ("<activity-status code='1'/>", Some(Status::Planned)),
        (
            "<activity-status code='2'>Implementation</activity-status>",
            Some(Status::Ongoing),
        ),
        ("<activity-status code='3'/>", Some(Status::Completed)),
        ("<activity-status code='4'/>", Some(Status::Completed)),
        ("<activity-status code='5'/>", Some(Status::Cancelled)),
        ("<activity-status code='6'/>", Some(Status::Suspended)),
        (
            "<activity-status>completed</activity-status>",
            Some(Status::Completed),
        ),
        ("<activity-status code='77'/>", None),
        ("<activity-status code=''/>", None),
    ] {
        assert_eq!(activity(stated).0.status, status, "{stated}");
    }
}

#[test]
fn countries_are_codes_in_any_number() {
    for (stated, expected, code) in [
        (
            "<recipient-country code='KE UG TZ'/>",
            vec!["KE", "UG", "TZ"],
            Some("country-codes-joined"),
        ),
        (
            "<recipient-country code='KE,UG;TZ'/>",
            vec!["KE", "UG", "TZ"],
            Some("country-codes-joined"),
        ),
        ("<recipient-country code='ke'/>", vec!["KE"], None),
        ("<recipient-country code='KEN'/>", vec!["KE"], None),
        (
            "<recipient-country code=' KE '/><recipient-country code='KE'/>",
            vec!["KE"],
            None,
        ),
        (
            "<recipient-country><narrative>Kenya</narrative></recipient-country>",
            vec!["KE"],
            None,
        ),
        ("<recipient-country code='South Africa'/>", vec!["ZA"], None),
        (
            "<recipient-country code='QQ'/>",
            vec![],
            Some("country-unknown"),
        ),
        (
            "<recipient-country code='KE QQ'/>",
            vec!["KE"],
            Some("country-unknown"),
        ),
        ("<recipient-country code='298'/>", vec![], None),
        ("<recipient-country code=''/>", vec![], None),
    ] {
        let (project, findings) = activity(stated);
        assert_eq!(countries(&project), expected, "{stated}");
        let found = codes(&findings)
            .into_iter()
            .find(|it| it.starts_with("country"));
        assert_eq!(found, code, "{stated}");
    }
    let (project, _) = activity(
        "<recipient-country code='XK'><narrative>Kosovo (under UNSCR 1244)</narrative></recipient-country><recipient-country code='KE'><narrative>KENYA</narrative></recipient-country>",
    );
    let own: Vec<_> = project
        .countries
        .iter()
        .map(|it| it.name.as_deref())
        .collect();
    assert_eq!(own, [Some("Kosovo (under UNSCR 1244)"), None]);
}

#[test]
fn what_is_only_on_transactions_counts_too() {
    let (project, findings) = activity(
        "<recipient-country code='KE' percentage='50'/>\
         <transaction><transaction-type code='C'/><value currency='USD'>5</value><recipient-country code='UG'/><sector vocabulary='2' code='112'/></transaction>\
         <transaction><transaction-type code='2'/><value>7.5</value><recipient-region code='298'/></transaction>\
         <transaction><transaction-type code='2'/><value>1</value></transaction>\
         <transaction><transaction-type code='3'/><value>9</value></transaction>",
    );
    assert_eq!(countries(&project), ["KE", "UG"]);
    assert_eq!(field(&project, "Sector"), ["Basic Education"]);
    assert_eq!(field(&project, "Region"), ["Africa, regional"]);
    assert_eq!(budget(&project), ["8.5 EUR", "5 USD"]);
    assert!(codes(&findings).contains(&"budget-from-transactions"));
}

#[test]
fn budgets_come_before_transactions_and_revised_ones_replace_originals() {
    let budget_of = |kind: u8, start: &str, end: &str, value: &str| {
        format!(
            "<budget type='{kind}'><period-start iso-date='{start}'/><period-end iso-date='{end}'/><value value-date='{start}'>{value}</value></budget>"
        )
    };
    let content = [
        budget_of(1, "2018-01-01", "2018-12-31", "10"),
        budget_of(2, "2018-01-01", "2018-12-31", "12"),
        budget_of(1, "2019-01-01", "2019-06-30", "1"),
        budget_of(1, "2019-07-01", "2019-12-31", "2"),
        budget_of(1, "2020-01-01", "2022-12-31", "100"),
        "<transaction><transaction-type code='2'/><value>7</value></transaction>".to_owned(),
    ];
    let (project, _) = activity(&content.concat());
    assert_eq!(budget(&project), ["12 EUR 2018", "3 EUR 2019", "100 EUR"]);
    for (value, code) in [
        ("<value>many</value>", "amount-unknown"),
        ("<value currency='EURO'>5</value>", "currency-unknown"),
    ] {
        let (project, findings) = activity(&format!("<budget>{value}</budget>"));
        assert_eq!(budget(&project), [""; 0]);
        assert!(codes(&findings).contains(&code), "{value}");
    }
    let reading = list(
        "<iati-activity><iati-identifier>A</iati-identifier><budget><value>5</value></budget></iati-activity>",
    );
    assert!(codes(reading.findings.kept()).contains(&"currency-missing"));
}

#[test]
fn sectors_are_grouped_by_their_vocabulary() {
    let (project, _) = activity(
        "<sector code='11220'/><sector vocabulary='DAC-3' code='112'/><sector vocabulary='99' code='a'><narrative>Own theme</narrative></sector>\
         <sector vocabulary='RO' code='b'>Other theme</sector><sector vocabulary='7' code='6'/><sector vocabulary='8' code='6.1'/>\
         <sector vocabulary='10' code='1'><narrative>Camp management</narrative></sector><sector vocabulary='1' code='99999'><narrative>Unknown</narrative></sector>\
         <policy-marker vocabulary='1' code='1' significance='2'/><policy-marker vocabulary='1' code='2' significance='0'/>\
         <tag vocabulary='99' code='x'><narrative>Pilot</narrative></tag>",
    );
    let sectors = field(&project, "Sector");
    assert!(sectors[0].starts_with("Basic Education > "), "{sectors:?}");
    assert_eq!(sectors[1], "Basic Education");
    assert!(sectors[2].ends_with(" > Camp management"), "{sectors:?}");
    assert_eq!(sectors[3], "Unknown");
    assert_eq!(project.themes, ["Own theme", "Other theme"]);
    assert_eq!(field(&project, "SDG").len(), 1);
    assert_eq!(field(&project, "Policy marker"), ["Gender Equality"]);
    assert_eq!(field(&project, "Tag"), ["Pilot"]);
}

#[test]
fn locations_documents_links_and_results_are_read() {
    let (project, findings) = activity(
        "<location><name><narrative>Nairobi</narrative></name><point><pos>-1.28 36.82</pos></point></location>\
         <location><name>Old</name><administrative country='KE'/><coordinates latitude='1' longitude='2' precision='1'/></location>\
         <location><name><narrative>No point</narrative></name></location>\
         <location><point><pos>0 0</pos></point></location>\
         <document-link url='https://example.org/docs/a%20b.pdf?x=1' format='application/pdf'/>\
         <document-link url='ftp://example.org/a'><title><narrative>Report</narrative></title></document-link>\
         <document-link url='www.example.org' format='text/html'><title><narrative>Page</narrative></title><category code='A12'/></document-link>\
         <activity-website>https://example.org/old</activity-website>\
         <result type='1'><title><narrative>Built</narrative></title><indicator><title><narrative>Other</narrative></title></indicator></result>\
         <result><description>Only described</description></result>",
    );
    assert_eq!(project.locations.len(), 2);
    assert_eq!(project.locations[1].country.unwrap().as_str(), "KE");
    assert_eq!(field(&project, "Location"), ["No point"]);
    let documents: Vec<_> = project
        .documents
        .iter()
        .map(|it| (it.title.as_str(), it.url.as_deref()))
        .collect();
    assert_eq!(
        documents,
        [
            ("a%20b.pdf", Some("https://example.org/docs/a%20b.pdf?x=1")),
            ("Report", None)
        ]
    );
    let links: Vec<_> = project
        .links
        .iter()
        .map(|it| it.url.as_deref().unwrap())
        .collect();
    assert_eq!(
        links,
        ["https://www.example.org", "https://example.org/old"]
    );
    assert_eq!(project.results, ["Built", "Only described"]);
    assert!(codes(&findings).contains(&"address-unknown"));
}

#[test]
fn related_activities_of_the_file_are_found() {
    let projects = portfolio(list(
        "<iati-activity><iati-identifier>A/1</iati-identifier><title>One</title><related-activity ref='A-2' type='2'/><related-activity ref='B' type='3'/></iati-activity>\
         <iati-activity><iati-identifier>A-2</iati-identifier><title>Two</title></iati-activity>",
    ))
    .projects;
    let related = &projects[0].related;
    assert_eq!(
        (related[0].title.as_str(), related[0].id.as_deref()),
        ("Two", Some("A-2"))
    );
    assert_eq!(
        (related[1].title.as_str(), related[1].id.as_deref()),
        ("B", None)
    );
    assert_eq!(related[1].relation, Some(Relation::Sibling));
}

#[test]
fn an_organisation_is_named_as_elsewhere_in_the_file() {
    let projects = portfolio(list(
        "<iati-activity><iati-identifier>A</iati-identifier><participating-org role='1' ref='GB-1'/></iati-activity>\
         <iati-activity><iati-identifier>B</iati-identifier><participating-org role='4' ref='GB-1'><narrative>Aid</narrative></participating-org></iati-activity>",
    ))
    .projects;
    assert_eq!(names(&projects[0].donors), ["Aid"]);
}

#[test]
fn contacts_are_left_out_unless_they_are_asked_for() {
    let xml = "<iati-activities><iati-activity><title>A</title><contact-info><person-name><narrative>A. Person</narrative></person-name><email>a@example.org</email></contact-info></iati-activity></iati-activities>";
    assert_eq!(portfolio(read(xml)).projects[0].note, None);
    let with_contacts = Options {
        with_contacts: true,
        ..options()
    };
    let list = portfolio(read_with(xml.as_bytes(), &with_contacts, &Utf8));
    assert_eq!(
        list.projects[0].note.as_deref(),
        Some("Contact: A. Person, a@example.org")
    );
}

#[test]
fn an_organisation_file_is_told_apart() {
    let reading = read(
        "<?xml version='1.0'?><iati-organisations version='2.03'><iati-organisation/></iati-organisations>",
    );
    assert!(reading.portfolio.is_none());
    assert_eq!(codes(reading.findings.kept()), ["iati-organisation-file"]);
}

#[test]
fn the_publisher_is_stated_if_it_is_one() {
    let activity = |reference: &str| {
        format!(
            "<iati-activity><title>A</title><reporting-org ref='{reference}'><narrative>{reference} Aid</narrative></reporting-org></iati-activity>"
        )
    };
    let publisher = |activities: &[String]| {
        portfolio(list(&activities.concat()))
            .publisher
            .map(|it| it.name)
    };
    assert_eq!(
        publisher(&[activity("A"), activity("A")]).as_deref(),
        Some("A Aid")
    );
    assert_eq!(publisher(&[activity("A"), activity("B")]), None);
}

#[test]
fn foreign_elements_and_prefixes_lose_nothing() {
    let (project, _) = activity(
        "<x:title xmlns:x='urn:x'>No</x:title><title><narrative>Yes</narrative><x:narrative>No</x:narrative></title>\
         <x:thing xmlns:x='urn:x'><title>No</title><recipient-country code='KE'/></x:thing><title xmlns='urn:x'>No</title>",
    );
    assert_eq!(
        (project.title.as_str(), project.countries.len()),
        ("Yes", 0)
    );
    let list = portfolio(read(
        "<iati:iati-activities xmlns:iati='http://iatistandard.org/'><iati:iati-activity><iati:title><iati:narrative>Yes</iati:narrative></iati:title></iati:iati-activity></iati:iati-activities>",
    ));
    assert_eq!(list.projects[0].title, "Yes");
}

#[test]
fn faulty_xml_costs_no_other_activity() {
    let good = "<iati-activity><title><narrative>Good</narrative></title></iati-activity>";
    for (faulty, titles, code) in [
        (
            "<iati-activity><title><narrative>A</title><recipient-country code='KE'/></iati-activity>",
            vec!["A", "Good"],
            "xml-unclosed",
        ),
        (
            "<iati-activity><title><narrative>A</narrative><recipient-country code='KE'/></iati-activity>",
            vec!["A", "Good"],
            "xml-unclosed",
        ),
        (
            "<iati-activity><title><narrative>A</narrative></title>",
            vec!["A", "Good"],
            "xml-unclosed",
        ),
        (
            "<iati-activity><title><narrative>A</narrative></title></result></iati-activity>",
            vec!["A", "Good"],
            "xml-end-tag",
        ),
        (
            "<iati-activity><title><narrative>A < B</narrative></title></iati-activity>",
            vec!["A < B", "Good"],
            "xml-bracket",
        ),
        (
            "<iati-activity><title><narrative>A</narrative></title></iati-activity><iati-activity/>",
            vec!["A", "Good"],
            "activity-empty",
        ),
    ] {
        let reading = list(&[faulty, good].concat());
        let found = codes(reading.findings.kept());
        let projects = portfolio(reading).projects;
        let read: Vec<_> = projects.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(read, titles, "{faulty}");
        assert!(found.contains(&code), "{faulty}: {found:?}");
    }
    let cut = read(&format!(
        "<iati-activities>\n{good}\n<iati-activity><title><narrative>Half a tit"
    ));
    let finding: Vec<&Finding> = cut
        .findings
        .kept()
        .iter()
        .filter(|it| it.code == "xml-cut-off")
        .collect();
    assert_eq!(finding[0].place, Place::line(3, 44));
    let list = portfolio(cut);
    assert_eq!(list.projects.len(), 2);
    assert_eq!(list.projects[1].title, "Half a tit");
}

#[test]
fn entities_of_a_dtd_cost_nothing() {
    let mut xml = "<!DOCTYPE a [<!ENTITY lol0 \"lol\">".to_owned();
    for level in 1..50 {
        let ten = format!("&lol{};", level - 1).repeat(10);
        xml.extend(["<!ENTITY lol", &level.to_string(), " \"", &ten, "\">"]);
    }
    xml += "]><iati-activities><iati-activity><title>&lol49;</title></iati-activity></iati-activities>";
    let reading = read(&xml);
    assert!(codes(reading.findings.kept()).contains(&"xml-entity"));
    assert_eq!(portfolio(reading).projects[0].title, "&lol49;");
}

#[test]
fn hostile_files_take_linear_time() {
    let many = |piece: &str| piece.repeat(20_000);
    for text in [
        many("<"),
        many("< "),
        many("<a "),
        many("<title>"),
        many("</a>"),
        many("&"),
        many("<iati-activity>"),
        ["<iati-activity ", &many("a='b' "), "/>"].concat(),
        [
            "<iati-activity>",
            &many(
                "<participating-org role='2' ref='a'><narrative>b</narrative></participating-org>",
            ),
        ]
        .concat(),
        [
            "<iati-activity><title>",
            &many("<narrative xml:lang='en'>a</narrative>"),
        ]
        .concat(),
        ["<iati-activity>", &many("<description>a</description>")].concat(),
        ["<iati-activity>", &many("\"<b a=\"")].concat(),
        ["<iati-activities><!--", &many("-")].concat(),
    ] {
        let reading = read(&text);
        assert!(reading.findings.kept().len() < 2_000);
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn any_mixture_of_markup_is_read(pieces in prop::collection::vec(prop::sample::select(vec![
        "<iati-activities>", "</iati-activities>", "<iati-activity>", "</iati-activity>", "<title>", "</title>", "<narrative>",
        "</narrative>", "a", " & ", "&amp;", "<", ">", "<!--", "-->", "<![CDATA[", "]]>", "<x:y/>", "<sector code='11220'/>", "é", "\"",
        "<transaction>", "<value>5</value>", "<a b=\"", "<?x", "?>", "<!DOCTYPE", "<recipient-country code='KE'/>", "<location>", "<pos>1 2</pos>",
    ]), 0..40)) {
        read(&pieces.concat());
    }
}
