// SPDX-License-Identifier: Apache-2.0

//! The syntax tree, before names and types are resolved.
//!
//! Names are folded to lower case, unless they are quoted. Every node that a diagnostic can point at has a span. To compare
//! two trees, for example after printing and parsing again, first erase the spans with
//! [`crate::print::erase_spans`].

use crate::span::Span;

/// A rule file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct File {
    /// The items in file order.
    pub items: Vec<Item>,
}

/// A top-level item.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// `create table`.
    Table(Table),
    /// `create message`.
    Message(Message),
    /// `rule`.
    Rule(Rule),
    /// `on`.
    On(On),
}

/// A name and its span.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The text: folded to lower case, or as written between double quotes.
    pub text: String,
    /// The span.
    pub span: Span,
}

/// `create table name (columns) [with (rows = n)]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: Name,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The columns of `primary key (…)`, and each column that is itself declared `primary key`, in
    /// order.
    pub key: Vec<Name>,
    /// The value of `with (rows = n)` and its span.
    pub rows: Option<(i64, Span)>,
}

/// `create message name (columns)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its name.
    pub name: Name,
    /// The fields in wire order.
    pub fields: Vec<Column>,
}

/// A column of a table or a field of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeName,
    /// `Some(true)` for `null`, `Some(false)` for `not null`, and `None` where neither is written,
    /// which means nullable.
    pub nullable: Option<bool>,
}

/// A type as written: its name in lower case (`int4` stays `int4`) and its numbers in parentheses.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    /// The name, which may be unknown.
    pub name: Name,
    /// The numbers in parentheses, if any.
    pub args: Vec<(i64, Span)>,
}

/// `rule name (condition [where guard])`.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its name.
    pub name: Name,
    /// The condition that must be TRUE.
    pub condition: Expr,
    /// When it applies.
    pub guard: Option<Expr>,
    /// The span from `rule` to the closing parenthesis.
    pub span: Span,
}

/// `on message [where guard] (statements)`.
#[derive(Clone, Debug, PartialEq)]
pub struct On {
    /// The message.
    pub message: Name,
    /// The condition under which the block runs.
    pub guard: Option<Expr>,
    /// The statements in order.
    pub statements: Vec<Statement>,
}

/// A statement of an `on` block.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// `insert into table [as alias] [(columns)] values (values) [on conflict …]`.
    Insert {
        /// The table.
        table: Name,
        /// Its alias, for the `do update`.
        alias: Option<Name>,
        /// The column list, if written.
        columns: Option<Vec<Name>>,
        /// The values.
        values: Vec<Expr>,
        /// What happens if there is a row with the key.
        conflict: Option<Conflict>,
        /// The whole statement.
        span: Span,
    },
    /// `update table [alias] set column = value, … [from …] where condition`.
    Update {
        /// The table.
        table: Name,
        /// Its alias.
        alias: Option<Name>,
        /// The assignments in order.
        set: Vec<Assignment>,
        /// The joined tables, possibly none.
        from: Vec<FromItem>,
        /// The rows.
        condition: Option<Expr>,
        /// The whole statement.
        span: Span,
    },
    /// `delete from table [alias] [using …] where condition`.
    Delete {
        /// The table.
        table: Name,
        /// Its alias.
        alias: Option<Name>,
        /// The joined tables, possibly none.
        using: Vec<FromItem>,
        /// The rows.
        condition: Option<Expr>,
        /// The whole statement.
        span: Span,
    },
}

/// `column = value`.
pub type Assignment = (Name, Expr);

/// `on conflict [(columns)] do nothing`, or `on conflict (columns) do update set …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The columns; empty without a list, which only `do nothing` allows.
    pub columns: Vec<Name>,
    /// What to do.
    pub action: ConflictAction,
    /// The span from `on` to the end.
    pub span: Span,
}

/// What an `insert` does if there is a row with the key.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictAction {
    /// `do nothing`.
    Nothing,
    /// `do update set column = value, … [where condition]`.
    Update {
        /// The assignments in order.
        set: Vec<Assignment>,
        /// The condition under which the row changes.
        condition: Option<Expr>,
    },
}

/// An expression and its span. Parentheses add no node, and are not part of the span.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// The kind.
    pub kind: ExprKind,
    /// The span.
    pub span: Span,
}

/// The kind of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// An integer literal, as its digits: they need not fit 64 bits.
    Integer(String),
    /// A decimal literal as written, such as `1.25`, `.5`, `5.` or `1.5e-3`, with a small `e`. See
    /// [`crate::lex::DecimalParts`] for its value.
    Decimal(String),
    /// A string literal, without the outer quotes and with `''` replaced by `'`.
    String(String),
    /// `true` or `false`.
    Boolean(bool),
    /// `null`.
    Null,
    /// `name`.
    Name(Name),
    /// `qualifier.name`.
    Qualified(Name, Name),
    /// `- e`.
    Negate(Box<Expr>),
    /// `not e`.
    Not(Box<Expr>),
    /// `l op r`.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `e is [not] null`.
    IsNull {
        /// The expression.
        operand: Box<Expr>,
        /// `is not null`.
        negated: bool,
    },
    /// `e is [not] true`, `false` or `unknown`.
    IsTruth {
        /// The condition.
        operand: Box<Expr>,
        /// What it is compared with.
        truth: Truth,
        /// `is not`.
        negated: bool,
    },
    /// `l is [not] distinct from r`.
    IsDistinct {
        /// The left operand.
        left: Box<Expr>,
        /// The right operand.
        right: Box<Expr>,
        /// `is not distinct from`.
        negated: bool,
    },
    /// `e [not] between low and high`.
    Between {
        /// The expression.
        operand: Box<Expr>,
        /// The lower bound, inclusive.
        low: Box<Expr>,
        /// The upper bound, inclusive.
        high: Box<Expr>,
        /// `not between`.
        negated: bool,
    },
    /// `e [not] in (list)`.
    In {
        /// The expression.
        operand: Box<Expr>,
        /// The list.
        list: Vec<Expr>,
        /// `not in`.
        negated: bool,
    },
    /// `e [not] in (select …)`.
    InSelect {
        /// The expression.
        operand: Box<Expr>,
        /// The subquery.
        select: Box<Select>,
        /// `not in`.
        negated: bool,
    },
    /// `e [not] like pattern`.
    Like {
        /// The expression.
        operand: Box<Expr>,
        /// The pattern, which may be any expression here.
        pattern: Box<Expr>,
        /// `not like`.
        negated: bool,
    },
    /// `e::type` or `cast(e as type)`.
    Cast {
        /// The expression.
        operand: Box<Expr>,
        /// The type, which may be unknown.
        ty: TypeName,
    },
    /// `date '…'`, `time '…'`, `timestamp '…'` or `interval '…'`.
    Typed {
        /// The type.
        ty: Name,
        /// The text between the quotes, with `''` replaced by `'`.
        text: String,
        /// The span of the string, quotes included.
        text_span: Span,
    },
    /// `extract(field from e)`.
    Extract {
        /// The field, which may be unknown.
        field: Name,
        /// The expression.
        source: Box<Expr>,
    },
    /// `case [operand] when … then … [else …] end`.
    Case {
        /// The operand of the simple form.
        operand: Option<Box<Expr>>,
        /// The `when`/`then` pairs.
        arms: Vec<(Expr, Expr)>,
        /// The `else`.
        otherwise: Option<Box<Expr>>,
    },
    /// `name([distinct] args) [filter (where condition)]`: a function or an aggregate, which may be
    /// unknown.
    Call {
        /// The function.
        function: Name,
        /// Its arguments.
        args: CallArgs,
        /// `distinct` before the arguments.
        distinct: bool,
        /// The condition of `filter (where …)`.
        filter: Option<Box<Expr>>,
    },
    /// `(select …)` as a value.
    Subquery(Box<Select>),
    /// `exists (select …)`; `not exists` is [`ExprKind::Not`] around it.
    Exists(Box<Select>),
}

/// Arguments of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum CallArgs {
    /// `f(*)`.
    Star,
    /// `f(a, b, …)`.
    List(Vec<Expr>),
}

/// A truth value, as an operand of `is`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// `true`
    True,
    /// `false`
    False,
    /// `unknown`, which is NULL.
    Unknown,
}

impl Truth {
    /// The text of the value.
    pub fn text(self) -> &'static str {
        match self {
            Truth::True => "true",
            Truth::False => "false",
            Truth::Unknown => "unknown",
        }
    }
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
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
    /// `=`
    Eq,
    /// `<>` or `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `and`
    And,
    /// `or`
    Or,
}

impl BinaryOp {
    /// The text of the operator.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::Eq => "=",
            BinaryOp::Ne => "<>",
            BinaryOp::Lt => "<",
            BinaryOp::Le => "<=",
            BinaryOp::Gt => ">",
            BinaryOp::Ge => ">=",
            BinaryOp::And => "and",
            BinaryOp::Or => "or",
        }
    }
}

/// `select items from … [where condition] [order by …] [limit n]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    /// The selected columns, at least one. A subquery that is a value, or an operand of `in`, has
    /// exactly one, which is an expression.
    pub items: Vec<SelectItem>,
    /// The tables in order, at least one.
    pub from: Vec<FromItem>,
    /// The condition.
    pub condition: Option<Expr>,
    /// The order, most significant first; empty without `order by`.
    pub order: Vec<Order>,
    /// The greatest number of rows and its span.
    pub limit: Option<(i64, Span)>,
    /// The span from `select` to the end.
    pub span: Span,
}

impl Select {
    /// All expressions of the subquery, including those of the queries in its `from`.
    pub fn expressions(&self) -> Vec<&Expr> {
        let mut found = Vec::new();
        let mut queries = vec![self];
        while let Some(select) = queries.pop() {
            found.extend(select.items.iter().filter_map(|item| item.value.expr()));
            for item in &select.from {
                if let Join::On(condition) = &item.join {
                    found.push(condition);
                }
                if let Source::Query(inner) = &item.source {
                    queries.push(inner);
                }
            }
            found.extend(&select.condition);
            found.extend(select.order.iter().map(|order| &order.value));
        }
        found
    }
}

/// A selected column.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectItem {
    /// The value.
    pub value: SelectValue,
    /// Its name, from `as`.
    pub alias: Option<Name>,
}

/// The value of a selected column.
#[derive(Clone, Debug, PartialEq)]
pub enum SelectValue {
    /// `*`, and its span.
    Star(Span),
    /// An expression.
    Expr(Expr),
}

impl SelectValue {
    /// The expression, if it is one.
    pub fn expr(&self) -> Option<&Expr> {
        match self {
            SelectValue::Star(_) => None,
            SelectValue::Expr(expr) => Some(expr),
        }
    }
}

/// A table or query in a `from`, and how it is joined with those before it.
#[derive(Clone, Debug, PartialEq)]
pub struct FromItem {
    /// The rows.
    pub source: Source,
    /// The alias, which a query always has.
    pub alias: Option<Name>,
    /// The join. [`Join::List`] for the first item.
    pub join: Join,
    /// The span of source and alias.
    pub span: Span,
}

/// The rows of an item of a `from`.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A table.
    Table(Name),
    /// `(select …)`.
    Query(Box<Select>),
}

/// How an item of a `from` is joined with those before it. Joins associate to the left, and a comma
/// binds looser: in `a, b join c on …` the condition cannot name `a`.
#[derive(Clone, Debug, PartialEq)]
pub enum Join {
    /// `, item`, and the first item.
    List,
    /// `cross join item`.
    Cross,
    /// `[inner] join item on condition`.
    On(Expr),
    /// `[inner] join item using (columns)`.
    Using(Vec<Name>),
}

/// An expression of an `order by`.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The expression. As in PostgreSQL, an integer literal is the number of a selected column.
    pub value: Expr,
    /// `desc`.
    pub descending: bool,
    /// `Some(true)` for `nulls first`, `Some(false)` for `nulls last`, and `None` where neither is
    /// written, which means last, or first with `desc`.
    pub nulls_first: Option<bool>,
}
