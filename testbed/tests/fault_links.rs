// SPDX-License-Identifier: Apache-2.0

//! Links that are full: whatever waits on either side, each takes what has come, so that they never
//! wait for each other.

mod support;

use engine::shell::*;
use host::transport::Transport;
use std::time::Duration;
use support::wire::{Reads, Witness, order, with_card};
use support::{RULES, loaded, program};
use testbed::card::{Card, Step};
use testbed::doe::TwinDoe;
use testbed::faults::Faults;
use testbed::pcie::{LinkConfig, Packet, Payload, link};
use testbed::pcie_transport::PcieTransport;

/// Packets of a direction.
const DEPTH: usize = 16;
const MEMORY: usize = 0x8000;

#[test]
fn host_and_card_do_not_wait_for_each_other_over_a_full_link() {
    let program = program(RULES);
    let mut doe = TwinDoe::with(loaded(&program));
    let (mut host, device) = link(&LinkConfig { depth: DEPTH, ..LinkConfig::default() });
    let mut card = Card::new(&mut doe, device, crossbeam::channel::never(), 1, Faults::new(None));
    let mut step = |times: u32| {
        for _ in 0..times {
            card.step().expect("the host is there");
        }
    };
    let word = |register: engine::registers::Register, word| Packet::Write {
        address: register.offset.into(),
        data: Payload::word(word),
    };
    // A descriptor is to be read, and what asks for it stands behind the answers to many reads of
    // registers.
    for packet in [word(H2C_SLOTS, 8), word(C2H_SLOTS, 8), word(H2C_TAIL, 1)] {
        assert_eq!(host.send(packet), Ok(true));
    }
    step(2);
    for _ in 0..8 {
        while host.send(Packet::Read { tag: 9, address: MESSAGES.offset.into(), length: 4 })
            == Ok(true)
        {}
        step(4);
    }
    // The way down is full, the way up is, and the card has as much again to send. Only now the
    // host looks.
    while host.send(word(INTERRUPTS, 0)) == Ok(true) {}
    step(4);
    let mut host = PcieTransport::new(host, MEMORY, Duration::ZERO);
    let mut idle = 0;
    while idle < 8 {
        let moved = host.poll().expect("the card is there");
        idle = if card.step() == Ok(Step::Worked) || moved { 0 } else { idle + 1 };
    }
    // Everything has been said: what comes now comes through.
    host.write(INTERRUPTS.offset.into(), 1).expect("the way down is free");
    while card.step() == Ok(Step::Worked) {}
    assert!(!host.poll().expect("the card is there"), "the way up is empty");
}

#[test]
fn a_card_that_floods_the_host_with_reads_is_not_served_without_end() {
    let (host, mut card) = link(&LinkConfig { depth: DEPTH, ..LinkConfig::default() });
    let mut host = PcieTransport::new(host, MEMORY, Duration::from_secs(60));
    let mut sent = 0;
    for _ in 0..10_000 {
        sent += u32::from(card.send(Packet::Read { tag: 0, address: 0, length: 4 }) == Ok(true));
        host.poll().expect("the card is there");
    }
    assert!(sent > 100 && sent < 1_000, "{sent} reads were taken of a card that takes no answers");
    // As soon as it takes them, all are answered.
    let mut answered = 0;
    for _ in 0..10_000 {
        host.poll().expect("the card is there");
        answered +=
            u32::from(matches!(card.receive(), Ok(Some(Packet::Completion { data: Some(_), .. }))));
    }
    assert_eq!(answered, sent);
}

#[test]
fn reads_and_writes_outside_the_memory_are_not_carried_out_and_counted() {
    let (host, mut card) = link(&LinkConfig { depth: DEPTH, ..LinkConfig::default() });
    let mut host = PcieTransport::new(host, MEMORY, Duration::from_secs(60));
    let outside = [MEMORY as u64 - 3, MEMORY as u64, u64::MAX, u64::MAX - 3];
    for address in outside {
        assert_eq!(card.send(Packet::Write { address, data: Payload::word(!0) }), Ok(true));
        assert_eq!(card.send(Packet::Read { tag: 1, address, length: 4 }), Ok(true));
    }
    while host.poll().expect("the card is there") {}
    assert_eq!(host.outside(), 2 * outside.len() as u64);
    assert!(host.memory().iter().all(|byte| *byte == 0));
    let answers = std::iter::from_fn(|| card.receive().expect("the host is there"));
    assert!(
        answers
            .take(outside.len())
            .all(|packet| packet == Packet::Completion { tag: 1, data: None })
    );
}

#[test]
fn a_host_that_answers_no_read_holds_up_descriptors_and_nothing_else() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        wire.reads = Reads::Held;
        wire.put(Request::Message, 1, &order(messages, 1));
        wire.ring(card);
        let frame = order(messages, 1);
        let expected = witness.answer(&frame);
        wire.stream(card, 1, 0, &frame);
        assert_eq!(wire.records(card), [(LogKind::Message, expected, frame)], "sessions go on");
        assert_eq!([H2C_HEAD, MESSAGES].map(|register| wire.read(card, register)), [0, 1]);
    });
}
