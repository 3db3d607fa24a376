//! A portfolio as its file, by serde: what is read back is equal to what was written.
//!
//! Fields are in a fixed order, what is not stated is left out, and a name or code alone is a text.
//!
//! ```
//! use atlas_engine::portfolio;
//! let ours = portfolio::read(br#"{"projects":[{"title":"Wells"}],"title":"Ours"}"#).portfolio.unwrap();
//! let written = serde_json::to_string_pretty(&ours).unwrap();
//! assert!(written.starts_with("{\n  \"$schema\": \"portfolio.schema.json\",\n  \"title\": \"Ours\""));
//! assert_eq!(portfolio::read(written.as_bytes()).portfolio, Some(ours));
//! ```

use crate::colour::Colour;
use crate::country::CountryCode;
use crate::portfolio::model::{
    Budget, CountryMention, CustomField, Date, Image, Link, Location, Organisation, Overview,
    Portfolio, Project, Publisher, Related, Relation, Status,
};
use crate::portfolio::numbers::{Currency, Degrees, Money, Share};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// An object to which only what is stated is added.
struct Object<S: Serializer>(S::SerializeMap);

impl<S: Serializer> Object<S> {
    fn begin(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    fn field(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<(), S::Error> {
        self.0.serialize_entry(name, value)
    }

    fn optional(&mut self, name: &str, value: Option<&impl Serialize>) -> Result<(), S::Error> {
        value.map_or(Ok(()), |value| self.field(name, value))
    }

    fn list(&mut self, name: &str, items: &[impl Serialize]) -> Result<(), S::Error> {
        if items.is_empty() {
            return Ok(());
        }
        self.field(name, items)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

impl Serialize for Portfolio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Without “..”, here and below, so that a new field does not compile until it is serialised.
        let Self {
            title,
            publisher,
            intro,
            contact,
            logo,
            accent,
            overview,
            language,
            licence,
            updated,
            source,
            note,
            facets,
            projects,
        } = self;
        let mut object = Object::begin(serializer)?;
        object.field("$schema", "portfolio.schema.json")?;
        object.field("title", title)?;
        object.optional("publisher", publisher.as_ref())?;
        object.optional("intro", intro.as_ref())?;
        object.optional("contact", contact.as_ref())?;
        object.optional("logo", logo.as_ref())?;
        object.optional("accent", accent.as_ref())?;
        object.optional("overview", overview.as_ref())?;
        object.optional("language", language.as_ref())?;
        object.optional("licence", licence.as_ref())?;
        object.optional("updated", updated.as_ref())?;
        object.optional("source", source.as_ref())?;
        object.optional("note", note.as_ref())?;
        object.list("facets", facets)?;
        object.field("projects", projects)?;
        object.end()
    }
}

impl Serialize for Project {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            id,
            identifier,
            title,
            acronym,
            objective,
            summary,
            results,
            image,
            start,
            end,
            status,
            duration,
            budget,
            countries,
            locations,
            implementing,
            donors,
            partners,
            themes,
            documents,
            links,
            related,
            fields,
            note,
        } = self;
        let mut object = Object::begin(serializer)?;
        object.field("id", id)?;
        object.optional("identifier", identifier.as_ref())?;
        object.field("title", title)?;
        object.optional("acronym", acronym.as_ref())?;
        object.optional("objective", objective.as_ref())?;
        object.optional("summary", summary.as_ref())?;
        object.list("results", results)?;
        object.optional("image", image.as_ref())?;
        object.optional("start", start.as_ref())?;
        object.optional("end", end.as_ref())?;
        object.optional("status", status.as_ref())?;
        object.optional("duration", duration.as_ref())?;
        object.list("budget", budget)?;
        object.list("countries", countries)?;
        object.list("locations", locations)?;
        object.list("implementing", implementing)?;
        object.list("donors", donors)?;
        object.list("partners", partners)?;
        object.list("themes", themes)?;
        object.list("documents", documents)?;
        object.list("links", links)?;
        object.list("related", related)?;
        if !fields.is_empty() {
            object.field("fields", &CustomFields(fields))?;
        }
        object.optional("note", note.as_ref())?;
        object.end()
    }
}

struct CustomFields<'a>(&'a [CustomField]);

impl Serialize for CustomFields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self
            .0
            .iter()
            .map(|CustomField { name, values }| (name, values));
        serializer.collect_map(fields)
    }
}

impl Serialize for Budget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            amount,
            currency,
            year,
        } = self;
        let mut object = Object::begin(serializer)?;
        object.field("amount", amount)?;
        object.field("currency", currency)?;
        object.optional("year", year.as_ref())?;
        object.end()
    }
}

impl Serialize for CountryMention {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { code, name, share } = self;
        if name.is_none() && share.is_none() {
            return code.serialize(serializer);
        }
        let mut object = Object::begin(serializer)?;
        object.field("code", code)?;
        object.optional("name", name.as_ref())?;
        object.optional("share", share.as_ref())?;
        object.end()
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            name,
            latitude,
            longitude,
            country,
        } = self;
        let mut object = Object::begin(serializer)?;
        object.optional("name", name.as_ref())?;
        object.field("lat", latitude)?;
        object.field("lon", longitude)?;
        object.optional("country", country.as_ref())?;
        object.end()
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { title, url } = self;
        let mut object = Object::begin(serializer)?;
        object.field("title", title)?;
        object.optional("url", url.as_ref())?;
        object.end()
    }
}

impl Serialize for Related {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            title,
            id,
            acronym,
            donor,
            period,
            relation,
        } = self;
        let mut object = Object::begin(serializer)?;
        object.field("title", title)?;
        object.optional("id", id.as_ref())?;
        object.optional("acronym", acronym.as_ref())?;
        object.optional("donor", donor.as_ref())?;
        object.optional("period", period.as_ref())?;
        object.optional("relation", relation.as_ref())?;
        object.end()
    }
}

impl Serialize for Publisher {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { name, url } = self;
        named(serializer, "name", name, &[("url", url)])
    }
}

impl Serialize for Organisation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            name,
            acronym,
            url,
            reference,
            role,
            note,
        } = self;
        let details = [
            ("acronym", acronym),
            ("url", url),
            ("ref", reference),
            ("role", role),
            ("note", note),
        ];
        named(serializer, "name", name, &details)
    }
}

impl Serialize for Image {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { url, alt, credit } = self;
        named(serializer, "url", url, &[("alt", alt), ("credit", credit)])
    }
}

/// Serialises a name alone as a text, and one with details as an object.
fn named<S: Serializer>(
    serializer: S,
    key: &str,
    name: &str,
    details: &[(&str, &Option<String>)],
) -> Result<S::Ok, S::Error> {
    if details.iter().all(|(_, text)| text.is_none()) {
        return serializer.serialize_str(name);
    }
    let mut object = Object::begin(serializer)?;
    object.field(key, name)?;
    for (field, text) in details {
        object.optional(field, text.as_ref())?;
    }
    object.end()
}

macro_rules! as_text {
    ($($type:ty: $text:expr,)+) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&$text(self))
            }
        })+
    };
}

as_text! {
    Colour: Colour::to_string,
    CountryCode: CountryCode::as_str,
    Currency: Currency::as_str,
    Date: Date::to_string,
    Overview: |overview: &Overview| overview.name(),
    Relation: Relation::as_str,
    Status: |status: &Status| status.key(),
}

macro_rules! as_number {
    ($($type:ty: $number:expr, $unit:expr;)+) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                decimal(serializer, $number(*self).into(), $unit)
            }
        })+
    };
}

as_number! {
    Money: Money::hundredths, 100;
    Degrees: Degrees::millionths, 1_000_000;
    Share: Share::hundredths, 100;
}

/// Serialises a number of `1 / unit`, a power of ten: a whole one exactly, another as the nearest
/// floating-point number, which is read back exactly up to 15 digits.
fn decimal<S: Serializer>(
    serializer: S,
    mut number: i64,
    mut unit: u32,
) -> Result<S::Ok, S::Error> {
    // Without the zeros at its end, as it is written, so that it is rounded like what is read.
    while unit > 1 && number % 10 == 0 {
        number /= 10;
        unit /= 10;
    }
    if unit == 1 {
        return serializer.serialize_i64(number);
    }
    serializer.serialize_f64(number as f64 / f64::from(unit))
}
