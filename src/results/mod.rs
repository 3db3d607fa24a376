//! The projects found: cards, table, comparison, charts and network.

pub(crate) mod card;
pub(crate) mod cards;
pub(crate) mod charts;
pub(crate) mod compare;
pub(crate) mod compare_tray;
pub(crate) mod entries;
pub(crate) mod figures;
pub(crate) mod network;
pub(crate) mod show_more;
pub(crate) mod sort_order;
pub(crate) mod table;
pub(crate) mod view_switch;
