//! What facets there are, and the parameters of an address: their keys, and what is reserved for
//! everything else.

use std::borrow::Cow;
use std::fmt;

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

    /// Returns the key of a built-in facet; that of a custom field depends on the other fields.
    pub fn key(&self) -> Option<FacetKey> {
        Some(match self {
            Self::Country => FacetKey::COUNTRY,
            Self::Donor => FacetKey::DONOR,
            Self::Implementing => FacetKey::IMPLEMENTING,
            Self::Partner => FacetKey::PARTNER,
            Self::Theme => FacetKey::THEME,
            Self::Status => FacetKey::STATUS,
            Self::Custom(_) => return None,
        })
    }
}

/// The key of a facet, or of what groups its values, as a parameter of an address.
///
/// It is never a [`Parameter`], nor one by which other sites track visitors. Like a
/// [`Query`](crate::query::Query), it may name a facet that a portfolio does not have.
///
/// ```
/// use atlas_engine::facet_key::FacetKey;
/// assert_eq!(FacetKey::new("country"), Some(FacetKey::COUNTRY));
/// assert_eq!(FacetKey::new("sector").unwrap().as_str(), "sector");
/// assert_eq!(FacetKey::new("sort"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetKey(Cow<'static, str>);

impl FacetKey {
    /// Where projects took place.
    pub const COUNTRY: Self = Self(Cow::Borrowed("country"));
    /// The regions of countries: no facet of its own, but parents of the values of [`Self::COUNTRY`].
    pub const REGION: Self = Self(Cow::Borrowed("region"));
    /// Who paid for projects.
    pub const DONOR: Self = Self(Cow::Borrowed("donor"));
    /// Who carried them out.
    pub const IMPLEMENTING: Self = Self(Cow::Borrowed("implementing"));
    /// Who else took part.
    pub const PARTNER: Self = Self(Cow::Borrowed("partner"));
    /// Their themes.
    pub const THEME: Self = Self(Cow::Borrowed("theme"));
    /// Their status.
    pub const STATUS: Self = Self(Cow::Borrowed("status"));

    /// Returns the key with this text; `None` if the parameter means something else.
    pub fn new(key: &str) -> Option<Self> {
        let is_free = Parameter::parse(key).is_none() && !is_tracking(key);
        is_free.then(|| Self(Cow::Owned(key.to_owned())))
    }

    /// Returns its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the facet whose values, or their parents, this key names.
    pub(crate) fn facet(&self) -> Self {
        if *self == Self::REGION {
            Self::COUNTRY
        } else {
            self.clone()
        }
    }
}

impl fmt::Display for FacetKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl PartialEq<&str> for FacetKey {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// A parameter of an address that is not a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// The text in the search box.
    Text,
    /// The first year of the range.
    From,
    /// The last year of the range.
    To,
    /// The smallest amount of the range.
    AmountFrom,
    /// The largest amount of the range.
    AmountTo,
    /// The currency of the amounts.
    Currency,
    /// A facet of which all included values must apply.
    Match,
    /// The order of the results by name.
    Sort,
    /// The column that the results are sorted by.
    Order,
    /// The view of the results.
    View,
    /// A project to compare.
    Compare,
    /// The project whose record is open.
    Project,
    /// The language of the interface.
    Language,
}

impl Parameter {
    /// Every parameter.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::From,
        Self::To,
        Self::AmountFrom,
        Self::AmountTo,
        Self::Currency,
        Self::Match,
        Self::Sort,
        Self::Order,
        Self::View,
        Self::Compare,
        Self::Project,
        Self::Language,
    ];

    /// Returns its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "q",
            Self::From => "from",
            Self::To => "to",
            Self::AmountFrom => "amount-from",
            Self::AmountTo => "amount-to",
            Self::Currency => "currency",
            Self::Match => "match",
            Self::Sort => "sort",
            Self::Order => "order",
            Self::View => "view",
            Self::Compare => "compare",
            Self::Project => "project",
            Self::Language => "lang",
        }
    }

    /// Returns the parameter with this name.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// Returns whether a parameter only tracks where the visitor came from, and asks for nothing.
fn is_tracking(key: &str) -> bool {
    const CLICKS: [&str; 5] = ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"];
    key.starts_with("utm_") || CLICKS.contains(&key)
}
