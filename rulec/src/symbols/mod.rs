// SPDX-License-Identifier: Apache-2.0

//! Symbols: what the names of a rule file denote, and where each of them is written.
//!
//! This is for editors. It reads the syntax tree alone, so that the names of a file with errors are
//! known too: a name that denotes nothing is left out. The scopes are those of [`crate::resolve`];
//! a test renames every symbol of every rule file of the project, and compiles it again.
//!
//! | module | does |
//! | --- | --- |
//! | `table` | holds the symbols of a file and the places of their names |
//! | `declare` | collects what the items of a file declare |
//! | `items` | walks over items, statements and tests |
//! | `scope` | resolves the names in expressions and queries |
//! | `context` | finds what can be written at a place, from the tokens around it |
//!
//! ```
//! use rulec::symbols::{SymbolKind, Symbols};
//!
//! let text = "create message buy (cost int8 not null); rule small (buy.cost < 100);";
//! let (file, _) = rulec::parse::parse_text(text);
//! let symbols = Symbols::of(&file);
//! let at = text.rfind("cost").expect("the rule reads it") as u32;
//! let cost = symbols.at(at).expect("it is a name").symbol;
//! assert_eq!(symbols.get(cost).kind, SymbolKind::Field);
//! assert_eq!(symbols.uses(cost).count(), 2);
//! ```

mod context;
mod declare;
mod items;
mod scope;
mod table;
#[cfg(test)]
mod tests;

pub use context::{Context, context_at};
pub use table::{Occurrence, Symbol, SymbolId, SymbolKind, Symbols, Written};

use crate::ast;

impl Symbols {
    /// The symbols of a syntax tree.
    pub fn of(file: &ast::File) -> Symbols {
        let mut symbols = Symbols::default();
        declare::declare(file, &mut symbols);
        items::walk(file, &mut symbols);
        symbols.sort();
        symbols
    }
}
