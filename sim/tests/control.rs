// SPDX-License-Identifier: Apache-2.0

//! Modes of rules on the core as an executor, against the reference: control frames between
//! messages, good and bad ones, and modes that stay with their rules when another rule set takes
//! over. The rule sets have effects of rejects, so that a mode also decides whether they follow.

use engine::build::Build;
use engine::executor::{Executor, digest};
use engine::frame::{FieldValue, Layout, ModeChange};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{RuleId, TableId};
use engine::verdict::Reason;
use sim::rtl::Rtl;
use std::collections::BTreeSet;
use std::sync::Arc;
use testkit::rng::Rng;

const STEPS: usize = 3_000;

const DECLARATIONS: &str = "
create table seen ( a INT not null, count INT8 not null, primary key (a) ) with (rows = 64);
create table refused ( a INT not null, count INT8 not null, primary key (a) ) with (rows = 8);
create message m ( a INT not null, b INT null );
";
const COUNT: &str = "
on m (
    insert into seen values (m.a, 1) on conflict (a) do update set count = seen.count + 1
)
";
/// Rules of the same name at other places and of other severities; one is in one set only.
const SETS: [&str; 2] = [
    "
rule low ( m.a > 2 )
warn rule high ( m.a < 9 )
rule even ( m.b % 2 = 0 )
on reject of m by low, even (
    insert into refused values (m.a, 1) on conflict (a) do update set count = refused.count + 1
)
",
    "
warn rule even ( m.b % 2 = 0 )
rule only ( m.b < 5 )
rule high ( m.a < 11 )
rule low ( m.a > 1 )
on reject of m by high ( delete from refused where a = m.a )
on reject of m where m.b > 0 (
    insert into refused values (m.a - 6, 1)
    on conflict (a) do update set count = refused.count + 1
)
",
];

fn programs() -> Vec<Arc<Program>> {
    let texts = SETS.map(|rules| format!("{DECLARATIONS}{rules}{COUNT}"));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let programs = rulec::compile_family(&texts).0.expect("the rules compile");
    programs.into_iter().map(|program| Arc::new(program.for_hardware())).collect()
}

/// A control frame: mostly a good one, or one with a rule or a mode that does not exist.
fn control(program: &Program, rng: &mut Rng) -> Vec<u8> {
    let rule = RuleId(rng.below(program.rules.len() + 1) as u16);
    let change = ModeChange { rule, mode: *rng.pick(&Mode::ALL) };
    let mut frame = change.write(0, &mut [0; FRAME_BYTES_MAX]).to_vec();
    if rng.percent(10) {
        let byte = rng.below(frame.len());
        frame[byte] ^= 1 << rng.below(8);
    }
    frame
}

fn message(program: &Program, rng: &mut Rng) -> Vec<u8> {
    let b = match rng.below(8) {
        0 => FieldValue::Null,
        b => FieldValue::Number(b as i64 - 1),
    };
    let fields = [FieldValue::Number(rng.below(13) as i64), b];
    let layout = Layout::new(0, &program.messages[0].fields);
    layout.write(0, &fields, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec()
}

/// Whether a rule has another mode than the one that it is declared with.
fn is_changed(executor: &dyn Executor, rule: usize) -> bool {
    let declared = Mode::from(executor.program().rules[rule].severity);
    executor.mode(RuleId(rule as u16)) != Some(declared)
}

#[test]
fn modes_follow_control_frames_and_stay_over_a_takeover() {
    let core = hdl::small_core();
    let test = "modes_follow_control_frames_and_stay_over_a_takeover";
    testkit::kernels::run(test, &core, |kernel| {
        let programs = programs();
        let mut rng = Rng::new(1, 7);
        let mut rtl = Rtl::new(kernel, Build::SMALL, Arc::clone(&programs[0])).expect("it fits");
        let mut reference = Reference::new(Arc::clone(&programs[0])).expect("it is valid");
        let (mut in_force, mut carried, mut changes, mut bad) = (0, 0, 0, 0);
        let (mut named, mut effects) = (BTreeSet::new(), BTreeSet::new());
        for step in 0..STEPS {
            if rng.percent(3) {
                in_force = 1 - in_force;
                for executor in [&mut rtl as &mut dyn Executor, &mut reference] {
                    executor.swap(Arc::clone(&programs[in_force])).expect("it is of the family");
                }
                carried += (0..programs[in_force].rules.len())
                    .filter(|rule| is_changed(&reference, *rule))
                    .count();
            }
            let is_control = rng.percent(15);
            let frame = match is_control {
                true => control(&programs[in_force], &mut rng),
                false => message(&programs[in_force], &mut rng),
            };
            let [found, expected] = [&mut rtl as &mut dyn Executor, &mut reference]
                .map(|executor| executor.execute(&frame));
            assert_eq!(found, expected, "step {step}, rule set {in_force}: {frame:02x?}");
            changes += u32::from(is_control && expected.is_accept());
            bad += u32::from(is_control && expected.reason == Some(Reason::Malformed));
            named.extend(expected.rule.map(|rule| (in_force, rule)));
            effects.extend(expected.effects);
            for rule in (0..=programs[in_force].rules.len() as u16).map(RuleId) {
                assert_eq!(rtl.mode(rule), reference.mode(rule), "step {step}, {rule:?}");
            }
            if step % 20 == 0 {
                let tables = (0..programs[0].tables.len()).map(|table| TableId(table as u16));
                for table in tables {
                    let [found, expected] =
                        [&rtl as &dyn Executor, &reference].map(|executor| digest(executor, table));
                    assert_eq!(found, expected, "step {step}, table {}", table.0);
                }
            }
        }
        println!("{changes} modes, {bad} bad, {carried} carried, {named:?}, {effects:?}");
        assert!(changes > 100 && bad > 20 && carried > 20, "{changes} {bad} {carried}");
        // Each rule of either set blocked at times, and effects found no room.
        assert_eq!(named.len(), 7, "{named:?}");
        assert!(effects.contains(&Reason::TableFull), "{effects:?}");
    });
}
