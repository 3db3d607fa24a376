//! Checks the bundled portfolio against the facts of its source, written down again here by hand. Names
//! are as the source prints them; what the source does not state must be absent.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use atlas_engine::country;
use atlas_engine::portfolio::{self, Link, Organisation, Portfolio, Project};
use std::collections::BTreeSet;

fn bundled() -> Portfolio {
    let reading = portfolio::read(include_bytes!("../../public/portfolio.json"));
    assert_eq!(
        reading.findings,
        [],
        "the bundled portfolio is without fault"
    );
    reading.portfolio.unwrap()
}

/// The facts of one project. Organisations are written `name | short name | what is added`.
struct Facts {
    id: &'static str,
    title: &'static str,
    acronym: Option<&'static str>,
    start: &'static str,
    end: &'static str,
    duration: Option<&'static str>,
    countries: &'static [(&'static str, &'static str)],
    implementing: &'static [&'static str],
    donors: &'static [&'static str],
    partners: &'static [&'static str],
    documents: &'static [&'static str],
    links: usize,
    /// `title | short name | donor | period`, and a word for the relation.
    related: &'static [(&'static str, &'static str)],
    objective_points: usize,
    has_summary: bool,
    /// Names, figures and places that the prose must keep.
    words: &'static [&'static str],
}

const FACTS: [Facts; 6] = [
    Facts {
        id: "trm-ii",
        title: "Enhancing Transnational Cooperation on Trafficking Cases in South-Eastern Europe (TRM II)",
        acronym: Some("TRM II"),
        start: "2010-09-30",
        end: "2012-06",
        duration: Some("18 months"),
        countries: &[
            ("AL", "Albania"),
            ("BA", "Bosnia and Herzegovina"),
            ("BG", "Bulgaria"),
            ("HR", "Croatia"),
            ("XK", "Kosovo (under UNSCR 1244)"),
            ("MK", "Macedonia"),
            ("MD", "Moldova"),
            ("ME", "Montenegro"),
            ("RO", "Romania"),
            ("RS", "Serbia"),
        ],
        implementing: &[],
        donors: &["United States Agency for International Development | USAID"],
        partners: &[],
        documents: &[
            "Overview of TRM: 5 Years of Transnational Cooperation",
            "Child Begging",
            "A Human Rights-Based Approach and TRMs",
            "Draft Assessment Report on Enhancing Transnational Cooperation on Trafficking Cases in SEE",
            "Cooperation and Coordination in Belgium Role of Inspection Services Cases",
            "Trafficking in Pregnant Women for the Purpose of Selling Their Newborns",
            "Seminar Conclusions",
        ],
        links: 0,
        related: &[
            (
                "Programme to Support the Development of Transnational Referral Mechanisms (TRM) for Trafficked Persons in South-Eastern Europe | | USAID | 2006–2009",
                "built upon",
            ),
            (
                "Development of a Transnational Referral Mechanism for Victims of Trafficking between Countries of Origin and Destination (TRM-EU) | TRM-EU | European Commission | 2008–2010",
                "built upon",
            ),
            (
                "Capacity Building for Combating Trafficking for Labour Exploitation | | Dutch Ministry of Foreign Affairs |",
                "Spin-off",
            ),
        ],
        objective_points: 0,
        has_summary: true,
        words: &[
            "minors",
            "exploited for their labour",
            "template",
            "operational level",
            "18 months",
            "30 September 2010",
            "TRM-EU",
            "origin, transit and destination",
            "Final Transnational Seminar",
            "Bucharest, Romania",
            "27–29 February",
            "USAID",
            "100",
            "six years",
            "ICMPD",
            "spin-off",
            "Capacity Building for Combating Trafficking for Labour Exploitation",
            "Dutch Ministry of Foreign Affairs",
            "national stakeholders",
            "no implementing agency",
            "TRM-II",
            "18-month",
        ],
    },
    Facts {
        id: "heroine-route",
        title: "Expert Support Facility FWC 2010, Lot 6 – Fight Against Trafficking on the Heroine Route",
        acronym: None,
        start: "2010-11",
        end: "2012-05",
        duration: None,
        countries: &[
            ("MK", "Macedonia"),
            ("AZ", "Azerbaijan"),
            ("MD", "Moldova"),
            ("TR", "Turkey"),
        ],
        implementing: &["ICMPD"],
        donors: &["European Union"],
        partners: &[],
        documents: &[],
        links: 0,
        related: &[],
        objective_points: 5,
        has_summary: false,
        words: &[
            "regional and trans-regional",
            "all its forms",
            "THB",
            "assessment",
            "initiatives",
            "results",
            "lessons",
            "gaps",
            "action fiche",
            "Annual Action Plan 2011",
            "pilot project",
        ],
    },
    Facts {
        id: "armenia-azerbaijan-georgia",
        title: "Strengthening of Comprehensive Anti-trafficking Responses in Armenia, Azerbaijan and Georgia",
        acronym: None,
        start: "2009-05",
        end: "2011-12",
        duration: Some("31 months"),
        countries: &[("AM", "Armenia"), ("AZ", "Azerbaijan"), ("GE", "Georgia")],
        implementing: &["International Labour Organisation | ILO"],
        donors: &["European Union"],
        partners: &[
            "ICMPD",
            "International Organisation for Migration | IOM",
            "Organisation for Security and Cooperation in Europe | OSCE",
        ],
        documents: &[],
        links: 0,
        related: &[],
        objective_points: 3,
        has_summary: true,
        words: &[
            "31 months",
            "national institutional frameworks",
            "research centred on victims",
            "monitor and evaluate",
            "National Action Plans",
            "labour market",
            "may migrate",
            "detecting, investigating and prosecuting",
            "identification, referral, protection and assistance",
            "reintegration",
            "data",
            "national referral mechanisms",
            "awareness",
            "prospective migrants",
            "NGO representatives",
            "employment agencies",
            "law enforcement",
        ],
    },
    Facts {
        id: "telae",
        title: "Training to Enhance Lebanese Anti-trafficking Effort (TELAE): Identification, Referral and Policy Responses",
        acronym: Some("TELAE"),
        start: "2010-10",
        end: "2011-09",
        duration: Some("12 months"),
        countries: &[("LB", "Lebanon")],
        implementing: &["ICMPD"],
        donors: &["United States Department of State"],
        partners: &[],
        documents: &[],
        links: 0,
        related: &[],
        objective_points: 0,
        has_summary: true,
        words: &[
            "12 months",
            "3-phase",
            "Lebanon",
            "operational level",
            "policymaking level",
            "National Action Plan",
            "Gaps and needs",
            "training material",
            "Multi-agency",
            "Lebanese National Steering Committee",
        ],
    },
    Facts {
        id: "brazil-eu",
        title: "Promoting Transnational Partnerships: Preventing and Responding to Trafficking in Human Beings from Brazil to EU Member States",
        acronym: None,
        start: "2009-04",
        end: "2011-05",
        duration: Some("25 months"),
        countries: &[("BR", "Brazil"), ("IT", "Italy"), ("PT", "Portugal")],
        implementing: &["ICMPD"],
        donors: &[
            "European Union",
            "Portuguese Immigration and Border Service | SEF | Serviço de Estrangeiros e Fronteiras",
            "Portuguese Commission for Citizenship and Gender Equality | CIG | Comissão para a Cidadania e Igualdade de Género",
        ],
        partners: &[
            "Portuguese Immigration and Border Service | SEF",
            "Portuguese Commission for Citizenship and Gender Equality | CIG",
            "Associazione On the Road | | Italian NGO",
        ],
        documents: &[],
        links: 0,
        related: &[],
        objective_points: 0,
        has_summary: true,
        words: &[
            "medium to long term",
            "Brazil's territory",
            "Brazilian Federal Police",
            "consular staff in Portugal and in Italy",
            "complex crime",
            "Brazilian National Secretary of Justice",
            "25 months",
            "ICMPD",
        ],
    },
    Facts {
        id: "agire",
        title: "AGIRE: Austria, Greece, Italy and Romania",
        acronym: Some("AGIRE"),
        start: "2007-12",
        end: "2010-12",
        duration: None,
        countries: &[
            ("AT", "Austria"),
            ("GR", "Greece"),
            ("IT", "Italy"),
            ("RO", "Romania"),
        ],
        implementing: &["Save the Children Italia | SCI"],
        donors: &["European Union"],
        partners: &[
            "ICMPD",
            "Universities, IGOs, NGOs and law enforcement agencies | | based in Austria, Greece, Italy and Romania; not named one by one",
        ],
        documents: &[],
        links: 1,
        related: &[],
        objective_points: 0,
        has_summary: true,
        words: &[
            "Private and public",
            "child victims",
            "updated research",
            "transnational expertise",
            "begging",
            "illegal activities",
            "forced labour",
            "new information technologies",
            "rights of the child",
            "nationally and transnationally",
            "prevention",
            "protection of children",
        ],
    },
];

fn written(organisation: &Organisation) -> String {
    let Organisation {
        name,
        acronym,
        url,
        reference,
        role,
        note,
    } = organisation;
    assert_eq!(
        (url, reference, role),
        (&None, &None, &None),
        "the source gives no addresses, identifiers and roles"
    );
    match (acronym, note) {
        (None, None) => name.clone(),
        (Some(acronym), None) => format!("{name} | {acronym}"),
        (acronym, Some(note)) => {
            let acronym = acronym.as_ref().map(|acronym| format!(" {acronym}"));
            format!("{name} |{} | {note}", acronym.unwrap_or_default())
        }
    }
}

fn all_written(organisations: &[Organisation]) -> Vec<String> {
    organisations.iter().map(written).collect()
}

fn titles(links: &[Link]) -> Vec<&str> {
    assert!(
        links.iter().all(|link| link.url.is_none()),
        "where they lead is not known"
    );
    links.iter().map(|link| link.title.as_str()).collect()
}

fn prose(project: &Project) -> String {
    let texts = [&project.objective, &project.summary, &project.note];
    let texts: Vec<&str> = texts.into_iter().flatten().map(String::as_str).collect();
    texts.join("\n")
}

fn each() -> impl Iterator<Item = (Project, &'static Facts)> {
    let projects = bundled().projects;
    assert_eq!(projects.len(), FACTS.len());
    projects.into_iter().zip(&FACTS)
}

#[test]
fn the_list_has_the_title_of_its_source_and_no_publisher_or_date() {
    let portfolio = bundled();
    assert_eq!(portfolio.title, "Completed Projects");
    assert_eq!(portfolio.language.as_deref(), Some("en"));
    assert_eq!(
        (portfolio.publisher, portfolio.licence, portfolio.updated),
        (None, None, None)
    );
    assert!(
        portfolio
            .note
            .is_some_and(|note| note.contains("themes are this catalogue's own"))
    );
    assert_eq!(
        portfolio.facets,
        ["country", "donor", "implementing", "partner", "theme"]
    );
}

#[test]
fn titles_acronyms_and_ids_are_exact() {
    for (project, facts) in each() {
        assert_eq!(project.id, facts.id);
        assert_eq!(project.title, facts.title);
        assert_eq!(project.acronym.as_deref(), facts.acronym);
    }
}

#[test]
fn periods_and_durations_match_the_source() {
    for (project, facts) in each() {
        assert_eq!(
            project.start.unwrap().to_string(),
            facts.start,
            "{}",
            facts.id
        );
        assert_eq!(project.end.unwrap().to_string(), facts.end, "{}", facts.id);
        assert_eq!(project.duration.as_deref(), facts.duration, "{}", facts.id);
    }
}

#[test]
fn countries_are_named_as_in_the_source() {
    for (project, facts) in each() {
        let named = project.countries.iter().map(|mention| {
            let name = mention
                .name
                .as_deref()
                .or_else(|| country::name(mention.code));
            (
                mention.code.to_string(),
                name.unwrap_or_default().to_owned(),
            )
        });
        let expected = facts
            .countries
            .iter()
            .map(|(code, name)| ((*code).to_owned(), (*name).to_owned()));
        assert_eq!(
            named.collect::<Vec<_>>(),
            expected.collect::<Vec<_>>(),
            "{}",
            facts.id
        );
    }
}

#[test]
fn organisations_match_the_source_in_each_role() {
    for (project, facts) in each() {
        assert_eq!(
            all_written(&project.implementing),
            facts.implementing,
            "{}",
            facts.id
        );
        assert_eq!(all_written(&project.donors), facts.donors, "{}", facts.id);
        assert_eq!(
            all_written(&project.partners),
            facts.partners,
            "{}",
            facts.id
        );
    }
}

#[test]
fn documents_links_and_related_projects_match_the_source() {
    for (project, facts) in each() {
        assert_eq!(titles(&project.documents), facts.documents, "{}", facts.id);
        assert_eq!(titles(&project.links).len(), facts.links, "{}", facts.id);
        assert_eq!(project.related.len(), facts.related.len(), "{}", facts.id);
        for (related, (expected, relation)) in project.related.iter().zip(facts.related) {
            let parts = [&related.acronym, &related.donor, &related.period];
            let parts = parts.map(|part| {
                part.as_deref()
                    .map_or(String::new(), |part| format!(" {part}"))
            });
            assert_eq!(
                format!("{} |{}", related.title, parts.join(" |")),
                *expected
            );
            assert!(
                related
                    .relation
                    .as_ref()
                    .is_some_and(|stated| stated.as_str().contains(relation))
            );
        }
    }
}

#[test]
fn the_prose_keeps_every_bullet_point_and_fact() {
    for (project, facts) in each() {
        let objective = project.objective.clone().unwrap();
        let points = objective
            .lines()
            .filter(|line| line.starts_with("- "))
            .count();
        assert_eq!(points, facts.objective_points, "{}", facts.id);
        assert_eq!(project.summary.is_some(), facts.has_summary, "{}", facts.id);
        let prose = prose(&project);
        for word in facts.words {
            assert!(
                prose.contains(word),
                "{} does not mention “{word}”",
                facts.id
            );
        }
    }
}

#[test]
fn every_project_has_one_to_three_themes_from_a_fixed_list() {
    let list = BTreeSet::from([
        "Children",
        "Identification, referral and protection",
        "Labour exploitation",
        "Law enforcement and prosecution",
        "Policy and national action plans",
        "Prevention",
        "Research and assessment",
        "Transnational cooperation",
    ]);
    let mut used = BTreeSet::new();
    for project in bundled().projects {
        assert!((1..=3).contains(&project.themes.len()), "{}", project.id);
        used.extend(project.themes);
    }
    assert!(used.iter().map(String::as_str).eq(list));
}

#[test]
fn six_projects_mention_twenty_countries_25_times_and_name_five_donors() {
    let projects = bundled().projects;
    assert_eq!(projects.len(), 6);
    let pairs: Vec<_> = projects
        .iter()
        .flat_map(|project| &project.countries)
        .collect();
    assert_eq!(pairs.len(), 25);
    assert_eq!(
        pairs
            .iter()
            .map(|mention| mention.code)
            .collect::<BTreeSet<_>>()
            .len(),
        20
    );
    let donors: Vec<_> = projects
        .iter()
        .flat_map(|project| &project.donors)
        .collect();
    assert_eq!(
        donors
            .iter()
            .map(|donor| &donor.name)
            .collect::<BTreeSet<_>>()
            .len(),
        5
    );
    assert_eq!(
        donors
            .iter()
            .filter(|donor| donor.name == "European Union")
            .count(),
        4
    );
}

#[test]
fn a_written_file_reads_back_equal() {
    let portfolio = bundled();
    let written = serde_json::to_string_pretty(&portfolio).unwrap();
    let reading = portfolio::read(written.as_bytes());
    assert_eq!(reading.findings, []);
    assert_eq!(reading.portfolio, Some(portfolio));
}
