//! Budgets for the size of the site, in bytes after compression with Brotli at its best level. The numbers
//! are in `budgets.json`, which the browser tests read, too.

use super::site::{Role, ServedFile};
use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use std::fmt;

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Budgets {
    first_download: usize,
    embedded_element: usize,
    pub map_shapes: usize,
    pub map_shapes_in_detail: usize,
    map_code: usize,
    deferred: usize,
    on_demand: usize,
    further: usize,
    fonts: usize,
    language: usize,
}

/// How much of a budget is used.
#[derive(Debug)]
pub(crate) struct Usage {
    what: String,
    used: usize,
    budget: usize,
}

impl Budgets {
    pub(crate) fn read() -> Result<Self> {
        serde_json::from_str(include_str!("../../budgets.json"))
            .context("xtask/budgets.json is broken")
    }

    pub(crate) fn usage(&self, files: &[ServedFile]) -> Vec<Usage> {
        let sum = |is_counted: &dyn Fn(&ServedFile) -> bool| {
            let counted = files.iter().filter(|file| is_counted(file));
            counted.map(|file| file.brotli).sum()
        };
        let of_role = |role| sum(&|file| file.role() == role);
        let usage = |what: &str, used, budget| Usage {
            what: what.to_owned(),
            used,
            budget,
        };
        let languages = files.iter().filter(|it| it.role() == Role::Language);
        let largest = languages.max_by_key(|it| it.brotli);
        vec![
            usage(
                "first download: page, style sheets, scripts, program and portfolio",
                of_role(Role::Page),
                self.first_download,
            ),
            usage(
                "embedded element: the same for an element in another page",
                sum(&ServedFile::is_of_element),
                self.embedded_element,
            ),
            usage("map: shapes", of_role(Role::Geometry), self.map_shapes),
            usage(
                "map: shapes for a closer look",
                of_role(Role::Detail),
                self.map_shapes_in_detail,
            ),
            usage(
                "map: code and style sheet",
                of_role(Role::MapCode),
                self.map_code,
            ),
            usage(
                "after the first paint: code and style sheet",
                of_role(Role::Deferred),
                self.deferred,
            ),
            usage(
                "on demand: code and style sheet",
                of_role(Role::OnDemand),
                self.on_demand,
            ),
            usage(
                "further, for a dialog, the network or a filter by amount: code and style sheet",
                of_role(Role::Further),
                self.further,
            ),
            usage("fonts", of_role(Role::Font), self.fonts),
            usage(
                &match largest {
                    Some(file) => format!("a language; the largest is {}", file.path),
                    None => "a language".to_owned(),
                },
                largest.map_or(0, |file| file.brotli),
                self.language,
            ),
        ]
    }
}

impl fmt::Display for Usage {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { what, used, budget } = self;
        let slack = budget.cast_signed() - used.cast_signed();
        write!(formatter, "{used:>10} {budget:>10} {slack:>10}  {what}")
    }
}

/// Returns a table of the budgets, with what is left of each.
pub(crate) fn table(files: &[ServedFile]) -> Result<String> {
    let usage = Budgets::read()?.usage(files);
    let lines = usage.iter().map(|it| format!("{it}\n"));
    let heading = format!("{:>10} {:>10} {:>10}  budget\n", "brotli", "limit", "left");
    Ok(std::iter::once(heading).chain(lines).collect())
}

pub(crate) fn check(files: &[ServedFile]) -> Result<()> {
    print!("{}", table(files)?);
    let usage = Budgets::read()?.usage(files);
    let exceeded = usage.iter().filter(|it| it.used > it.budget);
    let exceeded: Vec<_> = exceeded
        .map(|it| format!("{} of {} bytes: {}", it.used, it.budget, it.what))
        .collect();
    ensure!(exceeded.is_empty(), "too large: {}", exceeded.join("; "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, brotli: usize) -> ServedFile {
        ServedFile {
            gzip: brotli,
            path: path.to_owned(),
            raw: brotli,
            brotli,
        }
    }

    #[test]
    fn each_part_has_its_own_budget() {
        let budgets = Budgets::read().unwrap();
        let page = file("index.html", budgets.first_download);
        let licence = file("licences.txt", 10 * budgets.first_download);
        let shapes = file("v/0/world.atlas-geo", budgets.map_shapes);
        assert!(check(&[page.clone(), licence, shapes]).is_ok());
        assert!(check(&[page, file("portfolio.json", 1)]).is_err());
        assert!(check(&[file("v/0/a.woff2", budgets.fonts + 1)]).is_err());
        assert!(check(&[file("v/0/embed/style.css", budgets.embedded_element + 1)]).is_err());
        let french = file("v/0/lang/fr.txt", budgets.language);
        assert!(check(&[french.clone(), file("v/0/lang/de.txt", budgets.language)]).is_ok());
        assert!(check(&[french, file("v/0/lang/de.txt", budgets.language + 1)]).is_err());
    }

    #[test]
    fn the_table_says_what_is_left_of_a_budget() {
        let table = table(&[file("index.html", 199_000), file("v/0/map.wasm", 51_000)]).unwrap();
        let lines: Vec<Vec<&str>> = table
            .lines()
            .map(|line| line.split_whitespace().take(3).collect())
            .collect();
        assert!(lines.contains(&vec!["199000", "200000", "1000"]), "{table}");
        assert!(lines.contains(&vec!["51000", "50000", "-1000"]), "{table}");
    }
}
