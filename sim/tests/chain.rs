// SPDX-License-Identifier: Apache-2.0

//! The logic unit against `engine::value::Truth`: every mode with every four truths.

use engine::isa::{Chain, ChainOp};
use engine::value::Truth;
use hdl::emit::emit;

fn expected(chain: Chain, operands: [Truth; 4]) -> Truth {
    let operand = |i: usize| if chain.negate[i] { operands[i].not() } else { operands[i] };
    let mut result = operand(0);
    for (i, op) in chain.ops.iter().enumerate() {
        result = match op {
            None => result,
            Some(ChainOp::And) => result.and(operand(i + 1)),
            Some(ChainOp::Or) => result.or(operand(i + 1)),
            Some(ChainOp::When) => result.when(operand(i + 1)),
        };
    }
    if chain.or_false { result.or_false() } else { result }
}

#[test]
fn every_mode_with_every_truths() {
    let kernel = emit("chain", "a logic unit", &mut hdl::kernels::chain::Chain::default());
    testkit::kernels::run("every_mode_with_every_truths", &kernel, |kernel| {
        for mode in 0..1_u16 << 11 {
            let Some(chain) = Chain::decode(mode) else { continue };
            kernel.set("mode", mode);
            for index in 0..5_usize.pow(4) {
                let operands = [1, 5, 25, 125].map(|place| Truth::ALL[index / place % 5]);
                for (port, truth) in ["a", "b", "c", "d"].into_iter().zip(operands) {
                    kernel.set(port, truth as u8);
                }
                kernel.settle();
                let expected = expected(chain, operands);
                assert_eq!(
                    kernel.get("result"),
                    expected as u128,
                    "{chain:?} of {operands:?} is {expected:?}"
                );
            }
        }
    });
}
