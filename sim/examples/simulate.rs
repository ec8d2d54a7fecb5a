// SPDX-License-Identifier: Apache-2.0

//! Compiles a rule file, sends two orders through the emitted Verilog, and prints each verdict with
//! its cycles.
//!
//! `cargo run -p sim --example simulate`. The first run fetches Verilator and builds the model of
//! the core, which takes a few minutes.

use engine::build::Build;
use engine::executor::Executor;
use engine::frame::FieldValue::{self, Number};
use engine::frame::FrameError;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::TableId;
use engine::verdict::Verdict;
use sim::rtl::with_rtl;
use std::sync::Arc;

const RULES: &str = "
    create table account (
        account_id int  not null,
        balance    int8 not null,
        primary key (account_id)
    ) with (rows = 16);
    create message trade_order (
        account_id int  not null,
        price      int8 not null,
        quantity   int  not null
    );
    rule funds (
        (select balance from account where account_id = trade_order.account_id)
        >= trade_order.price * trade_order.quantity
    )
    on trade_order (
        update account set balance = balance - trade_order.price * trade_order.quantity
         where account_id = trade_order.account_id
    )
";

/// The bytes of a frame.
fn frame(
    program: &Program,
    kind: FrameKind,
    values: &[FieldValue<'_>],
) -> Result<Vec<u8>, FrameError> {
    let layout = program.layout(kind);
    let mut buffer = [0; FRAME_BYTES_MAX];
    Ok(layout.write(1, values, &mut buffer)?.to_vec())
}

/// A verdict in words.
fn text(program: &Program, verdict: &Verdict) -> String {
    match (verdict.reason, verdict.rule) {
        (None, _) => "accept".into(),
        (Some(reason), None) => format!("reject: {reason}"),
        (Some(reason), Some(rule)) => {
            format!("reject by rule `{}`: {reason}", program.rules[usize::from(rule.0)].name)
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (program, diagnostics) = rulec::compile(RULES);
    let program = program.ok_or_else(|| format!("{diagnostics:?}"))?;
    let program = Arc::new(program.for_hardware());

    let order = FrameKind::Message(program.message("trade_order").ok_or("there are no orders")?);
    let row = frame(&program, FrameKind::Row(TableId(0)), &[Number(1), Number(1_000)])?;
    let order = frame(&program, order, &[Number(1), Number(20), Number(30)])?;

    let mut progress = |step: &str| eprintln!("{step}");
    with_rtl(Arc::clone(&program), Build::SMALL, &mut progress, |rtl| {
        rtl.load(&row);
        // The first order costs 600 of 1,000; the balance does not suffice for the second.
        for number in 1..=2 {
            let answer = rtl.answer(&order);
            let verdict = text(&program, &answer.verdict);
            let (cycles, commit) = (answer.verdict_cycles, answer.commit_cycles);
            println!("order {number}: {verdict}; verdict after {cycles} cycles, commit {commit}");
        }
    })?;
    Ok(())
}
