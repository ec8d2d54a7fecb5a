// SPDX-License-Identifier: Apache-2.0

//! The time zone of a file: `set time zone`, at most once and before its first use.

use super::duplicates::duplicate;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use engine::calendar::Zone;
use std::cell::Cell;

/// The time zone of a file, and where it is first used.
#[derive(Default)]
pub(super) struct FileZone {
    zone: Zone,
    /// The `set time zone`.
    declared: Option<Span>,
    first_use: Cell<Option<Span>>,
    /// Where each item begins in the text, ascending, and its index in the file. An included file
    /// is where its `include` is, although its spans follow those of the file that includes it.
    items: Vec<(u32, usize)>,
}

impl FileZone {
    /// The zone, for what is at this place in the text.
    pub fn at(&self, span: Span) -> Zone {
        let place = self.place(span);
        let earlier = self.first_use.get().filter(|earlier| self.place(*earlier) <= place);
        self.first_use.set(Some(earlier.unwrap_or(span)));
        self.zone
    }

    /// The place of a span in file order.
    fn place(&self, span: Span) -> (usize, Span) {
        let after = self.items.partition_point(|(start, _)| *start <= span.start);
        let item = after.checked_sub(1).map_or(0, |last| self.items[last].1);
        (item, span)
    }

    /// The zone, for the whole file.
    pub fn zone(&self) -> Zone {
        self.zone
    }
}

/// Reads the time zone of a file.
pub(super) fn declare(file: &ast::File, zone: &mut FileZone, diagnostics: &mut Vec<Diagnostic>) {
    zone.items = file.items.iter().map(start_of).zip(0..).collect();
    zone.items.sort_unstable();
    for item in &file.items {
        let ast::Item::TimeZone(ast::TimeZone { hours, span }) = item else { continue };
        if let Some(earlier) = zone.declared {
            diagnostics.push(duplicate("a time zone of this file", *span, earlier));
            continue;
        }
        zone.declared = Some(*span);
        match Zone::new(*hours) {
            Some(found) => zone.zone = found,
            None => {
                let message = format!("no time zone is {hours} hours from UTC");
                let label = format!("must be -{0} to {0}", Zone::HOURS_MAX);
                diagnostics.push(Diagnostic::error("time-zone", message, *span, label));
            }
        }
    }
}

/// Where an item begins: before everything in it that can depend on the zone.
fn start_of(item: &ast::Item) -> u32 {
    let span = match item {
        ast::Item::Table(table) => table.name.span,
        ast::Item::Message(message) => message.name.span,
        ast::Item::Parameter(parameter) => parameter.span,
        ast::Item::Function(function) => function.span,
        ast::Item::Rule(rule) => rule.span,
        ast::Item::On(on) => on.message.span,
        ast::Item::OnReject(on) => on.span,
        ast::Item::Job(job) => job.span,
        ast::Item::Include(include) => include.span,
        ast::Item::TimeZone(zone) => zone.span,
        ast::Item::Test(test) => test.span,
    };
    span.start
}

/// Checks that nothing before the `set time zone` depends on it.
pub(super) fn check(zone: &FileZone, diagnostics: &mut Vec<Diagnostic>) {
    let FileZone { declared, first_use, .. } = zone;
    if let (Some(declared), Some(first)) = (declared, first_use.get())
        && zone.place(first) < zone.place(*declared)
    {
        let message = "the time zone is set after its first use";
        diagnostics.push(
            Diagnostic::error("time-zone", message, *declared, "set here")
                .related(first, "used here")
                .help("a file has one time zone: move `set time zone` to its start"),
        );
    }
}
