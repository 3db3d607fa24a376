//! What a visitor sees, one file a component.

pub(crate) mod app;
mod borders;
mod card;
mod cards;
mod chips;
mod closer;
mod colophon;
mod element;
mod external_link;
mod facet;
mod fact;
mod filters;
mod map;
mod map_panel;
mod marked;
mod masthead;
mod names;
mod notices;
mod on_demand;
mod period;
mod prose;
mod reactive;
mod record;
mod small_map;
mod sort_order;
mod summary;
mod years;
