//! Headers for web servers, in the formats of common hosts. All come from [`RULES`], so they agree.

use atlas_site::Files;

struct Rule {
    /// A pattern: `*` matches any characters, in any folder.
    files: &'static str,
    headers: &'static [(&'static str, &'static str)],
}

/// Only what pages need. Any page may frame the site; the explorer shows such a frame as a preview.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' https:; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'self'; form-action 'none'";

const REVALIDATE: &str = "no-cache";

const RULES: [Rule; 4] = [
    Rule {
        files: "*",
        headers: &[
            // Elements in other sites fetch from here.
            ("Access-Control-Allow-Origin", "*"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Cache-Control", REVALIDATE),
        ],
    },
    Rule {
        files: "*.html",
        headers: &[("Content-Security-Policy", POLICY)],
    },
    Rule {
        files: "v/*",
        headers: &[("Cache-Control", "public, max-age=31536000, immutable")],
    },
    Rule {
        files: "*.wasm",
        headers: &[("Content-Type", "application/wasm")],
    },
];

const TYPES: [(&str, &str); 4] = [
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("atlas-geo", "application/octet-stream"),
    ("woff2", "font/woff2"),
];

pub(super) const FILES: [&str; 3] = ["_headers", ".htaccess", "nginx.conf"];

pub(super) fn add(files: &mut Files) {
    let texts = [of_netlify_and_cloudflare(), of_apache(), of_nginx()];
    for (name, text) in FILES.into_iter().zip(texts) {
        files.insert(name.to_owned(), text.into_bytes());
    }
}

/// For Netlify, Cloudflare Pages and similar hosts. Addresses of pages have no `.html` there, so the
/// policy is for all files. `no-cache` is their default; it is left out, as some would send it twice.
fn of_netlify_and_cloudflare() -> String {
    let mut text = String::new();
    for rule in &RULES {
        let path = match rule.files {
            "*" | "*.html" => "/*",
            "*.wasm" => "/*.wasm",
            other => &format!("/{other}"),
        };
        text.push_str(&[path, "\n"].concat());
        let headers = rule.headers.iter();
        for (name, value) in headers.filter(|(_, value)| *value != REVALIDATE) {
            text.push_str(&["  ", name, ": ", value, "\n"].concat());
        }
    }
    text
}

fn of_apache() -> String {
    let mut text = String::from(
        "# What is compressed already is sent so. Needs mod_rewrite, mod_mime, mod_headers.\n",
    );
    for (extension, kind) in TYPES {
        text.push_str(&["AddType ", kind, " .", extension, "\n"].concat());
    }
    text.push_str("<IfModule mod_headers.c>\n");
    for rule in &RULES {
        let condition = match rule.files {
            // By then, a precompressed file has another name.
            "*.html" => Some("<FilesMatch \"\\.html(\\.br|\\.gz)?$\">"),
            "v/*" => Some("<If \"%{REQUEST_URI} =~ m#/v/[0-9a-f]{16}/#\">"),
            "*" => None,
            _ => continue,
        };
        text.extend(condition.map(|it| [it, "\n"].concat()));
        for (name, value) in rule.headers {
            text.push_str(&["Header set ", name, " \"", value, "\"\n"].concat());
        }
        text.push_str(match rule.files {
            "*.html" => "</FilesMatch>\n",
            "v/*" => "</If>\n",
            _ => "",
        });
    }
    // Inside the condition: without these headers, copies would be served as what they are not.
    text.push_str("<IfModule mod_rewrite.c>\nRewriteEngine On\n");
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        text.push_str(
            &[
                "RewriteCond %{HTTP:Accept-Encoding} \\b",
                coding,
                "\\b\n",
                "RewriteCond %{REQUEST_FILENAME}.",
                extension,
                " -f\n",
                "RewriteRule ^(.+)$ $1.",
                extension,
                " [L]\n",
            ]
            .concat(),
        );
    }
    text.push_str("</IfModule>\n");
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        text.push_str(
            &[
                "<FilesMatch \"\\.",
                extension,
                "$\">\nHeader set Content-Encoding ",
                coding,
                "\nHeader append Vary Accept-Encoding\nRemoveEncoding .",
                extension,
                "\nRemoveType .",
                extension,
                "\n</FilesMatch>\n",
            ]
            .concat(),
        );
        for (name, kind) in [
            ("html", "text/html"),
            ("css", "text/css"),
            ("js", "text/javascript"),
            ("json", "application/json"),
            ("xml", "application/xml"),
            ("svg", "image/svg+xml"),
            ("txt", "text/plain"),
            ("wasm", "application/wasm"),
            ("webmanifest", "application/manifest+json"),
            ("atlas-geo", "application/octet-stream"),
        ] {
            text.push_str(
                &[
                    "<FilesMatch \"\\.",
                    name,
                    "\\.",
                    extension,
                    "$\">\nForceType ",
                    kind,
                    "\nSetEnv no-gzip 1\n</FilesMatch>\n",
                ]
                .concat(),
            );
        }
    }
    text.push_str("</IfModule>\n");
    text
}

/// For nginx, to include in the site's `location`, so that it applies to nothing else on the host.
fn of_nginx() -> String {
    let [all, pages, version, wasm] = &RULES;
    let mut text = String::from(
        "# To be included in a location of its own, in the server block:\n\
         # location ^~ /projects/ { include /path/to/the/site/nginx.conf; }\n\
         # Files that are compressed already are sent so; for .br, nginx needs the module brotli_static.\n\
         gzip_static on;\n\
         # brotli_static on;\n",
    );
    let line = |indent: &str, (name, value): &(&str, &str)| {
        [indent, "add_header ", name, " \"", value, "\" always;\n"].concat()
    };
    for header in all.headers.iter().chain(pages.headers) {
        text.push_str(&line("", header));
    }
    // Headers in a location replace all those around it, and so do types.
    let kept = all
        .headers
        .iter()
        .filter(|(name, _)| *name != "Cache-Control");
    let kept: Vec<_> = kept.chain(version.headers).collect();
    let manifest: Vec<_> = all.headers.iter().collect();
    for (place, kind, headers) in [
        ("/v/[0-9a-f]+/.*\\.wasm$", wasm.headers[0].1, &kept),
        ("/v/[0-9a-f]+/", "", &kept),
        ("\\.webmanifest$", "application/manifest+json", &manifest),
    ] {
        text.push_str(&["location ~ ", place, " {\n"].concat());
        if !kind.is_empty() {
            text.push_str(&["    types {}\n    default_type ", kind, ";\n"].concat());
        }
        text.extend(headers.iter().map(|header| line("    ", header)));
        text.push_str("}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_configuration_contains_the_header_rules() {
        let mut files = Files::new();
        add(&mut files);
        for (name, bytes) in &files {
            let text = std::str::from_utf8(bytes).unwrap();
            for (header, value) in RULES[..3].iter().flat_map(|rule| rule.headers) {
                assert!(
                    text.contains(header) && text.contains(value)
                        || name == "_headers" && *value == REVALIDATE,
                    "{name}: {header}"
                );
            }
            assert!(text.contains("application/wasm"), "{name}");
        }
        assert_eq!(files.len(), 3);
    }
}
