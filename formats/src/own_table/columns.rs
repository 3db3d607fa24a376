//! The columns: each is written and read by the same entry.

use super::lists;
use crate::sources::clean;
use atlas_engine::country::{self, CountryCode};
use atlas_engine::portfolio::{
    Budget, CountryMention, Currency, CustomField, Date, Degrees, Image, Link, Location, Money,
    Organisation, Portfolio, Project, Related, Relation, Share, Status,
};
use std::collections::{BTreeSet, HashSet};

/// What the cells of a column hold, for formats that have types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Date,
    Number,
}

type Write = Box<dyn Fn(&Project) -> Vec<String>>;
/// Sets the value at a position of the list; `false` if it is not valid.
type Read = Box<dyn Fn(&mut Project, usize, &str) -> bool>;

/// A column. What is a list in a project is a list in its cell.
pub(crate) struct Column {
    pub(crate) heading: String,
    pub(crate) kind: Kind,
    /// Whether it is there even if no project has a value.
    pub(crate) is_required: bool,
    /// Whether a cell has several values.
    pub(crate) is_list: bool,
    write: Write,
    read: Read,
}

impl Column {
    fn text(
        heading: &str,
        write: impl Fn(&Project) -> Option<String> + 'static,
        read: impl Fn(&mut Project, &str) -> bool + 'static,
    ) -> Self {
        Self {
            heading: heading.to_owned(),
            kind: Kind::Text,
            is_required: false,
            is_list: false,
            write: Box::new(move |project| write(project).into_iter().collect()),
            read: Box::new(move |project, _, text| read(project, text)),
        }
    }

    fn list(
        heading: &str,
        write: impl Fn(&Project) -> Vec<String> + 'static,
        read: impl Fn(&mut Project, usize, &str) -> bool + 'static,
    ) -> Self {
        Self {
            heading: heading.to_owned(),
            kind: Kind::Text,
            is_required: false,
            is_list: true,
            write: Box::new(write),
            read: Box::new(read),
        }
    }

    fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// The cell of a project; empty if it has no value. `fit` makes each text one that the format holds.
    pub(crate) fn cell(&self, project: &Project, fit: &mut dyn FnMut(String) -> String) -> String {
        let parts = (self.write)(project).into_iter();
        let mut parts = parts.map(fit);
        if self.is_list {
            let parts: Vec<String> = parts.collect();
            return lists::join(parts.iter().map(String::as_str));
        }
        parts.next().unwrap_or_default()
    }

    /// Reads a cell that is not empty into a project. Returns the parts that are not valid.
    pub(super) fn read_into(&self, project: &mut Project, cell: &str) -> Vec<String> {
        let parts = if self.is_list {
            lists::split(cell)
        } else {
            vec![cell.to_owned()]
        };
        let mut invalid = Vec::new();
        for (at, part) in parts.into_iter().enumerate() {
            if !part.is_empty() && !(self.read)(project, at, &part) {
                invalid.push(part);
            }
        }
        invalid
    }
}

macro_rules! optional_text {
    ($heading:literal, $field:ident) => {
        Column::text(
            $heading,
            |project| project.$field.clone(),
            |project, text| {
                project.$field = Some(text.to_owned());
                true
            },
        )
    };
}

/// A column that states something for each item of a list that an earlier column has created.
macro_rules! part {
    ($heading:expr, $list:ident, $field:ident) => {
        Column::list(
            $heading,
            |project| {
                let parts = project.$list.iter();
                parts
                    .map(|it| it.$field.clone().unwrap_or_default())
                    .collect()
            },
            |project, at, text| {
                let item = project.$list.get_mut(at);
                item.map(|item| item.$field = Some(text.to_owned()))
                    .is_some()
            },
        )
    };
}

/// A column that creates the items of a list.
macro_rules! names {
    ($heading:literal, $list:ident, $field:ident, $type:ty) => {
        Column::list(
            $heading,
            |project| project.$list.iter().map(|it| it.$field.clone()).collect(),
            |project, _, text| {
                project.$list.push(<$type>::default());
                let item = project.$list.last_mut();
                item.map(|item| text.clone_into(&mut item.$field)).is_some()
            },
        )
    };
}

macro_rules! texts {
    ($heading:literal, $list:ident) => {
        Column::list(
            $heading,
            |project| project.$list.clone(),
            |project, _, text| {
                project.$list.push(text.to_owned());
                true
            },
        )
    };
}

macro_rules! organisations {
    ($columns:ident, $list:ident, $names:literal, $one:literal) => {
        $columns.push(names!($names, $list, name, Organisation));
        $columns.push(part!(concat!($one, " acronyms"), $list, acronym));
        $columns.push(part!(concat!($one, " addresses"), $list, url));
        $columns.push(part!(concat!($one, " references"), $list, reference));
        $columns.push(part!(concat!($one, " roles"), $list, role));
        $columns.push(part!(concat!($one, " notes"), $list, note));
    };
}

macro_rules! image {
    ($heading:literal, $field:ident) => {
        Column::text(
            $heading,
            |project| project.image.as_ref().and_then(|it| it.$field.clone()),
            |project, text| {
                let image = project.image.as_mut();
                image
                    .map(|image| image.$field = Some(text.to_owned()))
                    .is_some()
            },
        )
    };
}

/// The column of a date.
macro_rules! date {
    ($heading:literal, $field:ident) => {
        Column::text(
            $heading,
            |project| project.$field.map(|it| it.to_string()),
            |project, text| {
                project.$field = Date::parse(text);
                project.$field.is_some()
            },
        )
        .of_kind(Kind::Date)
    };
}

/// Every column of what all projects can state, in the order in which they are written and have to be read.
pub(crate) fn columns() -> Vec<Column> {
    let mut all = vec![
        Column::text(
            "Id",
            |project| Some(project.id.clone()),
            |project, text| {
                text.clone_into(&mut project.id);
                true
            },
        )
        .required(),
        optional_text!("Identifier", identifier),
        Column::text(
            "Title",
            |project| Some(project.title.clone()),
            |project, text| {
                text.clone_into(&mut project.title);
                true
            },
        )
        .required(),
        optional_text!("Acronym", acronym),
        Column::text(
            "Status",
            |project| project.status.map(|it| it.key().to_owned()),
            |project, text| {
                project.status = Status::parse(text);
                project.status.is_some()
            },
        ),
        date!("Start", start),
        date!("End", end),
        optional_text!("Duration", duration),
        Column::list("Country codes", country_codes, read_country),
        Column::list("Countries", country_names, read_country_name),
        Column::list("Country shares", shares, read_share),
        Column::list("Budget", budgets, read_budget),
    ];
    organisations!(all, donors, "Donors", "Donor");
    organisations!(all, implementing, "Implementing", "Implementing");
    organisations!(all, partners, "Partners", "Partner");
    all.extend([
        texts!("Themes", themes),
        optional_text!("Objective", objective),
        optional_text!("Summary", summary),
        texts!("Results", results),
        Column::list("Latitudes", latitudes, read_latitude),
        Column::list("Longitudes", longitudes, read_longitude),
        part!("Locations", locations, name),
        Column::list(
            "Location countries",
            location_countries,
            read_location_country,
        ),
        names!("Documents", documents, title, Link),
        part!("Document addresses", documents, url),
        names!("Links", links, title, Link),
        part!("Link addresses", links, url),
        names!("Related projects", related, title, Related),
        part!("Related ids", related, id),
        part!("Related acronyms", related, acronym),
        part!("Related donors", related, donor),
        part!("Related periods", related, period),
        Column::list("Relations", relations, read_relation),
        Column::text(
            "Image",
            |project| project.image.as_ref().map(|it| it.url.clone()),
            |project, text| {
                project.image = Some(Image {
                    url: text.to_owned(),
                    ..Image::default()
                });
                true
            },
        ),
        image!("Image description", alt),
        image!("Image credit", credit),
        optional_text!("Note", note),
    ]);
    all
}

fn country_codes(project: &Project) -> Vec<String> {
    let codes = project.countries.iter();
    codes.map(|it| it.code.as_str().to_owned()).collect()
}

fn read_country(project: &mut Project, _: usize, text: &str) -> bool {
    let mention = CountryCode::parse(text).map(|code| CountryMention {
        code,
        name: None,
        share: None,
    });
    let is_valid = mention.is_some();
    project.countries.extend(mention);
    is_valid
}

fn country_names(project: &Project) -> Vec<String> {
    let name = |it: &CountryMention| {
        let usual = country::name(it.code).unwrap_or_default();
        it.name.clone().unwrap_or_else(|| usual.to_owned())
    };
    project.countries.iter().map(name).collect()
}

fn read_country_name(project: &mut Project, at: usize, text: &str) -> bool {
    let Some(mention) = project.countries.get_mut(at) else {
        return false;
    };
    let is_usual = country::name(mention.code) == Some(text);
    mention.name = (!is_usual).then(|| text.to_owned());
    true
}

fn shares(project: &Project) -> Vec<String> {
    let share = |it: &CountryMention| it.share.map(|it| it.to_string()).unwrap_or_default();
    project.countries.iter().map(share).collect()
}

fn read_share(project: &mut Project, at: usize, text: &str) -> bool {
    let (mention, share) = (project.countries.get_mut(at), Share::parse(text));
    match mention {
        Some(mention) if share.is_some() => {
            mention.share = share;
            true
        }
        _ => false,
    }
}

/// `40000 EUR`, or `1500.5 USD 2012` for a year.
fn budgets(project: &Project) -> Vec<String> {
    let budget = |it: &Budget| {
        let year = it.year.map(|year| format!(" {year}")).unwrap_or_default();
        format!("{} {}{year}", it.amount, it.currency)
    };
    project.budget.iter().map(budget).collect()
}

fn read_budget(project: &mut Project, _: usize, text: &str) -> bool {
    let parse = || {
        let mut words = text.split_whitespace();
        let amount = Money::parse(words.next()?)?;
        let currency = Currency::parse(words.next()?)?;
        let year = words
            .next()
            .map(|year| year.parse().ok().filter(|it| *it > 0));
        (words.next().is_none() && year != Some(None)).then_some(Budget {
            amount,
            currency,
            year: year.flatten(),
        })
    };
    let budget = parse();
    let is_valid = budget.is_some();
    project.budget.extend(budget);
    is_valid
}

fn latitudes(project: &Project) -> Vec<String> {
    project
        .locations
        .iter()
        .map(|it| it.latitude.to_string())
        .collect()
}

fn read_latitude(project: &mut Project, _: usize, text: &str) -> bool {
    let Some(latitude) = Degrees::latitude(text) else {
        return false;
    };
    project.locations.push(Location {
        latitude,
        ..Location::default()
    });
    true
}

fn longitudes(project: &Project) -> Vec<String> {
    project
        .locations
        .iter()
        .map(|it| it.longitude.to_string())
        .collect()
}

fn read_longitude(project: &mut Project, at: usize, text: &str) -> bool {
    match (project.locations.get_mut(at), Degrees::longitude(text)) {
        (Some(location), Some(longitude)) => {
            location.longitude = longitude;
            true
        }
        _ => false,
    }
}

fn location_countries(project: &Project) -> Vec<String> {
    let code = |it: &Location| {
        it.country
            .map(|it| it.as_str().to_owned())
            .unwrap_or_default()
    };
    project.locations.iter().map(code).collect()
}

fn read_location_country(project: &mut Project, at: usize, text: &str) -> bool {
    let code = CountryCode::parse(text);
    let location = project.locations.get_mut(at).filter(|_| code.is_some());
    location.map(|location| location.country = code).is_some()
}

fn relations(project: &Project) -> Vec<String> {
    let relation = |it: &Related| {
        let relation = it.relation.as_ref().map(Relation::as_str);
        relation.unwrap_or_default().to_owned()
    };
    project.related.iter().map(relation).collect()
}

fn read_relation(project: &mut Project, at: usize, text: &str) -> bool {
    let related = project.related.get_mut(at);
    related
        .map(|it| it.relation = Some(Relation::parse(text)))
        .is_some()
}

const OF_CUSTOM: &str = "Field: ";
const OF_TOTAL: &str = "Total ";

/// The columns that an export adds about the list, which are no fields of a project.
pub(crate) const LIST: &str = "List";
pub(crate) const SOURCE: &str = "List source";
pub(crate) const SELECTION: &str = "Selection";
pub(crate) const EXPORTED: &str = "Exported";

/// What a heading of the table means that is none of [`columns`].
pub(super) enum Other<'a> {
    Custom(&'a str),
    /// A column that is made from others, or is about the list.
    Derived,
}

pub(super) fn other(heading: &str) -> Other<'_> {
    let total = heading.strip_prefix(OF_TOTAL).map(Currency::parse);
    if matches!(total, Some(Some(_))) || [LIST, SOURCE, SELECTION, EXPORTED].contains(&heading) {
        return Other::Derived;
    }
    Other::Custom(heading.strip_prefix(OF_CUSTOM).unwrap_or(heading))
}

/// The names of the custom fields, in the order in which projects state them.
pub(super) fn custom_names(portfolio: &Portfolio) -> Vec<String> {
    let fields = portfolio.projects.iter().flat_map(|it| &it.fields);
    let mut known = HashSet::new();
    let new = fields.filter(|field| known.insert(field.name.as_str()));
    new.map(|field| field.name.clone()).collect()
}

/// The column of a custom field. A name that means something else as a heading is written `Field: NAME`.
pub(super) fn custom(name: &str) -> Column {
    // As readers of tables clean it.
    let cleaned = clean(name);
    let is_known = columns().iter().any(|column| column.heading == cleaned);
    let is_itself = matches!(other(&cleaned), Other::Custom(custom) if custom == cleaned);
    let heading = if is_known || !is_itself {
        format!("{OF_CUSTOM}{name}")
    } else {
        name.to_owned()
    };
    let (written, read) = (name.to_owned(), name.to_owned());
    Column::list(
        &heading,
        move |project| {
            let field = project.fields.iter().find(|it| it.name == written);
            field.map(|it| it.values.clone()).unwrap_or_default()
        },
        move |project, _, text| {
            let at = project.fields.iter().position(|it| it.name == read);
            if let Some(field) = at.and_then(|at| project.fields.get_mut(at)) {
                field.values.push(text.to_owned());
            } else {
                project.fields.push(CustomField {
                    name: read.clone(),
                    values: vec![text.to_owned()],
                });
            }
            true
        },
    )
}

/// How many currencies get a column of their own.
const MAX_CURRENCIES: usize = 20;

/// A column of numbers for each currency: the total of each project.
pub(super) fn totals(portfolio: &Portfolio) -> Vec<Column> {
    let budgets = portfolio.projects.iter().flat_map(|it| &it.budget);
    let currencies: BTreeSet<Currency> = budgets.map(|it| it.currency).collect();
    let total = |currency: Currency| {
        Column::text(
            &format!("{OF_TOTAL}{currency}"),
            move |project| project.total(currency).map(|it| it.to_string()),
            |_, _| true,
        )
        .of_kind(Kind::Number)
    };
    currencies
        .into_iter()
        .take(MAX_CURRENCIES)
        .map(total)
        .collect()
}
