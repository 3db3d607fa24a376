//! Joins the files of `style/` into one style sheet.

use anyhow::{Context as _, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Joins the sheets in the order that the file `order` lists, or else by name.
pub(crate) fn sheet(folder: &Path) -> Result<String> {
    let mut sheets = BTreeSet::new();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()));
    for entry in entries? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|it| it == "css") {
            sheets.insert(name);
        }
    }
    let order = folder.join("order");
    let names: Vec<String> = if order.exists() {
        let listed = fs::read_to_string(order)?;
        let listed = listed
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        listed
            .filter(|line| !line.starts_with('#'))
            .map(str::to_owned)
            .collect()
    } else {
        sheets.iter().cloned().collect()
    };
    let listed: BTreeSet<String> = names.iter().cloned().collect();
    if let Some(odd) = sheets.symmetric_difference(&listed).next() {
        ensure!(listed.contains(odd), "style/order does not list {odd}");
        ensure!(
            sheets.contains(odd),
            "style/order lists {odd}, which does not exist"
        );
    }
    let mut all = String::new();
    for name in names {
        all += &fs::read_to_string(folder.join(&name)).with_context(|| format!("style/{name}"))?;
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
