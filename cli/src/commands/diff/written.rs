// SPDX-License-Identifier: Apache-2.0

//! What a rule reads and only one of two rule sets writes. While the other one is in force, the
//! values of such a column stay as they are.

use rulec::ast::File;
use rulec::hir::{RuleSet, StatementKind};
use rulec::reads::Reads;
use rulec::resolve::{Paths, resolve};
use std::collections::{BTreeMap, BTreeSet};

/// A column, by the names of its table and itself.
type Column = (String, String);

/// A warning for each column that rules of one file read, that the file writes, and that the other
/// one does not write.
pub fn unwritten(old: &File, new: &File) -> Vec<String> {
    let [old, new] = [old, new].map(|file| resolve(file, Paths::default()).0.unwrap_or_default());
    let of = |reader: &RuleSet, other: &RuleSet, who: &str, others: &str| {
        let (own, written) = (written(reader), written(other));
        let mut found: BTreeMap<Column, Vec<String>> = BTreeMap::new();
        for rule in &reader.rules {
            for column in read(reader, &Reads::of(reader, rule)) {
                if own.contains(&column) && !written.contains(&column) {
                    found.entry(column).or_default().push(format!("`{}`", rule.name));
                }
            }
        }
        let warning = |((table, column), rules): (Column, Vec<String>)| {
            format!(
                "the {who} rules {} read `{table}.{column}`, which the {others} rules do not write",
                rules.join(", ")
            )
        };
        found.into_iter().map(warning).collect::<Vec<String>>()
    };
    let mut warnings = of(&new, &old, "new", "old");
    warnings.extend(of(&old, &new, "old", "new"));
    warnings
}

fn read(rules: &RuleSet, reads: &Reads) -> BTreeSet<Column> {
    let columns = reads.columns.iter().flat_map(|(table, columns)| {
        let name = &rules.tables[usize::from(table.0)].name;
        columns.iter().map(move |c| (name.clone(), rules.column_name(*table, *c).to_owned()))
    });
    columns.collect()
}

/// The columns that the statements of a rule set write; those of parameters do not count.
fn written(rules: &RuleSet) -> BTreeSet<Column> {
    let mut written = BTreeSet::new();
    for statement in rules.blocks.iter().flat_map(|block| &block.statements) {
        let table = statement.kind.table();
        let def = &rules.tables[usize::from(table.0)];
        if def.name == "parameter" {
            continue;
        }
        let mut add = |name: &str| _ = written.insert((def.name.clone(), name.to_owned()));
        match &statement.kind {
            StatementKind::Insert { .. } | StatementKind::Upsert { .. } => {
                def.columns.iter().for_each(|column| add(&column.name));
            }
            StatementKind::Update { set, .. } | StatementKind::Rows { set: Some(set), .. } => {
                set.iter().for_each(|(column, _)| add(rules.column_name(table, *column)));
            }
            StatementKind::Rows { set: None, .. } | StatementKind::Delete { .. } => {}
        }
    }
    written
}
