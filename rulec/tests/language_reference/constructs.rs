// SPDX-License-Identifier: Apache-2.0

//! The constructs of the rule language, by the nodes of the syntax tree: what they are called, and
//! which of them a file has.

use rulec::ast::{
    BinaryOp, CallArgs, Column, Conflict, ConflictAction, Expected, ExprKind, FromItem, Function,
    Item, Job, Join, On, OnReject, Order, Rule, Select, SelectItem, SelectValue, Source, Stamp,
    Statement, Step, Table, Truth,
};

/// Declares for each kind of node its variants with their names. Every variant must have one.
macro_rules! kinds {
    ($($function:ident($ty:ty) { $($pattern:pat => $name:literal,)* })*) => {
        $(pub fn $function(node: &$ty) -> &'static str {
            match node { $($pattern => $name,)* }
        })*

        /// The constructs that are kinds of nodes.
        pub const KINDS: &[&str] = &[$($($name,)*)*];
    };
}

/// Declares for each kind of node its optional parts with their names.
macro_rules! parts {
    ($($function:ident($node:ident: $ty:ty) { $($condition:expr => $name:literal,)* })*) => {
        $(pub fn $function($node: &$ty) -> Vec<&'static str> {
            let parts = [$(($condition, $name)),*];
            parts.iter().filter(|(has, _)| *has).map(|(_, name)| *name).collect()
        })*

        /// The constructs that are parts of nodes.
        pub const PARTS: &[&str] = &[$($($name,)*)*];
    };
}

kinds! {
    item(Item) {
        Item::Table(_) => "create table",
        Item::Message(_) => "create message",
        Item::Parameter(_) => "create parameter",
        Item::Function(_) => "create function",
        Item::Rule(_) => "rule",
        Item::On(_) => "on",
        Item::OnReject(_) => "on reject of",
        Item::Job(_) => "create job",
        Item::Include(_) => "include",
        Item::TimeZone(_) => "set time zone",
        Item::Test(_) => "test",
    }
    stamp(Stamp) {
        Stamp::Received => "stamped (received)",
        Stamp::Session => "stamped (session)",
        Stamp::Peer => "stamped (peer)",
        Stamp::Identity => "stamped (identity)",
    }
    statement(Statement) {
        Statement::Insert { .. } => "insert",
        Statement::Update { .. } => "update",
        Statement::Delete { .. } => "delete",
    }
    action(ConflictAction) {
        ConflictAction::Nothing => "on conflict do nothing",
        ConflictAction::Update { condition: None, .. } => "on conflict do update",
        ConflictAction::Update { condition: Some(_), .. } => "on conflict do update … where",
    }
    value(SelectValue) {
        SelectValue::Star(_) => "select *",
        SelectValue::Expr(_) => "select expression",
    }
    source(Source) {
        Source::Table(_) => "from table",
        Source::Query(_) => "from (select …)",
    }
    join(Join) {
        Join::List => "from a, b",
        Join::Cross => "cross join",
        Join::On(_) => "join … on",
        Join::Using(_) => "join … using",
    }
    expr(ExprKind) {
        ExprKind::Integer(_) => "integer literal",
        ExprKind::Decimal(_) => "decimal literal",
        ExprKind::String(_) => "string literal",
        ExprKind::Boolean(_) => "true and false",
        ExprKind::Null => "null",
        ExprKind::Default => "default as a value",
        ExprKind::Name(_) => "plain name",
        ExprKind::Qualified(..) => "qualified name",
        ExprKind::Negate(_) => "unary -",
        ExprKind::Not(_) => "not",
        ExprKind::Binary(..) => "binary operator",
        ExprKind::IsNull { negated: false, .. } => "is null",
        ExprKind::IsNull { negated: true, .. } => "is not null",
        ExprKind::IsTruth { negated: false, .. } => "is true",
        ExprKind::IsTruth { negated: true, .. } => "is not true",
        ExprKind::IsDistinct { negated: false, .. } => "is distinct from",
        ExprKind::IsDistinct { negated: true, .. } => "is not distinct from",
        ExprKind::Between { negated: false, .. } => "between",
        ExprKind::Between { negated: true, .. } => "not between",
        ExprKind::In { negated: false, .. } => "in (list)",
        ExprKind::In { negated: true, .. } => "not in (list)",
        ExprKind::InSelect { negated: false, .. } => "in (select …)",
        ExprKind::InSelect { negated: true, .. } => "not in (select …)",
        ExprKind::Like { negated: false, .. } => "like",
        ExprKind::Like { negated: true, .. } => "not like",
        ExprKind::Cast { .. } => "cast",
        ExprKind::Typed { .. } => "typed literal",
        ExprKind::Extract { .. } => "extract",
        ExprKind::Case { operand: None, .. } => "case when",
        ExprKind::Case { operand: Some(_), .. } => "case x when",
        ExprKind::Call { .. } => "call",
        ExprKind::Subquery(_) => "scalar subquery",
        ExprKind::Exists(_) => "exists",
    }
    operator(BinaryOp) {
        BinaryOp::Add => "a + b",
        BinaryOp::Sub => "a - b",
        BinaryOp::Mul => "a * b",
        BinaryOp::Div => "a / b",
        BinaryOp::Rem => "a % b",
        BinaryOp::Eq => "a = b",
        BinaryOp::Ne => "a <> b",
        BinaryOp::Lt => "a < b",
        BinaryOp::Le => "a <= b",
        BinaryOp::Gt => "a > b",
        BinaryOp::Ge => "a >= b",
        BinaryOp::And => "a and b",
        BinaryOp::Or => "a or b",
    }
    truth(Truth) {
        Truth::True => "… true",
        Truth::False => "… false",
        Truth::Unknown => "… unknown",
    }
    arguments(CallArgs) {
        CallArgs::Star => "f(*)",
        CallArgs::List(_) => "f(a, b)",
    }
    step(Step) {
        Step::Given { .. } => "given",
        Step::When { .. } => "when",
        Step::ExpectRow { .. } => "expect row",
        Step::ExpectEmpty { .. } => "expect … empty",
    }
    expected(Expected) {
        Expected::Accept => "expect accept",
        Expected::Reject { rule: None, reason: None } => "expect reject",
        Expected::Reject { rule: Some(_), reason: None } => "expect reject RULE",
        Expected::Reject { rule: None, reason: Some(_) } => "expect reject REASON",
        Expected::Reject { rule: Some(_), reason: Some(_) } => "expect reject RULE REASON",
        Expected::Warn(_) => "expect warn RULE",
    }
}

parts! {
    table(table: Table) {
        table.rows.is_some() => "with (rows = …)",
        table.lists.iter().any(|list| list.time.is_none()) => "with (group (…) = …)",
        table.lists.iter().any(|list| list.condition.is_some()) => "with (group (…) where … = …)",
        table.lists.iter().any(|list| list.time.is_some()) => "with (window (…) = …)",
        table.key.is_empty() => "a table without a key",
        table.key.len() == 1 => "a key of one column",
        table.key.len() > 1 => "a key of several columns",
    }
    column(column: Column) {
        column.nullable.is_none() => "a column without null",
        column.nullable == Some(true) => "a null column",
        column.nullable == Some(false) => "a not null column",
        column.default.is_some() => "a column with a default",
    }
    function(function: Function) {
        function.arguments.is_empty() => "a function without arguments",
        function.arguments.len() > 1 => "a function of several arguments",
        function.body.from.is_empty() => "a function without from",
        !function.body.from.is_empty() => "a function with from",
    }
    rule(rule: Rule) {
        rule.warn => "warn rule",
        rule.message.is_some() => "rule … on",
        rule.message.is_none() => "rule without on",
        rule.guard.is_some() => "rule … where",
        rule.attributes.id.is_some() => "with (id = …)",
        rule.attributes.text.is_some() => "with (text = …)",
        rule.attributes.text_en.is_some() => "with (text_en = …)",
        rule.attributes.source.is_some() => "with (source = …)",
    }
    on(on: On) {
        on.guard.is_some() => "on … where",
        on.statements.len() > 1 => "a block of several statements",
    }
    on_reject(on: OnReject) {
        on.rules.is_empty() => "on reject of any rule",
        !on.rules.is_empty() => "on reject of … by",
        on.guard.is_some() => "on reject of … where",
    }
    job(job: Job) {
        job.alias.is_some() => "job with an alias",
        job.condition.is_some() => "job … where",
    }
    conflict(conflict: Conflict) {
        conflict.columns.is_empty() => "on conflict without columns",
        !conflict.columns.is_empty() => "on conflict (columns)",
    }
    select(select: Select) {
        select.items.len() > 1 => "select of several columns",
        select.condition.is_some() => "select … where",
        select.condition.is_none() => "select without where",
        !select.order.is_empty() => "order by",
        select.limit.is_some() => "limit",
    }
    order(order: Order) {
        order.descending => "order by … desc",
        order.nulls_first.is_some() => "order by … nulls",
    }
    item_of_select(item: SelectItem) {
        item.alias.is_some() => "an alias of a column",
    }
    item_of_from(item: FromItem) {
        item.alias.is_some() => "an alias of a table",
    }
}

/// Optional parts of statements and calls, which are fields of variants.
pub const OTHERS: &[&str] = &[
    "insert as alias",
    "insert with columns",
    "insert without columns",
    "update alias",
    "update … from",
    "delete alias",
    "delete … using",
    "distinct argument",
    "filter (where …)",
    "case … else",
    "case without else",
    "when mode",
    "when parameter",
    "when job",
    "end",
    "quoted name",
    "line comment",
    "block comment",
    "exponent",
    "date literal",
    "time literal",
    "timestamp literal",
    "interval literal",
];

/// The types as they are written.
pub const TYPES: &[&str] = &[
    "boolean",
    "smallint",
    "int2",
    "int",
    "integer",
    "int4",
    "int8",
    "bigint",
    "decimal",
    "numeric",
    "char",
    "timestamp",
];
