// SPDX-License-Identifier: Apache-2.0

//! Every folder in `scenarios/` on the reference interpreter, on the twin and on the emitted
//! Verilog.

use engine::build::Build;
use engine::microcode;
use engine::overlap;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use sim::rtl::Rtl;
use std::sync::Arc;
use testkit::kernels;
use testkit::scenarios::Scenario;

/// Rows of each table on the RTL. No scenario needs more within its first events. A unit of
/// [`Build::SMALL`] holds 512 groups: one for each row, and one that opens before another closes.
const RTL_ROWS_MAX: u32 = 511;
/// Events of one scenario that run on the RTL.
const RTL_EVENTS_MAX: usize = 400;
/// Scenarios whose rules do not fit the hardware. Their README says why.
const NOT_ON_RTL: [&str; 2] = ["min-max-at-type-bounds", "times-of-day"];

#[test]
fn reference_and_twin_give_the_expected_verdicts_and_tables() {
    let scenarios = Scenario::all();
    assert!(scenarios.len() > 25, "only {} scenarios", scenarios.len());
    for scenario in scenarios {
        let program = Arc::new(scenario.program());
        let mut reference = Reference::new(Arc::clone(&program)).expect("the program is valid");
        let mut twin = Twin::new(program).expect("the program is valid");
        let outcome = scenario.run(&mut reference, usize::MAX);
        scenario.assert_expected(&outcome, "reference");
        let of_twin = scenario.run(&mut twin, usize::MAX);
        scenario.assert_expected(&of_twin, "twin");
        assert!(outcome == of_twin, "scenario {}: reference and twin differ", scenario.name);
    }
}

/// The tables are made smaller than the rules state, so that one small model runs all scenarios.
#[test]
fn the_rtl_gives_the_same_verdicts_and_tables() {
    let build = Build::SMALL;
    let core = hdl::core(hdl::SMALL_CORE, &build);
    kernels::run("scenarios on the RTL", &core, |kernel| {
        let mut left_out = Vec::new();
        for scenario in Scenario::all() {
            let program = Arc::new(scenario.program_of_rows(RTL_ROWS_MAX).for_hardware());
            if microcode::load(&program, 0, &build).is_err() {
                left_out.push(scenario.name.clone());
                continue;
            }
            let mut twin = Twin::new(Arc::clone(&program)).expect("the program is valid");
            let mut rtl = Rtl::new(kernel, build, program).expect("the program fits the build");
            let expected = scenario.run(&mut twin, RTL_EVENTS_MAX);
            let found = scenario.run(&mut rtl, RTL_EVENTS_MAX);
            let name = &scenario.name;
            assert_eq!(found, expected, "scenario {name}: RTL and twin differ");
            assert!(
                scenario.verdicts.starts_with(&expected.verdicts),
                "scenario {name}: the smaller tables change a verdict"
            );
        }
        assert_eq!(left_out, NOT_ON_RTL);
    });
}

/// Verdict, next message and commit of a message, in cycles.
fn cycles(program: &Program, message: &str) -> [u16; 3] {
    let id = program.message(message).expect("the message is declared");
    let index = usize::from(id.0);
    let transaction = &program.transactions[index];
    let release = overlap::releases(program)[index].cycles;
    [transaction.verdict_cycles, release, transaction.commit_cycles]
}

#[test]
fn the_cycles_of_the_frozen_broker_rules_are_those_of_release_0_1_0() {
    let rules = include_str!("../../scenarios/broker-0.1.0/scenario.rules");
    let (program, diagnostics) = rulec::compile(rules);
    let program = program.unwrap_or_else(|| panic!("{diagnostics:?}"));
    for (message, expected) in [
        ("trade_order", [24, 30, 39]),
        ("fill", [70, 86, 93]),
        ("exchange_reject", [27, 42, 49]),
        ("cancel", [34, 49, 56]),
    ] {
        assert_eq!(cycles(&program, message), expected, "{message}: verdict, next, commit");
    }
}
