/// What a facet is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetKind {
    /// Where projects took place.
    Country,
    /// Who paid for them.
    Donor,
    /// Who carried them out.
    Implementing,
    /// Who else took part.
    Partner,
    /// Their themes.
    Theme,
    /// Their status, if any project states one.
    Status,
    /// A custom field, by its label.
    Custom(String),
}

impl FacetKind {
    /// The facets that every portfolio can have, in their usual order.
    pub const BUILT_IN: [Self; 6] = [
        Self::Country,
        Self::Donor,
        Self::Implementing,
        Self::Partner,
        Self::Theme,
        Self::Status,
    ];

    /// Returns whether the portfolio names its values; the interface names countries and statuses.
    pub fn has_published_names(&self) -> bool {
        !matches!(self, Self::Country | Self::Status)
    }

    /// Returns the key in addresses of a built-in facet.
    pub fn built_in_key(&self) -> Option<&'static str> {
        match self {
            Self::Country => Some("country"),
            Self::Donor => Some("donor"),
            Self::Implementing => Some("implementing"),
            Self::Partner => Some("partner"),
            Self::Theme => Some("theme"),
            Self::Status => Some("status"),
            Self::Custom(_) => None,
        }
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key in addresses: a country code, a slug, or [`NOT_STATED`](crate::query::NOT_STATED).
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parent {
    /// The key in addresses: a slug that no value of the facet has.
    pub key: String,
    /// The name to show.
    pub name: String,
    /// The address parameter that takes the key: `region`, or the facet's own key.
    pub parameter: String,
    /// Its children, as positions in [`super::Facet::values`], ascending.
    pub children: Vec<u32>,
    /// How many projects have any child when nothing is selected.
    pub total: u32,
}

impl Parent {
    /// Creates a parent without children; [`super::Facet::new`] finds them.
    pub fn new(key: String, name: String, parameter: String) -> Self {
        Self {
            key,
            name,
            parameter,
            children: Vec::new(),
            total: 0,
        }
    }
}
