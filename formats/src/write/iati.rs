//! IATI 2.03.

use super::{Selection, Written};
use atlas_engine::portfolio::Portfolio;

pub(super) fn write(portfolio: &Portfolio, selection: &Selection) -> Written {
    let _ = (portfolio, selection);
    Written::default()
}
