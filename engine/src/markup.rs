//! What HTML and XML are written with.

/// Appends a text as the content of an element or the value of an attribute in double quotes, in HTML
/// or XML. Control characters, which XML cannot have in any form, stay as they are.
///
/// ```
/// let mut html = String::from("<p>");
/// atlas_engine::markup::escape("<b> & \"c\"", &mut html);
/// assert_eq!(html, "<p>&lt;b&gt; &amp; &quot;c&quot;");
/// ```
pub fn escape(text: &str, to: &mut String) {
    for character in text.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            other => to.push(other),
        }
    }
}

/// Placeholders in prerendered pages, which the crate `atlas-site` fills once it is known where a page
/// is served, with which version and with which list.
pub mod placeholder {
    /// The folder of the site.
    pub const SITE: &str = "__SITE__/";
    /// The folder of the version's files.
    pub const VERSION: &str = "__VERSION__/";
    /// The hash of the list of projects.
    pub const LIST_HASH: &str = "__LIST_HASH__";

    /// Every placeholder.
    pub const ALL: [&str; 3] = [SITE, VERSION, LIST_HASH];
}
