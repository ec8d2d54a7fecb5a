// SPDX-License-Identifier: Apache-2.0

//! Tables, groups and levels that are filled completely and emptied again. A message without room
//! is rejected and changes nothing, the best of a group is exact when it leaves, and a key whose
//! buckets are full stops the core.

use crate::{Tally, compare_tables, step};
use engine::build::{Build, map_address_bits};
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use hdl::prim::hash::Hash;
use sim::core_model::{CoreModel, beats};
use std::sync::Arc;
use testkit::generate::Frame;
use testkit::rng::Rng;

/// The number of rows that leaves a unit of [`Build::SMALL`] one group for each row, and one that
/// opens before another closes; and the rows of a table that is full soon.
const ROWS: i64 = 511;
const FEW_ROWS: i64 = 5;

fn rules() -> String {
    format!(
        "
create table deep (
    id INT8 not null, side INT not null, price INT8 not null, quantity INT null, primary key (id)
) with (rows = {ROWS});
create table shallow (
    id INT8 not null, name CHAR(8) null, primary key (id)
) with (rows = {FEW_ROWS});
create message put ( id INT8 not null, side INT not null, price INT8 not null, quantity INT null );
create message move ( id INT8 not null, side INT not null, price INT8 not null );
create message take ( id INT8 not null );
create message note ( id INT8 not null, name CHAR(8) null );
create message forget ( id INT8 not null );
Rule lowest (
    coalesce((select min(price) from deep where side = put.side) <= put.price + 1000000, true)
)
Rule highest (
    coalesce((select max(price) from deep where side = put.side) >= put.price - 1000000, true)
)
Rule summed ( coalesce((select sum(quantity) from deep where side = put.side) > -5, true) )
Rule counted ( (select count(*) from deep where side = move.side) >= 0 and move.price < 2000 )
Rule known ( take.id >= 0 )
Rule noted ( note.id >= 0 )
Rule forgotten ( forget.id >= 0 )
on put ( insert into deep values (put.id, put.side, put.price, put.quantity) )
on move ( update deep set side = move.side, price = move.price where id = move.id )
on take ( delete from deep where id = take.id )
on note ( insert into shallow values (note.id, note.name) )
on forget ( delete from shallow where id = forget.id )
"
    )
}

/// The numbers of the messages.
#[derive(Clone, Copy)]
enum Message {
    Put,
    Move,
    Take,
    Note,
    Forget,
}

fn frame(program: &Program, message: Message, values: &[FieldValue<'_>]) -> Frame {
    let fields = &program.messages[message as usize].fields;
    let layout = Layout::new(message as u8, fields);
    let bytes = layout.write(7, values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec();
    Frame { bytes, by_loader: false }
}

fn numbers(program: &Program, message: Message, values: &[i64]) -> Frame {
    let values: Vec<FieldValue<'_>> =
        values.iter().map(|value| FieldValue::Number(*value)).collect();
    frame(program, message, &values)
}

/// The numbers below `count` in random order.
fn shuffled(count: i64, rng: &mut Rng) -> Vec<i64> {
    let mut all: Vec<i64> = (0..count).collect();
    rng.shuffle(&mut all);
    all
}

#[test]
fn what_is_full_takes_nothing_and_loses_nothing() {
    let core = hdl::small_core();
    testkit::kernels::run("what_is_full_takes_nothing_and_loses_nothing", &core, |kernel| {
        let program =
            Arc::new(rulec::compile(&rules()).0.expect("the rules compile").for_hardware());
        let mut core =
            CoreModel::new(kernel, Build::SMALL, Arc::clone(&program)).expect("the core runs it");
        let mut reference = Reference::new(Arc::clone(&program)).expect("the program is valid");
        let (mut rng, mut tally) = (Rng::new(1, 3), Tally::default());
        let mut phases: Vec<(&str, Vec<Frame>)> = Vec::new();
        let of = |message, values: &[i64]| numbers(&program, message, values);
        // One group for each row. Then there is no room for another row or group.
        let mut fill: Vec<Frame> = shuffled(ROWS, &mut rng)
            .iter()
            .map(|id| of(Message::Put, &[*id, *id, id % 7, 1]))
            .collect();
        fill.extend((0..4).map(|over| of(Message::Put, &[ROWS + over, over, 1, 1])));
        phases.push(("a group a row", fill));
        // All rows in one group, each with its own price; groups close when their rows leave.
        let gather = shuffled(ROWS, &mut rng)
            .iter()
            .map(|id| of(Message::Move, &[*id, 1, id * 3]))
            .collect();
        phases.push(("all in one group", gather));
        // The best leaves repeatedly: the lowest, then the highest, then any.
        let lowest = (0..ROWS / 4).map(|id| of(Message::Take, &[id])).collect();
        phases.push(("the lowest leave", lowest));
        let highest = (3 * ROWS / 4..ROWS).rev().map(|id| of(Message::Take, &[id])).collect();
        phases.push(("the highest leave", highest));
        let rest = shuffled(ROWS, &mut rng).iter().map(|id| of(Message::Take, &[*id])).collect();
        phases.push(("the rest leave", rest));
        // A small table, repeatedly full and empty.
        let mut shallow = Vec::new();
        for round in 0..12 {
            let ids = shuffled(FEW_ROWS + 3, &mut rng);
            let note = |id: &i64| {
                let name =
                    if rng.percent(30) { FieldValue::Null } else { FieldValue::Text(b"name") };
                frame(&program, Message::Note, &[FieldValue::Number(*id), name])
            };
            shallow.extend(ids.iter().map(note));
            if round % 2 == 1 {
                shallow.extend(ids.iter().map(|id| of(Message::Forget, &[*id])));
            }
        }
        phases.push(("a small table", shallow));
        for (phase, frames) in phases {
            for (number, frame) in frames.iter().enumerate() {
                let place = || format!("{phase}, frame {number}");
                step(&mut core, &mut reference, frame, &mut tally, &place);
            }
            compare_tables(&mut core, &reference, &mut tally, &|| phase.into());
        }
        println!("{tally:#?}");
        for reason in ["table_full", "duplicate_key"] {
            assert!(tally.reasons.contains_key(reason), "nothing was {reason}");
        }
        assert!(tally.accepts > 3 * ROWS as u64, "{} messages accepted", tally.accepts);
    });
}

/// Keys of 64 bits with the same four buckets as key 0, including 0. The hash functions are linear.
fn alike(bits: usize, count: usize) -> Vec<u64> {
    let hash = Hash::<128>::new(bits);
    let image = |key: u64| {
        hash.addresses(key.into())
            .iter()
            .rev()
            .fold(0_u128, |all, way| all << 24 | u128::from(*way))
    };
    // Elimination: every unit vector is reduced by the earlier ones. A vector without a remaining
    // image is in the kernel of the function.
    let (mut reduced, mut kernel): (Vec<(u64, u128)>, Vec<u64>) = Default::default();
    for bit in 0..63 {
        let (mut key, mut of_key) = (1_u64 << bit, image(1 << bit));
        for (other, of_other) in &reduced {
            if of_key ^ of_other < of_key {
                key ^= other;
                of_key ^= of_other;
            }
        }
        match of_key {
            0 => kernel.push(key),
            _ => reduced.push((key, of_key)),
        }
        reduced.sort_by_key(|(_, of)| std::cmp::Reverse(*of));
    }
    let combined = |number: usize| {
        let chosen = kernel.iter().enumerate().filter(|(i, _)| number >> i & 1 == 1);
        chosen.fold(0, |key, (_, vector)| key ^ vector)
    };
    (0..count).map(combined).collect()
}

#[test]
fn a_key_without_a_bucket_stops_the_core_until_it_is_emptied() {
    let emitted = hdl::small_core();
    testkit::kernels::run(
        "a_key_without_a_bucket_stops_the_core_until_it_is_emptied",
        &emitted,
        |kernel| {
            let program =
                Arc::new(rulec::compile(&rules()).0.expect("the rules compile").for_hardware());
            let keys = alike(map_address_bits(ROWS as u32), engine::build::MAP_SLOTS + 1);
            let put = |key: u64| numbers(&program, Message::Put, &[key as i64, 1, 1, 1]);
            let mut core = CoreModel::new(kernel, Build::SMALL, Arc::clone(&program))
                .expect("the core runs it");
            let mut reference = Reference::new(Arc::clone(&program)).expect("the program is valid");
            let (mut tally, last) = (Tally::default(), keys[keys.len() - 1]);
            for key in &keys[..keys.len() - 1] {
                step(&mut core, &mut reference, &put(*key), &mut tally, &|| format!("key {key:x}"));
            }
            assert_eq!(tally.accepts, engine::build::MAP_SLOTS as u64, "{tally:?}");
            assert!(
                core.execute(&put(last).bytes, 7).verdict.is_accept(),
                "the fault is not known yet"
            );
            assert!(core.is_faulty());
            // From here on the core takes no frame and gives no answer.
            let beat = &beats(&put(5).bytes)[0];
            kernel.set_words("s_axis_order_tdata", &beat.words);
            kernel.set("s_axis_order_tkeep", beat.keep);
            kernel.set("s_axis_order_tlast", true);
            kernel.set("s_axis_order_tvalid", true);
            for _ in 0..500 {
                kernel.settle_low();
                assert!(
                    !kernel.is_high("s_axis_order_tready")
                        && !kernel.is_high("m_axis_verdict_tvalid")
                );
                kernel.step();
            }
            // After it is emptied, the core works as usual.
            let mut core = CoreModel::new(kernel, Build::SMALL, Arc::clone(&program))
                .expect("the core runs it");
            let mut reference = Reference::new(Arc::clone(&program)).expect("the program is valid");
            assert!(!core.is_faulty());
            for key in keys.iter().skip(1) {
                step(&mut core, &mut reference, &put(*key), &mut tally, &|| {
                    format!("key {key:x}, emptied")
                });
            }
            compare_tables(&mut core, &reference, &mut tally, &|| "emptied".into());
        },
    );
}
