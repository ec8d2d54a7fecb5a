// SPDX-License-Identifier: Apache-2.0

//! Mutants of a rule file: files in which one rule is weaker, stronger or wrong. The tests of a
//! file are thorough if each of its mutants fails one of them.
//!
//! | change | of | becomes |
//! | --- | --- | --- |
//! | [`Change::Dropped`] | a rule that is not `true` | `true` |
//! | [`Change::Flipped`] | a condition | `not (condition)` |
//! | [`Change::Unguarded`] | a rule with a guard | the same without it |
//! | [`Change::Bound`] | a number, length of time or `limit` | one unit more, one less |
//! | [`Change::Strictness`] | `<`, `<=`, `>`, `>=` | the other of the same direction |
//!
//! Bounds are those in conditions and guards of rules, in values of parameters and in functions.
//! The unit of a decimal is its last digit, that of a length of time a nanosecond. `between` is two
//! comparisons; where its end is an integer literal, only the literal changes.

mod change;
mod changes;
mod places;

use crate::ast::{Expr, ExprKind, File, Item, Name, Rule};
use crate::span::Span;
pub use change::Change;
use changes::{Alternative, alternatives};
use places::{Place, RULE, each_place, each_place_of};

/// A mutant of a file.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What it changes.
    pub change: Change,
    /// `rule`, `parameter` or `function`.
    pub item_kind: &'static str,
    /// The name of the rule, parameter or function.
    pub name: String,
    /// The change for a person, such as `10 becomes 11`.
    pub text: String,
    /// The place of the change.
    pub span: Span,
    /// The index of the item that is replaced.
    item: usize,
    replacement: Item,
}

impl Mutant {
    /// The mutated file; `file` is the one that the mutant is of.
    ///
    /// # Panics
    /// If it is a file with fewer items.
    pub fn apply(&self, file: &File) -> File {
        let mut mutated = file.clone();
        mutated.items[self.item] = self.replacement.clone();
        mutated
    }
}

/// The mutants of a file whose includes are resolved, in file order.
///
/// ```
/// let text = "create message buy (cost int not null); rule small (buy.cost < 100);";
/// let file = rulec::source::parse_alone(text).file;
/// let mutants = rulec::mutate::mutants(&file);
/// let texts: Vec<&str> = mutants.iter().map(|mutant| mutant.text.as_str()).collect();
/// let expected = [
///     "the rule is dropped", "the condition is negated",
///     "`<` becomes `<=`", "100 becomes 101", "100 becomes 99",
/// ];
/// assert_eq!(texts, expected);
/// let printed = rulec::print::print(&mutants[3].apply(&file));
/// assert!(printed.contains("buy.cost < 101"));
/// ```
pub fn mutants(file: &File) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (item, original) in file.items.iter().enumerate() {
        if let Item::Rule(rule) = original {
            let mutant = |(change, text, changed): (Change, &str, Rule)| Mutant {
                change,
                item_kind: RULE,
                name: rule.name.text.clone(),
                text: text.to_owned(),
                span: rule.span,
                item,
                replacement: Item::Rule(changed),
            };
            found.extend(whole(file, rule).into_iter().map(mutant));
        }
        found.extend(parts(item, original));
    }
    found
}

/// A rule dropped, negated, and without its guard.
fn whole(file: &File, rule: &Rule) -> Vec<(Change, &'static str, Rule)> {
    // What a rule is about can be known from its condition only.
    let mut on = rule.clone();
    on.message = rule.message.clone().or_else(|| message_of(file, rule));
    let condition = rule.condition.clone();
    let with = |kind| Rule { condition: Expr { kind, span: rule.condition.span }, ..on.clone() };
    let mut found = Vec::new();
    // A rule that always holds is dropped already, and needs no guard.
    let always_holds = condition.kind == ExprKind::Boolean(true);
    if !always_holds {
        let dropped = Rule { guard: None, ..with(ExprKind::Boolean(true)) };
        found.push((Change::Dropped, "the rule is dropped", dropped));
    }
    let flipped = with(ExprKind::Not(Box::new(condition)));
    found.push((Change::Flipped, "the condition is negated", flipped));
    if rule.guard.is_some() && !always_holds {
        let unguarded = Rule { guard: None, ..on };
        found.push((Change::Unguarded, "the guard is dropped", unguarded));
    }
    found
}

/// The message whose field a rule names first.
fn message_of(file: &File, rule: &Rule) -> Option<Name> {
    let is_message = |name: &Name| {
        let names =
            |item: &Item| matches!(item, Item::Message(message) if message.name.text == name.text);
        file.items.iter().any(names)
    };
    let mut found = None;
    let mut rule = rule.clone();
    let mut look = |place: Place<'_>| {
        if let Place::Expr(Expr { kind: ExprKind::Qualified(qualifier, _), .. }) = place
            && found.is_none()
            && is_message(qualifier)
        {
            found = Some(qualifier.clone());
        }
    };
    each_place_of(&mut rule.condition, &mut look);
    rule.guard.iter_mut().for_each(|guard| each_place_of(guard, &mut look));
    found
}

/// The changes of bounds and comparisons in an item.
fn parts(item: usize, original: &Item) -> Vec<Mutant> {
    let mut planned: Vec<(usize, Alternative)> = Vec::new();
    let mut at = 0;
    let mut copy = original.clone();
    let name = each_place(&mut copy, &mut |place| {
        planned.extend(alternatives(&place).into_iter().map(|alternative| (at, alternative)));
        at += 1;
    });
    let Some((item_kind, name)) = name else { return Vec::new() };
    let mutant = |(target, alternative): (usize, Alternative)| {
        let mut replacement = original.clone();
        let mut at = 0;
        let mut span = Span::default();
        each_place(&mut replacement, &mut |place| {
            if at == target {
                span = place.span();
                alternative.write(place);
            }
            at += 1;
        });
        let Alternative { change, text, .. } = alternative;
        Mutant { change, item_kind, name: name.text.clone(), text, span, item, replacement }
    };
    planned.into_iter().map(mutant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::print;
    use crate::source::parse_alone;

    const FILE: &str = "
        create table t (a int primary key, v decimal(6, 2) not null, ts timestamp not null)
        with (rows = 100);
        create parameter rate decimal(3, 2) = 0.00;
        create message m (a int not null, ts timestamp not null);
        create function first() returns int as $$ select 0 $$ language sql;
        rule r (
            coalesce((
                select sum(v) from (select v from t where ts > m.ts - interval '1 second'
                    order by v desc limit 5) q
            ), 1.5) < 10 and m.a between 1 and rate and exists (select 1 from t where a = m.a)
            where m.a not between first() and 9
        )
        on m (insert into t values (m.a, 7, m.ts))
    ";

    #[test]
    fn the_mutants_of_a_file() {
        let file = parse_alone(FILE).file;
        let found: Vec<String> = mutants(&file)
            .iter()
            .map(|mutant| format!("{}: {}", mutant.name, mutant.text))
            .collect();
        let expected = [
            "rate: 0.00 becomes 0.01",
            "rate: 0.00 becomes -0.01",
            "first: 0 becomes 1",
            "first: 0 becomes -1",
            "r: the rule is dropped",
            "r: the condition is negated",
            "r: the guard is dropped",
            "r: `<` becomes `<=`",
            "r: `>` becomes `>=`",
            "r: interval '1 second' + 1",
            "r: interval '1 second' - 1",
            "r: limit 5 becomes 6",
            "r: limit 5 becomes 4",
            "r: 1.5 becomes 1.6",
            "r: 1.5 becomes 1.4",
            "r: 10 becomes 11",
            "r: 10 becomes 9",
            "r: `between` without its upper end",
            "r: 1 becomes 2",
            "r: 1 becomes 0",
            "r: `between` without its lower end",
            "r: 9 becomes 10",
            "r: 9 becomes 8",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_rule_that_always_holds_can_only_be_negated() {
        let text =
            "create message m (a int); rule r on m (true); rule s on m (false where m.a = 1)";
        let mutants = mutants(&parse_alone(text).file);
        let of_rule = |name| -> Vec<Change> {
            mutants.iter().filter(|mutant| mutant.name == name).map(|one| one.change).collect()
        };
        assert_eq!(of_rule("r"), [Change::Flipped]);
        let of_s = [Change::Dropped, Change::Flipped, Change::Unguarded];
        assert_eq!(of_rule("s")[..3], of_s);
    }

    #[test]
    fn each_is_another_file_that_can_be_read_back() {
        let file = parse_alone(FILE).file;
        let mut texts = vec![print(&file)];
        for mutant in mutants(&file) {
            let text = print(&mutant.apply(&file));
            assert!(parse_alone(&text).diagnostics.is_empty(), "{text}");
            assert!(!texts.contains(&text), "{text}");
            texts.push(text);
        }
    }
}
