// SPDX-License-Identifier: Apache-2.0

//! Wrong descriptors, doorbells and reads of memory: each ends with the state that says why, is
//! counted, and has no other effect.

use engine::shell::*;
use testbed::card::Card;
use testkit::rigs::Messages;
use testkit::rigs::wire::{BYTES, MEMORY, Reads, SLOTS, Wire, Witness, order, with_card};

/// Rings the doorbell for the descriptor written last, and asserts that it ends with this state and
/// that the card answers the next order.
fn assert_ends(
    card: &mut Card<'_>,
    wire: &mut Wire,
    messages: &mut Messages,
    witness: &mut Witness,
    state: DescriptorState,
) {
    let [refused, errors] =
        [DESCRIPTORS_REFUSED, DMA_ERRORS].map(|register| wire.read(card, register));
    wire.ring(card);
    assert_eq!(wire.last().0, state);
    assert_eq!(wire.read(card, DESCRIPTORS_REFUSED), refused + 1, "{state:?}");
    assert!(wire.read(card, DMA_ERRORS) <= errors + 1);
    assert!(wire.records(card).is_empty(), "nothing was answered");
    wire.reads = Reads::Right;
    wire.assert_answers_next_order(card, witness, messages);
}

#[test]
fn a_descriptor_that_points_outside_the_memory_ends_with_an_error() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let frame = order(messages, 1);
        let length = frame.len() as u64;
        let outside = [
            MEMORY as u64,
            MEMORY as u64 - length + 1,
            1 << 40,
            u64::MAX - length - 600,
            u64::MAX - length,
        ];
        for (times, address) in (1..).zip(outside) {
            let good = wire.put(Request::Message, 1, &frame);
            wire.unput();
            wire.put_raw(&Descriptor { address, ..good });
            assert_ends(card, wire, messages, &mut witness, DescriptorState::DmaError);
            assert_eq!(wire.read(card, DMA_ERRORS), times, "{address:#x}");
        }
    });
}

#[test]
fn a_descriptor_whose_bytes_would_wrap_around_is_refused_before_anything_is_read() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        for (address, length) in [(u64::MAX, 40), (u64::MAX - 38, 40), (u64::MAX - 511, 4096)] {
            let request = if length == 40 { Request::Message } else { Request::Rows } as u16;
            wire.put_raw(&Descriptor {
                address,
                length,
                request,
                session: 1,
                state: 0,
                reserved: 0,
                detail: 0,
            });
            assert_ends(card, wire, messages, &mut witness, DescriptorState::DmaError);
        }
        assert_eq!(wire.read(card, DMA_ERRORS), 0);
    });
}

#[test]
fn bytes_may_start_at_any_address() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let frame = order(messages, 1);
        for shift in [1, 3, 63] {
            let good = wire.put(Request::Message, 1, &frame);
            wire.unput();
            let address = BYTES + 0x1000 + shift;
            wire.memory[address as usize..address as usize + frame.len()].copy_from_slice(&frame);
            wire.put_raw(&Descriptor { address, ..good });
            wire.ring(card);
            assert_eq!(wire.last().0, DescriptorState::Done);
            let expected = witness.answer(&frame);
            assert_eq!(wire.records(card), [(LogKind::Message, expected, frame.clone())]);
        }
    });
}

#[test]
fn a_length_that_its_request_cannot_have_is_refused() {
    let wrong = [
        (Request::Message, 0),
        (Request::Message, 11),
        (Request::Message, 257),
        (Request::Message, u32::MAX),
        (Request::Step, 0),
        (Request::Step, 11),
        (Request::Step, 257),
        (Request::Refused, 257),
        (Request::Rows, 0),
        (Request::Rows, 11),
        (Request::Rows, DESCRIPTOR_BYTES_MAX + 1),
        (Request::Program, 0),
        (Request::Program, DESCRIPTOR_BYTES_MAX + 1),
        (Request::Swap, 1),
        (Request::Digest, 8),
    ];
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        for (request, length) in wrong {
            let request = request as u16;
            wire.put_raw(&Descriptor {
                address: BYTES,
                length,
                request,
                session: 1,
                state: 0,
                reserved: 0,
                detail: 0,
            });
            assert_ends(card, wire, messages, &mut witness, DescriptorState::Length);
        }
    });
}

#[test]
fn unknown_and_impossible_requests_are_refused() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let next = (1..).find(|code| Request::from_code(*code).is_none());
        for request in [0, next.expect("few codes are requests"), u16::MAX] {
            let length = 40;
            wire.put_raw(&Descriptor {
                address: BYTES,
                length,
                request,
                session: 1,
                state: 0,
                reserved: 0,
                detail: 0,
            });
            assert_ends(card, wire, messages, &mut witness, DescriptorState::NoRequest);
        }
        wire.put(Request::Swap, 0, &[]);
        assert_ends(card, wire, messages, &mut witness, DescriptorState::NoProgram);
        wire.put(Request::Digest, 77, &[]);
        assert_ends(card, wire, messages, &mut witness, DescriptorState::NoProgram);
        wire.put(Request::Program, 0, b"no image at all");
        assert_ends(card, wire, messages, &mut witness, DescriptorState::Image);
        wire.put(Request::Fill, 0, &[]);
        assert_ends(card, wire, messages, &mut witness, DescriptorState::NotReady);
        // The card takes what is no change, and then finds that out.
        wire.put(Request::Change, 0, b"no change at all");
        wire.ring(card);
        assert_eq!(wire.last().0, DescriptorState::Done);
        while wire.read(card, CHANGE) == ChangeState::Preparing as u32 {}
        assert_eq!(wire.read(card, CHANGE), ChangeState::Refused as u32);
        wire.put(Request::Fill, 0, &[]);
        assert_ends(card, wire, messages, &mut witness, DescriptorState::NotReady);
        // A row that states more bytes than the descriptor has, and one that states none.
        for stated in [200_u16, 0] {
            let mut row = [0; 40];
            engine::frame::set_stated_length(&mut row, stated);
            wire.put(Request::Rows, 0, &row);
            assert_ends(card, wire, messages, &mut witness, DescriptorState::Row);
        }
    });
}

#[test]
fn a_frame_with_another_length_than_its_descriptor_is_malformed() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let mut frame = order(messages, 1);
        frame.push(0);
        let expected = witness.answer(&frame);
        assert!(!expected.is_accept());
        wire.put(Request::Message, 1, &frame);
        wire.ring(card);
        assert_eq!(wire.records(card), [(LogKind::Message, expected, frame)]);
        wire.assert_answers_next_order(card, &mut witness, messages);
    });
}

#[test]
fn a_completion_with_an_error_or_of_another_length_ends_the_descriptor() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let length = order(messages, 1).len();
        for (times, reads) in (1..).zip([
            Reads::Fail,
            Reads::Length(0),
            Reads::Length(length + 1),
            Reads::Length(512),
        ]) {
            let frame = order(messages, 1);
            wire.put(Request::Message, 1, &frame);
            // The read of the descriptor itself is answered correctly.
            wire.reads = Reads::Held;
            wire.ring(card);
            let (tag, address, length) = wire.held.pop().expect("the card reads the descriptor");
            wire.reads = Reads::Right;
            wire.answer(tag, address, length);
            wire.reads = reads;
            wire.settle(card);
            assert_eq!(wire.last().0, DescriptorState::DmaError, "{reads:?}");
            assert_eq!(
                [DMA_ERRORS, DESCRIPTORS_REFUSED].map(|r| wire.read(card, r)),
                [times, times],
                "{reads:?}"
            );
            wire.reads = Reads::Right;
            wire.assert_answers_next_order(card, &mut witness, messages);
        }
    });
}

#[test]
fn a_descriptor_that_cannot_be_read_switches_the_ring_off_until_it_is_set_up_again() {
    for reads in [Reads::Fail, Reads::Length(0), Reads::Length(31), Reads::Length(33)] {
        with_card(None, |card, wire, messages| {
            let mut witness = Witness::new();
            wire.put(Request::Message, 1, &order(messages, 1));
            let interrupts = wire.interrupts;
            wire.reads = reads;
            wire.ring(card);
            wire.reads = Reads::Right;
            assert_eq!(
                wire.last().0,
                DescriptorState::Pending,
                "there is no descriptor to write a state into"
            );
            assert_eq!(
                [H2C_SLOTS, DMA_ERRORS].map(|register| wire.read(card, register)),
                [0, 1],
                "{reads:?}"
            );
            assert_eq!(wire.interrupts, interrupts + 1, "the host is interrupted");
            // While the ring is off, every doorbell is out of range.
            wire.put(Request::Message, 1, &order(messages, 1));
            wire.ring(card);
            assert_eq!(wire.read(card, REGISTER_ERRORS), 1);
            wire.set_rings(card);
            wire.assert_answers_next_order(card, &mut witness, messages);
        });
    }
}

#[test]
fn a_completion_for_a_ring_that_was_set_up_again_is_dropped() {
    for done in [0, 1] {
        with_card(None, |card, wire, messages| {
            let mut witness = Witness::new();
            let old = order(messages, 1);
            wire.put(Request::Message, 1, &old);
            wire.reads = Reads::Held;
            wire.ring(card);
            for _ in 0..done {
                // The descriptor is read in time, its bytes are not.
                let (tag, address, length) = wire.held.remove(0);
                wire.answer(tag, address, length);
                wire.settle(card);
            }
            let late = wire.held.remove(0);
            let old_memory = wire.memory.clone();
            wire.set_rings(card);
            // The card reads the new ring's first descriptor, and then gets the old completion.
            let frame = order(messages, 1);
            let expected = witness.answer(&frame);
            wire.put(Request::Message, 1, &frame);
            wire.ring(card);
            let new_memory = std::mem::replace(&mut wire.memory, old_memory);
            wire.answer(late.0, late.1, late.2);
            wire.settle(card);
            wire.memory = new_memory;
            assert_eq!(wire.read(card, COMPLETIONS_DROPPED), 1);
            wire.reads = Reads::Right;
            for (tag, address, length) in std::mem::take(&mut wire.held) {
                wire.answer(tag, address, length);
            }
            wire.settle(card);
            assert_eq!(
                wire.records(card),
                [(LogKind::Message, expected, frame)],
                "only the new frame is answered"
            );
            wire.assert_answers_next_order(card, &mut witness, messages);
        });
    }
}

#[test]
fn a_doorbell_that_goes_backwards_or_beyond_the_ring_is_refused() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        for _ in 0..5 {
            wire.assert_answers_next_order(card, &mut witness, messages);
        }
        // Two more are under way, and the reads for them are not answered.
        wire.reads = Reads::Held;
        let frames = [order(messages, 1), order(messages, 1)];
        for frame in &frames {
            wire.put(Request::Message, 1, frame);
        }
        wire.ring(card);
        let (head, tail) = (wire.read(card, H2C_HEAD), wire.tail());
        assert_eq!((head, tail), (5, 7));
        for (errors, word) in (1..).zip([tail - 1, head, head - 1, 0, head + SLOTS + 1, u32::MAX]) {
            wire.write(card, H2C_TAIL, word);
            assert_eq!(
                [H2C_TAIL, REGISTER_ERRORS].map(|r| wire.read(card, r)),
                [tail, errors],
                "{word}"
            );
        }
        wire.reads = Reads::Right;
        let (tag, address, length) = wire.held.remove(0);
        wire.answer(tag, address, length);
        wire.settle(card);
        let expected: Vec<_> = frames
            .into_iter()
            .map(|frame| (LogKind::Message, witness.answer(&frame), frame))
            .collect();
        assert_eq!(wire.records(card), expected);
        wire.assert_answers_next_order(card, &mut witness, messages);
    });
}

#[test]
fn a_doorbell_that_runs_ahead_of_the_descriptors_does_nothing_twice() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        for _ in 0..SLOTS {
            wire.assert_answers_next_order(card, &mut witness, messages);
        }
        // All descriptors in the ring were done before.
        wire.write(card, H2C_TAIL, 2 * SLOTS);
        assert_eq!([H2C_HEAD, DESCRIPTORS_REFUSED].map(|r| wire.read(card, r)), [2 * SLOTS, SLOTS]);
        assert!((0..SLOTS).all(|number| wire.state_of(number).0 == DescriptorState::Stale));
        assert!(wire.records(card).is_empty());
        wire.skip(SLOTS);
        wire.assert_answers_next_order(card, &mut witness, messages);
    });
}

#[test]
fn a_full_ring_of_records_makes_the_card_wait_without_losing_or_doubling_anything() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let mut expected = Vec::new();
        for _ in 0..2 * SLOTS {
            let frame = order(messages, 1);
            expected.push((LogKind::Message, witness.answer(&frame), frame.clone()));
            wire.put(Request::Message, 1, &frame);
            wire.ring(card);
        }
        // As many messages as the ring has slots were answered; the next one waits.
        assert_eq!([C2H_TAIL, MESSAGES].map(|register| wire.read(card, register)), [SLOTS, SLOTS]);
        assert_eq!(wire.read(card, C2H_WAITS), 1, "one wait is counted once, however long it is");
        // The host must not take free slots back, nor free slots that were not written.
        for (errors, word) in (1..).zip([u32::MAX, SLOTS + 1]) {
            wire.write(card, C2H_HEAD, word);
            assert_eq!([C2H_HEAD, REGISTER_ERRORS].map(|r| wire.read(card, r)), [0, errors]);
        }
        let mut records = Vec::new();
        while records.len() < expected.len() {
            records.extend(wire.records(card));
            wire.settle(card);
        }
        assert_eq!(records, expected);
        let read = wire.read(card, C2H_HEAD);
        wire.write(card, C2H_HEAD, read - 1);
        assert_eq!(
            [C2H_HEAD, REGISTER_ERRORS].map(|r| wire.read(card, r)),
            [read, 3],
            "it never goes back"
        );
        wire.assert_answers_next_order(card, &mut witness, messages);
    });
}
