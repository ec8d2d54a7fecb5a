// SPDX-License-Identifier: Apache-2.0

//! Full links: host and card receive even if they cannot send, so they never wait for each other.

use engine::shell::*;
use host::transport::Transport;
use std::time::Duration;
use testbed::card::{Card, Step};
use testbed::doe::TwinDoe;
use testbed::faults::Faults;
use testbed::pcie::{LinkConfig, Packet, Payload, link};
use testbed::pcie_transport::PcieTransport;
use testkit::rigs::wire::{Reads, Witness, order, with_card};
use testkit::rigs::{RULES, loaded, program};

/// Packets that each direction holds.
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
            card.step().expect("the host runs");
        }
    };
    let word = |register: engine::registers::Register, word| Packet::Write {
        address: register.offset.into(),
        data: Payload::word(word),
    };
    // The card wants to read a descriptor, and its request waits after the completions of many
    // register reads.
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
    // Both directions are full, and the card has as many packets again to send. Only now the host
    // receives.
    while host.send(word(INTERRUPTS, 0)) == Ok(true) {}
    step(4);
    let mut host = PcieTransport::new(host, MEMORY, Duration::ZERO);
    let mut idle = 0;
    while idle < 8 {
        let moved = host.poll().expect("the card runs");
        idle = if card.step() == Ok(Step::Worked) || moved { 0 } else { idle + 1 };
    }
    // All packets have arrived, so a new one gets through.
    host.write(INTERRUPTS.offset.into(), 1).expect("the link to the card has room");
    while card.step() == Ok(Step::Worked) {}
    assert!(!host.poll().expect("the card runs"), "nothing is left on the link to the host");
}

#[test]
fn a_card_that_floods_the_host_with_reads_is_served_only_so_far() {
    let (host, mut card) = link(&LinkConfig { depth: DEPTH, ..LinkConfig::default() });
    let mut host = PcieTransport::new(host, MEMORY, Duration::from_secs(60));
    let mut sent = 0;
    for _ in 0..10_000 {
        sent += u32::from(card.send(Packet::Read { tag: 0, address: 0, length: 4 }) == Ok(true));
        host.poll().expect("the card runs");
    }
    assert!(sent > 100 && sent < 1_000, "{sent} reads of a card that receives no completions");
    // When the card receives completions, all its reads are answered.
    let mut answered = 0;
    for _ in 0..10_000 {
        host.poll().expect("the card runs");
        answered +=
            u32::from(matches!(card.receive(), Ok(Some(Packet::Completion { data: Some(_), .. }))));
    }
    assert_eq!(answered, sent);
}

#[test]
fn reads_and_writes_outside_the_memory_are_dropped_and_counted() {
    let (host, mut card) = link(&LinkConfig { depth: DEPTH, ..LinkConfig::default() });
    let mut host = PcieTransport::new(host, MEMORY, Duration::from_secs(60));
    let outside = [MEMORY as u64 - 3, MEMORY as u64, u64::MAX, u64::MAX - 3];
    for address in outside {
        assert_eq!(card.send(Packet::Write { address, data: Payload::word(!0) }), Ok(true));
        assert_eq!(card.send(Packet::Read { tag: 1, address, length: 4 }), Ok(true));
    }
    while host.poll().expect("the card runs") {}
    assert_eq!(host.outside(), 2 * outside.len() as u64);
    assert!(host.memory().iter().all(|byte| *byte == 0));
    let answers = std::iter::from_fn(|| card.receive().expect("the host runs"));
    assert!(
        answers
            .take(outside.len())
            .all(|packet| packet == Packet::Completion { tag: 1, data: None })
    );
}

#[test]
fn a_host_that_answers_no_read_delays_descriptors_and_nothing_else() {
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
