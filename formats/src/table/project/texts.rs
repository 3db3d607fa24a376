//! Texts, links and other projects that a project states.

use super::partial::Partial;
use crate::mapping::ProjectField;
use crate::table::cells::is_address;
use atlas_engine::portfolio::{Link, Project, Related};

/// A text on one line.
pub(super) fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Appends lines to a text, as a list below it.
pub(super) fn append(text: &mut Option<String>, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let lines = lines.join("\n");
    match text {
        Some(text) => {
            text.push_str("\n\n");
            text.push_str(&lines);
        }
        None => *text = Some(lines),
    }
}

impl Partial {
    /// Adds the addresses in a text; one without any is a title whose address is unknown.
    pub(super) fn add_links(
        &mut self,
        field: ProjectField,
        text: &str,
        of: impl Fn(&mut Project) -> &mut Vec<Link>,
    ) {
        let parts =
            text.split(|it: char| it.is_whitespace() || matches!(it, ';' | '|' | '<' | '>' | '"'));
        let parts = parts.map(|it| it.trim_matches([',', '(', ')', '[', ']', '\'']));
        let addresses: Vec<&str> = parts.filter(|it| is_address(it)).collect();
        if addresses.is_empty() {
            if self.is_new(field.name(), text) {
                of(&mut self.project).push(Link {
                    title: on_one_line(text),
                    url: None,
                });
            }
            return;
        }
        for address in addresses {
            if !self.is_new(field.name(), address) {
                continue;
            }
            let has_scheme = address.contains("://");
            let url = if has_scheme {
                address.to_owned()
            } else {
                format!("https://{address}")
            };
            of(&mut self.project).push(Link {
                title: address.to_owned(),
                url: Some(url),
            });
        }
    }

    pub(super) fn add_related(&mut self, text: &str) {
        for title in text.split(['\n', ';']).map(on_one_line) {
            if !title.is_empty() && self.is_new("related", &title) {
                self.project.related.push(Related {
                    title,
                    ..Related::default()
                });
            }
        }
    }
}
