//! Latitudes and longitudes as people write them.

use super::{cleaned, number::number};

/// Reads a latitude or a longitude in degrees as it is written in JSON: `47.01`, `44,567`, `47°01'12"N`. South
/// and west are negative. `None` for more than 180 degrees, such as coordinates in metres.
pub(crate) fn coordinate(text: &str) -> Option<String> {
    let text = cleaned(text)?;
    let is_hemisphere = |it: char| matches!(it, 'N' | 'S' | 'E' | 'W' | 'n' | 's' | 'e' | 'w');
    let (text, after) = match text.strip_suffix(is_hemisphere) {
        Some(rest) => (rest, text.chars().next_back()),
        None => (text.as_str(), None),
    };
    let (text, before) = match text.strip_prefix(is_hemisphere) {
        Some(rest) => (rest, text.chars().next()),
        None => (text, None),
    };
    if before.is_some() && after.is_some() {
        return None;
    }
    let hemisphere = before.or(after).map(|it| it.to_ascii_uppercase());
    let text = text.trim();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_minus = unsigned.len() < text.len();
    if is_minus && hemisphere.is_some() {
        return None;
    }
    let is_negative = is_minus || matches!(hemisphere, Some('S' | 'W'));
    let degrees = degrees(unsigned)?;
    let whole: u32 = degrees.split('.').next()?.parse().ok()?;
    let sign = if is_negative { "-" } else { "" };
    (whole <= 180).then(|| [sign, &degrees].concat())
}

/// Degrees, with minutes and seconds after their signs.
fn degrees(text: &str) -> Option<String> {
    let is_mark = |it: char| matches!(it, '°' | 'º' | '\'' | '"' | '″' | '”' | '“');
    if !text.contains(is_mark) {
        return decimal(text);
    }
    let (degrees, rest) = text.split_once(['°', 'º'])?;
    let mut parts = rest
        .split(is_mark)
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let (minutes, seconds) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let degrees = decimal(degrees.trim())?;
    let Some(minutes) = minutes else {
        return Some(degrees);
    };
    let sixtieth = |text: &str| {
        let value: f64 = decimal(text)?.parse().ok()?;
        (value < 60.0).then_some(value / 60.0)
    };
    let seconds = seconds.map_or(Some(0.0), sixtieth)?;
    let minutes = sixtieth(minutes)? + seconds / 60.0;
    let whole: u32 = degrees.parse().ok()?;
    Some(format!("{:.6}", f64::from(whole) + minutes))
}

/// A number with one dot or comma, which is its decimal sign.
fn decimal(text: &str) -> Option<String> {
    let sign = text
        .find(['.', ','])
        .and_then(|at| text.get(at..)?.chars().next());
    let is_plain = text
        .bytes()
        .all(|it| it.is_ascii_digit() || it == b'.' || it == b',');
    let number = number(text, sign).filter(|_| is_plain)?;
    let is_decimal = number.whole.len() <= 3;
    is_decimal.then(|| number.to_decimal(false))
}
