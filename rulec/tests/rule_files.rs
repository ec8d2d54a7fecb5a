// SPDX-License-Identifier: Apache-2.0

//! The rule files in `rules/` and `rules/public/`: no small change of a rule passes all tests of
//! its file. Those that share `rules/common` compile without a warning, their tests pass on both
//! executors, and no build of the hardware runs them.

use engine::build::Build;
use engine::isa::Opcode;
use engine::program::Program;
use engine::rule::Attributes;
use engine::schema::TableDef;
use rulec::Report;
use rulec::mutate::{Change, Mutant, mutants};
use rulec::source::{LoadError, Loaded, Loader, Parsed, parse_sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use testkit::pages::{Example, Expected, run_tests_on_reference};

const FILES: [&str; 3] = ["flow_control", "abnormal", "limits"];
/// Parameters whose declared values no test can reach with few rows; the tests set smaller ones.
const SET_BY_TESTS: [&str; 6] = [
    "account_second_max",
    "account_minute_max",
    "account_minute_warn",
    "session_second_max",
    "cancel_second_max",
    "a_second",
];
/// Mutants that give the same verdicts, with what precedes the end of the change.
const EQUIVALENT: [(&str, &str, &str); 10] = [
    // Time that goes neither forth nor back adds no token.
    ("tokens", "`>` becomes `>=`", ""),
    // Without a type, 1 is as good as 0: both are types.
    ("well_formed", "0 becomes 1", "coalesce(trade_order.order_type, 0"),
    ("market_allowed", "0 becomes -1", "coalesce(trade_order.order_type, 0"),
    // A quantity or a value is positive, as an earlier rule demands, and so above 0 and above -1.
    ("holdings", "0 becomes -1", "trade_order.ticket_id), 0"),
    ("notional_limit", "0 becomes -1", "trade_order.ticket_id), 0"),
    ("replace_notional_limit", "0 becomes -1", "replace.order_id)), 0"),
    ("no_short_sale", "0 becomes -1", "buy_in_offering.symbol), 0"),
    // The largest of 50 and something smaller.
    ("required", "0 becomes 1", "house_percent, 0"),
    ("required", "0 becomes -1", "house_percent, 0"),
    // One dollar is a multiple of both increments.
    ("increment", "`>=` becomes `>`", "new_order.price >= 1"),
];
const COMMON: &str = "common/market.rules";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules")
}

fn text(path: &str) -> String {
    fs::read_to_string(folder().join(path)).expect("a rule file is text")
}

/// The folder `rules`.
struct Folder;

impl Loader for Folder {
    fn load(&mut self, path: &str, _: usize) -> Result<Loaded, LoadError> {
        Ok(Loaded::new(path, &text(path)))
    }
}

fn parsed(name: &str) -> Parsed {
    let path = format!("{name}.rules");
    parse_sources(Loaded::new(&path, &text(&path)), &mut Folder)
}

fn compile(parsed: Parsed) -> (Option<Program>, Report) {
    let (programs, mut reports) = rulec::compile_sources(vec![parsed]);
    (programs.and_then(|mut programs| programs.pop()), reports.remove(0))
}

#[test]
fn their_tests_pass_on_both_executors() {
    for name in FILES {
        let example = Example {
            place: name.to_owned(),
            text: text(&format!("{name}.rules")),
            first_line: 0,
            files: BTreeMap::from([(COMMON.to_owned(), text(COMMON))]),
            expected: Expected::Accepted,
        };
        assert_eq!(example.check(), Ok(()));
    }
}

#[test]
fn no_build_of_the_hardware_runs_them_as_their_heads_say() {
    for name in FILES {
        let text = text(&format!("{name}.rules"));
        let words: Vec<&str> = text.split_whitespace().collect();
        let head =
            "Runs on the software engines, reference and twin. No build of the hardware runs it";
        assert!(words.join(" ").contains(head), "{name}");
        for build in [Build::DEFAULT, Build::SMALL] {
            assert!(rulec::compile_for(vec![parsed(name)], &build).0.is_none(), "{name}");
        }
    }
}

#[test]
fn each_rule_says_what_it_is_and_where_it_comes_from() {
    let mut ids = BTreeMap::new();
    for name in FILES {
        let program = compile(parsed(name)).0.expect("it compiles");
        for rule in &program.rules {
            let attributes = &rule.attributes;
            let texts = [&attributes.text, &attributes.text_en, &attributes.source];
            assert!(texts.iter().all(|text| text.is_some()), "{name}: {}", rule.name);
            let id = attributes.id.clone().expect("a rule has an id");
            let other = ids.insert(id, rule.name.clone());
            assert!(other.is_none_or(|other| other == rule.name), "{name}: {}", rule.name);
        }
    }
}

/// The mutants of a file, those of the files that it includes among them, that pass all its tests,
/// and how many mutants it has.
fn survivors(name: &str) -> (Vec<String>, usize) {
    let parsed = parsed(name);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let mut all = mutants(&parsed.file);
    all.retain(|mutant| {
        let (source, span) = parsed.sources.locate(mutant.span);
        let before = &source.text[..span.end as usize];
        let is_equivalent = EQUIVALENT.iter().any(|(name, text, end)| {
            *name == mutant.name && *text == mutant.text && before.ends_with(end)
        });
        !SET_BY_TESTS.contains(&mutant.name.as_str()) && !is_equivalent
    });
    let next = AtomicUsize::new(0);
    let survivors_of_worker = || {
        let mut found = Vec::new();
        while let Some(mutant) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Some(survivor) = survives(mutant, &parsed) {
                found.push(survivor);
            }
        }
        found
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let found = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(survivors_of_worker)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("it ends")).collect()
    });
    (found, all.len())
}

/// What a mutant changes, if all tests of its file pass. One that does not compile is noticed.
fn survives(mutant: &Mutant, original: &Parsed) -> Option<String> {
    let mutated = Parsed { file: mutant.apply(&original.file), ..original.clone() };
    let (program, report) = compile(mutated);
    run_tests_on_reference(&Arc::new(program?), &report.tests).ok()?;
    let (file, line, _) = report.sources.position(mutant.span);
    Some(format!("{file}:{line}: {}: {}", mutant.name, mutant.text))
}

fn assert_no_survivor(name: &str) {
    let (survivors, total) = survivors(name);
    println!("{name}: {total} mutants");
    assert!(survivors.is_empty(), "{name}, of {total}:\n{}", survivors.join("\n"));
}

#[test]
fn no_mutant_of_flow_control_passes_its_tests() {
    assert_no_survivor("flow_control");
}

#[test]
fn no_mutant_of_abnormal_passes_its_tests() {
    assert_no_survivor("abnormal");
}

#[test]
fn no_mutant_of_limits_passes_its_tests() {
    assert_no_survivor("limits");
}

#[test]
fn no_mutant_of_broker_passes_its_tests() {
    assert_no_survivor("broker");
}

#[test]
fn no_mutant_of_broker_owners_passes_its_tests() {
    assert_no_survivor("broker_owners");
}

#[test]
fn no_mutant_of_a_public_rule_passes_its_tests() {
    for entry in fs::read_dir(folder().join("public")).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        assert_no_survivor(&format!("public/{name}"));
    }
}

#[test]
fn every_rule_has_mutants() {
    for name in FILES.into_iter().chain(["broker", "broker_owners"]) {
        let parsed = parsed(name);
        let names: BTreeSet<String> =
            mutants(&parsed.file).into_iter().map(|mutant| mutant.name).collect();
        let program = compile(parsed).0.expect("it compiles");
        assert!(program.rules.iter().all(|rule| names.contains(&rule.name)), "{name}");
    }
}

/// A file in which every rule but one, or every rule, is dropped.
fn with_one_rule(parsed: &Parsed, kept: Option<&str>) -> Program {
    let mut file = parsed.file.clone();
    for mutant in mutants(&parsed.file) {
        if mutant.change == Change::Dropped && Some(mutant.name.as_str()) != kept {
            file = mutant.apply(&file);
        }
    }
    compile(Parsed { file, ..parsed.clone() }).0.expect("it compiles")
}

/// How a rule finds its rows, and the cycles of its scans, from a program with this rule alone and
/// one without any.
fn way(alone: &Program, none: &Program, rule: &str) -> (&'static str, u32) {
    let message = alone.rules.iter().find(|other| other.name == rule).map(|rule| rule.message);
    let message = message.expect("the rule is in the program");
    let transaction = &alone.transactions[usize::from(message.0)];
    let scans = transaction.instructions.iter().filter(|one| one.opcode == Opcode::Scan);
    let cycles = scans.map(|scan| u32::from(scan.operands[3].index)).sum();
    let kept = |program: &Program| program.tables.iter().filter(|table| !is_list(table)).count();
    match (kept(alone) > kept(none), cycles > 0) {
        (false, false) => ("lookup", cycles),
        (true, false) => ("maintained", cycles),
        (false, true) => ("scan", cycles),
        (true, true) => ("maintained and scan", cycles),
    }
}

fn is_list(table: &TableDef) -> bool {
    table.hidden.as_ref().is_some_and(|hidden| hidden.list.is_some())
}

#[test]
fn the_page_lists_every_rule() {
    let page = text("../docs/src/rule-files.md");
    let mut ids = BTreeSet::new();
    let mut table = String::new();
    for name in FILES {
        let parsed = parsed(name);
        let none = with_one_rule(&parsed, None);
        for rule in &none.rules {
            let Attributes { id: Some(id), text_en: Some(text), .. } = &rule.attributes else {
                panic!("{} has no id or no text", rule.name);
            };
            if ids.insert(id.clone()) {
                let alone = with_one_rule(&parsed, Some(&rule.name));
                let (way, cycles) = way(&alone, &none, &rule.name);
                let cycles = if cycles == 0 { String::new() } else { cycles.to_string() };
                let name = &rule.name;
                let _ = writeln!(table, "| {id} | `{name}` | {text} | {way} | {cycles} |");
            }
        }
    }
    let missing: Vec<&str> = table.lines().filter(|line| !page.contains(line)).collect();
    assert!(missing.is_empty(), "{}\nof\n{table}", missing.join("\n"));
    let rows =
        page.lines().filter(|line| ids.iter().any(|id| line.starts_with(&format!("| {id} "))));
    assert_eq!(rows.count(), ids.len());
}

#[test]
fn the_page_has_the_cycles_of_every_message() {
    let page = text("../docs/src/rule-files.md");
    let mut table: BTreeMap<String, [String; FILES.len()]> = BTreeMap::new();
    for (file, name) in FILES.iter().enumerate() {
        let program = compile(parsed(name)).0.expect("it compiles");
        let declared = program.messages.iter().zip(&program.transactions);
        for (message, transaction) in
            declared.filter(|(message, _)| !message.name.contains(['.', '$']))
        {
            let cycles = transaction.verdict_cycles.to_string();
            table.entry(message.name.clone()).or_default()[file] = cycles;
        }
    }
    let rows = table.iter().map(|(name, cycles)| format!("| `{name}` | {} |", cycles.join(" | ")));
    let rows: Vec<String> = rows.collect();
    assert!(rows.iter().all(|row| page.contains(row)), "{}", rows.join("\n"));
}
