// SPDX-License-Identifier: Apache-2.0

//! Effects of rejects: rule files in which most blocks are effects, and programs that are made
//! without the compiler, whose instructions of both sides share every port.

use crate::{FRAMES_PER_FILE, Tally, run_file, run_program, runs_on_core, variable};
use engine::frame::CONTROL_KIND;
use engine::isa::Opcode;
use engine::program::FrameKind;
use std::sync::Arc;
use testkit::generate::{Frame, effects_file};
use testkit::machine::{ROWS, hardware_program, random_frame};
use testkit::rng::Rng;

const FRAMES_MIN: u64 = 20_000;
const PROGRAMS: u64 = 60;
const FRAMES_PER_PROGRAM: usize = 100;

#[test]
fn effects_of_rejects_agree_cycle_by_cycle() {
    let frames_min = variable("RISKGATE_RTL_EVENTS", FRAMES_MIN);
    let first = variable("RISKGATE_SEED", 1);
    let core = hdl::small_core();
    testkit::kernels::run("effects_of_rejects_agree_cycle_by_cycle", &core, |kernel| {
        let mut tally = Tally::default();
        let mut seed = first;
        while tally.frames < frames_min {
            let file = effects_file(&mut Rng::new(seed, 5)).keep(runs_on_core);
            let text = file.text();
            if text.contains("on reject") {
                run_file(kernel, seed, &text, FRAMES_PER_FILE, &mut tally);
            }
            seed += 1;
        }
        println!("seeds {first}..{seed}: {tally:#?}");
        if frames_min >= FRAMES_MIN {
            assert!(tally.changed_by_effects > 50 && tally.effects.len() >= 4, "{tally:#?}");
            assert!(tally.streamed * 4 > frames_min && tally.overlapped > 100, "{tally:#?}");
        }
    });
}

#[test]
fn random_programs_agree_cycle_by_cycle() {
    let first = variable("RISKGATE_SEED", 1);
    let programs = variable("RISKGATE_PROGRAMS", PROGRAMS);
    let core = hdl::small_core();
    testkit::kernels::run("random_programs_agree_cycle_by_cycle", &core, |kernel| {
        let mut tally = Tally::default();
        for seed in first..first + programs {
            let mut rng = Rng::new(seed, 6);
            let program = Arc::new(hardware_program(&mut rng));
            let frame = |_| {
                let bytes = random_frame(&mut rng, &program);
                let kind = usize::from(bytes[2]);
                let is_row = kind >= program.messages.len();
                Frame { bytes, by_loader: is_row && rng.percent(80) }
            };
            // The host changes modes. A row that is loaded is in no group, so that a group would
            // lose what it does not have when the row is deleted; compiled programs load both.
            let first_row = program.transaction_index(FrameKind::Row(ROWS));
            let is_of_core = |frame: &Frame| {
                let kind = frame.bytes[2];
                kind != CONTROL_KIND && !(frame.by_loader && usize::from(kind) == first_row)
            };
            let frames = (0..FRAMES_PER_PROGRAM).map(frame).filter(is_of_core);
            let frames: Vec<Frame> = frames.collect();
            run_program(kernel, &program, &frames, rng, &mut tally, &|frame| {
                format!("RISKGATE_SEED={seed}, {frame}\n{program:#?}")
            });
        }
        println!("seeds {first}..{}: {tally:#?}", first + programs);
        assert!(tally.refused.is_empty(), "{tally:#?}");
        if programs >= PROGRAMS {
            assert!(tally.changed_by_effects > 20 && tally.effects.len() >= 3, "{tally:#?}");
            assert!(tally.overlapped > 50 && tally.warned > 100, "{tally:#?}");
            for opcode in
                [Opcode::Named, Opcode::Settle, Opcode::Level, Opcode::Fold, Opcode::Close]
            {
                let mnemonic = opcode.signature().mnemonic;
                assert!(tally.instructions.contains_key(mnemonic), "{opcode:?} never ran");
            }
        }
    });
}
