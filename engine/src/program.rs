// SPDX-License-Identifier: Apache-2.0

//! A program: the output of the compiler, with all that an executor needs to answer messages.

use crate::calendar::Zone;
use crate::dictionary::DictionaryDef;
use crate::frame::Layout;
use crate::isa::{Instruction, Opcode, Space};
use crate::machine::{FIELDS_MAX, TRANSMIT_CYCLES};
use crate::rule::RuleDef;
use crate::scan::Scan;
use crate::schema::{ColumnDef, JobDef, JobId, MessageDef, MessageId, RuleId, TableDef, TableId};
use crate::value::{Truth, Value};
use crate::verdict::{Reason, Verdict};

/// A compiled rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The declared tables, then the hidden ones.
    pub tables: Vec<TableDef>,
    /// The messages in file order, then the hidden ones.
    pub messages: Vec<MessageDef>,
    /// The rules in file order.
    pub rules: Vec<RuleDef>,
    /// The string literals of the file; `strings[i]` has dictionary code i.
    pub strings: Vec<String>,
    /// The capacity of the dictionary, and whether codes are reused.
    pub dictionary: DictionaryDef,
    /// The constants that instructions refer to; a string is represented by its code.
    pub constants: Vec<Value>,
    /// One transaction for each message, then one for each declared table, which loads a row into
    /// it.
    pub transactions: Vec<Transaction>,
    /// The time zone in which the file reads points in time. The instructions have it built in;
    /// readers of text need it.
    pub zone: Zone,
    /// The jobs in file order.
    pub jobs: Vec<JobDef>,
}

/// The program of one kind of frame. Field i of the frame arrives in slot i.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// The instructions, by ascending cycle.
    pub instructions: Vec<Instruction>,
    /// The entries of the verdict tree; the first that is not true decides.
    pub entries: Vec<Entry>,
    /// The entries of the effects of a reject, which follow the others; the first that is not true
    /// forbids the effects. They are checks.
    pub effects: Vec<Entry>,
    /// The scans that its instructions name.
    pub scans: Vec<Scan>,
    /// Cycles from the first beat in to the first beat out.
    ///
    /// A reject with effects is answered later, see [`Transaction::answer_cycles`].
    pub verdict_cycles: u16,
    /// Cycles from the first beat in to the end of the commit, or of the effects of a reject if
    /// that is later.
    pub commit_cycles: u16,
}

impl Transaction {
    /// Cycles from the first beat in to the beat of the answer with this verdict. A reject by a
    /// rule of a message that has effects is answered when they are settled, and every other
    /// message at its verdict.
    pub fn answer_cycles(&self, verdict: &Verdict) -> u16 {
        let of_effects = verdict.rule.and_then(|_| self.effects_cycles());
        of_effects.unwrap_or(self.verdict_cycles)
    }

    /// Cycles from the first beat in to the beat of the answer to a reject whose effects are
    /// settled, if the message has effects.
    pub fn effects_cycles(&self) -> Option<u16> {
        self.settle().map(|settle| settle.ready() + TRANSMIT_CYCLES)
    }

    /// One bit for each field that no instruction reads or stores. The bits after those of the
    /// fields are set too.
    pub fn unread_fields(&self) -> u32 {
        let operands = self.instructions.iter().flat_map(|instruction| instruction.operands);
        let of_scans = self.scans.iter().flat_map(|scan| {
            let since = scan.since.map(|since| since.time);
            scan.captures.iter().copied().chain(since)
        });
        let slots = operands.chain(of_scans).filter(|operand| operand.space == Space::Slot);
        !slots.fold(0, |read, slot| read | 1_u32.checked_shl(slot.index.into()).unwrap_or(0))
    }

    /// The instruction that settles the effects of a reject, if the message has effects.
    pub fn settle(&self) -> Option<&Instruction> {
        self.instructions.iter().find(|instruction| instruction.opcode == Opcode::Settle)
    }
}

/// An entry of the verdict tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A rule with its guard: if it is false, the reason is [`Reason::False`].
    Rule(RuleId),
    /// A check of a statement: if it is false, this is the reason.
    Check(Reason),
    /// A check of a rule: if it is false, the rule fails with this reason.
    RuleCheck(RuleId, Reason),
}

impl Entry {
    /// The rule that this entry names and the reason of the reject, if the entry has this outcome;
    /// none if the outcome is true. A check names no rule.
    pub fn reject(self, outcome: Truth) -> Option<(Option<RuleId>, Reason)> {
        let (rule, otherwise) = match self {
            Entry::Rule(rule) => (Some(rule), Reason::False),
            Entry::Check(reason) => (None, reason),
            Entry::RuleCheck(rule, reason) => (Some(rule), reason),
        };
        Some((rule, Reason::of(outcome, otherwise)?))
    }
}

/// The purpose of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// A message.
    Message(MessageId),
    /// A row of a declared table.
    Row(TableId),
}

impl Program {
    /// The declared tables, which are the first of [`Program::tables`].
    pub fn declared_tables(&self) -> &[TableDef] {
        let count = self.tables.iter().take_while(|t| t.hidden.is_none()).count();
        &self.tables[..count]
    }

    /// The same program with the dictionary of the hardware builds. Every executor then answers as
    /// the hardware does.
    pub fn for_hardware(self) -> Program {
        Program { dictionary: DictionaryDef::OF_HARDWARE, ..self }
    }

    /// The messages that a client can send, which are the first of [`Program::messages`].
    pub fn declared_messages(&self) -> &[MessageDef] {
        let count = self.messages.iter().take_while(|m| !m.is_hidden()).count();
        &self.messages[..count]
    }

    /// The index of a transaction, which is also the kind byte of its frames.
    pub fn transaction_index(&self, kind: FrameKind) -> usize {
        match kind {
            FrameKind::Message(message) => message.0.into(),
            FrameKind::Row(table) => self.messages.len() + usize::from(table.0),
        }
    }

    /// The fields of a transaction's frames: the fields of the message, or the columns of the
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

    /// The layout of a transaction's frames.
    ///
    /// # Panics
    /// If there is no such message or table.
    pub fn layout(&self, kind: FrameKind) -> Layout {
        Layout::new(self.transaction_index(kind) as u8, self.fields(kind))
    }

    /// The purpose of each transaction, in order.
    pub fn frame_kinds(&self) -> impl Iterator<Item = FrameKind> {
        let messages = (0..self.messages.len()).map(|i| FrameKind::Message(MessageId(i as u16)));
        messages.chain((0..self.declared_tables().len()).map(|i| FrameKind::Row(TableId(i as u16))))
    }

    /// The rules of a message, in file order. The maps of a verdict have one bit for each.
    pub fn rules_of(&self, message: MessageId) -> impl Iterator<Item = RuleId> {
        let rules = self.rules.iter().enumerate().filter(move |(_, rule)| rule.message == message);
        rules.map(|(index, _)| RuleId(index as u16))
    }

    /// The table with a name, hidden ones included.
    pub fn table(&self, name: &str) -> Option<TableId> {
        self.tables.iter().position(|t| t.name == name).map(|i| TableId(i as u16))
    }

    /// The job with a name.
    pub fn job(&self, name: &str) -> Option<JobId> {
        self.jobs.iter().position(|job| job.name == name).map(|i| JobId(i as u16))
    }

    /// The message with a name.
    pub fn message(&self, name: &str) -> Option<MessageId> {
        self.messages.iter().position(|m| m.name == name).map(|i| MessageId(i as u16))
    }
}

const _: () = assert!(FIELDS_MAX <= 32, "there is a bit for each field");
