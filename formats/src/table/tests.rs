//! From tables to projects.

use super::testing::{Read, csv, grid, sheet};
use crate::finding::Severity;
use crate::mapping::{Field, Mapping};
use crate::sources::Tables;
use atlas_engine::portfolio::{Date, Organisation, Project};
use proptest::prelude::*;

fn date(date: Option<Date>) -> String {
    date.map(|it| it.to_string()).unwrap_or_default()
}

fn dates(project: &Project) -> String {
    format!("{} {}", date(project.start), date(project.end))
}

fn countries(project: &Project) -> String {
    let codes = project.countries.iter().map(|it| it.code.as_str());
    codes.collect::<Vec<_>>().join(" ")
}

fn names(organisations: &[Organisation]) -> String {
    let names = organisations.iter().map(|it| it.name.as_str());
    names.collect::<Vec<_>>().join("; ")
}

fn budget(project: &Project) -> String {
    let budget = project.budget.iter().map(|it| {
        let year = it.year.map(|year| format!(" {year}")).unwrap_or_default();
        format!("{} {}{year}", it.amount, it.currency)
    });
    budget.collect::<Vec<_>>().join(", ")
}

fn custom(project: &Project) -> String {
    let fields = project
        .fields
        .iter()
        .map(|it| format!("{}={}", it.name, it.values.join("|")));
    fields.collect::<Vec<_>>().join(" ")
}

macro_rules! sample {
    ($name:literal, $delimiter:literal) => {
        Read::of(
            vec![csv(
                include_str!(concat!("../../tests/samples/", $name)),
                $delimiter,
            )],
            Mapping::default(),
        )
    };
}

#[test]
fn headings_in_two_languages_are_read() {
    let read = sample!("bilingual-headings.csv", ';');
    assert_eq!(
        read.fields(),
        "title,start,end,country,donor,implementing,partner"
    );
    assert_eq!(read.each(dates), ["2014-04-24 2017-02-28"]);
    assert_eq!(
        read.each(|it| names(&it.partners)),
        ["Kommune A; Kommune B"]
    );
}

#[test]
fn several_values_in_a_cell_are_lists() {
    let read = sample!("bom-multi-value.csv", ',');
    assert_eq!(read.fields(), "title,country,donor,partner,link");
    assert_eq!(read.each(countries), ["PT NL IE", ""]);
    assert_eq!(
        read.each(|it| names(&it.donors)),
        ["European Union; National Fund, Lisbon", ""]
    );
    assert_eq!(
        read.each(|it| names(&it.partners)),
        ["Institute A, Dept. B; Institute C", ""]
    );
    assert_eq!(read.each(|it| it.links.len().to_string()), ["2", "0"]);
}

#[test]
fn the_order_of_dates_is_decided_by_column_and_asked_if_it_is_not_clear() {
    let read = sample!("dates-by-column.csv", ',');
    assert_eq!(
        read.each(dates),
        [
            "1991-04-03 2015-06-29",
            "1991-04-15 2015-07-04",
            "1992-08-29 2016-12-31",
        ]
    );
    let asked: Vec<_> = read
        .findings
        .kept()
        .iter()
        .filter(|it| it.code == "date-order-unknown")
        .collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].field.as_deref(), Some("Signed"));
}

#[test]
fn what_is_not_clear_of_a_date_is_left_out() {
    let read = Read::lines(&[
        "Title,Start,End",
        "A,03/04/1991,05/06/1992",
        "B,01/02/1993,7/8/1994",
    ]);
    assert_eq!(read.each(dates), ["1991 1992", "1993 1994"]);
    let stated = r#"{"columns":[{"heading":"start","field":"start","dateOrder":"month-first"}]}"#;
    let mapping = serde_json::from_str(stated).unwrap();
    let lines = ["Title,Start,End", "A,03/04/1991,05/06/1992"];
    let read = Read::of(vec![grid(&lines)], mapping);
    assert_eq!(read.each(dates), ["1991-03-04 1992"]);
}

#[test]
fn headings_below_a_title_and_rows_between_projects_are_found() {
    let read = sample!("header-in-row-4.csv", ',');
    assert_eq!(read.list.title, "Register of projects");
    assert_eq!(
        read.each(|it| it.title.clone()),
        ["Clinic in the valley", "Mobile doctors", "Wells"]
    );
    assert_eq!(
        read.each(dates),
        ["2012 2014", "2013-04 ", "2014-06 2015-03"]
    );
    assert_eq!(
        read.each(custom),
        ["Section=A. Health", "Section=A. Health", "Section=B. Water"]
    );
    assert!(read.codes().contains(&"rows-left-out"));
    assert_eq!(
        (read.mapping.heading_row, read.mapping.heading_rows),
        (Some(4), Some(1))
    );
}

#[test]
fn tags_decide_before_headings() {
    let read = sample!("hxl-tags.csv", ',');
    assert_eq!(read.fields(), "donor,title,country,start,end");
    assert_eq!(read.each(countries), ["NP"]);
    assert_eq!(read.each(|it| names(&it.donors)), ["UNDP"]);
}

#[test]
fn countries_are_read_as_they_are_written() {
    let read = sample!("names-of-countries.csv", ',');
    assert_eq!(read.list.projects.len(), 16);
    assert_eq!(
        read.each(countries),
        [
            "NA", "KR", "CD", "CD", "GR", "GB", "BI DJ ET", "CF", "PS", "MK", "", "RS ME",
            "KE UG TZ", "GB", "BA", "XK",
        ]
    );
    assert_eq!(custom(&read.list.projects[10]), "Region=Multi-country");
    assert!(read.codes().contains(&"country-former"));
}

#[test]
fn numbers_are_read_by_what_their_column_is() {
    let read = sample!("numbers.csv", ',');
    let points = read.each(|it| {
        let points = it
            .locations
            .iter()
            .map(|it| format!("{} {}", it.latitude, it.longitude));
        points.collect::<Vec<_>>().join(",")
    });
    assert_eq!(points, ["44.567 5.12", "45.1 6.2"]);
    assert_eq!(read.fields(), "title,latitude,longitude,amount,text,-");
    assert_eq!(read.each(budget), ["", ""]);
    assert!(read.codes().contains(&"currency-missing"));
}

#[test]
fn the_rows_of_a_project_are_united() {
    let read = sample!("one-row-per-country.csv", ',');
    assert_eq!(read.each(|it| it.title.clone()), ["Schools", "Roads"]);
    assert_eq!(read.each(countries), ["KE UG TZ", "TD"]);
    assert_eq!(
        read.each(|it| names(&it.partners)),
        ["Ministry A; Ministry B", ""]
    );
    assert_eq!(read.each(budget), ["170 USD", "70 USD"]);
    assert_eq!(read.mapping.group_by.as_deref(), Some("id"));
    assert!(read.codes().contains(&"rows-grouped") && read.codes().contains(&"amounts-added"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn columns_are_what_their_headings_and_values_say() {
    for (lines, fields) in [
        // A recipient is a country or an organisation.
        (
            &["Project,Recipient", "Wells,Kenya", "Roads,Chad"][..],
            "title,country",
        ),
        (
            &["Project,Recipient", "Wells,Water Aid", "Roads,Road Fund"],
            "title,implementing",
        ),
        // These dates are no start.
        (
            &[
                "Title,created_at,updated_at",
                "A,2012-01-01,2013-01-02",
                "B,2012-01-05,2013-01-03",
            ],
            "title,text,text",
        ),
        (
            &[
                "Title,Date signed,Start date",
                "A,2012-01-01,2013-01-02",
                "B,2012-01-05,2013-01-03",
            ],
            "title,text,start",
        ),
        // The codes of the donors' countries beside the countries of the projects.
        (
            &[
                "title,donor,country_code,recipient",
                "A,Norad,NO,Kenya",
                "B,Sida,SE,Chad",
                "C,Norad,NO,Nepal",
            ],
            "title,donor,text,country",
        ),
        (
            &[
                "title,country,country_code",
                "A,Kenya,KE",
                "B,Chad,TD",
                "C,Nepal,NP",
            ],
            "title,country,-",
        ),
        // Two letters are no country because they look so.
        (&["Title,Foo", "A,IT", "B,AT", "C,BE"], "title,text"),
        (
            &["Title,Foo", "A,Italy", "B,Austria", "C,Belgium"],
            "title,country",
        ),
        (
            &["Project title,EU Funds Awarded", "A,€ 100", "B,€ 2500"],
            "title,amount",
        ),
        (
            &[
                "Project title,Total cost,EU contribution",
                "A,€ 100,€ 50",
                "B,€ 2500,€ 5",
            ],
            "title,amount,text",
        ),
        (
            &[
                "Project title,EU contribution,Total cost",
                "A,€ 100,€ 50",
                "B,€ 2500,€ 5",
            ],
            "title,text,amount",
        ),
        (
            &["Project title,Union co-financing rate", "A,50%", "B,85%"],
            "title,text",
        ),
        // A title that holds file numbers is none.
        (
            &[
                "Title,Description",
                "2012/33,Wells for all",
                "2012/34,Roads to school",
            ],
            "text,title",
        ),
        (&["No.,Title", "1,A", "2,B", "3,C"], "-,title"),
        (
            &["Project no.,Title", "101,A", "212,B", "303,C"],
            "identifier,title",
        ),
        (
            &[
                "Title,Contact person,E-mail,Phone",
                "A,Ms A,a@b.example,12",
                "B,Mr B,b@b.example,13",
            ],
            "title,-,-,-",
        ),
        (&["Title,Foo", "A,a@b.example", "B,b@b.example"], "title,-"),
        (
            &[
                "Title,X coordinate,Y coordinate",
                "A,512345,5712345",
                "B,512346,5712346",
            ],
            "title,-,-",
        ),
        (
            &["Title,Web", "A,https://a.example", "B,https://b.example"],
            "title,link",
        ),
        (
            &["Title,Foo", "A,https://a.example", "B,https://b.example"],
            "title,link",
        ),
        (
            &["Title,partner1,partner_2,Partner 3", "A,X,Y,Z"],
            "title,partner,partner,partner",
        ),
        (
            &[
                "Title,Priority axis,Programme",
                "A,1 Growth,P",
                "B,1 Growth,P",
            ],
            "title,fields.Priority axis,fields.Programme",
        ),
        (
            &["Title,Colour", "A,red", "B,red", "C,blue", "D,blue"],
            "title,fields.Colour",
        ),
        (
            &["Title,Colour", "A,red", "B,green", "C,blue"],
            "title,text",
        ),
        (&["Title,Fund", "A,ERDF", "B,ESF"], "title,donor"),
        (
            &["Title,Start,Year", "A,2012-05,2012", "B,2013-05,2013"],
            "title,start,fields.Year",
        ),
        (
            &[
                "Name des Begünstigten,Bezeichnung des Vorhabens,Beginn",
                "Stadt A,Brücke,2012",
                "Stadt B,Tunnel,2013",
            ],
            "implementing,title,start",
        ),
        (
            &[
                "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Planned Dates:Start Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Name,Beneficiary Location:Name",
                "360G-1,Youth work,We help young people in the city to work together,GBP,1000,2019-01-01,2019-02-01,GB-1,Club,Trust,Leeds",
                "360G-2,Garden,We dig and plant with everyone who wants to,GBP,2000,2019-01-02,2019-02-03,GB-2,Society,Trust,York",
            ],
            "identifier,title,summary,currency,amount,text,start,text,implementing,donor,place",
        ),
    ] {
        assert_eq!(Read::lines(lines).fields(), fields, "{lines:?}");
    }
}

#[test]
fn amounts_of_years_are_amounts_with_a_year() {
    let read = Read::lines(&["Title,Currency,2014,2015", "A,EUR,100,200", "B,EUR,,300"]);
    assert_eq!(
        read.each(budget),
        ["100 EUR 2014, 200 EUR 2015", "300 EUR 2015"]
    );
    let read = Read::lines(&[
        "Title,Budget 2014 (EUR),Budget 2015 (EUR)",
        "A,100,200",
        "B,,300",
    ]);
    assert_eq!(read.each(budget).len(), 2);
}

#[test]
fn amounts_have_the_currency_of_the_cell_the_row_the_heading_or_the_mapping() {
    let set = |currency: &str| Mapping {
        constants: [("currency".to_owned(), currency.to_owned())].into(),
        ..Mapping::default()
    };
    let lines = ["Title,Amount", "A,100", "B,200"];
    assert_eq!(
        Read::of(vec![grid(&lines)], set("CHF")).each(budget),
        ["100 CHF", "200 CHF"]
    );
    let lines = ["Title,Currency,Amount", "A,USD,100", "B,,200"];
    assert_eq!(
        Read::of(vec![grid(&lines)], set("CHF")).each(budget),
        ["100 USD", "200 CHF"]
    );
    let without = Read::lines(&["Title,Amount", "A,100", "B,200"]);
    assert_eq!(without.each(budget), ["", ""]);
    assert_eq!(
        without.list.projects[0].summary.as_deref(),
        Some("- Amount: 100")
    );
}

#[test]
fn periods_give_a_start_and_an_end() {
    let read = Read::lines(&["Title,Period", "A,2010–2012", "B,18 months", "C,2011"]);
    assert_eq!(read.each(dates), ["2010 2012", " ", "2011 2011"]);
    assert_eq!(read.list.projects[1].duration.as_deref(), Some("18 months"));
    let read = Read::lines(&["Title,Duration (months)", "A,18", "B,24"]);
    assert_eq!(read.list.projects[0].duration.as_deref(), Some("18 months"));
    let read = Read::lines(&["Title,Year", "A,2010", "B,2011"]);
    assert_eq!(read.each(dates), ["2010 ", "2011 "]);
    let read = Read::lines(&[
        "Title,Planned start,Actual start",
        "A,2010-01-01,2010-03-01",
        "B,2011-01-01,",
    ]);
    assert_eq!(read.each(dates), ["2010-03-01 ", "2011-01-01 "]);
}

#[test]
fn an_end_before_the_start_is_left_out_and_reported() {
    let read = Read::lines(&[
        "Title,Start,End",
        "A,2012-05-01,2011-05-01",
        "B,2012,2012-01",
    ]);
    assert_eq!(read.each(dates), ["2012-05-01 ", "2012 2012-01"]);
    assert!(read.codes().contains(&"end-before-start"));
}

#[test]
fn rows_without_a_title_go_on_with_the_project_above() {
    let read = Read::lines(&[
        "Title,Start,Country,Partner",
        "A,2012,Kenya,X",
        ",,Uganda,Y",
        "B,2013,Chad,Z",
    ]);
    assert_eq!(read.each(countries), ["KE UG", "TD"]);
    let records = Tables {
        grids: vec![grid(&["Title,Country", "A,Kenya", ",Uganda"])],
        has_headings: true,
        title: None,
    };
    assert_eq!(
        Read::of_tables(&records, Mapping::default())
            .list
            .projects
            .len(),
        2
    );
}

#[test]
fn rows_are_united_by_title_start_and_organisation_if_there_is_no_identifier() {
    let lines = [
        "Title,Start,Agency,Country",
        "Wells,2012,Aid,Kenya",
        "Wells,2012,Aid,Chad",
        "Wells,2013,Aid,Mali",
        "Wells,2012,Other,Niger",
    ];
    let read = Read::lines(&lines);
    assert_eq!(read.each(countries), ["KE TD", "ML", "NE"]);
    assert_eq!(
        read.mapping.group_by.as_deref(),
        Some("Title + Start + Agency")
    );
    let mapping = Mapping {
        group_by: Some(String::new()),
        ..Mapping::default()
    };
    assert_eq!(Read::of(vec![grid(&lines)], mapping).list.projects.len(), 4);
}

#[test]
fn an_identifier_that_different_projects_share_does_not_unite_them() {
    let read = Read::lines(&[
        "Code,Title",
        "X1,Wells",
        "X1,Roads",
        "X2,Schools",
        "X2,Clinics",
    ]);
    assert_eq!(read.list.projects.len(), 4);
    assert_eq!(read.mapping.group_by.as_deref(), Some(""));
}

#[test]
fn contradictions_within_a_project_are_reported() {
    let read = Read::lines(&[
        "ID,Title,Start,Country",
        "P1,Schools,2012,Kenya",
        "P1,Schools,2013,Chad",
        "P2,Roads,2014,Mali",
        "P1,Schools,2012,Niger",
    ]);
    assert_eq!(read.each(dates), ["2012 ", "2014 "]);
    assert!(read.codes().contains(&"value-contradiction"));
}

#[test]
fn an_amount_that_is_the_same_in_every_row_is_one() {
    let read = Read::lines(&[
        "ID,Title,Country,Amount (EUR)",
        "P1,A,Kenya,100",
        "P1,A,Chad,100",
    ]);
    assert_eq!(read.each(budget), ["100 EUR"]);
}

#[test]
fn the_mapping_overrides_every_decision() {
    let mapping = serde_json::from_str(
        r#"{"columns":[{"heading":"note","field":"title"},{"heading":"Title","field":"-"},
            {"heading":"Land","field":"fields.Land"}],"constants":{"country":"KE","Funder":"Fund A"}}"#,
    );
    let lines = ["Title,Note,Land", "A,Wells,Wiese", "B,Roads,Wald"];
    let read = Read::of(vec![grid(&lines)], mapping.unwrap());
    assert_eq!(read.each(|it| it.title.clone()), ["Wells", "Roads"]);
    assert_eq!(read.each(countries), ["KE", "KE"]);
    assert_eq!(
        read.each(custom),
        ["Land=Wiese Funder=Fund A", "Land=Wald Funder=Fund A"]
    );
}

#[test]
fn a_row_of_headings_behind_the_last_row_is_an_error_and_ignored() {
    let mapping: Mapping = serde_json::from_str(r#"{"headingRow":4}"#).unwrap();
    let read = Read::of(vec![grid(&["Title,Country", "Wells,KE"])], mapping);
    assert_eq!(read.findings.kept()[0].code, "mapping-heading-row");
    assert_eq!(read.each(|it| it.title.clone()), ["Wells"]);
}

#[test]
fn a_heading_of_the_mapping_that_is_not_there_is_an_error_that_lists_the_others() {
    let mapping: Mapping =
        serde_json::from_str(r#"{"columns":[{"heading":"Projekt","field":"title"}]}"#).unwrap();
    let read = Read::of(vec![grid(&["Title,Country", "A,KE"])], mapping);
    let finding = &read.findings.kept()[0];
    assert_eq!(
        (finding.code, finding.severity),
        ("mapping-heading-missing", Severity::Error)
    );
    assert!(finding.message.contains("Projekt"), "{}", finding.message);
    assert!(
        finding
            .help
            .as_deref()
            .unwrap()
            .contains("“Title”, “Country”")
    );
    assert_eq!(read.list.projects.len(), 1);
}

#[test]
fn sheets_of_years_are_a_field() {
    let years = |name: &str, title: &str| sheet(name, &["Title,Country", title]);
    let read = Read::of(
        vec![years("2019", "A,KE"), years("2020", "B,TD")],
        Mapping::default(),
    );
    assert_eq!(read.each(custom), ["Sheet=2019", "Sheet=2020"]);
}

#[test]
fn a_table_without_headings_is_read_by_its_values() {
    let read = Read::lines(&[
        "Wells for all,2012-01-01,Kenya,100",
        "Roads to school,2013-01-01,Chad,200",
    ]);
    assert_eq!(
        read.each(|it| it.title.clone()),
        ["Wells for all", "Roads to school"]
    );
    assert_eq!(read.each(countries), ["KE", "TD"]);
    assert!(read.codes().contains(&"heading-row"));
}

#[test]
fn thirteen_columns_with_one_heading_are_one_list() {
    let heading = ["Title"]
        .into_iter()
        .chain(["Partner"; 13])
        .collect::<Vec<_>>()
        .join(",");
    let row = (0..13)
        .map(|at| format!("P{at}"))
        .collect::<Vec<_>>()
        .join(",");
    let read = Read::lines(&[&heading, &format!("A,{row}")]);
    assert_eq!(read.list.projects[0].partners.len(), 13);
    assert_eq!(read.mapping.columns[13].nth, 13);
}

fn read_again(first: &Read, grids: Vec<crate::grid::Grid>) -> Read {
    let written = serde_json::to_string(&first.mapping).unwrap();
    Read::of(grids, serde_json::from_str(&written).unwrap())
}

#[test]
fn a_file_is_read_in_the_same_way_by_its_mapping() {
    for (text, delimiter) in [
        (
            include_str!("../../tests/samples/bilingual-headings.csv"),
            ';',
        ),
        (include_str!("../../tests/samples/bom-multi-value.csv"), ','),
        (include_str!("../../tests/samples/dates-by-column.csv"), ','),
        (include_str!("../../tests/samples/header-in-row-4.csv"), ','),
        (include_str!("../../tests/samples/hxl-tags.csv"), ','),
        (
            include_str!("../../tests/samples/names-of-countries.csv"),
            ',',
        ),
        (include_str!("../../tests/samples/numbers.csv"), ','),
        (
            include_str!("../../tests/samples/one-row-per-country.csv"),
            ',',
        ),
    ] {
        let first = Read::of(vec![csv(text, delimiter)], Mapping::default());
        let again = read_again(&first, vec![csv(text, delimiter)]);
        assert_eq!(again.mapping, first.mapping);
        assert_eq!(again.list, first.list);
    }
}

/// Cells as they occur in lists.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ]{0,12}",
        "[0-9]{1,6}([.,][0-9]{1,3})?",
        "[0-3]?[0-9]/[01]?[0-9]/20[0-2][0-9]",
        Just("Kenya; Chad".to_owned()),
        Just("Total".to_owned()),
        Just("#org+funder".to_owned()),
        Just("€ 1.000,50".to_owned()),
        Just(String::new()),
        any::<String>().prop_map(|it| it.chars().take(20).collect()),
    ]
}

fn heading() -> impl Strategy<Value = String> {
    let headings = [
        "Title",
        "Country",
        "Start date",
        "End",
        "Amount",
        "ID",
        "Partner",
        "Donor",
        "Foo",
        "2014",
        "2015",
        "Status",
        "",
        "Lat",
        "Lon",
        "Year",
        "Period",
        "Currency",
        "Name / Titel",
    ];
    prop::sample::select(headings.to_vec()).prop_map(str::to_owned)
}

fn quoted(cells: &[String]) -> String {
    let cells = cells
        .iter()
        .map(|it| format!("\"{}\"", it.replace('"', "\"\"")));
    cells.collect::<Vec<_>>().join(",")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_table_is_read_twice_in_the_same_way(
        headings in prop::collection::vec(heading(), 1..8),
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..8), 0..12),
        has_headings in any::<bool>(),
    ) {
        let mut lines = vec![quoted(&headings)];
        lines.extend(rows.iter().map(|row| quoted(row)));
        let text = lines.join("\n");
        let tables = || Tables { grids: vec![csv(&text, ',')], has_headings, title: None };
        let first = Read::of_tables(&tables(), Mapping::default());
        let again = Read::of_tables(&tables(), first.mapping.clone());
        prop_assert_eq!(&again.mapping, &first.mapping);
        prop_assert_eq!(&again.list, &first.list);
        // No more than the rows, and nothing without a field or a place in the text.
        prop_assert!(first.list.projects.len() <= rows.len() + 1);
        prop_assert!(first.mapping.columns.iter().all(|it| it.field != Field::Custom(String::new())));
    }
}
