//! Files that are no text: archives, documents, pictures.

use super::{COPY_TABLE, EXPORT_LIST, Format, Recognised, SAVE_AS_XLSX, Unsupported};
use crate::encoding;
use memchr::memmem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const UNPACK: &str = "Unpack it, and choose the file with the list.";

/// First bytes, what they are of, and the way out.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "a PDF", COPY_TABLE),
    (b"{\\rtf", "a rich text document (RTF)", COPY_TABLE),
    (b"\x89PNG", "a picture", EXPORT_LIST),
    (b"\xFF\xD8\xFF", "a picture", EXPORT_LIST),
    (b"GIF8", "a picture", EXPORT_LIST),
    (b"II*\0", "a picture", EXPORT_LIST),
    (b"MM\0*", "a picture", EXPORT_LIST),
    (b"\x1F\x8B", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\xFD7zXZ", "an xz archive", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", UNPACK),
    (b"Rar!", "a RAR archive", UNPACK),
    (b"SQLite format 3\0", "an SQLite database", EXPORT_LIST),
    (b"PAR1", "a Parquet file", EXPORT_LIST),
    (
        b"\x00\x01\x00\x00Standard",
        "an Access database",
        EXPORT_LIST,
    ),
    (
        b"\x09\x08\x10\x00",
        "an old Excel workbook (.xls)",
        SAVE_AS_XLSX,
    ),
    (
        b"\x09\x04\x06\x00",
        "an old Excel workbook (.xls)",
        SAVE_AS_XLSX,
    ),
    (b"ID;P", "a SYLK file (.slk)", SAVE_AS_XLSX),
];

const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ZIP: &[u8] = b"PK";

/// The format of a file that is no text; `None` if it is one.
pub(super) fn recognise(bytes: &[u8]) -> Option<Recognised> {
    if let Some((_, what, help)) = SIGNATURES.iter().find(|it| bytes.starts_with(it.0)) {
        return Some(Err(Unsupported::new(*what, help)));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Err(Unsupported::new("a picture", EXPORT_LIST)));
    }
    if bytes.starts_with(COMPOUND) {
        return Some(Err(compound(bytes)));
    }
    if bytes.starts_with(ZIP)
        && bytes
            .get(2..4)
            .is_some_and(|it| matches!(it, [3, 4] | [5, 6] | [7, 8]))
    {
        return Some(archive(bytes));
    }
    is_binary(bytes).then(|| Err(Unsupported::new("a binary file", EXPORT_LIST)))
}

/// How much of a file is searched for the names of its parts.
const SEARCHED: usize = 1 << 22;

/// What a compound file of Microsoft is, by the names of its parts, which are UTF-16.
fn compound(bytes: &[u8]) -> Unsupported {
    let parts = [
        (
            "EncryptedPackage",
            "a workbook with a password",
            "Remove the password, and save it again.",
        ),
        ("WordDocument", "an old Word document (.doc)", COPY_TABLE),
        (
            "PowerPoint Document",
            "an old presentation (.ppt)",
            COPY_TABLE,
        ),
        (
            "__substg1.0",
            "an e-mail",
            "Save its attachment, and choose that.",
        ),
        ("Workbook", "an old Excel workbook (.xls)", SAVE_AS_XLSX),
        ("Book", "an old Excel workbook (.xls)", SAVE_AS_XLSX),
    ];
    let searched = bytes.get(..SEARCHED).unwrap_or(bytes);
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(searched, &name).is_some()
    };
    let found = parts.into_iter().find(|(name, ..)| has(name));
    let (_, what, help) = found.unwrap_or(("", "an old Office document", SAVE_AS_XLSX));
    Unsupported::new(what, help)
}

/// The longest type that an OpenDocument file states.
const MAX_MIME: u64 = 200;

fn archive(bytes: &[u8]) -> Recognised {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return broken(bytes);
    };
    let mut mime = String::new();
    if let Ok(part) = zip.by_name("mimetype") {
        // What cannot be read is no type.
        let _ = part.take(MAX_MIME).read_to_string(&mut mime);
    }
    let names: Vec<String> = zip
        .file_names_raw()
        .map(|it| String::from_utf8_lossy(it).to_lowercase())
        .collect();
    let has = |test: fn(&str) -> bool| names.iter().any(|name| test(name));
    if mime.contains("opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    if mime.contains("opendocument.text") {
        return Err(Unsupported::new("an OpenDocument text", COPY_TABLE));
    }
    if mime.contains("opendocument") {
        return Err(Unsupported::new(
            "an OpenDocument file without a table",
            EXPORT_LIST,
        ));
    }
    if mime.contains("epub") {
        return Err(Unsupported::new("an electronic book", COPY_TABLE));
    }
    if has(|it| it.ends_with("workbook.bin")) {
        return Err(Unsupported::new(
            "a binary Excel workbook (.xlsb)",
            SAVE_AS_XLSX,
        ));
    }
    if has(|it| it.starts_with("xl/") || it.ends_with("workbook.xml")) {
        return Ok(Format::Xlsx);
    }
    if has(|it| it.starts_with("word/")) {
        return Err(Unsupported::new("a Word document", COPY_TABLE));
    }
    if has(|it| it.starts_with("ppt/")) {
        return Err(Unsupported::new("a presentation", COPY_TABLE));
    }
    if has(|it| has_extension(it, "iwa")) {
        return Err(Unsupported::new(
            "a Numbers or Pages document",
            "Export it as .xlsx or CSV.",
        ));
    }
    if has(|it| it.ends_with("content.xml")) && has(|it| it == "meta-inf/manifest.xml") {
        return Ok(Format::Ods);
    }
    if has(|it| has_extension(it, "kml")) {
        return Err(Unsupported::new(
            "a map file (KMZ)",
            "Convert it to GeoJSON.",
        ));
    }
    if has(|it| has_extension(it, "shp")) {
        return Err(Unsupported::new(
            "an archive with a shapefile",
            "Convert it to GeoJSON.",
        ));
    }
    let some: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
    let what = if some.is_empty() {
        "an empty archive".to_owned()
    } else {
        let named: String = some.join(", ").chars().take(120).collect();
        format!("a ZIP archive ({} files: {named})", names.len())
    };
    Err(Unsupported::new(what, UNPACK))
}

/// Whether a name in lower case ends like this.
fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, it)| it == extension)
}

/// An archive whose directory is lost, as after a download that was cut off: its first parts show what it was.
fn broken(bytes: &[u8]) -> Recognised {
    let start = bytes.get(..SEARCHED).unwrap_or(bytes);
    let has = |name: &str| memmem::find(start, name.as_bytes()).is_some();
    if has("opendocument.spreadsheet") {
        Ok(Format::Ods)
    } else if has("xl/") {
        Ok(Format::Xlsx)
    } else {
        Err(Unsupported::new(
            "a damaged ZIP archive",
            "Download or copy it again.",
        ))
    }
}

/// How much of a file shows whether it is a text.
const PROBED: usize = 1 << 14;

/// Whether controls are too many for a text.
fn is_binary(bytes: &[u8]) -> bool {
    let text = encoding::probe(bytes.get(..PROBED).unwrap_or(bytes));
    let is_control =
        |it: &char| it.is_ascii_control() && !matches!(it, '\t' | '\n' | '\r' | '\x0C' | '\x1A');
    // Zeros may fill a text up to its end.
    let text = text.trim_end_matches('\0');
    let controls = text.chars().filter(is_control).count();
    controls * 20 > text.chars().count()
}
