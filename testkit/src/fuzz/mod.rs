// SPDX-License-Identifier: Apache-2.0

//! The bodies of the fuzz targets in `testkit/fuzz`. Each takes hostile bytes, feeds them to one
//! reader of untrusted input, and asserts what must hold of everything that the reader accepts.
//!
//! The test command runs them too: over the saved corpus, and the journal's over random bytes.

pub mod journal;
pub mod readers;
