//! The JSON Schema of portfolios, and a validator of the keywords that it uses.

use regex_lite::Regex;
use serde_json::{Map, Value};

pub(crate) fn schema() -> Value {
    serde_json::from_str(include_str!("../../../public/portfolio.schema.json")).unwrap()
}

/// Validates with the few keywords that the schema uses; an unknown one fails the test.
fn faults(schema: &Value, root: &Value, value: &Value, path: &str) -> Vec<String> {
    let Some(rules) = schema.as_object() else {
        return match schema {
            Value::Bool(true) => Vec::new(),
            _ => vec![format!("{path}: is not allowed")],
        };
    };
    let mut found = Vec::new();
    for (keyword, rule) in rules {
        match keyword.as_str() {
            // The last two are handled together with `properties`.
            "$schema"
            | "$defs"
            | "title"
            | "description"
            | "examples"
            | "patternProperties"
            | "additionalProperties" => {}
            "$ref" => {
                let target = root
                    .pointer(rule.as_str().unwrap().trim_start_matches('#'))
                    .unwrap();
                found.extend(faults(target, root, value, path));
            }
            "type" => {
                let fits = match rule.as_str().unwrap() {
                    "string" => value.is_string(),
                    "array" => value.is_array(),
                    "object" => value.is_object(),
                    "number" => value.is_number(),
                    "integer" => value.is_i64() || value.is_u64(),
                    other => panic!("the test knows no type {other}"),
                };
                if !fits {
                    found.push(format!("{path}: is no {rule}"));
                }
            }
            "pattern" => {
                let pattern = Regex::new(rule.as_str().unwrap()).unwrap();
                if value.as_str().is_some_and(|text| !pattern.is_match(text)) {
                    found.push(format!("{path}: {value} does not match {rule}"));
                }
            }
            "minimum" | "maximum" => {
                let limit = rule.as_f64().unwrap();
                let fits = |number: f64| match keyword.as_str() {
                    "minimum" => number >= limit,
                    _ => number <= limit,
                };
                if value.as_f64().is_some_and(|number| !fits(number)) {
                    found.push(format!("{path}: {value} is beyond {rule}"));
                }
            }
            "required" => {
                let missing = rule.as_array().unwrap().iter().filter(|name| {
                    value.is_object() && value.get(name.as_str().unwrap()).is_none()
                });
                found.extend(missing.map(|name| format!("{path}: {name} is missing")));
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(rule, root, item, &format!("{path}[{at}]")));
                }
            }
            "anyOf" => {
                let choices: Vec<_> = rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|choice| faults(choice, root, value, path))
                    .collect();
                if choices.iter().all(|choice| !choice.is_empty()) {
                    found.extend(choices.into_iter().flatten());
                }
            }
            "enum" => {
                if !rule.as_array().unwrap().contains(value) {
                    found.push(format!("{path}: {value} is none of {rule}"));
                }
            }
            "properties" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let path = format!("{path}.{name}");
                    found.extend(faults(property(rules, name), root, value, &path));
                }
            }
            other => panic!("the test knows no keyword {other}"),
        }
    }
    // An object with only free names has no `properties`.
    if !rules.contains_key("properties") && rules.contains_key("additionalProperties") {
        for (name, value) in value.as_object().into_iter().flatten() {
            found.extend(faults(
                property(rules, name),
                root,
                value,
                &format!("{path}.{name}"),
            ));
        }
    }
    found
}

fn property<'s>(rules: &'s Map<String, Value>, name: &str) -> &'s Value {
    let stated = rules
        .get("properties")
        .and_then(|properties| properties.get(name));
    let patterns = rules.get("patternProperties").and_then(Value::as_object);
    let matching = || {
        let mut patterns = patterns.into_iter().flatten();
        patterns
            .find(|(pattern, _)| Regex::new(pattern).unwrap().is_match(name))
            .map(|(_, schema)| schema)
    };
    stated
        .or_else(matching)
        .unwrap_or(&rules["additionalProperties"])
}

/// What is wrong in a portfolio by its schema.
pub(crate) fn faults_of(value: &Value) -> Vec<String> {
    let schema = schema();
    faults(&schema, &schema, value, "")
}
