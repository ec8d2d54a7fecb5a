// SPDX-License-Identifier: Apache-2.0

//! The transport between host and card: registers in the card's BAR, and memory that both access.
//!
//! A driver uses nothing else of a card. Another kind of card, or a real one, needs another
//! implementation of [`Transport`] and no change in the driver.

use std::time::Duration;

/// A connection to a card.
pub trait Transport {
    /// Reads a word of the BAR.
    ///
    /// # Errors
    /// [`TransportError`].
    fn read(&mut self, address: u64) -> Result<u32, TransportError>;

    /// Writes a word of the BAR. The write is posted: it returns before the card has taken it.
    ///
    /// # Errors
    /// [`TransportError`].
    fn write(&mut self, address: u64, word: u32) -> Result<(), TransportError>;

    /// The memory that the card may read and write; its bus addresses start at 0.
    fn memory(&mut self) -> &mut [u8];

    /// Sets how long a read may take from now on.
    fn set_patience(&mut self, patience: Duration);

    /// Carries out what has arrived from the card, such as writes to the memory. Returns whether
    /// anything arrived or is still under way, so that the caller should look again instead of
    /// waiting.
    ///
    /// # Errors
    /// [`TransportError::Down`].
    fn poll(&mut self) -> Result<bool, TransportError>;
}

/// Why a card cannot be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// The link to the card is down.
    #[error("the card is gone")]
    Down,
    /// The card did not answer in time.
    #[error("the card did not answer for {0:?}")]
    Silent(Duration),
    /// The card has no register at this address.
    #[error("the card refused to read register {0:#06x}: its BAR has no such register")]
    Refused(u64),
}
