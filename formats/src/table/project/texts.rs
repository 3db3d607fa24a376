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

/// Bullets, and the signs between a title and its address.
fn is_mark(character: char) -> bool {
    character.is_whitespace() || "-–•*:;|,<>()[]\"".contains(character)
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
    /// Adds the links in a text. A line without an address is a title whose address is unknown; the text beside
    /// the only address of a line is its title: “Final report: https://…”, `[Final report](https://…)`.
    pub(super) fn add_links(
        &mut self,
        field: ProjectField,
        text: &str,
        of: impl Fn(&mut Project) -> &mut Vec<Link>,
    ) {
        for line in text.lines() {
            let is_end = |it: char| it.is_whitespace() || matches!(it, ';' | '|' | '<' | '>' | '"');
            let parts = line.split(is_end).flat_map(|it| it.split("]("));
            let parts = parts.map(|it| it.trim_matches([',', '(', ')', '[', ']', '\'']));
            let addresses: Vec<&str> = parts.filter(|it| is_address(it)).collect();
            let title = match addresses.as_slice() {
                [] => line.to_owned(),
                [address] => line.replace(address, ""),
                _ => String::new(),
            };
            let title = on_one_line(title.trim_matches(is_mark));
            if addresses.is_empty() && !title.is_empty() && self.is_new(field.name(), &title) {
                of(&mut self.project).push(Link { title, url: None });
                continue;
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
                let is_titled = title.contains(char::is_alphanumeric);
                of(&mut self.project).push(Link {
                    title: if is_titled {
                        title.clone()
                    } else {
                        address.to_owned()
                    },
                    url: Some(url),
                });
            }
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
