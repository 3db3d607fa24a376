//! `atlas` as an editor uses it: its output and its exit status.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const BUNDLED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/portfolio.json");

fn atlas(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    command
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn checking_a_clean_file_prints_nothing_to_standard_output() {
    let output = atlas(&["check", BUNDLED]);
    assert_eq!((status(&output), stdout(&output)), (0, ""));
    assert_eq!(stderr(&output), "6 projects, 0 errors, 0 warnings\n");
}

#[test]
fn an_error_is_printed_with_its_position_and_exits_with_1() {
    let path = file(
        "error.json",
        "{ \"title\": \"Ours\",\n  \"projects\": [{ \"id\": \"wells\", \"title\": \"Wells\", \"start\": \"2010-13\" }] }",
    );
    let output = atlas(&["check", path.to_str().unwrap()]);
    assert_eq!(status(&output), 1);
    let expected = format!(
        "{}:2:60: error: wells: start: “2010-13” is not a valid date; use YYYY, YYYY-MM or YYYY-MM-DD, such as \"2010-09\".\n",
        path.display()
    );
    assert_eq!(stdout(&output), expected);
    assert_eq!(stderr(&output), "1 project, 1 error, 0 warnings\n");
}

#[test]
fn a_warning_alone_exits_with_0() {
    let path = file(
        "warning.json",
        r#"{ "title": "Ours", "projects": [{ "title": "Wells", "donor": "We" }] }"#,
    );
    let output = atlas(&["check", path.to_str().unwrap()]);
    assert_eq!(status(&output), 0);
    assert!(
        stdout(&output).contains(":1:53: warning: Wells: donor: "),
        "{}",
        stdout(&output)
    );
}

#[test]
fn control_characters_in_a_file_do_not_reach_the_terminal() {
    let path = file(
        "steering.json",
        "{ \"title\": \"Ours\", \"projects\": [{ \"title\": \"\\u001b[2J\\nWells\\u202e\", \"start\": \"\\u001b]0;x\\u0007\" }] }",
    );
    for command in ["check", "query"] {
        let output = atlas(&[command, path.to_str().unwrap()]);
        let all = format!("{}{}", stdout(&output), stderr(&output));
        assert!(!all.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{all}");
        assert!(all.contains("Wells"));
    }
}

#[test]
fn standard_input_can_be_checked() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    command
        .args(["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"[]").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(status(&output), 1);
    assert!(stdout(&output).starts_with("(standard input):1:1: error: "));
}

#[test]
fn a_json_query_returns_matches_and_disjunctive_counts() {
    let output = atlas(&[
        "query",
        BUNDLED,
        "country=RO&donor=european-union",
        "--json",
    ]);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    let expected = serde_json::json!({
        "count": 1,
        "of": 6,
        "projects": ["agire"],
        "facets": {
            "country": {
                "AZ": 2, "IT": 2, "MD": 1, "MK": 1, "RO": 1, "AL": 0, "AM": 1, "AT": 1, "BA": 0, "BR": 1,
                "BG": 0, "HR": 0, "GE": 1, "GR": 1, "XK": 0, "LB": 0, "ME": 0, "PT": 1, "RS": 0, "TR": 1,
            },
            "donor": {
                "european-union": 1,
                "portuguese-commission-for-citizenship-and-gender-equality": 0,
                "portuguese-immigration-and-border-service": 0,
                "united-states-agency-for-international-development": 1,
                "united-states-department-of-state": 0,
            },
            "implementing": {
                "icmpd": 0, "international-labour-organisation": 0, "save-the-children-italia": 1, "none": 0,
            },
            "partner": {
                "icmpd": 1,
                "associazione-on-the-road": 0,
                "international-organisation-for-migration": 0,
                "organisation-for-security-and-cooperation-in-europe": 0,
                "portuguese-commission-for-citizenship-and-gender-equality": 0,
                "portuguese-immigration-and-border-service": 0,
                "universities-igos-ngos-and-law-enforcement-agencies": 1,
                "none": 0,
            },
            "theme": {
                "identification-referral-and-protection": 1,
                "labour-exploitation": 1,
                "law-enforcement-and-prosecution": 0,
                "policy-and-national-action-plans": 0,
                "prevention": 0,
                "transnational-cooperation": 0,
                "children": 1,
                "research-and-assessment": 0,
            },
            "region": {
                "southern-europe": 3, "eastern-europe": 2, "western-asia": 2, "south-america": 1,
                "western-europe": 1,
            },
        },
        "years": { "2007": 1, "2008": 1, "2009": 1, "2010": 1, "2011": 0, "2012": 0 },
        "undated": 0,
    });
    assert_eq!(answer, expected);
    assert!(
        stdout(&output)
            .starts_with(r#"{"count":1,"of":6,"projects":["agire"],"facets":{"country":{"#)
    );
}

#[test]
fn projects_are_listed_in_the_order_of_the_page() {
    let ids = |query: &str| {
        let output = atlas(&["query", BUNDLED, query, "--json"]);
        let answer: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
        let ids = answer["projects"].as_array().unwrap().iter();
        ids.map(|id| id.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids("sort=newest"),
        [
            "heroine-route",
            "telae",
            "trm-ii",
            "armenia-azerbaijan-georgia",
            "brazil-eu",
            "agire"
        ]
    );
    assert_eq!(
        ids("sort=oldest"),
        [
            "agire",
            "brazil-eu",
            "armenia-azerbaijan-georgia",
            "trm-ii",
            "telae",
            "heroine-route"
        ]
    );
    assert_eq!(ids(""), ids("sort=newest"));
    assert_eq!(
        ids("country=!RO&donor=european-union&from=2011&to=2011"),
        ["heroine-route", "armenia-azerbaijan-georgia", "brazil-eu"]
    );
    assert_eq!(ids("implementing=none"), ["trm-ii"]);
    assert_eq!(ids("region=south-america"), ["brazil-eu"]);
    // By a column, as in the table; projects of the same donor stay newest first.
    let newest_of_donor = ["heroine-route", "armenia-azerbaijan-georgia", "agire"];
    let rest = ["brazil-eu", "trm-ii", "telae"];
    assert_eq!(ids("order=donor"), [newest_of_donor, rest].concat());
    let rest = ["telae", "trm-ii", "brazil-eu"];
    assert_eq!(ids("order=-donor"), [rest, newest_of_donor].concat());
    assert_eq!(ids("order=period"), ids("sort=oldest"));
}

#[test]
fn projects_must_have_all_chosen_values_of_a_facet_that_matches_all() {
    let output = atlas(&[
        "query",
        BUNDLED,
        "country=RO&country=IT&match=country&match=colour",
        "--json",
    ]);
    assert_eq!(status(&output), 0);
    let answer: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(answer["projects"], serde_json::json!(["agire"]));
    assert_eq!(answer["facets"]["country"]["RO"], 1);
    assert_eq!(
        stderr(&output),
        "atlas: “match=colour” is not valid and was ignored\n"
    );
}

#[test]
fn an_order_by_a_column_that_is_not_there_is_reported() {
    let output = atlas(&["query", BUNDLED, "order=-colour"]);
    assert_eq!(status(&output), 0);
    assert_eq!(
        stderr(&output),
        "atlas: “order=-colour” is not valid and was ignored\n"
    );
}

#[test]
fn a_query_without_json_prints_a_table() {
    let output = atlas(&["query", BUNDLED, "country=LB"]);
    assert_eq!(status(&output), 0);
    let table = stdout(&output);
    for line in [
        "1 of 6 projects\n",
        "  telae  2010-10 to 2011-09  Training to Enhance Lebanese Anti-trafficking Effort (TELAE): Identification, Referral and Policy Responses\n",
        "\nregion\n",
        "       3  Western Asia [western-asia]\n",
        "\ncountry\n",
        "       1  Lebanon [LB]\n",
        "\nyears\n",
        "       1  2010\n",
        "       0  not stated [none]\n",
    ] {
        assert!(table.contains(line), "{line:?} is not in\n{table}");
    }
}

#[test]
fn groups_are_counted_among_the_values_of_their_field() {
    let path = file(
        "groups.json",
        r#"{ "title": "Ours", "projects": [
            { "title": "A", "fields": { "Sector": ["Health > Basic care", "Health > Vaccination"] } },
            { "title": "B" }
        ] }"#,
    );
    let output = atlas(&["query", path.to_str().unwrap(), "--json"]);
    let answer: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(
        answer["facets"]["sector"],
        serde_json::json!({
            "health": 1, "health-basic-care": 1, "health-vaccination": 1, "none": 1,
        })
    );
    assert_eq!(answer["undated"], 2);
    let output = atlas(&["query", path.to_str().unwrap(), "sector=health"]);
    for line in [
        "1 of 2 projects\n",
        "\nsector (groups)\n       1  Health [health]\n",
        "       1  without dates\n",
    ] {
        assert!(
            stdout(&output).contains(line),
            "{line:?} is not in\n{}",
            stdout(&output)
        );
    }
}

#[test]
fn amounts_are_filtered_sorted_and_counted_in_one_currency() {
    let path = file(
        "amounts.json",
        r#"{ "title": "Ours", "projects": [
            { "id": "wells", "title": "Wells", "budget": { "amount": 1500, "currency": "EUR" } },
            { "id": "roads", "title": "Roads", "budget": { "amount": 9000.5, "currency": "EUR" } },
            { "id": "schools", "title": "Schools", "budget": { "amount": 1, "currency": "USD" } }
        ] }"#,
    );
    let path = path.to_str().unwrap();
    let output = atlas(&["query", path, "amount-from=1000&sort=amount", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(answer["projects"], serde_json::json!(["roads", "wells"]));
    assert_eq!(
        answer["amounts"],
        serde_json::json!({
            "currency": "EUR",
            "ranges": [
                { "from": 1000, "to": 1999.99, "count": 1 },
                { "from": 2000, "to": 4999.99, "count": 0 },
                { "from": 5000, "to": 9999.99, "count": 1 },
            ],
            "unstated": 1,
        })
    );
    let output = atlas(&["query", path, "amount-to=5&currency=USD&amount-from=many"]);
    for line in [
        "1 of 3 projects\n",
        "\namounts in USD\n       1  1–1.99\n       2  without an amount\n",
    ] {
        let table = stdout(&output);
        assert!(table.contains(line), "{line:?} is not in\n{table}");
    }
    assert_eq!(
        stderr(&output),
        "atlas: “amount-from=many” is not valid and was ignored\n"
    );
}

#[test]
fn values_missing_from_the_portfolio_are_reported_and_ignored() {
    let output = atlas(&[
        "query",
        BUNDLED,
        "country=JP&colour=red&donor=european-union",
        "--json",
    ]);
    assert_eq!(status(&output), 0);
    assert!(stdout(&output).starts_with(r#"{"count":4,"of":6,"#));
    assert!(
        stderr(&output).contains("no country “JP”") && stderr(&output).contains("no colour “red”")
    );
}

#[test]
fn malformed_query_parameters_are_reported_and_ignored() {
    let output = atlas(&["query", BUNDLED, "from=soon&sort=upwards", "--json"]);
    assert_eq!(status(&output), 0);
    assert!(stdout(&output).starts_with(r#"{"count":6,"of":6,"#));
    assert!(stderr(&output).contains("from=soon") && stderr(&output).contains("sort=upwards"));
}

#[test]
fn a_query_on_a_broken_file_still_answers_and_reports_the_errors() {
    let path = file(
        "broken.json",
        r#"{ "title": "Ours", "projects": [{ "id": "wells", "title": "Wells" }, {}, { "ti"#,
    );
    let output = atlas(&["query", path.to_str().unwrap(), "--json"]);
    assert_eq!(status(&output), 0);
    assert!(stdout(&output).starts_with(r#"{"count":1,"of":1,"projects":["wells"],"#));
    assert!(stderr(&output).contains(": error: project 2: title: "));
}

#[test]
fn a_query_on_an_empty_file_exits_with_1() {
    let path = file("empty.json", "");
    let output = atlas(&["query", path.to_str().unwrap()]);
    assert_eq!((status(&output), stdout(&output)), (1, ""));
    assert!(stderr(&output).contains("This is an empty file"));
}

#[test]
fn converting_keeps_the_portfolio_and_is_idempotent() {
    let once = file("once.json", "");
    let twice = file("twice.json", "");
    let output = atlas(&["convert", BUNDLED, "-o", once.to_str().unwrap()]);
    assert_eq!(
        (status(&output), stdout(&output), stderr(&output)),
        (0, "", "")
    );
    assert_eq!(
        status(&atlas(&[
            "convert",
            once.to_str().unwrap(),
            "--output",
            twice.to_str().unwrap()
        ])),
        0
    );
    let (once, twice) = (
        fs::read_to_string(once).unwrap(),
        fs::read_to_string(twice).unwrap(),
    );
    assert_eq!(once, twice);
    let as_value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(
        as_value(&once),
        as_value(&fs::read_to_string(BUNDLED).unwrap())
    );
    assert_eq!(stdout(&atlas(&["convert", BUNDLED, "-o", "-"])), once);
}

#[test]
fn help_and_version_are_printed_on_request() {
    for arguments in [
        vec!["--help"],
        vec!["-h"],
        vec!["help"],
        vec!["query", "--help"],
        vec!["check", "-h"],
        vec!["convert", "-h"],
    ] {
        let output = atlas(&arguments);
        assert_eq!(status(&output), 0, "{arguments:?}");
        let usage = match arguments.first() {
            Some(&"query") => "atlas query FILE",
            Some(&"convert") => "atlas convert IN… -o OUT",
            _ => "atlas check FILE",
        };
        assert!(stdout(&output).contains(usage), "{arguments:?}");
    }
    assert_eq!(
        stdout(&atlas(&["--version"])),
        format!("atlas {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_usage_exits_with_2_and_explains_what_is_wrong() {
    for (arguments, expected) in [
        (vec![], "atlas check FILE"),
        (vec!["chekc", BUNDLED], "there is no command “chekc”"),
        (vec!["check"], "check needs a file"),
        (
            vec!["check", "--colour", BUNDLED],
            "invalid option '--colour'",
        ),
        (vec!["query"], "query needs a file"),
        (vec!["query", BUNDLED, "a=b", "c=d"], "unexpected argument"),
        (
            vec!["convert", BUNDLED],
            "convert needs an input file and an output file",
        ),
        (vec!["convert", BUNDLED, "-o"], "missing argument"),
        (vec!["--colour"], "invalid option '--colour'"),
    ] {
        let output = atlas(&arguments);
        assert_eq!((status(&output), stdout(&output)), (2, ""), "{arguments:?}");
        assert!(
            stderr(&output).contains(expected),
            "{arguments:?}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn a_file_that_cannot_be_opened_is_named_in_the_error() {
    for command in ["check", "query"] {
        let output = atlas(&[command, "no/such/file.json"]);
        assert_eq!((status(&output), stdout(&output)), (2, ""));
        assert!(stderr(&output).starts_with("atlas: no/such/file.json cannot be read: "));
    }
    let output = atlas(&["convert", BUNDLED, "-o", "no/such/folder/out.json"]);
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("no/such/folder/out.json cannot be written: "));
}

#[cfg(unix)]
#[test]
fn a_closed_output_pipe_is_not_a_failure() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    command
        .args(["query", BUNDLED, "--json"])
        .stderr(Stdio::piped());
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command.stdout(writer).output().unwrap();
    assert_eq!((status(&output), stderr(&output)), (0, ""));
}
