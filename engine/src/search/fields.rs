use crate::country::{self, CountryCode};
use crate::place_names::PlaceNames;
use crate::portfolio::{Organisation, Project, Relation};

/// A text of a project that is searched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'a> {
    /// The kind of text.
    pub kind: FieldKind<'a>,
    /// The text.
    pub text: &'a str,
}

/// The kind of a searched text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the model of a project")]
pub enum FieldKind<'a> {
    Title,
    Acronym,
    Identifier,
    Objective,
    Summary,
    Result,
    Organisation(OrganisationRole),
    OrganisationAcronym(OrganisationRole),
    OrganisationReference(OrganisationRole),
    /// What the organisation did, in the source's own words.
    OrganisationOwnRole(OrganisationRole),
    OrganisationNote(OrganisationRole),
    /// The source's name for a country.
    CountryAsPublished(CountryCode),
    /// Another name of a country: the current one in English or the visitor's language, or a former one.
    Country(CountryCode),
    /// The name of a place.
    Location,
    Theme,
    /// A value of the custom field with this name.
    Custom(&'a str),
    Duration,
    Document,
    Link,
    /// Any text about a related project.
    Related,
    Remark,
}

/// The role of an organisation in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the model of a project")]
pub enum OrganisationRole {
    Donor,
    Implementing,
    Partner,
}

impl FieldKind<'_> {
    /// Returns whether it is a name of a country, published or not.
    pub fn is_country(self) -> bool {
        matches!(self, Self::CountryAsPublished(_) | Self::Country(_))
    }

    /// Returns how much a match here counts, compared with one in a longer text such as the summary.
    pub fn weight(self) -> f32 {
        match self {
            Self::Acronym => 5.0,
            Self::Title => 4.0,
            Self::Identifier
            | Self::Organisation(_)
            | Self::OrganisationAcronym(_)
            | Self::OrganisationReference(_)
            | Self::CountryAsPublished(_)
            | Self::Country(_)
            | Self::Location
            | Self::Theme
            | Self::Custom(_) => 2.0,
            Self::Objective
            | Self::Summary
            | Self::Result
            | Self::OrganisationOwnRole(_)
            | Self::OrganisationNote(_)
            | Self::Duration
            | Self::Document
            | Self::Link
            | Self::Related
            | Self::Remark => 1.0,
        }
    }
}

/// Returns every text of a project that is searched, the most significant first.
pub fn fields_of(project: &Project, place_names: PlaceNames) -> Vec<Field<'_>> {
    // Without “..”, so that a new field does not compile until it is searched or left out.
    let Project {
        id: _,
        identifier,
        title,
        acronym,
        objective,
        summary,
        results,
        image: _,
        start: _,
        end: _,
        status: _,
        duration,
        budget: _,
        countries,
        locations,
        implementing,
        donors,
        partners,
        themes,
        documents,
        links,
        related,
        fields: custom_fields,
        note,
    } = project;
    let mut fields = Fields(Vec::new());
    fields.add(FieldKind::Title, title);
    fields.add_stated(FieldKind::Acronym, acronym.as_ref());
    fields.add_stated(FieldKind::Identifier, identifier.as_ref());
    fields.add_stated(FieldKind::Objective, objective.as_ref());
    fields.add_stated(FieldKind::Summary, summary.as_ref());
    for result in results {
        fields.add(FieldKind::Result, result);
    }
    fields.add_organisations(OrganisationRole::Donor, donors);
    fields.add_organisations(OrganisationRole::Implementing, implementing);
    fields.add_organisations(OrganisationRole::Partner, partners);
    for mention in countries {
        let code = mention.code;
        fields.add_stated(FieldKind::CountryAsPublished(code), mention.name.as_ref());
        let (name, local) = (country::name(code), (place_names.country)(code));
        let names = name.into_iter().chain(local.filter(|_| local != name));
        for name in names.chain(country::aliases(code).iter().copied()) {
            fields.add(FieldKind::Country(code), name);
        }
    }
    for location in locations {
        fields.add_stated(FieldKind::Location, location.name.as_ref());
    }
    for theme in themes {
        fields.add(FieldKind::Theme, theme);
    }
    for custom in custom_fields {
        for value in &custom.values {
            fields.add(FieldKind::Custom(&custom.name), value);
        }
    }
    fields.add_stated(FieldKind::Duration, duration.as_ref());
    for document in documents {
        fields.add(FieldKind::Document, &document.title);
    }
    for link in links {
        fields.add(FieldKind::Link, &link.title);
    }
    for related in related {
        fields.add(FieldKind::Related, &related.title);
        for text in [&related.acronym, &related.donor, &related.period] {
            fields.add_stated(FieldKind::Related, text.as_ref());
        }
        // The other relations are words of the format, not of the source.
        if let Some(Relation::Other(words)) = &related.relation {
            fields.add(FieldKind::Related, words);
        }
    }
    fields.add_stated(FieldKind::Remark, note.as_ref());
    fields.0
}

struct Fields<'a>(Vec<Field<'a>>);

impl<'a> Fields<'a> {
    fn add(&mut self, kind: FieldKind<'a>, text: &'a str) {
        self.0.push(Field { kind, text });
    }

    fn add_stated(&mut self, kind: FieldKind<'a>, text: Option<&'a String>) {
        if let Some(text) = text {
            self.add(kind, text);
        }
    }

    fn add_organisations(&mut self, role: OrganisationRole, organisations: &'a [Organisation]) {
        for organisation in organisations {
            self.add(FieldKind::Organisation(role), &organisation.name);
            for (kind, text) in [
                (FieldKind::OrganisationAcronym(role), &organisation.acronym),
                (
                    FieldKind::OrganisationReference(role),
                    &organisation.reference,
                ),
                (FieldKind::OrganisationOwnRole(role), &organisation.role),
                (FieldKind::OrganisationNote(role), &organisation.note),
            ] {
                self.add_stated(kind, text.as_ref());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explorer::Explorer;
    use crate::portfolio::{CountryMention, CustomField, Link, Location, Portfolio, Related};
    use crate::query::Query;
    use crate::search::Highlighter;

    /// A project with a different word in every text it can have. No field is left to its default, so
    /// that a field added to the model must be added here.
    fn project_of_distinct_words() -> (Project, Vec<String>) {
        let mut words = Vec::new();
        let mut word = |field: &str| {
            let word = format!("{field}q");
            words.push(word.clone());
            word
        };
        let mut organisation = |role: &str| Organisation {
            name: word(&format!("{role}name")),
            acronym: Some(word(&format!("{role}acronym"))),
            url: Some("https://example.org/".to_owned()),
            reference: Some(word(&format!("{role}reference"))),
            role: Some(word(&format!("{role}role"))),
            note: Some(word(&format!("{role}note"))),
        };
        let (donors, implementing, partners) = (
            vec![organisation("donor")],
            vec![organisation("agency")],
            vec![organisation("partner")],
        );
        let project = Project {
            id: "identity".to_owned(),
            identifier: Some(word("identifier")),
            title: word("title"),
            acronym: Some(word("acronym")),
            objective: Some(word("objective")),
            summary: Some(word("summary")),
            results: vec![word("result")],
            image: None,
            start: None,
            end: None,
            status: None,
            duration: Some(word("duration")),
            budget: Vec::new(),
            countries: vec![CountryMention {
                code: CountryCode::parse("XK").expect("a code"),
                name: Some(word("country")),
                share: None,
            }],
            locations: vec![Location {
                name: Some(word("place")),
                ..Location::default()
            }],
            implementing,
            donors,
            partners,
            themes: vec![word("theme")],
            documents: vec![Link {
                title: word("document"),
                url: None,
            }],
            links: vec![Link {
                title: word("link"),
                url: None,
            }],
            related: vec![Related {
                title: word("relatedtitle"),
                id: None,
                acronym: Some(word("relatedacronym")),
                donor: Some(word("relateddonor")),
                period: Some(word("relatedperiod")),
                relation: Some(Relation::Other(word("relation"))),
            }],
            fields: vec![CustomField {
                name: "Sector".to_owned(),
                values: vec![word("custom")],
            }],
            note: Some(word("remark")),
        };
        words.push("1244".to_owned());
        (project, words)
    }

    #[test]
    fn every_text_of_a_project_is_found_and_highlighted() {
        let (project, words) = project_of_distinct_words();
        let other = Project {
            title: "Another".to_owned(),
            ..Project::default()
        };
        let explorer = Explorer::new(Portfolio {
            projects: vec![other, project.clone()],
            ..Portfolio::default()
        });
        for word in words {
            let query = Query {
                text: word.clone(),
                ..Query::default()
            };
            assert_eq!(explorer.results(&query).projects, [1], "{word}");
            let highlighter = Highlighter::new(&word);
            let fields = fields_of(&project, PlaceNames::default());
            let found = fields
                .iter()
                .filter(|field| !highlighter.ranges(field.text).is_empty());
            assert!(found.count() >= 1, "{word}");
        }
    }
}
