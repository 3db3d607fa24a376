//! The table of what a build weighs.

use super::ServedFile;
use std::fmt::Write as _;

/// Lines of name, size and size once compressed by brotli, the heaviest first, and their sum.
pub(crate) fn of(files: &[ServedFile]) -> String {
    let mut files: Vec<&ServedFile> = files.iter().collect();
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    let sum = |size: fn(&ServedFile) -> usize| files.iter().map(|file| size(file)).sum::<usize>();
    let total = (sum(|file| file.raw), sum(|file| file.brotli));

    let mut table = format!("{:>10} {:>10}  file\n", "bytes", "brotli");
    for file in files {
        let _ = writeln!(table, "{:>10} {:>10}  {}", file.raw, file.brotli, file.path);
    }
    let _ = writeln!(table, "{:>10} {:>10}  together", total.0, total.1);
    table
}
