//! The decoder of native programs.

use super::Decoder;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// Decodes every encoding of the Encoding Standard, by `encoding_rs`, and guesses by `chardetng`.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeDecoder;

/// How many bytes are enough for a guess.
const GUESSED: usize = 1 << 20;

impl Decoder for NativeDecoder {
    fn decode(&self, bytes: &[u8], encoding: &str) -> Option<String> {
        let encoding = Encoding::for_label(encoding.as_bytes())?;
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        Some(text.into_owned())
    }

    fn guess(&self, bytes: &[u8]) -> &'static str {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        // The first accents may be far down: what is fed begins there.
        let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
        let start = first.saturating_sub(100);
        let rest = bytes.get(start..).unwrap_or_default();
        detector.feed(rest.get(..GUESSED).unwrap_or(rest), true);
        detector.guess(None, Utf8Detection::Deny).name()
    }
}
