// SPDX-License-Identifier: Apache-2.0

//! Rules, the blocks that run after a verdict, and jobs.

use super::expr::{clause, doc, parenthesised};
use super::layout::{Doc, Piece, block};
use super::quoting::{name_text, names, string};
use super::select::table_and_alias;
use super::statement::statement_doc;
use crate::ast::{Attributes, Expr, Job, On, OnReject, Rule, Statement};

pub(super) fn rule_doc(rule: &Rule) -> Doc {
    let mut inside = doc(&rule.condition);
    if let Some(guard) = &rule.guard {
        inside = inside.then(Piece::Hard).join(clause("where", guard));
    }
    let warn = if rule.warn { "warn " } else { "" };
    let on = match &rule.message {
        Some(message) => format!("on {} ", name_text(message)),
        None => String::new(),
    };
    let head = Doc::text(format!("{warn}rule {} {on}", name_text(&rule.name)));
    let doc = head.join(block(inside));
    let attributes = attributes(&rule.attributes);
    if attributes.is_empty() {
        return doc;
    }
    doc.append(" with ").join(parenthesised(attributes).group())
}

fn attributes(attributes: &Attributes) -> Vec<Doc> {
    let Attributes { id, text, text_en, source } = attributes;
    [("id", id), ("text", text), ("text_en", text_en), ("source", source)]
        .into_iter()
        .filter_map(|(name, value)| {
            let value = value.as_ref()?;
            Some(Doc::text(format!("{name} = {}", string(&value.text))))
        })
        .collect()
}

pub(super) fn on_doc(on: &On) -> Doc {
    let head = Doc::text(format!("on {} ", name_text(&on.message)));
    guarded(head, on.guard.as_ref(), &on.statements)
}

pub(super) fn on_reject_doc(on: &OnReject) -> Doc {
    let head = Doc::text(format!("on reject of {} ", name_text(&on.message)));
    let head = match on.rules.as_slice() {
        [] => head,
        rules => head.append(format!("by {} ", names(rules))),
    };
    guarded(head, on.guard.as_ref(), &on.statements)
}

pub(super) fn job_doc(job: &Job) -> Doc {
    let head = Doc::text(format!("create job {} for each row of ", name_text(&job.name)))
        .join(table_and_alias(&job.table, &job.alias))
        .append(" ");
    guarded(head, job.condition.as_ref(), &job.statements)
}

fn guarded(head: Doc, guard: Option<&Expr>, statements: &[Statement]) -> Doc {
    let head = match guard {
        Some(guard) => head.join(clause("where", guard)).append(" "),
        None => head,
    };
    let inside = statements.iter().enumerate().fold(Doc::new(), |doc, (index, statement)| {
        let doc = if index > 0 { doc.then(Piece::Hard) } else { doc };
        doc.join(statement_doc(statement).group()).append(";")
    });
    head.join(block(inside))
}
