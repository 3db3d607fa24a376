//! Damaged workbooks, and ones that claim to be more than they are.

use super::*;
use proptest::prelude::*;

#[test]
fn what_cannot_be_read_is_named() {
    let whole = xlsx_of("<row r='1'><c r='A1'><v>1</v></c></row>");
    let encrypted = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", "\u{1}"),
    ]);
    let cases: [(&[u8], Format, &str); 7] = [
        (&whole[..whole.len() / 2], Format::Xlsx, "workbook-damaged"),
        (b"a,b\n1,2\n", Format::Xlsx, "workbook-damaged"),
        (b"%PDF-1.7", Format::Ods, "format-unsupported"),
        (
            &archive(&[("xl/a.xml", "")]),
            Format::Xlsx,
            "workbook-damaged",
        ),
        (
            &archive(&[("mimetype", "")]),
            Format::Ods,
            "workbook-damaged",
        ),
        (&encrypted, Format::Ods, "workbook-locked"),
        (
            &xlsx(
                "<workbook><sheets><sheet name='L' r:id='r1'/></sheets></workbook>",
                "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><",
            ),
            Format::Xlsx,
            "workbook-damaged",
        ),
    ];
    for (bytes, format, code) in cases {
        let (_, findings) = read_grids(bytes, format);
        assert_eq!(codes(&findings), [code]);
        assert!(findings.kept()[0].help.is_some());
    }
}

/// A few kilobytes that claim more than any memory holds.
#[test]
fn claims_of_a_workbook_take_no_room() {
    let cell = "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/>";
    let row =
        format!("<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>");
    let (rows, findings) = ods_rows(&row);
    assert!(rows.len() < 1_000);
    assert_eq!(codes(&findings), ["workbook-too-large"]);

    let (rows, findings) = xlsx_rows("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
    assert_eq!(rows.len(), 21);
    assert!(findings.kept().is_empty());

    let (rows, _) = xlsx_rows(
        "<row r='4294967295'><c r='A4294967295'><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>",
    );
    assert!(rows.len() < 100);

    let merged = "<mergeCell ref='A1:XFD1048576'/>".repeat(5_000);
    let sheet = format!(
        "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>\
         </sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    );
    let workbook = "<workbook><sheets><sheet name='List' r:id='r1'/></sheets></workbook>";
    let (_, findings) = read_grids(&xlsx(workbook, &sheet), Format::Xlsx);
    assert_eq!(codes(&findings), ["workbook-too-large"]);
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let mut bytes = xlsx_of("<row r='1'><c r='A1'><v>1</v></c></row>");
    let directory = memchr::memmem::find(&bytes, b"PK\x01\x02").unwrap();
    // The size of the first part, as its directory states it.
    bytes[directory + 24..directory + 28].copy_from_slice(&(300_u32 << 20).to_le_bytes());
    let (grids, findings) = read_grids(&bytes, Format::Xlsx);
    assert!(grids.is_empty());
    assert_eq!(codes(&findings), ["workbook-too-large"]);
}

#[test]
fn a_part_that_is_larger_than_stated_ends_at_the_limit() {
    let left = std::rc::Rc::new(std::cell::Cell::new(100));
    let mut part = package::Limited::new(std::io::repeat(b' '), left.clone());
    assert_eq!(std::io::copy(&mut part, &mut std::io::sink()).unwrap(), 100);
    assert_eq!(left.get(), 0);
}

#[test]
fn an_entity_bomb_and_deep_nesting_are_read_past() {
    let sheet = format!(
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><worksheet>{}<sheetData>\
         <row r='1'><c r='A1' t='str'><v>x&b;y</v></c></row></sheetData>",
        "<deep>".repeat(200_000)
    );
    let workbook = "<workbook><sheets><sheet name='List' r:id='r1'/></sheets></workbook>";
    let (grids, _) = read_grids(&xlsx(workbook, &sheet), Format::Xlsx);
    assert_eq!(shown(&grids[0]), ["1: xy"]);
}

#[test]
fn many_sheets_of_one_part_are_bounded() {
    let sheets = "<sheet name='List' r:id='r1'/>".repeat(2_000);
    let text = "x".repeat(100_000);
    let rows = format!("<row><c t='inlineStr'><is><t>{text}</t></is></c></row>");
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let bytes = xlsx(
        &format!("<workbook><sheets>{sheets}</sheets></workbook>"),
        &sheet,
    );
    let (grids, findings) = read_grids(&bytes, Format::Xlsx);
    assert!(grids.len() < 400);
    assert_eq!(codes(&findings), ["workbook-too-large"]);
}

proptest! {
    #[test]
    fn any_damage_is_survived(at in 0.0..1.0_f64, byte: u8, is_ods: bool, cut: bool) {
        let whole = if is_ods {
            ods("<table:table table:name='L'><table:table-row><table:table-cell office:value-type='string'><text:p>a</text:p></table:table-cell></table:table-row></table:table>")
        } else {
            include_bytes!("../../../../tests/samples/readme-first.xlsx").to_vec()
        };
        let at = (at * whole.len() as f64) as usize;
        let mut bytes = whole;
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        read_grids(&bytes, if is_ods { Format::Ods } else { Format::Xlsx });
    }

    #[test]
    fn any_xml_is_survived(rows in "(<(row|c|v|t|is|f|/row|/c|/v|mergeCell ref=\"A1:B9\"/)( r=\"[A-C]?[0-9]{1,3}\")?( t=\"(s|b|e|d|str)\")?>|[0-9a&;.-]{0,3}){0,40}") {
        xlsx_rows(&rows);
        let table = rows.replace("<row", "<table:table-row").replace("<c", "<table:table-cell office:value-type='float' office:value='3'");
        ods_rows(&table);
    }
}
