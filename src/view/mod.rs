//! What a visitor sees, one file a component.

pub(crate) mod app;
mod card;
mod cards;
mod chips;
mod colophon;
mod element;
mod external_link;
mod facet;
mod fact;
mod filters;
mod map;
mod marked;
mod masthead;
mod names;
mod notices;
mod period;
mod prose;
mod reactive;
mod record;
mod sort_order;
mod summary;
mod years;
