// SPDX-License-Identifier: Apache-2.0

//! The parser against `engine::frame`: every value at every place, every kind of damage, every way
//! to deliver a frame.
//!
//! `parse_support` contains the definition. It compares every output in every cycle, including
//! latencies.

mod parse_support;

use engine::frame::{
    FieldValue, HEADER_BYTES, KIND_AT, LENGTH_AT, LENGTH_BYTES, Layout, NULLS_AT, RESERVED_AT,
    set_stated_length,
};
use engine::machine::{FIELDS_MAX, FRAME_BYTES_MAX};
use engine::schema::Type;
use parse_support::{Beat, Bench, IDLE, Inputs, beats, emitted, layout_of};
use rand::RngExt;
use rand::seq::IndexedRandom;
use testkit::rng::Rng;

const SEED: u64 = 0x0070_6172_7365;

fn run(test: &str, body: impl FnOnce(&mut Bench<'_, '_>, &mut Rng)) {
    println!("seed {SEED:#x}");
    let mut rng = Rng::seeded(SEED);
    testkit::kernels::run(test, &emitted(), |kernel| body(&mut Bench::new(kernel), &mut rng));
}

fn every_type() -> Vec<Type> {
    let numbers = [Type::Boolean, Type::Int2, Type::Int4, Type::Int8, Type::Timestamp];
    let decimals = (1..=Type::PRECISION_MAX)
        .map(|precision| Type::Decimal { precision, scale: precision / 2 });
    numbers.into_iter().chain(decimals).chain((1..=Type::CHAR_LEN_MAX).map(Type::Char)).collect()
}

/// A number of a type, often one of its limits.
fn number(ty: Type, rng: &mut Rng) -> i64 {
    let (low, high) = ty.bounds();
    let edges = [low, high, low.saturating_add(1), high - 1, 0, 1, (-1).max(low)];
    match rng.random_bool(0.5) {
        true => edges[rng.random_range(0..edges.len())],
        false => rng.random_range(low..=high),
    }
}

/// A well-formed frame with random values.
fn frame(layout: &Layout, rng: &mut Rng) -> Vec<u8> {
    let mut texts = vec![Vec::new(); layout.field_count()];
    for text in &mut texts {
        let len = rng.random_range(0..=usize::from(Type::CHAR_LEN_MAX));
        *text = (0..len)
            .map(|_| if rng.random_bool(0.2) { b' ' } else { rng.random_range(b' '..=b'~') })
            .collect();
    }
    let value = |field: usize, rng: &mut Rng| match layout.place(field) {
        (_, _, true) if rng.random_bool(0.3) => FieldValue::Null,
        (_, Type::Char(n), _) => {
            FieldValue::Text(&texts[field][..texts[field].len().min(n.into())])
        }
        (_, ty, _) => FieldValue::Number(number(ty, rng)),
    };
    let values: Vec<_> = (0..layout.field_count()).map(|field| value(field, rng)).collect();
    layout.write(rng.random(), &values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec()
}

/// A layout of random types; with `fill`, the longest possible.
fn random_layout(kind: u8, fill: bool, rng: &mut Rng) -> Layout {
    let every = every_type();
    let count = if fill { FIELDS_MAX } else { rng.random_range(0..=FIELDS_MAX) };
    let mut room = FRAME_BYTES_MAX - HEADER_BYTES;
    let mut types = Vec::new();
    while types.len() < count && room > 0 {
        // The last field takes the remaining room.
        let rest = Type::Char(room.min(16) as u8);
        let drawn = *every.choose(rng).expect("there are types");
        let ty = if drawn.wire_bytes() <= room { drawn } else { rest };
        room -= ty.wire_bytes();
        types.push(ty);
    }
    layout_of(kind, &types, rng.random())
}

/// The damage that is done to a frame.
const DAMAGES: [&str; 15] = [
    "nothing",
    "bytes that are not kept are not zero",
    "a bit is flipped",
    "another length in the header",
    "another kind",
    "the reserved byte is not zero",
    "a NULL bit is flipped",
    "bytes of a NULL",
    "a byte of text is no character",
    "truncated",
    "truncated, and the header knows",
    "more bytes",
    "another keep",
    "no end",
    "an end too early",
];

fn damage(what: &str, mut frame: Vec<u8>, layout: &Layout, rng: &mut Rng) -> Vec<Beat> {
    let field = (layout.field_count() > 0).then(|| rng.random_range(0..layout.field_count()));
    match what {
        "a bit is flipped" => {
            let at = rng.random_range(0..frame.len());
            frame[at] ^= 1 << rng.random_range(0..8);
        }
        "another length in the header" => {
            frame[rng.random_range(LENGTH_AT..KIND_AT)] ^= rng.random_range(1..=255_u8)
        }
        "another kind" => frame[KIND_AT] = rng.random(),
        "the reserved byte is not zero" => frame[RESERVED_AT] = rng.random_range(1..=255),
        "a NULL bit is flipped" => {
            frame[rng.random_range(NULLS_AT..HEADER_BYTES)] ^= 1 << rng.random_range(0..8)
        }
        "bytes of a NULL" | "a byte of text is no character" => {
            let Some(field) = field else { return beats(&frame, 0) };
            let (offset, ty, _) = layout.place(field);
            if what == "bytes of a NULL" {
                frame[NULLS_AT + field / 8] |= 1 << (field % 8);
            }
            frame[offset + rng.random_range(0..ty.wire_bytes())] = rng.random();
        }
        "truncated" => frame.truncate(rng.random_range(0..frame.len())),
        "truncated, and the header knows" => {
            frame.truncate(rng.random_range(LENGTH_BYTES..frame.len()));
            let length = frame.len() as u16;
            set_stated_length(&mut frame, length);
        }
        "more bytes" => {
            let more = *[1, 5, 63, 64, 65, 200, 1000].choose(rng).expect("some");
            frame.extend((0..more).map(|_| rng.random::<u8>()));
        }
        _ => {}
    }
    let filler = if what == "bytes that are not kept are not zero" { 0xa5 } else { 0 };
    let mut beats = beats(&frame, filler);
    let at = rng.random_range(0..beats.len());
    match what {
        "another keep" => beats[at].keep ^= 1 << rng.random_range(0..64),
        "no end" => beats.last_mut().expect("one").last = false,
        "an end too early" => beats[at].last = true,
        _ => {}
    }
    beats
}

/// Every type at every place of a frame, also across two beats, with values from its whole range.
#[test]
fn every_type_at_every_place() {
    run("every_type_at_every_place", |bench, rng| {
        let mut frames = 0;
        for ty in every_type() {
            // Decimals differ only in their bounds, which another test checks.
            if matches!(ty, Type::Decimal { precision, .. } if precision != 18) {
                continue;
            }
            for room in 0..=FRAME_BYTES_MAX - HEADER_BYTES - ty.wire_bytes() {
                let mut types = vec![Type::Char(16); room / 16];
                types.extend((room % 16 > 0).then_some(Type::Char((room % 16) as u8)));
                types.push(ty);
                let layout = layout_of((room % 128) as u8, &types, rng.random());
                bench.configure(&layout, false, false);
                for _ in 0..2 {
                    let beats = beats(&frame(&layout, rng), rng.random());
                    bench.send(&beats, IDLE);
                    frames += 1;
                }
            }
        }
        bench.idle(3);
        assert_eq!((bench.tally.good, bench.tally.malformed), (frames, 0));
    });
}

/// The bounds of every type from both sides, as the bytes of a value and as the bytes of a NULL.
#[test]
fn bounds_are_exact() {
    run("bounds_are_exact", |bench, rng| {
        let (mut good, mut malformed) = (0, 0);
        for ty in every_type() {
            if matches!(ty, Type::Char(_)) {
                continue;
            }
            for nullable in [true, false] {
                let layout = layout_of(3, &[ty], nullable);
                bench.configure(&layout, false, false);
                let (low, high) = ty.bounds();
                let mut numbers: Vec<i64> = vec![0, 1, -1, 2, i64::MIN, i64::MAX, i64::MIN + 1];
                for bound in [low, high, high.saturating_mul(10), low.saturating_mul(10)] {
                    numbers.extend((-2..=2).map(|near| bound.wrapping_add(near)));
                }
                numbers.extend((0..20).map(|_| rng.random::<i64>() >> rng.random_range(0..63)));
                for number in numbers {
                    for is_null in [false, true] {
                        let mut bytes = layout
                            .write(1, &[FieldValue::Number(0)], &mut [0; 256])
                            .expect("fits")
                            .to_vec();
                        let width = ty.wire_bytes();
                        bytes[HEADER_BYTES..].copy_from_slice(&number.to_le_bytes()[..width]);
                        bytes[8] = is_null.into();
                        bench.send(&beats(&bytes, 0), IDLE);
                        let unused = 64 - 8 * width as u32;
                        let value = number << unused >> unused;
                        let is_good = if is_null {
                            nullable && value == 0
                        } else {
                            (low..=high).contains(&value)
                        };
                        *if is_good { &mut good } else { &mut malformed } += 1;
                    }
                }
            }
        }
        bench.idle(3);
        assert_eq!((bench.tally.good, bench.tally.malformed), (good, malformed));
    });
}

/// Every byte at every place of every length of text.
#[test]
fn only_printable_characters_are_text() {
    run("only_printable_characters_are_text", |bench, rng| {
        let mut good = 0;
        for n in 1..=Type::CHAR_LEN_MAX {
            let layout = layout_of(9, &[Type::Int2, Type::Char(n)], true);
            bench.configure(&layout, false, false);
            for at in 0..usize::from(n) {
                for byte in 0..=u8::MAX {
                    let mut bytes = frame(&layout, rng);
                    bytes[HEADER_BYTES + 2 + at] = byte;
                    bench.send(&beats(&bytes, 0xff), IDLE);
                    good += usize::from((b' '..=b'~').contains(&byte));
                }
            }
        }
        bench.idle(3);
        assert_eq!(bench.tally.good, good);
    });
}

/// Every kind of damage, delivered in every way; a good frame after each is unharmed. All layouts
/// of both program banks.
#[test]
fn damaged_frames_are_malformed_and_change_nothing() {
    run("damaged_frames_are_malformed_and_change_nothing", |bench, rng| {
        for round in 0..12 {
            let layouts: Vec<(Layout, bool, bool)> = (0..10)
                .map(|i| {
                    (
                        random_layout(rng.random_range(0..40) + 40 * (i % 3), i < 3, rng),
                        rng.random(),
                        rng.random(),
                    )
                })
                .collect();
            for (layout, is_row, bank) in &layouts {
                bench.configure(layout, *is_row, *bank);
            }
            if round % 4 == 3 {
                let (layout, _, bank) = &layouts[9];
                bench.forget(layout.kind, *bank);
            }
            for _ in 0..25 {
                for what in DAMAGES {
                    // If a later layout has replaced this one, the frame is one more kind of
                    // damage.
                    let (layout, is_row, bank) = layouts.choose(rng).expect("there are ten");
                    let bad = damage(what, frame(layout, rng), layout, rng);
                    let rows_wanted = *is_row != rng.random_bool(0.05);
                    deliver(bench, &bad, Inputs { rows_wanted, bank: *bank, ..IDLE }, rng);
                    if what == "no end" {
                        deliver(
                            bench,
                            &beats(&frame(layout, rng), 0),
                            Inputs { bank: *bank, ..IDLE },
                            rng,
                        );
                    }
                    let good = beats(&frame(layout, rng), 0);
                    deliver(
                        bench,
                        &good,
                        Inputs { rows_wanted: *is_row, bank: *bank, ..IDLE },
                        rng,
                    );
                }
            }
        }
        bench.idle(3);
        println!("{:?}", bench.tally);
        let tally = bench.tally;
        assert!(tally.good > 4000 && tally.malformed > 2500 && tally.gapped > 500, "{tally:?}");
    });
}

/// Delivers beats: without pauses, or with idle cycles between frames or beats, while `accept`
/// changes at random. Inputs that are sampled only with the first beat change at random after it.
fn deliver(bench: &mut Bench<'_, '_>, beats: &[Beat], inputs: Inputs, rng: &mut Rng) {
    let (idle, gap, refuse) =
        *[(0.0, 0.0, 0.0), (0.5, 0.0, 0.3), (0.3, 0.3, 0.5)].choose(rng).expect("some");
    let mut now = inputs;
    while rng.random_bool(idle) {
        bench.cycle(Inputs { accept: rng.random(), ..now });
    }
    for (index, beat) in beats.iter().enumerate() {
        while index > 0 && rng.random_bool(gap) {
            bench.cycle(Inputs { accept: rng.random(), ..now });
        }
        loop {
            let session = rng.random();
            let cycle =
                Inputs { beat: Some(*beat), accept: !rng.random_bool(refuse), session, ..now };
            if bench.cycle(cycle) {
                break;
            }
        }
        // Unless the frame ended here and the remaining beats start another one.
        if !beat.last {
            now = Inputs { rows_wanted: rng.random(), bank: rng.random(), ..now };
        } else {
            now = inputs;
        }
    }
}

/// A reset in every cycle of a frame and after it: no output of the frame follows, and the next
/// frame is unharmed.
#[test]
fn reset_forgets_a_frame() {
    run("reset_forgets_a_frame", |bench, rng| {
        let layout = random_layout(5, true, rng);
        bench.configure(&layout, false, false);
        assert_eq!(layout.beats(), 4);
        let mut good = 0;
        for at in 0..9 {
            for what in ["nothing", "the reserved byte is not zero", "everything is NULL"] {
                let mut bytes = frame(&layout, rng);
                match what {
                    "the reserved byte is not zero" => bytes[RESERVED_AT] = 1,
                    "everything is NULL" => bytes[NULLS_AT..HEADER_BYTES].fill(0xff),
                    _ => {}
                }
                let mut stream = beats(&bytes, 0).into_iter();
                for _ in 0..at {
                    bench.cycle(Inputs { beat: stream.next(), ..IDLE });
                }
                bench.cycle(Inputs { reset: true, beat: stream.next(), ..IDLE });
                bench.send(&beats(&frame(&layout, rng), 0), IDLE);
                bench.idle(3);
                // The last of four beats is taken in cycle 3, and `done` is high in cycle 5.
                good += 1 + usize::from(at >= 5 && what == "nothing");
            }
        }
        assert_eq!(bench.tally.good, good);
    });
}

/// Frames of one beat arrive in every cycle, and each is done in its own cycle.
#[test]
fn a_frame_a_cycle() {
    run("a_frame_a_cycle", |bench, rng| {
        let layouts = [layout_of(0, &[Type::Int8, Type::Char(7)], true), layout_of(127, &[], true)];
        layouts.iter().for_each(|layout| bench.configure(layout, false, true));
        for cycle in 0..1000_u16 {
            let mut bytes = frame(&layouts[usize::from(rng.random::<bool>())], rng);
            bytes[3] = u8::from(cycle % 3 == 0);
            let inputs = Inputs { bank: true, session: cycle, ..IDLE };
            bench.send(&beats(&bytes, 0), inputs);
        }
        bench.idle(2);
        assert_eq!((bench.tally.good, bench.tally.malformed), (666, 334));
    });
}

/// Of all 256 kinds the parser knows exactly those that have been written, in their program bank:
/// none at first, and none that was removed.
#[test]
fn only_kinds_that_are_written_are_known() {
    run("only_kinds_that_are_written_are_known", |bench, rng| {
        let every_kind = |bench: &mut Bench<'_, '_>, rng: &mut Rng| {
            for kind in 0..=u8::MAX {
                for bank in [false, true] {
                    let bytes = frame(&layout_of(kind, &[], true), rng);
                    bench.send(&beats(&bytes, 0), Inputs { bank, ..IDLE });
                }
            }
            bench.idle(3);
            bench.tally.good
        };
        assert_eq!(every_kind(bench, rng), 0);
        bench.configure(&layout_of(77, &[], true), false, true);
        assert_eq!(every_kind(bench, rng), 1);
        bench.forget(77, true);
        assert_eq!(every_kind(bench, rng), 1);
        assert_eq!(bench.tally.malformed, 3 * 512 - 1);
    });
}
