//! The tags of the Humanitarian Exchange Language, a row of which says what the columns hold.

use super::cells::text;
use super::vocabulary::Meaning;
use crate::grid::Grid;
use crate::mapping::ProjectField as Field;

/// The tags of a row with their columns, if it is a row of tags: `#org+funder`.
pub(super) fn tags(grid: &Grid, row: usize) -> Option<Vec<(usize, String)>> {
    let mut tags = Vec::new();
    for (column, cell) in grid.row(row) {
        let text = text(cell);
        if !is_tag(&text) {
            return None;
        }
        tags.push((column, text.to_ascii_lowercase()));
    }
    (!tags.is_empty()).then_some(tags)
}

fn is_tag(text: &str) -> bool {
    let name = text.strip_prefix('#').unwrap_or("");
    name.starts_with(|it: char| it.is_ascii_alphabetic())
        && name
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "+_- ".contains(it))
}

/// What a tag with its attributes means.
pub(super) fn meaning(tag: &str) -> Meaning {
    let mut parts = tag.trim_start_matches('#').split('+').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let attributes: Vec<&str> = parts.collect();
    let has = |names: &[&str]| attributes.iter().any(|it| names.contains(it));
    let is_id = has(&["code", "id"]);
    Meaning::Field(match name {
        "activity" if is_id => Field::Identifier,
        "activity" if has(&["description", "desc"]) => Field::Summary,
        "activity" if has(&["acronym"]) => Field::Acronym,
        "activity" | "project" if !has(&["type"]) => Field::Title,
        "org" if is_id || has(&["type", "acronym"]) => return Meaning::Other,
        "org" if has(&["funder", "donor", "funding", "fund", "source"]) => Field::Donor,
        "org" if has(&["partner", "partners"]) => Field::Partner,
        "org" => Field::Implementing,
        "country" => Field::Country,
        "region" | "adm1" | "adm2" | "adm3" if !is_id => Field::Region,
        "loc" | "adm4" | "adm5" if !is_id => Field::Place,
        "geo" if has(&["lat", "latitude", "coord"]) => Field::Latitude,
        "geo" if has(&["lon", "long", "longitude"]) => Field::Longitude,
        "date" if has(&["start"]) => Field::Start,
        "date" if has(&["end"]) => Field::End,
        "date" if has(&["year"]) => Field::Year,
        "date" => return Meaning::Date,
        "value" | "currency" if name == "currency" || has(&["currency"]) => Field::Currency,
        "value" | "financing" if has(&["spent", "disbursed", "paid"]) => {
            return Meaning::PartAmount;
        }
        "value" | "financing" => Field::Amount,
        "sector" | "subsector" if !is_id => Field::Theme,
        "status" => Field::Status,
        "meta" if has(&["id"]) => Field::Identifier,
        "meta" if has(&["url"]) => Field::Link,
        "description" => Field::Summary,
        "output" | "result" | "impact" => Field::Results,
        "contact" => return Meaning::Private,
        "crisis" | "channel" | "modality" | "cause" | "event" | "service" => {
            return Meaning::Category;
        }
        _ => return Meaning::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Cell;

    #[test]
    fn a_tag_says_what_a_column_holds() {
        for (tag, field) in [
            ("#org+funder", Some(Field::Donor)),
            ("#org+impl+name", Some(Field::Implementing)),
            ("#activity+name", Some(Field::Title)),
            ("#activity+code", Some(Field::Identifier)),
            ("#country+code", Some(Field::Country)),
            ("#date+start", Some(Field::Start)),
            ("#value+usd", Some(Field::Amount)),
            ("#adm1+name", Some(Field::Region)),
            ("#org+code", None),
            ("#affected+f", None),
        ] {
            let meaning = meaning(tag);
            assert_eq!(
                meaning,
                field.map_or(Meaning::Other, Meaning::Field),
                "{tag}"
            );
        }
    }

    #[test]
    fn only_a_row_of_nothing_but_tags_is_one() {
        let mut grid = Grid::of_text();
        for cells in [["#org", "#date +start"], ["#org", "Kenya"], ["# 1", "#2"]] {
            grid.start_row(1);
            for (column, cell) in cells.into_iter().enumerate() {
                grid.push(column, Cell::Text(cell), 1, 1);
            }
        }
        grid.start_row(4);
        let found: Vec<_> = (0..4).map(|row| tags(&grid, row).is_some()).collect();
        assert_eq!(found, [true, false, false, false]);
    }
}
