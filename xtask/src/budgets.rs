//! Budgets for the size of the site, compressed with Brotli.

use crate::build::{Role, ServedFile};
use anyhow::{Result, ensure};

const KILOBYTE: usize = 1000;

const BUDGETS: [(Role, &str, usize); 6] = [
    (
        Role::Page,
        "page, style, scripts, program and portfolio",
        200 * KILOBYTE,
    ),
    (Role::Geometry, "the map's geometry", 70 * KILOBYTE),
    (
        Role::Detail,
        "the map's geometry for a closer look",
        120 * KILOBYTE,
    ),
    (Role::MapCode, "the map's code and style", 55 * KILOBYTE),
    (
        Role::OnDemand,
        "what is fetched when asked for",
        60 * KILOBYTE,
    ),
    (Role::Font, "fonts", 50 * KILOBYTE),
];

const LANGUAGE: usize = 15 * KILOBYTE;

pub(crate) fn check(files: &[ServedFile]) -> Result<()> {
    let mut too_heavy = Vec::new();
    for (role, name, budget) in BUDGETS {
        let files = files.iter().filter(|file| file.role() == role);
        let weight: usize = files.map(|file| file.brotli).sum();
        let line = format!("{weight:>8} of {budget} bytes: {name}");
        println!("{line}");
        if weight > budget {
            too_heavy.push(line.trim().to_owned());
        }
    }
    for file in files.iter().filter(|file| file.role() == Role::Language) {
        if file.brotli > LANGUAGE {
            too_heavy.push(format!(
                "{} of {LANGUAGE} bytes: {}",
                file.brotli, file.path
            ));
        }
    }
    ensure!(too_heavy.is_empty(), "too heavy: {}", too_heavy.join("; "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_own_budget() {
        let file = |path: &str, brotli| ServedFile {
            gzip: brotli,
            path: path.to_owned(),
            raw: brotli,
            brotli,
        };
        let page = file("index.html", 200_000);
        let licence = file("licences.txt", 500_000);
        assert!(check(&[page.clone(), licence, file("v/0/world.atlas-geo", 70_000)]).is_ok());
        assert!(check(&[page, file("portfolio.json", 1)]).is_err());
        assert!(check(&[file("v/0/a.woff2", 50_001)]).is_err());
        assert!(
            check(&[
                file("v/0/lang/fr.txt", 15_000),
                file("v/0/lang/de.txt", 15_000)
            ])
            .is_ok()
        );
        assert!(check(&[file("v/0/lang/fr.txt", 15_001)]).is_err());
    }
}
