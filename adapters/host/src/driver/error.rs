// SPDX-License-Identifier: Apache-2.0

//! Errors of a driver.

use crate::transport::TransportError;
use engine::registers;
use engine::shell::{DESCRIPTOR_BYTES_MAX, DescriptorState, RING_SLOTS_MAX};
use engine::verdict::Reason;

/// Why a card does not do what the driver asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DriverError {
    /// The transport does not reach the card.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The ID register does not hold the ID of a Riskgate card.
    #[error(
        "the card's ID register holds {found:#010x}, not {:#010x}: it is no Riskgate card, or its \
         BAR is mapped elsewhere",
        registers::ID_VALUE
    )]
    Id {
        /// Content of the register.
        found: u32,
    },
    /// The card has another version than this driver.
    #[error(
        "the card has version {found:#010x}, this driver {:#010x}: load the bitstream of this \
         release",
        registers::VERSION_VALUE
    )]
    Version {
        /// Version of the card.
        found: u32,
    },
    /// A log record is missing or invalid.
    #[error(
        "log record {number} has a wrong checksum or number, or did not come: the card or its link \
         is damaged"
    )]
    Record {
        /// Number of the expected record.
        number: u64,
    },
    /// The card refused a request.
    #[error("the card refused a request: {}", .state.text())]
    Refused {
        /// Why.
        state: DescriptorState,
        /// Content of the descriptor's `detail`.
        detail: u64,
    },
    /// The engine rejected a row.
    #[error("the card did not take row {row}: {reason}")]
    Row {
        /// Number of the row, counting from 0.
        row: u64,
        /// Why.
        reason: Reason,
    },
    /// The request has more bytes than a descriptor can describe.
    #[error("{0} bytes are more than the {DESCRIPTOR_BYTES_MAX} of a request")]
    Bytes(usize),
    /// The transport has too little memory.
    #[error(
        "the memory that is open for the card has fewer than the {needed} bytes that rings of \
         these sizes take"
    )]
    Memory {
        /// Bytes that are needed.
        needed: usize,
    },
    /// The card did not take a setting.
    #[error(
        "the card's register {register} holds {found:#x} after {wanted:#x} was written: the value \
         is out of range (a ring has a power of two of slots, up to {RING_SLOTS_MAX}), or the card \
         is in use by another driver"
    )]
    Setting {
        /// Name of the register.
        register: &'static str,
        /// Value that was written.
        wanted: u32,
        /// Value that was read back.
        found: u32,
    },
    /// The card has switched its ring of descriptors off.
    #[error(
        "the card has switched its ring of descriptors off, since it could not read a descriptor \
         ({failed} of its reads ended with an error): the ring lies outside the memory that is \
         open for the card, or the link failed; open the card again"
    )]
    RingOff {
        /// Reads of the host's memory that failed.
        failed: u32,
    },
    /// The card's register of changes has another value than after a change was loaded.
    #[error("the card's register CHANGE holds {0:#x} after a change was loaded")]
    Change(u32),
    /// The card wrote an unknown code as the state of a descriptor.
    #[error("the card wrote {0:#x} as the state of a descriptor, which is none")]
    State(u32),
}
