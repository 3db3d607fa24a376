//! Joins the files of `style/` into one style sheet.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Joins the sheets of a folder, ordered by name.
pub(crate) fn sheet(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()));
    let paths = entries?.map(|entry| Ok(entry?.path()));
    let mut sheets = paths.collect::<Result<Vec<PathBuf>>>()?;
    sheets.retain(|path| path.extension().is_some_and(|it| it == "css"));
    sheets.sort();
    let mut all = String::new();
    for path in sheets {
        all += &fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        all.push('\n');
    }
    Ok(condensed(&all))
}

fn condensed(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space = true;
            continue;
        }
        if first.is_ascii_whitespace() {
            rest = &rest[1..];
            space = true;
            continue;
        }
        let length = if first == '"' || first == '\'' {
            string_length(rest)
        } else {
            first.len_utf8()
        };
        // Not before `:` or around `+`, `-`, `(`, where a space can be significant.
        let is_idle = out.ends_with(['{', '}', ';', ',', ':']) || "{};,".contains(first);
        if space && !is_idle && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        if first == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

fn string_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if Some(character) == quote {
            return at + 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_insignificant_whitespace_are_removed() {
        for (sheet, short) in [
            ("a {\n  color: red;\n}\n", "a{color:red}"),
            ("/* why */ a, b { }", "a,b{}"),
            ("a/**/b {}", "a b{}"),
            ("a :hover > b::before {}", "a :hover > b::before{}"),
            ("a { width: calc(1px + -2px) }", "a{width:calc(1px + -2px)}"),
            (
                "a::after { content: \" /* no; */ }  \\\" \"; }",
                "a::after{content:\" /* no; */ }  \\\" \"}",
            ),
            (
                "@media (width >= 40em) and (hover) { a { b: c } }",
                "@media (width >= 40em) and (hover){a{b:c}}",
            ),
            ("a { --empty: ; --dash: – }", "a{--empty:;--dash:–}"),
            ("a { b: c } /* open", "a{b:c}"),
        ] {
            assert_eq!(condensed(sheet), short, "{sheet}");
        }
    }

    #[test]
    fn condensing_is_idempotent() {
        let once = condensed("@layer a , b ;\n a { b : c ; }\n\n.d .e{f:g}");
        assert_eq!(condensed(&once), once);
    }
}
