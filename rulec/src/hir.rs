// SPDX-License-Identifier: Apache-2.0

//! The resolved tree: every name bound, every expression typed, every access path chosen.
//!
//! `between`, `in`, simple `case`, `avg` and unkeyed `exists` are gone: they are written out in
//! terms of what is left. Conversions are explicit: the two operands of an [`ExprKind::Arith`] or
//! [`ExprKind::Compare`] always share one scale. Whatever is in this tree can be served at a fixed
//! latency; what cannot was refused while it was made.

use crate::span::Span;
use engine::program::FrameKind;
use engine::schema::{ColumnDef, ColumnId, ColumnKind, FieldId, MessageId, TableId, Type};

/// A resolved rule file.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    /// The tables in file order.
    pub tables: Vec<Table>,
    /// The messages in file order.
    pub messages: Vec<Message>,
    /// The rules in file order.
    pub rules: Vec<Rule>,
    /// The `on` blocks in file order.
    pub blocks: Vec<Block>,
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
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in column order, at least one.
    pub key: Vec<ColumnId>,
    /// The rows it can hold.
    pub rows_max: u32,
    /// Its name in the text.
    pub span: Span,
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its name.
    pub name: String,
    /// Its fields in wire order.
    pub fields: Vec<Column>,
    /// Its name in the text.
    pub span: Span,
}

/// A column or field.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it may be NULL.
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
    /// The message it belongs to.
    pub message: MessageId,
    /// What must be TRUE; of type BOOLEAN.
    pub condition: Expr,
    /// When it applies; of type BOOLEAN.
    pub guard: Option<Expr>,
    /// The rule in the text.
    pub span: Span,
}

/// An `on` block of a message.
#[derive(Clone, Debug)]
pub struct Block {
    /// The message.
    pub message: MessageId,
    /// When it runs; of type BOOLEAN.
    pub guard: Option<Expr>,
    /// Its statements in order.
    pub statements: Vec<Statement>,
}

/// A statement, with the span that a diagnostic about it points at.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it does.
    pub kind: StatementKind,
    /// The whole statement.
    pub span: Span,
}

/// What a statement does.
#[derive(Clone, Debug)]
pub enum StatementKind {
    /// Adds a row.
    Insert {
        /// The table.
        table: TableId,
        /// One value a column, in column order, converted to the column's type.
        values: Vec<Expr>,
    },
    /// Changes the row found, if any.
    Update {
        /// The table.
        table: TableId,
        /// Which row; its columns are in scope of the assignments.
        row: RowMatch,
        /// Column and value, in column order, each column once and never one of the key; values are
        /// converted to the column's type.
        set: Vec<(ColumnId, Expr)>,
    },
    /// Removes the row found, if any.
    Delete {
        /// The table.
        table: TableId,
        /// Which row.
        row: RowMatch,
    },
}

/// A row variable: the one row that a subquery or statement is about. Unique in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowVar(pub u32);

/// How one row is found: by its whole key, then a residual condition.
#[derive(Clone, Debug)]
pub struct RowMatch {
    /// The variable that stands for the row in the residual and in what is read from it.
    pub var: RowVar,
    /// One expression a key column, in the order of [`Table::key`], at the scale of the column.
    /// They never depend on the row.
    pub key: Vec<Expr>,
    /// What must also be TRUE; BOOLEAN; may depend on the row.
    pub residual: Option<Expr>,
}

/// A typed expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Type,
    /// Whether it may be NULL, as far as the compiler knows.
    pub nullable: bool,
    /// Where it stands.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A number, boolean (0, 1) or timestamp as the machine holds it.
    Number(i64),
    /// A string without trailing blanks.
    Text(String),
    /// NULL.
    Null,
    /// A field of the message.
    Field(FieldId),
    /// A column of the row that the variable stands for.
    Column(RowVar, ColumnId),
    /// Arithmetic; both sides are held at one scale except for `Mul` (scales add) and `DivRound`.
    Arith(ArithOp, Box<Expr>, Box<Expr>),
    /// A comparison of two values of one type and scale; `Lt` … `Ge` never on CHAR or BOOLEAN.
    Compare(CompareOp, Box<Expr>, Box<Expr>),
    /// All of them; flattened, two or more.
    And(Vec<Expr>),
    /// One of them; flattened, two or more.
    Or(Vec<Expr>),
    /// Negation.
    Not(Box<Expr>),
    /// Whether it is NULL.
    IsNull(Box<Expr>),
    /// Searched case.
    Case {
        /// Condition (BOOLEAN) and value (of the type of the whole).
        arms: Vec<(Expr, Expr)>,
        /// The value when no arm is taken; NULL when absent.
        otherwise: Option<Box<Expr>>,
    },
    /// The first that is not NULL; all of the type of the whole.
    Coalesce(Vec<Expr>),
    /// Conversion of a number to [`Expr::ty`]: a change of scale (down: rounded half away from
    /// zero), then a range check against the type (`overflow`). Integer to TIMESTAMP and back only
    /// changes the type.
    Convert(Box<Expr>),
    /// A scalar subquery by key: NULL where no row is found.
    Lookup {
        /// The table.
        table: TableId,
        /// Which row.
        row: Box<RowMatch>,
        /// What is read of it.
        value: Box<Expr>,
    },
    /// Whether the row is there.
    Exists {
        /// The table.
        table: TableId,
        /// Which row.
        row: Box<RowMatch>,
    },
    /// An expression over aggregates of one group of rows.
    Aggregate(Box<Aggregate>),
    /// Within [`Aggregate::value`]: the result of `calls[i]`.
    Call(usize),
}

/// Aggregates over a group of rows of one table.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// The table.
    pub table: TableId,
    /// Stands for the row in the filter and the arguments.
    pub var: RowVar,
    /// Column and what it must equal, in column order, each column once; at the scale of the
    /// column; never dependent on the row.
    pub group: Vec<(ColumnId, Expr)>,
    /// On the row's own columns and constants only; BOOLEAN.
    pub filter: Option<Expr>,
    /// Independent of the row; BOOLEAN: where not TRUE, there are no rows.
    pub condition: Option<Expr>,
    /// The calls that the value is made of.
    pub calls: Vec<Call>,
    /// The selected expression over [`ExprKind::Call`]s, never over columns of the row.
    pub value: Expr,
}

/// An aggregate call. `avg` is written out as a rounded division of sum and count.
#[derive(Clone, Debug)]
pub struct Call {
    /// The function.
    pub function: AggregateFn,
    /// Its argument over the row's own columns and constants; none for `count(*)`.
    pub argument: Option<Expr>,
}

/// An aggregate function that a hidden table keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AggregateFn {
    /// Rows whose argument is not NULL; all rows without one. 0 over no row.
    Count,
    /// Exact sum; NULL over no value.
    Sum,
    /// Smallest value; NULL over no value.
    Min,
    /// Largest value; NULL over no value.
    Max,
}

/// An arithmetic operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArithOp {
    /// Sum.
    Add,
    /// Difference.
    Sub,
    /// Product.
    Mul,
    /// Quotient truncated toward zero (integers).
    Div,
    /// Remainder with the sign of the dividend.
    Rem,
    /// The exact quotient of two decimals or integers at the scale of the result type, rounded half
    /// away from zero: `round(l * 10^shift / r)` over the held integers, in 128 bits inside.
    /// `shift` in 0..=18.
    DivRound {
        /// Power of ten that the dividend is scaled by.
        shift: u8,
    },
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompareOp {
    /// `=`
    Eq,
    /// `<>`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// See [`Expr::nodes`].
#[derive(Clone, Debug)]
pub struct Nodes<'a>(Vec<&'a Expr>);

impl Expr {
    /// This expression and all that it contains, subqueries included, outermost first and in the
    /// order of the text.
    pub fn nodes(&self) -> Nodes<'_> {
        Nodes(vec![self])
    }
}

impl RowMatch {
    /// The expressions that say which row is meant.
    pub fn parts(&self) -> impl Iterator<Item = &Expr> {
        self.key.iter().chain(&self.residual)
    }
}

impl<'a> Iterator for Nodes<'a> {
    type Item = &'a Expr;

    fn next(&mut self) -> Option<&'a Expr> {
        let expr = self.0.pop()?;
        // What is pushed last comes first, so the children are turned around. The stack is not the
        // machine's, so that no tree can exhaust that.
        let first = self.0.len();
        push_children(expr, &mut self.0);
        self.0[first..].reverse();
        Some(expr)
    }
}

fn push_children<'a>(expr: &'a Expr, out: &mut Vec<&'a Expr>) {
    match &expr.kind {
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Call(_) => {}
        ExprKind::Arith(_, left, right) | ExprKind::Compare(_, left, right) => {
            out.extend([&**left, &**right])
        }
        ExprKind::And(list) | ExprKind::Or(list) | ExprKind::Coalesce(list) => out.extend(list),
        ExprKind::Not(inner) | ExprKind::IsNull(inner) | ExprKind::Convert(inner) => {
            out.push(inner)
        }
        ExprKind::Case { arms, otherwise } => {
            out.extend(arms.iter().flat_map(|(when, then)| [when, then]));
            out.extend(otherwise.as_deref());
        }
        ExprKind::Lookup { row, value, .. } => {
            out.push(value);
            out.extend(row.parts());
        }
        ExprKind::Exists { row, .. } => out.extend(row.parts()),
        ExprKind::Aggregate(aggregate) => {
            out.extend(aggregate.group.iter().map(|(_, value)| value));
            out.extend(&aggregate.filter);
            out.extend(&aggregate.condition);
            out.extend(aggregate.calls.iter().filter_map(|call| call.argument.as_ref()));
            out.push(&aggregate.value);
        }
    }
}
