//! For visitors who look closer. A piece of the program of its own, fetched when first asked for;
//! the rest enters it by way of [`super::on_demand`] alone.

pub(super) mod record;
