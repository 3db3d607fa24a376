//! Portfolios of any content.

use atlas_engine::colour::Colour;
use atlas_engine::country;
use atlas_engine::portfolio::{
    Budget, CountryMention, Currency, CustomField, Date, Degrees, Image, Link, Location, Money,
    Organisation, Overview, Portfolio, Project, Publisher, Related, Relation, Share, Status,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;

/// Texts that a format may take for something else.
const HOSTILE: [&str; 88] = [
    // Of IATI and XML.
    "Safe water",
    "XM-TEST-1",
    "GB-1",
    "Accountable",
    "Partner",
    "Yes",
    "Sector",
    "Region",
    "Tag",
    "SDG",
    "Humanitarian",
    "Basic Education",
    "Africa, regional",
    "co-funded",
    "0001-01-01",
    "a < b & c",
    "<b>bold</b>",
    "A\n\n- b\n- c",
    "Kenya",
    "]]>",
    "&amp;&#65;&lt;",
    "<!-- - -->",
    // Formulas, and what is escaped like one.
    "=1+1",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "@cmd",
    "+49 30 1234",
    "+x",
    "-5",
    "--5",
    "-x",
    "'=1",
    "''=1",
    "'s-Hertogenbosch",
    "'",
    "''",
    // Quotation marks, separators and line breaks.
    "\"quoted\"",
    "a \"b\" c",
    "\"",
    "a; b",
    "a;b",
    ";",
    "\\;",
    "a\\",
    "\\",
    "x, y",
    "a\tb\tc",
    "a|b|c",
    "one\ntwo",
    "one\r\ntwo\rthree",
    "sep=;",
    "#adm1+code",
    "#N/A",
    // Numbers, dates and words of programs.
    "1.5",
    "1,5",
    "007",
    "1e5",
    "2012-03-04",
    "04/03/2012",
    "40000 EUR",
    "TRUE",
    "true",
    "null",
    "NaN",
    "{\"a\":1}",
    "[1,2]",
    // Headings of the own table.
    "Id",
    "Title",
    "Exported",
    "List",
    "List source",
    "Total EUR",
    "Field: Sector",
    "Field: Id",
    "Country codes",
    // Other scripts and invisible characters.
    "مرحبا بالعالم",
    "שלום (abc)",
    "👩\u{200D}👩\u{200D}👧",
    "e\u{301}",
    "\u{202E}desrever\u{202C}",
    "\u{200F}x\u{200F}",
    "\u{FEFF}x",
    "x\u{200B}",
    "\u{200B}",
    "För\u{AD}de\u{AD}\n rung",
    "a\u{1}b\u{7F}c\u{85}d",
    "\0",
    "\u{FFFE}\u{FFFF}",
    "_x000D_ _x0041_",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned);
    prop_oneof![any::<String>(), hostile].prop_map(|text| {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            "“–\\\"".to_owned()
        } else {
            trimmed.to_owned()
        }
    })
}

/// A text that may be longer than the cell of a workbook.
fn long_text() -> impl Strategy<Value = String> {
    let long = (text(), 32_000..40_000_usize).prop_map(|(text, length)| {
        format!("{text}{}", "ä😀 ".repeat(length / 3))
            .trim()
            .to_owned()
    });
    prop_oneof![40 => text(), 1 => long]
}

fn url() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "https://example.org/a?b=c#d",
        "http://example.org",
        "mailto:a@example.org",
        "https://exämple.org/a b.pdf?x={1}|2^\\\"<>",
        "https://example.org/100%",
        "https://example.org/a#b#c",
        "https://example.org/?a[]=1",
        "https://a:b@example.org:port/",
    ])
    .prop_map(str::to_owned)
}

fn picture() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "images/a b.jpg?c=d#e",
        "../a:b/c.png",
        "/a.svg",
        "https://example.org/a.jpg",
    ])
    .prop_map(str::to_owned)
}

fn image() -> impl Strategy<Value = Image> {
    (picture(), of(text()), of(text())).prop_map(|(url, alt, credit)| Image { url, alt, credit })
}

fn date() -> impl Strategy<Value = Date> {
    (1u16..=9999, of((1u8..=12, of(1u8..=28)))).prop_map(|(year, rest)| {
        let written = match rest {
            None => format!("{year:04}"),
            Some((month, None)) => format!("{year:04}-{month:02}"),
            Some((month, Some(day))) => format!("{year:04}-{month:02}-{day:02}"),
        };
        Date::parse(&written).unwrap()
    })
}

fn budget() -> impl Strategy<Value = Vec<Budget>> {
    let year = of(1u16..=9999);
    // What JSON carries exactly.
    let hundredths = -999_999_999_999_999i64..=999_999_999_999_999;
    let one = (hundredths, "[A-Z]{3}", year).prop_map(|(hundredths, currency, year)| Budget {
        amount: Money::from_hundredths(hundredths),
        currency: Currency::parse(&currency).unwrap(),
        year,
    });
    vec(one, 0..3)
}

fn countries() -> impl Strategy<Value = Vec<CountryMention>> {
    // Three shares are at most as much as rounding may exceed 100 %.
    let details = (of(text()), of(0u32..=3350));
    btree_map(0..country::all().count(), details, 0..4).prop_map(|mentions| {
        let mention = |(at, (name, share)): (_, (_, Option<u32>))| CountryMention {
            code: country::all().nth(at).unwrap(),
            name,
            share: share.and_then(|hundredths| Share::parse(&format!("{hundredths}e-2"))),
        };
        mentions.into_iter().map(mention).collect()
    })
}

fn locations() -> impl Strategy<Value = Vec<Location>> {
    let millionths = |limit: i32| -limit * 1_000_000..=limit * 1_000_000;
    let one = (
        of(text()),
        millionths(90),
        millionths(180),
        of(0..country::all().count()),
    );
    let one = one.prop_map(|(name, latitude, longitude, country)| Location {
        name,
        latitude: Degrees::latitude(&format!("{latitude}e-6")).unwrap(),
        longitude: Degrees::longitude(&format!("{longitude}e-6")).unwrap(),
        country: country.and_then(|at| country::all().nth(at)),
    });
    vec(one, 0..3)
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    let details = (of(text()), of(url()), of(text()), of(text()), of(text()));
    btree_map(text(), details, 0..3).prop_map(|organisations| {
        let organisation = |(name, (acronym, url, reference, role, note))| Organisation {
            name,
            acronym,
            url,
            reference,
            role,
            note,
        };
        organisations.into_iter().map(organisation).collect()
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    btree_set(text(), 0..3).prop_map(|texts| texts.into_iter().collect())
}

fn links() -> impl Strategy<Value = Vec<Link>> {
    vec(
        (text(), of(url())).prop_map(|(title, url)| Link { title, url }),
        0..3,
    )
}

fn related() -> impl Strategy<Value = Vec<Related>> {
    let relation = prop_oneof![
        Just(Relation::Parent),
        Just(Relation::Child),
        Just(Relation::Sibling),
        text().prop_map(|text| Relation::parse(&text)),
    ];
    let id = (0..4).prop_map(|number| format!("Project_{number}"));
    let one = (
        text(),
        of(id),
        of(text()),
        of(text()),
        of(text()),
        of(relation),
    );
    vec(
        one.prop_map(|(title, id, acronym, donor, period, relation)| Related {
            title,
            id,
            acronym,
            donor,
            period,
            relation,
        }),
        0..2,
    )
}

fn fields() -> impl Strategy<Value = Vec<CustomField>> {
    btree_map(text(), btree_set(text(), 1..3), 0..2).prop_map(|fields| {
        let field = |(name, values): (_, std::collections::BTreeSet<_>)| CustomField {
            name,
            values: values.into_iter().collect(),
        };
        fields.into_iter().map(field).collect()
    })
}

fn project() -> impl Strategy<Value = Project> {
    let named = (
        text(),
        of(text()),
        of(text()),
        of(long_text()),
        of(long_text()),
        of(text()),
        of(text()),
    );
    let statuses = prop::sample::select(Status::ALL.to_vec());
    let dated = (of(date()), of(date()), of(statuses));
    let lists = (
        countries(),
        organisations(),
        organisations(),
        organisations(),
        texts(),
        texts(),
    );
    let more = (
        links(),
        links(),
        related(),
        fields(),
        of(image()),
        budget(),
        locations(),
    );
    (named, dated, lists, more).prop_map(|(named, dated, lists, more)| {
        let (title, identifier, acronym, objective, summary, duration, note) = named;
        let (countries, implementing, donors, partners, themes, results) = lists;
        let (documents, links, related, fields, image, budget, locations) = more;
        let mut dated = dated;
        if let (Some(start), Some(end), _) = dated
            && start.year() >= end.year()
        {
            dated.1 = None;
        }
        Project {
            id: String::new(),
            identifier,
            title,
            acronym,
            objective,
            summary,
            results,
            image,
            start: dated.0,
            end: dated.1,
            status: dated.2,
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
        }
    })
}

pub(crate) fn portfolio() -> impl Strategy<Value = Portfolio> {
    let publisher = (text(), of(url())).prop_map(|(name, url)| Publisher { name, url });
    let head = (
        text(),
        of(publisher),
        of(date()),
        of(text()),
        of(text()),
        of(text()),
    );
    let facets = prop::sample::subsequence(
        vec!["country", "donor", "implementing", "partner", "theme"],
        0..5,
    );
    let accent = any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Colour { red, green, blue });
    let overview = prop_oneof![Just(Overview::Shown), Just(Overview::Hidden)];
    let looks = (
        of(text()),
        of(url()),
        of(picture()),
        of(accent),
        of(overview),
    );
    (head, looks, facets, vec(project(), 0..4)).prop_map(|(head, looks, facets, mut projects)| {
        let (title, publisher, updated, licence, source, note) = head;
        let (intro, contact, logo, accent, overview) = looks;
        let ids: Vec<String> = (0..projects.len())
            .map(|number| format!("Project_{number}"))
            .collect();
        for (project, id) in projects.iter_mut().zip(&ids) {
            project.id.clone_from(id);
            for related in &mut project.related {
                related
                    .id
                    .take_if(|other| other == id || !ids.contains(other));
            }
        }
        Portfolio {
            title,
            publisher,
            intro,
            contact,
            logo,
            accent,
            overview,
            language: Some("sr-Latn".to_owned()),
            licence,
            updated,
            source,
            note,
            facets: facets.into_iter().map(str::to_owned).collect(),
            projects,
        }
    })
}
