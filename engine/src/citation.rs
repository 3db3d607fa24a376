//! How to cite a project: as plain text, BibTeX and RIS.

use crate::portfolio::{Date, Portfolio, Project};

/// A citation of a project.
///
/// The author is the publisher of the list, because the organisations that carried out the project did
/// not write the text; without one, the title comes first. The year is that of the list's last update.
///
/// ```
/// use atlas_engine::citation::{Citation, Words};
/// use atlas_engine::portfolio;
/// let file = r#"{ "title": "Completed projects", "updated": "2012-12-31",
///     "publisher": { "name": "Centre for Wells & Roads" },
///     "projects": [{ "id": "wells", "title": "Wells: 100% clean" }] }"#;
/// let portfolio = portfolio::read(file.as_bytes()).portfolio.unwrap();
/// let citation = Citation {
///     portfolio: &portfolio,
///     project: &portfolio.projects[0],
///     url: "https://example.org/projects/wells/",
///     date: "2026-11-24",
///     words: Words {
///         accessed: "accessed 24 November 2026",
///         updated: "updated 31 December 2012",
///         no_date: "n.d.",
///     },
/// };
/// assert_eq!(
///     citation.plain(),
///     "Centre for Wells & Roads (2012). Wells: 100% clean. Completed projects, \
///      updated 31 December 2012. https://example.org/projects/wells/ \
///      (accessed 24 November 2026)."
/// );
/// assert_eq!(citation.bibtex(), r"@misc{wells,
///   author = {{Centre for Wells \& Roads}},
///   title = {{Wells: 100\% clean}},
///   howpublished = {Completed projects},
///   year = {2012},
///   note = {updated 31 December 2012},
///   url = {https://example.org/projects/wells/},
///   urldate = {2026-11-24}
/// }
/// ");
/// assert_eq!(citation.ris(), "TY  - ELEC
/// ID  - wells
/// AU  - Centre for Wells & Roads
/// TI  - Wells: 100% clean
/// T2  - Completed projects
/// PY  - 2012
/// DA  - 2012/12/31/
/// N1  - updated 31 December 2012
/// UR  - https://example.org/projects/wells/
/// Y2  - 2026/11/24/
/// ER  - \n");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The list that contains the project.
    pub portfolio: &'a Portfolio,
    /// The project.
    pub project: &'a Project,
    /// The address at which it was read.
    pub url: &'a str,
    /// The date on which it was read, as `YYYY-MM-DD`.
    pub date: &'a str,
    /// The parts in the reader's language.
    pub words: Words<'a>,
}

/// The parts of a citation that are in the reader's language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'a> {
    /// When it was read: “accessed 24 November 2026”.
    pub accessed: &'a str,
    /// When the list was updated: “updated 31 December 2012”; empty if it does not say.
    pub updated: &'a str,
    /// Used instead of a year: “n.d.”.
    pub no_date: &'a str,
}

impl Citation<'_> {
    /// Author (year). Title. List, updated. Address (accessed). Without an author, the title is first.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        let (lead, title) = match self.author() {
            Some(author) => (author, self.project.title.as_str()),
            None => (self.project.title.as_str(), ""),
        };
        push_on_one_line(&mut text, lead);
        if !text.is_empty() {
            text.push(' ');
        }
        text.push('(');
        text.push_str(&self.year_or_none());
        text.push(')');
        for part in [title, &self.list()] {
            if !part.trim().is_empty() {
                end_sentence(&mut text);
                push_on_one_line(&mut text, part);
            }
        }
        end_sentence(&mut text);
        text.push_str(self.url);
        if !self.words.accessed.is_empty() {
            text.push_str(" (");
            text.push_str(self.words.accessed);
            text.push(')');
        }
        text.push('.');
        text
    }

    fn list(&self) -> String {
        let mut list = self.portfolio.title.clone();
        if !self.words.updated.is_empty() {
            if !list.trim().is_empty() {
                list.push_str(", ");
            }
            list.push_str(self.words.updated);
        }
        list
    }

    /// Returns a BibTeX entry in UTF-8.
    ///
    /// The key is the project's id, so that it stays the same. Characters that are special in TeX are
    /// escaped, and braces are written as commands, so that the braces of the entry pair up.
    pub fn bibtex(&self) -> String {
        let mut author = String::new();
        if let Some(name) = self.author() {
            // Extra braces: an organisation's name has no first and last name.
            author.push('{');
            push_tex(&mut author, name);
            author.push('}');
        }
        let mut title = String::new();
        if !self.project.title.trim().is_empty() {
            // Extra braces, to keep the capitals.
            title.push('{');
            push_tex(&mut title, &self.project.title);
            title.push('}');
        }
        let mut list = String::new();
        push_tex(&mut list, &self.portfolio.title);
        let mut year = String::new();
        push_tex(&mut year, &self.year_or_none());
        let mut note = String::new();
        push_tex(&mut note, self.words.updated);
        let mut entry = String::from("@misc{");
        push_key(&mut entry, &self.project.id);
        for (field, value) in [
            ("author", author.as_str()),
            ("title", &title),
            ("howpublished", &list),
            ("year", &year),
            ("note", &note),
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

    /// Returns a RIS entry in UTF-8: a web page, one field per line.
    pub fn ris(&self) -> String {
        let mut updated = String::new();
        if let Some(date) = self.portfolio.updated {
            // Year, month and day; the format keeps the slashes if parts are missing.
            updated.push_str(&date.year().to_string());
            for part in [date.month(), date.day()] {
                updated.push('/');
                updated.extend(part.filter(|part| *part < 10).map(|_| '0'));
                updated.extend(part.map(|part| part.to_string()));
            }
            updated.push('/');
        }
        let year = self.year().map(|year| year.to_string());
        let read = [&self.date.replace('-', "/"), "/"].concat();
        let mut entry = String::from("TY  - ELEC\n");
        for (tag, value) in [
            ("ID", self.project.id.as_str()),
            ("AU", self.author().unwrap_or_default()),
            ("TI", &self.project.title),
            ("T2", &self.portfolio.title),
            // Reference managers write “n.d.” themselves if there is no year.
            ("PY", year.as_deref().unwrap_or_default()),
            ("DA", &updated),
            ("N1", self.words.updated),
            ("UR", &plain_url(self.url)),
            ("Y2", if self.date.is_empty() { "" } else { &read }),
        ] {
            let mut line = String::new();
            push_on_one_line(&mut line, value);
            line.retain(|character| !character.is_control());
            if !line.is_empty() {
                for part in [tag, "  - ", &line, "\n"] {
                    entry.push_str(part);
                }
            }
        }
        entry.push_str("ER  - \n");
        entry
    }

    fn author(&self) -> Option<&str> {
        let publisher = self.portfolio.publisher.as_ref()?;
        let name = publisher.name.trim();
        (!name.is_empty()).then_some(name)
    }

    fn year(&self) -> Option<u16> {
        self.portfolio.updated.map(Date::year)
    }

    fn year_or_none(&self) -> String {
        let year = self.year().map(|year| year.to_string());
        year.unwrap_or_else(|| self.words.no_date.to_owned())
    }
}

fn end_sentence(text: &mut String) {
    if text.is_empty() {
        return;
    }
    if !text.ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text.push(' ');
}

fn push_on_one_line(text: &mut String, appended: &str) {
    for (at, word) in appended.split_whitespace().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

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

/// Appends an id as a key: ASCII letters, digits and a few signs; other characters as their number.
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

/// The address without braces, backslashes and spaces, so that BibTeX takes it literally.
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
    use crate::portfolio::{Organisation, Publisher};
    use proptest::prelude::*;

    fn tex(text: &str) -> String {
        let mut tex = String::new();
        push_tex(&mut tex, text);
        tex
    }

    fn cited(portfolio: &Portfolio, project: &Project) -> [String; 3] {
        let citation = Citation {
            portfolio,
            project,
            url: "https://example.org/{a}_b%20",
            date: "2026-11-24",
            words: Words {
                accessed: "seen today",
                updated: "",
                no_date: "n.d.",
            },
        };
        [citation.plain(), citation.bibtex(), citation.ris()]
    }

    #[test]
    fn tex_special_characters_are_escaped() {
        assert_eq!(
            tex("50% & a_b #1 $2 ~x^y {\\z} “Türkiye” Права"),
            "50\\% \\& a\\_b \\#1 \\$2 \\textasciitilde{}x\\textasciicircum{}y \
             \\textbraceleft{}\\textbackslash{}z\\textbraceright{} “Türkiye” Права"
        );
    }

    fn organisation(name: &str) -> Organisation {
        Organisation {
            name: name.to_owned(),
            ..Organisation::default()
        }
    }

    #[test]
    fn implementers_and_donors_are_not_cited_as_authors() {
        let project = Project {
            id: "права 1".to_owned(),
            title: "Is it\n safe?".to_owned(),
            implementing: vec![organisation("Alpha"), organisation("Bravo and Sons")],
            donors: vec![organisation("Charlie")],
            start: Date::parse("2009"),
            ..Project::default()
        };
        let forms = cited(&Portfolio::default(), &project);
        for form in &forms {
            assert!(
                !form.contains("Alpha") && !form.contains("Charlie"),
                "{form}"
            );
            assert!(!form.contains("2009"), "{form}");
        }
        let [plain, bibtex, ris] = forms;
        assert_eq!(
            plain,
            "Is it safe? (n.d.). https://example.org/{a}_b%20 (seen today)."
        );
        assert!(bibtex.starts_with("@misc{u1087u1088u1072u1074u1072u321,\n  title = "));
        assert!(bibtex.contains("year = {n.d.},\n"));
        assert!(bibtex.contains("url = {https://example.org/%7Ba%7D_b%20},\n"));
        assert!(!bibtex.contains("howpublished"));
        assert!(ris.contains("\nTI  - Is it safe?\nUR  - "), "{ris}");
    }

    #[test]
    fn the_update_date_is_cited_as_precisely_as_it_is_stated() {
        for (stated, expected) in [("2012", "2012///"), ("2012-03", "2012/03//")] {
            let portfolio = Portfolio {
                updated: Date::parse(stated),
                ..Portfolio::default()
            };
            let [plain, _, ris] = cited(&portfolio, &Project::default());
            assert!(
                ris.contains(&format!("\nPY  - 2012\nDA  - {expected}\n")),
                "{ris}"
            );
            assert!(plain.contains("(2012)"), "{plain}");
        }
    }

    #[test]
    fn names_and_titles_cannot_add_citation_fields() {
        let hostile = "Wells\r\nER  - \nTY  - BOOK\u{2028}AU  - Nobody\u{0}";
        let portfolio = Portfolio {
            title: hostile.to_owned(),
            publisher: Some(Publisher {
                name: hostile.to_owned(),
                ..Publisher::default()
            }),
            ..Portfolio::default()
        };
        let project = Project {
            id: hostile.to_owned(),
            title: hostile.to_owned(),
            ..Project::default()
        };
        let [plain, bibtex, ris] = cited(&portfolio, &project);
        let tags: Vec<&str> = ris.lines().map(|line| &line[..2]).collect();
        let expected = ["TY", "ID", "AU", "TI", "T2", "UR", "Y2", "ER"];
        assert_eq!(tags, expected, "{ris}");
        assert_eq!(plain.lines().count(), 1);
        let fields = bibtex.lines().filter(|line| line.contains(" = {"));
        assert_eq!(fields.count(), 6, "{bibtex}");
    }

    proptest! {
        #[test]
        fn bibtex_braces_are_balanced_for_any_title(title in ".{0,20}", id in "\\PC{1,8}") {
            let project = Project { id, title, ..Project::default() };
            let [_, bibtex, _] = cited(&Portfolio::default(), &project);
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
        fn tex_escaping_is_reversible(text in "[a-z{}\\\\~^&%_#$ ü]{0,20}") {
            let mut expected = String::new();
            push_on_one_line(&mut expected, &text);
            let mut read = tex(&text);
            for (command, character) in [
                ("\\textbraceleft{}", "{"), ("\\textbraceright{}", "}"),
                ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"),
                ("\\&", "&"), ("\\%", "%"), ("\\_", "_"), ("\\#", "#"), ("\\$", "$"),
            ] {
                read = read.replace(command, &format!("\u{1}{character}"));
            }
            read = read.replace("\\textbackslash{}", "\\").replace('\u{1}', "");
            prop_assert_eq!(read, expected);
        }
    }
}
