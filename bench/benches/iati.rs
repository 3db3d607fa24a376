//! Prints how fast IATI files are read, beside quick-xml that does nothing with its events.
//!
//! `cargo bench --package atlas-bench --bench iati`

use atlas_formats::encoding::Decoder;
use atlas_formats::{Format, Options, read_with};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The file is in UTF-8.
struct Utf8;

impl Decoder for Utf8 {
    fn decode(&self, _bytes: &[u8], _encoding: &str) -> Option<String> {
        None
    }

    fn guess(&self, _bytes: &[u8]) -> &'static str {
        "UTF-8"
    }
}

fn main() {
    // As large as those that publishers with many transactions have, and as small as most.
    for (what, activities, transactions) in [
        ("many transactions", 10_000, 28),
        ("few transactions", 10_000, 2),
    ] {
        let xml = generate(activities, transactions);
        let megabytes = xml.len() as f64 / 1e6;
        let print = |name: &str, time: Duration| {
            let seconds = time.as_secs_f64();
            println!(
                "  {name:<10} {seconds:>7.3} s {:>7.0} MB/s",
                megabytes / seconds
            );
        };
        println!("{activities} activities with {what}, {megabytes:.1} MB");
        print("quick-xml", best(|| events(&xml)));
        print("portfolio", best(|| projects(&xml)));
    }
}

/// The shortest of a few runs, so that what else the machine does counts little.
fn best(work: impl Fn() -> usize) -> Duration {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

fn events(xml: &str) -> usize {
    let mut reader = Reader::from_str(xml);
    let mut events = 0;
    while !matches!(reader.read_event(), Ok(Event::Eof) | Err(_)) {
        events += 1;
    }
    events
}

fn projects(xml: &str) -> usize {
    let options = Options {
        format: Some(Format::Iati),
        ..Options::default()
    };
    let reading = read_with(xml.as_bytes(), &options, &Utf8);
    reading.portfolio.map_or(0, |it| it.projects.len())
}

/// Writes activities as publishers do, with line breaks and indentation.
fn generate(activities: usize, transactions: usize) -> String {
    let countries = ["KE", "UG", "TZ", "RO", "MD", "XK", "LB", "NP"];
    let sectors = ["14030", "11220", "12220", "15110", "31120"];
    let pick = |from: &[&'static str], at: usize| from.get(at % from.len()).copied().unwrap_or("");
    let sentence = "The programme improves access to safe water &amp; sanitation for 12,000 people in rural districts. ";
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\" generated-datetime=\"2020-01-01T00:00:00Z\">\n".to_owned();
    for at in 0..activities {
        let (country, sector) = (pick(&countries, at), pick(&sectors, at / 3));
        // Writing to a string cannot fail.
        let _ = write!(
            xml,
            r#"  <iati-activity default-currency="EUR" xml:lang="en" last-updated-datetime="2019-05-01T10:00:00Z" hierarchy="1">
    <iati-identifier>XM-TEST-{at}</iati-identifier>
    <reporting-org ref="XM-TEST" type="21"><narrative>Test Aid</narrative></reporting-org>
    <title><narrative>Safe water number {at}</narrative><narrative xml:lang="fr">Eau potable numéro {at}</narrative></title>
    <description type="1"><narrative>{description}</narrative></description>
    <description type="2"><narrative>{sentence}</narrative></description>
    <participating-org ref="XM-DAC-{donor}" type="10" role="1"><narrative>Ministry {donor}</narrative></participating-org>
    <participating-org ref="XM-TEST" type="21" role="4"><narrative>Test Aid</narrative></participating-org>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2018-01-01"/>
    <activity-date type="2" iso-date="2018-02-15"/>
    <activity-date type="3" iso-date="2020-12-31"/>
    <recipient-country code="{country}" percentage="100"/>
    <location><name><narrative>Place {at}</narrative></name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>{latitude}.5 28.86</pos></point></location>
    <sector vocabulary="1" code="{sector}" percentage="100"/>
    <budget type="1"><period-start iso-date="2018-01-01"/><period-end iso-date="2018-12-31"/><value currency="EUR" value-date="2018-01-01">{at}.50</value></budget>
"#,
            description = sentence.repeat(4),
            donor = at % 40,
            latitude = at % 60,
        );
        for transaction in 0..transactions {
            let _ = write!(
                xml,
                r#"    <transaction ref="T-{at}-{transaction}">
      <transaction-type code="3"/>
      <transaction-date iso-date="2018-03-0{day}"/>
      <value value-date="2018-03-01">{transaction}00.00</value>
      <description><narrative>Payment {transaction}</narrative></description>
      <receiver-org type="21"><narrative>Partner {transaction}</narrative></receiver-org>
    </transaction>
"#,
                day = transaction % 9 + 1
            );
        }
        xml.push_str("  </iati-activity>\n");
    }
    xml.push_str("</iati-activities>\n");
    xml
}
