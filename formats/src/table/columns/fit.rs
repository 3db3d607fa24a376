//! How well the values of a column fit what its heading means.

use crate::mapping::ProjectField as Field;
use crate::table::evidence::Evidence;
use crate::table::vocabulary::Meaning;

/// From 0, if the values contradict the meaning, to a little more than 1, if they confirm it.
pub(super) fn fit(meaning: Meaning, values: &Evidence) -> f32 {
    if values.is_empty() {
        return 0.9;
    }
    let field = match meaning {
        Meaning::Field(field) => field,
        Meaning::PartAmount => Field::Amount,
        Meaning::Date => Field::Start,
        Meaning::Private | Meaning::Percentage | Meaning::Category | Meaning::Other => return 1.0,
    };
    let by_share = |share: f32, most: f32, some: f32, few: f32| {
        if share >= 0.5 {
            most
        } else if share >= 0.2 {
            some
        } else {
            few
        }
    };
    match field {
        Field::Title => title(values),
        Field::Country => by_share(values.countries(), 1.1, 0.8, 0.25),
        Field::Start | Field::End => by_share(values.dates(), 1.0, 0.7, 0.2),
        Field::Year => by_share(values.years().max(values.dates()), 1.0, 0.7, 0.2),
        Field::Amount
            if values.percentages() > 0.5 || values.dates() > 0.5 && values.years() < 0.5 =>
        {
            0.1
        }
        Field::Amount => by_share(values.numbers(), 1.0, 0.7, 0.2),
        Field::Latitude | Field::Longitude => by_share(values.numbers(), 1.0, 0.7, 0.4),
        Field::Link => by_share(values.addresses(), 1.1, 0.9, 0.4),
        Field::Document => by_share(values.addresses(), 1.1, 0.9, 0.5),
        Field::Status => by_share(values.statuses(), 1.1, 0.9, 0.7),
        Field::Identifier => identifier(values),
        Field::Acronym if values.mean_length() > 30 => 0.4,
        Field::Currency if values.mean_length() > 20 || values.numbers() > 0.2 => 0.1,
        Field::Implementing | Field::Partner | Field::Donor => organisation(field, values),
        Field::Theme if values.numbers() > 0.8 => 0.5,
        Field::Region | Field::Place if values.numbers() > 0.7 => 0.4,
        Field::Region | Field::Place if values.countries() > 0.7 && !values.has_only_codes() => 0.6,
        Field::Summary | Field::Objective | Field::Results | Field::Note
            if values.numbers() > 0.7 =>
        {
            0.3
        }
        Field::Duration if values.addresses() > 0.5 => 0.1,
        _ => 1.0,
    }
}

fn title(values: &Evidence) -> f32 {
    let is_of_codes = values.codes() > 0.7 && values.mean_length() < 25;
    if values.addresses() > 0.5 || values.dates() > 0.8 && values.texts() < 0.5 {
        0.1
    } else if values.numbers() > 0.8 {
        0.3
    } else if is_of_codes {
        0.4
    } else if values.mean_length() > 600 {
        0.6
    } else if values.different() < 0.2 && values.count_of_different() < 50 {
        0.7
    } else {
        1.0
    }
}

fn identifier(values: &Evidence) -> f32 {
    let is_of_codes = values.numbers().max(values.codes()) >= 0.5;
    if values.mean_length() > 80 {
        0.2
    } else if is_of_codes {
        1.0
    } else {
        0.6
    }
}

fn organisation(field: Field, values: &Evidence) -> f32 {
    let is_flag = values.mean_length() < 3 && values.count_of_different() < 5 && values.filled > 5;
    if values.numbers() + values.percentages() > 0.7 {
        0.15
    } else if values.addresses() > 0.7 || is_flag {
        0.3
    } else if field != Field::Donor && values.countries() > 0.8 {
        0.7
    } else {
        1.0
    }
}
