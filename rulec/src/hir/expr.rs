// SPDX-License-Identifier: Apache-2.0

//! The expressions of the resolved tree.

use crate::calendar::Calendar;
use crate::span::Span;
use engine::schema::{ColumnId, FieldId, TableId, Type};
use engine::wide::Rounding;

/// A row variable: it denotes the one row that a subquery or statement is about. Unique in a rule
/// file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowVar(pub u32);

/// The way to one row: its whole key, then a residual condition.
#[derive(Clone, Debug)]
pub struct RowMatch {
    /// The variable that denotes the row, in the residual and in expressions that read the row.
    pub var: RowVar,
    /// One expression for each key column, in the order of [`Table::key`](super::Table::key) and at
    /// the scale of the column. They do not depend on the row.
    pub key: Vec<Expr>,
    /// A further BOOLEAN condition that must be TRUE; it can depend on the row.
    pub residual: Option<Expr>,
}

/// A typed expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// The kind.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Type,
    /// Whether it can be NULL, as far as the compiler knows.
    pub nullable: bool,
    /// The span.
    pub span: Span,
}

/// The kind of an expression.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A number at the scale of its type, a boolean (0 or 1), a date or a time.
    Number(i128),
    /// A string without trailing blanks.
    Text(String),
    /// NULL.
    Null,
    /// A field of the message.
    Field(FieldId),
    /// A column of the row that the variable denotes.
    Column(RowVar, ColumnId),
    /// Arithmetic: exact, in 64 bits among integers and times (a DATE has 32), otherwise to 38
    /// digits. A result beyond that is `overflow`.
    Arith(ArithOp, Box<Expr>, Box<Expr>),
    /// A comparison of two numbers, or of two values of one type. `Lt` … `Ge` do not occur on CHAR
    /// or BOOLEAN.
    Compare(CompareOp, Box<Expr>, Box<Expr>),
    /// Whether two values are distinct, where NULL is distinct from any value and not from NULL.
    Distinct(Box<Expr>, Box<Expr>),
    /// A function of numbers.
    Function(Function, Vec<Expr>),
    /// A function of dates and times.
    Calendar(Calendar, Vec<Expr>),
    /// Whether a text, padded with blanks, begins with some characters, which can be blanks. They
    /// are at most as many as its type has.
    Like(Box<Expr>, String),
    /// A DECIMAL at the smaller scale of [`Expr::ty`].
    Round(Rounding, Box<Expr>),
    /// Conjunction of two or more operands, flattened.
    And(Vec<Expr>),
    /// Disjunction of two or more operands, flattened.
    Or(Vec<Expr>),
    /// The negation of a condition.
    Not(Box<Expr>),
    /// Whether it is NULL.
    IsNull(Box<Expr>),
    /// A `case` with conditions.
    Case {
        /// Conditions (BOOLEAN) and values (of the type of the whole).
        arms: Vec<(Expr, Expr)>,
        /// The value if no condition holds; NULL if absent.
        otherwise: Option<Box<Expr>>,
    },
    /// The first operand that is not NULL; all have the type of the whole.
    Coalesce(Vec<Expr>),
    /// Conversion of a number to [`Expr::ty`]: a change of scale (rounded half away from zero if
    /// digits are lost), then a range check against the type (`overflow`). Of integers, BOOLEAN,
    /// dates and times only the type changes.
    Convert(Box<Expr>),
    /// A scalar subquery by key: NULL if there is no row.
    Lookup {
        /// The table.
        table: TableId,
        /// The row.
        row: Box<RowMatch>,
        /// The value that is read from the row.
        value: Box<Expr>,
    },
    /// Whether the row exists.
    Exists {
        /// The table.
        table: TableId,
        /// The row.
        row: Box<RowMatch>,
    },
    /// An expression over aggregates of one group of rows.
    Aggregate(Box<Aggregate>),
    /// Within [`Aggregate::value`]: the result of `calls[i]`. A sum of type INT8 that does not fit
    /// 64 bits is `overflow`; one of a DECIMAL type is exact to 38 digits.
    Call(usize),
}

/// Aggregates over a group of rows of one table.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// The table.
    pub table: TableId,
    /// The variable that denotes the row in the filter and the arguments.
    pub var: RowVar,
    /// The group: columns and the values that they must equal, in column order, each column at most
    /// once. Values are at the scale of the column and do not depend on the row.
    pub group: Vec<(ColumnId, Expr)>,
    /// A BOOLEAN condition on the row.
    pub filter: Option<Expr>,
    /// A BOOLEAN condition that does not depend on the row. Where it is not TRUE, the aggregate is
    /// over no rows.
    pub condition: Option<Expr>,
    /// The calls that the value uses.
    pub calls: Vec<Call>,
    /// The selected expression, over [`ExprKind::Call`]s and not over columns of the row.
    pub value: Expr,
    /// How it is computed.
    pub path: Path,
}

/// How an aggregate is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// A hidden table keeps it as rows change. Filter and arguments read the row and constants
    /// alone.
    Maintained,
    /// The rows of a list are scanned when a message asks. Filter and arguments can read anything.
    Scanned {
        /// The list, by its place in [`RuleSet::lists`](super::RuleSet::lists).
        list: usize,
        /// What the rows are for.
        purpose: Purpose,
    },
}

/// What the rows of a scan are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An aggregate of them.
    Aggregate,
    /// The value of one row. A second one is an error.
    OneRow,
    /// A statement changes them.
    Change,
}

impl Aggregate {
    /// The conjuncts of the filter.
    pub fn conjuncts(&self) -> &[Expr] {
        match &self.filter {
            Some(Expr { kind: ExprKind::And(all), .. }) => all,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        }
    }

    /// What is computed for each row.
    pub fn of_rows(&self) -> impl Iterator<Item = &Expr> {
        self.filter.iter().chain(self.calls.iter().flat_map(Call::parts))
    }
}

/// An aggregate call. `avg` is rewritten as a rounded division of sum and count.
#[derive(Clone, Debug)]
pub struct Call {
    /// The function.
    pub function: AggregateFn,
    /// The argument; none for `count(*)` and `Any`.
    pub argument: Option<Expr>,
    /// For [`AggregateFn::Nth`]: the value by which rows are ordered.
    pub order: Option<Expr>,
}

impl Call {
    /// A call of a function that needs no order.
    pub fn new(function: AggregateFn, argument: Option<Expr>) -> Call {
        Call { function, argument, order: None }
    }

    /// Its argument and its order.
    pub fn parts(&self) -> impl Iterator<Item = &Expr> {
        self.argument.iter().chain(&self.order)
    }
}

/// An aggregate function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AggregateFn {
    /// The number of rows whose argument is not NULL, or of all rows without an argument. 0 over no
    /// rows.
    Count,
    /// The exact sum; NULL over no values.
    Sum,
    /// The smallest value; NULL over no values.
    Min,
    /// The largest value; NULL over no values.
    Max,
    /// The number of distinct values; 0 over no values.
    Distinct,
    /// Whether there is a row. Only a scan has it.
    Any,
    /// The argument of the row in a place, from 0 on, when rows are ordered; NULL if there are
    /// fewer rows. Only a scan has it.
    Nth {
        /// The place.
        place: u8,
        /// Whether the largest value is the first.
        descending: bool,
    },
}

impl AggregateFn {
    /// Whether it keeps every distinct value of a group.
    pub fn keeps_levels(self) -> bool {
        match self {
            AggregateFn::Min | AggregateFn::Max | AggregateFn::Distinct => true,
            AggregateFn::Count | AggregateFn::Sum | AggregateFn::Any | AggregateFn::Nth { .. } => {
                false
            }
        }
    }
}

/// An arithmetic operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArithOp {
    /// The sum.
    Add,
    /// The difference.
    Sub,
    /// The product.
    Mul,
    /// Quotient truncated toward zero (integers).
    Div,
    /// Remainder with the sign of the dividend.
    Rem,
    /// The quotient of two decimals or integers at the scale of the result type, rounded half away
    /// from zero: `round(l * 10^shift / r)` over the stored integers, with an exact intermediate.
    DivRound {
        /// The power of ten by which the dividend is scaled.
        shift: u8,
    },
}

/// A function of numbers. All arguments have the type of the result, except for `Sign`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// The absolute value; `overflow` for the smallest integer.
    Abs,
    /// -1, 0 or 1, of type INT.
    Sign,
    /// The largest argument that is not NULL; NULL if all are. Dates and times too.
    Greatest,
    /// The smallest argument that is not NULL; NULL if all are. Dates and times too.
    Least,
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

impl CompareOp {
    /// The comparison with its sides exchanged.
    pub(crate) fn mirrored(self) -> CompareOp {
        match self {
            CompareOp::Eq | CompareOp::Ne => self,
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
        }
    }
}

/// The iterator that [`Expr::nodes`] returns.
#[derive(Clone, Debug)]
pub struct Nodes<'a>(Vec<&'a Expr>);

impl Expr {
    /// This expression and all its parts, subqueries included, each before its own parts and in the
    /// order of the text.
    pub fn nodes(&self) -> Nodes<'_> {
        Nodes(vec![self])
    }
}

impl Expr {
    /// Its direct parts, subqueries included.
    pub fn parts(&self) -> Vec<&Expr> {
        let mut parts = Vec::new();
        push_children(self, &mut parts);
        parts
    }

    /// Its direct parts, subqueries included.
    pub fn parts_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Call(_) => Vec::new(),
            ExprKind::Arith(_, left, right)
            | ExprKind::Compare(_, left, right)
            | ExprKind::Distinct(left, right) => vec![&mut **left, &mut **right],
            ExprKind::And(list)
            | ExprKind::Or(list)
            | ExprKind::Coalesce(list)
            | ExprKind::Function(_, list)
            | ExprKind::Calendar(_, list) => list.iter_mut().collect(),
            ExprKind::Not(inner)
            | ExprKind::IsNull(inner)
            | ExprKind::Like(inner, _)
            | ExprKind::Convert(inner)
            | ExprKind::Round(_, inner) => vec![&mut **inner],
            ExprKind::Case { arms, otherwise } => arms
                .iter_mut()
                .flat_map(|(when, then)| [when, then])
                .chain(otherwise.as_deref_mut())
                .collect(),
            ExprKind::Lookup { row, value, .. } => {
                std::iter::once(&mut **value).chain(row.parts_mut()).collect()
            }
            ExprKind::Exists { row, .. } => row.parts_mut().collect(),
            ExprKind::Aggregate(aggregate) => {
                let aggregate = &mut **aggregate;
                let parts = |call| {
                    let Call { argument, order, .. }: &mut Call = call;
                    argument.iter_mut().chain(order.iter_mut())
                };
                let arguments = aggregate.calls.iter_mut().flat_map(parts);
                aggregate
                    .group
                    .iter_mut()
                    .map(|(_, value)| value)
                    .chain(&mut aggregate.filter)
                    .chain(&mut aggregate.condition)
                    .chain(arguments)
                    .chain([&mut aggregate.value])
                    .collect()
            }
        }
    }
}

impl RowMatch {
    /// The expressions that determine the row.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        self.key.iter_mut().chain(&mut self.residual)
    }

    /// The expressions that determine the row.
    pub fn parts(&self) -> impl Iterator<Item = &Expr> {
        self.key.iter().chain(&self.residual)
    }
}

impl<'a> Iterator for Nodes<'a> {
    type Item = &'a Expr;

    fn next(&mut self) -> Option<&'a Expr> {
        let expr = self.0.pop()?;
        // The last element is popped first, so the children are reversed. The stack is on the heap:
        // a tall tree cannot overflow the call stack.
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
        ExprKind::Arith(_, left, right)
        | ExprKind::Compare(_, left, right)
        | ExprKind::Distinct(left, right) => out.extend([&**left, &**right]),
        ExprKind::And(list)
        | ExprKind::Or(list)
        | ExprKind::Coalesce(list)
        | ExprKind::Function(_, list)
        | ExprKind::Calendar(_, list) => out.extend(list),
        ExprKind::Not(inner)
        | ExprKind::IsNull(inner)
        | ExprKind::Like(inner, _)
        | ExprKind::Convert(inner)
        | ExprKind::Round(_, inner) => out.push(inner),
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
            out.extend(aggregate.calls.iter().flat_map(Call::parts));
            out.push(&aggregate.value);
        }
    }
}
