// SPDX-License-Identifier: Apache-2.0

//! Changes of the sample program, and the problems that the validator reports.

use super::program;
use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::program::Program;
use engine::validate::{Place, Problem, validate};

/// The transaction of orders.
pub const ORDER_TRANSACTION: usize = 0;
/// The transaction of cancels.
pub const CANCEL_TRANSACTION: usize = 1;
/// The transaction that loads a row of `account`.
pub const LOAD_ACCOUNT_TRANSACTION: usize = 2;

/// The problem that the validator reports after a change of the sample program.
pub fn refusal(change: impl FnOnce(&mut Program)) -> (Place, Problem) {
    let mut program = program(64);
    assert_eq!(validate(&program), Ok(()));
    change(&mut program);
    let error = validate(&program).expect_err("the change breaks a rule");
    (error.place, error.problem)
}

/// The index of the nth instruction with an opcode.
pub fn position(program: &Program, transaction: usize, opcode: Opcode, nth: usize) -> usize {
    let instructions = program.transactions[transaction].instructions.iter();
    let mut found = instructions.enumerate().filter(|(_, i)| i.opcode == opcode);
    found.nth(nth).expect("there is such an instruction").0
}

/// The nth instruction with an opcode.
pub fn find(
    program: &mut Program,
    transaction: usize,
    opcode: Opcode,
    nth: usize,
) -> &mut Instruction {
    let index = position(program, transaction, opcode, nth);
    &mut program.transactions[transaction].instructions[index]
}

/// The field and the problem after a change of the nth instruction with an opcode.
pub fn changed(
    transaction: usize,
    (opcode, nth): (Opcode, usize),
    change: impl FnOnce(&mut Instruction),
) -> (&'static str, Problem) {
    let (place, problem) = refusal(|p| change(find(p, transaction, opcode, nth)));
    let Place::Instruction { field, .. } = place else { panic!("{place}: {problem}") };
    (field, problem)
}

/// The operand `space[index]`.
pub fn operand(space: Space, index: u16) -> Operand {
    Operand::new(space, index)
}
