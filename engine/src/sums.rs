//! The amounts of a selection, added up: by currency, and by country within one currency.

use crate::country::CountryCode;
use crate::facet::BitSet;
use crate::portfolio::{Amounts, CountryMention, Currency, CurrencyAmounts, Money, Portfolio};
use crate::sort::sort;
use crate::string_table::StringTable;

/// The sum of the amounts in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrencySum {
    /// The currency.
    pub currency: Currency,
    /// The sum. It stops at the largest or smallest amount.
    pub sum: Money,
    /// How many projects state an amount in the currency.
    pub projects: u32,
}

/// Returns the sum of the projects in a set for each currency that any of them states, in the order of
/// [`Amounts::currencies`]. Currencies are never added together.
pub fn by_currency(amounts: &Amounts, set: &BitSet) -> Vec<CurrencySum> {
    let sums = amounts.currencies.iter().map(|of_currency| {
        let mut sum = CurrencySum {
            currency: of_currency.currency,
            sum: Money::default(),
            projects: 0,
        };
        for (_, total) in selected(of_currency, set) {
            sum.sum = sum.sum.saturating_add(*total);
            sum.projects += 1;
        }
        sum
    });
    sums.filter(|sum| sum.projects > 0).collect()
}

/// The amounts in one currency, divided among the countries of their projects.
///
/// ```
/// use atlas_engine::explorer::Explorer;
/// use atlas_engine::query::Query;
/// use atlas_engine::{portfolio, sums::CountrySums};
/// let file = br#"{ "title": "Ours", "projects": [
///     { "title": "Wells", "countries": [{ "code": "KE", "share": 60 }, { "code": "UG", "share": 30 }],
///       "budget": { "amount": 1000, "currency": "EUR" } },
///     { "title": "Roads", "countries": ["KE"], "budget": { "amount": 50, "currency": "EUR" } },
///     { "title": "Schools", "countries": ["KE", "UG"], "budget": { "amount": 7, "currency": "EUR" } }
/// ] }"#;
/// let explorer = Explorer::new(portfolio::read(file).portfolio.unwrap());
/// let all = explorer.results(&Query::default()).matches.records;
/// let amounts = explorer.amounts().within(None).unwrap();
/// let sums = CountrySums::of(explorer.portfolio(), amounts, &all);
/// let countries = sums.countries.iter().map(|it| format!("{} {}", it.country, it.sum));
/// assert_eq!(countries.collect::<Vec<_>>(), ["KE 650", "UG 300"]);
/// assert_eq!((sums.undivided.to_string(), sums.undivided_projects), ("107".to_owned(), 2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountrySums {
    /// What countries have, the largest sum first, then by code.
    pub countries: Vec<CountrySum>,
    /// What belongs to several countries, without a share that says how much to each.
    pub undivided: Money,
    /// How many projects have such a part.
    pub undivided_projects: u32,
    /// The amounts of projects that state no country.
    pub without_country: Money,
    /// How many projects these are.
    pub without_country_projects: u32,
}

/// The amounts of one country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountrySum {
    /// The country.
    pub country: CountryCode,
    /// What projects spend there, by their shares.
    pub sum: Money,
    /// How many projects this is the sum of.
    pub projects: u32,
}

/// The whole, as hundredths of a per cent.
const WHOLE: i64 = 10_000;

impl CountrySums {
    /// Divides the amounts of the projects in a set. A country without a share has the whole amount if it
    /// is the only one of its project, and otherwise none of it. All parts add up to the amounts exactly.
    pub fn of(portfolio: &Portfolio, amounts: &CurrencyAmounts, set: &BitSet) -> Self {
        let mut sums = Self::default();
        let mut positions = StringTable::default();
        for (record, total) in selected(amounts, set) {
            let project = portfolio.projects.get(*record as usize);
            let countries = project.map_or(&[][..], |project| &project.countries);
            if countries.is_empty() {
                sums.without_country = sums.without_country.saturating_add(*total);
                sums.without_country_projects += 1;
                continue;
            }
            let whole = whole(countries);
            let (mut shares, mut given) = (0, 0);
            for mention in countries {
                let share = share(mention, countries.len());
                if share == 0 {
                    continue;
                }
                shares += share;
                let until = part(total.hundredths(), shares, whole);
                sums.add(&mut positions, mention.code, until - given);
                given = until;
            }
            if shares < whole {
                let rest = Money::from_hundredths(total.hundredths() - given);
                sums.undivided = sums.undivided.saturating_add(rest);
                sums.undivided_projects += 1;
            }
        }
        sort(&mut sums.countries, |one, other| {
            let largest = other.sum.cmp(&one.sum);
            largest.then(one.country.cmp(&other.country))
        });
        sums
    }

    fn add(&mut self, positions: &mut StringTable, country: CountryCode, hundredths: i64) {
        let at = positions.get(country.as_str()).unwrap_or_else(|| {
            let at = self.countries.len() as u32;
            positions.insert(country.as_str(), at);
            self.countries.push(CountrySum {
                country,
                sum: Money::default(),
                projects: 0,
            });
            at
        });
        if let Some(of_country) = self.countries.get_mut(at as usize) {
            of_country.sum = of_country
                .sum
                .saturating_add(Money::from_hundredths(hundredths));
            of_country.projects += 1;
        }
    }
}

fn selected<'a>(
    amounts: &'a CurrencyAmounts,
    set: &'a BitSet,
) -> impl Iterator<Item = &'a (u32, Money)> {
    let totals = amounts.totals.iter();
    totals.filter(|(record, _)| set.contains(*record))
}

fn share(mention: &CountryMention, countries: usize) -> i64 {
    match mention.share {
        Some(share) => share.hundredths().into(),
        None if countries == 1 => WHOLE,
        None => 0,
    }
}

/// Returns what the shares of a project are parts of: 100 %, or their sum if that is more, or if it is
/// less only because each was rounded to two places.
fn whole(countries: &[CountryMention]) -> i64 {
    let (mut sum, mut rounding) = (0, 0);
    for mention in countries {
        let share = share(mention, countries.len());
        sum += share;
        rounding += i64::from(share > 0);
    }
    if sum > WHOLE - rounding { sum } else { WHOLE }
}

/// Returns a share of an amount. No number on the way is larger than the amount or the whole.
fn part(hundredths: i64, share: i64, whole: i64) -> i64 {
    hundredths / whole * share + hundredths % whole * share / whole
}
