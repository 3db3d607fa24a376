//! How to cite a project: as plain text and in BibTeX.

use crate::portfolio::{Date, Portfolio, Project};

/// A project as it was read somewhere.
///
/// Its author is the publisher of the list, or else who carried the project out; its year is that
/// of the list's last update, or else the project's last. What nobody states is left out.
///
/// ```
/// use atlas_engine::citation::Citation;
/// use atlas_engine::portfolio;
/// let file = r#"{ "title": "Completed projects", "updated": "2012-12-31",
///     "publisher": { "name": "Centre for Wells & Roads" },
///     "projects": [{ "id": "wells", "title": "Wells: 100% clean" }] }"#;
/// let portfolio = portfolio::read(file.as_bytes()).portfolio.unwrap();
/// let citation = Citation {
///     portfolio: &portfolio,
///     project: &portfolio.projects[0],
///     url: "https://example.org/?project=wells",
///     date: "2026-11-24",
/// };
/// assert_eq!(
///     citation.plain("accessed 24 November 2026"),
///     "Centre for Wells & Roads (2012). Wells: 100% clean. Completed projects. \
///      https://example.org/?project=wells (accessed 24 November 2026)."
/// );
/// assert_eq!(citation.bibtex(), r"@misc{wells,
///   author = {{Centre for Wells \& Roads}},
///   title = {{Wells: 100\% clean}},
///   howpublished = {Completed projects},
///   year = {2012},
///   url = {https://example.org/?project=wells},
///   urldate = {2026-11-24}
/// }
/// ");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The list that the project stands in.
    pub portfolio: &'a Portfolio,
    /// The project.
    pub project: &'a Project,
    /// Where it was read.
    pub url: &'a str,
    /// When, as `YYYY-MM-DD`.
    pub date: &'a str,
}

impl Citation<'_> {
    /// Author (year). Title. List. Address (accessed). `accessed` says when it was read, in the
    /// reader's own words: “accessed 24 November 2026”.
    pub fn plain(&self, accessed: &str) -> String {
        let mut text = String::new();
        for author in self.authors() {
            if !text.is_empty() {
                text.push_str("; ");
            }
            push_on_one_line(&mut text, author);
        }
        if let Some(year) = self.year() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push('(');
            text.push_str(&year.to_string());
            text.push(')');
        }
        for part in [&self.project.title, &self.portfolio.title] {
            if !part.trim().is_empty() {
                end_sentence(&mut text);
                push_on_one_line(&mut text, part);
            }
        }
        end_sentence(&mut text);
        text.push_str(self.url);
        if !accessed.is_empty() {
            text.push_str(" (");
            text.push_str(accessed);
            text.push(')');
        }
        text.push('.');
        text
    }

    /// An entry of a BibTeX file, in UTF-8.
    ///
    /// The key is the project's id, so that it stays the same. Every character that means something
    /// to TeX is escaped, and braces are written as commands, so that those of the entry pair up.
    pub fn bibtex(&self) -> String {
        let mut authors = String::new();
        for author in self.authors() {
            if !authors.is_empty() {
                authors.push_str(" and ");
            }
            // Braces of its own: the name of an organisation has no first and last name.
            authors.push('{');
            push_tex(&mut authors, author);
            authors.push('}');
        }
        let mut title = String::new();
        if !self.project.title.trim().is_empty() {
            // Once more in braces, so that its capitals stay.
            title.push('{');
            push_tex(&mut title, &self.project.title);
            title.push('}');
        }
        let mut list = String::new();
        push_tex(&mut list, &self.portfolio.title);
        let year = self
            .year()
            .map_or_else(String::new, |year| year.to_string());
        let mut entry = String::from("@misc{");
        push_key(&mut entry, &self.project.id);
        for (field, value) in [
            ("author", authors.as_str()),
            ("title", &title),
            ("howpublished", &list),
            ("year", &year),
            ("url", &plain_url(self.url)),
            ("urldate", self.date),
        ] {
            if !value.is_empty() {
                entry.push_str(",\n  ");
                entry.push_str(field);
                entry.push_str(" = {");
                entry.push_str(value);
                entry.push('}');
            }
        }
        entry.push_str("\n}\n");
        entry
    }

    fn authors(&self) -> impl Iterator<Item = &str> {
        let publisher = self.portfolio.publisher.as_ref();
        let publisher = publisher.map(|publisher| publisher.name.as_str());
        let agencies = self.project.implementing.iter();
        let agencies = agencies
            .filter(move |_| publisher.is_none())
            .map(|agency| agency.name.as_str());
        publisher.into_iter().chain(agencies)
    }

    fn year(&self) -> Option<u16> {
        let updated = self.portfolio.updated.map(Date::year);
        updated.or_else(|| self.project.years(None).map(|(_, last)| last))
    }
}

/// Ends what stands there as a sentence, where it does not end as one already.
fn end_sentence(text: &mut String) {
    if text.is_empty() {
        return;
    }
    if !text.ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text.push(' ');
}

/// Appends a text on one line, its spaces as single ones.
fn push_on_one_line(text: &mut String, appended: &str) {
    for (at, word) in appended.split_whitespace().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// Appends a text for TeX to set as it stands.
fn push_tex(tex: &mut String, text: &str) {
    let mut plain = String::with_capacity(text.len());
    push_on_one_line(&mut plain, text);
    for character in plain.chars().filter(|character| !character.is_control()) {
        match character {
            '\\' => tex.push_str("\\textbackslash{}"),
            '{' => tex.push_str("\\textbraceleft{}"),
            '}' => tex.push_str("\\textbraceright{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            '&' | '%' | '_' | '#' | '$' => {
                tex.push('\\');
                tex.push(character);
            }
            _ => tex.push(character),
        }
    }
}

/// Appends an identifier as a key: ASCII letters, digits and a few signs; others by their number.
fn push_key(entry: &mut String, id: &str) {
    for character in id.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | ':' | '/' => {
                entry.push(character);
            }
            _ => {
                entry.push('u');
                entry.push_str(&u32::from(character).to_string());
            }
        }
    }
}

/// An address as BibTeX takes it word for word: without braces, backslashes and spaces.
fn plain_url(url: &str) -> String {
    let mut plain = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '{' => plain.push_str("%7B"),
            '}' => plain.push_str("%7D"),
            '\\' => plain.push_str("%5C"),
            blank if blank.is_whitespace() || blank.is_control() => plain.push_str("%20"),
            _ => plain.push(character),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portfolio::Organisation;
    use proptest::prelude::*;

    fn tex(text: &str) -> String {
        let mut tex = String::new();
        push_tex(&mut tex, text);
        tex
    }

    fn cited(portfolio: &Portfolio, project: &Project) -> (String, String) {
        let citation = Citation {
            portfolio,
            project,
            url: "https://example.org/{a}_b%20",
            date: "2026-11-24",
        };
        (citation.plain("seen today"), citation.bibtex())
    }

    #[test]
    fn what_means_something_to_tex_is_escaped() {
        assert_eq!(
            tex("50% & a_b #1 $2 ~x^y {\\z} “Türkiye” Права"),
            "50\\% \\& a\\_b \\#1 \\$2 \\textasciitilde{}x\\textasciicircum{}y \
             \\textbraceleft{}\\textbackslash{}z\\textbraceright{} “Türkiye” Права"
        );
    }

    #[test]
    fn without_a_publisher_the_agencies_are_the_authors() {
        let organisation = |name: &str| Organisation {
            name: name.to_owned(),
            ..Organisation::default()
        };
        let project = Project {
            id: "права 1".to_owned(),
            title: "Is it\n safe?".to_owned(),
            implementing: vec![organisation("Alpha"), organisation("Bravo and Sons")],
            start: Date::parse("2009"),
            ..Project::default()
        };
        let (plain, bibtex) = cited(&Portfolio::default(), &project);
        assert_eq!(
            plain,
            "Alpha; Bravo and Sons (2009). Is it safe? https://example.org/{a}_b%20 (seen today)."
        );
        assert!(bibtex.starts_with("@misc{u1087u1088u1072u1074u1072u321,\n"));
        assert!(bibtex.contains("author = {{Alpha} and {Bravo and Sons}},\n"));
        assert!(bibtex.contains("url = {https://example.org/%7Ba%7D_b%20},\n"));
        assert!(!bibtex.contains("howpublished"));
    }

    #[test]
    fn what_nobody_states_is_left_out() {
        let project = Project {
            id: "one".to_owned(),
            title: "One".to_owned(),
            ..Project::default()
        };
        let (plain, bibtex) = cited(&Portfolio::default(), &project);
        assert_eq!(plain, "One. https://example.org/{a}_b%20 (seen today).");
        assert!(!bibtex.contains("author") && !bibtex.contains("year ="));
    }

    proptest! {
        #[test]
        fn any_title_gives_an_entry_whose_braces_pair_up(title in ".{0,20}", id in "\\PC{1,8}") {
            let project = Project { id, title, ..Project::default() };
            let (_, bibtex) = cited(&Portfolio::default(), &project);
            let mut depth = 0i32;
            for (at, character) in bibtex.trim_end().char_indices() {
                match character {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                let is_last = at + character.len_utf8() == bibtex.trim_end().len();
                prop_assert!(at < 6 || depth > 0 || is_last, "{}", &bibtex);
            }
            prop_assert_eq!(depth, 0);
        }

        #[test]
        fn an_escaped_text_can_be_read_back(text in "[a-z{}\\\\~^&%_#$ ü]{0,20}") {
            let mut expected = String::new();
            push_on_one_line(&mut expected, &text);
            let mut read = tex(&text);
            for (command, character) in [
                ("\\textbraceleft{}", "{"), ("\\textbraceright{}", "}"),
                ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"),
                ("\\&", "&"), ("\\%", "%"), ("\\_", "_"), ("\\#", "#"), ("\\$", "$"),
            ] {
                // What is read back is kept apart from what still is to be read.
                read = read.replace(command, &format!("\u{1}{character}"));
            }
            read = read.replace("\\textbackslash{}", "\\").replace('\u{1}', "");
            prop_assert_eq!(read, expected);
        }
    }
}
