//! Scripts without what only their readers need.

/// Drops the comments that fill whole lines, and the indentation.
///
/// Comments behind code stay: telling them from text needs a parser, and brings nothing once the
/// script is compressed. Our scripts keep template literals on one line.
pub(crate) fn condensed(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut is_in_comment = false;
    for line in script.lines().map(str::trim) {
        let starts_comment = line.starts_with("/*");
        if is_in_comment || starts_comment {
            is_in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::condensed;

    #[test]
    fn comments_on_lines_of_their_own_go() {
        let script = "// why\n/** what\n * it\n */\nfunction a() {\n  /* one */\n  return 'http://b'; // c\n}\n";
        assert_eq!(
            condensed(script),
            "function a() {\nreturn 'http://b'; // c\n}\n"
        );
    }
}
