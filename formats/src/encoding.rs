//! From bytes to text.

use crate::finding::Findings;

/// Decodes texts in encodings other than UTF-8: natively by `encoding_rs`, in a browser by `TextDecoder`.
pub trait Decoder {
    /// Decodes bytes in the encoding with this name in the Encoding Standard, such as `windows-1252`; bytes that
    /// are not valid in it become U+FFFD. `None` if there is no such encoding.
    fn decode(&self, bytes: &[u8], encoding: &str) -> Option<String>;

    /// The name of the encoding that bytes without a byte order mark are probably in, which are not UTF-8.
    fn guess(&self, bytes: &[u8]) -> &'static str;
}

/// Decodes a text, in the encoding that is given or else found, and reports what was assumed. Returns the text
/// and the name of its encoding.
pub(crate) fn decode(
    bytes: &[u8],
    encoding: Option<&str>,
    decoder: &dyn Decoder,
    findings: &mut Findings,
) -> (String, String) {
    let _ = (encoding, decoder, findings);
    (
        String::from_utf8_lossy(bytes).into_owned(),
        "UTF-8".to_owned(),
    )
}
