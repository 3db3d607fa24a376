use crate::portfolio::finding::Finding;
use crate::portfolio::model::Portfolio;

/// The result of reading: a bad record never hides a good one; without a portfolio there are findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The portfolio; `None` if nothing of it could be read.
    pub portfolio: Option<Portfolio>,
    /// What is wrong, in file order.
    pub findings: Vec<Finding>,
}
