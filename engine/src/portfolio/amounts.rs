//! The amounts of a portfolio by currency: what projects are filtered, sorted and counted by.

use crate::portfolio::model::Portfolio;
use crate::portfolio::numbers::{Currency, Money};
use crate::sort::sort;
use crate::string_table::StringTable;
use atlas_counting::BitSet;

/// The total of each project in each currency. Its size is that of what is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// The currency that most projects state first, then by code.
    pub currencies: Vec<CurrencyAmounts>,
}

/// The projects that state an amount in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyAmounts {
    /// The currency.
    pub currency: Currency,
    /// The projects, as ascending positions in [`Portfolio::projects`], with their totals. There is at
    /// least one.
    pub totals: Vec<(u32, Money)>,
}

impl Amounts {
    /// Adds up the amounts of every project, in time linear in what is stated.
    pub fn of(portfolio: &Portfolio) -> Self {
        let mut positions = StringTable::default();
        let mut currencies: Vec<CurrencyAmounts> = Vec::new();
        for (record, project) in (0u32..).zip(&portfolio.projects) {
            for budget in &project.budget {
                let code = budget.currency.as_str();
                let at = positions.get(code).unwrap_or_else(|| {
                    let at = currencies.len() as u32;
                    positions.insert(code, at);
                    currencies.push(CurrencyAmounts {
                        currency: budget.currency,
                        totals: Vec::new(),
                    });
                    at
                });
                let Some(of_currency) = currencies.get_mut(at as usize) else {
                    continue;
                };
                match of_currency.totals.last_mut() {
                    Some((last, total)) if *last == record => {
                        *total = total.saturating_add(budget.amount);
                    }
                    _ => of_currency.totals.push((record, budget.amount)),
                }
            }
        }
        sort(&mut currencies, |one, other| {
            let stated = |it: &CurrencyAmounts| it.totals.len();
            let most = stated(other).cmp(&stated(one));
            most.then(one.currency.cmp(&other.currency))
        });
        Self { currencies }
    }

    /// Returns the amounts in a currency or, without one, in the currency that most projects state;
    /// `None` if no project states such an amount.
    pub fn within(&self, currency: Option<Currency>) -> Option<&CurrencyAmounts> {
        let mut currencies = self.currencies.iter();
        currencies.find(|it| currency.is_none_or(|currency| it.currency == currency))
    }
}

impl CurrencyAmounts {
    /// Returns the projects whose total is in a range, of which both ends are included, as a set over
    /// `records` projects.
    pub fn records(&self, from: Option<Money>, to: Option<Money>, records: usize) -> BitSet {
        let is_within =
            |total: Money| from.is_none_or(|from| total >= from) && to.is_none_or(|to| total <= to);
        let matching = self.totals.iter().filter(|(_, total)| is_within(*total));
        let matching: Vec<u32> = matching.map(|(record, _)| *record).collect();
        let mut set = BitSet::empty(records);
        set.insert_all(&matching);
        set
    }
}

impl Portfolio {
    /// Returns the currency that most projects state; of several, the first by code.
    pub fn main_currency(&self) -> Option<Currency> {
        let amounts = Amounts::of(self);
        amounts.within(None).map(|it| it.currency)
    }
}
