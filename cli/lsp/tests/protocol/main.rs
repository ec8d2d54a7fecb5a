// SPDX-License-Identifier: Apache-2.0

//! The language server, as an editor calls it over a connection in memory.

mod answers;
mod client;
mod diagnostics;
mod life;
mod names;
