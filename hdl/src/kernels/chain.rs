// SPDX-License-Identifier: Apache-2.0

//! The combination of a logic unit: up to four truths, `((a . b) . c) . d`, with one level of logic
//! for each operator.
//!
//! Latency 0 cycles from operands to result. The predicate file is read without a clock and written
//! at the end of the same cycle, so that the instruction has latency 1. II 1, never stalls, holds
//! no state.
//!
//! ```text
//!  a ──┐
//!  b ──┴ op b ──┐
//!  c ───────────┴ op c ──┐
//!  d ────────────────────┴ op d ── or_false ── result
//!
//!  mode  10        9     8     7     6     5..4   3..2   1..0
//!       +---------+-----------------------+------+------+------+
//!       | or_false| negate d  c     b   a | op d | op c | op b |
//!       +---------+-----------------------+------+------+------+
//! ```
//! A truth has three bits, see `engine::value::Truth`. The mode is that of `engine::isa::Chain`.

use rust_hdl::prelude::*;

/// One operator of the chain: `left` joined by `operand`.
#[derive(LogicBlock, Default)]
pub struct Join {
    /// The left truth.
    pub left: Signal<In, Bits<3>>,
    /// The right truth.
    pub operand: Signal<In, Bits<3>>,
    /// Negates the right truth.
    pub negate: Signal<In, Bit>,
    /// The operator: 0 none, 1 `and`, 2 `or`, 3 `when`.
    pub op: Signal<In, Bits<2>>,
    /// The combined truth.
    pub result: Signal<Out, Bits<3>>,
    right: Signal<Local, Bits<3>>,
    worse: Signal<Local, Bits<3>>,
}

impl Logic for Join {
    #[hdl_gen]
    fn update(&mut self) {
        // Negation exchanges false (0) and true (1). An unknown truth stays unchanged.
        self.right.next = self.operand.val();
        if self.negate.val() & (self.operand.val() == 0) {
            self.right.next = 1.into();
        }
        if self.negate.val() & (self.operand.val() == 1) {
            self.right.next = 0.into();
        }
        // Of two unknown truths the larger is the result.
        self.worse.next = self.left.val();
        if self.right.val() > self.left.val() {
            self.worse.next = self.right.val();
        }
        self.result.next = self.left.val();
        if self.op.val() == 1 {
            // and: false if one is false; else the other if one is true; else the larger.
            self.result.next = self.worse.val();
            if (self.left.val() == 0) | (self.right.val() == 0) {
                self.result.next = 0.into();
            }
        }
        if self.op.val() == 2 {
            // or: true if one is true; else the larger, since false is 0.
            self.result.next = self.worse.val();
            if (self.left.val() == 1) | (self.right.val() == 1) {
                self.result.next = 1.into();
            }
        }
        if self.op.val() == 3 {
            // when: true if the guard is false; the guard if it is unknown.
            if self.right.val() == 0 {
                self.result.next = 1.into();
            }
            if self.right.val() > 1 {
                self.result.next = self.right.val();
            }
        }
    }
}

/// The combination of four truths.
#[derive(LogicBlock, Default)]
pub struct Chain {
    /// The first truth.
    pub a: Signal<In, Bits<3>>,
    /// The second truth.
    pub b: Signal<In, Bits<3>>,
    /// The third truth.
    pub c: Signal<In, Bits<3>>,
    /// The fourth truth.
    pub d: Signal<In, Bits<3>>,
    /// The operators and negations, as `engine::isa::Chain` encodes them.
    pub mode: Signal<In, Bits<11>>,
    /// The combined truth, in the same cycle.
    pub result: Signal<Out, Bits<3>>,
    first: Signal<Local, Bits<3>>,
    joins: [Join; 3],
}

impl Logic for Chain {
    #[hdl_gen]
    fn update(&mut self) {
        self.first.next = self.a.val();
        if self.mode.val().get_bit(6) & (self.a.val() == 0) {
            self.first.next = 1.into();
        }
        if self.mode.val().get_bit(6) & (self.a.val() == 1) {
            self.first.next = 0.into();
        }
        self.joins[0].left.next = self.first.val();
        self.joins[0].operand.next = self.b.val();
        self.joins[0].negate.next = self.mode.val().get_bit(7);
        self.joins[0].op.next = self.mode.val().get_bits::<2>(0);
        self.joins[1].left.next = self.joins[0].result.val();
        self.joins[1].operand.next = self.c.val();
        self.joins[1].negate.next = self.mode.val().get_bit(8);
        self.joins[1].op.next = self.mode.val().get_bits::<2>(2);
        self.joins[2].left.next = self.joins[1].result.val();
        self.joins[2].operand.next = self.d.val();
        self.joins[2].negate.next = self.mode.val().get_bit(9);
        self.joins[2].op.next = self.mode.val().get_bits::<2>(4);
        self.result.next = self.joins[2].result.val();
        if self.mode.val().get_bit(10) & (self.joins[2].result.val() == 2) {
            self.result.next = 0.into();
        }
    }
}
