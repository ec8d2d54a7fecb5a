// SPDX-License-Identifier: Apache-2.0

//! The three executors of a program, by name.

/// Which executor runs a program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// The software twin. It is timed in nanoseconds by the clock of the machine.
    #[default]
    Twin,
    /// The reference interpreter, timed in the same way.
    Reference,
    /// The emitted Verilog under Verilator. It is timed in cycles.
    Rtl,
}

impl Engine {
    /// All of them.
    pub const ALL: &[Engine] = &[Engine::Twin, Engine::Reference, Engine::Rtl];

    /// Its name on the command line and in files.
    pub fn id(self) -> &'static str {
        match self {
            Engine::Twin => "twin",
            Engine::Reference => "reference",
            Engine::Rtl => "rtl",
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Twin => "the software twin",
            Engine::Reference => "the reference interpreter",
            Engine::Rtl => "the emitted Verilog",
        }
    }

    /// What a reader chooses it for.
    pub fn about(self) -> &'static str {
        match self {
            Engine::Twin => "The software twin: fast",
            Engine::Reference => "The reference interpreter: plain and slow",
            Engine::Rtl => "The emitted Verilog under Verilator: exact to the cycle, and slowest",
        }
    }
}
