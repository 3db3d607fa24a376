use crate::string_table::StringTable;
use crate::text::on_one_line;
use std::fmt;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is odd, but nothing was lost.
    Warning,
    /// Something could not be read and was ignored.
    Error,
}

/// One problem in a portfolio file: where, what, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How serious it is.
    pub severity: Severity,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The project, by its id, its title or its position (“project 3”); `None` for the whole file.
    pub project: Option<String>,
    /// The field, as a path: `start`, `countries[1].code`; empty for the whole project or file.
    pub field: String,
    /// What is wrong and what would be right, in a sentence.
    pub message: String,
}

impl Finding {
    /// Returns one line, as compilers print it: `FILE:LINE:COLUMN: severity: project: field: message`.
    /// Characters that could control a terminal are [replaced](on_one_line).
    pub fn in_file(&self, file: &str) -> String {
        let mut line = format!("{file}:{}:{}: {}", self.line, self.column, self.severity);
        for part in self.project.iter().chain([&self.field, &self.message]) {
            if !part.is_empty() {
                line.push_str(": ");
                line.push_str(part);
            }
        }
        on_one_line(&line)
    }
}

/// Findings that say the same: the first of them, and their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingGroup {
    /// The first in file order.
    pub first: Finding,
    /// The number of findings with this severity and message.
    pub count: u32,
}

/// Groups findings that say the same, in the order of their first occurrence.
pub fn group(findings: impl IntoIterator<Item = Finding>) -> Vec<FindingGroup> {
    let mut groups: Vec<FindingGroup> = Vec::new();
    let mut known = StringTable::default();
    for finding in findings {
        let name = format!("{} {}", finding.severity, finding.message);
        let at = known.get(&name).unwrap_or(u32::MAX);
        if let Some(group) = groups.get_mut(at as usize) {
            group.count += 1;
        } else {
            known.insert(&name, groups.len() as u32);
            groups.push(FindingGroup {
                first: finding,
                count: 1,
            });
        }
    }
    groups
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_with_the_same_message_form_one_group() {
        let finding = |line: usize, message: &str| Finding {
            severity: Severity::Error,
            line,
            column: 1,
            project: None,
            field: String::new(),
            message: message.to_owned(),
        };
        let many = (1..=100_000).map(|line| finding(line, ["no title", "no date"][line % 2]));
        let groups = group(many);
        assert_eq!(groups.len(), 2);
        assert_eq!((groups[0].first.line, groups[0].count), (1, 50_000));
        assert_eq!(groups[1].first.message, "no title");
    }

    #[test]
    fn a_finding_is_one_line_without_control_characters() {
        let finding = Finding {
            severity: Severity::Error,
            line: 3,
            column: 14,
            project: Some("te\u{1b}lae".to_owned()),
            field: String::new(),
            message: "No\ntitle.".to_owned(),
        };
        assert_eq!(
            finding.in_file("a.json"),
            "a.json:3:14: error: te\u{fffd}lae: No title."
        );
    }
}
