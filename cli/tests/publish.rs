//! `atlas publish`: replaces the list in a built site.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use atlas_prerender::{Material, pages};
use atlas_site::{Files, SHELL, Shell, folder, of_list, precompress};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const OLD: &str = r#"{ "title": "Lanterns of Yesterday", "publisher": { "name": "Lantern Guild" }, "projects": [
    { "id": "lanterns", "title": "Lanterns for three harbours", "start": "2001", "end": "2003", "countries": ["RO"] },
    { "id": "both", "title": "Lantern school" } ] }"#;

const NEW: &str = r#"{ "title": "Wells of today", "language": "fr", "projects": [
    { "id": "wells", "title": "Wells __VERSION__/x __SITE__/", "start": "2020-03", "end": "2021", "countries": ["MD", "KE"] },
    { "id": "both", "title": "A school of wells" } ] }"#;

const EXPLORER: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>Projects</title>\n\
    <meta name=\"description\" content=\"x\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
    <script src=\"__VERSION__/main.js\" data-portfolio=\"portfolio.json\"></script>\n</head>\n\
    <body>\n<div id=\"atlas\">\n<section class=\"loading\"></section>\n</div>\n</body>\n</html>\n";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    /// Every file in the folder, including hidden ones.
    fn files(&self) -> Files {
        fn read(folder: &Path, prefix: &str, files: &mut Files) {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
                if entry.path().is_dir() {
                    read(&entry.path(), &format!("{path}/"), files);
                } else {
                    files.insert(path, fs::read(entry.path()).unwrap());
                }
            }
        }
        let mut files = Files::new();
        read(&self.0, "", &mut files);
        files
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn public(name: &str) -> Vec<u8> {
    fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../public")
            .join(name),
    )
    .unwrap()
}

/// A site as the build finishes it, with a program that does nothing.
fn build(site: &Path, list: &str, public_url: &str) {
    let mut inner = Files::new();
    for name in [
        "icon.svg",
        "inter.woff2",
        "folium-serif.woff2",
        "world.atlas-geo",
    ] {
        inner.insert(name.to_owned(), public(name));
    }
    for name in [
        "main.js",
        "style.css",
        "on_demand.css",
        "map.css",
        "static-page.css",
    ] {
        inner.insert(name.to_owned(), format!("/* {name} */").into_bytes());
    }
    let worker = "const LIST = __LIST__;".to_owned();
    let shell = Shell::new(
        "0".to_owned(),
        public_url,
        EXPLORER.to_owned(),
        Some(worker),
    );
    let material = Material {
        borders: &inner["world.atlas-geo"],
        icon: &inner["icon.svg"],
        typefaces: [&inner["folium-serif.woff2"], &inner["inter.woff2"]],
        screenshots: None,
        public_url: Some(public_url).filter(|url| !url.is_empty()),
    };
    let pages = pages(list.as_bytes(), &material).unwrap();
    let mut files: Files = [("embed.html".to_owned(), b"<p>embedded</p>".to_vec())].into();
    let of_list = of_list(&shell, &files, &inner, pages, list.as_bytes()).unwrap();
    files.extend(of_list);
    let sent = precompress::sent(&files, None).unwrap();
    files.extend(sent);
    files.insert(SHELL.to_owned(), serde_json::to_vec(&shell).unwrap());
    let inner = inner.into_iter();
    files.extend(inner.map(|(path, bytes)| (format!("v/0/{path}"), bytes)));
    folder::replace(site, &files).unwrap();
}

fn publish(list: &str, folder: &Folder, site: &Path) -> Output {
    let file = folder.0.join("list.json");
    fs::write(&file, list).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_atlas"))
        .args(["publish".as_ref(), file.as_os_str(), site.as_os_str()])
        .output()
        .unwrap();
    fs::remove_file(file).unwrap();
    output
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn publishing_a_list_gives_the_same_site_as_building_with_it() {
    for (name, url) in [("plain", ""), ("whole", "https://example.org/wells/")] {
        let published = Folder::new(&format!("published-{name}"));
        let built = Folder::new(&format!("built-{name}"));
        build(&published.site(), OLD, url);
        build(&built.site(), NEW, url);
        let output = publish(NEW, &published, &published.site());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(
            stderr(&output).contains("2 projects, 0 errors"),
            "{}",
            stderr(&output)
        );
        let (published, built) = (published.files(), built.files());
        assert_eq!(
            published.keys().collect::<Vec<_>>(),
            built.keys().collect::<Vec<_>>()
        );
        for (path, bytes) in &built {
            assert!(published[path] == *bytes, "{path} differs");
        }
        assert!(built.contains_key("site/projects/wells/preview.png"));
        // A placeholder in the list's own text is plain text.
        let page = String::from_utf8_lossy(&built["site/projects/wells/index.html"]);
        assert!(page.contains("Wells _\u{2060}_VERSION__/x _\u{2060}_SITE__/"));
        assert_eq!(built.contains_key("site/sitemap.xml"), !url.is_empty());
    }
}

#[test]
fn publishing_leaves_no_text_of_the_old_list_in_any_file() {
    let folder = Folder::new("no-old-word");
    build(&folder.site(), OLD, "https://example.org/");
    let holds = |files: &Files| -> Vec<String> {
        let old = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            text.contains("lantern") || text.contains("yesterday")
        };
        let files = files
            .iter()
            .filter(|(path, bytes)| old(bytes) || old(path.as_bytes()));
        files.map(|(path, _)| path.clone()).collect()
    };
    assert!(holds(&folder.files()).len() > 5);
    assert!(publish(NEW, &folder, &folder.site()).status.success());
    assert_eq!(holds(&folder.files()), Vec::<String>::new());
}

#[test]
fn files_added_by_the_owner_are_kept() {
    let folder = Folder::new("own-files");
    build(&folder.site(), OLD, "");
    for path in [
        "CNAME",
        ".htaccess",
        ".git/HEAD",
        "projects/lanterns/report.pdf",
    ] {
        let path = folder.site().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "mine").unwrap();
    }
    assert!(publish(NEW, &folder, &folder.site()).status.success());
    let files = folder.files();
    for path in [
        "CNAME",
        ".htaccess",
        ".git/HEAD",
        "projects/lanterns/report.pdf",
    ] {
        assert_eq!(files[&format!("site/{path}")], b"mine", "{path}");
    }
    assert!(!files.contains_key("site/projects/lanterns/index.html"));
    assert!(
        files.keys().all(|path| path.starts_with("site/")),
        "{files:?}"
    );
}

#[test]
fn a_site_moved_aside_by_an_interrupted_run_is_restored() {
    let folder = Folder::new("cut-short");
    build(&folder.site(), OLD, "");
    fs::rename(folder.site(), folder.0.join(".site.atlas-old")).unwrap();
    let output = publish(NEW, &folder, &folder.site());
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(folder.files().keys().all(|path| path.starts_with("site/")));
}

#[cfg(unix)]
#[test]
fn symlinks_of_the_owner_are_kept_and_not_followed() {
    let folder = Folder::new("links");
    build(&folder.site(), OLD, "");
    for (link, to) in [("gone", "nowhere"), ("again", ".")] {
        std::os::unix::fs::symlink(to, folder.site().join(link)).unwrap();
    }
    let output = publish(NEW, &folder, &folder.site());
    assert!(output.status.success(), "{}", stderr(&output));
    for (link, to) in [("gone", "nowhere"), ("again", ".")] {
        let target = fs::read_link(folder.site().join(link)).unwrap();
        assert_eq!(target, Path::new(to));
    }
}

#[test]
fn a_list_with_errors_leaves_the_site_unchanged() {
    let folder = Folder::new("with-errors");
    build(&folder.site(), OLD, "");
    let before = folder.files();
    let output = publish(
        r#"{ "title": "New", "projects": [{}] }"#,
        &folder,
        &folder.site(),
    );
    assert_eq!(output.status.code(), Some(1));
    let findings = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(findings.contains("list.json:1:"), "{findings}");
    assert!(
        stderr(&output).contains("the site was not changed"),
        "{}",
        stderr(&output)
    );
    assert!(folder.files() == before);
}

#[test]
fn a_folder_that_is_not_a_complete_site_is_refused_and_left_unchanged() {
    let folder = Folder::new("no-site");
    fs::create_dir_all(folder.0.join("other")).unwrap();
    fs::write(folder.0.join("other/index.html"), "mine").unwrap();
    build(&folder.site(), OLD, "");
    fs::remove_file(folder.site().join("v/0/icon.svg")).unwrap();
    build(&folder.0.join("later"), OLD, "");
    fs::write(folder.0.join("later").join(SHELL), "{\"format\":3}").unwrap();
    let before = folder.files();
    for (site, expected) in [
        ("none", "there is no folder"),
        ("other", "is not a built site"),
        ("site", "the site is incomplete: v/0/icon.svg is missing"),
        ("later", "another version"),
    ] {
        let output = publish(NEW, &folder, &folder.0.join(site));
        assert_eq!(output.status.code(), Some(2), "{site}");
        assert!(
            stderr(&output).contains(expected),
            "{site}: {}",
            stderr(&output)
        );
        assert!(folder.files() == before, "{site}");
    }
    let atlas = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_atlas"))
            .args(arguments)
            .output();
        output.unwrap().status.code()
    };
    assert_eq!(atlas(&["publish"]), Some(2));
    assert_eq!(atlas(&["publish", "no-such-file.json", "."]), Some(2));
    assert_eq!(atlas(&["publish", "--help"]), Some(0));
}
