//! For visitors who look closer. A piece of the program of its own, fetched when first asked for;
//! the rest enters it by way of [`super::on_demand`] alone.

pub(super) mod compare;
pub(super) mod figures;
pub(super) mod network;
pub(super) mod record;
pub(super) mod table;
