// SPDX-License-Identifier: Apache-2.0

//! Broken streams and reopened sessions: every frame is answered once, and other sessions go on.

use engine::shell::*;
use testbed::card::Card;
use testbed::faults::{Fault, FaultPlan};
use testbed::toe::{SEGMENTS_AHEAD_MAX, Segment, WINDOW_BYTES};
use testkit::rigs::Messages;
use testkit::rigs::wire::{SLOTS, Wire, Witness, order, with_card};

/// Sends the next order of a session and asserts that it, and nothing else, is answered.
fn is_answered(
    card: &mut Card<'_>,
    wire: &mut Wire,
    (session, connection, number): (u16, u16, u32),
    witness: &mut Witness,
    messages: &mut Messages,
) {
    let frame = order(messages, number);
    let expected = witness.answer(&frame);
    wire.stream(card, session, connection, &frame);
    assert_eq!(wire.records(card), [(LogKind::Message, expected, frame)]);
}

fn open(card: &mut Card<'_>, wire: &mut Wire, session: u16, connection: u16, next: u32) {
    wire.write(card, SESSION, u32::from(session) | u32::from(connection) << 16);
    wire.write(card, SESSION_NEXT, next);
    wire.restart(session);
}

#[test]
fn a_frame_that_waits_for_the_log_is_answered_once_if_its_session_is_reopened() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        for session in 0..4 {
            open(card, wire, session, 0, 1);
        }
        // The log is full, and frames of two sessions wait.
        let frames: Vec<_> = (1..=SLOTS + 2).map(|number| order(messages, number)).collect();
        wire.stream(card, 1, 0, &frames.concat());
        let other = order(messages, 1);
        wire.stream(card, 2, 0, &other);
        assert_eq!(
            [MESSAGES, FRAMES_WAITING].map(|register| wire.read(card, register)),
            [SLOTS, 3]
        );
        // The session is reopened after the answered frames, and sends the others again.
        open(card, wire, 1, 1, SLOTS + 1);
        assert_eq!(wire.read(card, FRAMES_WAITING), 1, "the other session's frame is still there");
        wire.stream(card, 1, 1, &frames[SLOTS as usize..].concat());
        let mut expected = Vec::new();
        let order_of_answers =
            frames[..SLOTS as usize].iter().chain([&other]).chain(&frames[SLOTS as usize..]);
        for frame in order_of_answers {
            expected.push((LogKind::Message, witness.answer(frame), frame.clone()));
        }
        let mut records = Vec::new();
        for _ in 0..4 {
            records.extend(wire.records(card));
            wire.settle(card);
        }
        assert_eq!(records, expected);
        is_answered(card, wire, (1, 1, SLOTS + 3), &mut witness, messages);
    });
}

#[test]
fn a_gap_a_doubled_and_a_moved_number_are_refused_and_the_session_goes_on() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        // The places of the stream are numbered, whatever numbers the frames carry. Frame 1 is
        // right; then come a gap, a doubled number, and numbers from before.
        is_answered(card, wire, (1, 0, 1), &mut witness, messages);
        for (refused, number) in (1..).zip([3, 2, 1, u32::MAX]) {
            let frame = order(messages, number);
            wire.stream(card, 1, 0, &frame);
            let records = wire.records(card);
            assert_eq!(records.len(), 1);
            assert_eq!(
                (records[0].0, &records[0].2),
                (LogKind::Refused, &frame),
                "number {number}"
            );
            assert_eq!(wire.read(card, REFUSED), refused);
        }
        is_answered(card, wire, (1, 0, 6), &mut witness, messages);
        assert_eq!(wire.read(card, MESSAGES), 2);
    });
}

#[test]
fn a_broken_stream_stops_only_its_session_until_it_is_reopened() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        for (broken, length) in (1..).zip([0_u16, 11, 257, u16::MAX]) {
            let connection = broken as u16 - 1;
            wire.stream(card, 1, connection, &length.to_le_bytes());
            let records = wire.records(card);
            assert_eq!((records.len(), records[0].0), (1, LogKind::Refused), "length {length}");
            assert_eq!(wire.read(card, SESSIONS_BROKEN), broken);
            // All later bytes of the stream are ignored.
            wire.stream(card, 1, connection, &order(messages, 2 * broken));
            assert!(wire.records(card).is_empty());
            is_answered(card, wire, (2, 0, broken), &mut witness, messages);
            open(card, wire, 1, broken as u16, 2 * broken);
            is_answered(card, wire, (1, broken as u16, 2 * broken), &mut witness, messages);
        }
    });
}

#[test]
fn segments_of_an_earlier_connection_or_unknown_session_are_dropped() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        open(card, wire, 1, 7, 1);
        let late = Segment {
            session: 1,
            connection: 0,
            first_byte: 0,
            bytes: order(messages, 1),
            ends: false,
        };
        wire.segment(card, late.clone());
        wire.segment(card, Segment { session: 4, ..late.clone() });
        wire.segment(card, Segment { session: u16::MAX, ..late });
        assert_eq!([SEGMENTS_UNKNOWN, MESSAGES].map(|register| wire.read(card, register)), [3, 0]);
        is_answered(card, wire, (1, 7, 1), &mut witness, messages);
    });
}

#[test]
fn segments_far_ahead_or_with_the_highest_numbers_are_dropped() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let far = [WINDOW_BYTES, WINDOW_BYTES - 1, u64::MAX, u64::MAX - 1];
        for (times, first_byte) in (1..).zip(far) {
            wire.segment(
                card,
                Segment { session: 1, connection: 0, first_byte, bytes: vec![1; 2], ends: true },
            );
            assert_eq!(wire.read(card, SEGMENTS_AHEAD), times, "{first_byte}");
        }
        is_answered(card, wire, (1, 0, 1), &mut witness, messages);
    });
}

#[test]
fn a_segment_that_arrives_early_many_times_is_kept_once() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let frames = [order(messages, 1), order(messages, 2)];
        let second = frames[0].len() as u64;
        let ahead = |first_byte: u64, bytes: &[u8]| Segment {
            session: 1,
            connection: 0,
            first_byte,
            bytes: bytes.to_vec(),
            ends: false,
        };
        for _ in 0..2 * SEGMENTS_AHEAD_MAX {
            wire.segment(card, ahead(second, &frames[1][..20]));
        }
        wire.segment(card, ahead(second + 20, &frames[1][20..]));
        assert_eq!(wire.read(card, SEGMENTS_AHEAD), 0);
        let expected =
            frames.each_ref().map(|frame| (LogKind::Message, witness.answer(frame), frame.clone()));
        wire.segment(card, ahead(0, &frames[0]));
        assert_eq!(wire.records(card), expected);
        assert_eq!(wire.read(card, BYTES_REPEATED), 20 * (2 * SEGMENTS_AHEAD_MAX as u32 - 1));
    });
}

#[test]
fn a_session_that_has_ended_takes_nothing_until_it_is_reopened() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        let frame = order(messages, 1);
        let end = Segment {
            session: 1,
            connection: 0,
            first_byte: 0,
            bytes: frame[..20].to_vec(),
            ends: true,
        };
        wire.segment(card, end.clone());
        assert_eq!(wire.read(card, FRAMES_CUT), 1);
        wire.segment(card, Segment { first_byte: 20, bytes: frame.clone(), ..end });
        assert_eq!([SEGMENTS_UNKNOWN, MESSAGES].map(|register| wire.read(card, register)), [1, 0]);
        assert!(wire.records(card).is_empty());
        is_answered(card, wire, (2, 0, 1), &mut witness, messages);
        open(card, wire, 1, 1, 1);
        is_answered(card, wire, (1, 1, 1), &mut witness, messages);
    });
}

#[test]
fn registers_and_sessions_work_and_show_waiting_frames_while_the_engine_stands_still() {
    with_card(
        Some(FaultPlan { moment: 40, fault: Fault::EngineStands }),
        |card, wire, messages| {
            let (mut sent, mut answered) = (0, 0);
            for number in 1..60 {
                wire.stream(card, 1, 0, &order(messages, number));
                (sent, answered) = (number, answered + wire.records(card).len() as u32);
            }
            assert!(answered > 0 && answered < sent);
            assert_eq!(
                [MESSAGES, FRAMES_WAITING].map(|r| wire.read(card, r)),
                [answered, sent - answered]
            );
            wire.put(Request::Message, 1, &order(messages, 1));
            wire.ring(card);
            assert_eq!(wire.last().0, DescriptorState::Pending);
        },
    );
}

#[test]
fn a_card_without_a_network_still_answers_descriptors() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        is_answered(card, wire, (1, 0, 1), &mut witness, messages);
        wire.network = None;
        wire.assert_answers_next_order(card, &mut witness, messages);
    });
}
