//! The options that say how files are read, the same for every command that reads.

use crate::Failure;
use atlas_formats::mapping::{ColumnMapping, Field};
use atlas_formats::{Format, Options};
use lexopt::{Parser, ValueExt as _};

/// Takes the option with this long name and its value, if it says how files are read; `false` if it does not.
pub(crate) fn take(
    name: &str,
    arguments: &mut Parser,
    options: &mut Options,
) -> Result<bool, Failure> {
    match name {
        "from" => options.format = Some(format(&arguments.value()?.string()?)?),
        "map" => {
            let (heading, field) = pair("--map", &arguments.value()?.string()?, "Heading=field")?;
            options.mapping.columns.push(ColumnMapping {
                field: Field::from(field),
                heading,
                nth: 1,
                separator: None,
                date_order: None,
                decimal: None,
                currency: None,
            });
        }
        "set" => {
            let (field, value) = pair("--set", &arguments.value()?.string()?, "country=KE")?;
            options.mapping.constants.insert(field, value);
        }
        "group-by" => options.mapping.group_by = Some(arguments.value()?.string()?),
        // An empty heading is one project a row.
        "no-group" => options.mapping.group_by = Some(String::new()),
        "sheet" => options.mapping.sheets.push(arguments.value()?.string()?),
        "mapping" => {
            let path = arguments.value()?;
            let name = path.to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path)
                .map_err(|error| Failure(format!("{name} cannot be read: {error}")))?;
            let read = serde_json::from_str(&text);
            let mut mapping: atlas_formats::Mapping =
                read.map_err(|error| Failure(format!("{name} is not a mapping: {error}")))?;
            // What the command line states comes first, in any order.
            let stated = std::mem::take(&mut options.mapping);
            mapping.columns.splice(0..0, stated.columns);
            mapping.constants.extend(stated.constants);
            mapping.group_by = stated.group_by.or(mapping.group_by);
            if !stated.sheets.is_empty() {
                mapping.sheets = stated.sheets;
            }
            options.mapping = mapping;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn format(name: &str) -> Result<Format, Failure> {
    Format::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|it| it.name()).collect();
        let names = names.join(", ");
        Failure(format!("there is no format “{name}”; use one of {names}"))
    })
}

/// The two sides of the last `=`: a heading may contain others.
fn pair(option: &str, text: &str, example: &str) -> Result<(String, String), Failure> {
    let (left, right) = text
        .rsplit_once('=')
        .ok_or_else(|| Failure(format!("{option} needs “{example}”, not “{text}”")))?;
    Ok((left.trim().to_owned(), right.trim().to_owned()))
}
