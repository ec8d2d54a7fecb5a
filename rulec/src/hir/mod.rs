// SPDX-License-Identifier: Apache-2.0

//! The resolved tree: every name is bound, every expression typed, and every access path chosen.
//!
//! `between`, `in`, simple `case`, `avg` and `exists` without a key do not occur: they are
//! rewritten in terms of the other forms. Numbers are exact: the operands of an
//! [`ExprKind::Arith`] or [`ExprKind::Compare`] can have different scales, and lowering brings them
//! to one. Everything in this tree can be computed at a fixed latency; the resolver rejects what
//! cannot.

mod expr;

pub use expr::{
    Aggregate, AggregateFn, ArithOp, Call, CompareOp, Expr, ExprKind, Function, Nodes, Path,
    Purpose, RowMatch, RowVar,
};

use crate::span::Span;
use engine::calendar::Zone;
use engine::program::FrameKind;
use engine::rule::{Attributes, Severity};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, FieldId, MessageId, RuleId, TableId, Type};

/// A resolved rule file.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    /// The tables in file order.
    pub tables: Vec<Table>,
    /// The messages in file order, then those that change parameters, then the hidden ones of jobs.
    pub messages: Vec<Message>,
    /// The rules in file order.
    pub rules: Vec<Rule>,
    /// The `on` blocks in file order, then those of jobs and parameters.
    pub blocks: Vec<Block>,
    /// The jobs in file order.
    pub jobs: Vec<Job>,
    /// The time zone of the file.
    pub zone: Zone,
    /// The statements that run before a row is loaded into a table. The fields of the frame are the
    /// columns of the table.
    pub loads: Vec<(TableId, Statement)>,
    /// The lists of rows that are stated or scanned.
    pub lists: Vec<List>,
    /// The tests in file order. They have no part in the program.
    pub tests: Vec<crate::suite::Test>,
}

impl RuleSet {
    /// The kinds of frames in the order of the program's transactions: messages, then rows of
    /// declared tables.
    pub fn frame_kinds(&self) -> impl Iterator<Item = FrameKind> + use<> {
        let messages = (0..self.messages.len()).map(|i| FrameKind::Message(MessageId(i as u16)));
        messages.chain((0..self.tables.len()).map(|i| FrameKind::Row(TableId(i as u16))))
    }

    /// The fields of a kind of frame: those of the message, or the columns of the table.
    ///
    /// # Panics
    /// If the rule set has no such message or table.
    pub fn fields(&self, kind: FrameKind) -> &[Column] {
        match kind {
            FrameKind::Message(message) => &self.messages[usize::from(message.0)].fields,
            FrameKind::Row(table) => &self.tables[usize::from(table.0)].columns,
        }
    }

    /// All its expressions: those of rules, then those of blocks. Not their parts, see
    /// [`Expr::nodes`].
    pub fn expressions(&self) -> impl Iterator<Item = &Expr> {
        let of_rules =
            self.rules.iter().flat_map(|rule| std::iter::once(&rule.condition).chain(&rule.guard));
        let of_blocks = self.blocks.iter().flat_map(|block| {
            let of_statements =
                block.statements.iter().flat_map(|statement| statement.kind.expressions());
            block.guard.iter().chain(of_statements)
        });
        of_rules.chain(of_blocks)
    }

    /// The job that a hidden message belongs to.
    pub fn job_of(&self, message: MessageId) -> Option<&Job> {
        self.jobs.iter().find(|job| job.step == message || job.select == Some(message))
    }

    /// The name of a field of a message.
    pub fn field_name(&self, message: MessageId, field: FieldId) -> &str {
        &self.messages[usize::from(message.0)].fields[usize::from(field.0)].name
    }

    /// The name of a column of a table.
    pub fn column_name(&self, table: TableId, column: ColumnId) -> &str {
        &self.tables[usize::from(table.0)].columns[usize::from(column.0)].name
    }
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The columns of the primary key, in column order; at least one.
    pub key: Vec<ColumnId>,
    /// The greatest number of rows.
    pub rows_max: u32,
    /// The span of its name.
    pub span: Span,
}

/// A list: the rows of each group of a table, to be scanned.
#[derive(Clone, Debug)]
pub struct List {
    /// The table.
    pub table: TableId,
    /// The columns by which its rows are grouped, in column order; one group of all rows if there
    /// are none. A row with NULL in one of them is in no group.
    pub group: Vec<ColumnId>,
    /// Which rows are in it, over the row that `var` denotes; all if absent.
    pub filter: Option<Expr>,
    /// The variable of the filter.
    pub var: RowVar,
    /// The most rows of a group.
    pub bound: u32,
    /// The column of the time, if it is of the rows that were written last.
    pub time: Option<ColumnId>,
    /// Where it is stated; none if it is of all rows of a table, and nothing states it.
    pub stated: Option<Span>,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its name.
    pub name: String,
    /// The fields in wire order.
    pub fields: Vec<Column>,
    /// The span of its name.
    pub span: Span,
}

/// A column or field.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it can be NULL.
    pub nullable: bool,
}

impl From<&Column> for ColumnDef {
    fn from(column: &Column) -> ColumnDef {
        ColumnDef {
            name: column.name.clone(),
            ty: column.ty,
            nullable: column.nullable,
            kind: ColumnKind::Data,
        }
    }
}

/// A rule of a message.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// The message that it belongs to.
    pub message: MessageId,
    /// The condition that must be TRUE; of type BOOLEAN.
    pub condition: Expr,
    /// The condition under which it applies; of type BOOLEAN.
    pub guard: Option<Expr>,
    /// Whether it rejects or warns, until an operator changes that.
    pub severity: Severity,
    /// Texts for the readers of its verdicts.
    pub attributes: Attributes,
    /// The span of the rule.
    pub span: Span,
}

/// An `on` or `on reject of` block of a message.
#[derive(Clone, Debug)]
pub struct Block {
    /// The message.
    pub message: MessageId,
    /// The side of the verdict on which it runs.
    pub side: Side,
    /// The condition under which it runs; of type BOOLEAN.
    pub guard: Option<Expr>,
    /// The statements in order.
    pub statements: Vec<Statement>,
    /// The row that a job visits: the message is rejected, and nothing is done, unless the row
    /// exists and the guard is TRUE.
    pub row: Option<Visited>,
}

/// The row that a step of a job visits. Its key is the fields of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visited {
    /// The table.
    pub table: TableId,
    /// The variable that denotes the row as it is before the step.
    pub var: RowVar,
}

/// A job.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its name.
    pub name: String,
    /// The table whose rows it visits.
    pub table: TableId,
    /// The hidden message that makes its statements on one row.
    pub step: MessageId,
    /// The hidden message that is accepted for the rows that it visits, if it has a condition.
    pub select: Option<MessageId>,
    /// The span of its name.
    pub span: Span,
}

/// The side of the verdict on which a block runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The message is accepted.
    Accept,
    /// A rule rejects the message.
    Reject {
        /// The rules for which it runs, if the verdict names them; all if absent.
        by: Option<Vec<RuleId>>,
    },
}

impl Side {
    /// Whether it is that of a reject.
    pub fn is_reject(&self) -> bool {
        match self {
            Side::Accept => false,
            Side::Reject { .. } => true,
        }
    }
}

/// A statement and its span.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The kind.
    pub kind: StatementKind,
    /// The whole statement.
    pub span: Span,
    /// Whether it and the next statement of the block are one change: the values of both are those
    /// before it.
    pub with_next: bool,
}

impl Statement {
    /// The statements of a block, those that are one change together.
    pub fn changes(statements: &[Statement]) -> impl Iterator<Item = &[Statement]> {
        statements.chunk_by(|statement, _| statement.with_next)
    }
}

/// The kind of a statement.
#[derive(Clone, Debug)]
pub enum StatementKind {
    /// Adds a row.
    Insert {
        /// The table.
        table: TableId,
        /// One value for each column, in column order, converted to the type of the column.
        values: Vec<Expr>,
    },
    /// Adds a row; if there is one with its key, does something else instead.
    Upsert {
        /// The table.
        table: TableId,
        /// The proposed row, as in `Insert`. It is checked in either case.
        values: Vec<Expr>,
        /// What happens to the row that is there; nothing if absent.
        update: Option<ConflictUpdate>,
        /// Where it is not TRUE, nothing happens. No rule file can write this condition.
        when: Option<Expr>,
    },
    /// Changes the row, if it exists.
    Update {
        /// The table.
        table: TableId,
        /// The row. Its columns are in scope in the assignments.
        row: RowMatch,
        /// Columns and values, in column order. Each column occurs at most once and is not part of
        /// the key. Values are converted to the type of the column.
        set: Vec<(ColumnId, Expr)>,
    },
    /// Changes or removes every row that a scan selects.
    Rows {
        /// The table.
        table: TableId,
        /// The rows: an aggregate without calls, whose path is a scan. Its columns are in scope in
        /// the assignments.
        rows: Expr,
        /// Columns and values, as in `Update`; the rows are removed if absent.
        set: Option<Vec<(ColumnId, Expr)>>,
    },
    /// Removes the row, if it exists.
    Delete {
        /// The table.
        table: TableId,
        /// The row.
        row: RowMatch,
    },
}

/// The change of a row that is there when an insert proposes another one with its key.
#[derive(Clone, Debug)]
pub struct ConflictUpdate {
    /// The variable that denotes the row that is there.
    pub row: RowVar,
    /// The variable that denotes the proposed row.
    pub excluded: RowVar,
    /// Columns and values, as in [`StatementKind::Update`].
    pub set: Vec<(ColumnId, Expr)>,
    /// Where it is not TRUE, the row does not change.
    pub condition: Option<Expr>,
}

impl StatementKind {
    /// Its table.
    pub fn table(&self) -> TableId {
        match self {
            StatementKind::Insert { table, .. }
            | StatementKind::Upsert { table, .. }
            | StatementKind::Update { table, .. }
            | StatementKind::Rows { table, .. }
            | StatementKind::Delete { table, .. } => *table,
        }
    }

    /// What is assigned to each of the rows that an expression of the statement selects.
    pub fn set_of_scan(&self, expr: &Expr) -> &[(ColumnId, Expr)] {
        match self {
            StatementKind::Rows { rows, set: Some(set), .. } if std::ptr::eq(rows, expr) => set,
            _ => &[],
        }
    }

    /// Its expressions.
    pub fn expressions(&self) -> Vec<&Expr> {
        match self {
            StatementKind::Insert { values, .. } => values.iter().collect(),
            StatementKind::Upsert { values, update, when, .. } => {
                let mut found: Vec<&Expr> = values.iter().chain(when).collect();
                if let Some(ConflictUpdate { set, condition, .. }) = update {
                    found.extend(set.iter().map(|(_, value)| value));
                    found.extend(condition);
                }
                found
            }
            StatementKind::Update { row, set, .. } => {
                set.iter().map(|(_, value)| value).chain(row.parts()).collect()
            }
            StatementKind::Rows { rows, set, .. } => {
                [rows].into_iter().chain(set.iter().flatten().map(|(_, value)| value)).collect()
            }
            StatementKind::Delete { row, .. } => row.parts().collect(),
        }
    }
}
