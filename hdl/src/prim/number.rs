// SPDX-License-Identifier: Apache-2.0

//! A number that a build chooses. The constants of Rust HDL have no default, so a block with a
//! default cannot contain them.

use rust_hdl::prelude::*;

/// A constant number.
#[derive(LogicBlock, Default)]
pub struct Number<const W: usize> {
    /// A constant number.
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
