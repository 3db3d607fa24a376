//! The web app manifest.

use crate::site::Site;
use atlas_engine::query::View;
use project_atlas::prerender::SITE;
use serde_json::{Value, json};

/// In characters: what fits below an icon.
const SHORT_NAME: usize = 14;

const SHORTCUTS: [View; 3] = [View::Table, View::Figures, View::Network];

pub(crate) struct Screenshot {
    pub file: &'static str,
    /// `wide` for windows, `narrow` for phones.
    pub form: &'static str,
    pub size: (u32, u32),
}

pub(crate) fn manifest(site: &Site, screenshots: &[Screenshot]) -> String {
    let title = site.pages.title();
    let short: String = title.chars().take(SHORT_NAME).collect();
    let short = match short.rfind(' ') {
        Some(at) if title.chars().count() > SHORT_NAME => short[..at].to_owned(),
        _ => short,
    };
    let icon = |file: &str, size: &str, purpose: &str| json!({ "src": format!("{SITE}{file}"), "sizes": size, "type": "image/png", "purpose": purpose });
    let shortcuts = SHORTCUTS.iter().map(|view| {
        json!({
            "name": site.pages.view_name(*view),
            "url": format!("{SITE}?view={}", view.key()),
            "icons": [icon("icon-192.png", "192x192", "any")],
        })
    });
    let screenshots = screenshots.iter().map(|it| {
        let (width, height) = it.size;
        json!({
            "src": format!("{SITE}{}", it.file),
            "sizes": format!("{width}x{height}"),
            "type": "image/webp",
            "form_factor": it.form,
            "label": title,
        })
    });
    let language = site.pages.language();
    let manifest = json!({
        "name": title,
        "short_name": short,
        "description": site.pages.extent(),
        "lang": language.code,
        "dir": if language.right_to_left { "rtl" } else { "ltr" },
        "id": SITE,
        "start_url": SITE,
        "scope": SITE,
        "display": "standalone",
        "background_color": "#f6f3ec",
        "theme_color": "#f6f3ec",
        "categories": ["education", "government"],
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable.png", "512x512", "maskable"),
        ],
        "shortcuts": shortcuts.collect::<Vec<Value>>(),
        "screenshots": screenshots.collect::<Vec<Value>>(),
    });
    manifest.to_string()
}

pub(crate) fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let short = |at: usize| {
        Some(u32::from(u16::from_le_bytes(
            bytes.get(at..at + 2)?.try_into().ok()?,
        )))
    };
    let three = |at: usize| {
        let part = bytes.get(at..at + 3)?;
        Some(u32::from_le_bytes([part[0], part[1], part[2], 0]))
    };
    match bytes.get(12..16)? {
        b"VP8 " => Some((short(26)? & 0x3fff, short(28)? & 0x3fff)),
        b"VP8L" => {
            let bits = u32::from_le_bytes(bytes.get(21..25)?.try_into().ok()?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((three(24)? + 1, three(27)? + 1)),
        _ => None,
    }
}
