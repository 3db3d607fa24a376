use atlas_i18n::LANGUAGES;

/// Names the messages that are shown in English in another language. They are no error, so that a change
/// need not wait for its translations.
pub(crate) fn warn_of_missing() {
    for language in &LANGUAGES {
        for message in language.missing_messages() {
            eprintln!(
                "warning: {message} has no text in {} ({}), so it is shown in English",
                language.name, language.code
            );
        }
    }
}
