// SPDX-License-Identifier: Apache-2.0

//! A change to a program with other definitions, as it is requested from a supervisor.

use engine::change::Change;

/// A change as a supervisor needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    change: Change,
    checksum: u32,
    bytes: Vec<u8>,
}

impl Successor {
    /// A change with all that is computed before it is requested.
    pub fn new(change: Change) -> Successor {
        let checksum = engine::image::checksum(&engine::image::encode(change.program()));
        let bytes = change.encode();
        Successor { change, checksum, bytes }
    }

    /// The change.
    pub fn change(&self) -> &Change {
        &self.change
    }

    /// The checksum of the image of its program, which names it in the log.
    pub fn checksum(&self) -> u32 {
        self.checksum
    }

    /// The change as a card takes it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
