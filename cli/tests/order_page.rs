// SPDX-License-Identifier: Apache-2.0

//! The page "The way of one order" quotes the schedule that the compiler makes.

use engine::program::FrameKind;
use std::path::Path;

#[test]
fn the_way_of_one_order_quotes_the_schedule() {
    let program = rulec::compile(benches::broker::RULES).0.expect("the broker's rules compile");
    let order = FrameKind::Message(program.message("trade_order").expect("they have orders"));
    let listing = rulec::listing::schedule(&program, order);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src/order.md");
    let page = std::fs::read_to_string(path).expect("the page is there");
    // What follows the cycle; a line of the listing states its cycle only where that changes.
    let work = |line: &str| line.get(7..).map(str::to_string);
    let known: Vec<String> = listing.lines().filter_map(work).collect();
    let mut quoted = 0;
    for block in page.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        for line in block.lines() {
            let line = work(line).unwrap_or_default();
            assert!(
                known.contains(&line),
                "docs/src/order.md quotes what the schedule does not say: {line}"
            );
            quoted += 1;
        }
    }
    assert!(quoted > 40, "only {quoted} lines quoted");
    let [verdict, commit] = {
        let transaction = &program.transactions[program.transaction_index(order)];
        [transaction.verdict_cycles, transaction.commit_cycles]
    };
    let words: Vec<&str> = page.split_whitespace().collect();
    let prose = words.join(" ");
    assert!(prose.contains(&format!("in cycle {verdict}.")));
    assert!(prose.contains(&format!("after cycle {commit} ")));
}
