// SPDX-License-Identifier: Apache-2.0

//! A reset before the verdict of a message that would change tables, in every cycle: the message
//! leaves nothing, and the next order, which follows immediately, is answered as if the message had
//! not been sent. After the verdict a reset may leave a message half done.

use engine::build::Build;
use engine::executor::Executor;
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use rand::RngExt;
use sim::core_model::{CoreModel, beats};
use sim::readback::OwnedCell;
use testkit::rng::Rng;

/// Every quote has a row, a text that may be new, and a level whose value may be an error.
const RULES: &str = "
create table quote (
    id INT not null, name CHAR(8) not null, price INT8 not null, primary key (id)
) with (rows = 16);
create message enter ( id INT not null, name CHAR(8) not null, price INT8 not null );
create message leave ( id INT not null );
Rule above (
    coalesce((select min(price) from quote where name = enter.name), 0) <= enter.price + 5
)
Rule known ( leave.id >= 0 )
on enter ( insert into quote values (enter.id, enter.name, enter.price + enter.price); )
on leave ( delete from quote where id = leave.id; )
";
const NAMES: usize = 40;

/// A frame; sometimes a quote whose price overflows when it is doubled.
fn frame(program: &Program, sequence: u32, overflows: f64, rng: &mut Rng) -> Vec<u8> {
    let id = FieldValue::Number(rng.random_range(0..24));
    let name = format!("{:x}", 1_u64 << rng.random_range(0..NAMES));
    let price = if rng.random_bool(overflows) { i64::MAX } else { rng.random_range(0..8) };
    let all =
        [id, FieldValue::Text(&name.as_bytes()[..name.len().min(8)]), FieldValue::Number(price)];
    let message = usize::from(rng.random_bool(0.3));
    let fields = &program.messages[message].fields;
    let layout = Layout::new(message as u8, fields);
    layout
        .write(sequence, &all[..fields.len()], &mut [0; FRAME_BYTES_MAX])
        .expect("values fit")
        .to_vec()
}

fn compare(core: &mut CoreModel<'_, '_>, reference: &Reference, of: &str) {
    for table in 0..core.program().tables.len() as u16 {
        let mut expected = Vec::new();
        reference.visit_rows(TableId(table), &mut |row| {
            expected.push(row.iter().map(OwnedCell::from).collect::<Vec<_>>())
        });
        let mut found = core.rows(TableId(table));
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "table {table}, {of}");
    }
}

#[test]
fn a_reset_before_the_verdict_leaves_nothing() {
    let core = hdl::small_core();
    testkit::kernels::run("a_reset_before_the_verdict_leaves_nothing", &core, |kernel| {
        let program = rulec::compile(RULES).0.expect("the rules compile").for_hardware();
        let mut core =
            CoreModel::new(kernel, Build::SMALL, program.clone()).expect("the core runs it");
        let mut reference = Reference::new(program.clone()).expect("the program is valid");
        let mut rng = Rng::seeded(0x5eed_002b);
        let mut accepts = 0;
        for round in 0..24 {
            for cycle in 0..program.transactions[0].verdict_cycles - 2 {
                let cut = frame(&program, 1, 0.5, &mut rng);
                // The last cycle is the one before the decision is presented; the other kind has an
                // earlier one.
                let cycles =
                    cycle.min(program.transactions[usize::from(cut[2])].verdict_cycles - 3);
                let of = format!(
                    "round {round}, a reset {cycles} cycles after the first beat of {cut:02x?}"
                );
                let cut = beats(&cut);
                assert_eq!(cut.len(), 1, "it is a frame of one beat");
                core.begin(&cut[0]);
                (0..cycles).for_each(|_| core.idle());
                core.reset();
                for sequence in 0..3 {
                    let good = frame(&program, sequence, 0.1, &mut rng);
                    let answer = core.execute(&good, 5);
                    assert_eq!(
                        (answer.verdict, answer.sequence),
                        (reference.execute(&good), sequence),
                        "{of}"
                    );
                    accepts += u32::from(answer.verdict.is_accept());
                }
                assert!(!core.is_faulty(), "{of}");
            }
            compare(&mut core, &reference, &format!("round {round}"));
        }
        assert!(accepts > 200, "{accepts} messages accepted");
    });
}
