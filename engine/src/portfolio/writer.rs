use crate::portfolio::model::{
    Budget, CountryMention, CustomField, Date, Image, Link, Location, Organisation, Portfolio,
    Project, Publisher, Related,
};
use std::fmt::{Display, Write as _};

/// Writes a portfolio as JSON; what is read back is equal to what was written.
///
/// Fields are in a fixed order, what is not stated is left out, and a name or code alone is a text.
///
/// ```
/// use atlas_engine::portfolio;
/// let ours = portfolio::read(br#"{"projects":[{"title":"Wells"}],"title":"Ours"}"#).portfolio.unwrap();
/// let written = portfolio::write(&ours);
/// assert!(written.starts_with("{\n  \"$schema\": \"portfolio.schema.json\",\n  \"title\": \"Ours\""));
/// assert_eq!(portfolio::read(written.as_bytes()).portfolio, Some(ours));
/// ```
pub fn write(portfolio: &Portfolio) -> String {
    // Without “..”, so that a new field does not compile until it is written.
    let Portfolio {
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
    } = portfolio;
    let mut json = Json::default();
    json.object(|json| {
        json.text("$schema", "portfolio.schema.json");
        json.text("title", title);
        if let Some(Publisher { name, url }) = publisher {
            json.field("publisher");
            json.named("name", name, &[("url", url)]);
        }
        json.optional("intro", intro.as_ref());
        json.optional("contact", contact.as_ref());
        json.optional("logo", logo.as_ref());
        if let Some(accent) = accent {
            json.text("accent", &accent.to_string());
        }
        if let Some(overview) = overview {
            json.text("overview", overview.name());
        }
        json.optional("language", language.as_ref());
        json.optional("licence", licence.as_ref());
        json.date("updated", *updated);
        json.optional("source", source.as_ref());
        json.optional("note", note.as_ref());
        json.list("facets", facets, |json, facet| {
            json.string(facet);
        });
        json.field("projects");
        json.array(projects, write_project);
    });
    json.text.push('\n');
    json.text
}

fn write_project(json: &mut Json, project: &Project) {
    let Project {
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
    } = project;
    json.object(|json| {
        json.text("id", id);
        json.optional("identifier", identifier.as_ref());
        json.text("title", title);
        json.optional("acronym", acronym.as_ref());
        json.optional("objective", objective.as_ref());
        json.optional("summary", summary.as_ref());
        json.list("results", results, |json, result| json.string(result));
        if let Some(Image { url, alt, credit }) = image {
            json.field("image");
            json.named("url", url, &[("alt", alt), ("credit", credit)]);
        }
        json.date("start", *start);
        json.date("end", *end);
        if let Some(status) = status {
            json.text("status", status.key());
        }
        json.optional("duration", duration.as_ref());
        json.list("budget", budget, write_budget);
        json.list("countries", countries, write_country);
        json.list("locations", locations, write_location);
        json.list("implementing", implementing, write_organisation);
        json.list("donors", donors, write_organisation);
        json.list("partners", partners, write_organisation);
        json.list("themes", themes, |json, theme| json.string(theme));
        json.list("documents", documents, write_link);
        json.list("links", links, write_link);
        json.list("related", related, write_related);
        if !fields.is_empty() {
            json.field("fields");
            json.object(|json| {
                for CustomField { name, values } in fields {
                    json.list(name, values, |json, value| json.string(value));
                }
            });
        }
        json.optional("note", note.as_ref());
    });
}

fn write_budget(json: &mut Json, budget: &Budget) {
    let Budget {
        amount,
        currency,
        year,
    } = budget;
    json.object(|json| {
        json.number("amount", amount);
        json.text("currency", currency.as_str());
        if let Some(year) = year {
            json.number("year", year);
        }
    });
}

fn write_country(json: &mut Json, mention: &CountryMention) {
    let CountryMention { code, name, share } = mention;
    if name.is_none() && share.is_none() {
        json.string(code.as_str());
        return;
    }
    json.object(|json| {
        json.text("code", code.as_str());
        json.optional("name", name.as_ref());
        if let Some(share) = share {
            json.number("share", share);
        }
    });
}

fn write_location(json: &mut Json, location: &Location) {
    let Location {
        name,
        latitude,
        longitude,
        country,
    } = location;
    json.object(|json| {
        json.optional("name", name.as_ref());
        json.number("lat", latitude);
        json.number("lon", longitude);
        if let Some(country) = country {
            json.text("country", country.as_str());
        }
    });
}

fn write_organisation(json: &mut Json, organisation: &Organisation) {
    let Organisation {
        name,
        acronym,
        url,
        reference,
        role,
        note,
    } = organisation;
    let details = [
        ("acronym", acronym),
        ("url", url),
        ("ref", reference),
        ("role", role),
        ("note", note),
    ];
    json.named("name", name, &details);
}

fn write_link(json: &mut Json, link: &Link) {
    let Link { title, url } = link;
    json.object(|json| {
        json.text("title", title);
        json.optional("url", url.as_ref());
    });
}

fn write_related(json: &mut Json, related: &Related) {
    let Related {
        title,
        id,
        acronym,
        donor,
        period,
        relation,
    } = related;
    json.object(|json| {
        json.text("title", title);
        json.optional("id", id.as_ref());
        json.optional("acronym", acronym.as_ref());
        json.optional("donor", donor.as_ref());
        json.optional("period", period.as_ref());
        if let Some(relation) = relation {
            json.text("relation", relation.as_str());
        }
    });
}

#[derive(Default)]
struct Json {
    text: String,
    depth: usize,
    begun: bool,
}

impl Json {
    fn within(&mut self, brackets: [char; 2], fill: impl FnOnce(&mut Self)) {
        let [open, close] = brackets;
        self.text.push(open);
        self.depth += 1;
        self.begun = false;
        fill(self);
        self.depth -= 1;
        if self.begun {
            self.line();
        }
        self.text.push(close);
        self.begun = true;
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn item(&mut self) {
        if self.begun {
            self.text.push(',');
        }
        self.begun = true;
        self.line();
    }

    fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.within(['{', '}'], fill);
    }

    fn array<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.within(['[', ']'], |json| {
            for item in items {
                json.item();
                write(json, item);
            }
        });
    }

    fn field(&mut self, name: &str) {
        self.item();
        self.string(name);
        self.text.push_str(": ");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.field(name);
        self.string(text);
    }

    fn optional(&mut self, name: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn number(&mut self, name: &str, number: &dyn Display) {
        self.field(name);
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{number}");
    }

    fn date(&mut self, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.text(name, &date.to_string());
        }
    }

    fn list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&mut Self, &T)) {
        if !items.is_empty() {
            self.field(name);
            self.array(items, write);
        }
    }

    fn named(&mut self, key: &str, name: &str, more: &[(&str, &Option<String>)]) {
        if more.iter().all(|(_, text)| text.is_none()) {
            self.string(name);
            return;
        }
        self.object(|json| {
            json.text(key, name);
            for (field, text) in more {
                json.optional(field, text.as_ref());
            }
        });
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                // Writing to a string cannot fail.
                control if control < ' ' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(control));
                }
                plain => self.text.push(plain),
            }
        }
        self.text.push('"');
    }
}
