use super::*;
use proptest::prelude::*;

fn shown(text: &str, decimal: Option<char>) -> String {
    match parse(text, decimal) {
        None => "none".to_owned(),
        Some(Written { amount, currency }) => match currency {
            Some(currency) => format!("{amount} {currency}"),
            None => amount.to_string(),
        },
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
fn every_grouping_and_decimal_sign_is_read() {
    assert_read(&[
        ("0", "0"),
        ("40000", "40000"),
        ("01569", "1569"),
        ("40,000", "40000"),
        ("40.000", "40000"),
        ("40,000.5", "40000.5"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1.234,567", "1234.57"),
        ("5.172.338,50 kn", "5172338.5 HRK"),
        ("223 290,00", "223290"),
        ("223\u{a0}290,00", "223290"),
        ("223\u{202f}290", "223290"),
        ("223\u{2009}290", "223290"),
        ("1’234’567.50", "1234567.5"),
        ("1'234'567", "1234567"),
        ("1,23,456", "123456"),
        ("1,23,45,678.50", "12345678.5"),
        ("1234,50", "1234.5"),
        ("1234,567", "1234.57"),
        ("0,567", "0.57"),
        ("12,5", "12.5"),
        (".5", "0.5"),
        ("-0.02", "-0.02"),
        ("−1,234", "-1234"),
        ("- 1,234", "-1234"),
        ("1,234-", "-1234"),
        ("1.234,50- €", "-1234.5 EUR"),
        ("(1,234.50)", "-1234.5"),
        ("(€1,234.50)", "-1234.5 EUR"),
        ("-€1,234.50", "-1234.5 EUR"),
        ("€ -1,234.50", "-1234.5 EUR"),
        ("1.2E+06", "1200000"),
        ("1234.5e3", "1234500"),
        ("١٢٣٬٤٥٦٫٥٠", "123456.5"),
        ("۱۲۳", "123"),
        ("12,000*", "12000"),
        ("12,000 1)", "12000"),
        ("12,000 (1)", "12000"),
        ("12,000[2]", "12000"),
        ("12,000¹", "12000"),
        ("ca. 40,000", "40000"),
        ("~40,000", "40000"),
        ("etwa 40.000 €", "40000 EUR"),
        ("CHF 1'200.–", "1200 CHF"),
        ("1.200,- €", "1200 EUR"),
        ("1 200,-- Kč", "1200 CZK"),
        ("92233720368547759", "none"),
    ]);
}

#[test]
fn a_currency_is_read_from_the_cell() {
    assert_read(&[
        ("£4.578.474", "4578474 GBP"),
        ("EUR 200 000", "200000 EUR"),
        ("40.000,00 €", "40000 EUR"),
        ("60 086 USD", "60086 USD"),
        ("60 086 usd", "60086 USD"),
        ("US$ 5,000", "5000 USD"),
        ("US$5,000", "5000 USD"),
        ("$5,000", "5000 USD"),
        ("A$5,000", "5000 AUD"),
        ("AU$ 5,000", "5000 AUD"),
        ("C$5,000", "5000 CAD"),
        ("R$ 5.000,00", "5000 BRL"),
        ("$5,000 CAD", "5000 CAD"),
        ("5000 dólares", "5000 USD"),
        ("5000 US-Dollar", "5000 USD"),
        ("5000 Australian dollars", "5000 AUD"),
        ("5000 Euro", "5000 EUR"),
        ("5000 euros", "5000 EUR"),
        ("5000 ευρώ", "5000 EUR"),
        ("5000 евро", "5000 EUR"),
        ("1000 د.أ", "1000 JOD"),
        ("5000 يورو", "5000 EUR"),
        ("1 234 567,00 zł", "1234567 PLN"),
        ("5000 złotych", "5000 PLN"),
        ("5000 Kč", "5000 CZK"),
        ("5000 Ft", "5000 HUF"),
        ("5000 lei", "5000 RON"),
        ("5000 лв.", "5000 BGN"),
        ("5.000 ден.", "5000 MKD"),
        ("5000 ₽", "5000 RUB"),
        ("5000 руб.", "5000 RUB"),
        ("¥5,000", "5000 JPY"),
        ("₹1,23,456", "123456 INR"),
        ("5000 KM", "5000 BAM"),
        ("ALL 5000", "5000 ALL"),
        ("5000 kr", "5000"),
        ("5 000 000 FCFA", "5000000"),
        ("EUR 5 USD", "none"),
    ]);
}

#[test]
fn a_factor_is_read_from_the_cell() {
    assert_read(&[
        ("1.2 million", "1200000"),
        ("3 Mio. EUR", "3000000 EUR"),
        ("1,5 Mrd", "1500000000"),
        ("1,5 Mrd. €", "1500000000 EUR"),
        ("US$ 5m", "5000000 USD"),
        ("US$ 5 m", "5000000 USD"),
        ("US$5 million", "5000000 USD"),
        ("€1.2m", "1200000 EUR"),
        ("£3.5bn", "3500000000 GBP"),
        ("10k", "10000"),
        ("10 k€", "10000 EUR"),
        ("10 TEUR", "10000 EUR"),
        ("2.5 MEUR", "2500000 EUR"),
        ("USDm 5", "5000000 USD"),
        ("5 millions d'euros", "5000000 EUR"),
        ("5 millones de euros", "5000000 EUR"),
        ("30 mil euros", "30000 EUR"),
        ("5 mil. Kč", "5000000 CZK"),
        ("5 mil Kč", "none"),
        ("120 tys. zł", "120000 PLN"),
        ("120 тыс. руб.", "120000 RUB"),
        ("5 млн евро", "5000000 EUR"),
        ("5 مليون دولار", "5000000 USD"),
        ("2 crore", "20000000"),
        ("5 m", "none"),
        ("5 million thousand", "none"),
    ]);
}

#[test]
fn what_is_no_amount_is_none() {
    for text in [
        "",
        " ",
        "-",
        "n/a",
        "EUR",
        "million",
        "85%",
        "85 %",
        "10-20",
        "10 – 20",
        "10,000-20,000",
        "+49 30 1234",
        "+49 301 234 567",
        "030 123 456",
        "0049 30 1234",
        "(030) 1234",
        "2014-06-01",
        "01/02/2014",
        "01.02.2014",
        "2010/11",
        "10:30",
        "18 months",
        "3 schools",
        "P-123",
        "R-5",
        "A1",
        "1 23",
        "1.2.3",
        "1,2,3",
        "12,34,567,8",
        "1.234 567",
        "1..5",
        "1,,000",
        "47°01'12\"N",
        "5 km²",
        "5 km",
        "5 rm",
        "EUR 5 and USD 6",
        "EUR 5; EUR 6",
    ] {
        assert_eq!(shown(text, None), "none", "{text}");
    }
}

#[test]
fn the_decimal_sign_of_the_column_decides_what_a_number_leaves_open() {
    for (text, decimal, expected) in [
        ("1,234", Some('.'), "1234"),
        ("1,234", Some(','), "1.23"),
        ("1.234", Some('.'), "1.23"),
        ("1.234", Some(','), "1234"),
        ("1,234", None, "1234"),
        ("1.234.567", Some('.'), "1234567"),
        ("12,5", Some('.'), "12.5"),
        ("0,567", Some('.'), "0.57"),
    ] {
        assert_eq!(shown(text, decimal), expected, "{text} {decimal:?}");
    }
}

#[test]
fn a_number_says_what_its_decimal_sign_is() {
    for (text, expected) in [
        ("1.234,50", Some(DecimalSign::Certain(','))),
        ("1,234.50", Some(DecimalSign::Certain('.'))),
        ("12,5 €", Some(DecimalSign::Certain(','))),
        ("1.234.567", Some(DecimalSign::Certain(','))),
        ("1,234,567", Some(DecimalSign::Certain('.'))),
        ("0,567", Some(DecimalSign::Certain(','))),
        ("223 290,00", Some(DecimalSign::Certain(','))),
        ("1,234", Some(DecimalSign::Ambiguous)),
        ("1.234 €", Some(DecimalSign::Ambiguous)),
        ("1234", Some(DecimalSign::None)),
        ("1 234", Some(DecimalSign::None)),
        ("Wells", None),
        ("", None),
    ] {
        assert_eq!(decimal_sign(text), expected, "{text}");
    }
}

#[test]
fn a_heading_names_its_currency() {
    for (heading, expected) in [
        ("Amount (USD)", Some("USD")),
        ("Amount Usd", Some("USD")),
        ("amount_m_usd", Some("USD")),
        ("budget_usd", Some("USD")),
        ("BUDGET_USD", Some("USD")),
        ("BudgetUSD", Some("USD")),
        ("cofinancer1_amount_usd_constant", Some("USD")),
        ("CRS received Amount Usd Nominal", Some("USD")),
        ("Commitment Constant 2000 (USD)", Some("USD")),
        ("Bewilligter Betrag in Euro", Some("EUR")),
        (
            "Förderfähige Ausgaben des Vorhabens1) (in EUR)",
            Some("EUR"),
        ),
        ("Engagements bruts (euro)", Some("EUR")),
        ("Συνολική Δαπάνη (€)", Some("EUR")),
        ("Amount in Euro (EUR)", Some("EUR")),
        ("Budget in €m", Some("EUR")),
        ("Budget (MEUR)", Some("EUR")),
        ("Dofinansowanie z UE [zł]", Some("PLN")),
        ("Wartość projektu (PLN)", Some("PLN")),
        ("Budget (US$)", Some("USD")),
        ("Budget ($)", Some("USD")),
        ("Budget (A$)", Some("AUD")),
        ("Buget (lei)", Some("RON")),
        ("Buget în lei", Some("RON")),
        ("Износ (ден.)", Some("MKD")),
        ("Износ во денари", Some("MKD")),
        ("Iznos (kn)", Some("HRK")),
        ("zł", Some("PLN")),
        ("ALL", Some("ALL")),
        ("Amount in ALL", Some("ALL")),
        ("Total of all years", None),
        ("TOTAL OF ALL YEARS", None),
        ("top donor", None),
        ("Data fim", None),
        ("Real cost", None),
        ("Pounds of food", None),
        ("Name des Vorhabens in den Ländern", None),
        ("Budget (EUR/USD)", None),
        ("Beløb (kr)", None),
        ("Budget", None),
        ("", None),
    ] {
        let currency = currency_in(heading);
        assert_eq!(
            currency.as_ref().map(Currency::as_str),
            expected,
            "{heading}"
        );
    }
}

#[test]
fn a_heading_states_its_factor() {
    for (heading, expected) in [
        ("Budget (in millions)", 1_000_000),
        ("amount_m_usd", 1_000_000),
        ("amount_m", 1_000_000),
        ("Betrag in Mio. EUR", 1_000_000),
        ("Budget (€m)", 1_000_000),
        ("Budget (€ m)", 1_000_000),
        ("Budget (M€)", 1_000_000),
        ("Budget (MEUR)", 1_000_000),
        ("Budget (USDm)", 1_000_000),
        ("Rozpočet (mil. Kč)", 1_000_000),
        ("Износ во милиони", 1_000_000),
        ("Montant en milliers d'euros", 1_000),
        ("Kwota (tys. zł)", 1_000),
        ("Budget (k€)", 1_000),
        ("Betrag (T€)", 1_000),
        ("Betrag (TEUR)", 1_000),
        ("Budget ('000 EUR)", 1_000),
        ("Budget (000s)", 1_000),
        ("Importe en miles de euros", 1_000),
        ("Budget (USD billion)", 1_000_000_000),
        ("Commitment Constant 2000 (USD)", 1),
        ("Millennium goal budget", 1),
        ("Depth (m)", 1),
        ("max_cida_contribution", 1),
        ("Amount (USD)", 1),
        ("", 1),
    ] {
        assert_eq!(factor_in(heading), expected, "{heading}");
    }
}

#[test]
fn coordinates_are_written_as_in_json() {
    for (text, expected) in [
        ("47.01", Some("47.01")),
        ("44,567", Some("44.567")),
        ("5,12", Some("5.12")),
        ("-28.857", Some("-28.857")),
        ("−28,857", Some("-28.857")),
        ("47°01'12\"N", Some("47.020000")),
        ("47° 01′ 12″ S", Some("-47.020000")),
        ("47°30'N", Some("47.500000")),
        ("47°30.5' W", Some("-47.508333")),
        ("47.5°", Some("47.5")),
        ("47.5 S", Some("-47.5")),
        ("N 47.5", Some("47.5")),
        ("180", Some("180")),
        ("181", None),
        ("602345.5", None),
        ("1,234,567", None),
        ("47°61'N", None),
        ("47.5 N S", None),
        ("-47.5 S", None),
        ("Wells", None),
        ("", None),
        ("-", None),
    ] {
        assert_eq!(coordinate(text).as_deref(), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn every_amount_is_read_in_every_grouping(hundredths in 0_i64..100_000_000_000) {
        let (whole, fraction) = (hundredths / 100, hundredths % 100);
        for (group, decimal) in [(",", "."), (".", ","), (" ", ","), ("’", "."), ("\u{a0}", ","), ("", ".")] {
            let mut digits = whole.to_string();
            let mut at = digits.len();
            while at > 3 {
                at -= 3;
                digits.insert_str(at, group);
            }
            let text = format!("{digits}{decimal}{fraction:02} €");
            let read = parse(&text, None).map(|it| it.amount.hundredths());
            prop_assert_eq!(read, Some(hundredths), "{}", text);
        }
    }

    #[test]
    fn no_text_panics(text in "[0-9.,' ()€$kmEe+–-]{0,20}|\\PC{0,40}") {
        parse(&text, None);
        parse(&text, Some(','));
        decimal_sign(&text);
        currency_in(&text);
        factor_in(&text);
        coordinate(&text);
    }
}
