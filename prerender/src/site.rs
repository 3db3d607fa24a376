use atlas_engine::markup::escape;
use atlas_engine::portfolio::{Portfolio, Project, Reading};
use project_atlas::prerender::{Prerendered, SITE, address_of};

/// With more projects, none has its own picture: they would take minutes and megabytes.
const MAX_PREVIEWS: usize = 300;

pub(crate) struct Site {
    pub portfolio: Portfolio,
    pub pages: Prerendered,
    public_url: Option<String>,
}

impl Site {
    /// Returns `None` if the portfolio has nothing to show.
    pub(crate) fn open(
        reading: Reading,
        borders: Vec<u8>,
        public_url: Option<&str>,
    ) -> Option<Self> {
        let portfolio = reading.portfolio.clone()?;
        Some(Self {
            portfolio,
            pages: Prerendered::open(reading, borders)?,
            public_url: public_url.map(str::to_owned),
        })
    }

    /// The site's absolute address, ending in `/`, if known.
    pub(crate) fn absolute(&self) -> Option<&str> {
        let url = self.public_url.as_deref();
        url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }

    /// Makes an address from the pages absolute, if the site's address is known.
    pub(crate) fn url(&self, address: &str) -> String {
        match (self.absolute(), address.strip_prefix(SITE)) {
            (Some(site), Some(within)) => format!("{site}{within}"),
            _ => address.to_owned(),
        }
    }

    pub(crate) fn has_previews(&self) -> bool {
        self.portfolio.projects.len() <= MAX_PREVIEWS
    }
}

/// The beginning of a project's description, on one line, cut after this many characters.
pub(crate) fn summary(project: &Project, letters: usize) -> Option<String> {
    let text = project
        .objective
        .as_deref()
        .or(project.summary.as_deref())?;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.strip_prefix("- ").unwrap_or(&line);
    if line.chars().count() <= letters {
        return (!line.is_empty()).then(|| line.to_owned());
    }
    let cut: String = line.chars().take(letters).collect();
    let whole_words = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    Some(format!(
        "{} …",
        whole_words.trim_end_matches([',', ';', '.'])
    ))
}

pub(crate) fn url_of(site: &Site, project: &Project) -> String {
    site.url(&address_of(project))
}

pub(crate) fn escaped(text: &str) -> String {
    // XML allows no other control characters, not even escaped.
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect();
    let mut escaped = String::with_capacity(text.len());
    escape(&text, &mut escaped);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_ends_with_a_whole_word() {
        let project = |text: &str| Project {
            objective: Some(text.to_owned()),
            ..Project::default()
        };
        let of = |text: &str| summary(&project(text), 20);
        assert_eq!(of("One two\n\nthree"), Some("One two three".to_owned()));
        assert_eq!(
            of("Support, training and more of it"),
            Some("Support, training …".to_owned())
        );
        assert_eq!(of(""), None);
        assert_eq!(summary(&Project::default(), 20), None);
    }

    #[test]
    fn markup_in_data_stays_text() {
        assert_eq!(
            escaped("<a b=\"c\">&\u{0}"),
            "&lt;a b=&quot;c&quot;&gt;&amp;"
        );
    }
}
