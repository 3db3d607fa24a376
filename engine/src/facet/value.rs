use crate::facet_key::FacetKey;

/// The key of the value that means “the source does not say”.
pub const NOT_STATED: &str = "none";

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key in addresses: a country code, a slug, or [`NOT_STATED`].
    pub key: String,
    /// The name to show; empty for “not stated”, which the interface names.
    pub name: String,
    /// The short name, if the portfolio gives one.
    pub acronym: Option<String>,
    /// Aliases, from this portfolio or in general use.
    pub aliases: Vec<String>,
    /// Its parent, as a position in [`Facet::parents`](super::Facet::parents).
    pub parent: Option<u32>,
    /// How many projects have it when nothing is selected.
    pub total: u32,
}

/// A value that groups values of its facet, its children: a record with any of them has it, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    /// The key in addresses: a slug that no value of the facet has.
    pub key: String,
    /// The name to show.
    pub name: String,
    /// The address parameter that takes the key: [`FacetKey::REGION`], or the facet's own key.
    pub parameter: FacetKey,
    /// Its children, as positions in [`super::Facet::values`], ascending.
    pub children: Vec<u32>,
    /// How many projects have any child when nothing is selected.
    pub total: u32,
}

impl Parent {
    /// Creates a parent without children; [`super::Facet::new`] finds them.
    pub fn new(key: String, name: String, parameter: FacetKey) -> Self {
        Self {
            key,
            name,
            parameter,
            children: Vec::new(),
            total: 0,
        }
    }
}
