//! The status of a project as people write it.

use atlas_engine::portfolio::Status;
use atlas_engine::text::words;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The longest text that is read as a status, in bytes.
const MAX_BYTES: usize = 200;

/// The words of each status, by the words joined by spaces.
static TABLE: LazyLock<HashMap<String, Status>> = LazyLock::new(|| {
    let rows = include_str!("statuses.tsv").lines();
    let rows = rows.filter_map(|row| row.split_once('\t'));
    let named = rows.filter_map(|(key, words)| Some((Status::parse(key)?, words)));
    let each = named.flat_map(|(status, names)| names.split(", ").map(move |name| (name, status)));
    each.map(|(name, status)| (joined(name), status)).collect()
});

/// Words that say nothing of a status.
const AROUND: [&str; 40] = [
    "activity",
    "actividad",
    "activite",
    "aktivitat",
    "attivita",
    "das",
    "der",
    "el",
    "est",
    "estado",
    "etat",
    "he",
    "is",
    "ist",
    "l",
    "la",
    "le",
    "now",
    "phase",
    "fase",
    "proekt",
    "progetto",
    "project",
    "projects",
    "projekt",
    "projekti",
    "projektas",
    "projet",
    "projeto",
    "proyecto",
    "stage",
    "state",
    "status",
    "statut",
    "the",
    "проект",
    "проекта",
    "проектот",
    "статус",
    "المشروع",
];

/// Reads a status: words of any supported language, or an IATI code, which is the whole text. `None` if it is
/// none, or says several.
pub(crate) fn parse(text: &str) -> Option<Status> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    if let Some(status) = of_iati_code(text).or_else(|| of_words(text)) {
        return Some(status);
    }
    // “En cours / Ongoing”, “2 – Implementation”
    let parts = text.split([
        '/', '|', '(', ')', '[', ']', ';', '–', '—', ':', '\n', '-', ',', '.',
    ]);
    let mut statuses = parts.filter(|part| has_letters(part)).map(of_words);
    let first = statuses.next()??;
    statuses
        .all(|status| status == Some(first))
        .then_some(first)
}

/// The codelist `ActivityStatus` of IATI.
fn of_iati_code(text: &str) -> Option<Status> {
    Some(match text {
        "1" => Status::Planned,
        "2" => Status::Ongoing,
        "3" | "4" => Status::Completed,
        "5" => Status::Cancelled,
        "6" => Status::Suspended,
        _ => return None,
    })
}

fn has_letters(part: &str) -> bool {
    part.chars().any(char::is_alphabetic)
}

fn of_words(text: &str) -> Option<Status> {
    let whole = joined(text);
    if let Some(status) = TABLE.get(&whole) {
        return Some(*status);
    }
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let telling = whole
        .split(' ')
        .filter(|word| !AROUND.contains(word) && !is_number(word));
    TABLE.get(&telling.collect::<Vec<_>>().join(" ")).copied()
}

fn joined(text: &str) -> String {
    let words: Vec<String> = words(text).map(|word| word.folded).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_status_is_read_in_every_language() {
        for (expected, texts) in [
            (
                Status::Planned,
                "planned|Pipeline|Pipeline/identification|PLANNED|geplant|Prévu|à venir|previsto|в подготовка|планирано|مخطط|planowany|plánováno|tervezett|1",
            ),
            (
                Status::Ongoing,
                "ongoing|On-going|Active|In progress|Implementation|2 - Implementation|En cours|En cours / Ongoing|laufend|Läuft|in corso|w trakcie|W trakcie realizacji|в процес|во тек|جاري|قيد التنفيذ|en ejecución|σε εξέλιξη|În curs|käynnissä|pågående|folyamatban|Status: ongoing|Project is ongoing|EN COURS|2",
            ),
            (
                Status::Completed,
                "completed|Closed|Finished|Completion|Post-completion|Finalisation|abgeschlossen|Terminé|TERMINÉE|finalizado|concluído|zakończony|завршен|завършен|завершён|مكتمل|ukončeno|avsluttet|Completed (2014)|Project completed|lezárt|3|4",
            ),
            (
                Status::Suspended,
                "suspended|On hold|ausgesetzt|suspendu|sospeso|zawieszony|суспендиран|معلق|6",
            ),
            (
                Status::Cancelled,
                "cancelled|Canceled|terminated|abgebrochen|annulé|cancelado|anulowany|откажан|ملغى|zrušeno|5",
            ),
        ] {
            for text in texts.split('|') {
                assert_eq!(parse(text), Some(expected), "{text}");
            }
        }
    }

    #[test]
    fn what_says_no_status_or_several_is_none() {
        for text in [
            "",
            " ",
            "-",
            "0",
            "7",
            "12",
            "2.0",
            "yes",
            "not completed",
            "nicht abgeschlossen",
            "ongoing or completed",
            "ongoing / completed",
            "Wells",
            "2014",
            "status",
            "Closed loop recycling",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_is_one_status() {
        let mut seen = HashMap::new();
        for row in include_str!("statuses.tsv")
            .lines()
            .filter(|row| !row.starts_with('#'))
        {
            let (key, names) = row.split_once('\t').unwrap();
            let status = Status::parse(key).unwrap();
            for name in names.split(", ") {
                let before = seen.insert(joined(name), status);
                assert!(before.is_none_or(|before| before == status), "{name}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,60}") {
            parse(&text);
        }
    }
}
