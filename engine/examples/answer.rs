// SPDX-License-Identifier: Apache-2.0

//! Compiles a rule file, loads its image, and answers an order with both executors.
//!
//! `cargo run -p engine --example answer`

use engine::executor::{Executor, digest};
use engine::frame::FieldValue::{self, Number};
use engine::frame::FrameError;
use engine::image;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};

const RULES: &str = "
    create table account (
        account_id int  not null,
        balance    int8 not null,
        primary key (account_id)
    );
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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (program, diagnostics) = rulec::compile(RULES);
    let program = program.ok_or_else(|| format!("{diagnostics:?}"))?;
    // An image is a program as bytes; decoding one validates the program.
    let program = image::decode(&image::encode(&program))?;

    let account = TableId(0);
    let order = FrameKind::Message(program.message("trade_order").ok_or("there are no orders")?);
    let row = frame(&program, FrameKind::Row(account), &[Number(1), Number(1_000)])?;
    let small = frame(&program, order, &[Number(1), Number(20), Number(30)])?;

    let mut twin = Twin::new(program.clone())?;
    let mut reference = Reference::new(program.clone())?;
    for executor in [&mut twin as &mut dyn Executor, &mut reference] {
        assert_eq!(executor.load(&row), Verdict::ACCEPT);
        // The first order costs 600 of 1,000; the balance does not suffice for the second.
        assert_eq!(executor.execute(&small), Verdict::ACCEPT);
        let verdict = executor.execute(&small);
        let rule = verdict.rule.ok_or("a rule rejects")?;
        assert_eq!(program.rules[usize::from(rule.0)].name, "funds");
        assert_eq!(verdict.reason, Some(Reason::False));
    }
    assert_eq!(digest(&twin, account), digest(&reference, account));
    println!("both executors accept the first order and reject the second by rule `funds`");
    Ok(())
}
