//! The same pages as HTML, written natively when the site is built. They can be read before the program
//! is loaded, without scripts, by search engines and in a browser's reading mode.
//!
//! The components are those of the running page. Addresses within the site begin with [`SITE`], which
//! the build replaces with the path to the site from the page in question.

use crate::dom::html;
use crate::host::browser::Fetched;
use crate::host::chunk::MapChunk;
use crate::host::prerender::PrerenderHost;
pub use crate::host::prerender::{SITE, address_of};
use crate::host::{MapParts, project_path, provide_host};
use crate::i18n::{self, Locale, Message, provide_locale};
use crate::map::{map_resources, small_map};
use crate::state::Atlas;
use crate::{components, layout};
use atlas_engine::portfolio::{CountryMention, Project, Reading};
use atlas_engine::query::View;
use atlas_i18n::{LANGUAGES, Language};
use leptos::prelude::*;
use std::rc::Rc;

/// A portfolio to prerender.
pub struct Prerendered {
    owner: Owner,
    atlas: Atlas,
    language: &'static Language,
}

impl Prerendered {
    /// Opens a portfolio in its own language, or in English if the interface does not have that
    /// language. `borders` is the file of the world's borders, for the maps of single projects. Returns
    /// `None` if there is no portfolio to show.
    pub fn open(reading: Reading, borders: Vec<u8>) -> Option<Self> {
        let portfolio = reading.portfolio.as_ref()?;
        let own = portfolio.language.as_deref().and_then(Language::parse);
        let language = own.unwrap_or(&LANGUAGES[0]);
        let locale = Locale::parse(language, language.file());
        let locale = locale.unwrap_or_else(Locale::english);
        let owner = Owner::new();
        let atlas = owner.with(|| {
            provide_host(Rc::new(PrerenderHost));
            let locale = provide_locale(locale);
            map_resources::provide_map_resources();
            let mut opening = layout::app::opening(reading.portfolio?, &Fetched::default());
            while opening.step(usize::MAX) {}
            map_resources::set_world(&MapParts {
                chunk: MapChunk::loaded(),
                borders,
            });
            Some(Atlas::open(opening.finish(), locale, None))
        })?;
        Some(Self {
            owner,
            atlas,
            language,
        })
    }

    /// The language of the pages.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The portfolio's title.
    pub fn title(&self) -> String {
        self.owner
            .with(|| components::names::portfolio_title(self.atlas))
    }

    /// The size of the portfolio: “6 projects in 20 countries and territories, 2007–2012”.
    pub fn extent(&self) -> String {
        self.owner.with(|| layout::header::extent(self.atlas))
    }

    /// The page that the program takes over: the portfolio without a query.
    pub fn explorer(&self) -> String {
        let page = self
            .owner
            .with(|| html::html(layout::app::prerendered_page(self.atlas).finish()));
        html::without_lengths(&page)
    }

    /// The page of the project at a position in the portfolio: its whole record.
    pub fn project(&self, record: u32) -> Option<String> {
        // Frees what a page is made of: there may be thousands of pages.
        self.owner.child().with(|| {
            let page = layout::project_page::project_page(self.atlas, record)?;
            Some(html::html(page.finish()))
        })
    }

    /// A page that names every project.
    pub fn list(&self) -> String {
        self.owner
            .with(|| html::html(layout::project_page::list_page(self.atlas).finish()))
    }

    /// The title of the page of all projects.
    pub fn list_title(&self) -> &'static str {
        self.owner.with(|| i18n::tr(Message::AllProjects))
    }

    /// The name of a view.
    pub fn view_name(&self, view: View) -> &'static str {
        self.owner.with(|| i18n::tr(i18n::view_name(view)))
    }

    /// When a project ran, in words.
    pub fn period(&self, project: &Project) -> Option<String> {
        self.owner.with(|| components::dates::dates(project))
    }

    /// The names of a project's countries.
    pub fn countries(&self, project: &Project) -> Vec<String> {
        let mentions = project.countries.iter();
        self.owner
            .with(|| mentions.map(components::names::mention_name).collect())
    }

    /// An SVG drawing of countries, with a size in pixels; `None` if there are none.
    pub fn map(&self, countries: &[CountryMention], size: (u32, u32)) -> Option<String> {
        self.owner.with(|| {
            let mut codes: Vec<_> = countries.iter().map(|it| it.code).collect();
            codes.sort_unstable();
            codes.dedup();
            let map = small_map::still_map(&codes, size)?;
            Some(html::html(map))
        })
    }
}

/// The folder of a project's own page.
pub fn folder_of(project: &Project) -> String {
    project_path::folder_of(project)
}
