use crate::components::amounts::{at_a_glance, nodes_at_a_glance};
use crate::components::compare_toggle::compare_toggle;
use crate::components::content_lang::{content_lang, content_text};
use crate::components::dates::{dates, time_strip};
use crate::components::fact::{fact, fact_of, first_of, not_stated};
use crate::components::fair_share::fair_share;
use crate::components::highlight::{highlighted, highlighted_text};
use crate::components::names::mention_name;
use crate::components::prose::{beginning, prose};
use crate::components::record_link::{record_link, record_link_id};
use crate::components::selected_first::selected_first;
use crate::components::value_link::value_link;
use crate::dom::dynamic::{dynamic, flag};
use crate::dom::element::{Element, el};
use crate::i18n::{self, Message, tr};
use crate::results::hidden_matches::{ShownTexts, lines_of_matches};
use crate::state::Atlas;
use crate::text_search::highlighter::Highlighter;
use atlas_engine::facet::FacetKey;
use atlas_engine::portfolio::{CountryMention, Organisation, Project};
use leptos::prelude::*;

/// With more text than this, in bytes, a printed card is longer than a third of a page's column.
const LONG: usize = 900;

const MAX_MARKS_OF_TEXT: usize = 12;
const MAX_MARKS: usize = 20;

pub(crate) fn beginning_of(project: &Project) -> Option<String> {
    let text = project.objective.as_deref().or(project.summary.as_deref());
    text.map(beginning).filter(|text| !text.is_empty())
}

/// On paper (`in_full`), nothing can be opened, so the card has all the text.
pub(crate) fn card(atlas: Atlas, record: u32, project: &Project, in_full: bool) -> Element {
    let atlas = atlas.with_marks(MAX_MARKS);
    let begins = beginning_of(project);
    let heading_id = format!("title-{}", project.id);
    let title = content_lang(atlas, el("h3"))
        .class("card__title")
        .attr("id", heading_id.clone())
        .child(title_link(atlas, project, "card__link"));
    let shown = ShownTexts::OfCard {
        max: max_values(project),
    };
    let hidden_matches = hidden_matches(atlas, record, begins.clone(), shown);
    let texts = if in_full {
        let whole = [&project.objective, &project.summary];
        let whole = whole.into_iter().flatten();
        whole.map(|text| prose(atlas, text)).collect()
    } else {
        let begins = begins.map(|text| {
            content_lang(atlas, el("p"))
                .class("card__excerpt")
                .child(highlighted_text(atlas, text, MAX_MARKS_OF_TEXT))
                .finish()
        });
        Vec::from_iter(begins)
    };
    let lengths = [&project.objective, &project.summary];
    let lengths = lengths.into_iter().flatten().map(String::len);
    let is_long = in_full && lengths.sum::<usize>() > LONG;
    let codes = project.countries.clone();
    let point = move |on: bool| atlas.point_at_project(on.then_some(record));
    el("article")
        .with_one_effect()
        .attr("part", "card")
        .class("card")
        .class_if("card--long", is_long)
        .class_if(
            "card--highlighted",
            flag(move || {
                let pointed = atlas.pointed();
                pointed.is_some_and(|code| codes.iter().any(|it| it.code == code))
            }),
        )
        .on("pointerenter", move |_| point(true))
        .on("focusin", move |_| point(true))
        .on("pointerleave", move |_| point(false))
        .on("focusout", move |_| point(false))
        .attr("data-project", project.id.clone())
        .attr("aria-labelledby", heading_id)
        .child(time_strip(atlas, project))
        .child(when(atlas, project, "card__dates"))
        .child(at_a_glance(project))
        .child(title)
        .child(texts)
        .child(hidden_matches)
        .child(facts(atlas, project))
        .child(
            el("p")
                .class("card__more")
                .child(compare_toggle(atlas, project)),
        )
}

/// The title as the link to the project. The style sheet extends it over its whole article.
pub(crate) fn title_link(atlas: Atlas, project: &Project, class: &'static str) -> Element {
    record_link(atlas, project)
        .class(class)
        .attr("id", record_link_id(project))
        .child(highlighted(atlas, project.title.as_str()))
}

pub(crate) fn when(atlas: Atlas, project: &Project, class: &'static str) -> Element {
    let period = dates(project).unwrap_or_else(|| tr(Message::PeriodNotStated).to_owned());
    let acronym = project.acronym.as_deref();
    el("p")
        .class(class)
        .child(el("span").child(period))
        .child(acronym.map(|acronym| content_text(atlas, acronym).class("acronym")))
}

fn facts(atlas: Atlas, project: &Project) -> Element {
    let (explorer, max) = (atlas.explorer(), max_values(project));
    let organisations = |label: Message, facet: FacetKey, organisations: &[Organisation]| {
        let organisations = selected_first(atlas, &facet, organisations, |it| &it.name);
        let names = organisations.into_iter().map(|organisation| {
            let name = organisation.full_name();
            content_lang(atlas, value(atlas, &facet, &organisation.name, name))
        });
        values(label, names.collect(), max)
    };
    let countries = selected_first(atlas, &FacetKey::COUNTRY, &project.countries, |it| {
        it.code.as_str()
    });
    let countries = countries.into_iter().map(|mention| country(atlas, mention));
    let themes = selected_first(atlas, &FacetKey::THEME, &project.themes, String::as_str);
    let themes = themes
        .into_iter()
        .map(|theme| content_lang(atlas, value(atlas, &FacetKey::THEME, theme, theme.clone())));
    let partners = (!project.partners.is_empty())
        .then(|| organisations(Message::Partners, FacetKey::PARTNER, &project.partners));
    let themes =
        (!project.themes.is_empty()).then(|| values(Message::Themes, themes.collect(), max));
    // What no project of the portfolio states is not missing.
    let is_stated = |facet: &FacetKey| {
        let facet = explorer.facets().facet(facet);
        facet.is_some_and(|facet| facet.stated().next().is_some())
    };
    let [donors, implementing] = [
        (Message::Donors, FacetKey::DONOR, &project.donors),
        (
            Message::Implementing,
            FacetKey::IMPLEMENTING,
            &project.implementing,
        ),
    ]
    .map(|(label, facet, names)| is_stated(&facet).then(|| organisations(label, facet, names)));
    let countries =
        is_stated(&FacetKey::COUNTRY).then(|| values(Message::Countries, countries.collect(), max));
    el("dl")
        .class("card__facts")
        .child(donors)
        .child(implementing)
        .child(partners)
        .child(countries)
        .child(themes)
}

/// A country by the name that the project's source uses.
pub(crate) fn country(atlas: Atlas, mention: &CountryMention) -> Element {
    let named = value(
        atlas,
        &FacetKey::COUNTRY,
        mention.code.as_str(),
        mention_name(mention),
    );
    match mention.own_name() {
        Some(_) => content_lang(atlas, named),
        None => named,
    }
}

pub(crate) fn value(atlas: Atlas, facet: &FacetKey, key: &str, name: String) -> Element {
    value_link(atlas, facet, key).child(highlighted(atlas, name))
}

/// How many values a card shows, and how many of each kind at least; the rest are counted.
const MAX_VALUES: usize = 40;
const MIN_VALUES: usize = 5;

fn values_by_kind(project: &Project) -> [usize; 5] {
    [
        project.donors.len(),
        project.implementing.len(),
        project.partners.len(),
        project.countries.len(),
        project.themes.len(),
    ]
}

fn max_values(project: &Project) -> usize {
    let lengths = values_by_kind(project).to_vec();
    fair_share(lengths, MAX_VALUES, MIN_VALUES)
}

pub(crate) fn nodes_of_card(project: &Project, highlighter: &Highlighter) -> usize {
    let max = max_values(project);
    let values = values_by_kind(project).into_iter();
    let values: usize = values.map(|of_kind| of_kind.min(max)).sum();
    NODES_BESIDE_VALUES
        + nodes_at_a_glance(project)
        + values
        + nodes_of_search(project, max, highlighter)
}

/// Counts the marked matches, and a line on where the project was found; `max` is per kind of value.
fn nodes_of_search(project: &Project, max: usize, highlighter: &Highlighter) -> usize {
    if highlighter.is_empty() {
        return 0;
    }
    let matches = |text: &str| highlighter.ranges(text).len();
    let of_text = beginning_of(project).map_or(0, |text| matches(&text));
    let organisations = [&project.donors, &project.implementing, &project.partners];
    let organisations = organisations.into_iter().flat_map(|of| of.iter().take(max));
    let organisations: usize = organisations.map(|it| matches(&it.full_name())).sum();
    let countries = project.countries.iter().take(max);
    let countries: usize = countries.map(|it| matches(&mention_name(it))).sum();
    let themes: usize = project.themes.iter().take(max).map(|it| matches(it)).sum();
    let marks = matches(&project.title)
        + of_text.min(MAX_MARKS_OF_TEXT)
        + organisations
        + countries
        + themes;
    NODES_OF_LINE + marks.min(MAX_MARKS)
}

const NODES_BESIDE_VALUES: usize = 27;

const NODES_OF_LINE: usize = 3;

fn values(label: Message, values: Vec<Element>, max: usize) -> Element {
    if values.is_empty() {
        return fact(tr(label), not_stated());
    }
    let label = i18n::label_for(label, values.len());
    let (values, further) = first_of(values, max);
    fact_of(tr(label), separated(el("dd"), values, further))
}

/// Adds values to an element, with separators, and how many more there are.
pub(crate) fn separated(
    mut within: Element,
    values: Vec<Element>,
    further: Option<String>,
) -> Element {
    for (at, value) in values.into_iter().enumerate() {
        if at > 0 {
            within = within.child(Message::ListSeparator);
        }
        within = within.child(value);
    }
    match further {
        Some(further) => within.child(Message::ListSeparator).child(further),
        None => within,
    }
}

/// Where the search found a project, if the card or row does not show it. `begins` is the beginning of the
/// text that it shows.
pub(crate) fn hidden_matches(
    atlas: Atlas,
    record: u32,
    begins: Option<String>,
    shown: ShownTexts,
) -> AnyView {
    dynamic(move || {
        let chunk = atlas.deferred().ready()?;
        let is_searching = !atlas.highlighter().is_empty();
        is_searching.then(|| lines_of_matches(chunk, (atlas, record), begins.as_deref(), shown))
    })
}
