//! Any bytes are read: nothing panics, memory is bounded by the size of the input, and what was read can be
//! written in each format and read again.
//!
//! `cargo test` tries each format for half a second; `cargo xtask fuzz` as long as its caller asks for.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "fuzz/changes.rs"]
mod changes;
#[path = "fuzz/seeds.rs"]
mod seeds;

use atlas_engine::portfolio::Project;
use atlas_formats::encoding::NativeDecoder;
use atlas_formats::finding::CODES;
use atlas_formats::write::{Selection, Target, write};
use atlas_formats::{Format, Options, Reading, Severity, read_with};
use bolero::check;
use changes::Change;
use peak_alloc::PeakAlloc;
use std::fs;
use std::panic::{catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Memory is measured for the whole program, so one input is read at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// How long each format is tried, unless `BOLERO_RANDOM_TEST_TIME_MS` says something else.
const SHORTLY: Duration = Duration::from_millis(500);

/// How much memory a reading may take: this many times its input, for each project its parts and the list that it
/// is collected in, and what columns and findings may take, of which there is a largest number. The smallest
/// workbook may also claim 16 MiB of cells.
const MEMORY_RATIO: usize = 20;
const MEMORY_OF_PROJECT: usize = 5 * size_of::<Project>();
const MEMORY_OF_TEXT: usize = 16 << 20;
const MEMORY_OF_WORKBOOK: usize = 64 << 20;

/// How many projects are written again: a workbook may repeat a row many times.
const WRITTEN: usize = 20;

fn read(bytes: &[u8], format: Option<Format>) -> Reading {
    let options = Options {
        format,
        with_contacts: true,
        ..Options::default()
    };
    read_with(bytes, &options, &NativeDecoder)
}

/// Checks an input, and keeps one that fails: the last is the smallest that was found.
fn check_reading(bytes: &[u8], format: Option<Format>) {
    if let Err(panic) = catch_unwind(|| check_one(bytes, format)) {
        let name = format.map_or("any", Format::name);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-failure-{name}"));
        fs::write(&path, bytes).unwrap();
        println!("the input is in {}", path.display());
        resume_unwind(panic);
    }
}

fn check_one(bytes: &[u8], format: Option<Format>) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    // What is loaded once, when these are read, is not counted.
    seeds::all();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let reading = read(bytes, format);
    let taken = MEMORY.peak_usage().saturating_sub(before);
    let constant = match reading.format {
        Some(Format::Xlsx | Format::Ods) => MEMORY_OF_WORKBOOK,
        _ => MEMORY_OF_TEXT,
    };
    let projects = reading.portfolio.as_ref().map_or(0, |it| it.projects.len());
    let most = MEMORY_RATIO * bytes.len() + MEMORY_OF_PROJECT * projects + constant;
    assert!(
        taken <= most,
        "{taken} bytes for {} and {projects} projects",
        bytes.len()
    );
    check_findings(&reading);
    let Some(mut list) = reading.portfolio else {
        return;
    };
    list.projects.truncate(WRITTEN);
    // One format an input: all of them take five times as long as what is tried here.
    let target = Target::ALL[bytes.len() % Target::ALL.len()];
    let written = write(&list, target, &Selection::default());
    let again = read(&written.bytes, None).portfolio;
    let again = again.map_or(0, |it| it.projects.len());
    assert_eq!(again, list.projects.len(), "{target:?}");
}

fn check_findings(reading: &Reading) {
    let kept = reading.findings.kept();
    assert!(kept.len() <= CODES.len() * 1_000);
    for finding in kept.iter().take(1_000) {
        let length = finding.message.len() + finding.help.as_deref().map_or(0, str::len);
        assert!(length < 20_000, "{length} bytes: {:.500}", finding.message);
        assert!(
            CODES.iter().any(|(code, _)| *code == finding.code),
            "{}",
            finding.code
        );
    }
    let has_reason = reading.portfolio.is_some() || reading.findings.count(Severity::Error) > 0;
    assert!(has_reason, "nothing was read, and no error says why");
}

#[test]
fn any_bytes_are_read_as_any_format() {
    check!()
        .with_test_time(SHORTLY)
        .with_type::<(u8, Vec<u8>)>()
        .for_each(|(format, bytes)| {
            let format = Format::ALL.get(usize::from(*format) % (Format::ALL.len() + 1));
            check_reading(bytes, format.copied());
        });
}

/// Changes the samples and the faulty files of a format.
fn check_changed(format: Format) {
    let seeds = seeds::all().iter().filter(|it| it.format == format);
    let seeds: Vec<_> = seeds.collect();
    assert!(!seeds.is_empty());
    for seed in &seeds {
        check_reading(&seed.bytes, None);
    }
    check!()
        .with_test_time(SHORTLY)
        .with_type::<(u8, bool, Vec<Change>)>()
        .for_each(move |(seed, is_stated, changes)| {
            let seed = &seeds[usize::from(*seed) % seeds.len()];
            let changed = seed.changed(changes);
            check_reading(&changed, is_stated.then_some(format));
        });
}

macro_rules! changed_files {
    ($($name:ident: $format:ident,)*) => {
        $(#[test]
        fn $name() {
            check_changed(Format::$format);
        })*

        #[test]
        fn every_format_is_tried() {
            assert_eq!(Format::ALL.len(), [$(Format::$format),*].len());
        }
    };
}

changed_files! {
    changed_portfolios_are_read: Portfolio,
    changed_csv_is_read: Csv,
    changed_xlsx_is_read: Xlsx,
    changed_ods_is_read: Ods,
    changed_iati_is_read: Iati,
    changed_geojson_is_read: Geojson,
    changed_grants_are_read: ThreeSixtyGiving,
    changed_texts_are_read: Text,
}
