//! The width of a text, without a typeface.

/// Estimates a text's width in a plain sans-serif, in the unit of `font_size`; errs on the wide side.
pub fn text_width(text: &str, font_size: f64) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|character| match character {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | ' ' | 'ı' | 'í' | 'ì' => 0.32,
            'f' | 'r' | 't' | '-' | '(' | ')' => 0.4,
            'm' | 'w' | 'M' | 'W' | '—' => 0.92,
            // Combining marks take no space.
            '\u{300}'..='\u{36f}' => 0.0,
            // Scripts with square characters.
            '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' | '\u{1f000}'.. => 1.05,
            upper if upper.is_uppercase() => 0.7,
            _ => 0.6,
        })
        .sum();
    ems * font_size
}

#[cfg(test)]
mod tests {
    use super::text_width;

    #[test]
    fn a_longer_name_is_wider() {
        assert!(text_width("Moldova", 12.0) > text_width("Malta", 12.0));
    }
}
