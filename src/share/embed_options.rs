//! Share and embed: a link, an element or an iframe with what is shown now, to copy.

use crate::components::fact::first_of;
use crate::components::names::portfolio_title;
use crate::dom::dynamic::{dynamic, flag, text};
use crate::dom::element::{Element, el, fragment};
use crate::host::chunk::FurtherChunk;
use crate::host::{self, address, clipboard};
use crate::i18n::{self, Message, tr};
use crate::share::embed_code::Embedding;
use crate::state::Atlas;
use atlas_engine::explorer::is_useful;
use atlas_engine::query::{Query, View};
use atlas_i18n::LANGUAGES;
use leptos::prelude::*;

pub(crate) const TITLE_ID: &str = "share-title";

/// Positions in [`KINDS`].
const LINK: usize = 0;
const FRAME: usize = 2;
/// Only the address of a frame.
const ADDRESS: usize = 3;
const KINDS: [Message; 3] = [
    Message::ShareLink,
    Message::ShareElement,
    Message::ShareFrame,
];
const ADVICE: [Message; 3] = [
    Message::ShareLinkAdvice,
    Message::ShareElementAdvice,
    Message::ShareFrameAdvice,
];

/// The keys of the themes; the first is none of our own.
const THEMES: [&str; 3] = ["", "light", "dark"];

/// Numbers rather than enums: the framework compiles its signal code for every type, into the main
/// program.
#[derive(Clone, Copy)]
struct Choices {
    kind: RwSignal<usize>,
    with_filters: RwSignal<bool>,
    /// The position among all views, in [`THEMES`], and among the languages after “same as the page”.
    view: RwSignal<usize>,
    theme: RwSignal<usize>,
    language: RwSignal<usize>,
    /// In pixels; 0 is the height of the content.
    height: RwSignal<usize>,
    hidden: RwSignal<Vec<usize>>,
}

pub(crate) fn embed_options(_loaded: FurtherChunk, atlas: Atlas) -> AnyView {
    let query = untrack(|| atlas.query());
    let language = LANGUAGES.iter().position(|it| it.code == query.lang);
    let choices = Choices {
        kind: RwSignal::new(LINK),
        with_filters: RwSignal::new(true),
        view: RwSignal::new(untrack(|| atlas.view()) as usize),
        theme: RwSignal::new(0),
        language: RwSignal::new(language.map_or(0, |at| at + 1)),
        height: RwSignal::new(0),
        hidden: RwSignal::new(Vec::new()),
    };
    let code = text(move || code(atlas, choices));
    let copy_status = RwSignal::new(None::<Message>);
    let copy = el("button")
        .attr("type", "button")
        .class("button button--strong")
        .on("click", move |_| {
            copy_status.set(None);
            clipboard::copy(&code.get_untracked(), move |went_well| {
                copy_status.set(Some(if went_well {
                    Message::Copied
                } else {
                    Message::CopyByHand
                }));
            });
        })
        .child(Message::Copy);
    let words = text(move || copy_status.get().map(tr).unwrap_or_default().to_owned());
    let acts = el("div")
        .class("share__actions")
        .child(copy)
        .child(el("p").attr("aria-live", "polite").child(words));
    let advice = text(move || {
        let advice = ADVICE.get(choices.kind.get());
        advice.copied().map(tr).unwrap_or_default().to_owned()
    });
    let parts = [
        el("h2")
            .class("dialog__title")
            .attr("id", TITLE_ID)
            .child(Message::ShareAndEmbed),
        kinds(choices),
        options(atlas, choices),
        el("p").class("share__hint").child(advice),
        el("pre")
            .class("share__code")
            .attr("tabindex", "0")
            .attr("aria-label", Message::ShareCode)
            .attr("dir", "ltr")
            .child(code),
        acts,
        preview(atlas, choices),
    ];
    fragment(parts)
}

fn kinds(choices: Choices) -> Element {
    let kinds = KINDS.iter().enumerate().map(|(kind, name)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "share-kind")
            .state("checked", flag(move || choices.kind.get() == kind))
            .on("change", move |_| choices.kind.set(kind));
        el("label").child(input).child(el("span").child(*name))
    });
    el("fieldset")
        .class("share__formats")
        .child(
            el("legend")
                .class("visually-hidden")
                .child(Message::ShareAndEmbed),
        )
        .child(kinds.collect::<Vec<_>>())
}

fn options(atlas: Atlas, choices: Choices) -> Element {
    let with_filters = tick(
        tr(Message::ShareFilters).to_owned(),
        flag(move || choices.with_filters.get()),
        move |on| choices.with_filters.set(on),
    );
    let views = View::ALL.iter().filter(|view| **view != View::Compare);
    let views = views.map(|view| tr(i18n::view_name(*view))).collect();
    let view = choice(Message::Views, views, choices.view);
    let mut languages = vec![tr(Message::ShareAsAround)];
    languages.extend(LANGUAGES.iter().map(|it| it.name));
    let language = choice(Message::Language, languages, choices.language);
    let themes = [
        Message::ShareAsAround,
        Message::ThemeLight,
        Message::ThemeDark,
    ];
    let is_link = flag(move || choices.kind.get() == LINK);
    let themes = themes.into_iter().map(tr).collect();
    let theme = choice(Message::ShareTheme, themes, choices.theme).attr("hidden", is_link);
    let height = el("label")
        .class("share__field")
        .attr("hidden", flag(move || choices.kind.get() != FRAME))
        .child(el("span").child(Message::ShareHeight))
        .child(
            el("input")
                .attr("type", "number")
                .attr("min", "200")
                .attr("max", "9999")
                .attr("placeholder", Message::ShareOwnHeight)
                .on("input", move |event| {
                    choices.height.set(number(&event_target_value(&event)));
                }),
        );
    el("div")
        .class("share__options")
        .child(with_filters)
        .child(view)
        .child(language)
        .child(theme)
        .child(height)
        .child(facets(atlas, choices).attr("hidden", is_link))
}

const MAX_TICKS: usize = 50;

fn facets(atlas: Atlas, choices: Choices) -> Element {
    let explorer = atlas.explorer();
    let facets = explorer.facets().facets.iter().enumerate();
    let useful = facets.filter(|(_, facet)| is_useful(facet));
    let (useful, further) = first_of(useful.collect(), MAX_TICKS);
    let ticks = useful.into_iter().map(|(at, facet)| {
        let shown = flag(move || !choices.hidden.read().contains(&at));
        tick(i18n::facet_label(&facet.kind), shown, move |is_shown| {
            choices.hidden.update(|hidden| {
                hidden.retain(|it| *it != at);
                if !is_shown {
                    hidden.push(at);
                }
            });
        })
    });
    el("fieldset")
        .class("share__facets")
        .child(el("legend").child(Message::Filters))
        .child(ticks.collect::<Vec<_>>())
        .child(further.map(|further| el("span").child(further)))
}

fn tick(label: String, on: Signal<bool>, set: impl Fn(bool) + 'static) -> Element {
    let input = el("input")
        .attr("type", "checkbox")
        .state("checked", on)
        .on("change", move |event| set(event_target_checked(&event)));
    el("label")
        .class("share__checkbox")
        .child(input)
        .child(el("span").child(label))
}

/// The digits of a text as a number; only the last six count.
fn number(text: &str) -> usize {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    digits.fold(0, |number, digit| {
        number % 100_000 * 10 + usize::from(digit - b'0')
    })
}

fn choice(label: Message, options: Vec<&'static str>, selected: RwSignal<usize>) -> Element {
    let options = options.into_iter().enumerate().map(|(at, name)| {
        el("option")
            .attr("value", at.to_string())
            .state("selected", flag(move || selected.get() == at))
            .child(name)
    });
    let select = el("select")
        .class("quiet-select")
        .on("change", move |event| {
            selected.set(number(&event_target_value(&event)));
        })
        .child(options.collect::<Vec<_>>());
    el("label")
        .class("share__field")
        .child(el("span").child(label))
        .child(select)
}

fn code(atlas: Atlas, choices: Choices) -> String {
    let kind = choices.kind.get();
    if kind == LINK {
        return address::absolute(&shared(atlas, choices));
    }
    embed(atlas, choices, kind)
}

fn shared(atlas: Atlas, choices: Choices) -> Query {
    let now = atlas.query();
    let mut query = if choices.with_filters.get() {
        Query::clone(&now)
    } else {
        Query::default()
    };
    let view = View::ALL.get(choices.view.get()).copied();
    query.view = view.filter(|view| *view != atlas.explorer().default_view());
    let language = choices.language.get().checked_sub(1);
    let language = language.and_then(|at| LANGUAGES.get(at));
    language
        .map_or("", |it| it.code)
        .clone_into(&mut query.lang);
    query
}

/// The code of a kind, or the address that a frame shows.
fn embed(atlas: Atlas, choices: Choices, kind: usize) -> String {
    let explorer = atlas.explorer();
    let hidden = choices.hidden.get();
    let mut facets = String::new();
    if !hidden.is_empty() {
        for (at, facet) in explorer.facets().facets.iter().enumerate() {
            if facet.shown && !hidden.contains(&at) {
                if !facets.is_empty() {
                    facets.push(',');
                }
                facets.push_str(facet.key.as_str());
            }
        }
    }
    let height = choices.height.get();
    let (home, portfolio, title) = (
        address::home(),
        address::portfolio(),
        portfolio_title(atlas),
    );
    let embedding = Embedding {
        home: &home,
        portfolio: &portfolio,
        title: &title,
        query: &shared(atlas, choices),
        facets: &facets,
        theme: THEMES.get(choices.theme.get()).copied().unwrap_or_default(),
        height: (height > 0).then_some(height as u32),
    };
    match kind {
        FRAME => embedding.frame(),
        ADDRESS => embedding.frame_address(),
        _ => embedding.element(),
    }
}

fn preview(atlas: Atlas, choices: Choices) -> Element {
    let open = RwSignal::new(false);
    let button = el("button")
        .attr("type", "button")
        .class("button button--quiet")
        .attr("aria-expanded", text(move || open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(Message::SharePreview);
    // A new frame for each change, because navigating a frame would add a history entry.
    let frame = dynamic(move || {
        open.get().then(|| {
            let address = embed(atlas, choices, ADDRESS);
            el("iframe")
                .class("share__frame")
                .attr("src", address)
                .attr("title", Message::SharePreview)
                .finish()
        })
    });
    el("div")
        .class("share__preview")
        // Another site's content security policy may not allow frames.
        .attr(
            "hidden",
            flag(move || choices.kind.get() == LINK || !host::is_own_page()),
        )
        .child(button)
        .child(frame)
}
