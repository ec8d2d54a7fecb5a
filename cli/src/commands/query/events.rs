// SPDX-License-Identifier: Apache-2.0

//! The events of a journal, for a query: the table `journal` with a row for each, and a table for
//! each message with its fields.

use super::super::Failure;
use super::args::Args;
use super::failure::refused;
use super::tables::value_of;
use engine::frame::{FieldValue, Layout};
use engine::parameter::MESSAGE_PREFIX;
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnDef, MessageId};
use engine::shell::{LogKind, LogRecord};
use files::settings::Sent;
use files::verdicts::warnings;
use query::{Column, Database, Ty, Value};
use std::collections::BTreeMap;
use std::iter::once;
use std::path::Path;
use std::sync::Arc;
use testbed::trade::{Judged, Judges, records};

/// The name of the table of all events.
const JOURNAL: &str = "journal";

/// The columns of every event before the fields, and after them.
const BEFORE: [(&str, Ty); 2] = [("seq", Ty::Int), ("session", Ty::Int)];
const AFTER: [(&str, Ty); 6] = [
    ("verdict", Ty::Text),
    ("rule", Ty::Text),
    ("reason", Ty::Text),
    ("warnings", Ty::Text),
    ("effects", Ty::Text),
    ("rule_set", Ty::Text),
];

/// What a row has besides the fields, as text where it is text.
struct Answer<'a> {
    seq: i64,
    session: i64,
    after: [Option<&'a str>; AFTER.len()],
}

impl<'a> Answer<'a> {
    fn row(&self, fields: impl Iterator<Item = Value<'a>>) -> Vec<Value<'a>> {
        let after = self.after.map(|text| text.map_or(Value::Null, Value::Text));
        let before = [Value::Number(self.seq), Value::Number(self.session)];
        before.into_iter().chain(fields).chain(after).collect()
    }
}

/// Creates and loads the tables.
pub fn load(
    database: &mut Database,
    journal: &Path,
    programs: &[Arc<Program>],
    args: &Args,
) -> Result<(), Failure> {
    let mut all = columns(&[]);
    all.insert(BEFORE.len(), Column::new("message", Ty::Text));
    let journal_table = free_name(database, JOURNAL);
    database.create(&journal_table, &all).map_err(refused)?;
    let mut tables: BTreeMap<&str, String> = BTreeMap::new();
    for message in programs.iter().flat_map(|program| program.declared_messages()) {
        let name = message.name.as_str();
        if !tables.contains_key(name) && !name.starts_with(MESSAGE_PREFIX) {
            let table = free_name(database, name);
            database.create(&table, &columns(&message.fields)).map_err(refused)?;
            tables.insert(name, table);
        }
    }
    let rule_sets: Vec<String> = (0..programs.len()).map(|place| args.rule_set(place)).collect();
    let layouts: Vec<Vec<Layout>> = programs.iter().map(|program| layouts(program)).collect();
    let mut judges = Judges::new(programs);
    for record in records(journal, &programs[0]).map_err(Failure::of)? {
        let record = record.map_err(Failure::of)?;
        let in_force = judges.in_force();
        let Some(judged) = judges.note(&record).map_err(Failure::of)? else { continue };
        if judged.kind != LogKind::Step {
            let into = Into { database, all: &journal_table, tables: &tables };
            into.add(&judged, &record, &layouts[in_force], &rule_sets[in_force])?;
        }
    }
    Ok(())
}

/// The layouts of the messages of a program.
fn layouts(program: &Program) -> Vec<Layout> {
    let messages = 0..program.messages.len() as u16;
    messages.map(|message| program.layout(FrameKind::Message(MessageId(message)))).collect()
}

/// The name of the table of a message, or of all events; one that a table of the rules has gets an
/// addition.
fn free_name(database: &Database, name: &str) -> String {
    let mut free = name.to_owned();
    while database.has(&free) {
        free += "_events";
    }
    free
}

/// The columns of a message; ours have another name if a field has theirs.
fn columns(fields: &[ColumnDef]) -> Vec<Column> {
    let own = |(name, ty): (&str, Ty)| {
        let is_taken = fields.iter().any(|field| field.name == name);
        Column::new(if is_taken { format!("{JOURNAL}_{name}") } else { name.to_owned() }, ty)
    };
    let fields = fields.iter().map(Column::of);
    BEFORE.map(own).into_iter().chain(fields).chain(AFTER.map(own)).collect()
}

/// The tables that events go into.
struct Into<'d> {
    database: &'d Database,
    /// The table of all events.
    all: &'d str,
    /// The table of each message.
    tables: &'d BTreeMap<&'d str, String>,
}

impl Into<'_> {
    /// Adds an event.
    fn add(
        &self,
        judged: &Judged<'_>,
        record: &LogRecord,
        layouts: &[Layout],
        rule_set: &str,
    ) -> Result<(), Failure> {
        let Judged { event, program, kind, verdict } = judged;
        let (frame, sent) = (record.frame(), Sent::of(record.frame()));
        // A frame that was refused need not be a message.
        let sent_message = sent.message().filter(|_| *kind == LogKind::Message);
        let name = sent.name(program);
        let name = Some(name).filter(|name| *kind == LogKind::Message && !name.is_empty());
        let warned = sent_message.map(|id| warnings(program, id, verdict).collect::<Vec<_>>());
        let warned = warned.unwrap_or_default().join("|");
        let answer = Answer {
            seq: *event as i64,
            session: record.session.into(),
            after: [
                Some(if verdict.is_accept() { "accept" } else { "reject" }),
                verdict.rule.map(|rule| program.rules[usize::from(rule.0)].name.as_str()),
                verdict.reason.map(|reason| reason.text()),
                Some(warned.as_str()).filter(|warned| !warned.is_empty()),
                verdict.effects.map(|reason| reason.text()),
                Some(rule_set),
            ],
        };
        self.insert(self.all, &answer.row(once(name.map_or(Value::Null, Value::Text))))?;
        let layout = sent_message.and_then(|id| layouts.get(usize::from(id.0)));
        match (name.and_then(|name| self.tables.get(name)), layout) {
            (Some(table), Some(layout)) if layout.check_header(frame).is_ok() => {
                let field = |field| value_of(layout.read(frame, field).unwrap_or(FieldValue::Null));
                self.insert(table, &answer.row((0..layout.field_count()).map(field)))
            }
            _ => Ok(()),
        }
    }

    fn insert(&self, table: &str, row: &[Value<'_>]) -> Result<(), Failure> {
        self.database.table(table).and_then(|mut table| table.insert(row)).map_err(refused)
    }
}
