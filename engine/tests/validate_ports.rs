// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about ports: a sound program, one change, and the problem that the
//! validator reports.

mod reference_support;

use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::ports::Port;
use engine::program::Program;
use engine::validate::{Problem, validate};
use reference_support::{
    CANCEL_TRANSACTION as CANCEL, LOAD_ACCOUNT_TRANSACTION as LOAD_ACCOUNT,
    ORDER_TRANSACTION as ORDER, find, operand, position, program, refusal,
};

const NONE: Operand = Operand::NONE;

#[test]
fn a_unit_issues_once_a_cycle() {
    // The next instruction of the same unit is moved to the same cycle.
    for (transaction, opcode, nth) in
        [(ORDER, Opcode::Write, 1), (CANCEL, Opcode::Fetch, 0), (ORDER, Opcode::Level, 1)]
    {
        let (_, problem) = refusal(|p| {
            let index = position(p, transaction, opcode, nth);
            let instructions = &mut p.transactions[transaction].instructions;
            let first = instructions[index];
            let mut second = first;
            if opcode == Opcode::Fetch {
                second.operands[0] = Operand::slot(400);
            }
            if opcode == Opcode::Level {
                instructions[index - 1].cycle = first.cycle;
            } else {
                instructions.insert(index + 1, second);
            }
        });
        assert!(matches!(problem, Problem::Port { .. }), "{opcode:?}: {problem}");
    }
    // Two columns of a table are separate memories.
    let mut sample = program(64);
    let cycle = find(&mut sample, CANCEL, Opcode::Fetch, 0).cycle;
    for nth in 1..4 {
        find(&mut sample, CANCEL, Opcode::Fetch, nth).cycle = cycle;
    }
    assert_eq!(validate(&sample), Ok(()));
}

#[test]
fn a_lane_writes_one_value_a_cycle() {
    // A multiplication, and three cycles later an addition, whose latency is three cycles less.
    let (_, problem) = refusal(|p| {
        let verdict = position(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        let cycle = p.transactions[LOAD_ACCOUNT].instructions[verdict].cycle;
        let field = Operand::slot(0);
        let width = Operand::immediate(2);
        let lane = |opcode, cycle, local| {
            Instruction::new(
                opcode,
                9,
                cycle,
                [operand(Space::Local, local), field, field, NONE, NONE, width],
            )
        };
        let (mul, add) = (lane(Opcode::Mul, cycle - 3, 0), lane(Opcode::Add, cycle, 1));
        let instructions = &mut p.transactions[LOAD_ACCOUNT].instructions;
        instructions.extend([mul, add]);
        instructions.sort_by_key(|i| i.cycle);
    });
    assert!(matches!(problem, Problem::Port { port: Port::Value(..), .. }), "{problem}");
}

#[test]
fn a_result_uses_the_bus_of_its_unit() {
    let publish = |p: &mut Program, unit: u8, slot: u16, ahead: u16| {
        let verdict = position(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        let cycle = p.transactions[LOAD_ACCOUNT].instructions[verdict].cycle - ahead;
        let operands = [Operand::slot(slot), Operand::slot(0), NONE, NONE, NONE, NONE];
        p.transactions[LOAD_ACCOUNT].instructions.push(Instruction::new(
            Opcode::Move,
            unit,
            cycle,
            operands,
        ));
        p.transactions[LOAD_ACCOUNT].instructions.sort_by_key(|i| i.cycle);
    };
    // Every lane has its own bus, so that all can publish in one cycle.
    let mut sample = program(64);
    (10..30).for_each(|lane| publish(&mut sample, lane, 320 + u16::from(lane), 0));
    assert_eq!(validate(&sample), Ok(()));
    let (_, problem) = refusal(|p| publish(p, 10, 331, 0));
    assert!(matches!(problem, Problem::Bus { found: 11, expected: 10, .. }), "{problem}");
    // The lookup of the row's key uses the bus of a lane; both results arrive in one cycle.
    let (_, problem) = refusal(|p| {
        let lookup = *find(p, LOAD_ACCOUNT, Opcode::Lookup, 0);
        let lane = lookup.bus();
        let verdict = find(p, LOAD_ACCOUNT, Opcode::Verdict, 0).cycle;
        let issue = lookup.ready() - 3;
        publish(p, lane, 320 + u16::from(lane), verdict - issue);
    });
    assert!(matches!(problem, Problem::Port { port: Port::Bus(_), .. }), "{problem}");
}
