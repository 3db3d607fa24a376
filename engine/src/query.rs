//! The query: the only state, and its form in an address.

mod order;

pub use crate::facet::NOT_STATED;
pub use order::{ColumnOrder, Sort, SortColumn};

use crate::facet::FacetKey;
use crate::facet_key::Parameter;
use crate::percent_encoding::{decode_form, encode_form};
use crate::portfolio::{Currency, Money};
use crate::string_table::StringTable;

/// Everything a visitor chose. The address is its serialised form; everything else is derived from it.
///
/// A query is independent of any portfolio: it may name facets and values that a portfolio does not
/// have. They are found when it is [resolved](crate::explorer::Explorer::results).
///
/// ```
/// use atlas_engine::facet::FacetKey;
/// use atlas_engine::query::Query;
/// let query = Query::parse("?country=RO&country=MD&donor=!usaid&q=labour+rights&from=2010");
/// assert_eq!(query.text, "labour rights");
/// assert!(query.has(&FacetKey::COUNTRY, "MD"));
/// assert_eq!(query.to_address(), "q=labour+rights&country=RO&country=MD&donor=!usaid&from=2010");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The text in the search box.
    pub text: String,
    /// The selected facet values, in the order of selection, without repeats.
    pub choices: Vec<Choice>,
    /// The facets of which all included values must apply, not any; in the order of selection without
    /// repeats, up to [`MAX_MATCH_ALL`].
    pub match_all: Vec<FacetKey>,
    /// The first year of the range, if set.
    pub from: Option<u16>,
    /// The last year of the range, if set.
    pub to: Option<u16>,
    /// The smallest total of a project, if set.
    pub amount_from: Option<Money>,
    /// The largest total of a project, if set.
    pub amount_to: Option<Money>,
    /// The currency of all amounts; `None` is the one that most projects state.
    pub currency: Option<Currency>,
    /// The order of the results; `None` is [`Sort::Relevance`] for a search, else [`Sort::Newest`].
    pub sort: Option<Sort>,
    /// The column to sort by; `None` means `sort` alone. Projects that are equal in it are ordered by
    /// `sort`.
    pub order: Option<ColumnOrder>,
    /// The open view of the results; `None` for the one that suits the portfolio.
    pub view: Option<View>,
    /// The ids of the compared projects, in selection order without repeats; up to [`MAX_COMPARED`].
    pub compare: Vec<String>,
    /// The id of the project whose record is open; empty means none.
    pub project: String,
    /// The language of the interface; empty means the visitor's own.
    pub lang: String,
    /// The unreadable parts of the address, such as `from=soon`; [`Query::to_address`] leaves them out.
    pub ignored: Vec<String>,
}

/// One selected value of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The facet, or what groups its values.
    pub facet: FacetKey,
    /// The value's key: a country code, a slug, or [`NOT_STATED`].
    pub value: String,
    /// Whether projects with this value are excluded instead of included.
    pub excluded: bool,
}

/// The most projects that can be compared.
pub const MAX_COMPARED: usize = 4;

/// The most facets of which all included values must apply; an address with more is cut.
pub const MAX_MATCH_ALL: usize = 50;

/// The most characters of a search text; an address with more is cut.
pub const MAX_SEARCHED: usize = 500;

/// A view of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// A few lines per project.
    List,
    /// One card per project.
    Cards,
    /// One row per project.
    Table,
    /// The selection in figures and charts.
    Figures,
    /// Who works with whom.
    Network,
    /// Some projects side by side.
    Compare,
}

impl View {
    /// Every view, in the order offered to visitors.
    pub const ALL: [Self; 6] = [
        Self::List,
        Self::Cards,
        Self::Table,
        Self::Figures,
        Self::Network,
        Self::Compare,
    ];

    /// Returns whether it shows the projects themselves, in an order.
    pub fn lists_projects(self) -> bool {
        matches!(self, Self::List | Self::Cards | Self::Table)
    }

    /// Returns its word in an address.
    pub fn key(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Figures => "figures",
            Self::Network => "network",
            Self::Compare => "compare",
        }
    }

    /// Returns the view with this word.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }
}

impl Query {
    /// Parses the query part of an address, with or without its leading `?`.
    ///
    /// Never fails: parameters in the wrong form (`from=soon`) are left out and reported in
    /// [`Query::ignored`], bad escapes stay as they are, parameters by which other sites track visitors
    /// are dropped, and any other that is no [`Parameter`] is a facet.
    pub fn parse(address: &str) -> Self {
        let mut query = Self::default();
        let mut choices = ChoiceList::default();
        let address = address.strip_prefix('?').unwrap_or(address);
        for pair in address.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode_form(key), decode_form(value));
            let value = value.trim();
            if !query.take(&key, value, &mut choices) && !value.is_empty() {
                query.ignored.push([&key, "=", value].concat());
            }
        }
        query.choices = choices.into_choices();
        query
    }

    fn take(&mut self, key: &str, value: &str, choices: &mut ChoiceList) -> bool {
        let Some(parameter) = Parameter::parse(key) else {
            let (value, excluded) = match value.strip_prefix('!') {
                Some(rest) => (rest.trim_start(), true),
                None => (value, false),
            };
            if let (Some(facet), false) = (FacetKey::new(key), value.is_empty()) {
                choices.choose(&facet, value, excluded);
            }
            return true;
        };
        match parameter {
            Parameter::Text => self.text = value.chars().take(MAX_SEARCHED).collect(),
            Parameter::From => {
                self.from = year(value);
                return self.from.is_some();
            }
            Parameter::To => {
                self.to = year(value);
                return self.to.is_some();
            }
            Parameter::AmountFrom => {
                self.amount_from = Money::parse(value);
                return self.amount_from.is_some();
            }
            Parameter::AmountTo => {
                self.amount_to = Money::parse(value);
                return self.amount_to.is_some();
            }
            Parameter::Currency => {
                self.currency = Currency::parse(value);
                return self.currency.is_some();
            }
            Parameter::Match => {
                let facet = FacetKey::new(value).filter(|_| !value.is_empty());
                return facet.is_some_and(|facet| self.add_match_all(facet));
            }
            Parameter::Sort => {
                self.sort = Sort::parse(value);
                return self.sort.is_some();
            }
            Parameter::View => {
                self.view = View::parse(value);
                return self.view.is_some();
            }
            Parameter::Compare => return self.compare_with(value),
            Parameter::Order => {
                self.order = ColumnOrder::parse(value);
                return self.order.is_some();
            }
            Parameter::Project => value.clone_into(&mut self.project),
            Parameter::Language => value.clone_into(&mut self.lang),
        }
        true
    }

    /// Returns an address with this query; without a `?` if nothing is selected.
    ///
    /// ```
    /// use atlas_engine::query::Query;
    /// let at = |query| Query::parse(query).after("https://example.org/");
    /// assert_eq!(at("country=RO"), "https://example.org/?country=RO");
    /// assert_eq!(at(""), "https://example.org/");
    /// ```
    pub fn after(&self, address: &str) -> String {
        let query = self.to_address();
        let mark = if query.is_empty() { "" } else { "?" };
        [address, mark, &query].concat()
    }

    /// Returns the query part of an address, without a leading `?`; empty if nothing is selected.
    pub fn to_address(&self) -> String {
        let mut address = String::new();
        let mut append = |key: &str, prefix: &str, value: &str| {
            if !address.is_empty() {
                address.push('&');
            }
            encode_form(key, &mut address);
            address.push('=');
            address.push_str(prefix);
            encode_form(value, &mut address);
        };
        if !self.text.trim().is_empty() {
            append(Parameter::Text.key(), "", self.text.trim());
        }
        for choice in &self.choices {
            append(
                choice.facet.as_str(),
                if choice.excluded { "!" } else { "" },
                &choice.value,
            );
        }
        for facet in &self.match_all {
            append(Parameter::Match.key(), "", facet.as_str());
        }
        for (parameter, year) in [(Parameter::From, self.from), (Parameter::To, self.to)] {
            if let Some(year) = year {
                append(parameter.key(), "", &year.to_string());
            }
        }
        for (parameter, amount) in self.amounts() {
            if !amount.is_empty() {
                append(parameter.key(), "", &amount);
            }
        }
        if let Some(sort) = self.sort {
            append(Parameter::Sort.key(), "", sort.key());
        }
        if let Some(view) = self.view {
            append(Parameter::View.key(), "", view.key());
        }
        for id in &self.compare {
            append(Parameter::Compare.key(), "", id);
        }
        if let Some(order) = &self.order {
            append(Parameter::Order.key(), "", &order.key());
        }
        for (parameter, value) in [
            (Parameter::Project, &self.project),
            (Parameter::Language, &self.lang),
        ] {
            if !value.is_empty() {
                append(parameter.key(), "", value);
            }
        }
        address
    }

    /// Returns whether `value` of `facet` is selected and included.
    pub fn has(&self, facet: &FacetKey, value: &str) -> bool {
        self.choices
            .iter()
            .any(|choice| !choice.excluded && choice.facet == *facet && choice.value == value)
    }

    /// Includes or excludes a value; the later choice of a value counts.
    pub fn choose(&mut self, facet: &FacetKey, value: &str, excluded: bool) {
        let found = self
            .choices
            .iter_mut()
            .find(|choice| choice.facet == *facet && choice.value == value);
        match found {
            Some(choice) => choice.excluded = excluded,
            None => self.choices.push(Choice {
                facet: facet.clone(),
                value: value.to_owned(),
                excluded,
            }),
        }
    }

    /// Removes a choice, if there is one for this value.
    pub fn drop_choice(&mut self, facet: &FacetKey, value: &str) {
        self.choices
            .retain(|choice| choice.facet != *facet || choice.value != value);
    }

    /// Returns whether all included values of a facet must apply, not any.
    pub fn matches_all(&self, facet: &FacetKey) -> bool {
        self.match_all.contains(facet)
    }

    /// Requires all included values of a facet to apply or, if that is required already, any.
    pub fn toggle_match_all(&mut self, facet: &FacetKey) {
        if self.matches_all(facet) {
            self.match_all.retain(|other| other != facet);
        } else {
            self.add_match_all(facet.clone());
        }
    }

    /// Requires all included values of a facet to apply; returns false if there is no space for another.
    pub(crate) fn add_match_all(&mut self, facet: FacetKey) -> bool {
        if self.matches_all(&facet) {
            return true;
        }
        let has_room = self.match_all.len() < MAX_MATCH_ALL;
        if has_room {
            self.match_all.push(facet);
        }
        has_room
    }

    /// Sorts by a column. Projects that are equal in it keep their previous order, unless a [`Sort`]
    /// gives the same order: then that is chosen instead.
    pub fn sort_by(&mut self, order: ColumnOrder) {
        if let Some(sort) = order.as_sort() {
            self.sort = Some(sort);
            self.order = None;
        } else {
            self.order = Some(order);
        }
    }

    /// Adds a project to the comparison; returns false if there is no space for another.
    pub fn compare_with(&mut self, id: &str) -> bool {
        if id.is_empty() || self.compare.iter().any(|compared| compared == id) {
            return true;
        }
        let has_room = self.compare.len() < MAX_COMPARED;
        if has_room {
            self.compare.push(id.to_owned());
        }
        has_room
    }

    /// Removes a project from the comparison, if it is there.
    pub fn stop_comparing(&mut self, id: &str) {
        self.compare.retain(|compared| compared != id);
    }

    /// Returns what the query says about amounts, as parameters of an address; empty if it says nothing.
    pub(crate) fn amounts(&self) -> [(Parameter, String); 3] {
        let amount = |amount: Option<Money>| amount.map_or_else(String::new, |it| it.to_string());
        let currency = self.currency.as_ref().map_or("", Currency::as_str);
        [
            (Parameter::AmountFrom, amount(self.amount_from)),
            (Parameter::AmountTo, amount(self.amount_to)),
            (Parameter::Currency, currency.to_owned()),
        ]
    }

    /// Removes everything that narrows the results; view, order, currency and language stay.
    pub fn clear(&mut self) {
        self.text.clear();
        self.choices.clear();
        self.match_all.clear();
        self.from = None;
        self.to = None;
        self.amount_from = None;
        self.amount_to = None;
    }

    /// Returns whether anything narrows the results.
    pub fn narrows(&self) -> bool {
        !self.text.trim().is_empty()
            || !self.choices.is_empty()
            || self.has_years()
            || self.has_amounts()
    }

    /// Returns whether the amounts are limited.
    pub fn has_amounts(&self) -> bool {
        self.amount_from.is_some() || self.amount_to.is_some()
    }

    /// Returns whether the years are limited.
    pub fn has_years(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// Choices being collected, without repeats: n choices take n steps.
#[derive(Debug, Default)]
pub(crate) struct ChoiceList {
    choices: Vec<Choice>,
    positions: StringTable,
}

impl ChoiceList {
    pub(crate) fn choose(&mut self, facet: &FacetKey, value: &str, excluded: bool) {
        let name = [facet.as_str(), "\0", value].concat();
        let position = self.positions.get(&name);
        if let Some(choice) = position.and_then(|at| self.choices.get_mut(at as usize)) {
            choice.excluded = excluded;
            return;
        }
        self.positions.insert(&name, self.choices.len() as u32);
        self.choices.push(Choice {
            facet: facet.clone(),
            value: value.to_owned(),
            excluded,
        });
    }

    pub(crate) fn into_choices(self) -> Vec<Choice> {
        self.choices
    }
}

fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| (1..=9999).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_round_trips_through_its_address() {
        let mut query = Query {
            text: "Türkiye & 100% + “more”".to_owned(),
            match_all: vec![FacetKey::COUNTRY, FacetKey::new("сектор").unwrap()],
            from: Some(2009),
            to: Some(2011),
            amount_from: Money::parse("-0.5"),
            amount_to: Money::parse("1016252.86"),
            currency: Currency::parse("EUR"),
            sort: Some(Sort::Title),
            view: Some(View::Table),
            compare: vec!["trm-ii".to_owned(), "a & b".to_owned()],
            project: "trm-ii".to_owned(),
            lang: "mk".to_owned(),
            ..Query::default()
        };
        query.choose(&FacetKey::COUNTRY, "RO", false);
        query.choose(&FacetKey::COUNTRY, "XK", true);
        query.choose(&FacetKey::new("сектор").unwrap(), "права", false);
        assert_eq!(Query::parse(&query.to_address()), query);
    }

    #[test]
    fn a_repeated_value_is_kept_once_and_the_last_choice_wins() {
        let query = Query::parse("country=RO&country=RO&country=!RO");
        assert_eq!(query.choices.len(), 1);
        assert!(query.choices[0].excluded);
    }

    #[test]
    fn malformed_parameters_are_ignored_and_reported() {
        let mut query = Query::parse(
            "from=soon&to=20111&sort=upwards&view=globe&country=&country=!&=&&q&from=&sort&view",
        );
        let ignored = std::mem::take(&mut query.ignored);
        assert_eq!(query, Query::default());
        assert_eq!(
            ignored,
            ["from=soon", "to=20111", "sort=upwards", "view=globe"]
        );
    }

    #[test]
    fn amounts_are_plain_numbers_and_anything_else_is_reported() {
        let at = |address| {
            let query = Query::parse(address);
            (query.to_address(), query.ignored)
        };
        for (address, canonical) in [
            (
                "amount-from=10000&amount-to=20000.50",
                "amount-from=10000&amount-to=20000.5",
            ),
            (
                "amount-from=1e4&currency=eur",
                "amount-from=10000&currency=EUR",
            ),
            ("currency=USD&amount-to=-5", "amount-to=-5&currency=USD"),
            ("amount-from=&amount-to&currency=", ""),
        ] {
            assert_eq!(at(address), (canonical.to_owned(), Vec::new()));
        }
        for address in ["amount-from=10,000", "amount-to=lots", "currency=euro"] {
            assert_eq!(at(address), (String::new(), vec![address.to_owned()]));
        }
    }

    #[test]
    fn a_view_is_kept_and_a_query_without_one_has_none_in_its_address() {
        for view in View::ALL {
            let address = ["view=", view.key()].concat();
            assert_eq!(Query::parse(&address).view, Some(view));
            assert_eq!(Query::parse(&address).to_address(), address);
        }
        assert_eq!(Query::default().to_address(), "");
    }

    #[test]
    fn at_most_four_different_projects_are_compared_and_a_fifth_is_reported() {
        let mut query = Query::parse(
            "compare=a&compare=b&compare=a&compare=&compare=c&compare=d&compare=e&view=compare",
        );
        assert_eq!(query.compare, ["a", "b", "c", "d"]);
        assert_eq!(query.ignored, ["compare=e"]);
        query.stop_comparing("b");
        query.stop_comparing("z");
        assert!(query.compare_with("e"));
        assert_eq!(
            query.to_address(),
            "view=compare&compare=a&compare=c&compare=d&compare=e"
        );
    }

    #[test]
    fn a_facet_that_must_match_all_is_kept_once_and_other_parameters_are_reported() {
        let query = Query::parse(
            "match=donor&from=2010&match=country&country=RO&match=donor&match=&match&match=sort",
        );
        assert_eq!(query.match_all, [FacetKey::DONOR, FacetKey::COUNTRY]);
        assert!(query.matches_all(&FacetKey::COUNTRY));
        assert!(!query.matches_all(&FacetKey::THEME));
        assert_eq!(query.ignored, ["match=sort"]);
        assert_eq!(
            query.to_address(),
            "country=RO&match=donor&match=country&from=2010"
        );
    }

    #[test]
    fn a_limited_number_of_facets_must_match_all_and_the_next_is_reported() {
        let facets = (0..=MAX_MATCH_ALL).map(|at| format!("match=field-{at}"));
        let query = Query::parse(&facets.collect::<Vec<_>>().join("&"));
        assert_eq!(query.match_all.len(), MAX_MATCH_ALL);
        assert_eq!(query.ignored, [format!("match=field-{MAX_MATCH_ALL}")]);
    }

    #[test]
    fn tracking_parameters_are_dropped() {
        let query = Query::parse("utm_source=letter&fbclid=x&country=RO");
        assert_eq!(query.to_address(), "country=RO");
    }

    #[test]
    fn malformed_percent_escapes_are_tolerated() {
        assert_eq!(Query::parse("q=100%&x").text, "100%");
        assert_eq!(Query::parse("q=%zz%4").text, "%zz%4");
        assert_eq!(Query::parse("q=%ff").text, "\u{fffd}");
    }

    #[test]
    fn requiring_all_values_twice_restores_the_query() {
        let mut query = Query::default();
        query.toggle_match_all(&FacetKey::DONOR);
        assert_eq!(query.match_all, [FacetKey::DONOR]);
        query.toggle_match_all(&FacetKey::DONOR);
        assert_eq!(query, Query::default());
    }

    #[test]
    fn clearing_keeps_view_order_currency_and_language() {
        let mut query = Query::parse(
            "q=x&country=RO&match=country&from=2010&to=2011&amount-from=5&amount-to=6&currency=EUR&sort=title&view=table&lang=fr",
        );
        query.clear();
        assert!(!query.narrows());
        assert_eq!(
            query.to_address(),
            "currency=EUR&sort=title&view=table&lang=fr"
        );
    }
}
