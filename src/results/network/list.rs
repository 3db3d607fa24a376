use crate::components::content_lang::content_lang;
use crate::dom::dynamic::text;
use crate::dom::element::{Element, el};
use crate::i18n::{self, Message, PluralMessage, tr, tr_plural, tr_with};
use crate::results::network::layout::NetworkLayout;
use crate::state::Atlas;
use atlas_engine::network::Partner;

const NAMED: usize = 8;

/// “European Union (3), ICMPD (2), 4 more”; `None` if there are no partners.
pub(crate) fn partner_names(layout: &NetworkLayout, at: usize) -> Option<String> {
    let partners = layout.network.partners(at as u32);
    let more = partners.len().saturating_sub(NAMED) as u32;
    let name = |partner: &Partner| {
        let name = layout.name(partner.node as usize);
        i18n::with_acronym(&name, &crate::i18n::intl::number(partner.projects))
    };
    let mut names: Vec<String> = partners.iter().take(NAMED).map(name).collect();
    if more > 0 {
        names.push(tr_plural(PluralMessage::Further, more));
    }
    (!names.is_empty()).then(|| names.join(tr(Message::ListSeparator)))
}

pub(crate) fn description(layout: &NetworkLayout, at: usize) -> String {
    let partners = partner_names(layout, at);
    let word = match partners {
        Some(_) => Message::OrganisationDescription,
        None => Message::OrganisationAlone,
    };
    let values = [
        ("name", layout.name(at)),
        ("roles", layout.role_names(at)),
        ("projects", i18n::projects(layout.projects(at))),
        ("partners", partners.unwrap_or_default()),
    ];
    tr_with(
        word,
        &values.each_ref().map(|(name, text)| (*name, text.as_str())),
    )
}

/// The sentences alone, for screen readers.
pub(crate) fn plain_list(layout: &NetworkLayout) -> Element {
    let rows = (0..layout.network.nodes.len()).map(|at| el("li").child(description(layout, at)));
    el("ul")
        .class("visually-hidden")
        .attr("aria-label", Message::NetworkTitle)
        .child(rows.collect::<Vec<_>>())
}

pub(crate) fn organisation_list(atlas: Atlas, layout: &NetworkLayout) -> Element {
    let rows = (0..layout.network.nodes.len()).map(|at| row(atlas, layout, at));
    el("ol")
        .key("list")
        .class("network-list")
        .child(rows.collect::<Vec<_>>())
}

fn row(atlas: Atlas, layout: &NetworkLayout, at: usize) -> Element {
    let choice = layout.choice(at);
    let (pressed, toggled) = (choice.clone(), choice.clone());
    let name = content_lang(atlas, el("button"))
        .attr("type", "button")
        .class("network-list__name")
        .key("name")
        .attr("id", ["listed-", &choice.id()].concat())
        .attr(
            "aria-pressed",
            text(move || pressed.is_selected(atlas).to_string()),
        )
        .on("click", move |_| toggled.toggle(atlas))
        .child(layout.name(at));
    let details = [layout.role_names(at), i18n::projects(layout.projects(at))];
    let details = el("p")
        .class("network-list__details")
        .child(details.join(tr(Message::DetailSeparator)));
    let partners = partner_names(layout, at).map(|partners| {
        el("p")
            .class("network-list__partners")
            .child(tr_with(Message::WorksWith, &[("partners", &partners)]))
    });
    el("li")
        .key(choice.id())
        .class("network-list__row")
        .attr("data-organisation", choice.main.1.clone())
        .child(el("div").key("organisation").child(name).child(details))
        .child(partners)
}
