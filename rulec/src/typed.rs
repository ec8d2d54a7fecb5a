// SPDX-License-Identifier: Apache-2.0

//! The types of expressions by their place in the text, for editors.

use crate::hir::{Expr, RuleSet};
use std::cmp::Reverse;

/// The smallest expression at an offset: a byte of it is there, or its end is. Of two with one
/// span, the inner one, which is before a conversion.
///
/// ```
/// let text = "create message buy (price decimal(9, 2) not null); rule r (buy.price * 2 > 1);";
/// let (file, _) = rulec::parse::parse_text(text);
/// let (rules, _) = rulec::resolve::resolve(&file, rulec::resolve::Paths::default());
/// let at = text.find(" * ").expect("it is there") as u32 + 1;
/// let found = rulec::typed::expression_at(rules.as_ref().expect("no errors"), at);
/// assert_eq!(found.expect("a product").ty.to_string(), "DECIMAL(10,2)");
/// ```
pub fn expression_at(rules: &RuleSet, offset: u32) -> Option<&Expr> {
    let nodes = rules.expressions().flat_map(Expr::nodes);
    let there = nodes.filter(|node| (node.span.start..=node.span.end).contains(&offset));
    there.max_by_key(|node| Reverse(node.span.end - node.span.start))
}
