// SPDX-License-Identifier: Apache-2.0

//! A block that does not run makes no error, also in the rows that the compiler keeps for a window.

use engine::executor::Executor;
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::reference::Reference;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};

/// `t` has a window by the newest `ts`; what is written to `ts` can be too large.
const TABLE: &str = "
create table t (k int8 not null, g int not null, ts int not null, primary key (k)) with (rows = 9);
create message m (k int8 not null, g int not null, big int8, runs boolean not null);
rule few on m ((select count(*) from t where g = m.g and ts > m.k) < 3);
rule small on m (m.k < 100);
";

/// The verdict of both executors on a message whose `big` is no INT.
fn verdict(block: &str, k: i64, runs: bool) -> Verdict {
    let text = format!("{TABLE}{block}");
    let (program, diagnostics) = rulec::compile(&text);
    let shown: Vec<String> = diagnostics.iter().map(|d| d.render("r", &text, false)).collect();
    let program = program.unwrap_or_else(|| panic!("{}", shown.join("\n")));
    let values = [k, 1, i64::MAX, runs.into()].map(FieldValue::Number);
    let layout = Layout::new(0, &program.messages[0].fields);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let frame = layout.write(1, &values, &mut buffer).expect("the values fit");
    let reference = Reference::new(program.clone()).expect("it is sound").execute(frame);
    let twin = Twin::new(program).expect("it is sound").execute(frame);
    assert_eq!(reference, twin, "{block}");
    twin
}

#[test]
fn a_block_that_is_guarded() {
    let block = "on m where m.runs (insert into t values (m.k, m.g, m.big));";
    assert_eq!(verdict(block, 1, false).reason, None);
    assert_eq!(verdict(block, 1, true).reason, Some(Reason::Overflow));
}

#[test]
fn effects_of_another_rule() {
    let effects = |by| format!("on reject of m by {by} (insert into t values (m.k, m.g, m.big));");
    let refused = verdict(&effects("small"), 100, true);
    assert_eq!((refused.reason, refused.effects), (Some(Reason::False), Some(Reason::Overflow)));
    let skipped = verdict(&effects("few"), 100, true);
    assert_eq!((skipped.reason, skipped.effects), (Some(Reason::False), None));
}
