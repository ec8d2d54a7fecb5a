// SPDX-License-Identifier: Apache-2.0

//! Rule sets of a given size: the tables and messages of the broker's rule set, with a given number
//! of rules or a condition of a given depth.
//!
//! They answer two questions of the paper: what more rules cost (Figure 11) and what deeper
//! conditions cost (Figure 12).

use crate::broker::RULES;

/// The first rules of every set.
pub const RULES_MIN: usize = 4;

/// The text before the first rule of `broker.rules`, and the commit of a `trade_order`. The rules
/// of other messages are left out, because the machine has room for 128 rules.
fn around() -> (&'static str, &'static str) {
    let first = RULES.find("\nrule ").unwrap_or(RULES.len());
    let commits = &RULES[RULES.find("\non trade_order ").unwrap_or(RULES.len())..];
    let next = commits.find("\nrule ").unwrap_or(commits.len());
    (&RULES[..first], &commits[..next])
}

fn file(rules: impl Iterator<Item = String>) -> String {
    let (tables, commits) = around();
    format!("{tables}\n{}{commits}", rules.collect::<String>())
}

/// A rule set with this number of rules for a `trade_order`. They check money, holdings, limit and
/// price in rotation, and no two are equal.
pub fn rule_file(rules: usize) -> String {
    file((0..rules).map(rule))
}

/// A rule set with four rules and a fifth whose condition has this depth.
pub fn nested_file(depth: usize) -> String {
    let nested = format!("Rule nested (\n    {}\n)\n", nested(depth));
    file((0..RULES_MIN).map(rule).chain(std::iter::once(nested)))
}

/// The position limit of the order's instrument.
const POSITION_MAX: &str =
    "(select position_max from ticket_info where ticket_id = trade_order.ticket_id)";

fn rule(i: usize) -> String {
    let limit = format!("coalesce({POSITION_MAX}, 0)");
    match i % RULES_MIN {
        0 => format!(
            "Rule funds_{i} ((coalesce((select available_balance from account_info
    where account_id = trade_order.account_id), 0)
    >= trade_order.price * trade_order.quantity + {i})
    where trade_order.direction = 0)\n"
        ),
        1 => format!(
            "Rule holdings_{i} ((coalesce((select avail_quantity from account_ticket_info
    where account_id = trade_order.account_id and ticket_id = trade_order.ticket_id), 0)
    >= trade_order.quantity + {i})
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
        2 => format!("{POSITION_MAX} > {depth}"),
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
    fn conditions_have_the_wanted_depth() {
        assert_eq!(
            nested(3),
            format!(
                "trade_order.ts > 3 or ({POSITION_MAX} > 2 and (trade_order.quantity < 1000001))"
            )
        );
        for depth in [2, 20] {
            let (program, diagnostics) = rulec::compile(&nested_file(depth));
            assert!(program.is_some(), "{depth}: {diagnostics:?}");
        }
    }
}
