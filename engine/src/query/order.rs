//! What results are sorted by, and its form in an address.

use crate::facet_key::FacetKey;

/// An order of results that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Latest start first; projects without dates last.
    Newest,
    /// Earliest start first; projects without dates last.
    Oldest,
    /// Latest end first, running projects before all others; projects without dates last.
    Ending,
    /// Largest total first, in the query's currency; projects without an amount in it last.
    Amount,
    /// By title, ignoring case and diacritics.
    Title,
    /// Best match of the search text first; without a text, like [`Sort::Newest`].
    Relevance,
}

impl Sort {
    /// Every order, in the order offered to visitors.
    pub const ALL: [Self; 6] = [
        Self::Newest,
        Self::Oldest,
        Self::Ending,
        Self::Amount,
        Self::Title,
        Self::Relevance,
    ];

    /// Returns its word in an address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Ending => "ending",
            Self::Amount => "amount",
            Self::Title => "title",
            Self::Relevance => "relevance",
        }
    }

    /// Returns the order with this word.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

/// A column to sort by. Like a [`Query`](super::Query), it may name a facet that a portfolio does not
/// have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SortColumn {
    /// The title.
    Title,
    /// When a project ran; ascending means earliest start first.
    Period,
    /// The total in the query's currency.
    Amount,
    /// The source's own identifier.
    Identifier,
    /// The values of the facet with this key, by the source's names.
    Facet(FacetKey),
}

/// Marks the key of a custom field that is named like a built-in column. A slug has no dot.
const OWN_FIELD: &str = "field.";

impl SortColumn {
    /// The columns that every portfolio has, in the order of the table.
    pub const BUILT_IN: [Self; 4] = [Self::Title, Self::Period, Self::Amount, Self::Identifier];

    fn built_in(key: &str) -> Option<Self> {
        Self::BUILT_IN
            .into_iter()
            .find(|column| column.key() == key)
    }

    /// Parses a column's key from an address; `None` if it is empty, or no facet can have it.
    pub fn parse(key: &str) -> Option<Self> {
        if key.is_empty() {
            return None;
        }
        Self::built_in(key).or_else(|| {
            let own_field = key.strip_prefix(OWN_FIELD);
            let own_field = own_field.filter(|it| Self::built_in(it).is_some());
            Some(Self::Facet(FacetKey::new(own_field.unwrap_or(key))?))
        })
    }

    /// Returns the column's key in an address, from which [`SortColumn::parse`] gives the column.
    pub fn key(&self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Period => "period".to_owned(),
            Self::Amount => "amount".to_owned(),
            Self::Identifier => "identifier".to_owned(),
            Self::Facet(key) => {
                let is_built_in = Self::built_in(key.as_str()).is_some();
                let prefix = if is_built_in { OWN_FIELD } else { "" };
                [prefix, key.as_str()].concat()
            }
        }
    }
}

/// An order by a column. Projects without a value come last in either direction.
///
/// ```
/// use atlas_engine::facet::FacetKey;
/// use atlas_engine::query::{ColumnOrder, SortColumn};
/// let order = ColumnOrder::parse("-donor").unwrap();
/// assert_eq!(order.column, SortColumn::Facet(FacetKey::DONOR));
/// assert!(order.is_descending);
/// assert_eq!(order.key(), "-donor");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnOrder {
    /// The column.
    pub column: SortColumn,
    /// Whether the order is descending: Z to A, latest to earliest, largest to smallest.
    pub is_descending: bool,
}

impl ColumnOrder {
    /// Parses a column's key from an address, after `-` if descending; `None` if it names no column.
    pub fn parse(order: &str) -> Option<Self> {
        let (key, is_descending) = match order.strip_prefix('-') {
            Some(key) => (key, true),
            None => (order, false),
        };
        let column = SortColumn::parse(key)?;
        Some(Self {
            column,
            is_descending,
        })
    }

    /// Returns the order's form in an address, from which [`ColumnOrder::parse`] gives the order.
    pub fn key(&self) -> String {
        let sign = if self.is_descending { "-" } else { "" };
        [sign, &self.column.key()].concat()
    }

    /// Returns the [`Sort`] that gives the same order, if there is one.
    pub fn as_sort(&self) -> Option<Sort> {
        let mut sorts = Sort::ALL.into_iter();
        sorts.find(|sort| Self::of_sort(*sort).as_ref() == Some(self))
    }

    /// Returns the order by a column that a [`Sort`] is, if it is one.
    pub fn of_sort(sort: Sort) -> Option<Self> {
        let (column, is_descending) = match sort {
            Sort::Newest => (SortColumn::Period, true),
            Sort::Oldest => (SortColumn::Period, false),
            Sort::Amount => (SortColumn::Amount, true),
            Sort::Title => (SortColumn::Title, false),
            Sort::Ending | Sort::Relevance => return None,
        };
        Some(Self {
            column,
            is_descending,
        })
    }
}
