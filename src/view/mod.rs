//! What a visitor sees, one file a component.

// The component macro makes public items of its own, whatever the function's visibility.
#![allow(unreachable_pub)]
// Components own their properties, whether or not they use them up.
#![allow(clippy::needless_pass_by_value)]

pub(crate) mod app;
mod card;
mod cards;
mod chips;
mod colophon;
mod external_link;
mod facet;
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
