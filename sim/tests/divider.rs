// SPDX-License-Identifier: Apache-2.0

//! The divider against `engine::value`: edge values and random operands, with and without idle
//! cycles; each result appears in its cycle and in no other.

use engine::isa::Opcode;
use engine::value::{Tag, Value, Width};
use hdl::emit::{Emitted, emit};
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const OPERATIONS: [Opcode; 3] = [Opcode::Div, Opcode::Rem, Opcode::MulDiv];
const EDGES: [i64; 14] = [
    0,
    1,
    -1,
    2,
    3,
    -7,
    10,
    i16::MIN as i64,
    i32::MAX as i64,
    i32::MIN as i64,
    i64::MAX,
    i64::MIN,
    i64::MIN + 1,
    1_000_000_007,
];

fn kernel() -> Emitted {
    emit("divider", "the divider", &mut hdl::kernels::divider::Divider::default())
}

#[derive(Clone, Copy, Debug)]
struct Issue {
    opcode: Opcode,
    width: Width,
    operands: [Value; 3],
    dst: u16,
}

impl Issue {
    fn random(rng: &mut Rng) -> Issue {
        let value = |rng: &mut Rng| match rng.random_range(0..16) {
            0 => Value::NULL,
            1 => Value::OVERFLOW,
            2 => Value::DIVISION_BY_ZERO,
            3..8 => Value::new(EDGES[rng.random_range(0..EDGES.len())]),
            8..12 => Value::new(rng.random_range(-40..40)),
            _ => Value::new(rng.random::<i64>() >> rng.random_range(0..64)),
        };
        Issue {
            opcode: OPERATIONS[rng.random_range(0..3)],
            width: Width::CHECKED[rng.random_range(0..3)],
            operands: std::array::from_fn(|_| value(rng)),
            dst: rng.random_range(0..8192),
        }
    }

    fn result(&self) -> Value {
        let [a, b, c] = self.operands;
        match self.opcode {
            Opcode::Div => a.div(b, self.width),
            Opcode::Rem => a.rem(b),
            _ => a.mul_div_round(c, b),
        }
    }

    fn drive(&self, kernel: &mut Kernel<'_>) {
        kernel.set("issue", true);
        kernel
            .set("operation", OPERATIONS.iter().position(|o| *o == self.opcode).unwrap_or(0) as u8);
        // Only a quotient has a width; other results are checked against 64 bits.
        let width = if self.opcode == Opcode::Div { self.width } else { Width::W64 };
        kernel.set("width", width as u8);
        for (name, value) in ["a", "b", "c"].into_iter().zip(self.operands) {
            kernel.set_signed(&format!("{name}_bits"), value.bits);
            kernel.set(&format!("{name}_tag"), value.tag as u8);
        }
        kernel.set("dst", self.dst);
    }
}

fn reset(kernel: &mut Kernel<'_>) {
    kernel.set("issue", false);
    kernel.set("reset", true);
    kernel.step();
    kernel.set("reset", false);
}

fn run_stream(kernel: &mut Kernel<'_>, stream: &[Option<Issue>]) {
    let mut due: BTreeMap<usize, Issue> = BTreeMap::new();
    for cycle in 0..stream.len() + 45 {
        kernel.set("issue", false);
        if let Some(issue) = stream.get(cycle).copied().flatten() {
            issue.drive(kernel);
            due.insert(cycle + usize::from(issue.opcode.signature().latency) - 1, issue);
        }
        kernel.settle_low();
        let found = kernel.is_high("valid").then(|| {
            let tags = [Tag::Value, Tag::Null, Tag::Overflow, Tag::DivisionByZero];
            let value =
                Value { bits: kernel.get_signed("bits"), tag: tags[kernel.get("tag") as usize] };
            (value, kernel.get("target") as u16)
        });
        let expected = due.remove(&cycle);
        assert_eq!(
            found,
            expected.map(|issue| (issue.result(), issue.dst)),
            "cycle {cycle}: {expected:?}"
        );
        kernel.step();
    }
    assert!(due.is_empty());
}

/// Leaves out instructions whose results would leave the divider in the same cycle as others; the
/// validation of programs excludes them.
fn without_collisions(issues: impl Iterator<Item = Option<Issue>>) -> Vec<Option<Issue>> {
    let mut leaving = std::collections::BTreeSet::new();
    let mut free = |cycle: usize, issue: &Issue| {
        leaving.insert(cycle + usize::from(issue.opcode.signature().latency))
    };
    issues.enumerate().map(|(cycle, issue)| issue.filter(|issue| free(cycle, issue))).collect()
}

#[test]
fn every_pair_of_edges() {
    testkit::kernels::run("every_pair_of_edges", &kernel(), |kernel| {
        reset(kernel);
        for opcode in OPERATIONS {
            let mut stream = Vec::new();
            for a in EDGES {
                for b in EDGES {
                    for (c, width) in EDGES.into_iter().zip(Width::CHECKED.into_iter().cycle()) {
                        let operands = [a, b, c].map(Value::new);
                        stream.push(Some(Issue {
                            opcode,
                            width,
                            operands,
                            dst: stream.len() as u16 % 8192,
                        }));
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
        let mut rng = Rng::seeded(20_260_202);
        for idle in [0.0, 0.4, 0.95] {
            let issues =
                (0..6_000).map(|_| (!rng.random_bool(idle)).then(|| Issue::random(&mut rng)));
            let stream = without_collisions(issues.collect::<Vec<_>>().into_iter());
            run_stream(kernel, &stream);
        }
    });
}

#[test]
fn a_reset_drops_what_is_in_flight() {
    testkit::kernels::run("a_reset_drops_what_is_in_flight", &kernel(), |kernel| {
        reset(kernel);
        let mut rng = Rng::seeded(20_260_203);
        for opcode in OPERATIONS {
            for ahead in 0..38 {
                Issue { opcode, ..Issue::random(&mut rng) }.drive(kernel);
                kernel.step();
                kernel.set("issue", false);
                (0..ahead).for_each(|_| kernel.step());
                // A result that leaves in the cycle of the reset is no longer in flight.
                reset(kernel);
                for _ in 0..40 {
                    kernel.settle_low();
                    assert!(
                        !kernel.is_high("valid"),
                        "{opcode:?}, {ahead} cycles on, outlives the reset"
                    );
                    kernel.step();
                }
            }
        }
    });
}
