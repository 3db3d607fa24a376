//! A small file server, as strict as a real one: a missing file is a 404, never the page.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// In bytes: the longest request that is read, ten times a browser's.
const MAX_REQUEST_LENGTH: u64 = 64 * 1024;

pub(crate) struct Source {
    pub folder: PathBuf,
    /// Served as `portfolio.json`, and read for each request, so that an edit shows at once.
    pub portfolio: PathBuf,
}

#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Source {
    pub(crate) fn answer(&self, mut connection: TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut lines = BufReader::new((&mut connection).take(MAX_REQUEST_LENGTH)).lines();
        let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        // The rest of the head does not matter, but has to be read.
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}

        let answer = self.respond(&request);
        let mut head = Vec::new();
        write!(head, "HTTP/1.1 {}\r\n", answer.status)?;
        for (name, value) in &answer.headers {
            write!(head, "{name}: {value}\r\n")?;
        }
        write!(head, "Content-Length: {}\r\n", answer.body.len())?;
        write!(head, "Connection: close\r\n\r\n")?;
        connection.write_all(&head)?;
        if !request.starts_with("HEAD ") {
            connection.write_all(&answer.body)?;
        }
        connection.flush()
    }

    fn respond(&self, request: &str) -> Answer {
        let mut words = request.split(' ');
        let (method, target) = (words.next(), words.next());
        let (Some(method), Some(target)) = (method, target) else {
            return Answer::text("400 Bad Request", "This is not a valid request.");
        };
        if !["GET", "HEAD"].contains(&method) {
            let mut refusal =
                Answer::text("405 Method Not Allowed", "Only GET and HEAD are allowed.");
            refusal.headers.push(("Allow", "GET, HEAD".to_owned()));
            return refusal;
        }
        let found = local_path(target).and_then(|path| {
            let file = if path == Path::new("portfolio.json") {
                self.portfolio.clone()
            } else {
                self.folder.join(&path)
            };
            Some((path, fs::read(file).ok()?))
        });
        let Some((path, body)) = found else {
            return Answer::text("404 Not Found", "There is no such file.");
        };
        // As for a real server: content-hashed files never change, the others are revalidated.
        let cache = if path.starts_with("v") {
            "max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        Answer {
            status: "200 OK",
            headers: vec![
                ("Content-Type", media_type(&path).to_owned()),
                ("Cache-Control", cache.to_owned()),
                ("X-Content-Type-Options", "nosniff".to_owned()),
                // Pages of other sites may show an atlas from here.
                ("Access-Control-Allow-Origin", "*".to_owned()),
            ],
            body,
        }
    }
}

impl Answer {
    fn text(status: &'static str, text: &str) -> Self {
        let headers = vec![
            ("Content-Type", "text/plain; charset=utf-8".to_owned()),
            ("Cache-Control", "no-store".to_owned()),
        ];
        Self {
            status,
            headers,
            body: format!("{text}\n").into_bytes(),
        }
    }
}

/// Returns the path of a target within the site; `None` if it leads out of it.
fn local_path(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decoded(path)?;
    let path = if path.is_empty() || path.ends_with('/') {
        path + "index.html"
    } else {
        path
    };
    let is_inside = path.split('/').all(|part| {
        // A name that begins with a dot is `.`, `..` or hidden.
        !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0'])
    });
    is_inside.then(|| path.into())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("xml") => "application/xml",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;
    use xshell::{Shell, TempDir};

    fn source() -> (TempDir, Source) {
        let folder = Shell::new().unwrap().create_temp_dir().unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("v/0")).unwrap();
        fs::write(site.join("index.html"), "page").unwrap();
        fs::write(site.join("portfolio.json"), "as it was built").unwrap();
        fs::write(site.join("v/0/a.wasm"), "\0asm").unwrap();
        fs::write(folder.path().join("secret"), "secret").unwrap();
        let portfolio = folder.path().join("mine.json");
        (
            folder,
            Source {
                folder: site,
                portfolio,
            },
        )
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer
            .headers
            .iter()
            .find(|(it, _)| *it == name)
            .map(|(_, value)| value.as_str())
    }

    #[test]
    fn files_are_served_with_their_type_and_cache_lifetime() {
        let (_folder, source) = source();
        let page = source.respond("GET /?country=RO HTTP/1.1");
        assert_eq!((page.status, &page.body[..]), ("200 OK", &b"page"[..]));
        assert_eq!(header(&page, "Cache-Control"), Some("no-cache"));
        assert_eq!(header(&page, "Access-Control-Allow-Origin"), Some("*"));
        let wasm = source.respond("GET /v/0/a.wasm HTTP/1.1");
        assert_eq!(header(&wasm, "Content-Type"), Some("application/wasm"));
        assert!(
            header(&wasm, "Cache-Control")
                .unwrap()
                .contains("immutable")
        );
    }

    #[test]
    fn a_missing_file_is_answered_with_404() {
        let (_folder, source) = source();
        for target in [
            "/nothing",
            "/v/1/a.wasm",
            "/v/0",
            "/v/0/",
            "/portfolio.json",
        ] {
            assert_eq!(
                source.respond(&format!("GET {target} HTTP/1.1")).status,
                "404 Not Found",
                "{target}"
            );
        }
    }

    #[test]
    fn the_portfolio_is_read_at_each_request() {
        let (_folder, source) = source();
        for text in ["one", "two"] {
            fs::write(&source.portfolio, text).unwrap();
            assert_eq!(
                source.respond("GET /portfolio.json HTTP/1.1").body,
                text.as_bytes()
            );
        }
    }

    #[test]
    fn no_path_leads_outside_the_site() {
        let (_folder, source) = source();
        for target in [
            "/../secret",
            "/v/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/..\\secret",
            "//secret",
            "/./index.html",
            "secret",
            "/%00",
            "/%ff",
            "/%2",
            "/C:/secret",
            "http://a/",
        ] {
            assert_eq!(
                source.respond(&format!("GET {target} HTTP/1.1")).status,
                "404 Not Found",
                "{target}"
            );
        }
    }

    #[test]
    fn requests_other_than_reading_are_rejected() {
        let (_folder, source) = source();
        assert_eq!(
            source.respond("POST / HTTP/1.1").status,
            "405 Method Not Allowed"
        );
        assert_eq!(source.respond("").status, "400 Bad Request");
    }

    #[test]
    fn get_and_head_requests_are_answered_over_a_connection() {
        let (_folder, source) = source();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        for (method, body) in [("GET", "page"), ("HEAD", "")] {
            let mut client = TcpStream::connect(address).unwrap();
            write!(client, "{method} / HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
            source.answer(listener.accept().unwrap().0).unwrap();
            let mut answer = String::new();
            client.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
            assert!(answer.contains("Content-Length: 4\r\n"), "{answer}");
            assert!(answer.ends_with(&format!("\r\n\r\n{body}")), "{answer}");
        }
    }
}
