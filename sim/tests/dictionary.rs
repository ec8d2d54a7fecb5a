// SPDX-License-Identifier: Apache-2.0

//! The dictionary against its definition: codes in order of arrival, one text a cycle in field
//! order, new texts stored only when a message is accepted, the same text twice in a message,
//! NULLs, a full dictionary, and clearing.

use engine::machine::{DICTIONARY_CYCLES, DICTIONARY_STORE_CYCLES, STRINGS_MAX};
use engine::microcode::TEXT_CYCLES;
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::dictionary::Dictionary;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0014;
const NULL: u128 = 1 << 64;

fn emitted() -> Emitted {
    emit_with("dictionary_small", "texts become codes", &mut Dictionary::new(256), &tables_unused())
}

fn start(kernel: &mut Kernel<'_>) {
    for input in ["reset", "start", "finish", "permit", "load", "scan"] {
        kernel.set(input, false);
    }
    for field in 0..32 {
        kernel.set(&format!("text_valid${field}"), false);
        kernel.set(&format!("text_null${field}"), false);
    }
    kernel.set("reset", true);
    kernel.step();
    kernel.set("reset", false);
    kernel.set("clear", true);
    for address in 0..32_u32 {
        kernel.set("clear_address", address);
        kernel.step();
    }
    kernel.set("clear", false);
}

/// The texts that arrive in a cycle: the field, and the text unless it is NULL.
type Arrivals = Vec<(usize, Option<u128>)>;

/// Sends the texts of one message, given by cycle. Returns every code with the cycle, counted from
/// the arrival of the first beat, in which it can be read.
fn message(kernel: &mut Kernel<'_>, beats: &[Arrivals]) -> Vec<(usize, u128, u16)> {
    kernel.set("start", true);
    kernel.step();
    kernel.set("start", false);
    let mut codes = Vec::new();
    for cycle in 0..48 {
        let arrivals = beats.get(cycle).map_or(&[][..], Vec::as_slice);
        for (field, text) in arrivals {
            kernel.set(&format!("text_valid${field}"), true);
            kernel.set(&format!("text_null${field}"), text.is_none());
            kernel.set(&format!("text${field}"), text.unwrap_or(0));
        }
        kernel.step();
        for (field, _) in arrivals {
            kernel.set(&format!("text_valid${field}"), false);
        }
        let valid = kernel.get("code_valid") as u32;
        assert!(valid.count_ones() <= 1, "one code a cycle");
        if valid != 0 {
            // The code is presented after the edge of this cycle and written at the next.
            codes.push((valid.trailing_zeros() as usize, kernel.get("code"), cycle as u16 + 2));
        }
    }
    codes
}

fn finish(kernel: &mut Kernel<'_>, permit: bool, new: usize) {
    kernel.set("finish", true);
    kernel.set("permit", permit);
    kernel.step();
    kernel.set("finish", false);
    (0..usize::from(DICTIONARY_STORE_CYCLES) * new).for_each(|_| kernel.step());
}

#[test]
fn codes_are_those_of_the_definition() {
    testkit::kernels::run("codes_are_those_of_the_definition", &emitted(), |kernel| {
        let mut rng = Rng::seeded(SEED);
        start(kernel);
        let mut known: BTreeMap<u128, u128> = BTreeMap::new();
        for _ in 0..400 {
            let fields = rng.random_range(0..=32);
            let mut beats: Vec<Arrivals> = vec![Vec::new(); 4];
            let mut beat = 0;
            for field in 0..fields {
                beat = (beat + usize::from(rng.random_bool(0.1))).min(3);
                if rng.random_bool(0.4) {
                    let text = rng
                        .random_bool(0.9)
                        .then(|| 0x20 + rng.random_range(0..180_u128) * 0x1_0000_0001);
                    beats[beat].push((field, text));
                }
            }
            let mut arrivals: BTreeMap<u128, u128> = BTreeMap::new();
            let mut ready = 0;
            let mut expected = Vec::new();
            for (beat, texts) in beats.iter().enumerate() {
                for (field, text) in texts {
                    let next = (known.len() + arrivals.len()) as u128;
                    let code = match text {
                        None => NULL,
                        Some(text) => known
                            .get(text)
                            .copied()
                            .unwrap_or_else(|| *arrivals.entry(*text).or_insert(next)),
                    };
                    // The texts of a beat arrive one cycle after it, which is one of the parser's
                    // two cycles.
                    ready = (ready + 1).max(beat as u16 + 1 + DICTIONARY_CYCLES);
                    expected.push((*field, code, ready));
                }
            }
            assert_eq!(message(kernel, &beats), expected);
            assert!(!kernel.is_high("full"));
            let permit = rng.random_bool(0.6);
            finish(kernel, permit, arrivals.len());
            if permit {
                known.extend(arrivals);
            }
        }
        assert!(known.len() > 100 && !kernel.is_high("fault"), "{} texts", known.len());
    });
}

#[test]
fn loaded_texts_have_the_first_codes_and_a_full_dictionary_says_so() {
    testkit::kernels::run(
        "loaded_texts_have_the_first_codes_and_a_full_dictionary_says_so",
        &emitted(),
        |kernel| {
            start(kernel);
            let load = |kernel: &mut Kernel<'_>, text: u128| {
                kernel.set("load", true);
                kernel.set("load_text", text);
                kernel.step();
                kernel.set("load", false);
                (1..TEXT_CYCLES).for_each(|_| kernel.step());
            };
            (0..5).for_each(|text| load(kernel, 100 + text));
            let texts: Arrivals = (0..6).map(|field| (field, Some(99 + field as u128))).collect();
            let codes: Vec<u128> =
                message(kernel, &[texts]).into_iter().map(|(_, code, _)| code).collect();
            assert_eq!(codes, [5, 0, 1, 2, 3, 4]);
            // More texts than this small map takes: its buckets fill up, which is a fault, before
            // the codes run out.
            (0..1000).for_each(|text| load(kernel, 1000 + text));
            assert!(kernel.is_high("fault"));
            (1000..STRINGS_MAX as u128 - 5).for_each(|text| load(kernel, 1000 + text));
            message(kernel, &[vec![(0, Some(7))]]);
            assert!(kernel.is_high("full"), "all codes are given out");
            start(kernel);
            message(kernel, &[vec![(0, Some(7))]]);
            assert!(!kernel.is_high("full") && !kernel.is_high("fault"));
        },
    );
}

/// A message that a reset ends before it is accepted leaves no trace, in any cycle. A message that
/// a reset ends while its texts are stored leaves some of them, until the dictionary is emptied.
#[test]
fn a_reset_in_the_middle_leaves_nothing() {
    testkit::kernels::run("a_reset_in_the_middle_leaves_nothing", &emitted(), |kernel| {
        let reset = |kernel: &mut Kernel<'_>| {
            kernel.set("reset", true);
            kernel.step();
            kernel.set("reset", false);
        };
        let texts = |first: u128| -> Vec<Arrivals> {
            vec![
                (0..4).map(|field| (3 * field, Some(first + field as u128))).collect(),
                vec![(20, Some(first + 4))],
            ]
        };
        let codes = |kernel: &mut Kernel<'_>, first: u128| -> Vec<u128> {
            message(kernel, &texts(first)).into_iter().map(|(_, code, _)| code).collect()
        };
        start(kernel);
        assert_eq!(codes(kernel, 100), [0, 1, 2, 3, 4]);
        finish(kernel, true, 5);
        for at in 0..12 {
            kernel.set("start", true);
            kernel.step();
            kernel.set("start", false);
            let beats = texts(200);
            for cycle in 0..at {
                let arrivals = beats.get(cycle).map_or(&[][..], Vec::as_slice);
                for (field, text) in arrivals {
                    kernel.set(&format!("text_valid${field}"), true);
                    kernel.set(&format!("text_null${field}"), false);
                    kernel.set(&format!("text${field}"), text.expect("there is one"));
                }
                kernel.step();
                for (field, _) in arrivals {
                    kernel.set(&format!("text_valid${field}"), false);
                }
            }
            reset(kernel);
            for _ in 0..12 {
                kernel.settle_low();
                assert_eq!(kernel.get("code_valid"), 0, "reset after {at} cycles");
                kernel.step();
            }
            // Earlier texts are still known. New ones are not, and their codes are free.
            assert_eq!(codes(kernel, 103), [3, 4, 5, 6, 7], "reset after {at} cycles");
        }
        for at in 0..15 {
            assert_eq!(
                codes(kernel, 300 + 10 * at),
                [5, 6, 7, 8, 9],
                "reset after {at} cycles of storing"
            );
            kernel.set("finish", true);
            kernel.set("permit", true);
            kernel.step();
            kernel.set("finish", false);
            (0..at).for_each(|_| kernel.step());
            reset(kernel);
            start(kernel);
            assert_eq!(codes(kernel, 100), [0, 1, 2, 3, 4], "emptied");
            finish(kernel, true, 5);
        }
        assert!(!kernel.is_high("full") && !kernel.is_high("fault"));
    });
}
