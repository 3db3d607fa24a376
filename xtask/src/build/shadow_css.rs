//! Adapts the page's style sheets to the shadow root of an element in another site's page.

const FRAME: &str = ".atlas";

/// Pixels per `rem` in media queries, which use the default size.
const ROOT_PIXELS: f64 = 16.0;

/// Adapts a sheet to a shadow root: the element's frame is the root, and lengths follow its size instead
/// of the window's and the other page's font size. The loader adds the fonts, as a shadow root cannot.
pub(crate) fn adapt(sheet: &str) -> String {
    let sheet = without_rules(sheet, &["@font-face", "@page"]);
    let sheet = themable(&frame_for_root(&sheet));
    let mut out = String::with_capacity(sheet.len() * 11 / 10);
    let mut rest = sheet.as_str();
    while let Some(at) = rest.find("@media") {
        let (before, query) = rest.split_at(at);
        out.push_str(&lengths(before));
        let (query, after) = query.split_at(query.find('{').unwrap_or(query.len()));
        out.push_str(&container_query(query));
        rest = after;
    }
    out.push_str(&lengths(rest));
    out
}

fn without_rules(sheet: &str, names: &[&str]) -> String {
    let mut out = sheet.to_owned();
    for name in names {
        while let Some(at) = out.find(name) {
            let end = out[at..].find('}').map_or(out.len(), |end| at + end + 1);
            out.replace_range(at..end, "");
        }
    }
    out
}

fn frame_for_root(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        let begins_name = !out.ends_with(|it: char| it.is_alphanumeric() || "-_.#:(".contains(it));
        let found = ["html:root", ":root", "html", "body"].iter().find(|name| {
            let goes_on = |after: &str| {
                after.starts_with(|it: char| it.is_alphanumeric() || "-_(=".contains(it))
            };
            rest.strip_prefix(**name)
                .is_some_and(|after| !goes_on(after))
        });
        if let Some(name) = found.filter(|_| begins_name) {
            out.push_str(FRAME);
            rest = &rest[name.len()..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// Lets the page around the element set each token, as `--atlas-` and its name.
fn themable(sheet: &str) -> String {
    const TOKENS: &str = ".atlas{color-scheme:light dark;";
    let Some((before, rest)) = sheet.split_once(TOKENS) else {
        return sheet.to_owned();
    };
    let (tokens, after) = rest.split_once('}').unwrap_or((rest, ""));
    let token = |token: &str| match token.split_once(':') {
        Some((name, value)) => {
            let own = name.trim_start_matches('-');
            format!("{name}:var(--atlas-{own},{value})")
        }
        None => token.to_owned(),
    };
    let tokens: Vec<String> = tokens.split(';').map(token).collect();
    [before, TOKENS, &tokens.join(";"), "}", after].concat()
}

/// Turns a media query for the window's width into a container query for the frame's. A range such as
/// `(width <= 52rem)` is left: it is about dialogs, which cover the whole window.
fn container_query(query: &str) -> String {
    if !query.contains("-width") {
        return query.to_owned();
    }
    let pixels = each_length(query, "rem", &|number| {
        format!("{}px", number * ROOT_PIXELS)
    });
    pixels.replacen("@media", "@container atlas", 1)
}

/// Makes `rem` and `vw` relative to the frame, and `vh` to `--atlas-vh` if that is set: in an iframe as
/// high as its content, `vh` would be the content's height.
fn lengths(rules: &str) -> String {
    let rules = each_length(rules, "rem", &|number| format!("calc({number}*var(--rem))"));
    let rules = each_length(&rules, "vw", &|number| format!("{number}cqi"));
    let rules = each_length(&rules, "dvh", &|number| {
        format!("calc({number}*var(--atlas-vh,1dvh))")
    });
    each_length(&rules, "vh", &|number| {
        format!("calc({number}*var(--atlas-vh,1vh))")
    })
}

fn each_length(text: &str, unit: &str, other: &dyn Fn(f64) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(unit) {
        let (before, after) = rest.split_at(at);
        let after = &after[unit.len()..];
        let digits = before
            .bytes()
            .rev()
            .take_while(|it| it.is_ascii_digit() || *it == b'.');
        let number = before.len() - digits.count();
        let (before, number) = before.split_at(number);
        // A minus belongs to the number unless a space separates them.
        let before_sign = before
            .strip_suffix('-')
            .filter(|it| it.ends_with([' ', ':', '(', ',']));
        let ends = !after.starts_with(|it: char| it.is_alphanumeric() || it == '-');
        if let Some(value) = number.parse::<f64>().ok().filter(|_| ends) {
            let value = if before_sign.is_some() { -value } else { value };
            out.push_str(before_sign.unwrap_or(before));
            out.push_str(&other(value));
        } else {
            out.push_str(before);
            out.push_str(number);
            out.push_str(unit);
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_is_adapted_to_the_shadow_root_of_an_element() {
        for (page, shadow) in [
            (":root{--a:1}", ".atlas{--a:1}"),
            (
                ":root[data-theme=\"dark\"]{a:b}",
                ".atlas[data-theme=\"dark\"]{a:b}",
            ),
            ("html{a:b}body{c:d}", ".atlas{a:b}.atlas{c:d}"),
            ("html:has(.tray){a:b}", ".atlas:has(.tray){a:b}"),
            (
                "tbody tr{a:b}.record__body{c:d}",
                "tbody tr{a:b}.record__body{c:d}",
            ),
            (
                "a{b:1.5rem -2rem}",
                "a{b:calc(1.5*var(--rem)) calc(-2*var(--rem))}",
            ),
            (
                "a{b:clamp(1rem,3vw,2rem)}",
                "a{b:clamp(calc(1*var(--rem)),3cqi,calc(2*var(--rem)))}",
            ),
            (
                "a{b:min(40vh,100dvh)}",
                "a{b:min(calc(40*var(--atlas-vh,1vh)),calc(100*var(--atlas-vh,1dvh)))}",
            ),
            (
                "a{b:calc(100% - 2rem)}",
                "a{b:calc(100% - calc(2*var(--rem)))}",
            ),
            (
                "@media (max-width:60rem){a{b:1rem}}",
                "@container atlas (max-width:960px){a{b:calc(1*var(--rem))}}",
            ),
            (
                "@media (width <= 52rem){a{b:c}}",
                "@media (width <= 52rem){a{b:c}}",
            ),
            (
                ":root{color-scheme:light dark;--ink:light-dark(#000,#fff);--space-1:1rem}a{b:c}",
                ".atlas{color-scheme:light dark;--ink:var(--atlas-ink,light-dark(#000,#fff));\
                 --space-1:var(--atlas-space-1,calc(1*var(--rem)))}a{b:c}",
            ),
            (
                "@media (forced-colors:active){a{b:c}}",
                "@media (forced-colors:active){a{b:c}}",
            ),
            ("@font-face{font-family:X;src:url(x)}a{b:c}", "a{b:c}"),
            (".theorem{a:b}", ".theorem{a:b}"),
        ] {
            assert_eq!(adapt(page), shadow);
        }
    }
}
