//! The countries of a project.

use super::partial::Partial;
use super::{At, Builder, REGION, shortened};
use crate::finding::Severity;
use crate::table::columns::Reading;
use crate::values::country::{self, How, Written};
use crate::values::list;
use atlas_engine::country::{CountryCode, name};
use atlas_engine::portfolio::{CountryMention, Share};

impl Builder<'_> {
    pub(super) fn add_countries(
        &mut self,
        partial: &mut Partial,
        reading: &Reading,
        text: &str,
        at: At,
    ) {
        let parts = match &reading.separator {
            Some(separator) => list::split(text, separator, false),
            None => vec![text],
        };
        let list = if reading.is_code {
            country::parse_code_list
        } else {
            country::parse_list
        };
        for (part, written) in parts.into_iter().flat_map(list) {
            match written {
                Some(Written::Country { code, how }) => {
                    let (name, share) = country::split_share(part);
                    let share = share.and_then(|it| Share::parse(&it.replace(',', ".")));
                    let is_name = matches!(how, How::Name | How::Part);
                    partial.add_country(code, is_name.then_some(name), share);
                    if how == How::Misspelt {
                        self.report_misspelt(reading, part, code, at);
                    }
                }
                Some(Written::Successors(codes)) => {
                    if self.is_first("country-former", part) {
                        let names: Vec<&str> =
                            codes.iter().filter_map(|code| name(*code)).collect();
                        let message = format!(
                            "“{}” is a former country: it is read as {}.",
                            shortened(part),
                            names.join(", ")
                        );
                        let help = "State the country of today if the project was in only one.";
                        self.report(
                            Severity::Note,
                            "country-former",
                            at,
                            reading,
                            "",
                            message,
                            help,
                        );
                    }
                    for code in codes {
                        partial.add_country(code, None, None);
                    }
                }
                Some(Written::Region) => partial.add_custom(REGION, part),
                None => {
                    if self.is_first("country-unknown", part) {
                        let suggested = country::suggest(part).and_then(name);
                        let message = format!(
                            "“{}” is no country that is known: it is kept as text.",
                            shortened(part)
                        );
                        let help = match suggested {
                            Some(name) => format!("Perhaps {name} is meant."),
                            None => "Write the name of the country, or its code of two letters."
                                .to_owned(),
                        };
                        self.report(
                            Severity::Warning,
                            "country-unknown",
                            at,
                            reading,
                            "",
                            message,
                            &help,
                        );
                    }
                    partial.add_text(reading, part);
                }
            }
        }
    }

    fn report_misspelt(&mut self, reading: &Reading, part: &str, code: CountryCode, at: At) {
        if self.is_first("country-misspelt", part) {
            let name = name(code).unwrap_or_default();
            let message = format!("“{}” is read as {name}.", shortened(part));
            self.report(
                Severity::Note,
                "country-misspelt",
                at,
                reading,
                "",
                message,
                "Correct the name.",
            );
        }
    }
}

impl Partial {
    fn add_country(&mut self, code: CountryCode, name: Option<&str>, share: Option<Share>) {
        if self.is_new("country", code.as_str()) {
            self.project.countries.push(CountryMention {
                code,
                name: name.map(str::to_owned),
                share,
            });
        }
    }
}
