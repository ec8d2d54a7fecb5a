// SPDX-License-Identifier: Apache-2.0

//! The broker's rules without aliases are the same program.

use engine::image::encode;
use engine::program::Program;

const RULES: &str = include_str!("../../rules/broker.rules");

fn program(text: &str) -> Program {
    let (program, diagnostics) = rulec::compile(text);
    program.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

/// The rules with each row of `order_log o` named by its table, or not at all.
fn without_aliases() -> String {
    let mut text =
        RULES.replace("order_log o\n", "order_log\n").replace("order_log o ", "order_log ");
    for before in [" ", "("] {
        text = text.replace(&format!("{before}o."), before);
    }
    text
}

#[test]
fn aliases_change_nothing() {
    let text = without_aliases();
    assert_ne!(text, RULES);
    assert!(!text.contains(" o "), "an alias is left");
    assert_eq!(encode(&program(&text)), encode(&program(RULES)));
}
