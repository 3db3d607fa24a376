use atlas_i18n::{ENGLISH, FirstLine, LANGUAGES, Language, LoaderMessage, Message};
use leptos::prelude::{GetUntracked, RwSignal, provide_context, use_context};
use std::ptr;
use std::sync::{Mutex, PoisonError};

/// The texts of one language.
struct Catalogue {
    language: &'static Language,
    /// The lines of the language's file, as described by [`FirstLine`].
    lines: Vec<&'static str>,
}

/// Every language that an atlas of this program has used. Catalogues never change and are kept, so that
/// texts can be borrowed without a limit: there are no more of them than languages.
static CATALOGUES: Mutex<Vec<&'static Catalogue>> = Mutex::new(Vec::new());

/// The language of an atlas, with its texts.
#[derive(Clone, Copy)]
pub(crate) struct Locale(&'static Catalogue);

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.0, other.0)
    }
}

impl Locale {
    pub(crate) fn english() -> Self {
        let english = &LANGUAGES[0];
        Self::kept(english).unwrap_or_else(|| Self::keep(english, ENGLISH.to_owned()))
    }

    /// A language with the texts of its file; `None` if the file is incomplete.
    pub(crate) fn parse(language: &'static Language, file: String) -> Option<Self> {
        if let Some(kept) = Self::kept(language) {
            return Some(kept);
        }
        let lines = file.split('\n').count();
        let after_regions = lines.wrapping_sub(FirstLine::MONTHS + LoaderMessage::ALL.len());
        let whole = after_regions == 0 || after_regions == 12;
        whole.then(|| Self::keep(language, file))
    }

    fn kept(language: &Language) -> Option<Self> {
        let catalogues = CATALOGUES.lock().unwrap_or_else(PoisonError::into_inner);
        let mut catalogues = catalogues.iter();
        let kept = catalogues.find(|it| it.language.code == language.code);
        kept.map(|catalogue| Self(catalogue))
    }

    fn keep(language: &'static Language, file: String) -> Self {
        let lines = file.leak().split('\n').collect();
        let catalogue: &'static Catalogue = Box::leak(Box::new(Catalogue { language, lines }));
        let mut catalogues = CATALOGUES.lock().unwrap_or_else(PoisonError::into_inner);
        catalogues.push(catalogue);
        Self(catalogue)
    }

    pub(crate) fn language(self) -> &'static Language {
        self.0.language
    }

    fn line(self, at: usize) -> &'static str {
        self.0.lines.get(at).copied().unwrap_or_default()
    }
}

/// Gives the current reactive owner and everything in it a locale, which can change.
pub(crate) fn provide_locale(locale: Locale) -> RwSignal<Locale> {
    let locale = RwSignal::new(locale);
    provide_context(locale);
    locale
}

/// The locale of the current atlas, untracked: a change of language redraws everything. Outside an
/// atlas, English.
fn locale() -> Locale {
    let locale = use_context::<RwSignal<Locale>>();
    let locale = locale.and_then(|locale| locale.try_get_untracked());
    locale.unwrap_or_else(Locale::english)
}

pub(crate) fn language() -> &'static Language {
    locale().language()
}

pub(crate) fn line(at: usize) -> &'static str {
    locale().line(at)
}

pub(crate) fn tr(message: Message) -> &'static str {
    line(message as usize)
}

/// The short name of a month (from 1), if browsers do not know the language's months.
pub(crate) fn own_month(month: u8) -> Option<&'static str> {
    let locale = locale();
    let own = locale.0.lines.len() > FirstLine::MONTHS + LoaderMessage::ALL.len();
    own.then(|| locale.line(FirstLine::MONTHS + usize::from(month) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::{Owner, Set};

    #[test]
    fn atlases_of_one_program_have_languages_of_their_own() {
        let open = |code: &str| {
            let language = Language::parse(code).unwrap();
            let owner = Owner::new();
            let locale = Locale::parse(language, language.file()).unwrap();
            let locale = owner.with(|| provide_locale(locale));
            (owner, locale)
        };
        let (french, _) = open("fr");
        let (german, locale) = open("de");
        let close = || tr(Message::Close);
        assert_eq!(
            (french.with(close), german.with(close)),
            ("Fermer", "Schließen")
        );
        locale.set(Locale::english());
        assert_eq!(
            (french.with(close), german.with(close)),
            ("Fermer", "Close")
        );
        assert_eq!(close(), "Close");
    }
}
