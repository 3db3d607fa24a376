//! Digits of several scripts.

/// The value of a digit: ASCII, Eastern Arabic, Persian, Devanagari or full width.
pub(super) fn ascii_digit(character: char) -> Option<u8> {
    let zero = match character {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '０'..='９' => '０',
        _ => return None,
    };
    u8::try_from(u32::from(character) - u32::from(zero)).ok()
}
