// SPDX-License-Identifier: Apache-2.0

//! Replaces a rule set by another one of its family, while the tables keep their rows.
//!
//! `cargo run -p engine --example family_swap`

use engine::executor::Executor;
use engine::frame::FieldValue::Number;
use engine::frame::Layout;
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::TableId;
use engine::twin::{Prepared, Twin};

const TABLES: &str = "
    create table order_log (
        order_id int8 not null,
        quantity int  not null,
        primary key (order_id)
    );
    create message trade_order (
        order_id int8 not null,
        quantity int  not null
    );
    on trade_order (
        insert into order_log values (trade_order.order_id, trade_order.quantity)
    )
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [loose, tight] = [100, 10]
        .map(|quantity_max| format!("{TABLES} rule size (trade_order.quantity <= {quantity_max})"));
    // Programs of one family share tables, messages and strings.
    let (programs, diagnostics) = rulec::compile_family(&[&loose, &tight]);
    let programs = programs.ok_or_else(|| format!("{diagnostics:?}"))?;
    let [loose, tight] = <[_; 2]>::try_from(programs).map_err(|_| "there are two programs")?;

    let layout = Layout::new(0, &loose.messages[0].fields);
    let mut twin = Twin::new(loose)?;
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut order = |twin: &mut Twin, id: i64, quantity: i64| {
        let frame = layout.write(1, &[Number(id), Number(quantity)], &mut buffer)?;
        Ok::<_, engine::frame::FrameError>(twin.execute(frame).is_accept())
    };

    assert!(order(&mut twin, 1, 50)?);
    // Preparing takes time and may run on another thread; the takeover does not allocate.
    let mut next = Prepared::new(twin.family(), tight)?;
    twin.take_over(&mut next)?;
    assert!(!order(&mut twin, 2, 50)?);
    assert!(order(&mut twin, 3, 5)?);
    assert_eq!(twin.row_count(TableId(0)), 2);
    // The previous program is in `next` now, and can take over again.
    twin.take_over(&mut next)?;
    assert!(order(&mut twin, 4, 50)?);
    println!("order 2 was rejected under the tight rule set, and all others were accepted");
    Ok(())
}
