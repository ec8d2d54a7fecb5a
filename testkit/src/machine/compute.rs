// SPDX-License-Identifier: Apache-2.0

//! Random instructions of the units that access no table.

use super::assembler::Assembler;
use crate::rng::Rng;
use engine::isa::{Chain, ChainOp, Opcode, Operand, Role, Space, UnitClass};
use engine::machine::{WIDE_DIGITS, WIDE_POWER_MAX};
use engine::value::{Tag, Value, Width};
use engine::wide::Rounding;

/// Lanes in use; a few are enough to share ports.
const LANES: usize = 6;
/// Logic units in use.
const LOGIC_UNITS: usize = 3;

const VALUES: [Opcode; 12] = [
    Opcode::Move,
    Opcode::Add,
    Opcode::Sub,
    Opcode::Mul,
    Opcode::Range,
    Opcode::Select,
    Opcode::Coalesce,
    Opcode::Truth,
    Opcode::Div,
    Opcode::Rem,
    Opcode::MulDiv,
    Opcode::Narrow,
];
const WIDES: [Opcode; 10] = [
    Opcode::Widen,
    Opcode::WideAdd,
    Opcode::WideSub,
    Opcode::WideMul,
    Opcode::WideDiv,
    Opcode::WideRem,
    Opcode::WideScale,
    Opcode::WideRound,
    Opcode::WideSelect,
    Opcode::WideCoalesce,
];
const TRUTHS: [Opcode; 16] = [
    Opcode::Eq,
    Opcode::Ne,
    Opcode::Lt,
    Opcode::Le,
    Opcode::IsNull,
    Opcode::NotNull,
    Opcode::Clean,
    Opcode::Chain,
    Opcode::WideEq,
    Opcode::WideNe,
    Opcode::WideLt,
    Opcode::WideLe,
    Opcode::WideIsNull,
    Opcode::WideNotNull,
    Opcode::WideClean,
    Opcode::Like,
];

/// The first truths, which every hardware build can compute.
const TRUTHS_OF_HARDWARE: usize = 8;

/// The registers that instructions may read.
#[derive(Clone, Default)]
pub struct Pool {
    /// Values.
    pub values: Vec<Operand>,
    /// Codes of texts.
    pub texts: Vec<Operand>,
    /// Wide values; at least one.
    pub wides: Vec<Operand>,
    /// Predicates; at least one.
    pub truths: Vec<Operand>,
}

/// Constants and strings of a program.
pub struct Literals {
    /// The constants.
    pub constants: Vec<Value>,
    /// The strings; the first constants are their codes.
    pub strings: Vec<String>,
}

impl Literals {
    /// The literals of random programs.
    pub fn new() -> Literals {
        let strings = ["60", "600", "SH A", ""].map(str::to_owned).to_vec();
        let codes = (0..strings.len() as i64).map(Value::new);
        let numbers = [-1, 10, 100, -7, 1 << 31, i64::MAX, i64::MIN, 10_i64.pow(18)];
        let numbers = numbers.map(Value::new);
        let constants = codes.chain(numbers).chain([Value::NULL]).collect();
        Literals { constants, strings }
    }

    fn constant(&self, rng: &mut Rng, fits: impl Fn(&Value) -> bool) -> Operand {
        loop {
            let index = rng.below(self.constants.len());
            if fits(&self.constants[index]) {
                return Operand::new(Space::Constant, index as u16);
            }
        }
    }
}

/// The parts of the machine that random programs use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// All of it.
    Whole,
    /// What hardware builds have: no wide values, no `like`, no distinct values.
    Hardware,
}

/// A source of random instructions.
pub struct Compute<'a> {
    /// The choices.
    pub rng: &'a mut Rng,
    /// The literals.
    pub literals: &'a Literals,
    /// The opcodes to choose from.
    pub parts: Parts,
}

impl Compute<'_> {
    /// Issues a random instruction and adds its result to the pool.
    pub fn any(&mut self, a: &mut Assembler, pool: &mut Pool) {
        let weights = match self.parts {
            Parts::Whole => [4, 5, 4],
            Parts::Hardware => [4, 0, 4],
        };
        match self.rng.weighted(&weights) {
            0 => _ = self.value(a, pool),
            1 => {
                let opcode = *self.rng.pick(&WIDES);
                let wide = self.issue(a, pool, opcode, Operand::NONE);
                pool.wides.push(wide);
            }
            _ => _ = self.truth(a, pool, Operand::NONE),
        }
    }

    /// A new value.
    pub fn value(&mut self, a: &mut Assembler, pool: &mut Pool) -> Operand {
        let opcode = *self.rng.pick(self.of_parts(&VALUES, VALUES.len() - 1));
        let value = self.issue(a, pool, opcode, Operand::NONE);
        pool.values.push(value);
        value
    }

    /// A new truth, in a predicate or in the entry `dst`.
    pub fn truth(&mut self, a: &mut Assembler, pool: &mut Pool, dst: Operand) -> Operand {
        let opcode = *self.rng.pick(self.of_parts(&TRUTHS, TRUTHS_OF_HARDWARE));
        let truth = self.issue(a, pool, opcode, dst);
        if dst == Operand::NONE {
            pool.truths.push(truth);
        }
        truth
    }

    /// The opcodes of a list that the parts have; the others are last in it.
    fn of_parts<'o>(&self, opcodes: &'o [Opcode], in_hardware: usize) -> &'o [Opcode] {
        match self.parts {
            Parts::Whole => opcodes,
            Parts::Hardware => &opcodes[..in_hardware],
        }
    }

    fn issue(&mut self, a: &mut Assembler, pool: &Pool, opcode: Opcode, dst: Operand) -> Operand {
        let signature = opcode.signature();
        let mut operands = signature.roles.map(|role| self.operand(pool, opcode, role));
        operands[0] = dst;
        if opcode == Opcode::Chain {
            self.chain(&mut operands);
        }
        if signature.roles[4] == Role::PowerNumber {
            operands[4 + self.rng.below(2)] = Operand::immediate(0);
        }
        let unit = match signature.unit {
            UnitClass::Lane => self.rng.below(LANES),
            UnitClass::Logic => self.rng.below(LOGIC_UNITS),
            UnitClass::Divider
            | UnitClass::Wide
            | UnitClass::Text
            | UnitClass::Index
            | UnitClass::Column
            | UnitClass::Allocator
            | UnitClass::Scan
            | UnitClass::Verdict
            | UnitClass::Commit
            | UnitClass::Writer => 0,
        };
        a.issue(opcode, unit as u8, operands)
    }

    fn operand(&mut self, pool: &Pool, opcode: Opcode, role: Role) -> Operand {
        let number = |rng: &mut Rng, most: u32| {
            // Small numbers more often, so that not everything overflows.
            let limit = if rng.percent(60) { most.min(4) } else { most };
            Operand::immediate(rng.below(limit as usize + 1) as u16)
        };
        let is_text = opcode == Opcode::Like;
        match role {
            Role::Read if is_text => *self.rng.pick(&pool.texts),
            Role::Read | Role::ReadAny | Role::ReadKey if self.rng.percent(25) => {
                self.literals.constant(self.rng, |_| true)
            }
            Role::Read | Role::ReadAny | Role::ReadKey => *self.rng.pick(&pool.values),
            Role::ReadConstant => self.literals.constant(self.rng, |c| c.tag == Tag::Value),
            Role::ReadText => Operand::new(Space::Constant, self.rng.below(2) as u16),
            Role::TextBytesNumber => Operand::immediate(self.rng.between(3, 16) as u16),
            Role::ReadWide => *self.rng.pick(&pool.wides),
            Role::ReadPredicate => *self.rng.pick(&pool.truths),
            Role::ReadPredicateOptional if self.rng.percent(60) => Operand::NONE,
            Role::ReadPredicateOptional => *self.rng.pick(&pool.truths),
            Role::WidthNumber if opcode == Opcode::Div => {
                Operand::immediate(*self.rng.pick(&Width::CHECKED) as u16)
            }
            Role::WidthNumber => Operand::immediate(*self.rng.pick(&Width::ALL) as u16),
            Role::PowerNumber => number(self.rng, WIDE_DIGITS),
            Role::DividendPowerNumber => number(self.rng, WIDE_POWER_MAX),
            Role::DigitsNumber => Operand::immediate(self.rng.between(1, 38) as u16),
            Role::RoundingNumber => Operand::immediate(*self.rng.pick(&Rounding::ALL) as u16),
            Role::Unused
            | Role::ReadRow
            | Role::ReadScan
            | Role::ReadMember
            | Role::WriteScan
            | Role::ScanNumber
            | Role::CyclesNumber
            | Role::ResultNumber
            | Role::PlaceNumber
            | Role::LimitNumber
            | Role::CopyNumber
            | Role::ReadFolded
            | Role::Write
            | Role::WriteAny
            | Role::WriteSlot
            | Role::WriteRow
            | Role::WriteWide
            | Role::WritePair
            | Role::WriteTruth
            | Role::WriteEntry
            | Role::ColumnNumber
            | Role::ChainNumber
            | Role::SignNumber
            | Role::CountNumber
            | Role::EntryNumber => Operand::NONE,
        }
    }

    /// Random operators, as many as there are operands.
    fn chain(&mut self, operands: &mut [Operand; 6]) {
        let [_, _, b, c, d, e] = operands;
        let mut ops = [None; 3];
        for (op, operand) in ops.iter_mut().zip([b, c, d]) {
            let operators = [ChainOp::And, ChainOp::Or, ChainOp::When];
            *op = operand.is_some().then(|| *self.rng.pick(&operators));
        }
        let negate =
            std::array::from_fn(|i| (i == 0 || ops[i - 1].is_some()) && self.rng.percent(30));
        *e = Operand::immediate(Chain { ops, negate, or_false: self.rng.percent(20) }.encode());
    }
}
