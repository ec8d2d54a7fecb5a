// SPDX-License-Identifier: Apache-2.0

//! The broker's rules: their tests pass, they fit the hardware, and an order takes its cycles.
//! Aliases change nothing in the rules of release 0.1.0.

use engine::build::Build;
use engine::image::encode;
use engine::isa::Opcode;
use engine::program::{FrameKind, Program};
use rulec::source::{LoadError, Loaded, Loader, Parsed, parse_sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use testkit::pages::{Example, Expected};

const RULES: &str = include_str!("../../rules/broker.rules");
const OWNERS: &str = include_str!("../../rules/broker_owners.rules");
const FROZEN: &str = include_str!("../../scenarios/broker-0.1.0/scenario.rules");

fn program(text: &str) -> Program {
    let (program, diagnostics) = rulec::compile(text);
    program.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

/// The folder `rules`.
struct Folder;

impl Loader for Folder {
    fn load(&mut self, path: &str, _: usize) -> Result<Loaded, LoadError> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
        let text = std::fs::read_to_string(folder.join(path))
            .map_err(|error| LoadError::Unreadable(error.to_string()))?;
        Ok(Loaded::new(path, &text))
    }
}

fn parsed(path: &str, text: &str) -> Parsed {
    parse_sources(Loaded::new(path, text), &mut Folder)
}

#[test]
fn their_tests_pass_on_both_executors() {
    for (path, text) in [("broker.rules", RULES), ("broker_owners.rules", OWNERS)] {
        let example = Example {
            place: path.to_owned(),
            text: text.to_owned(),
            first_line: 0,
            files: BTreeMap::from([("broker.rules".to_owned(), RULES.to_owned())]),
            expected: Expected::Accepted,
        };
        assert_eq!(example.check(), Ok(()), "{path}");
    }
}

#[test]
fn they_compile_without_a_warning() {
    for (path, text) in [("broker.rules", RULES), ("broker_owners.rules", OWNERS)] {
        let (_, reports) = rulec::compile_sources(vec![parsed(path, text)]);
        assert!(reports[0].diagnostics.is_empty(), "{path}: {:?}", reports[0].diagnostics);
        assert!(!reports[0].tests.is_empty(), "{path}");
    }
}

#[test]
fn each_rule_says_what_it_is() {
    let (programs, _) = rulec::compile_sources(vec![parsed("broker_owners.rules", OWNERS)]);
    let program = programs.and_then(|mut programs| programs.pop()).expect("it compiles");
    let mut ids = BTreeSet::new();
    for rule in &program.rules {
        let attributes = &rule.attributes;
        assert!(attributes.text.is_some() && attributes.text_en.is_some(), "{}", rule.name);
        assert!(attributes.source.is_some(), "{}", rule.name);
        assert!(ids.insert(attributes.id.clone().expect("it has an id")), "{}", rule.name);
    }
}

#[test]
fn they_run_on_the_hardware() {
    let (programs, reports) =
        rulec::compile_for(vec![parsed("broker.rules", RULES)], &Build::DEFAULT);
    assert!(programs.is_some(), "{:?}", reports[0].diagnostics);
}

/// Verdict, next message and commit of a message, in cycles.
fn cycles(program: &Program, message: &str) -> [u16; 3] {
    let index = usize::from(program.message(message).expect("the message is declared").0);
    let transaction = &program.transactions[index];
    let next = engine::overlap::releases(program)[index].cycles;
    [transaction.verdict_cycles, next, transaction.commit_cycles]
}

/// The cycles of each message, which `docs/src/broker.md` has beside those of release 0.1.0.
#[test]
fn each_message_takes_its_cycles() {
    let (now, frozen) = (program(RULES), program(FROZEN));
    let page = include_str!("../../docs/src/broker.md");
    for (message, expected) in [
        ("trade_order", [26, 31, 40]),
        ("fill", [70, 84, 91]),
        ("exchange_reject", [32, 46, 53]),
        ("cancel", [33, 47, 54]),
        ("replace", [41, 54, 63]),
        ("bust", [40, 43, 43]),
        ("correct", [72, 75, 75]),
    ] {
        assert_eq!(cycles(&now, message), expected, "{message}");
        let cell = |cycles: u16| format!("{cycles} |");
        let before = match frozen.message(message) {
            Some(_) => cycles(&frozen, message).map(cell).join(" "),
            None => "| | |".to_owned(),
        };
        let row = format!("| {before} {}", expected.map(cell).join(" "));
        let mut rows = page.lines().filter(|line| line.starts_with(&format!("| `{message}`")));
        assert!(rows.any(|line| line.ends_with(&row)), "no row ends with `{row}`");
    }
}

/// A row that an upsert inserts or overwrites enters its group once, and the row that was there
/// leaves none, because a live order is never overwritten.
#[test]
fn an_order_is_folded_once() {
    let program = program(RULES);
    let order = FrameKind::Message(program.message("trade_order").expect("it is declared"));
    let mut opcodes: Vec<Opcode> = program.transactions[program.transaction_index(order)]
        .instructions
        .iter()
        .map(|i| i.opcode)
        .collect();
    opcodes.retain(|opcode| matches!(opcode, Opcode::Fold | Opcode::Open | Opcode::Close));
    assert_eq!(opcodes, [Opcode::Open, Opcode::Fold, Opcode::Fold, Opcode::Fold]);
}

/// The rules with each row of `order_log o` named by its table, or not at all.
fn without_aliases() -> String {
    let mut text =
        FROZEN.replace("order_log o\n", "order_log\n").replace("order_log o ", "order_log ");
    for before in [" ", "("] {
        text = text.replace(&format!("{before}o."), before);
    }
    text
}

#[test]
fn aliases_change_nothing() {
    let text = without_aliases();
    assert_ne!(text, FROZEN);
    assert!(!text.contains(" o "), "an alias is left");
    assert_eq!(encode(&program(&text)), encode(&program(FROZEN)));
}
