// SPDX-License-Identifier: Apache-2.0

//! The tests of a file. Their values are constants, so that a test is plain data.

use super::catalog::{Catalog, Column, ColumnDefault};
use super::conversions;
use super::scope::{Item, Owner, Unseen};
use super::{lengths, literals, suggest};
use crate::ast::{self, Assignment, Name};
use crate::diagnostic::{Diagnostic, shortened};
use crate::hir::{self, ExprKind};
use crate::span::Span;
use crate::suite::{Constant, Expected, Step, StepKind, Test};
use engine::job::JobId;
use engine::schema::{ColumnId, MessageId, RuleId, TableId, Type};
use engine::verdict::Reason;
use std::collections::BTreeMap;

/// The names of the messages that no file declares, see `settings`.
const SETTINGS: [&str; 3] = ["job", "mode", "parameter"];

/// Resolves the tests of a file; those with errors are left out.
pub(super) fn resolve(
    file: &ast::File,
    catalog: &Catalog,
    rules: &[hir::Rule],
    jobs: &[hir::Job],
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Test> {
    let written: Vec<&ast::Test> = file
        .items
        .iter()
        .filter_map(|item| if let ast::Item::Test(test) = item { Some(test) } else { None })
        .collect();
    if written.is_empty() {
        return Vec::new();
    }
    let rules = rules_by_name(file, rules);
    let jobs = jobs_by_name(file, jobs);
    let mut resolver = Resolver { catalog, rules, jobs, vars, diagnostics };
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let mut tests = Vec::new();
    for test in written {
        if let Some(earlier) = seen.insert(&test.name.text, test.name.span) {
            let message = format!("another test is called `{}`", shortened(&test.name.text));
            let warning = Diagnostic::warning("duplicate-test", message, test.name.span, "");
            let warning = warning.related(earlier, "the other one");
            resolver.diagnostics.push(warning.help("give each test another name"));
        }
        let steps: Vec<Option<Step>> = test.steps.iter().map(|step| resolver.step(step)).collect();
        if let Some(steps) = steps.into_iter().collect() {
            tests.push(Test { name: test.name.text.clone(), span: test.span, steps });
        }
    }
    tests
}

/// A rule as tests refer to it.
struct Known {
    id: RuleId,
    name_span: Span,
    /// Its message; absent if the rule has an error, which is reported.
    message: Option<MessageId>,
}

/// The rules by name. Of two with one name, which is an error, the first.
fn rules_by_name<'a>(file: &'a ast::File, rules: &[hir::Rule]) -> BTreeMap<&'a str, Known> {
    let messages: BTreeMap<&str, MessageId> =
        rules.iter().map(|rule| (rule.name.as_str(), rule.message)).collect();
    let mut known = BTreeMap::new();
    let written = file.items.iter().filter_map(|item| match item {
        ast::Item::Rule(rule) => Some(&rule.name),
        _ => None,
    });
    for (index, name) in written.enumerate() {
        let message = messages.get(name.text.as_str()).copied();
        let rule = Known { id: RuleId(index as u16), name_span: name.span, message };
        known.entry(name.text.as_str()).or_insert(rule);
    }
    known
}

/// The jobs by name; absent for one with an error, which is reported.
fn jobs_by_name<'a>(file: &'a ast::File, jobs: &[hir::Job]) -> BTreeMap<&'a str, Option<JobId>> {
    let written = file.items.iter().filter_map(|item| match item {
        ast::Item::Job(job) => Some(job.name.text.as_str()),
        _ => None,
    });
    let id = |name: &str| jobs.iter().position(|job| job.name == name).map(|at| JobId(at as u16));
    written.map(|name| (name, id(name))).collect()
}

/// The table or message whose columns a step gives.
struct Owned<'a> {
    /// As in "message `buy`".
    what: String,
    name: &'a Name,
    columns: &'a [Column],
    kind: &'static str,
}

/// The state of resolving the tests of a file.
pub(super) struct Resolver<'a> {
    pub(super) catalog: &'a Catalog,
    rules: BTreeMap<&'a str, Known>,
    pub(super) jobs: BTreeMap<&'a str, Option<JobId>>,
    vars: &'a mut u32,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    pub(super) fn refuse<T>(&mut self, error: Diagnostic) -> Option<T> {
        self.diagnostics.push(error);
        None
    }

    fn step(&mut self, step: &ast::Step) -> Option<Step> {
        let catalog = self.catalog;
        let (kind, span) = match step {
            ast::Step::Given { table, row, span } => {
                let id = self.table(table)?;
                let owned = table_of(catalog, id, table);
                let values = self.values(&owned, row);
                self.needs(&owned, row, "`given`")?;
                (
                    StepKind::Given {
                        table: id,
                        row: row_of(&owned, self.given(&owned, values?)?)?,
                    },
                    span,
                )
            }
            ast::Step::When { message, fields, expected, expected_span, span } => {
                (self.when(message, fields, expected, *expected_span)?, span)
            }
            ast::Step::ExpectRow { table, row, span } => {
                let id = self.table(table)?;
                let owned = table_of(catalog, id, table);
                let values = self.values(&owned, row)?;
                let cells = self.given(&owned, values)?;
                (StepKind::ExpectRow { table: id, cells }, span)
            }
            ast::Step::ExpectEmpty { table, span } => {
                (StepKind::ExpectEmpty { table: self.table(table)? }, span)
            }
        };
        Some(Step { kind, span: *span })
    }

    fn table(&mut self, name: &Name) -> Option<TableId> {
        let catalog = self.catalog;
        if let Some(id) = catalog.table(&name.text) {
            return Some(id);
        }
        let text = name.text.as_str();
        let is_message = catalog.message(text).is_some() || SETTINGS.contains(&text);
        let message = format!("there is no table `{}`", shortened(text));
        let mut error = Diagnostic::error("unknown-name", message, name.span, "unknown table");
        error = match is_message {
            true => error.help(format!("`{text}` is a message: write `when {text} (…) expect …`")),
            false => catalog.suggestions.propose(error, name, catalog.table_names()),
        };
        self.refuse(error)
    }

    fn message(&mut self, name: &Name) -> Option<MessageId> {
        let catalog = self.catalog;
        if let Some(id) = catalog.message(&name.text) {
            return Some(id);
        }
        let text = name.text.as_str();
        let message = format!("there is no message `{}`", shortened(text));
        let mut error = Diagnostic::error("unknown-name", message, name.span, "unknown message");
        error = match catalog.table(text) {
            Some(_) => error.help(format!("`{text}` is a table: write `given {text} (…)`")),
            None => catalog.suggestions.propose(error, name, catalog.message_names()),
        };
        self.refuse(error)
    }

    /// The state for one value.
    fn item(&mut self) -> Item<'_> {
        Item::new(self.catalog, Owner::Nothing(Unseen::Test), self.vars, self.diagnostics)
    }

    fn when(
        &mut self,
        message: &Name,
        fields: &[Assignment],
        expected: &ast::Expected,
        expected_span: Span,
    ) -> Option<StepKind> {
        let catalog = self.catalog;
        if SETTINGS.contains(&message.text.as_str()) {
            return self.setting(message, fields, expected, expected_span);
        }
        let id = self.message(message)?;
        let expected = self.expected(expected, Some(id), message);
        let owned = Owned {
            what: format!("message `{}`", message.text),
            name: message,
            columns: &catalog.message_of(id).fields,
            kind: "field",
        };
        let values = self.values(&owned, fields);
        self.needs(&owned, fields, "`when`")?;
        let fields = row_of(&owned, values?)?;
        Some(StepKind::When { message: id, fields, expected: expected?, expected_span })
    }

    /// A rule and its message.
    pub(super) fn rule(&mut self, name: &Name) -> Option<(RuleId, Option<MessageId>, Span)> {
        if let Some(rule) = self.rules.get(name.text.as_str()) {
            return Some((rule.id, rule.message, rule.name_span));
        }
        let message = format!("there is no rule `{}`", shortened(&name.text));
        let mut error = Diagnostic::error("unknown-name", message, name.span, "unknown rule");
        let reasons = Reason::ALL.iter().map(|reason| reason.text());
        let suggestions = &self.catalog.suggestions;
        error.help = suggestions
            .did_you_mean(&name.text, self.rules.keys().copied())
            .or_else(|| suggest::did_you_mean(&name.text, reasons));
        self.refuse(error)
    }

    /// The verdict that is expected. `message` is the message that is sent, if it has rules.
    pub(super) fn expected(
        &mut self,
        expected: &ast::Expected,
        message: Option<MessageId>,
        name: &Name,
    ) -> Option<Expected> {
        match expected {
            ast::Expected::Accept => Some(Expected::Accept),
            ast::Expected::Reject { rule: None, reason } => {
                Some(Expected::Reject { rule: None, reason: *reason })
            }
            ast::Expected::Reject { rule: Some(rule), reason } => {
                let rule = Some(self.rule_of(rule, message, name, "rejects")?);
                Some(Expected::Reject { rule, reason: *reason })
            }
            ast::Expected::Warn(rule) => {
                self.rule_of(rule, message, name, "warns about").map(Expected::Warn)
            }
        }
    }

    /// The rule, which must be one of the message.
    fn rule_of(
        &mut self,
        rule: &Name,
        message: Option<MessageId>,
        name: &Name,
        does: &str,
    ) -> Option<RuleId> {
        let (id, own, span) = self.rule(rule)?;
        let own = own?;
        if message == Some(own) {
            return Some(id);
        }
        let of = &self.catalog.message_of(own).name.text;
        let text = format!(
            "rule `{}` is checked when `{of}` arrives, so it never {does} `{}`",
            rule.text, name.text
        );
        let error = Diagnostic::error("test-rule", text, rule.span, "a rule of another message");
        let mut error = error.related(span, "declared here");
        let same =
            self.rules.iter().filter(|(_, rule)| message.is_some() && rule.message == message);
        let same: Vec<&str> = same.map(|(name, _)| *name).take(8).collect();
        if !same.is_empty() {
            error = error.help(format!("rules of `{}`: {}", name.text, suggest::list(same)));
        }
        self.refuse(error)
    }

    /// The values of columns, in the order of the text. Every value is resolved, so that all errors
    /// of a step are reported.
    fn values(
        &mut self,
        owned: &Owned<'_>,
        row: &[Assignment],
    ) -> Option<Vec<(ColumnId, Constant)>> {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let mut values = Vec::with_capacity(row.len());
        for (name, value) in row {
            let names = owned.columns.iter().map(|column| column.name.text.as_str());
            let Some(index) = names.clone().position(|known| known == name.text) else {
                let text = format!("{} has no {} `{}`", owned.what, owned.kind, name.text);
                let label = format!("unknown {}", owned.kind);
                let error = Diagnostic::error("unknown-name", text, name.span, label);
                let error =
                    self.catalog.suggestions.propose_or_all(error, name, &owned.name.text, names);
                self.diagnostics.push(error);
                values.push(None);
                continue;
            };
            if let Some(earlier) = seen.insert(&name.text, name.span) {
                let text = format!("{} `{}` has two values", owned.kind, name.text);
                let error = Diagnostic::error("duplicate-name", text, name.span, "and again here");
                self.diagnostics.push(error.related(earlier, "named here"));
                values.push(None);
                continue;
            }
            let ty = owned.columns[index].ty;
            let value = ty.and_then(|ty| self.constant(value, ty, &name.text, owned.kind));
            values.push(value.map(|value| (ColumnId(index as u16), value)));
        }
        values.into_iter().collect()
    }

    /// The values, none of which is NULL in a column that cannot be NULL.
    fn given(
        &mut self,
        owned: &Owned<'_>,
        values: Vec<(ColumnId, Constant)>,
    ) -> Option<Vec<(ColumnId, Constant)>> {
        let column = |id: ColumnId| &owned.columns[usize::from(id.0)];
        let wrong = values.iter().find(|(id, v)| *v == Constant::Null && !column(*id).nullable);
        let Some((id, _)) = wrong else {
            return Some(values);
        };
        let column = column(*id);
        let text = format!("column `{}` of `{}` cannot be NULL", column.name.text, owned.name.text);
        let error = Diagnostic::error("null-violation", text, owned.name.span, "this row has NULL");
        self.refuse(error.related(column.name.span, "declared here"))
    }

    /// Checks that the step gives every column that cannot be NULL.
    fn needs(&mut self, owned: &Owned<'_>, row: &[Assignment], step: &str) -> Option<()> {
        let is_given = |column: &Column| row.iter().any(|(name, _)| name.text == column.name.text);
        let is_needed =
            |column: &Column| !column.nullable && matches!(column.default, ColumnDefault::None);
        let absent: Vec<&Column> =
            owned.columns.iter().filter(|column| is_needed(column) && !is_given(column)).collect();
        let Some(first) = absent.first() else {
            return Some(());
        };
        let names: Vec<&str> = absent.iter().map(|column| column.name.text.as_str()).collect();
        self.refuse(missing(owned.name, step, &names, Some(first.name.span)))
    }

    /// The constant that an expression is, at the type of its column or field.
    pub(super) fn constant(
        &mut self,
        value: &ast::Expr,
        ty: Type,
        name: &str,
        kind: &str,
    ) -> Option<Constant> {
        let mut item = self.item();
        let resolved = item.expr(value)?;
        let resolved = lengths::plain(&resolved).clone();
        match resolved.kind {
            ExprKind::Null => return Some(Constant::Null),
            ExprKind::Number(_) | ExprKind::Text(_) => {}
            _ => {
                let text = "the values of a test are constants";
                let error = Diagnostic::error("test-value", text, value.span, "this is computed");
                return item.refuse(error.help("write the value itself"));
            }
        }
        if let ExprKind::Number(number) = resolved.kind
            && ty.is_number()
            && literals::loses_digits(number, resolved.ty.scale(), ty.scale())
        {
            let text = format!("this number has more decimals than {kind} `{name}`");
            let error = Diagnostic::error("literal-range", text, value.span, "");
            let help = format!("`{name}` is {ty}; round the number");
            return item.refuse(error.help(help));
        }
        let assigned = match conversions::assign(resolved, ty, name, &item.catalog.zone) {
            Ok(assigned) => assigned,
            Err(mut error) => {
                error.message = error.message.replace("column `", &format!("{kind} `"));
                return item.refuse(*error);
            }
        };
        match assigned.kind {
            ExprKind::Number(number) => i64::try_from(number).ok().map(Constant::Number),
            ExprKind::Text(text) => Some(Constant::Text(text)),
            _ => {
                let text = format!("this value does not fit {kind} `{name}`");
                let label = format!("`{name}` is {ty}");
                item.refuse(Diagnostic::error("literal-range", text, value.span, label))
            }
        }
    }
}

fn table_of<'a>(catalog: &'a Catalog, id: TableId, name: &'a Name) -> Owned<'a> {
    let columns = &catalog.table_of(id).columns;
    Owned { what: format!("table `{}`", name.text), name, columns, kind: "column" }
}

/// A value for each column: its default or NULL for those that are not given. None if a default
/// has an error, which is reported.
fn row_of(owned: &Owned<'_>, values: Vec<(ColumnId, Constant)>) -> Option<Vec<Constant>> {
    let mut row: Vec<Option<Constant>> = owned.columns.iter().map(default_of).collect();
    for (id, value) in values {
        row[usize::from(id.0)] = Some(value);
    }
    row.into_iter().collect()
}

/// The value of a column that is not given.
fn default_of(column: &Column) -> Option<Constant> {
    match &column.default {
        ColumnDefault::None => Some(Constant::Null),
        ColumnDefault::Broken => None,
        ColumnDefault::Value(value) => match &value.kind {
            ExprKind::Number(number) => i64::try_from(*number).ok().map(Constant::Number),
            ExprKind::Text(text) => Some(Constant::Text(text.clone())),
            _ => None,
        },
    }
}

/// The error for a step that leaves out what cannot be NULL.
pub(super) fn missing(
    owner: &Name,
    step: &str,
    names: &[&str],
    declared: Option<Span>,
) -> Diagnostic {
    let list = suggest::list(names.iter().copied());
    let (is, cannot) = match names {
        [_] => ("is", "it cannot be NULL"),
        _ => ("are", "they cannot be NULL"),
    };
    let message = format!("this {step} of `{}` leaves out {list}, and {cannot}", owner.text);
    let label = format!("{list} {is} missing");
    let error = Diagnostic::error("missing-column", message, owner.span, label);
    match declared {
        Some(span) => error.related(span, "declared here"),
        None => error,
    }
}
