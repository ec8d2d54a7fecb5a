// SPDX-License-Identifier: Apache-2.0

//! The library of the command line: what commands need and no other crate does.
//!
//! | module | holds |
//! | --- | --- |
//! | [`lobster`] | a recorded order flow as data and events of the broker's rule set |
//! | [`waves`] | a VCD file, read, and drawn as SVG |

pub mod lobster;
pub mod waves;
