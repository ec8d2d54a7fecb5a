// SPDX-License-Identifier: Apache-2.0

//! The rule lane against `engine::value`: every operation on edge values and random operands, with
//! and without idle cycles; each result appears in its cycle and in no other.

use engine::isa::{INSTRUCTION_SET, Opcode, UnitClass};
use engine::value::{Tag, Truth, Value, Width};
use hdl::emit::{Emitted, emit};
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 20_260_101;
const EDGES: [i64; 17] = [
    0,
    1,
    -1,
    2,
    7,
    -7,
    i16::MAX as i64,
    i16::MIN as i64,
    i16::MAX as i64 + 1,
    i32::MAX as i64,
    i32::MIN as i64,
    i32::MIN as i64 - 1,
    3_037_000_500,
    i64::MAX,
    i64::MIN,
    i64::MAX - 1,
    i64::MIN + 1,
];

fn kernel() -> Emitted {
    emit("lane", "a rule lane", &mut hdl::kernels::lane::Lane::default())
}

fn opcodes() -> Vec<Opcode> {
    INSTRUCTION_SET.iter().filter(|s| s.unit == UnitClass::Lane).map(|s| s.opcode).collect()
}

/// An instruction with the values of its operands at the ports.
#[derive(Clone, Copy, Debug)]
struct Issue {
    opcode: Opcode,
    width: Width,
    x: Value,
    y: Value,
    low: i64,
    high: i64,
    predicate: Truth,
    guarded: bool,
    dst: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Value(Value, u16),
    Truth(Truth, u16),
}

impl Issue {
    fn random(opcode: Opcode, dst: u16, rng: &mut Rng) -> Issue {
        let number = |rng: &mut Rng| match rng.random_range(0..3) {
            0 => rng.random(),
            1 => rng.random_range(-4..=4),
            _ => EDGES[rng.random_range(0..EDGES.len())],
        };
        let value = |rng: &mut Rng| match rng.random_range(0..10) {
            0 => Value::NULL,
            1 => Value::OVERFLOW,
            2 => Value::DIVISION_BY_ZERO,
            _ => Value::new(number(rng)),
        };
        Issue {
            opcode,
            width: Width::ALL[rng.random_range(0..4)],
            x: value(rng),
            y: value(rng),
            low: number(rng),
            high: number(rng),
            predicate: Truth::ALL[rng.random_range(0..5)],
            guarded: rng.random(),
            dst,
        }
    }

    fn outcome(&self) -> Outcome {
        let Issue { x, y, width, .. } = *self;
        let truth = |truth: Truth| {
            Outcome::Truth(if self.guarded { truth.when(self.predicate) } else { truth }, self.dst)
        };
        let value = match self.opcode {
            Opcode::Move => x,
            Opcode::Add => x.add(y, width),
            Opcode::Sub => x.sub(y, width),
            Opcode::Mul => x.mul(y, width),
            Opcode::Range => x.range(self.low, self.high),
            Opcode::Select => Value::select(self.predicate, x, y),
            Opcode::Coalesce => x.coalesce(y),
            Opcode::Truth => self.predicate.to_value(),
            Opcode::Eq => return truth(x.compare(y, |a, b| a == b)),
            Opcode::Ne => return truth(x.compare(y, |a, b| a != b)),
            Opcode::Lt => return truth(x.compare(y, |a, b| a < b)),
            Opcode::Le => return truth(x.compare(y, |a, b| a <= b)),
            Opcode::IsNull => return truth(x.is_null()),
            Opcode::NotNull => return truth(x.is_null().not()),
            Opcode::Clean => return truth(x.is_clean()),
            other => panic!("{other:?} is no operation of a lane"),
        };
        Outcome::Value(value, self.dst)
    }

    fn drive(&self, kernel: &mut Kernel<'_>) {
        kernel.set("issue", true);
        kernel.set("opcode", self.opcode as u8);
        kernel.set("width", self.width as u8);
        for (name, value) in [("x", self.x), ("y", self.y)] {
            kernel.set_signed(&format!("{name}_bits"), value.bits);
            kernel.set(&format!("{name}_tag"), value.tag as u8);
        }
        kernel.set_signed("low", self.low);
        kernel.set_signed("high", self.high);
        kernel.set("predicate", self.predicate as u8);
        kernel.set("guarded", self.guarded);
        kernel.set("dst", self.dst);
    }
}

/// The results that leave the lane in this cycle.
fn leaving(kernel: &Kernel<'_>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    if kernel.is_high("value_valid") {
        let tags = [Tag::Value, Tag::Null, Tag::Overflow, Tag::DivisionByZero];
        let value = Value {
            bits: kernel.get_signed("value_bits"),
            tag: tags[kernel.get("value_tag") as usize],
        };
        outcomes.push(Outcome::Value(value, kernel.get("value_dst") as u16));
    }
    if kernel.is_high("truth_valid") {
        outcomes.push(Outcome::Truth(
            Truth::ALL[kernel.get("truth") as usize],
            kernel.get("truth_dst") as u16,
        ));
    }
    outcomes
}

fn reset(kernel: &mut Kernel<'_>) {
    kernel.set("issue", false);
    kernel.set("reset", true);
    kernel.step();
    kernel.set("reset", false);
}

/// Runs a stream of instructions. A result must leave exactly its latency minus one cycles after
/// its instruction is presented.
fn run_stream(kernel: &mut Kernel<'_>, stream: &[Option<Issue>]) {
    let mut due: BTreeMap<usize, Vec<(Issue, Outcome)>> = BTreeMap::new();
    for cycle in 0..stream.len() + 8 {
        kernel.set("issue", false);
        if let Some(issue) = stream.get(cycle).copied().flatten() {
            issue.drive(kernel);
            let latency = usize::from(issue.opcode.signature().latency);
            due.entry(cycle + latency - 1).or_default().push((issue, issue.outcome()));
        }
        kernel.settle_low();
        let mut expected = due.remove(&cycle).unwrap_or_default();
        expected.sort_by_key(|(_, outcome)| matches!(outcome, Outcome::Truth(..)));
        let outcomes: Vec<Outcome> = expected.iter().map(|(_, outcome)| *outcome).collect();
        assert_eq!(leaving(kernel), outcomes, "cycle {cycle}: {expected:?}");
        kernel.step();
    }
    assert!(due.is_empty());
}

#[test]
fn every_operation_on_every_edge() {
    testkit::kernels::run("every_operation_on_every_edge", &kernel(), |kernel| {
        reset(kernel);
        let mut rng = Rng::seeded(SEED);
        let tagged = [Value::NULL, Value::OVERFLOW, Value::DIVISION_BY_ZERO];
        let operands: Vec<Value> = EDGES.iter().map(|n| Value::new(*n)).chain(tagged).collect();
        for opcode in opcodes() {
            let mut stream = Vec::new();
            for x in &operands {
                for y in &operands {
                    for width in Width::ALL {
                        let other = Issue::random(opcode, stream.len() as u16 % 8192, &mut rng);
                        stream.push(Some(Issue { x: *x, y: *y, width, ..other }));
                    }
                }
            }
            run_stream(kernel, &stream);
        }
    });
}

#[test]
fn random_streams_with_idle_cycles() {
    testkit::kernels::run("random_streams_with_idle_cycles", &kernel(), |kernel| {
        reset(kernel);
        let mut rng = Rng::seeded(SEED + 1);
        let opcodes = opcodes();
        for idle in [0.0, 0.3, 0.9] {
            let mut values_leave = std::collections::BTreeSet::new();
            let stream: Vec<Option<Issue>> = (0..6_000)
                .map(|cycle| {
                    let opcode = opcodes[rng.random_range(0..opcodes.len())];
                    let issue = Issue::random(opcode, rng.random_range(0..8192), &mut rng);
                    // Two values must not leave in one cycle; the validation of programs excludes
                    // it.
                    let is_value = matches!(issue.outcome(), Outcome::Value(..));
                    let leaves = cycle + opcode.signature().latency;
                    (!rng.random_bool(idle) && (!is_value || values_leave.insert(leaves)))
                        .then_some(issue)
                })
                .collect();
            run_stream(kernel, &stream);
        }
    });
}

#[test]
fn a_reset_drops_what_is_in_flight() {
    testkit::kernels::run("a_reset_drops_what_is_in_flight", &kernel(), |kernel| {
        reset(kernel);
        let mut rng = Rng::seeded(SEED + 2);
        for ahead in 0..5 {
            Issue::random(Opcode::Mul, 1, &mut rng).drive(kernel);
            kernel.step();
            kernel.set("issue", false);
            (0..ahead).for_each(|_| kernel.step());
            reset(kernel);
            for _ in 0..6 {
                kernel.settle_low();
                assert_eq!(leaving(kernel), [], "a product in stage {ahead} outlives the reset");
                kernel.step();
            }
        }
        run_stream(kernel, &[Some(Issue::random(Opcode::Add, 2, &mut rng))]);
    });
}
