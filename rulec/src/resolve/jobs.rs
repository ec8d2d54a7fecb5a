// SPDX-License-Identifier: Apache-2.0

//! Jobs: statements for each row of a table, and the hidden messages that they are.
//!
//! A job is a block of a hidden message whose fields are the key of the table. The row with that
//! key is the outermost one in scope. If the job has a condition, a second message has that alone.

use super::catalog::Catalog;
use super::duplicates::duplicate;
use super::scope::{Item, Owner, Unseen};
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{Block, Column, Expr, Job, Message, Side, Statement, Visited};
use crate::print::plain_or_quoted;
use crate::span::Span;
use engine::schema::{MessageId, TableId};
use std::collections::BTreeMap;

/// The jobs of a file, with the messages and blocks that they consist of.
#[derive(Default)]
pub(super) struct Jobs {
    pub jobs: Vec<Job>,
    pub messages: Vec<Message>,
    /// The block of each job.
    pub blocks: Vec<Block>,
    /// The conditions of the jobs that have one, which are in the blocks too.
    pub selections: Vec<Block>,
}

/// Resolves the jobs of a file; those with errors are left out.
pub(super) fn resolve(
    file: &ast::File,
    catalog: &Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Jobs {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let mut jobs = Jobs::default();
    for item in &file.items {
        let ast::Item::Job(job) = item else { continue };
        if let Some(earlier) = seen.insert(&job.name.text, job.name.span) {
            let what = format!("a job `{}`", job.name.text);
            diagnostics.push(duplicate(&what, job.name.span, earlier));
        }
        let owner = Owner::Nothing(Unseen::Job);
        if let Some(resolved) = Item::new(catalog, owner, vars, diagnostics).visit(job) {
            jobs.add(job, resolved, catalog);
        }
    }
    jobs
}

/// A job without errors.
struct Resolved {
    row: Visited,
    condition: Option<Expr>,
    statements: Vec<Statement>,
}

impl Item<'_> {
    /// Has the remedies of the errors after the first `before` name the key of the row that the job
    /// visits, where they are about a row of the same table.
    pub(super) fn name_visited(&mut self, table: TableId, before: usize) {
        let Some(row) = self.rows.first().filter(|row| !self.job.is_empty() && row.table == table)
        else {
            return;
        };
        let declared = self.catalog.table_of(table);
        for id in declared.key_columns() {
            let column = plain_or_quoted(&declared.column_of(*id).name.text);
            let (open, named) = (
                format!("{column} = …"),
                format!("{column} = {}.{column}", plain_or_quoted(&row.name)),
            );
            for help in
                self.diagnostics[before..].iter_mut().filter_map(|error| error.help.as_mut())
            {
                *help = help.replace(&open, &named);
            }
        }
    }

    fn visit(&mut self, job: &ast::Job) -> Option<Resolved> {
        // Without its row, every name in the job would be one error more.
        let table = self.table(&job.table)?;
        let name = job.alias.as_ref().unwrap_or(&job.table);
        let var = self.push_visited(table, name, &job.name.text);
        let condition = job.condition.as_ref().map(|it| self.condition(it, "the `where` of a job"));
        let statements: Vec<Option<Statement>> =
            job.statements.iter().map(|statement| self.statement(statement)).collect();
        let condition = match condition {
            Some(condition) => Some(condition?),
            None => None,
        };
        let statements = statements.into_iter().collect::<Option<Vec<Statement>>>()?;
        Some(Resolved { row: Visited { table, var }, condition, statements })
    }
}

impl Jobs {
    fn add(&mut self, job: &ast::Job, resolved: Resolved, catalog: &Catalog) {
        let Resolved { row, condition, statements } = resolved;
        let span = job.name.span;
        let name = &job.name.text;
        let step = self.message(catalog, row.table, format!("{name}$step"), span);
        let block = |message, guard, statements| {
            let row = Some(row);
            Block { message, side: Side::Accept, guard, statements, row }
        };
        self.blocks.push(block(step, condition.clone(), statements));
        let select = condition.map(|condition| {
            let select = self.message(catalog, row.table, format!("{name}$select"), span);
            self.selections.push(block(select, Some(condition), Vec::new()));
            select
        });
        self.jobs.push(Job { name: name.clone(), table: row.table, step, select, span });
    }

    /// Adds a hidden message with the key of a table. They follow the declared messages and those
    /// of the parameters.
    fn message(
        &mut self,
        catalog: &Catalog,
        table: TableId,
        name: String,
        span: Span,
    ) -> MessageId {
        let before = catalog.messages.len() + catalog.parameters.len();
        let declared = catalog.table_of(table);
        let key = declared.key_columns().iter().map(|id| declared.column_of(*id));
        let field = |column: &super::catalog::Column| {
            Some(Column { name: column.name.text.clone(), ty: column.ty?, nullable: false })
        };
        let fields = key.filter_map(field).collect();
        self.messages.push(Message { name, fields, span });
        MessageId((before + self.messages.len() - 1) as u16)
    }
}
