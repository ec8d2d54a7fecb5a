// SPDX-License-Identifier: Apache-2.0

//! Figures 3 and 7 of the paper compile as printed, and the rule rejects and accepts the right
//! orders.

use engine::executor::Executor;
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use rulec::diagnostic::Severity;
use std::sync::Arc;

/// The paper shows the tables and the rule, but not the message `trade_order` that the rule names.
const MESSAGE: &str = "create message trade_order (
    order_id INT8 not null, account_id INT not null, ticket_id char(16) not null,
    direction INT not null, price INT8 not null, quantity INT not null, ts INT8 not null
)\n";
const FIGURE_3: &str = include_str!("cases/parse/paper_figure_3.rules");
const FIGURE_7: &str = include_str!("cases/parse/paper_figure_7.rules");

fn program() -> Arc<Program> {
    let text = format!("{MESSAGE}{FIGURE_3}\n{FIGURE_7}");
    let (program, diagnostics) = rulec::compile(&text);
    let errors: Vec<_> = diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    // The columns in the paper are nullable and its tables have no keys; the compiler reports both.
    assert!(diagnostics.iter().any(|d| d.code == "nullable-rule"), "{diagnostics:?}");
    assert!(diagnostics.iter().any(|d| d.code == "inferred-key"), "{diagnostics:?}");
    Arc::new(program.expect("there is a program where there is no error"))
}

fn frame<'b>(
    program: &Program,
    kind: FrameKind,
    values: &[FieldValue<'_>],
    buffer: &'b mut [u8; FRAME_BYTES_MAX],
) -> &'b [u8] {
    let layout = program.layout(kind);
    layout.write(1, values, buffer).expect("the values fit their fields")
}

/// A holding of account 1 in `ticket`, whose highest live buy is at `buy_top_price`.
fn load(executor: &mut dyn Executor, program: &Program, ticket: &str, buy_top_price: Option<i64>) {
    let table = program.table("account_ticket_info").expect("Figure 3 has it");
    let number = FieldValue::Number;
    let top = buy_top_price.map_or(FieldValue::Null, number);
    let values = [
        number(1),
        FieldValue::Text(ticket.as_bytes()),
        number(100),
        number(100),
        number(50),
        top,
        FieldValue::Null,
    ];
    let mut buffer = [0; FRAME_BYTES_MAX];
    assert_eq!(
        executor.load(frame(program, FrameKind::Row(table), &values, &mut buffer)),
        Verdict::ACCEPT
    );
}

fn order(
    executor: &mut dyn Executor,
    program: &Program,
    ticket: &str,
    direction: i64,
    price: i64,
) -> Verdict {
    let message = program.message("trade_order").expect("the message is declared");
    let number = FieldValue::Number;
    let values = [
        number(7),
        number(1),
        FieldValue::Text(ticket.as_bytes()),
        number(direction),
        number(price),
        number(10),
        number(0),
    ];
    let mut buffer = [0; FRAME_BYTES_MAX];
    executor.execute(frame(program, FrameKind::Message(message), &values, &mut buffer))
}

fn check(executor: &mut dyn Executor) {
    let program = program();
    load(executor, &program, "600000.SH", Some(50));
    load(executor, &program, "600001.SH", None);
    let reason = |verdict: Verdict| verdict.reason;
    // A sell above the highest buy of the account passes. At that price or below, the account would
    // trade with itself.
    assert_eq!(order(executor, &program, "600000.SH", 1, 51), Verdict::ACCEPT);
    let refused = order(executor, &program, "600000.SH", 1, 50);
    assert_eq!(refused.reason, Some(Reason::False));
    assert_eq!(refused.rule.map(|r| program.rules[usize::from(r.0)].name.as_str()), Some("t1"));
    assert_eq!(reason(order(executor, &program, "600000.SH", 1, 49)), Some(Reason::False));
    // The rule applies to sells only.
    assert_eq!(order(executor, &program, "600000.SH", 0, 49), Verdict::ACCEPT);
    // Without a highest buy, a holding or an instrument, the condition is NULL, and the rule
    // rejects.
    assert_eq!(reason(order(executor, &program, "600001.SH", 1, 51)), Some(Reason::Null));
    assert_eq!(reason(order(executor, &program, "600002.SH", 1, 51)), Some(Reason::Null));
}

#[test]
fn the_figures_compile_and_refuse_on_the_reference() {
    check(&mut Reference::new(program()).expect("the program is sound"));
}

#[test]
fn the_figures_compile_and_refuse_on_the_twin() {
    check(&mut Twin::new(program()).expect("the program is sound"));
}
