//! What a visitor sees, one file a component.

pub(crate) mod app;
pub(crate) mod borders;
mod built;
mod card;
mod cards;
mod chips;
mod closer;
mod colophon;
mod compare_toggle;
mod element;
mod external_link;
mod facet;
mod facet_values;
mod fact;
mod filters;
pub(crate) mod language;
mod map;
mod map_panel;
mod marked;
pub(crate) mod masthead;
pub(crate) mod names;
mod no_results;
mod notices;
mod observed;
mod on_demand;
mod opener;
pub(crate) mod period;
mod print_note;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod project_page;
mod prose;
mod published;
mod reactive;
mod record;
mod search_hints;
mod share;
mod show_more;
pub(crate) mod small_map;
mod sort_order;
pub(crate) mod steps;
mod summary;
mod theme;
mod timeline;
mod view_switch;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod written;
mod year_play;
