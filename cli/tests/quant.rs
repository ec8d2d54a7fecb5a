// SPDX-License-Identifier: Apache-2.0

//! Rules as a quant would write them in PostgreSQL's manner, on the reference interpreter, on the
//! twin and, where the hardware has a place for them, on the emitted Verilog. They are not part of
//! the project; they are used if they lie beside it.

use engine::build::Build;
use engine::executor::Executor;
use engine::reference::Reference;
use engine::twin::Twin;
use sim::rtl::Rtl;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use testkit::beside::beside;
use testkit::kernels;
use testkit::scenarios::Scenario;

/// The cases that the hardware can hold.
const ON_RTL: [&str; 10] = [
    "02_price_collar_lpp",
    "04_daily_limit",
    "07_sliding_rate_1s",
    "09_order_to_trade",
    "18_kill_switch",
    "41_reject_storm",
    "42_soft_limit",
    "47_shared_rule",
    "m4_window_ns",
    "s13_const_overflow",
];
/// What most cases need that the hardware refuses.
const WIDE: &str = "DECIMAL arithmetic of more than 64 bits";
/// What the others need.
const SCAN: &str = "a scan";
/// The cases that the hardware refuses, and the construct that the refusal names.
const NOT_ON_RTL: [(&str, &str); 15] = [
    ("08_token_bucket", WIDE),
    ("12_self_match_smp", SCAN),
    ("14_t_plus_1", SCAN),
    ("16_restricted_list", SCAN),
    ("19_sessions", SCAN),
    ("21_option_greeks", SCAN),
    ("31_prefix_permission", "`like`"),
    ("33_pull_push", SCAN),
    ("35_spoof_layers", "`count(distinct)`"),
    ("37_top5", SCAN),
    ("38_ucits_5_10_40", SCAN),
    ("49b_funds_int8", WIDE),
    ("m1_rich_account", WIDE),
    ("m2_fx", WIDE),
    ("m3_avg_int8", WIDE),
];

/// The folder with the cases, beside the project.
const CASES: &str = "shared/cases/quant";

/// A case as a scenario.
fn case(folder: &Path) -> Scenario {
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("the case is complete");
    let name = folder.file_name().and_then(|name| name.to_str()).expect("the names are text");
    Scenario {
        name: name.to_owned(),
        folder: folder.to_owned(),
        rules: read("natural.rules"),
        is_of_broker: false,
        verdicts: read("expected.csv"),
        tables: BTreeMap::new(),
    }
}

/// The columns verdict, rule and reason of each line of a verdicts file.
fn verdicts(text: &str) -> Vec<[&str; 3]> {
    let (head, lines) = text.split_once('\n').expect("it has a header");
    let columns = ["verdict", "rule", "reason"].map(|name| {
        let mut names = head.trim_end().split(',');
        names.position(|column| column == name).expect("it has the column")
    });
    fn cell(line: &str, index: usize) -> &str {
        line.split(',').nth(index).expect("every line has all columns")
    }
    lines.lines().map(|line| columns.map(|index| cell(line, index))).collect()
}

/// Runs a case. Every verdict meets the expectation `?`. A `reject` with an empty rule and an empty
/// reason expects a reject of any kind.
fn assert_expected(case: &Scenario, executor: &mut dyn Executor, engine: &str) {
    let outcome = case.run(executor, usize::MAX);
    let (found, expected) = (verdicts(&outcome.verdicts), verdicts(&case.verdicts));
    assert_eq!(found.len(), expected.len(), "{}, {engine}: the number of verdicts", case.name);
    for (event, (found, expected)) in (1..).zip(found.iter().zip(&expected)) {
        let is_expected = match expected {
            ["?", ..] => true,
            ["reject", "", ""] => found[0] == "reject",
            _ => found == expected,
        };
        assert!(is_expected, "{}, {engine}, event {event}: {found:?}, not {expected:?}", case.name);
    }
}

#[test]
fn reference_and_twin_give_the_expected_verdicts() {
    let Some(cases) = beside(CASES) else { return };
    for name in ON_RTL.into_iter().chain(NOT_ON_RTL.map(|(name, _)| name)) {
        let case = case(&cases.join(name));
        let program = Arc::new(case.program());
        let mut reference = Reference::new(Arc::clone(&program)).expect("the program is valid");
        assert_expected(&case, &mut reference, "reference");
        assert_expected(&case, &mut Twin::new(program).expect("the program is valid"), "twin");
    }
}

#[test]
fn the_rtl_gives_the_expected_verdicts() {
    let Some(cases) = beside(CASES) else { return };
    let build = Build::DEFAULT;
    kernels::run("cases of quants on the RTL", &hdl::core("core", &build), |kernel| {
        for name in ON_RTL {
            let case = case(&cases.join(name));
            let program = Arc::new(case.program().for_hardware());
            let mut rtl = Rtl::new(kernel, build, program).expect("the program fits the build");
            assert_expected(&case, &mut rtl, "RTL");
        }
    });
}

#[test]
fn what_the_hardware_lacks_is_refused_by_name() {
    let Some(cases) = beside(CASES) else { return };
    let data = tempfile::tempdir().expect("there is room for temporary files");
    for (name, construct) in NOT_ON_RTL {
        let path = |file: &str| cases.join(name).join(file).display().to_string();
        let (rules, events) = (path("natural.rules"), path("events.csv"));
        let data = data.path().display().to_string();
        let output = Command::new(env!("CARGO_BIN_EXE_riskgate"))
            .args(["run", &rules, "--data", &data, "--events", &events, "--engine", "rtl"])
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{name}: {said}");
        assert!(said.contains("natural.rules:"), "{name}: {said}");
        assert!(said.contains(construct), "{name}: {said}");
    }
}
