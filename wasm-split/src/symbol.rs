/// Returns a name such as `core[c5930c85a12de822]::slice` as `core::slice`.
pub fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut depth = 0_usize;
    for letter in name.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}

/// Returns the name for a number, the shortest first: `a`, `b` … `Z`, `aa` …
pub fn short_name(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % 52]));
        number /= 52;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}
