//! Code page 437, of DOS and of old exports, which the Encoding Standard leaves out.

/// Its name at IANA.
pub(super) const NAME: &str = "IBM437";

/// The characters of the bytes from 128.
const UPPER: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
                     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

pub(super) fn is_name(name: &str) -> bool {
    let names = ["ibm437", "cp437", "437", "cspc8codepage437"];
    names.contains(&name.to_ascii_lowercase().as_str())
}

pub(super) fn decode(bytes: &[u8]) -> String {
    let upper: Vec<char> = UPPER.chars().collect();
    let decoded = bytes.iter().map(|byte| match byte.checked_sub(128) {
        None => char::from(*byte),
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{FFFD}'),
    });
    decoded.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_character() {
        assert_eq!(UPPER.chars().count(), 128);
        assert_eq!(decode(b"Br\x81cke \x9c5 \xe1"), "Brücke £5 ß");
    }
}
