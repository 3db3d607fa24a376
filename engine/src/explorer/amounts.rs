//! The amounts that a query asks for.

use crate::explorer::Explorer;
use crate::facet::BitSet;
use crate::portfolio::{Amounts, CurrencyAmounts, Money};
use crate::query::Query;
use crate::sort::sort_by_keys;

impl Explorer {
    /// Returns the amounts of all projects, added up when they are first needed.
    pub fn amounts(&self) -> &Amounts {
        self.amounts.get_or_init(|| Amounts::of(&self.portfolio))
    }

    /// Returns the amounts in the currency of a query: the one it names or, without one, the one that most
    /// projects state. `None` if no project states such an amount; then the query's range is ignored.
    pub fn amounts_of(&self, query: &Query) -> Option<&CurrencyAmounts> {
        self.amounts().within(query.currency)
    }

    /// Swaps a reversed range of amounts, and removes and reports one in a currency that no project states.
    pub(super) fn settle_amounts(&self, query: &mut Query) {
        if self.amounts_of(query).is_some() {
            if let (Some(from), Some(to)) = (query.amount_from, query.amount_to) {
                query.amount_from = Some(from.min(to));
                query.amount_to = Some(from.max(to));
            }
            return;
        }
        for (parameter, value) in query.amounts() {
            if !value.is_empty() {
                query.ignored.push([parameter.key(), "=", &value].concat());
            }
        }
        query.amount_from = None;
        query.amount_to = None;
        query.currency = None;
    }

    /// Returns the projects whose total is in the query's range, if it has one.
    pub(super) fn in_amount_range(&self, query: &Query) -> Option<BitSet> {
        if !query.has_amounts() {
            return None;
        }
        let (from, to) = match (query.amount_from, query.amount_to) {
            (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
            range => range,
        };
        Some(
            self.amounts_of(query)?
                .records(from, to, self.index.records),
        )
    }

    /// Sorts projects by their totals; those without one stay last. Stable.
    pub(super) fn sort_by_amount(&self, projects: &mut [u32], query: &Query, largest_first: bool) {
        let Some(amounts) = self.amounts_of(query) else {
            return;
        };
        let mut keys = vec![NO_AMOUNT; self.index.records];
        for (record, total) in &amounts.totals {
            if let Some(key) = keys.get_mut(*record as usize) {
                *key = (false, sort_number(*total, largest_first));
            }
        }
        sort_by_keys(projects, &keys);
    }
}

const NO_AMOUNT: (bool, i64) = (true, 0);

fn sort_number(total: Money, largest_first: bool) -> i64 {
    // The complement of a number reverses the order, and no number is without one.
    if largest_first {
        !total.hundredths()
    } else {
        total.hundredths()
    }
}
