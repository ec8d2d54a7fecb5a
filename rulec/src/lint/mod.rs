// SPDX-License-Identifier: Apache-2.0

//! Lints: warnings about a file that compiles, but probably does not mean what its author thinks.
//!
//! | lint | warns about |
//! | --- | --- |
//! | `nullability` | a rule that can be NULL |
//! | `overflow` | what can overflow, computed or stored, although the exact value is sound |
//! | `constant` | a comparison or a rule whose outcome does not depend on the message |
//! | `skipped` | a `greatest` or `least` of something that can be NULL |
//! | `unchecked` | a message without rules |
//! | `conflict` | an upsert whose `where` lets a message pass without a change |
//! | `cut_off` | a file that may have been cut off |
//!
//! A few warnings need only one operator and are given where it is resolved: `never-equal` and
//! `compares-itself`.
//!
//! `bounds` collects what conditions say about numbers, for `overflow` and `constant`; `facts` what
//! they say about NULL, for `nullability` and `skipped`; `example` finds values that overflow.

mod bounds;
mod conflict;
mod constant;
mod cut_off;
mod example;
mod facts;
mod harmless;
mod nullability;
mod overflow;
mod overflow_place;
mod rows;
mod skipped;
mod unchecked;
mod written;

use crate::ast::{File, Item};
use crate::diagnostic::Diagnostic;
use crate::hir::RuleSet;
use crate::span::Span;
use bounds::Stated;

/// The warnings about a file of `bytes` bytes that has no errors.
pub(crate) fn lint(file: &File, bytes: usize, set: &RuleSet) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let stated = Stated::new(set);
    nullability::warn(set, &mut found);
    skipped::warn(set, &mut found);
    overflow::warn(set, &stated, &mut found);
    constant::warn(set, &stated, &bodies(file), &mut found);
    unchecked::warn(set, &mut found);
    conflict::warn(set, &mut found);
    cut_off::warn(file, bytes, set, &mut found);
    found
}

/// The bodies of the functions, which are copied into the expressions that call them.
fn bodies(file: &File) -> Vec<Span> {
    let body = |item: &Item| match item {
        Item::Function(function) => Some(function.body.span),
        Item::Table(_)
        | Item::Message(_)
        | Item::Parameter(_)
        | Item::Rule(_)
        | Item::On(_)
        | Item::OnReject(_)
        | Item::Job(_)
        | Item::Include(_)
        | Item::TimeZone(_)
        | Item::Test(_) => None,
    };
    file.items.iter().filter_map(body).collect()
}
