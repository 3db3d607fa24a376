use crate::portfolio::model::{
    CountryMention, CustomField, Date, Link, Organisation, Portfolio, Project, Related,
};
use std::fmt::Write as _;

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
    let mut json = Json::default();
    json.object(|json| {
        json.text("$schema", "portfolio.schema.json");
        json.text("title", &portfolio.title);
        if let Some(publisher) = &portfolio.publisher {
            json.field("publisher");
            json.named(&publisher.name, &[("url", &publisher.url)]);
        }
        json.optional("language", portfolio.language.as_ref());
        json.optional("licence", portfolio.licence.as_ref());
        json.date("updated", portfolio.updated);
        json.optional("source", portfolio.source.as_ref());
        json.optional("note", portfolio.note.as_ref());
        json.list("facets", &portfolio.facets, |json, facet| {
            json.string(facet);
        });
        json.field("projects");
        json.array(&portfolio.projects, write_project);
    });
    json.text.push('\n');
    json.text
}

fn write_project(json: &mut Json, project: &Project) {
    json.object(|json| {
        json.text("id", &project.id);
        json.text("title", &project.title);
        json.optional("acronym", project.acronym.as_ref());
        json.optional("objective", project.objective.as_ref());
        json.optional("summary", project.summary.as_ref());
        json.date("start", project.start);
        json.date("end", project.end);
        if let Some(status) = project.status {
            json.text("status", status.key());
        }
        json.optional("duration", project.duration.as_ref());
        json.list("countries", &project.countries, write_country);
        json.list("implementing", &project.implementing, write_organisation);
        json.list("donors", &project.donors, write_organisation);
        json.list("partners", &project.partners, write_organisation);
        json.list("themes", &project.themes, |json, theme| json.string(theme));
        json.list("documents", &project.documents, write_link);
        json.list("links", &project.links, write_link);
        json.list("related", &project.related, write_related);
        if !project.fields.is_empty() {
            json.field("fields");
            json.object(|json| {
                for CustomField { name, values } in &project.fields {
                    json.list(name, values, |json, value| json.string(value));
                }
            });
        }
        json.optional("note", project.note.as_ref());
    });
}

fn write_country(json: &mut Json, mention: &CountryMention) {
    match &mention.name {
        None => json.string(mention.code.as_str()),
        Some(name) => json.object(|json| {
            json.text("code", mention.code.as_str());
            json.text("name", name);
        }),
    }
}

fn write_organisation(json: &mut Json, organisation: &Organisation) {
    let Organisation {
        name,
        acronym,
        url,
        note,
    } = organisation;
    json.named(name, &[("acronym", acronym), ("url", url), ("note", note)]);
}

fn write_link(json: &mut Json, link: &Link) {
    json.object(|json| {
        json.text("title", &link.title);
        json.optional("url", link.url.as_ref());
    });
}

fn write_related(json: &mut Json, related: &Related) {
    json.object(|json| {
        json.text("title", &related.title);
        json.optional("acronym", related.acronym.as_ref());
        json.optional("donor", related.donor.as_ref());
        json.optional("period", related.period.as_ref());
        json.optional("relation", related.relation.as_ref());
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

    fn named(&mut self, name: &str, more: &[(&str, &Option<String>)]) {
        if more.iter().all(|(_, text)| text.is_none()) {
            self.string(name);
            return;
        }
        self.object(|json| {
            json.text("name", name);
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
