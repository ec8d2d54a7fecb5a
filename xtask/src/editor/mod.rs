// SPDX-License-Identifier: Apache-2.0

//! The extension for editors, in `cli/editor`.
//!
//! | module | does |
//! | --- | --- |
//! | `grammar` | writes the grammar from the words of the language |
//! | `node` | finds Node.js, or fetches it |
//! | `extension` | packs the extension for VS Code |

mod extension;
mod grammar;
mod node;

pub use extension::run;
pub use grammar::{GRAMMAR, grammar};
