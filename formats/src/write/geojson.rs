//! GeoJSON (RFC 7946): a feature a project, with the cells of its row as properties. Its geometry is its points,
//! or none; its countries are properties.

use super::{Losses, Selection, Written};
use crate::own_table::{Kind, OwnTable};
use atlas_engine::portfolio::{Location, Portfolio, Project};
use serde_json::{Value, json};
use std::fmt::Write as _;

pub(super) fn write(portfolio: &Portfolio, selection: &Selection) -> Written {
    let table = OwnTable::of(portfolio);
    let mut losses = Losses::of_table(&table);
    losses.of_list(portfolio, "GeoJSON");
    let statements = selection.statements(portfolio);
    let mut text = String::from("{\"type\":\"FeatureCollection\"");
    for (name, value) in &statements {
        let (name, value) = (Value::from(*name), Value::from(value.as_str()));
        let _ = write!(text, ",{name}:{value}");
    }
    text.push_str(",\"features\":[");
    for (at, project) in portfolio.projects.iter().enumerate() {
        text.push_str(if at > 0 { ",\n" } else { "\n" });
        let (id, geometry) = (Value::from(project.id.as_str()), geometry(project));
        let _ = write!(
            text,
            "{{\"type\":\"Feature\",\"id\":{id},\"geometry\":{geometry},\"properties\":{{"
        );
        // In the order of the columns, which a map would not keep.
        for (column, cell) in table.row(project, &mut |text| text) {
            if cell.is_empty() {
                continue;
            }
            let number = (column.kind == Kind::Number).then(|| number(&cell));
            let value = number.flatten().unwrap_or_else(|| Value::from(cell));
            let name = Value::from(column.heading.as_str());
            let _ = write!(text, "{name}:{value},");
        }
        for (at, (name, value)) in statements.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let (name, value) = (Value::from(*name), Value::from(value.as_str()));
            let _ = write!(text, "{comma}{name}:{value}");
        }
        text.push_str("}}");
    }
    text.push_str("\n]}\n");
    Written {
        bytes: text.into_bytes(),
        losses: losses.into_sentences(),
    }
}

fn number(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

fn geometry(project: &Project) -> Value {
    let position = |it: &Location| {
        let degrees = [it.longitude.to_string(), it.latitude.to_string()];
        let numbers: Vec<Value> = degrees.iter().filter_map(|it| number(it)).collect();
        Value::from(numbers)
    };
    let positions: Vec<Value> = project.locations.iter().map(position).collect();
    match positions.as_slice() {
        [] => Value::Null,
        [one] => json!({ "type": "Point", "coordinates": one }),
        _ => json!({ "type": "MultiPoint", "coordinates": positions }),
    }
}
