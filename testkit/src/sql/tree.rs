// SPDX-License-Identifier: Apache-2.0

//! Expressions, queries and statements of a case, before they are text.

use super::types::{Kind, Ty};

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A literal, as a rule file writes it.
    Literal(String, Kind),
    /// `null`, in a place that requires this kind.
    Null(Kind),
    /// A column, qualified or not.
    Column(String, Ty),
    /// A field of the message: names of message and field.
    Field(String, String, Ty),
    /// A parameter of a function.
    Parameter(String, Kind),
    /// A parameter of the file: its name, and its value as a literal.
    Constant(String, String, Kind),
    /// Unary minus.
    Negative(Box<Expr>),
    /// Arithmetic.
    Arith(Op, Box<Expr>, Box<Expr>),
    /// A comparison.
    Compare(&'static str, Box<Expr>, Box<Expr>),
    /// `x [not] between low and high`.
    Between(bool, Box<[Expr; 3]>),
    /// `x [not] in (…)`.
    In(bool, Box<Expr>, Vec<Expr>),
    /// `x [not] in (select …)`.
    InSelect(bool, Box<Expr>, Box<Select>),
    /// Operands joined by `and` or `or`.
    Logic(Junction, Vec<Expr>),
    /// `not x`.
    Not(Box<Expr>),
    /// A postfix test: `is null`, `is not true` and so on.
    Is(&'static str, Box<Expr>),
    /// `x [not] like 'prefix%'`: whether it is negated, and the pattern.
    Like(bool, Box<Expr>, &'static str),
    /// `l is [not] distinct from r`; the text is one of the two.
    Distinct(&'static str, Box<Expr>, Box<Expr>),
    /// `case [operand] when … then … [else …] end`.
    Case {
        /// The operand of a simple `case`.
        operand: Option<Box<Expr>>,
        /// Conditions or values to compare with, and results.
        arms: Vec<(Expr, Expr)>,
        /// The result of `else`.
        otherwise: Option<Box<Expr>>,
    },
    /// A call of a built-in function.
    Call(Builtin, Vec<Expr>),
    /// A call of a function of the file, with the kind of its result.
    Function(String, Vec<Expr>, Kind),
    /// A cast; `true` for `x::t`, `false` for `cast(x as t)`.
    Cast(Box<Expr>, Ty, bool),
    /// A scalar subquery.
    Select(Box<Select>),
    /// `[not] exists (select …)`.
    Exists(bool, Box<Select>),
    /// An aggregate call.
    Aggregate(Box<Aggregate>),
}

/// An arithmetic operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
}

/// `and` or `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Junction {
    /// `and`
    And,
    /// `or`
    Or,
}

/// A built-in function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// `coalesce(a, b, …)`
    Coalesce,
    /// `abs(x)`
    Abs,
    /// `sign(x)`
    Sign,
    /// `greatest(a, b, …)`
    Greatest,
    /// `least(a, b, …)`
    Least,
    /// `nullif(a, b)`
    Nullif,
    /// `round(x, n)` or `round(x)`
    Round(Option<u8>),
    /// `trunc(x, n)` or `trunc(x)`
    Trunc(Option<u8>),
    /// `ceil(x)`
    Ceil,
    /// `floor(x)`
    Floor,
    /// `mod(a, b)`
    Mod,
}

/// An aggregate call.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    /// The function.
    pub function: AggregateFn,
    /// Whether it is over distinct values.
    pub distinct: bool,
    /// The argument; none for `count(*)`.
    pub argument: Option<Expr>,
    /// `filter (where …)`.
    pub filter: Option<Expr>,
}

/// An aggregate function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AggregateFn {
    /// `count`
    Count,
    /// `sum`
    Sum,
    /// `avg`
    Avg,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// A subquery.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    /// The selected expression.
    pub value: Expr,
    /// The table and its alias.
    pub from: Source,
    /// A joined table and its condition.
    pub join: Option<(Source, Expr)>,
    /// The operands of `and` in the `where`.
    pub filter: Vec<Expr>,
}

/// A table in a `from`.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The table.
    pub table: String,
    /// Its alias, if it has one.
    pub alias: Option<String>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// `insert into t (…) values (…) [on conflict …]`.
    Insert {
        /// The table.
        table: String,
        /// Columns and their values.
        values: Vec<(String, Expr)>,
        /// `on conflict`.
        conflict: Option<Conflict>,
    },
    /// `update t set … [from …] where …`.
    Update {
        /// The table.
        table: Source,
        /// Columns and their values.
        set: Vec<(String, Expr)>,
        /// A second table.
        from: Option<Source>,
        /// The operands of `and` in the `where`.
        filter: Vec<Expr>,
    },
    /// `delete from t [using …] where …`.
    Delete {
        /// The table.
        table: Source,
        /// A second table.
        using: Option<Source>,
        /// The operands of `and` in the `where`.
        filter: Vec<Expr>,
    },
}

/// `on conflict (key) do nothing`, or `do update set … [where …]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The columns of the key.
    pub key: Vec<String>,
    /// Columns and their values; empty for `do nothing`.
    pub set: Vec<(String, Expr)>,
    /// The condition of `do update`.
    pub filter: Option<Expr>,
}

impl Op {
    /// Its text.
    pub fn text(self) -> &'static str {
        match self {
            Op::Add => "+",
            Op::Sub => "-",
            Op::Mul => "*",
            Op::Div => "/",
            Op::Rem => "%",
        }
    }
}

/// The scale of a quotient: 16, or that of an operand if it is greater. The generator divides only
/// operands with so few digits that the dividend has at most 38.
pub const QUOTIENT_SCALE: u8 = 16;

impl Expr {
    /// The kind of its result.
    pub fn kind(&self) -> Kind {
        match self {
            Expr::Literal(_, kind)
            | Expr::Null(kind)
            | Expr::Parameter(_, kind)
            | Expr::Constant(_, _, kind)
            | Expr::Function(_, _, kind) => *kind,
            Expr::Column(_, ty) | Expr::Field(_, _, ty) | Expr::Cast(_, ty, _) => ty.kind(),
            Expr::Negative(inner) => inner.kind(),
            Expr::Arith(op, left, right) => arith_kind(*op, left.kind(), right.kind()),
            Expr::Compare(..)
            | Expr::Between(..)
            | Expr::In(..)
            | Expr::InSelect(..)
            | Expr::Logic(..)
            | Expr::Not(_)
            | Expr::Is(..)
            | Expr::Like(..)
            | Expr::Distinct(..)
            | Expr::Exists(..) => Kind::Bool,
            Expr::Case { arms, otherwise, .. } => {
                let results = arms.iter().map(|(_, result)| result).chain(otherwise.as_deref());
                results.map(Expr::kind).reduce(common).unwrap_or(Kind::Int)
            }
            Expr::Call(function, args) => call_kind(*function, args),
            Expr::Select(select) => select.value.kind(),
            Expr::Aggregate(aggregate) => aggregate.kind(),
        }
    }

    /// Whether it or one of its parts is as `test` says.
    pub fn any(&self, test: &dyn Fn(&Expr) -> bool) -> bool {
        test(self) || self.parts().into_iter().any(|part| part.any(test))
    }
}

impl Aggregate {
    fn kind(&self) -> Kind {
        let argument = self.argument.as_ref().map_or(Kind::Int, Expr::kind);
        match (self.function, argument) {
            (AggregateFn::Count, _) => Kind::Int,
            (AggregateFn::Avg, Kind::Dec(scale)) => Kind::Dec(scale.max(6)),
            (AggregateFn::Avg, _) => Kind::Dec(6),
            (AggregateFn::Sum | AggregateFn::Min | AggregateFn::Max, kind) => kind,
        }
    }
}

/// The kind that two alternatives have in common.
fn common(left: Kind, right: Kind) -> Kind {
    match (left, right) {
        (Kind::Dec(l), Kind::Dec(r)) => Kind::Dec(l.max(r)),
        (Kind::Dec(scale), _) | (_, Kind::Dec(scale)) => Kind::Dec(scale),
        (left, _) => left,
    }
}

fn arith_kind(op: Op, left: Kind, right: Kind) -> Kind {
    let scale = |kind| if let Kind::Dec(scale) = kind { scale } else { 0 };
    match (left, right) {
        (Kind::Dec(_), _) | (_, Kind::Dec(_)) => {
            let (left, right) = (scale(left), scale(right));
            Kind::Dec(match op {
                Op::Mul => left + right,
                Op::Div => QUOTIENT_SCALE.max(left).max(right),
                Op::Add | Op::Sub | Op::Rem => left.max(right),
            })
        }
        (Kind::Time, Kind::Time) => Kind::Int,
        (left, _) => left,
    }
}

fn call_kind(function: Builtin, args: &[Expr]) -> Kind {
    let all = args.iter().map(Expr::kind).reduce(common).unwrap_or(Kind::Int);
    let first = args.first().map_or(Kind::Int, Expr::kind);
    match function {
        Builtin::Coalesce | Builtin::Greatest | Builtin::Least | Builtin::Mod => all,
        Builtin::Abs => first,
        Builtin::Nullif => first,
        Builtin::Round(digits) | Builtin::Trunc(digits) => Kind::Dec(digits.unwrap_or(0)),
        Builtin::Sign => Kind::Int,
        Builtin::Ceil | Builtin::Floor => match first {
            Kind::Dec(_) => Kind::Dec(0),
            other => other,
        },
    }
}
