//! What `--help` prints.

pub(crate) const OVERVIEW: &str = "\
Check, convert, query and publish lists of projects.

USAGE
  atlas check FILE…                check files and list what is wrong, with positions
  atlas convert IN… -o OUT         read lists in any format and write one
  atlas query FILE [QUERY]         list the matching projects and count the values of every facet
  atlas publish FILE SITE          replace the list in a built site
  atlas COMMAND --help             explain a command, with examples

FORMATS
  read     portfolio JSON, IATI XML 1.01 to 2.03, CSV and TSV, XLSX, ODS, GeoJSON, 360Giving JSON, text with
           labels. The content decides, not the extension
  write    json, csv, xlsx, iati, geojson

OPTIONS
  -h, --help       print help
  -V, --version    print the version

EXIT STATUS
  0  success; there may be warnings
  1  a file has errors
  2  wrong usage, or a file that cannot be opened or written";

/// The options of every command that reads.
macro_rules! reading {
    () => {
        "
HOW FILES ARE READ
  Without these options the content decides, and every decision that may be wrong is reported.
  --from FORMAT            read as json, iati, csv, xlsx, ods, geojson, 360giving or text
  --map 'HEADING=FIELD'    read a column as a field: title, start, end, country, donor, implementing, partner,
                           theme, amount, status and so on, or any other name for a custom field. `-` ignores
                           the column. Repeatable
  --set FIELD=VALUE        a value for all projects that state none, such as country=KE or currency=EUR.
                           Repeatable
  --group-by HEADING       unite the rows with the same value in this column into one project
  --no-group               one project a row
  --sheet NAME             read this sheet of a workbook. Repeatable
  --mapping FILE           take all of these from a JSON file that --print-mapping wrote
"
    };
}

pub(crate) const CHECK: &str = concat!(
    "\
Check files and list what is wrong, with positions.

USAGE
  atlas check FILE… [--json] [OPTIONS]

  FILE can be - for standard input. Each finding is a line: FILE:LINE:COLUMN: error|warning|note: … or, for
  a workbook, FILE:SHEET!CELL: …. On a terminal, the line of the file is shown as well.

  --json                   print an object for each file instead, for programs
",
    reading!(),
    "
EXAMPLES
  atlas check projects.xlsx
  atlas check --set country=KE --set currency=KES list.csv
  atlas check --json *.xml | jq '.[].findings[].message'

EXIT STATUS
  0  no errors
  1  a file has errors
  2  wrong usage, or a file that cannot be opened"
);

pub(crate) const CONVERT: &str = concat!(
    "\
Read lists in any format and write one.

USAGE
  atlas convert IN… -o OUT [OPTIONS]

  IN and OUT can be - for standard input and output. Several inputs become one list. Findings are printed to
  standard error. OUT is written whole or not at all.

  -o, --output OUT         where to write; its extension decides the format
  --to FORMAT              write json, csv, xlsx, iati or geojson
  --query 'country=RO'     write only what matches, in the form of the page's address
  --print-mapping          print how the input was read, as JSON, to edit it and to give it again with --mapping
",
    reading!(),
    "
EXAMPLES
  atlas convert projects.xlsx -o portfolio.json
  atlas convert 2023.csv 2024.csv -o all.xlsx
  atlas convert activities.xml --query 'country=MD&from=2018' -o moldova.csv
  atlas convert list.csv --map 'Fördersumme=amount' --map 'Telefon=-' --set currency=EUR -o list.json
  atlas convert list.csv --print-mapping > mapping.json
  atlas convert next-year.csv --mapping mapping.json -o portfolio.json

EXIT STATUS
  0  written
  1  an input has errors; what could be read was written
  2  wrong usage, or a file that cannot be opened or written"
);

pub(crate) const QUERY: &str = concat!(
    "\
List the matching projects and count the values of every facet, as the page does.

USAGE
  atlas query FILE [QUERY] [--json] [OPTIONS]

  QUERY has the form of the page's address. Without it, all projects match.

  --json                   print {\"count\":1,\"of\":6,\"projects\":[…],\"facets\":{…}} instead of tables
",
    reading!(),
    "
EXAMPLES
  atlas query portfolio.json 'country=RO&country=MD&donor=!european-union&from=2009&q=children'
  atlas query activities.xml --json | jq '.facets.country'

EXIT STATUS
  0  success; what the file has errors in is left out
  1  the file has no projects
  2  wrong usage, or a file that cannot be opened"
);

pub(crate) const PUBLISH: &str = "\
Replace the list in a built site: write its pages, feed, previews and site map, and remove the pages of
projects that are no longer in the list.

USAGE
  atlas publish FILE SITE

  SITE is the folder of a built site. If FILE has errors, the site is not changed.

EXAMPLE
  atlas publish portfolio.json dist/

EXIT STATUS
  0  published
  1  the file has errors
  2  wrong usage, or a file or site that cannot be opened";
