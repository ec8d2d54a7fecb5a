// SPDX-License-Identifier: Apache-2.0

//! Forbidden accesses to registers: nothing is written, the card counts them, the error of a read
//! names the address, and the next order is answered as usual.

use engine::registers::Access;
use engine::shell::*;
use host::driver::{Driver, DriverConfig, DriverError};
use host::transport::Transport;
use std::time::Duration;
use testbed::bench::{CardEnds, card_ends, run_card};
use testbed::doe::TwinDoe;
use testbed::pcie::{LinkConfig, Packet, Payload};
use testbed::pcie_transport::PcieTransport;
use testkit::rigs::wire::{Wire, Witness, with_card};

type Card<'d> = testbed::card::Card<'d>;

/// Contents of all registers of the shell but the counter of forbidden accesses.
fn registers(card: &mut Card<'_>, wire: &mut Wire) -> Vec<u32> {
    REGISTERS
        .iter()
        .filter(|register| **register != REGISTER_ERRORS)
        .map(|r| wire.read(card, *r))
        .collect()
}

#[test]
fn an_access_that_is_not_allowed_changes_nothing_and_is_counted() {
    with_card(None, |card, wire, messages| {
        let mut witness = Witness::new();
        wire.assert_answers_next_order(card, &mut witness, messages);
        let before = registers(card, wire);
        let mut errors = 0;
        let read_only = REGISTERS.iter().filter(|register| register.access == Access::Read);
        let written = read_only.map(|register| (u64::from(register.offset), 1)).chain([
            // Outside the map, beyond the BAR, not a multiple of four, at the end of the address
            // space.
            (u64::from(SHELL_FIRST) + 4 * REGISTERS.len() as u64, 1),
            (BAR_BYTES, 1),
            (u64::from(H2C_TAIL.offset) + 1, 1),
            (u64::from(H2C_TAIL.offset) + 2, 1),
            (u64::MAX - 3, 1),
            // Values out of range.
            (H2C_SLOTS.offset.into(), 3),
            (H2C_SLOTS.offset.into(), 2 * RING_SLOTS_MAX),
            (C2H_SLOTS.offset.into(), u32::MAX),
            // A ring must not be moved while it is on.
            (H2C_BASE_LOW.offset.into(), 0x4000),
            (H2C_BASE_HIGH.offset.into(), 1),
            (C2H_BASE_LOW.offset.into(), 0x4000),
            (C2H_BASE_HIGH.offset.into(), 1),
        ]);
        for (address, word) in written.collect::<Vec<_>>() {
            wire.write_at(card, address, word);
            errors += 1;
            assert_eq!(wire.read(card, REGISTER_ERRORS), errors, "a write to {address:#x}");
        }
        for bytes in [&[][..], &[0; 3], &[0; 8], &[0; 512]] {
            let address = H2C_TAIL.offset.into();
            wire.send(Packet::Write { address, data: Payload::new(bytes).expect("fits") });
            wire.settle(card);
            errors += 1;
            assert_eq!(wire.read(card, REGISTER_ERRORS), errors, "{} bytes", bytes.len());
        }
        for address in [BAR_BYTES, u64::from(H2C_TAIL.offset) + 1, u64::MAX - 3, 0xffc] {
            assert_eq!(wire.read_at(card, address), None);
            errors += 1;
            assert_eq!(wire.read(card, REGISTER_ERRORS), errors, "a read of {address:#x}");
        }
        assert_eq!(registers(card, wire), before);
        wire.assert_answers_next_order(card, &mut witness, messages);
    });
}

#[test]
fn a_base_that_is_no_multiple_of_64_is_refused_while_the_ring_is_off() {
    with_card(None, |card, wire, messages| {
        wire.write(card, H2C_SLOTS, 0);
        let base = wire.read(card, H2C_BASE_LOW);
        for word in [1, 32, 63, 0x1004] {
            wire.write(card, H2C_BASE_LOW, word);
        }
        assert_eq!((wire.read(card, H2C_BASE_LOW), wire.read(card, REGISTER_ERRORS)), (base, 4));
        wire.set_rings(card);
        wire.assert_answers_next_order(card, &mut Witness::new(), messages);
    });
}

#[test]
fn an_unknown_session_is_not_opened() {
    with_card(None, |card, wire, messages| {
        wire.write(card, SESSION, 4);
        wire.write(card, SESSION_NEXT, 9);
        assert_eq!((wire.read(card, SESSION_NEXT), wire.read(card, REGISTER_ERRORS)), (0, 1));
        wire.assert_answers_next_order(card, &mut Witness::new(), messages);
    });
}

/// Runs a test with the result of opening a driver with these sizes.
fn opened(
    config: DriverConfig,
    memory: usize,
    test: impl FnOnce(Result<Driver<PcieTransport>, DriverError>),
) {
    let CardEnds { host, card, network: _network, over: _over } =
        card_ends(&LinkConfig::default(), 1, None);
    std::thread::scope(|scope| {
        scope.spawn(move || run_card(&mut TwinDoe::default(), card));
        test(Driver::open(PcieTransport::new(host, memory, Duration::from_secs(60)), config));
    });
}

#[test]
fn the_driver_names_the_setting_that_the_card_refused() {
    for (slots, register) in
        [(24, "H2C_SLOTS"), (2 * RING_SLOTS_MAX, "H2C_SLOTS"), (0, "H2C_SLOTS")]
    {
        let config = DriverConfig { h2c_slots: slots, ..DriverConfig::default() };
        opened(config, config.memory_bytes(), |driver| {
            let error = driver.err().expect("such a ring is refused").to_string();
            assert!(error.contains(register) && error.contains("power of two"), "{error}");
        });
    }
    let config = DriverConfig::default();
    opened(config, 4096, |driver| {
        let error = driver.err().expect("there is too little memory").to_string();
        assert!(error.contains(&config.memory_bytes().to_string()), "{error}");
    });
}

#[test]
fn a_read_of_an_unknown_register_names_the_address() {
    let config = DriverConfig::default();
    opened(config, config.memory_bytes(), |driver| {
        let mut driver = driver.expect("it opens");
        let error =
            driver.transport().read(0x1ffc).expect_err("there is no such register").to_string();
        assert!(error.contains("0x1ffc"), "{error}");
        assert_eq!(driver.faults().expect("it answers"), [(REGISTER_ERRORS, 1)]);
        assert_eq!(driver.health().expect("it answers").messages, 0);
    });
}
