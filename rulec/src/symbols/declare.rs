// SPDX-License-Identifier: Apache-2.0

//! What the items of a file declare. Of two with one name, which is an error, the first counts.

use super::table::{SymbolKind, Symbols};
use crate::ast::{self, Item};

/// Adds what the items of a file declare.
pub(super) fn declare(file: &ast::File, symbols: &mut Symbols) {
    for (item, declared) in file.items.iter().enumerate() {
        match declared {
            Item::Table(table) => {
                let id = symbols.declare(SymbolKind::Table, &table.name, item);
                for column in &table.columns {
                    symbols.add_member(SymbolKind::Column, &column.name, id, item);
                }
            }
            Item::Message(message) => {
                let id = symbols.declare(SymbolKind::Message, &message.name, item);
                for field in &message.fields {
                    symbols.add_member(SymbolKind::Field, &field.name, id, item);
                }
            }
            Item::Parameter(parameter) => {
                symbols.declare(SymbolKind::Parameter, &parameter.name, item);
            }
            Item::Function(function) => {
                let id = symbols.declare(SymbolKind::Function, &function.name, item);
                for argument in &function.arguments {
                    symbols.add_member(SymbolKind::Argument, &argument.name, id, item);
                }
            }
            Item::Rule(rule) => {
                symbols.declare(SymbolKind::Rule, &rule.name, item);
            }
            Item::Job(job) => {
                symbols.declare(SymbolKind::Job, &job.name, item);
            }
            Item::Test(test) => {
                symbols.declare(SymbolKind::Test, &test.name, item);
            }
            Item::On(_) | Item::OnReject(_) | Item::Include(_) | Item::TimeZone(_) => {}
        }
    }
}
