//! Pictures for link previews: title, period, and the countries on a map.

use crate::site::{Site, escaped};
use anyhow::{Context as _, Result, anyhow};
use atlas_engine::portfolio::Project;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// Width and height in pixels, as link previews require.
pub(crate) const SIZE: (u32, u32) = (1200, 630);

const MARGIN: u32 = 64;
const MAP: (u32, u32) = (480, SIZE.1 - 2 * MARGIN);
const TEXT_WIDTH: u32 = SIZE.0 - 3 * MARGIN - MAP.0;

/// The font sizes of titles, largest first, with the most lines for each.
const TITLES: [(u32, usize); 4] = [(60, 4), (50, 5), (40, 7), (32, 9)];
/// The width of a letter as a share of the font size: a safe estimate.
const LETTER: f64 = 0.52;

const SMALL: u32 = 26;

const PAPER: &str = "#f6f3ec";
const INK: &str = "#1c2733";
const SOFT: &str = "#56606b";
const PETROL: &str = "#2a6f6e";
const SEA: &str = "#e3e9e9";
const SHADES: &str = "\
    .country{fill:#faf7f0;stroke:#c9c2b3;stroke-width:.7}\
    .country--here{fill:#2a6f6e;stroke:#f6f3ec}\
    .small-map__dot{fill:#2a6f6e;stroke:#f6f3ec;stroke-width:1.5}";

/// Returns the icon as a PNG, `size` pixels wide and high. If maskable, the drawing is in the safe zone.
pub(crate) fn icon(svg: &[u8], size: u32, maskable: bool) -> Result<Vec<u8>> {
    let tree = Tree::from_data(svg, &Options::default())?;
    let mut pixels = Pixmap::new(size, size).context("no room for an icon")?;
    let own = tree.size().width();
    let scale = size as f32 / own;
    let placed = if maskable {
        let [red, green, blue] = ICON_GROUND;
        pixels.fill(Color::from_rgba8(red, green, blue, 255));
        let inset = size as f32 * (1.0 - SAFE) / 2.0;
        Transform::from_scale(scale * SAFE, scale * SAFE).post_translate(inset, inset)
    } else {
        Transform::from_scale(scale, scale)
    };
    resvg::render(&tree, placed, &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

/// The icon's background, and the safe zone of maskable icons as a share of the size.
const ICON_GROUND: [u8; 3] = [0x2f, 0x7a, 0x79];
const SAFE: f32 = 0.8;

pub(crate) struct Painter {
    options: Options<'static>,
}

struct PreviewTexts<'a> {
    title: &'a str,
    lines: Vec<String>,
    below: &'a str,
    map: Option<String>,
}

impl Painter {
    pub(crate) fn new(typefaces: &[&[u8]]) -> Result<Self> {
        let mut database = fontdb::Database::new();
        for typeface in typefaces {
            let font = wuff::decompress_woff2(typeface)
                .map_err(|why| anyhow!("a typeface could not be read: {why:?}"))?;
            database.load_font_data(font);
        }
        let options = Options {
            fontdb: Arc::new(database),
            ..Options::default()
        };
        Ok(Self { options })
    }

    pub(crate) fn paint(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options)?;
        let mut pixels = Pixmap::new(SIZE.0, SIZE.1).context("no room for a picture")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        Ok(pixels.encode_png()?)
    }
}

pub(crate) fn drawing_of_portfolio(site: &Site) -> String {
    let all: Vec<_> = site
        .portfolio
        .projects
        .iter()
        .flat_map(|project| project.countries.iter().cloned())
        .collect();
    let publisher = site.portfolio.publisher.as_ref();
    drawing(&PreviewTexts {
        title: &site.pages.title(),
        lines: vec![site.pages.extent()],
        below: publisher.map_or("", |publisher| publisher.name.as_str()),
        map: site.pages.map(&all, MAP),
    })
}

pub(crate) fn drawing_of_project(site: &Site, project: &Project) -> String {
    let places = site.pages.countries(project).join(", ");
    let lines = [site.pages.period(project), Some(places)];
    drawing(&PreviewTexts {
        title: &project.title,
        lines: lines
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect(),
        below: &site.pages.title(),
        map: site.pages.map(&project.countries, MAP),
    })
}

fn drawing(texts: &PreviewTexts) -> String {
    let (width, height) = SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <style>{SHADES}</style><rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\
         <rect width=\"{width}\" height=\"12\" fill=\"{PETROL}\"/>"
    );
    let text_width = if let Some(map) = &texts.map {
        let (x, (width, height)) = (SIZE.0 - MARGIN - MAP.0, MAP);
        svg.push_str(&format!(
            "<rect x=\"{x}\" y=\"{MARGIN}\" width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{SEA}\"/>"
        ));
        let place = format!("<svg x=\"{x}\" y=\"{MARGIN}\" width=\"{width}\" height=\"{height}\" ");
        svg.push_str(&map.replacen("<svg ", &place, 1));
        TEXT_WIDTH
    } else {
        SIZE.0 - 2 * MARGIN
    };
    let (size, lines) = fitting(texts.title, text_width);
    let mut y = MARGIN;
    let text = |y: u32, size: u32, colour: &str, family: &str, weight: u32, line: &str| {
        format!(
            "<text x=\"{MARGIN}\" y=\"{y}\" font-family=\"'{family}'\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
            escaped(line)
        )
    };
    for line in &lines {
        y += size * 6 / 5;
        svg.push_str(&text(y, size, INK, SERIF, 600, line));
    }
    y += SMALL;
    for line in texts
        .lines
        .iter()
        .flat_map(|line| wrapped(line, SMALL, text_width))
    {
        y += SMALL * 3 / 2;
        if y + 3 * SMALL > SIZE.1 - MARGIN {
            break;
        }
        svg.push_str(&text(y, SMALL, SOFT, SANS, 400, &line));
    }
    let below = wrapped(texts.below, SMALL, text_width);
    if let Some(line) = below.first() {
        let cut = if below.len() > 1 { " …" } else { "" };
        let line = format!("{line}{cut}");
        svg.push_str(&text(SIZE.1 - MARGIN, SMALL, PETROL, SANS, 600, &line));
    }
    svg + "</svg>"
}

/// The family names in the font files.
const SERIF: &str = "Folium Serif 4 Variable";
const SANS: &str = "Inter Variable";

fn fitting(title: &str, width: u32) -> (u32, Vec<String>) {
    for (size, max) in TITLES {
        let lines = wrapped(title, size, width);
        if lines.len() <= max {
            return (size, lines);
        }
    }
    let (size, max) = TITLES[TITLES.len() - 1];
    let mut lines = wrapped(title, size, width);
    lines.truncate(max);
    if let Some(last) = lines.last_mut() {
        last.push_str(" …");
    }
    (size, lines)
}

fn wrapped(text: &str, size: u32, width: u32) -> Vec<String> {
    let letters = (f64::from(width) / (f64::from(size) * LETTER)) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.chars().take(letters).collect()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn previews_have_the_colours_of_the_light_theme() {
        let tokens = include_str!("../../style/tokens.css");
        let light = |token: &str| {
            let declared = format!("--{token}: light-dark(");
            let value = tokens.split(&declared).nth(1).unwrap();
            value.split(',').next().unwrap()
        };
        for (token, colour) in [
            ("paper", PAPER),
            ("ink", INK),
            ("soft", SOFT),
            ("petrol", PETROL),
            ("sea", SEA),
        ] {
            assert_eq!(light(token), colour, "{token}");
        }
        for token in ["land", "coast", "petrol", "border"] {
            assert!(SHADES.contains(light(token)), "{token}");
        }
    }

    #[test]
    fn a_title_of_any_length_fits_the_picture() {
        for words in [1, 8, 40, 400] {
            let title = vec!["trafficking"; words].join(" ");
            let (size, lines) = fitting(&title, TEXT_WIDTH);
            let height = size * 6 / 5 * lines.len() as u32;
            assert!(height < SIZE.1 - 2 * MARGIN, "{words} words: {height}");
        }
    }
}
