// SPDX-License-Identifier: Apache-2.0

//! A kernel as a model: ports by name or by handle, one clock, values as words of 64 bits, lowest
//! word first.
//!
//! The model is built from the emitted Verilog, unchanged.

use crate::binding::{self, Model, WORD_BITS};
use crate::record::Recorder;
use hdl::emit::{Emitted, Port};
use marlin::verilator::{VerilatedModelConfig, VerilatorRuntime, VerilatorRuntimeOptions};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tools::verilator::Verilator;

/// A model of a kernel.
pub struct Kernel<'r> {
    model: Model<'r>,
    ports: Vec<Port>,
    named: HashMap<String, PortId>,
    clock: PortId,
    /// A buffer for the words that an input is driven with, cut to its width.
    driven: Vec<u64>,
    /// Whether nothing has been driven since the outputs settled with the clock low.
    is_settled_low: bool,
    cycles: u64,
    recorder: Option<Recorder>,
}

/// A handle of a port of one kernel, which saves the lookup of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortId(usize);

/// Why a kernel has no model.
#[derive(Debug, thiserror::Error)]
pub enum KernelError {
    /// A file of the model could not be written.
    #[error("{path}: {source}")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// Verilator or the C++ compiler refused the kernel.
    #[error("the model of `{kernel}` was not built: {reason}")]
    Build {
        /// The name of the kernel.
        kernel: String,
        /// Their error message.
        reason: String,
    },
}

/// Held while the library of a model is loaded and its first instance is made.
///
/// All libraries share one default context of Verilator, which is a unique symbol. It is located in
/// the library that was loaded first, and destroyed when the library that made it is unloaded. If
/// two threads loaded libraries at the same time, these could be two different libraries, and
/// models would be left with a destroyed context.
static LOADING: Mutex<()> = Mutex::new(());

/// Builds the model of a kernel under `folder`, unless it exists there already, and passes it to
/// `body`.
///
/// # Errors
/// [`KernelError`] if the model cannot be built.
pub fn with_kernel<T>(
    verilator: &Verilator,
    folder: &Path,
    emitted: &Emitted,
    body: impl FnOnce(&mut Kernel<'_>) -> T,
) -> Result<T, KernelError> {
    let folder = folder.join(&emitted.name);
    let write = |path: PathBuf, source| KernelError::Write { path, source };
    std::fs::create_dir_all(&folder).map_err(|source| write(folder.clone(), source))?;
    let source = folder.join(format!("{}.v", emitted.name));
    // An unchanged file keeps its timestamp, so the model is not built again.
    if std::fs::read_to_string(&source).ok().as_deref() != Some(emitted.verilog.as_str()) {
        // Tests run in parallel, so the file must never be visible in part.
        let thread = format!("{:?}", std::thread::current().id());
        let whole = folder.join(format!("{}.{}.{thread}", emitted.name, std::process::id()));
        std::fs::write(&whole, &emitted.verilog).map_err(|error| write(whole.clone(), error))?;
        std::fs::rename(&whole, &source).map_err(|error| write(source.clone(), error))?;
    }
    let failed = |reason: &dyn std::fmt::Display| KernelError::Build {
        kernel: emitted.name.clone(),
        reason: reason.to_string(),
    };
    let options =
        VerilatorRuntimeOptions::default().verilator_executable(verilator.executable().into());
    let runtime =
        VerilatorRuntime::new2(folder.join("model"), &[&source], &[] as &[&Path], [], options)
            .map_err(|error| failed(&error))?;
    let config =
        VerilatedModelConfig { verilator_optimization: 3, ..VerilatedModelConfig::default() };
    let loading = LOADING.lock().unwrap_or_else(PoisonError::into_inner);
    let model =
        binding::bind(&runtime, emitted, &source, &config).map_err(|error| failed(&error))?;
    drop(loading);
    let recorder = Recorder::wanted(emitted).map_err(|(path, error)| write(path, error))?;
    let ports = emitted.ports.clone();
    let named: HashMap<_, _> =
        ports.iter().enumerate().map(|(id, port)| (port.name.clone(), PortId(id))).collect();
    let clock = named.get("clock").copied().unwrap_or(PortId(usize::MAX));
    let mut kernel = Kernel {
        model,
        ports,
        named,
        clock,
        driven: Vec::new(),
        is_settled_low: false,
        cycles: 0,
        recorder,
    };
    Ok(body(&mut kernel))
}

impl Kernel<'_> {
    /// Drives an input with a number; bits above the first 128 are zero.
    ///
    /// # Panics
    /// If the kernel has no such input, as do the other accessors.
    pub fn set(&mut self, port: &str, value: impl Into<u128>) {
        let value = value.into();
        self.set_words(port, &[value as u64, (value >> 64) as u64]);
    }

    /// Drives an input with a signed number of at most 64 bits.
    pub fn set_signed(&mut self, port: &str, value: i64) {
        self.set(port, value as u64);
    }

    /// Drives an input with words, lowest word first; missing words are zero.
    pub fn set_words(&mut self, port: &str, values: &[u64]) {
        self.drive(self.port(port), values);
    }

    /// Looks up a port by its name.
    ///
    /// # Panics
    /// If the kernel has no such port.
    pub fn port(&self, name: &str) -> PortId {
        self.named.get(name).copied().unwrap_or_else(|| panic!("the kernel has no port `{name}`"))
    }

    /// Like [`Kernel::set_words`], for a port handle.
    pub fn drive(&mut self, port: PortId, values: &[u64]) {
        let Port { name, width, .. } = &self.ports[port.0];
        self.driven.clear();
        for index in 0..width.div_ceil(WORD_BITS) {
            let bits = (width - index * WORD_BITS).min(WORD_BITS);
            let value = values.get(index).copied().unwrap_or(0) & (u64::MAX >> (WORD_BITS - bits));
            if let Some(recorder) = &mut self.recorder {
                recorder.set(name, index, value);
            }
            self.driven.push(value);
        }
        self.model.pin(port.0, &self.driven);
        self.is_settled_low = false;
    }

    /// Reads word `index` of an output.
    pub fn word(&self, port: PortId, index: usize) -> u64 {
        self.model.read(port.0, index)
    }

    /// Reads an output of at most 128 bits.
    pub fn get(&self, port: &str) -> u128 {
        let words = self.get_words(port);
        let high = words.get(1).copied().unwrap_or(0);
        u128::from(words[0]) | u128::from(high) << 64
    }

    /// Reads an output of 64 bits as a signed number.
    pub fn get_signed(&self, port: &str) -> i64 {
        self.get(port) as u64 as i64
    }

    /// Reads an output of one bit.
    pub fn is_high(&self, port: &str) -> bool {
        self.get(port) != 0
    }

    /// Reads the words of an output, lowest word first.
    pub fn get_words(&self, port: &str) -> Vec<u64> {
        let port = self.port(port);
        (0..self.ports[port.0].width.div_ceil(WORD_BITS))
            .map(|index| self.word(port, index))
            .collect()
    }

    /// Lets the outputs settle without a clock edge.
    pub fn settle(&mut self) {
        self.model.eval();
    }

    /// Lets the outputs settle in the first half of a cycle, before the clock edge.
    pub fn settle_low(&mut self) {
        self.drive(self.clock, &[0]);
        self.model.eval();
        self.is_settled_low = true;
    }

    /// Runs one cycle: the inputs settle, `clock` rises, the outputs settle.
    pub fn step(&mut self) {
        if !self.is_settled_low {
            self.settle_low();
        }
        self.drive(self.clock, &[1]);
        self.model.eval();
        self.cycles += 1;
        if let Some(recorder) = &mut self.recorder {
            recorder.step();
        }
    }

    /// Starts a record of the inputs.
    ///
    /// # Panics
    /// If a cycle has passed already.
    pub fn record(&mut self, recorder: Recorder) {
        assert_eq!(self.cycles, 0, "a record begins with the run");
        self.recorder = Some(recorder);
    }

    /// Marks, in the record if there is one, the point from which the run is of interest.
    pub fn mark(&mut self) {
        if let Some(recorder) = &mut self.recorder {
            recorder.mark();
        }
    }

    /// The number of cycles so far.
    pub fn cycles(&self) -> u64 {
        self.cycles
    }
}
