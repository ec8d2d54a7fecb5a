// SPDX-License-Identifier: Apache-2.0

//! Random rule files: declarations, rules, `on` blocks and jobs.

use super::items::Item;
use super::jobs::visits;
use super::schema::{Column, Schema, Table, schema};
use super::scope::Maker;
use super::streams::stream;
use crate::rng::Rng;
use engine::schema::DefaultValue;
use std::collections::BTreeSet;

/// The largest number of aggregates in a file.
const AGGREGATES_MAX: usize = 14;
/// The share of blocks for a reject among those of a message that has rules.
pub(super) const REJECTS_PERCENT: usize = 35;
const EFFECTS_PERCENT: usize = 80;
/// The share of aggregates that are scanned, in a file with lists.
const SCANS_PERCENT: usize = 60;

/// A rule file in parts, so that a shrinker can leave out parts.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Tables and messages.
    pub declarations: Vec<String>,
    /// Rules and blocks in file order.
    pub items: Vec<Item>,
    /// The default of each column that has one, by the names of table and column.
    pub defaults: Vec<(String, String, DefaultValue)>,
}

impl RuleFile {
    /// Returns the text of the file.
    pub fn text(&self) -> String {
        let mut text = self.declarations.concat();
        for item in &self.items {
            match item {
                Item::Rule(rule) => text.push_str(rule),
                Item::Block { head, statements } => {
                    text.push_str(&format!("{head} (\n    {}\n)\n", statements.join(";\n    ")));
                }
            }
        }
        text
    }

    /// Returns the file with those items that fit: `fits` holds for the declarations, and after
    /// each item for the text so far.
    #[must_use]
    pub fn keep(&self, fits: impl Fn(&str) -> bool) -> RuleFile {
        let mut kept = RuleFile { items: Vec::new(), ..self.clone() };
        if !fits(&kept.text()) {
            return kept;
        }
        for item in &self.items {
            kept.items.push(item.clone());
            if !fits(&kept.text()) {
                kept.items.pop();
            }
        }
        kept
    }
}

/// Returns a random rule file.
pub fn rule_file(rng: &mut Rng) -> RuleFile {
    of_schema(&schema(rng), REJECTS_PERCENT, rng)
}

/// Returns a random rule file without counts of newest times, whose tables a scan does not have.
pub fn aggregates_file(rng: &mut Rng) -> RuleFile {
    let mut schema = schema(rng);
    schema.tables.iter_mut().for_each(|table| table.insert_only = false);
    of_schema(&schema, REJECTS_PERCENT, rng)
}

/// Returns a random rule file with lists and scans.
pub fn scans_file(rng: &mut Rng) -> RuleFile {
    let mut schema = schema(rng);
    schema.add_lists(rng);
    schema.add_by_rows(rng);
    let mut file = of_schema(&schema, REJECTS_PERCENT, rng);
    let (declarations, items) = stream(rng);
    file.declarations.extend(declarations);
    file.items.extend(items);
    file
}

/// Returns a random rule file in which most blocks are effects of a reject.
pub fn effects_file(rng: &mut Rng) -> RuleFile {
    of_schema(&schema(rng), EFFECTS_PERCENT, rng)
}

/// Returns random rule files with the same declarations.
pub fn family(members: usize, rng: &mut Rng) -> Vec<RuleFile> {
    let schema = schema(rng);
    (0..members).map(|_| of_schema(&schema, REJECTS_PERCENT, rng)).collect()
}

pub(super) fn of_schema(schema: &Schema, rejects_percent: usize, rng: &mut Rng) -> RuleFile {
    let has_lists = schema.tables.iter().any(|table| !table.lists.is_empty());
    let scans_percent = if has_lists { SCANS_PERCENT } else { 0 };
    let tables = schema.tables.iter().map(|table| table.text());
    let messages = schema.messages.iter().map(|message| message.text());
    let zone = schema.zone.map(|hours| format!("set time zone {hours};\n"));
    let declarations = zone.into_iter().chain(tables).chain(messages).collect();

    let mut kinds: Vec<bool> = Vec::new();
    kinds.extend((0..rng.weighted(&[20, 20, 16, 12, 10, 8, 6, 4, 4])).map(|_| true));
    kinds.extend((0..rng.weighted(&[3, 15, 22, 24, 20, 16])).map(|_| false));
    rng.shuffle(&mut kinds);

    let mut aggregates_left = AGGREGATES_MAX;
    // What the blocks of each message changed, on either side of the verdict.
    let mut changed = vec![[BTreeSet::new(), BTreeSet::new()]; schema.messages.len()];
    let mut rules: Vec<(usize, usize)> = Vec::new();
    let mut items = Vec::new();
    for (index, is_rule) in kinds.into_iter().enumerate() {
        let message = rng.below(schema.messages.len());
        let budget = rng.between(8, 36);
        let mut maker = Maker::new(schema, message, budget, &mut aggregates_left, rng);
        maker.scans_percent = scans_percent;
        if is_rule {
            rules.push((index, message));
            items.push(Item::Rule(maker.rule(index)));
        } else {
            let of_message = |(index, _): &(usize, usize)| format!("x{index}");
            let names: Vec<String> =
                rules.iter().filter(|(_, owner)| *owner == message).map(of_message).collect();
            let reject = !names.is_empty() && maker.rng.percent(rejects_percent);
            maker.changed = std::mem::take(&mut changed[message][usize::from(reject)]);
            items.push(maker.block(reject.then_some(&names)));
            changed[message][usize::from(reject)] = std::mem::take(&mut maker.changed);
        }
    }
    // The jobs come last, so that the rest of a file does not depend on them.
    for (index, visit) in visits(schema).into_iter().enumerate() {
        let budget = rng.between(4, 16);
        items.push(Maker::new(schema, 0, budget, &mut aggregates_left, rng).job(index, visit));
    }
    let default = |table: &Table, column: &Column| {
        Some((table.name.clone(), column.name.clone(), column.default.clone()?))
    };
    let tables = schema.tables.iter();
    let defaults = tables.flat_map(|t| t.columns.iter().filter_map(|c| default(t, c))).collect();
    RuleFile { declarations, items, defaults }
}
