use atlas_i18n::{ENGLISH, FirstLine, LANGUAGES, Language, LoaderMessage, Message};
use std::cell::Cell;

thread_local! {
    static LANGUAGE: Cell<&'static Language> = const { Cell::new(&LANGUAGES[0]) };
    /// The lines of the language's file, as described by [`FirstLine`].
    static LINES: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
}

pub(crate) fn language() -> &'static Language {
    LANGUAGE.get()
}

pub(crate) fn set_english() {
    set_lines(&LANGUAGES[0], lines(ENGLISH.to_owned()));
}

/// Switches to a language by its file; returns `false` if the file is incomplete.
pub(crate) fn set_language(language: &'static Language, file: String) -> bool {
    let lines = lines(file);
    let after_regions = lines
        .len()
        .wrapping_sub(FirstLine::MONTHS + LoaderMessage::ALL.len());
    let whole = after_regions == 0 || after_regions == 12;
    if whole {
        set_lines(language, lines);
    }
    whole
}

/// Leaks the text: a visitor changes the language once or twice.
fn lines(text: String) -> &'static [&'static str] {
    let text: &'static str = text.leak();
    text.split('\n').collect::<Vec<_>>().leak()
}

fn set_lines(language: &'static Language, lines: &'static [&'static str]) {
    LANGUAGE.set(language);
    LINES.set(lines);
}

#[inline(never)]
pub(crate) fn line(at: usize) -> &'static str {
    if LINES.get().is_empty() {
        set_english();
    }
    LINES.get().get(at).copied().unwrap_or_default()
}

pub(crate) fn tr(message: Message) -> &'static str {
    line(message as usize)
}

/// The short name of a month (from 1), if browsers do not know the language's months.
pub(crate) fn own_month(month: u8) -> Option<&'static str> {
    let own = LINES.get().len() > FirstLine::MONTHS + LoaderMessage::ALL.len();
    own.then(|| line(FirstLine::MONTHS + usize::from(month) - 1))
}
