// SPDX-License-Identifier: Apache-2.0

//! A program: everything an executor needs to answer messages, as the compiler made it.

use crate::isa::Instruction;
use crate::schema::{ColumnDef, MessageDef, MessageId, RuleId, TableDef, TableId};
use crate::value::Value;
use crate::verdict::Reason;

/// A compiled rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The declared tables, then the hidden ones.
    pub tables: Vec<TableDef>,
    /// The messages in file order.
    pub messages: Vec<MessageDef>,
    /// The rules in file order.
    pub rules: Vec<RuleDef>,
    /// The string literals of the file; `strings[i]` has dictionary code i from the start.
    pub strings: Vec<String>,
    /// The constants that instructions refer to; a string is there as its code.
    pub constants: Vec<Value>,
    /// One a message, then one a declared table: how a row is loaded into it.
    pub transactions: Vec<Transaction>,
}

/// A rule, for those who read verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleDef {
    /// Its name.
    pub name: String,
    /// The message it belongs to.
    pub message: MessageId,
}

/// What happens for one kind of frame. Field i of the frame arrives in slot i.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// The instructions, by rising cycle.
    pub instructions: Vec<Instruction>,
    /// What each entry of the verdict tree stands for, in the order in which they are looked at.
    pub entries: Vec<Entry>,
    /// From the first beat in to the first beat out, in cycles.
    pub verdict_cycles: u16,
    /// From the first beat in to the end of the commit, in cycles.
    pub commit_cycles: u16,
}

/// An entry of the verdict tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A rule, guarded: false gives [`Reason::False`].
    Rule(RuleId),
    /// A check of a statement: false gives this reason.
    Check(Reason),
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// A message.
    Message(MessageId),
    /// A row for a declared table.
    Row(TableId),
}

impl Program {
    /// Declared tables; they come first in [`Program::tables`].
    pub fn declared_tables(&self) -> &[TableDef] {
        let count = self.tables.iter().take_while(|t| t.hidden.is_none()).count();
        &self.tables[..count]
    }

    /// The index of a transaction; it is also the kind byte of its frames.
    pub fn transaction_index(&self, kind: FrameKind) -> usize {
        match kind {
            FrameKind::Message(message) => message.0.into(),
            FrameKind::Row(table) => self.messages.len() + usize::from(table.0),
        }
    }

    /// The fields of the frames of a transaction: those of the message, or the columns of the
    /// table.
    ///
    /// # Panics
    /// If there is no such message or table.
    pub fn fields(&self, kind: FrameKind) -> &[ColumnDef] {
        match kind {
            FrameKind::Message(message) => &self.messages[usize::from(message.0)].fields,
            FrameKind::Row(table) => &self.tables[usize::from(table.0)].columns,
        }
    }

    /// What every transaction is for, in order.
    pub fn frame_kinds(&self) -> impl Iterator<Item = FrameKind> {
        let messages = (0..self.messages.len()).map(|i| FrameKind::Message(MessageId(i as u16)));
        messages.chain((0..self.declared_tables().len()).map(|i| FrameKind::Row(TableId(i as u16))))
    }

    /// The table with a name, hidden ones included.
    pub fn table(&self, name: &str) -> Option<TableId> {
        self.tables.iter().position(|t| t.name == name).map(|i| TableId(i as u16))
    }

    /// The message with a name.
    pub fn message(&self, name: &str) -> Option<MessageId> {
        self.messages.iter().position(|m| m.name == name).map(|i| MessageId(i as u16))
    }
}
