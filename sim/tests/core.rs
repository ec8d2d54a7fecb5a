// SPDX-License-Identifier: Apache-2.0

//! The core as its neighbour on a stream sees it: damaged frames, back-pressure, and a reset in the
//! middle of a transaction. After any input, the next good order is answered as usual.

use engine::build::Build;
use engine::executor::Executor;
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::verdict::{Reason, Verdict};
use rand::RngExt;
use sim::core_model::{Answer, Beat, CoreModel, Stream, beats};
use testkit::rng::Rng;

/// A message of one beat, and one of three beats with fields that straddle them.
const RULES: &str = "
create message small ( a INT not null, b INT8 null );
create message large (
    a INT not null, b INT8 not null, c INT8 not null, d INT8 not null, e INT8 not null,
    f INT8 not null, g INT8 not null, h INT8 not null, i INT8 not null, j INT8 not null,
    k INT8 not null, l INT8 not null, m SMALLINT not null, n INT8 not null, o INT8 not null,
    p INT8 not null, q INT8 not null, r BOOLEAN not null
);
Rule positive ( small.a > 0 )
Rule known ( small.b + 1 > 0 )
Rule sums ( large.a + large.b + large.c + large.g + large.h + large.n + large.q > 0 )
Rule last ( large.r = (large.m > large.l) )
";

fn program() -> Program {
    rulec::compile(RULES).0.expect("the rules compile").for_hardware()
}

/// A frame of a message with small numbers, of which most pass the rules.
fn frame(program: &Program, message: usize, sequence: u32, rng: &mut Rng) -> Vec<u8> {
    let fields = &program.messages[message].fields;
    let layout = Layout::new(message as u8, fields);
    let value = |field: &engine::schema::ColumnDef, rng: &mut Rng| match field.nullable
        && rng.random_bool(0.2)
    {
        true => FieldValue::Null,
        false => FieldValue::Number(
            rng.random_range(-1_i64..5).clamp(field.ty.bounds().0, field.ty.bounds().1),
        ),
    };
    let values: Vec<FieldValue<'_>> = fields.iter().map(|field| value(field, rng)).collect();
    layout.write(sequence, &values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec()
}

/// Runs `body` with a core and a reference that run the same program.
fn with_core(test: &str, body: impl FnOnce(&mut CoreModel<'_, '_>, &mut Reference)) {
    testkit::kernels::run(test, &hdl::small_core(), |kernel| {
        let mut core = CoreModel::new(kernel, Build::SMALL, program()).expect("the core runs it");
        let mut reference = Reference::new(program()).expect("the program is valid");
        body(&mut core, &mut reference);
    });
}

/// Checks that the next good frames are answered as the reference answers them, in the stated
/// cycles.
fn is_unharmed(
    core: &mut CoreModel<'_, '_>,
    reference: &mut Reference,
    rng: &mut Rng,
    after: &str,
) {
    for message in [0, 1] {
        let good = frame(core.program(), message, 77, rng);
        let transaction = core.program().transactions[message].clone();
        let release = engine::overlap::releases(core.program())[message].cycles;
        let answer = core.execute(&good, 5);
        let expected = Answer {
            verdict: reference.execute(&good),
            session: 5,
            sequence: 77,
            verdict_cycles: transaction.verdict_cycles.into(),
            release_cycles: release.into(),
            commit_cycles: transaction.commit_cycles.into(),
            stages: answer.stages,
        };
        assert_eq!(answer, expected, "message {message} after {after}");
        // Numbers in the first beat are available after two cycles, those in the third two cycles
        // later. There is no table.
        let calculation = answer.verdict_cycles - [3, 5][message];
        let stages = [[2, 0, calculation, 1], [4, 0, calculation, 1]][message];
        assert_eq!(answer.stages.cycles(), stages, "message {message} after {after}");
    }
}

/// Every kind of damage to a frame: its name, and the beats.
fn damages(whole: &[Beat], round: usize) -> Vec<(&'static str, Vec<Beat>)> {
    let last = whole.len() - 1;
    let changed = |change: &dyn Fn(&mut Vec<Beat>)| {
        let mut beats = whole.to_vec();
        change(&mut beats);
        beats
    };
    let extra = |count: usize| {
        changed(&|beats| {
            beats[last].is_last = false;
            beats[last].keep = u64::MAX;
            (0..count)
                .for_each(|i| beats.push(Beat { is_last: i + 1 == count, ..beats[0].clone() }));
        })
    };
    let mut damages = vec![
        ("a byte too few", changed(&|beats| beats[last].keep >>= 1)),
        ("a byte too many", changed(&|beats| beats[last].keep = beats[last].keep << 1 | 1)),
        ("a hole", changed(&|beats| beats[last].keep &= !2)),
        ("a beat too many", extra(1)),
        ("six beats too many", extra(6)),
        ("another kind", changed(&|beats| beats[0].words[0] ^= 1 << 16)),
        ("an unknown kind", changed(&|beats| beats[0].words[0] |= 0x40 << 16)),
        ("a kind beyond all", changed(&|beats| beats[0].words[0] |= 0x80 << 16)),
        ("another length", changed(&|beats| beats[0].words[0] ^= 4)),
        ("a reserved bit", changed(&|beats| beats[0].words[0] |= 1 << 24)),
        ("NULL of no field", changed(&|beats| beats[0].words[1] |= 1 << 31)),
        ("NULL in a NOT NULL field", changed(&|beats| beats[0].words[1] |= 1)),
    ];
    if last > 0 {
        let cut_short = changed(&|beats| {
            beats.truncate(last);
            beats[last - 1].is_last = true;
        });
        let with_gap = changed(&|beats| beats.insert(1 + round % last, Beat::gap()));
        damages.push(("cut short", cut_short));
        damages.push(("a gap", with_gap));
        damages.push(("a hole in the middle", changed(&|beats| beats[0].keep &= !(1 << 40))));
    }
    damages
}

#[test]
fn damaged_frames_are_malformed_and_change_nothing() {
    with_core("damaged_frames_are_malformed_and_change_nothing", |core, reference| {
        let mut rng = Rng::seeded(1);
        for round in 0..40 {
            for message in [0, 1] {
                let good = frame(core.program(), message, 1, &mut rng);
                for (name, beats) in damages(&beats(&good), round) {
                    let answer = core.send(Stream::Order, &beats, 9, &mut || false);
                    assert_eq!(
                        (answer.verdict, answer.session, answer.sequence),
                        (Verdict::refused(Reason::Malformed), 9, 1),
                        "message {message} with {name}"
                    );
                    is_unharmed(core, reference, &mut rng, name);
                }
            }
        }
    });
}

#[test]
fn verdicts_wait_and_are_not_lost() {
    with_core("verdicts_wait_and_are_not_lost", |core, reference| {
        for (seed, held) in [(1, 0.1), (2, 0.5), (3, 0.9), (4, 0.98)] {
            let mut rng = Rng::seeded(seed);
            for sequence in 0..300 {
                let message = rng.random_range(0..2);
                let good = frame(core.program(), message, sequence, &mut rng);
                let cycles = core.program().transactions[message].verdict_cycles;
                let mut stalls = rng.clone();
                let answer =
                    core.send(Stream::Order, &beats(&good), 1, &mut || stalls.random_bool(held));
                assert_eq!(
                    (answer.sequence, answer.verdict),
                    (sequence, reference.execute(&good)),
                    "seed {seed}"
                );
                assert_eq!(
                    answer.verdict_cycles,
                    u64::from(cycles),
                    "it is presented in its cycle, taken or not"
                );
            }
        }
    });
}

#[test]
fn a_reset_in_the_middle_leaves_nothing() {
    with_core("a_reset_in_the_middle_leaves_nothing", |core, reference| {
        let mut rng = Rng::seeded(3);
        for round in 0..60 {
            let half = beats(&frame(core.program(), round % 2, 1, &mut rng));
            core.begin(&half[0]);
            (0..round / 2).for_each(|_| core.idle());
            core.reset();
            is_unharmed(core, reference, &mut rng, "a reset");
        }
    });
}

#[test]
fn frames_of_unknown_kinds_that_follow_one_another_are_all_answered() {
    let core = hdl::small_core();
    testkit::kernels::run(
        "frames_of_unknown_kinds_that_follow_one_another_are_all_answered",
        &core,
        |kernel| {
            // The model resets the core and loads a program. The test drives the streams itself,
            // with no cycle between frames.
            CoreModel::new(kernel, Build::SMALL, program()).expect("the core runs it");
            for (seed, held) in [(1, 0.0), (2, 0.3), (3, 0.9)] {
                let mut rng = Rng::seeded(seed);
                let (mut sent, mut answered) = (0, 0);
                for _ in 0..5_000 {
                    let taken = !rng.random_bool(held);
                    // Kind 0x40, then its sequence number.
                    kernel.set_words("s_axis_order_tdata", &[sent << 32 | 0x40 << 16 | 24, 0, 0]);
                    kernel.set("s_axis_order_tkeep", 0xff_ffff_u64);
                    kernel.set("s_axis_order_tlast", true);
                    kernel.set("s_axis_order_tvalid", true);
                    kernel.set("m_axis_verdict_tready", taken);
                    kernel.settle_low();
                    if taken && kernel.is_high("m_axis_verdict_tvalid") {
                        let sequence = kernel.get_words("m_axis_verdict_tdata")[0] & 0xffff_ffff;
                        assert_eq!(sequence, answered, "answers come in order, and none is lost");
                        answered += 1;
                    }
                    sent += u64::from(kernel.is_high("s_axis_order_tready"));
                    kernel.step();
                }
                assert!(answered > 300 && sent - answered <= 1, "{answered} of {sent}");
                kernel.set("s_axis_order_tvalid", false);
                kernel.set("m_axis_verdict_tready", true);
                (0..10).for_each(|_| kernel.step());
            }
        },
    );
}

/// The code of a text comes some cycles after its frame. By then a frame of an unknown kind is
/// answered, and the next frame has started.
#[test]
fn a_kind_that_only_an_earlier_program_had_leaves_nothing_in_the_next_frame() {
    let compile = |text: &str| rulec::compile(text).0.expect("the rules compile").for_hardware();
    let columns = |ty: &str| (0..8).map(|i| format!(", c{i} {ty} null")).collect::<String>();
    let rules = (0..8).map(|i| format!("Rule r{i} (a.c{i} = 7777)\n")).collect::<String>();
    let texts = columns("char(4)");
    let before = compile(&format!(
        "create message a (x INT not null); create message b (x INT not null{texts});"
    ));
    let after = compile(&format!("create message a (x INT not null{}); {rules}", columns("INT")));
    let test = "a_kind_that_only_an_earlier_program_had_leaves_nothing_in_the_next_frame";
    testkit::kernels::run(test, &hdl::small_core(), |kernel| {
        let write = |program: &Program, message: usize, values: &[FieldValue<'_>]| {
            let layout = Layout::new(message as u8, &program.messages[message].fields);
            layout
                .write(1, values, &mut [0; FRAME_BYTES_MAX])
                .expect("values fit their fields")
                .to_vec()
        };
        let with_first = |value: FieldValue<'static>| {
            let mut values = vec![value; 9];
            values[0] = FieldValue::Number(1);
            values
        };
        let good = write(&after, 0, &with_first(FieldValue::Number(7_777)));
        CoreModel::new(kernel, Build::SMALL, before.clone()).expect("the core runs it");
        let mut core =
            CoreModel::new(kernel, Build::SMALL, after.clone()).expect("the core runs it");
        let mut reference = Reference::new(after.clone()).expect("the program is valid");
        for text in [FieldValue::Null, FieldValue::Text(b"AB")] {
            let unknown = write(&before, 1, &with_first(text));
            for (answer, frame) in core.stream(&[&unknown, &good], 1).iter().zip([&unknown, &good])
            {
                assert_eq!(answer.verdict, reference.execute(frame));
            }
        }
    });
}
