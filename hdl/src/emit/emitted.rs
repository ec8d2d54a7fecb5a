// SPDX-License-Identifier: Apache-2.0

//! Emitted kernels, their ports, and signals that are unused in part.

/// A kernel as Verilog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emitted {
    /// The name of its top module, and of its file without the extension.
    pub name: String,
    /// The Verilog: a header, then the modules, each before the first that uses it.
    pub verilog: String,
    /// The ports of the top module in order.
    pub ports: Vec<Port>,
}

/// A port of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Port {
    /// The name of the port.
    pub name: String,
    /// The width in bits.
    pub width: usize,
    /// Whether the module drives it.
    pub is_output: bool,
}

/// A signal some of whose bits are unused, and the reason. A waiver at its declaration tells the
/// linter.
#[derive(Clone, Copy, Debug)]
pub struct Unused {
    /// The name in the Verilog.
    pub signal: &'static str,
    /// The reason, a sentence.
    pub reason: &'static str,
}
