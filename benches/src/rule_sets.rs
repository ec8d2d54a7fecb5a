// SPDX-License-Identifier: Apache-2.0

//! Rule sets of a wanted size: the broker's tables, messages and what an order commits under as
//! many rules, or as deep a condition, as is asked for.
//!
//! They are for the paper's two questions, what more rules and what deeper conditions cost (its
//! Figures 11 and 12).

use crate::broker::RULES;

/// The rules that every set begins with.
pub const RULES_MIN: usize = 4;

/// What stands before the first rule in broker.rules, and what a `trade_order` commits. The machine
/// has room for 128 rules, so that those of the other messages stay away.
fn around() -> (&'static str, &'static str) {
    let first = RULES.find("\nRule ").unwrap_or(RULES.len());
    let commits = &RULES[RULES.find("\non trade_order ").unwrap_or(RULES.len())..];
    let next = commits.find("\nRule ").unwrap_or(commits.len());
    (&RULES[..first], &commits[..next])
}

fn file(rules: impl Iterator<Item = String>) -> String {
    let (tables, commits) = around();
    format!("{tables}\n{}{commits}", rules.collect::<String>())
}

/// A rule set with so many rules for a `trade_order`: for money, holdings, limit and price, in
/// turn, no two of them equal.
pub fn rule_file(rules: usize) -> String {
    file((0..rules).map(rule))
}

/// A rule set with four rules and one more, whose condition is nested so deep.
pub fn nested_file(depth: usize) -> String {
    let nested = format!("Rule nested (\n    {}\n)\n", nested(depth));
    file((0..RULES_MIN).map(rule).chain(std::iter::once(nested)))
}

fn rule(i: usize) -> String {
    let limit = "coalesce((select position_max from ticket_info where ticket_id = trade_order.ticket_id), 0)";
    match i % RULES_MIN {
        0 => format!(
            "Rule funds_{i} ((coalesce((select available_balance from account_info
    where account_id = trade_order.account_id), 0) >= trade_order.price * trade_order.quantity + {i})
    where trade_order.direction = 0)\n"
        ),
        1 => format!(
            "Rule holdings_{i} ((coalesce((select avail_quantity from account_ticket_info
    where account_id = trade_order.account_id and ticket_id = trade_order.ticket_id), 0) >= trade_order.quantity + {i})
    where trade_order.direction = 1)\n"
        ),
        2 => format!("Rule limit_{i} ({limit} + {i} >= trade_order.quantity)\n"),
        _ => format!("Rule price_{i} (trade_order.price between 1 and {})\n", 1_000_000_000 + i),
    }
}

fn nested(depth: usize) -> String {
    let leaf = match depth % 4 {
        0 => format!("trade_order.price > {depth}"),
        1 => format!("trade_order.quantity < {}", 1_000_000 + depth),
        2 => format!(
            "(select position_max from ticket_info where ticket_id = trade_order.ticket_id) > {depth}"
        ),
        _ => format!("trade_order.ts > {depth}"),
    };
    match depth {
        0 | 1 => leaf,
        _ if depth.is_multiple_of(2) => format!("{leaf} and ({})", nested(depth - 1)),
        _ => format!("{leaf} or ({})", nested(depth - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::BrokerFrames;

    #[test]
    fn sets_have_the_rules_that_were_asked_for() {
        for rules in [4, 8, 128] {
            let (program, diagnostics) = rulec::compile(&rule_file(rules));
            let program = program.unwrap_or_else(|| panic!("{rules} rules: {diagnostics:?}"));
            assert_eq!(program.rules.len(), rules);
            assert!(BrokerFrames::new(&program).is_ok());
        }
    }

    #[test]
    fn conditions_are_as_deep_as_was_asked_for() {
        assert_eq!(
            nested(3),
            "trade_order.ts > 3 or ((select position_max from ticket_info where ticket_id = trade_order.ticket_id) > 2 and (trade_order.quantity < 1000001))"
        );
        for depth in [2, 20] {
            let (program, diagnostics) = rulec::compile(&nested_file(depth));
            assert!(program.is_some(), "{depth}: {diagnostics:?}");
        }
    }
}
