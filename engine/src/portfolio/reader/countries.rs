use super::json::{Node, Value, start_of};
use super::object::{ObjectReader, list, number, parsed, text, wrong_kind};
use super::report::{Path, Report};
use crate::country::{self, CountryCode};
use crate::portfolio::model::{CountryMention, Location};
use crate::portfolio::numbers::{Degrees, Share};

/// The most that shares add up to, in hundredths of a per cent: rounded shares may exceed 100 % a little.
const MAX_TOTAL: u32 = 10_050;

pub(super) fn countries(
    record: &mut ObjectReader<'_, '_>,
    report: &mut Report,
) -> Vec<CountryMention> {
    let mut countries: Vec<CountryMention> = Vec::new();
    let Some(node) = record.take("countries", report) else {
        return countries;
    };
    let list_at = node.at;
    let path = Path::Root.field("countries");
    for (position, node) in list(node, &path, report).into_iter().enumerate() {
        let at = node.at;
        let path = path.item(position);
        let Some(mention) = country(node, &path, report) else {
            continue;
        };
        match countries.iter().find(|other| other.code == mention.code) {
            None => countries.push(mention),
            Some(other) => repeated(&mention, other, at, &path, report),
        }
    }
    let shares = countries.iter().filter_map(|it| it.share);
    let total: u32 = shares.map(|share| u32::from(share.hundredths())).sum();
    if total > MAX_TOTAL {
        let message = format!(
            "The shares add up to {} %, but at most 100 % can be shared; correct them.",
            (total + 50) / 100
        );
        report.warning(list_at, &path, message);
    }
    countries
}

/// Reports a country that is already listed.
fn repeated(
    mention: &CountryMention,
    first: &CountryMention,
    at: usize,
    path: &Path<'_>,
    report: &mut Report,
) {
    let code = mention.code;
    let differs = if mention.name.is_some() && mention.name != first.name {
        "under another name"
    } else if mention.share.is_some() && mention.share != first.share {
        "with another share"
    } else {
        report.warning(at, path, format!("{code} is a duplicate; remove it."));
        return;
    };
    let message = format!("{code} is already listed {differs}; this one is ignored.");
    report.error(at, path, message);
}

fn country(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<CountryMention> {
    let at = node.at;
    let Value::Object(members) = node.value else {
        let stated = text(node, path, report)?;
        let code = country_code(&stated, at, path, report)?;
        return Some(CountryMention {
            code,
            name: None,
            share: None,
        });
    };
    let mut record = ObjectReader::new(members, *path, report);
    let code = record.stated_text("code", report);
    let name = record.text("name", report);
    let share = record.take("share", report);
    let share = share.and_then(|node| self::share(node, &path.field("share"), report));
    record.finish(&["code", "name", "share"], report);
    let path = path.field("code");
    let Some(code) = code else {
        report.error(
            at,
            &path,
            "The country has no code and is ignored; add its two letters: \"code\": \"RO\".",
        );
        return None;
    };
    let code = country_code(&code.text, code.at, &path, report)?;
    Some(CountryMention { code, name, share })
}

fn share(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<Share> {
    parsed(
        &number(node, path, false, report)?,
        path,
        Share::parse,
        "is not a share and is ignored; write a percentage from 0 to 100.",
        report,
    )
}

fn country_code(
    stated: &str,
    at: usize,
    path: &Path<'_>,
    report: &mut Report,
) -> Option<CountryCode> {
    let Some(code) = CountryCode::parse(stated) else {
        let meant = country::from_alpha3(stated).or_else(|| country::from_name(stated));
        let hint = match meant {
            Some(code) => format!("write \"{code}\"."),
            None => "use the two-letter ISO 3166-1 code, such as \"RO\".".to_owned(),
        };
        report.error(
            at,
            path,
            format!(
                "“{}” is not a country code and is ignored; {hint}",
                start_of(stated)
            ),
        );
        return None;
    };
    if country::name(code).is_none() {
        let hint = match country::from_name(stated) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => "is it a typo?".to_owned(),
        };
        report.warning(
            at,
            path,
            format!("The code {code} is not in use and is shown as written; {hint}"),
        );
    }
    Some(code)
}

/// Reads the places of a project.
pub(super) fn locations(record: &mut ObjectReader<'_, '_>, report: &mut Report) -> Vec<Location> {
    record.items("locations", report, location)
}

fn location(node: Node<'_>, path: &Path<'_>, report: &mut Report) -> Option<Location> {
    let at = node.at;
    let Value::Object(members) = node.value else {
        wrong_kind(
            at,
            &node.value,
            "a place, { \"name\": \"…\", \"lat\": 47.01, \"lon\": 28.86 },",
            path,
            report,
        );
        return None;
    };
    let mut record = ObjectReader::new(members, *path, report);
    let name = record.text("name", report);
    let latitude = record.required(
        "lat",
        at,
        "The place has no latitude and is ignored; add it: \"lat\": 47.01.",
        report,
    );
    let longitude = record.required(
        "lon",
        at,
        "The place has no longitude and is ignored; add it: \"lon\": 28.86.",
        report,
    );
    let country = record.stated_text("country", report);
    record.finish(&["name", "lat", "lon", "country"], report);
    let latitude = latitude.and_then(|node| {
        degrees(
            node,
            &path.field("lat"),
            Degrees::latitude,
            "is not a latitude, so the place is ignored; write degrees from -90 to 90. Are lat and lon swapped?",
            report,
        )
    });
    let longitude = longitude.and_then(|node| {
        degrees(
            node,
            &path.field("lon"),
            Degrees::longitude,
            "is not a longitude, so the place is ignored; write degrees from -180 to 180.",
            report,
        )
    });
    let path = path.field("country");
    let country = country.and_then(|it| country_code(&it.text, it.at, &path, report));
    Some(Location {
        name,
        latitude: latitude?,
        longitude: longitude?,
        country,
    })
}

fn degrees(
    node: Node<'_>,
    path: &Path<'_>,
    parse: fn(&str) -> Option<Degrees>,
    fault: &str,
    report: &mut Report,
) -> Option<Degrees> {
    parsed(
        &number(node, path, false, report)?,
        path,
        parse,
        fault,
        report,
    )
}
