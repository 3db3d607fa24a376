mod hostile;

use super::*;
use crate::grid::{Cell, Grid};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONS: &str = "<Relationships>\
    <Relationship Id='r1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='r2' Type='http://x/worksheet' Target='/xl/worksheets/sheet2.xml'/>\
    <Relationship Id='r3' Type='http://x/chartsheet' Target='chartsheets/sheet1.xml'/>\
    </Relationships>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts>\
    <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='10'/><xf numFmtId='46'/></cellXfs></styleSheet>";
const STRINGS: &str = "<sst count='3' uniqueCount='99999999999999999'>\
    <si><t>Title</t></si><si/><si><r><t xml:space='preserve'>Well &amp; </t></r><r><t>pump</t></r>\
    <rPh><t>no</t></rPh></si></sst>";

fn xlsx(workbook: &str, sheet: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/worksheets/sheet1.xml", sheet),
        (
            "xl/worksheets/sheet2.xml",
            "<worksheet><sheetData><row r='1'><c r='A1'><v>2</v></c></row></sheetData></worksheet>",
        ),
    ])
}

fn xlsx_of(rows: &str) -> Vec<u8> {
    let workbook =
        "<workbook><workbookPr/><sheets><sheet name='List' r:id='r1'/></sheets></workbook>";
    xlsx(
        workbook,
        &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
    )
}

fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>\
         <style:style style:name='ta1' style:family='table'><style:table-properties table:display='true'/></style:style>\
         <style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

fn read_grids(bytes: &[u8], format: Format) -> (Vec<Grid>, Findings) {
    let mut findings = Findings::default();
    let tables = read(bytes, format, &mut findings);
    (tables.grids, findings)
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.kept().iter().map(|it| it.code).collect()
}

/// Each row as its number and its cells, with `|` between them.
fn shown(grid: &Grid) -> Vec<String> {
    let cell = |cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.replace('\n', "/"),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Logical(logical) => logical.to_string(),
    };
    let rows = (0..grid.rows()).map(|row| {
        let last = grid
            .row(row)
            .next_back()
            .map_or(0, |(column, _)| column + 1);
        let cells: Vec<_> = (0..last)
            .map(|column| cell(grid.cell(row, column)))
            .collect();
        format!("{}: {}", grid.row_number(row), cells.join("|"))
    });
    rows.collect()
}

fn xlsx_rows(rows: &str) -> (Vec<String>, Findings) {
    let (grids, findings) = read_grids(&xlsx_of(rows), Format::Xlsx);
    (grids.first().map(shown).unwrap_or_default(), findings)
}

fn ods_rows(rows: &str) -> (Vec<String>, Findings) {
    let (grids, findings) = read_grids(
        &ods(&format!(
            "<table:table table:name='List'>{rows}</table:table>"
        )),
        Format::Ods,
    );
    (grids.first().map(shown).unwrap_or_default(), findings)
}

#[test]
fn the_samples_are_read() {
    let (grids, findings) = read_grids(
        include_bytes!("../../../../tests/samples/date-1904.xlsx"),
        Format::Xlsx,
    );
    assert_eq!(
        shown(&grids[0]),
        [
            "1: Title|Start|ID",
            "2: Mac|2004-04-10|1569",
            "3: Two|2005-01-01|7"
        ]
    );
    assert!(findings.kept().is_empty());
    let (grids, findings) = read_grids(
        include_bytes!("../../../../tests/samples/readme-first.xlsx"),
        Format::Xlsx,
    );
    let names: Vec<_> = grids.iter().map(Grid::sheet).collect();
    assert_eq!(names, [Some("README"), Some("Projects")]);
    assert_eq!(
        shown(&grids[1]),
        [
            "1: Projects of 2020",
            "2: ",
            "3: Project title|Start date|End date|Country|Amount (EUR)",
            "4: Forest|2020-02-01|2021-06-30|Georgia|12500.5",
            "5: River|2020-05-15||Armenia|8000",
        ]
    );
    assert_eq!(codes(&findings), ["sheet-hidden"]);
}

#[test]
fn cells_of_xlsx_have_their_values() {
    let (rows, findings) = xlsx_rows(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>\
         <c r='D1' t='s'><v>9</v></c></row>\
         <row r='3'><c r='A3' s='1'><v>43862.5</v></c><c r='B3'><v>43862</v></c><c r='C3' s='2'><v>0.85</v></c>\
         <c r='D3' s='3'><v>1.5</v></c><c r='E3' t='b'><v>1</v></c><c r='F3' s='1'><v>0</v></c></row>\
         <row><c t='str'><f>A1</f><v>a_x000D_&#10;b</v></c><c t='inlineStr'><is><t>\u{A0}é &lt;</t></is></c>\
         <c t='d'><v>2020-02-01T00:00:00</v></c><c t='e'><v>#SPILL!</v></c><c><v>x</v></c><c/><c><v>1e3</v></c></row>",
    );
    assert_eq!(
        rows,
        [
            "1: Title||Well & pump",
            "2: ",
            "3: 2020-02-01|43862|85%|36:00|true",
            "4: a/b|é <|2020-02-01||x||1000",
        ]
    );
    assert_eq!(codes(&findings), ["cell-error"]);
    let cell = Place::Sheet {
        sheet: "List".to_owned(),
        row: 4,
        column: 4,
    };
    assert_eq!(findings.kept()[0].place, cell);
}

#[test]
fn only_visible_sheets_are_read_and_an_extension_keeps_the_epoch() {
    let workbook = "<x:workbook xmlns:x='m'><x:workbookPr date1904='1'/><x:sheets>\
        <x:sheet name='Very' state='veryHidden' r:id='r1'/><x:sheet name='Chart' r:id='r3'/>\
        <x:sheet name='A &amp; B' state='visible' r:id='r1'/><x:sheet name='Two' r:id='r2'/></x:sheets>\
        <x:extLst><x:ext><x15:workbookPr chartTrackingRefBase='1'/></x:ext></x:extLst></x:workbook>";
    let sheet = "<x:worksheet><x:sheetData><x:row r='1'><x:c r='A1' s='1'><x:v>36625</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    let (grids, findings) = read_grids(&xlsx(workbook, sheet), Format::Xlsx);
    let names: Vec<_> = grids.iter().map(|it| it.sheet().unwrap()).collect();
    assert_eq!(names, ["A & B", "Two"]);
    assert_eq!(shown(&grids[0]), ["1: 2004-04-10"]);
    assert_eq!(shown(&grids[1]), ["1: 2"]);
    assert_eq!(codes(&findings), ["sheet-hidden"]);
}

#[test]
fn merged_cells_share_their_value_down_and_in_headings_to_the_right() {
    let text = |cell: &str, text: &str| format!("<c r='{cell}' t='str'><v>{text}</v></c>");
    let rows = format!(
        "<row r='1'>{}{}</row><row r='2'>{}{}</row><row r='12'>{}{}</row><row r='13'>{}</row><row r='14'>{}</row>",
        text("A1", "Project"),
        text("B1", "Period"),
        text("B2", "from"),
        text("C2", "to"),
        text("A12", "Well"),
        text("B12", "KE"),
        text("B13", "UG"),
        text("A14", "Total"),
    );
    let workbook = "<workbook><sheets><sheet name='List' r:id='r1'/></sheets></workbook>";
    let sheet = format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/>\
         <mergeCell ref='A12:A13'/><mergeCell ref='A14:C14'/><mergeCell ref='D1:XFD1048576'/><mergeCell ref='B2'/>\
         </mergeCells></worksheet>"
    );
    let (grids, _) = read_grids(&xlsx(workbook, &sheet), Format::Xlsx);
    let rows: Vec<_> = shown(&grids[0])
        .into_iter()
        .filter(|it| !it.ends_with(": "))
        .collect();
    assert_eq!(
        rows,
        [
            "1: Project|Period|Period",
            "2: Project|from|to",
            "12: Well|KE",
            "13: Well|UG",
            "14: Total"
        ]
    );
    let cell = |attributes: &str, text: &str| {
        format!(
            "<table:table-cell office:value-type='string' {attributes}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let (rows, _) = ods_rows(&format!(
        "<table:table-row>{}{}<table:covered-table-cell/></table:table-row>\
         <table:table-row><table:covered-table-cell/>{}{}</table:table-row>",
        cell("table:number-rows-spanned='2'", "Project"),
        cell("table:number-columns-spanned='2'", "Period"),
        cell("", "from"),
        cell("", "to"),
    ));
    assert_eq!(rows, ["1: Project|Period|Period", "2: Project|from|to"]);
}

#[test]
fn cells_of_ods_have_their_values() {
    let (rows, findings) = ods_rows(
        "<office:forms/><table:shapes><draw:frame><text:p>no</text:p></draw:frame></table:shapes>\
         <table:table-column table:number-columns-repeated='16384'/>\
         <table:table-header-rows><table:table-row><table:table-cell office:value-type='string'>\
         <office:annotation><text:p>note</text:p></office:annotation>\
         <text:p>a<text:s text:c='2'/>b &amp; <text:span>c</text:span></text:p>\n <text:p>d<text:line-break/>e</text:p></table:table-cell>\
         <table:table-cell office:value-type='string' office:string-value='given'><text:p>shown</text:p></table:table-cell>\
         </table:table-row></table:table-header-rows>\
         <table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
         <table:table-row table:number-rows-repeated='2'>\
         <table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1.5'><text:p>1,5</text:p></table:table-cell>\
         <table:table-cell/><table:table-cell office:value-type='currency' office:currency='EUR' office:value='7'/>\
         <table:table-cell office:value-type='percentage' office:value='0.85'/>\
         <table:table-cell office:value-type='date' office:date-value='2020-02-01T10:00:00'/>\
         <table:table-cell office:value-type='date' office:date-value='soon'><text:p>soon</text:p></table:table-cell>\
         <table:table-cell office:value-type='boolean' office:boolean-value='true'/>\
         <table:table-cell office:value-type='time' office:time-value='PT01H00M00S'><text:p>1:00</text:p></table:table-cell>\
         <table:table-cell office:value-type='string' calcext:value-type='error' office:string-value=''><text:p>#REF!</text:p></table:table-cell>\
         </table:table-row>\
         <table:table-row table:number-rows-repeated='1048570'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>",
    );
    let values = "1.5|1.5||7|85%|2020-02-01|soon|true|1:00";
    assert_eq!(
        rows,
        [
            "1: a  b & c/d/e|given",
            "2: ",
            "3: ",
            &format!("4: {values}"),
            &format!("5: {values}")
        ]
    );
    assert_eq!(codes(&findings), ["cell-error"]);
}

#[test]
fn only_visible_sheets_of_ods_are_read() {
    let row = "<table:table-row><table:table-cell office:value-type='float' office:value='1'/></table:table-row>";
    let (grids, findings) = read_grids(
        &ods(&format!(
            "<table:table table:name='A' table:style-name='ta1'>{row}</table:table>\
             <table:table table:name='B' table:style-name='ta2'>{row}</table:table>\
             <table:table table:name=\"'file:///x.ods'#$A\">{row}</table:table>\
             <table:table table:name='C'>{row}</table:table>"
        )),
        Format::Ods,
    );
    let names: Vec<_> = grids.iter().map(|it| it.sheet().unwrap()).collect();
    assert_eq!(names, ["A", "C"]);
    assert_eq!(codes(&findings), ["sheet-hidden"]);
}

/// How fast a sheet is read, beside calamine. Run with
/// `cargo test --release -p atlas-formats workbook_speed -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn workbook_speed() {
    use calamine::Reader;
    use std::fmt::Write;
    let mut rows = String::new();
    for row in 1..=100_000 {
        write!(
            rows,
            "<row r='{row}' spans='1:6'><c r='A{row}' t='s'><v>0</v></c><c r='B{row}' t='s'><v>2</v></c>\
             <c r='C{row}' s='1'><v>{}</v></c><c r='D{row}'><v>{row}.25</v></c>\
             <c r='E{row}' t='inlineStr'><is><t>Zwei Ufer, ein Weg {row}</t></is></c><c r='F{row}' s='1'/></row>",
            40_000 + row % 5_000
        )
        .unwrap();
    }
    let workbook = "<workbook><sheets><sheet name=\"List\" r:id=\"r1\"/></sheets></workbook>";
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let relations = "<Relationships><Relationship Id='r' Type='http://x/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>";
    let parts = [
        ("_rels/.rels", relations),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        // Calamine allocates as many texts as a workbook claims.
        (
            "xl/sharedStrings.xml",
            &STRINGS.replace("99999999999999999", "3"),
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    let parts = parts.map(|(name, content)| (name, content.replace('\'', "\"")));
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, content)| (*name, content.as_str()))
        .collect();
    let bytes = archive(&parts);
    for _ in 0..4 {
        let start = crate::measure::seconds();
        let mut workbook: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(&bytes[..])).unwrap();
        let range = workbook.worksheet_range("List").unwrap();
        let theirs = crate::measure::seconds() - start;
        let start = crate::measure::seconds();
        let (grids, _) = read_grids(&bytes, Format::Xlsx);
        let ours = crate::measure::seconds() - start;
        assert_eq!(grids[0].rows(), range.height());
        println!(
            "calamine {:.0} ms, read {:.0} ms, {:.2} times",
            theirs * 1e3,
            ours * 1e3,
            ours / theirs
        );
    }
}
