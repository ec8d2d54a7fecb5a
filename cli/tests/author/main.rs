// SPDX-License-Identifier: Apache-2.0

//! The commands for an author of rules, as a user calls them.

mod diff;
mod doc;
mod fmt;
mod lsp;
