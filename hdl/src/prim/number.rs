// SPDX-License-Identifier: Apache-2.0

//! A number that a build chooses: Rust HDL's own constants have no default, and so cannot stand in
//! a block that has one.

use rust_hdl::prelude::*;

/// The number.
#[derive(LogicBlock, Default)]
pub struct Number<const W: usize> {
    pub value: Signal<Out, Bits<W>>,
    _value: u64,
}

impl<const W: usize> Number<W> {
    /// The number `value`.
    pub fn new(value: u64) -> Number<W> {
        Number { _value: value, ..Number::default() }
    }
}

impl<const W: usize> Logic for Number<W> {
    fn update(&mut self) {
        self.value.next = self._value.into();
    }

    fn connect(&mut self) {
        self.value.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(format!("always @(*) begin\n    value = {W}'d{};\nend\n", self._value))
    }
}
