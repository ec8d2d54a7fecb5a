// SPDX-License-Identifier: Apache-2.0

//! What expressions of a rule are for one message.
//!
//! No second interpreter says it: the expression becomes the only rule, or the only value that is
//! stored, of a rule set with the same tables and messages. An executor with the rows from before
//! the message changes to that rule set, and answers the message.

use engine::change::{self, Change};
use engine::executor::{Cell, Executor};
use engine::reference::Reference;
use engine::schema::{TableId, Type};
use engine::verdict::Reason;
use rulec::ast::{Expr, ExprKind, File, Item, Statement};
use rulec::hir;
use rulec::resolve::{Paths, resolve};
use rulec::source::{Parsed, parse_alone};

/// The name of the rule and of the table that are added.
const NAME: &str = "riskgate_why";

/// The rule file, and the state before the message.
pub struct Prober<'a> {
    /// The rule file.
    pub parsed: &'a Parsed,
    /// The rows.
    pub before: &'a Reference,
    /// The message.
    pub frame: &'a [u8],
    /// Its name.
    pub message: &'a str,
}

/// A value of an operand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL.
    Null,
    /// A number, boolean, date or time, as its type says.
    Number(i64),
    /// A text.
    Text(String),
    /// It has none, for this reason.
    Error(Reason),
    /// It cannot be shown: it has more digits than a column.
    Unknown,
}

impl Prober<'_> {
    /// What a condition under a guard is: nothing where it is TRUE or does not apply, otherwise the
    /// reason for which a rule of it rejects.
    pub fn reason(&self, condition: &Expr, guard: Option<&Expr>) -> Option<Reason> {
        let mut file = self.declarations();
        file.items.extend(self.rule(condition, guard));
        self.answer(file).map_or(Some(Reason::Malformed), |(reason, _)| reason)
    }

    /// The types of the operands of a comparison.
    pub fn types(&self, comparison: &Expr) -> Option<(Type, Type)> {
        let mut file = self.declarations();
        file.items.extend(self.rule(comparison, None));
        let rules = resolve(&file, Paths::default()).0?;
        match &rules.rules.first()?.condition.kind {
            hir::ExprKind::Compare(_, left, right) => Some((left.ty, right.ty)),
            _ => None,
        }
    }

    /// The value of an expression of a type.
    pub fn value(&self, expr: &Expr, ty: Type) -> Value {
        let column = match ty {
            Type::Boolean => "boolean".to_owned(),
            Type::Int2 | Type::Int4 | Type::Int8 => "int8".to_owned(),
            Type::Decimal { scale, .. } if scale <= 18 => format!("decimal(18, {scale})"),
            Type::Decimal { .. } => return Value::Unknown,
            Type::Char(length) => format!("char({length})"),
            Type::Date => "date".to_owned(),
            Type::Time => "time".to_owned(),
            Type::Timestamp => "timestamp".to_owned(),
        };
        let text = format!(
            "create table {NAME} (k int primary key, v {column}) with (rows = 1);\n\
             on \"{}\" (insert into {NAME} values (1, null))",
            self.message
        );
        let mut added = parse_alone(&text).file.items;
        if let Some(Item::On(on)) = added.get_mut(1)
            && let Some(Statement::Insert { values, .. }) = on.statements.first_mut()
            && let Some(value) = values.get_mut(1)
        {
            *value = expr.clone();
        }
        let mut file = self.declarations();
        file.items.extend(added);
        match self.answer(file) {
            // The value exists, and is too long for the column.
            None | Some((Some(Reason::Overflow), _)) if self.is_known(expr) => Value::Unknown,
            None => Value::Unknown,
            Some((Some(reason), _)) => Value::Error(reason),
            Some((None, executor)) => stored(&executor),
        }
    }

    /// Whether an expression has a value.
    fn is_known(&self, expr: &Expr) -> bool {
        let is_null = Expr {
            kind: ExprKind::IsNull { operand: Box::new(expr.clone()), negated: true },
            span: expr.span,
        };
        self.reason(&is_null, None).is_none()
    }

    /// The declarations of the file, without what decides and changes.
    fn declarations(&self) -> File {
        let is_kept = |item: &&Item| match item {
            Item::Table(_)
            | Item::Message(_)
            | Item::Parameter(_)
            | Item::Function(_)
            | Item::TimeZone(_) => true,
            Item::Rule(_)
            | Item::On(_)
            | Item::OnReject(_)
            | Item::Job(_)
            | Item::Include(_)
            | Item::Test(_) => false,
        };
        let items = self.parsed.file.items.iter().filter(is_kept).cloned().collect();
        File { items, ..File::default() }
    }

    fn rule(&self, condition: &Expr, guard: Option<&Expr>) -> Vec<Item> {
        let text = format!("rule {NAME} on \"{}\" (true)", self.message);
        let mut items = parse_alone(&text).file.items;
        if let Some(Item::Rule(rule)) = items.first_mut() {
            rule.condition = condition.clone();
            rule.guard = guard.cloned();
        }
        items
    }

    /// The reason of the reject of the message by a rule set, and the executor after it. None if
    /// the rule set does not compile or cannot follow.
    fn answer(&self, file: File) -> Option<(Option<Reason>, Reference)> {
        let parsed = Parsed { file, ..self.parsed.clone() };
        let mut compiled = rulec::compile_change_sources(vec![parsed]).0?;
        let change = Change::new(compiled.programs.swap_remove(0), compiled.filler?).ok()?;
        let mut executor = self.before.clone();
        change::make(&mut executor, &change).ok()?;
        let reason = executor.execute(self.frame).reason;
        Some((reason, executor))
    }
}

/// The value in the table that was added.
fn stored(executor: &Reference) -> Value {
    let table = executor.program().tables.iter().position(|table| table.name == NAME);
    let Some(table) = table else { return Value::Unknown };
    let mut value = Value::Unknown;
    executor.visit_rows(TableId(table as u16), &mut |row| {
        value = match row.get(1) {
            Some(Cell::Null) => Value::Null,
            Some(Cell::Number(number)) => Value::Number(*number),
            Some(Cell::Text(text)) => Value::Text((*text).to_owned()),
            _ => Value::Unknown,
        };
    });
    value
}
