// SPDX-License-Identifier: Apache-2.0

//! A change as bytes: the image of the program, then that of its filler.

use super::programs::Change;
use super::refusal::ChangeError;
use crate::image::{self, ImageError};

/// Why bytes are no change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// One of the two images is none.
    #[error(transparent)]
    Image(#[from] ImageError),
    /// The second image is not the filler of the first.
    #[error(transparent)]
    Change(#[from] ChangeError),
}

impl Change {
    /// The change as bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = image::encode(self.program());
        bytes.extend(image::encode(self.filler()));
        bytes
    }

    /// The change that [`Change::encode`] has written. Both images are checked.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn decode(bytes: &[u8]) -> Result<Change, WireError> {
        let first = image::stated_bytes(bytes).unwrap_or(bytes.len()).min(bytes.len());
        let (program, filler) = bytes.split_at(first);
        Ok(Change::new(image::decode(program)?, image::decode(filler)?)?)
    }
}
