use super::*;
use proptest::prelude::*;

fn shown(text: &str, order: Option<DateOrder>) -> String {
    let period = |(start, end): (Date, Option<Date>)| {
        let end = end.map_or("…".to_owned(), |end| end.to_string());
        format!("{start} – {end}")
    };
    match parse(text, order) {
        None => "none".to_owned(),
        Some(Written::Certain(date)) => date.to_string(),
        Some(Written::Ambiguous {
            day_first,
            month_first,
        }) => format!("{day_first} or {month_first}"),
        Some(Written::Period { start, end }) => period((start, end)),
        Some(Written::AmbiguousPeriod {
            day_first,
            month_first,
        }) => format!("{} or {}", period(day_first), period(month_first)),
    }
}

#[track_caller]
fn assert_read(cases: &[(&str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|&(text, expected)| (text, expected, shown(text, None)))
        .filter(|(_, expected, read)| expected != read)
        .collect();
    assert!(wrong.is_empty(), "(text, expected, read):\n{wrong:#?}");
}

#[test]
fn iso_dates_are_read_as_the_day_that_is_written() {
    assert_read(&[
        ("2012", "2012"),
        ("2012.0", "2012"),
        ("2012-06", "2012-06"),
        ("2012-06-01", "2012-06-01"),
        (" 2012-06-01 ", "2012-06-01"),
        ("20120601", "2012-06-01"),
        ("20120601T120000Z", "2012-06-01"),
        ("2009-09-30Z", "2009-09-30"),
        ("2009-09-30+02:00", "2009-09-30"),
        ("2009-09-30-05:00", "2009-09-30"),
        ("2010-01-01T00:00:00+05:00", "2010-01-01"),
        ("2010-12-31T23:30:00-05:00", "2010-12-31"),
        ("2010-12-31T23:30:00.000Z", "2010-12-31"),
        ("2010-12-31T23:30", "2010-12-31"),
        ("2015-03-01 00:00:00", "2015-03-01"),
        ("2015-03-01 00:00:00 UTC", "2015-03-01"),
        ("2015-03-01 00:00:00.0", "2015-03-01"),
        ("2012-06-00", "2012-06"),
        ("2012-00-00", "2012"),
        ("2012/06/01", "2012-06-01"),
        ("2012.06.01", "2012-06-01"),
        ("2012 06 01", "2012-06-01"),
        ("2012-31-12", "2012-12-31"),
    ]);
}

#[test]
fn numbers_are_read_in_every_order_and_asked_where_two_are_possible() {
    assert_read(&[
        ("15/04/1991", "1991-04-15"),
        ("4/15/1991", "1991-04-15"),
        ("6/29/2015", "2015-06-29"),
        ("03/03/1991", "1991-03-03"),
        ("03/04/1991", "1991-04-03 or 1991-03-04"),
        ("03-04-1991", "1991-04-03 or 1991-03-04"),
        ("03 04 1991", "1991-04-03 or 1991-03-04"),
        ("03.04.1991", "1991-04-03"),
        ("3. 4. 1991", "1991-04-03"),
        ("31.12.2018", "2018-12-31"),
        ("31.12.2018.", "2018-12-31"),
        ("12.31.2018", "2018-12-31"),
        ("31.12.18", "2018-12-31"),
        ("12/31/49", "2049-12-31"),
        ("12/31/50", "1950-12-31"),
        ("99-12-31", "1999-12-31"),
        ("24/4-2014", "2014-04-24"),
        ("2014. 06. 03.", "2014-06-03"),
        ("06/2014", "2014-06"),
        ("6.2014", "2014-06"),
        ("06.2014", "2014-06"),
        ("06-2014", "2014-06"),
        ("06 2014", "2014-06"),
        ("2014/06", "2014-06"),
        ("12/31/2016 12:00:00 AM", "2016-12-31"),
        ("Thu, 05 Jan 2012 00:00:00 GMT", "2012-01-05"),
        ("31.12.2016 um 14:30 Uhr", "2016-12-31"),
        ("٢٠١٢/٠٦/٢١", "2012-06-21"),
        ("۲۰۱۲", "2012"),
        ("(2012)", "2012"),
        ("01/02/2014 – 31/12/2016", "2014-02-01 – 2016-12-31"),
        (
            "01/02/2014 – 03/04/2016",
            "2014-02-01 – 2016-04-03 or 2014-01-02 – 2016-03-04",
        ),
    ]);
}

#[test]
fn with_the_order_of_the_column_nothing_is_ambiguous() {
    use DateOrder::{DayFirst, MonthFirst};
    for (text, order, expected) in [
        ("03/04/1991", DayFirst, "1991-04-03"),
        ("03/04/1991", MonthFirst, "1991-03-04"),
        ("03.04.1991", MonthFirst, "1991-03-04"),
        ("15/04/1991", MonthFirst, "1991-04-15"),
        ("4/15/1991", DayFirst, "1991-04-15"),
        ("2012-06-01", MonthFirst, "2012-06-01"),
        ("29-Aug-92", MonthFirst, "1992-08-29"),
        (
            "01/02/2014 – 03/04/2016",
            MonthFirst,
            "2014-01-02 – 2016-03-04",
        ),
    ] {
        assert_eq!(shown(text, Some(order)), expected, "{text}");
    }
}

#[test]
fn a_date_proves_the_order_of_its_column() {
    for (text, expected) in [
        ("15/04/1991", Some(OrderEvidence::DayFirst)),
        ("03.04.1991", Some(OrderEvidence::DayFirst)),
        ("4/15/1991", Some(OrderEvidence::MonthFirst)),
        ("12.31.2018", Some(OrderEvidence::MonthFirst)),
        ("03/04/1991", Some(OrderEvidence::Either)),
        ("03/03/1991", Some(OrderEvidence::Either)),
        ("01/02/2014 – 31/12/2016", Some(OrderEvidence::DayFirst)),
        ("2012-06-01", None),
        ("2012", None),
        ("29-Aug-92", None),
        ("Wells", None),
        ("", None),
    ] {
        assert_eq!(order_of(text), expected, "{text}");
    }
}

#[test]
fn written_months_are_read_in_every_language() {
    assert_read(&[
        ("June 19, 2020", "2020-06-19"),
        ("June 2014", "2014-06"),
        ("Jun-14", "2014-06"),
        ("Jun '14", "2014-06"),
        ("Sept. 2014", "2014-09"),
        ("14th of June 2014", "2014-06-14"),
        ("Monday, 1 June 2015", "2015-06-01"),
        ("29-Aug-92", "1992-08-29"),
        ("01JAN2012", "2012-01-01"),
        ("2014 June 3", "2014-06-03"),
        ("31. Dez 18", "2018-12-31"),
        ("1. März 2012", "2012-03-01"),
        ("1. Jänner 2012", "2012-01-01"),
        ("1er mars 2012", "2012-03-01"),
        ("12. des. 2012", "2012-12-12"),
        ("12 août 2012", "2012-08-12"),
        ("déc. 2012", "2012-12"),
        ("30 de abril de 2008", "2008-04-30"),
        ("31 octubre 2006", "2006-10-31"),
        ("1º de março de 2012", "2012-03-01"),
        ("1° gennaio 2010", "2010-01-01"),
        ("1 d’abril del 2010", "2010-04-01"),
        ("1 ianuarie 2010", "2010-01-01"),
        ("1 stycznia 2010 r.", "2010-01-01"),
        ("15 października 2012", "2012-10-15"),
        ("15 listopada 2014", "2014-11-15"),
        ("15. listopada 2014.", "2014-10-15"),
        ("1. srpnja 2014.", "2014-07-01"),
        ("1. září 2014", "2014-09-01"),
        ("1. júla 2014", "2014-07-01"),
        ("3. junija 2014", "2014-06-03"),
        ("2014. június 3.", "2014-06-03"),
        ("2014. gada 3. jūnijs", "2014-06-03"),
        ("2014 m. birželio 3 d.", "2014-06-03"),
        ("3. juuni 2014", "2014-06-03"),
        ("3. kesäkuuta 2014", "2014-06-03"),
        ("3. juni 2014", "2014-06-03"),
        ("den 3 maj 2014", "2014-05-03"),
        ("3 mei 2014", "2014-05-03"),
        ("3 mrt. 2014", "2014-03-03"),
        ("3 Meán Fómhair 2014", "2014-09-03"),
        ("3 ta’ Ġunju 2014", "2014-06-03"),
        ("3 Σεπτεμβρίου 2014", "2014-09-03"),
        ("Σεπτέμβριος 2014", "2014-09"),
        ("1 януари 2010 г.", "2010-01-01"),
        ("1 јануари 2010", "2010-01-01"),
        ("1. јануара 2010.", "2010-01-01"),
        ("1 января 2010 года", "2010-01-01"),
        ("1 січня 2010 року", "2010-01-01"),
        ("1 يناير 2010", "2010-01-01"),
        ("١ كانون الثاني ٢٠١٠", "2010-01-01"),
        ("15 Ağustos 2014", "2014-08-15"),
        ("15 gusht 2014", "2014-08-15"),
        ("mid-2014", "2014"),
        ("Ende 2014", "2014"),
        ("ca. 2014", "2014"),
    ]);
}

#[test]
fn quarters_and_halves_of_years_are_periods() {
    let (second, first_half) = ("2013-04 – 2013-06", "2014-01 – 2014-06");
    assert_read(&[
        ("Q2 2013", second),
        ("2013Q2", second),
        ("2013-Q2", second),
        ("Q2/2013", second),
        ("Q2, 2013", second),
        ("2Q 2013", second),
        ("2. Quartal 2013", second),
        ("2nd quarter of 2013", second),
        ("second quarter 2013", second),
        ("T2 2013", second),
        ("2e trimestre 2013", second),
        ("deuxième trimestre de 2013", second),
        ("II kwartał 2013", second),
        ("II квартал 2013", second),
        ("2º trimestre de 2013", second),
        ("Β 2013", "none"),
        ("2013 II", "none"),
        ("Q5 2013", "none"),
        ("H1 2014", first_half),
        ("1H 2014", first_half),
        ("1st half of 2014", first_half),
        ("S1 2014", first_half),
        ("1. Halbjahr 2014", first_half),
        ("первое полугодие 2014", first_half),
        ("I półrocze 2014", first_half),
        ("Q2 2013 – Q4 2014", "2013-04 – 2014-12"),
    ]);
}

#[test]
fn periods_have_a_start_and_perhaps_an_end() {
    assert_read(&[
        ("2010–2012", "2010 – 2012"),
        ("2010-2012", "2010 – 2012"),
        ("2010 — 2012", "2010 – 2012"),
        ("2010–12", "2010 – 2012"),
        ("2012-15", "2012 – 2015"),
        ("2010/11", "2010 – 2011"),
        ("1999/00", "1999 – 2000"),
        ("2010/2011", "2010 – 2011"),
        ("2010/11 – 2012/13", "2010 – 2013"),
        ("FY 2010/11", "2010 – 2011"),
        ("FY 2012-13", "2012 – 2013"),
        ("FY2012", "2012"),
        ("01/01/2014 – 31/12/2016", "2014-01-01 – 2016-12-31"),
        ("01/01/2014-31/12/2016", "2014-01-01 – 2016-12-31"),
        ("2014-01-01/2016-12-31", "2014-01-01 – 2016-12-31"),
        ("2014-01-01 to 2016-12-31", "2014-01-01 – 2016-12-31"),
        (
            "2014-01-01 00:00 - 2016-12-31 00:00",
            "2014-01-01 – 2016-12-31",
        ),
        ("from June 2010 to May 2012", "2010-06 – 2012-05"),
        ("between 2010 and 2012", "2010 – 2012"),
        ("von 2010 bis 2012", "2010 – 2012"),
        ("zwischen 2010 und 2012", "2010 – 2012"),
        (
            "du 1er mars 2012 au 30 juin 2013",
            "2012-03-01 – 2013-06-30",
        ),
        ("de junio de 2010 a mayo de 2012", "2010-06 – 2012-05"),
        ("2010 a 2012", "2010 – 2012"),
        ("od 1. 6. 2010 do 31. 5. 2012", "2010-06-01 – 2012-05-31"),
        ("с 2010 по 2012", "2010 – 2012"),
        ("من 2010 إلى 2012", "2010 – 2012"),
        ("31 octubre 2006 - 30 abril 2008", "2006-10-31 – 2008-04-30"),
        ("June – August 2014", "2014-06 – 2014-08"),
        ("Jan-Mar 2014", "2014-01 – 2014-03"),
        ("1–3 June 2014", "2014-06-01 – 2014-06-03"),
        ("01.06. – 31.08.2014", "2014-06-01 – 2014-08-31"),
        ("15/06 - 31/08/2014", "2014-06-15 – 2014-08-31"),
        ("06/2014 - 08/2015", "2014-06 – 2015-08"),
        ("2020 - ongoing", "2020 – …"),
        ("2020 – ", "2020 – …"),
        ("2020 -", "2020 – …"),
        ("2020–present", "2020 – …"),
        ("2020 (ongoing)", "2020 – …"),
        ("2020 - heute", "2020 – …"),
        ("dès 2015", "2015 – …"),
        ("depuis 2015", "2015 – …"),
        ("since 2015", "2015 – …"),
        ("seit März 2015", "2015-03 – …"),
        ("ab 01.02.2015", "2015-02-01 – …"),
        ("du 1er mars 2012 à ce jour", "2012-03-01 – …"),
        ("à partir du 1er mars 2012", "2012-03-01 – …"),
        ("2012–2010", "none"),
        ("31.12.2014 – 01.12.2014", "none"),
        ("2012-06 – 2012", "2012-06 – 2012"),
    ]);
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        " ",
        "-",
        "n/a",
        "TBD",
        "ongoing",
        "June",
        "14 June",
        "Dec 18",
        "12",
        "1234",
        "2200",
        "12345",
        "41275",
        "123456789012",
        "+49 30 1234",
        "030 1234",
        "01 02 03",
        "2014/123",
        "2014/17",
        "P2012",
        "D2012",
        "A2012",
        "R-2012",
        "2010s",
        "1,234.50",
        "1.234.567",
        "12.5",
        "2014 EUR",
        "€ 2014",
        "18 months",
        "31.02.2012",
        "2011-02-29",
        "2012-13-32",
        "9999-12-31",
        "0000-00-00",
        "00/00/0000",
        "1.2.3",
        "-2012",
        "10:30",
        "Phase 2 2012",
        "The year of the horse",
        "2012, 2013, 2014, 2015",
        "30 2012 06 2014",
    ] {
        assert_eq!(shown(text, None), "none", "{text}");
    }
}

#[test]
fn serial_numbers_are_dates_in_both_epochs() {
    for (days, is_1904, expected) in [
        (1.0, false, Some("1900-01-01")),
        (59.0, false, Some("1900-02-28")),
        (60.0, false, None),
        (61.0, false, Some("1900-03-01")),
        (43_862.75, false, Some("2020-02-01")),
        (73_415.0, false, Some("2100-12-31")),
        (73_416.0, false, None),
        (0.0, true, Some("1904-01-01")),
        (36_625.0, true, Some("2004-04-10")),
        (0.0, false, None),
        (-1.0, true, None),
        (f64::NAN, false, None),
        (f64::INFINITY, false, None),
    ] {
        let date = from_serial(days, is_1904).map(|date| date.to_string());
        assert_eq!(date.as_deref(), expected, "{days}");
    }
}

proptest! {
    #[test]
    fn every_real_day_is_read_in_every_numeric_form(year in 1900_u16..=2100, month in 1_u8..=12, day in 1_u8..=28) {
        let date = Date::new(year, Some(month), Some(day)).unwrap();
        for text in [
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}{month:02}{day:02}"),
            format!("{day}.{month}.{year}"),
            format!("{year}-{month:02}-{day:02}T23:59:59+14:00"),
        ] {
            prop_assert_eq!(parse(&text, None), Some(Written::Certain(date)), "{}", text);
        }
        let text = format!("{day}/{month}/{year}");
        prop_assert_eq!(parse(&text, Some(DateOrder::DayFirst)), Some(Written::Certain(date)));
    }

    #[test]
    fn no_text_panics(text in "[0-9/.:, T+Zqj'–-]{0,20}|\\PC{0,40}", days in any::<f64>(), is_1904 in any::<bool>()) {
        parse(&text, None);
        parse(&text, Some(DateOrder::MonthFirst));
        order_of(&text);
        from_serial(days, is_1904);
    }
}
