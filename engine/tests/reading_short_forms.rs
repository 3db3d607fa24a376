//! A value may be written in a short form, and is then read as the whole.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use atlas_engine::portfolio::{self, Portfolio};
use serde_json::{Value, json};

fn read(file: &Value) -> Portfolio {
    let reading = portfolio::read(file.to_string().as_bytes());
    assert_eq!(reading.findings, []);
    reading.portfolio.unwrap()
}

fn with_project(field: &str, value: &Value) -> Portfolio {
    read(&json!({ "title": "Ours", "projects": [{ "title": "Wells", field: value }] }))
}

#[test]
fn the_address_of_an_image_alone_is_an_image() {
    let alone = with_project("image", &json!("images/wells.jpg"));
    let image = alone.projects[0].image.as_ref().unwrap();
    assert_eq!(image.url, "images/wells.jpg");
    assert_eq!(
        alone,
        with_project("image", &json!({ "url": "images/wells.jpg" }))
    );
}

#[test]
fn an_e_mail_address_alone_is_a_contact_by_mail() {
    let contact =
        |stated: &str| read(&json!({ "title": "Ours", "contact": stated, "projects": [] })).contact;
    let mailto = Some("mailto:we@we.example".to_owned());
    assert_eq!(contact("we@we.example"), mailto);
    assert_eq!(contact("mailto:we@we.example"), mailto);
}

#[test]
fn three_digits_of_an_accent_count_twice() {
    let accent =
        |stated: &str| read(&json!({ "title": "Ours", "accent": stated, "projects": [] })).accent;
    assert_eq!(accent("#2A6"), accent("#22aa66"));
    assert!(accent("#2A6").is_some());
}

#[test]
fn one_amount_alone_is_a_list_of_one() {
    let amount = json!({ "amount": 1_016_252.86, "currency": "EUR" });
    let alone = with_project("budget", &amount);
    assert_eq!(alone.projects[0].budget.len(), 1);
    assert_eq!(alone, with_project("budget", &json!([amount])));
}

#[test]
fn a_year_is_a_number_or_a_text() {
    let year = |year: Value| {
        let amount = json!({ "amount": 1, "currency": "EUR", "year": year });
        with_project("budget", &amount).projects[0].budget[0].year
    };
    assert_eq!(year(json!(2010)), Some(2010));
    assert_eq!(year(json!("2010")), Some(2010));
}

#[test]
fn one_result_alone_is_a_list_of_one() {
    let alone = with_project("results", &json!("A well"));
    assert_eq!(alone.projects[0].results, ["A well"]);
    assert_eq!(alone, with_project("results", &json!(["A well"])));
}
