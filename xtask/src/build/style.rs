//! Joins the files of `style/` into one style sheet.

use anyhow::{Context as _, Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use std::fs;
use std::path::{Path, PathBuf};

/// Joins the sheets of a folder, ordered by name, and minifies them.
pub(crate) fn sheet(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()));
    let paths = entries?.map(|entry| Ok(entry?.path()));
    let mut sheets = paths.collect::<Result<Vec<PathBuf>>>()?;
    sheets.retain(|path| path.extension().is_some_and(|it| it == "css"));
    sheets.sort();
    let sheets = sheets.iter().map(|path| {
        let text = fs::read_to_string(path)?;
        minify(&text).with_context(|| path.display().to_string())
    });
    sheets.collect()
}

/// How sheets are printed: without targets, nothing is rewritten for older browsers. Rules are not merged,
/// which would save no bytes after compression.
pub(crate) fn minified<'a>() -> PrinterOptions<'a> {
    PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    }
}

fn minify(sheet: &str) -> Result<String> {
    Ok(parse(sheet)?.to_css(minified())?.code)
}

pub(crate) fn parse(sheet: &str) -> Result<StyleSheet<'_>> {
    StyleSheet::parse(sheet, ParserOptions::default()).map_err(|error| match error.loc {
        Some(at) => anyhow!("line {}, column {}: {}", at.line + 1, at.column, error.kind),
        None => anyhow!("{}", error.kind),
    })
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_and_insignificant_whitespace_are_removed() {
        for (sheet, short) in [
            ("a {\n  color: red;\n}\n", "a{color:red}"),
            (
                "/* why */ a :hover > b::before { color: red }",
                "a :hover>b:before{color:red}",
            ),
            (
                "a { width: calc(1px + var(--a)) }",
                "a{width:calc(1px + var(--a))}",
            ),
            ("a { --empty: ; --dash: – }", "a{--empty: ;--dash:–}"),
        ] {
            assert_eq!(minify(sheet).unwrap(), short, "{sheet}");
        }
    }

    #[test]
    fn no_rule_is_rewritten_for_older_browsers() {
        for sheet in [
            "a{color:color-mix(in srgb,var(--edge) 25%,transparent)}",
            "a{inset-block:0;padding-inline:1px 2px;margin-inline-start:auto}",
            "a{scrollbar-color:var(--edge) transparent;text-wrap:balance}",
            "a:dir(rtl){scale:-1 1;rotate:45deg}",
            "a{-webkit-user-select:all;user-select:all}",
            "a{-webkit-text-size-adjust:100%;text-size-adjust:100%}",
            "a{display:-webkit-box;-webkit-line-clamp:6;-webkit-box-orient:vertical}",
            "@layer base{*,:before,:after{box-sizing:border-box}}",
        ] {
            assert_eq!(minify(sheet).unwrap(), sheet);
        }
    }

    #[test]
    fn a_mistake_is_reported_with_its_place() {
        let error = minify("a { color: red }\nb:::c { color: red }").unwrap_err();
        assert!(error.to_string().starts_with("line 2, "), "{error}");
    }
}
