// SPDX-License-Identifier: Apache-2.0

//! Errors of a trader.

/// A notice that contradicts what the trader has sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraderError {
    /// A frame was acknowledged out of order.
    #[error(
        "frame {found} of session {session} was acknowledged when frame {expected} was to be: one \
         was lost, doubled or moved"
    )]
    Order {
        /// The session.
        session: u16,
        /// The frame that was acknowledged.
        found: u32,
        /// The frame that should have been.
        expected: u32,
    },
    /// A new card does not continue with the first unacknowledged frame.
    #[error(
        "after a change of card session {session} is to go on with frame {found}, not with \
         {expected}"
    )]
    Resume {
        /// The session.
        session: u16,
        /// The frame that the card expects.
        found: u32,
        /// The first frame that is not acknowledged.
        expected: u32,
    },
}
