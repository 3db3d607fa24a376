//! Hashes by which a page can check, as a list arrives, that it was made from this list.

/// In bytes: how much of a list a page checks before it is shown (`BEGINNING` in `public/main.js`).
const BEGINNING: usize = 65_536;

/// Returns the hashes of the list's beginning and of the whole, separated by a space. They distinguish
/// lists but give no security: browsers have cryptographic hashes only on https and for complete files.
pub(crate) fn of(list: &[u8]) -> String {
    let beginning = list.get(..BEGINNING).unwrap_or(list);
    [hash(beginning), hash(list)].join(" ")
}

/// Two 32-bit hashes in the manner of FNV-1a, with different factors.
fn hash(bytes: &[u8]) -> String {
    let (mut a, mut b) = (0x811c_9dc5_u32, 0x9747_b28c_u32);
    for byte in bytes {
        a = (a ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        b = (b ^ u32::from(*byte)).wrapping_mul(0x85eb_ca6b);
    }
    format!("{a:08x}{b:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_changed_byte_changes_the_hash_and_only_an_early_one_its_beginning() {
        let list = vec![b'a'; BEGINNING + 10];
        let with = |at: usize| {
            let mut list = list.clone();
            list[at] = b'b';
            of(&list)
        };
        let beginning = |hash: &str| hash.split(' ').next().unwrap().to_owned();
        let before = of(&list);
        assert_ne!(beginning(&with(BEGINNING - 1)), beginning(&before));
        assert_eq!(beginning(&with(BEGINNING)), beginning(&before));
        assert_ne!(with(BEGINNING), before);
        assert_eq!(of(b"a").split(' ').count(), 2);
    }
}
