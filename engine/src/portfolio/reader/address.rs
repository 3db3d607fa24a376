//! Which addresses from data are kept, and in which form.

/// Returns an address that a link may have: http, https or mailto.
pub(super) fn of_link(url: &str) -> Option<String> {
    let is_mail = url
        .split_once(':')
        .is_some_and(|(scheme, rest)| scheme.eq_ignore_ascii_case("mailto") && !rest.is_empty());
    (!has_controls(url) && (is_mail || is_web(url))).then(|| url.to_owned())
}

/// Returns an address that a picture may have: http, https, or relative without a host.
pub(super) fn of_picture(url: &str) -> Option<String> {
    let first = url.split('/').next().unwrap_or_default();
    // Browsers read a backslash as a slash, and two slashes as the beginning of a host.
    let is_relative = !first.contains(':') && !url.starts_with("//") && !url.contains('\\');
    (!has_controls(url) && (is_relative || is_web(url))).then(|| url.to_owned())
}

/// Returns an address that a contact may have: that of a link, or of e-mail, which becomes a mailto.
pub(super) fn of_contact(text: &str) -> Option<String> {
    // The characters that end the address in a mailto, add another, or belong to another kind of address.
    let other = |it: char| it.is_whitespace() || it.is_control() || "@:/\\?#%,;<>".contains(it);
    let is_mail = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && !name.contains(other) && !host.contains(other)
    });
    if is_mail {
        return Some(["mailto:", text].concat());
    }
    of_link(text)
}

fn is_web(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, host)| {
        (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
            && !host.is_empty()
            && !host.starts_with(['/', '\\', '?', '#'])
    })
}

/// Browsers drop tabs and line breaks before they read the scheme, so any control character is rejected.
fn has_controls(url: &str) -> bool {
    url.contains(char::is_control)
}
