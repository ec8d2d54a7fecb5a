// SPDX-License-Identifier: Apache-2.0

//! Expressions and statements as text of a rule file, of PostgreSQL and of SQLite.
//!
//! The three texts differ only where the documented semantics do. In PostgreSQL, integers are cast
//! to `int8`, and decimal results to 38 digits at the scale of the rule language. In SQLite, fields
//! of the message are parameters.

use super::tree::{
    Aggregate, AggregateFn, Builtin, Conflict, Expr, Junction, Op, Select, Source, Statement,
};
use super::types::{Kind, Ty};

/// The language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The rule language.
    Rules,
    /// PostgreSQL.
    Postgres,
    /// PostgreSQL, with literals and fields that its planner does not know: everything is computed
    /// when a row needs it.
    Opaque,
    /// SQLite.
    Sqlite,
}

/// The word for the default of the column that is written. It is like a literal, but has no cast.
pub const DEFAULT: &str = "default";

// Levels of binding, the loosest first, as PostgreSQL defines them.
const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const IS: u8 = 4;
const COMPARE: u8 = 5;
const BETWEEN: u8 = 6;
const ADD: u8 = 7;
const MULTIPLY: u8 = 8;
const UNARY: u8 = 9;
const CAST: u8 = 10;
const PRIMARY: u8 = 11;

impl Dialect {
    /// Whether it is PostgreSQL.
    fn is_postgres(self) -> bool {
        matches!(self, Dialect::Postgres | Dialect::Opaque)
    }

    /// The text of an expression.
    pub fn expr(self, expr: &Expr) -> String {
        self.at(expr, 0)
    }

    /// The text of an expression where operators of at least that level can be.
    fn at(self, expr: &Expr, level: u8) -> String {
        let text = self.bare(expr);
        // SQLite has other levels, so every operator gets parentheses there.
        let has_level = self.level(expr);
        let is_enough = has_level == PRIMARY || (self != Dialect::Sqlite && has_level >= level);
        if is_enough { text } else { format!("({text})") }
    }

    fn level(self, expr: &Expr) -> u8 {
        match expr {
            Expr::Literal(text, _) if self == Dialect::Rules && text.starts_with('-') => UNARY,
            Expr::Literal(..) | Expr::Column(..) | Expr::Field(..) => match self.is_postgres() {
                true => CAST,
                false => PRIMARY,
            },
            Expr::Constant(_, text, kind) if self != Dialect::Rules => {
                self.level(&Expr::Literal(text.clone(), *kind))
            }
            Expr::Null(_) | Expr::Parameter(..) | Expr::Constant(..) => PRIMARY,
            Expr::Negative(_) => UNARY,
            Expr::Arith(op, ..) => match (self.is_postgres(), expr.kind(), op) {
                (true, Kind::Dec(_), _) => PRIMARY,
                (_, _, Op::Add | Op::Sub) => ADD,
                (_, _, Op::Mul | Op::Div | Op::Rem) => MULTIPLY,
            },
            Expr::Compare(..) => COMPARE,
            Expr::Between(..) | Expr::In(..) | Expr::InSelect(..) | Expr::Like(..) => BETWEEN,
            Expr::Logic(Junction::And, _) => AND,
            Expr::Logic(Junction::Or, _) => OR,
            Expr::Not(_) | Expr::Exists(true, _) => NOT,
            Expr::Is(..) | Expr::Distinct(..) => IS,
            Expr::Cast(_, _, true) => CAST,
            Expr::Cast(_, _, false)
            | Expr::Case { .. }
            | Expr::Call(..)
            | Expr::Function(..)
            | Expr::Select(_)
            | Expr::Exists(false, _)
            | Expr::Aggregate(_) => PRIMARY,
        }
    }

    fn bare(self, expr: &Expr) -> String {
        match expr {
            Expr::Literal(text, kind) => self.literal(text, *kind),
            Expr::Null(kind) if self == Dialect::Opaque => {
                format!("rg_opaque(null::{})", sql_name(*kind))
            }
            Expr::Null(_) => "null".to_owned(),
            Expr::Column(name, ty) => self.named(name, *ty),
            Expr::Field(_, field, _) if self == Dialect::Sqlite => format!(":{field}"),
            Expr::Field(message, field, ty) => {
                let named = self.named(&format!("{message}.{field}"), *ty);
                if self == Dialect::Opaque { format!("rg_opaque({named})") } else { named }
            }
            Expr::Parameter(name, _) => name.clone(),
            Expr::Constant(name, ..) if self == Dialect::Rules => name.clone(),
            Expr::Constant(_, text, kind) => self.literal(text, *kind),
            Expr::Negative(inner) => format!("-{}", self.at(inner, CAST)),
            Expr::Arith(op, left, right) => self.arith(*op, left, right, expr.kind()),
            Expr::Compare(op, left, right) => {
                format!("{} {op} {}", self.at(left, BETWEEN), self.at(right, BETWEEN))
            }
            Expr::Between(negated, three) => {
                let [tested, low, high] = three.each_ref().map(|part| self.at(part, ADD));
                format!("{tested} {}between {low} and {high}", not(*negated))
            }
            Expr::In(negated, tested, list) => {
                format!("{} {}in ({})", self.at(tested, ADD), not(*negated), self.list(list))
            }
            Expr::InSelect(negated, tested, select) => {
                let select = self.lazy(select);
                format!("{} {}in ({select})", self.at(tested, ADD), not(*negated))
            }
            Expr::Logic(Junction::And, list) => self.joined(list, NOT, " and "),
            Expr::Logic(Junction::Or, list) => self.joined(list, AND, " or "),
            Expr::Not(inner) => format!("not {}", self.at(inner, NOT)),
            Expr::Is(test, inner) => format!("{} {test}", self.at(inner, COMPARE)),
            Expr::Like(negated, tested, pattern) => {
                format!("{} {}like '{pattern}'", self.at(tested, ADD), not(*negated))
            }
            Expr::Distinct(test, left, right) => {
                format!("{} {test} {}", self.at(left, COMPARE), self.at(right, COMPARE))
            }
            Expr::Case { operand, arms, otherwise } => {
                self.case(operand.as_deref(), arms, otherwise.as_deref())
            }
            Expr::Call(function, args) => self.call(*function, args),
            Expr::Function(name, args, _) => format!("{name}({})", self.list(args)),
            Expr::Cast(inner, ty, is_short) => self.cast(inner, *ty, *is_short),
            Expr::Select(select) => format!("({})", self.select(select)),
            Expr::Exists(negated, select) => {
                format!("{}exists ({})", not(*negated), self.lazy(select))
            }
            Expr::Aggregate(aggregate) => self.aggregate(aggregate),
        }
    }

    fn literal(self, text: &str, kind: Kind) -> String {
        if text == DEFAULT {
            return DEFAULT.to_owned();
        }
        if self == Dialect::Opaque {
            return format!("rg_opaque(cast({text} as {}))", sql_name(kind));
        }
        match (self, kind) {
            (Dialect::Postgres, Kind::Int | Kind::Time) if text.starts_with('-') => {
                format!("({text})::int8")
            }
            (Dialect::Postgres, Kind::Int | Kind::Time) => format!("{text}::int8"),
            (Dialect::Postgres, Kind::Char) => format!("{text}::bpchar"),
            // SQLite does not pad text.
            (Dialect::Sqlite, Kind::Char) => {
                format!("'{}'", text.trim_matches('\'').trim_end_matches(' '))
            }
            _ if text.starts_with('-') && self != Dialect::Rules => format!("({text})"),
            _ => text.to_owned(),
        }
    }

    fn named(self, name: &str, ty: Ty) -> String {
        match ty {
            Ty::Int2 | Ty::Int4 if self.is_postgres() => format!("{name}::int8"),
            _ => name.to_owned(),
        }
    }

    fn arith(self, op: Op, left: &Expr, right: &Expr, kind: Kind) -> String {
        if let (true, Kind::Dec(scale)) = (self.is_postgres(), kind) {
            let exact = match op {
                Op::Div => format!("rg_div({}, {}, {scale})", self.expr(left), self.expr(right)),
                Op::Add | Op::Sub | Op::Mul | Op::Rem => {
                    let (left, right) = (self.at(left, UNARY), self.at(right, UNARY));
                    format!("{left} {} {right}", op.text())
                }
            };
            return format!("cast({exact} as numeric(38,{scale}))");
        }
        let level = if matches!(op, Op::Add | Op::Sub) { ADD } else { MULTIPLY };
        format!("{} {} {}", self.at(left, level), op.text(), self.at(right, level + 1))
    }

    fn list(self, list: &[Expr]) -> String {
        self.joined(list, 0, ", ")
    }

    fn joined(self, list: &[Expr], level: u8, separator: &str) -> String {
        let texts: Vec<String> = list.iter().map(|part| self.at(part, level)).collect();
        texts.join(separator)
    }

    fn case(
        self,
        operand: Option<&Expr>,
        arms: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
    ) -> String {
        let mut text = "case".to_owned();
        if let Some(operand) = operand {
            text += &format!(" {}", self.expr(operand));
        }
        for (when, then) in arms {
            text += &format!(" when {} then {}", self.expr(when), self.expr(then));
        }
        if let Some(otherwise) = otherwise {
            text += &format!(" else {}", self.expr(otherwise));
        }
        text + " end"
    }

    fn call(self, function: Builtin, args: &[Expr]) -> String {
        let name = match function {
            Builtin::Coalesce => "coalesce",
            Builtin::Abs => "abs",
            Builtin::Sign => "sign",
            Builtin::Greatest => "greatest",
            Builtin::Least => "least",
            Builtin::Nullif => "nullif",
            Builtin::Round(_) => "round",
            Builtin::Trunc(_) => "trunc",
            Builtin::Ceil => "ceil",
            Builtin::Floor => "floor",
            Builtin::Mod => "mod",
        };
        let mut list = self.list(args);
        // PostgreSQL would choose the functions on floating-point numbers for an `int8`.
        let is_numeric = match function {
            Builtin::Sign
            | Builtin::Round(_)
            | Builtin::Trunc(_)
            | Builtin::Ceil
            | Builtin::Floor => true,
            Builtin::Coalesce
            | Builtin::Abs
            | Builtin::Greatest
            | Builtin::Least
            | Builtin::Nullif
            | Builtin::Mod => false,
        };
        if is_numeric && self.is_postgres() {
            list = format!("cast({list} as numeric)");
        }
        if let Builtin::Round(Some(digits)) | Builtin::Trunc(Some(digits)) = function {
            list += &format!(", {digits}");
        }
        let is_integer =
            args.first().is_some_and(|arg| arg.kind() == Kind::Int) || function == Builtin::Sign;
        if is_numeric && is_integer && self.is_postgres() {
            return format!("cast({name}({list}) as int8)");
        }
        format!("{name}({list})")
    }

    fn cast(self, inner: &Expr, ty: Ty, is_short: bool) -> String {
        let name = ty.name();
        let wide = match ty {
            Ty::Int2 | Ty::Int4 if self.is_postgres() => "::int8",
            _ => "",
        };
        match is_short {
            true => format!("{}::{name}{wide}", self.at(inner, CAST)),
            false if wide.is_empty() => format!("cast({} as {name})", self.expr(inner)),
            false => format!("cast(cast({} as {name}) as int8)", self.expr(inner)),
        }
    }

    fn select(self, select: &Select) -> String {
        let mut text =
            format!("select {} from {}", self.expr(&select.value), self.source(&select.from));
        if let Some((joined, on)) = &select.join {
            text += &format!(" join {} on {}", self.source(joined), self.expr(on));
        }
        if !select.filter.is_empty() {
            text += &format!(" where {}", self.joined(&select.filter, NOT, " and "));
        }
        text
    }

    /// A subquery that PostgreSQL could make a join; with `offset`, it does not.
    fn lazy(self, select: &Select) -> String {
        let text = self.select(select);
        if self == Dialect::Opaque { text + " offset 0" } else { text }
    }

    fn aggregate(self, aggregate: &Aggregate) -> String {
        let name = match aggregate.function {
            AggregateFn::Count => "count",
            AggregateFn::Sum => "sum",
            AggregateFn::Avg => "avg",
            AggregateFn::Min => "min",
            AggregateFn::Max => "max",
        };
        let distinct = if aggregate.distinct { "distinct " } else { "" };
        let argument = aggregate.argument.as_ref().map_or("*".to_owned(), |arg| self.expr(arg));
        let filter = match &aggregate.filter {
            Some(filter) => format!(" filter (where {})", self.expr(filter)),
            None => String::new(),
        };
        let call = |name: &str| format!("{name}({distinct}{argument}){filter}");
        let kind = aggregate.argument.as_ref().map_or(Kind::Int, Expr::kind);
        match (self.is_postgres(), aggregate.function, kind) {
            (true, AggregateFn::Sum, Kind::Int) => {
                format!("cast({} as int8)", call("sum"))
            }
            (true, AggregateFn::Sum, Kind::Dec(scale)) => {
                format!("cast({} as numeric(38,{scale}))", call("sum"))
            }
            (true, AggregateFn::Avg, _) => {
                let scale = if let Kind::Dec(scale) = kind { scale.max(6) } else { 6 };
                let count = format!("nullif({}, 0)", call("count"));
                format!("rg_div({}, {count}, {scale})", call("sum"))
            }
            _ => call(name),
        }
    }

    /// The text of a statement, without `;`.
    pub fn statement(self, statement: &Statement) -> String {
        match statement {
            Statement::Insert { table, values, conflict } => {
                let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
                let list: Vec<String> = values.iter().map(|(_, value)| self.expr(value)).collect();
                let conflict = conflict.as_ref().map_or(String::new(), |c| self.conflict(c));
                let (names, list) = (names.join(", "), list.join(", "));
                format!("insert into {table} ({names}) values ({list}){conflict}")
            }
            Statement::Update { table, set, from, filter } => {
                let from =
                    from.as_ref().map_or(String::new(), |s| format!(" from {}", self.source(s)));
                let filter = self.joined(filter, NOT, " and ");
                format!("update {} set {}{from} where {filter}", self.source(table), self.set(set))
            }
            Statement::Delete { table, using, filter } => {
                let using = using.as_ref();
                let using = using.map_or(String::new(), |s| format!(" using {}", self.source(s)));
                let filter = self.joined(filter, NOT, " and ");
                format!("delete from {}{using} where {filter}", self.source(table))
            }
        }
    }

    fn source(self, source: &Source) -> String {
        // SQLite wants `as` after the table that a statement changes.
        match (&source.alias, self) {
            (None, _) => source.table.clone(),
            (Some(alias), Dialect::Sqlite) => format!("{} as {alias}", source.table),
            (Some(alias), Dialect::Rules | Dialect::Postgres | Dialect::Opaque) => {
                format!("{} {alias}", source.table)
            }
        }
    }

    fn conflict(self, conflict: &Conflict) -> String {
        let key = conflict.key.join(", ");
        if conflict.set.is_empty() {
            return format!(" on conflict ({key}) do nothing");
        }
        let filter = conflict.filter.as_ref();
        let filter = filter.map_or(String::new(), |f| format!(" where {}", self.expr(f)));
        format!(" on conflict ({key}) do update set {}{filter}", self.set(&conflict.set))
    }

    fn set(self, set: &[(String, Expr)]) -> String {
        let texts = set.iter().map(|(name, value)| format!("{name} = {}", self.expr(value)));
        texts.collect::<Vec<String>>().join(", ")
    }
}

fn not(negated: bool) -> &'static str {
    if negated { "not " } else { "" }
}

/// The name of a type of that kind in PostgreSQL.
pub fn sql_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "boolean",
        Kind::Int | Kind::Time => "int8",
        Kind::Dec(_) => "numeric",
        Kind::Char => "bpchar",
    }
}
