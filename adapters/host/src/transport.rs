// SPDX-License-Identifier: Apache-2.0

//! How the host reaches a card: its BAR, and memory that both see. A real card would have another
//! implementation of this, and nothing else would change.

use std::time::Duration;

/// A way to a card.
pub trait Transport {
    /// Reads a word of the BAR.
    ///
    /// # Errors
    /// [`TransportError`].
    fn read(&mut self, address: u64) -> Result<u32, TransportError>;

    /// Writes a word of the BAR. Nobody says whether the card has taken it.
    ///
    /// # Errors
    /// [`TransportError`].
    fn write(&mut self, address: u64, word: u32) -> Result<(), TransportError>;

    /// The memory that is open for the card; its bus addresses begin at 0.
    fn memory(&mut self) -> &mut [u8];

    /// How long a read may take from now on.
    fn set_patience(&mut self, patience: Duration);

    /// Lets what has arrived come in; whether something had, or is on its way, so that it is better
    /// to look again than to wait.
    ///
    /// # Errors
    /// [`TransportError::Down`].
    fn poll(&mut self) -> Result<bool, TransportError>;
}

/// Why a card is not reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// It is not there any more.
    #[error("the card is gone")]
    Down,
    /// It does not answer.
    #[error("the card did not answer for {0:?}")]
    Silent(Duration),
    /// It has no such register.
    #[error("the card refused to read register {0:#06x}: its BAR has no such register")]
    Refused(u64),
}
