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
fn one_result_alone_is_a_list_of_one() {
    let alone = with_project("results", &json!("A well"));
    assert_eq!(alone.projects[0].results, ["A well"]);
    assert_eq!(alone, with_project("results", &json!(["A well"])));
}
