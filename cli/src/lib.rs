// SPDX-License-Identifier: Apache-2.0

//! The library of the command line: modules that only the commands use.
//!
//! | module | holds |
//! | --- | --- |
//! | [`lobster`] | recorded order flows as data and events of the broker's rule set |
//! | [`waves`] | signals of a VCD file as SVG |

pub mod lobster;
pub mod waves;
