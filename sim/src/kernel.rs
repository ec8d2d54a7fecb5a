//! A kernel as a model: its ports by name, one clock, values as 64-bit words.
//!
//! The bindings take ports wider than 64 bits by a pointer that must outlive the model. A wrapper module splits such
//! ports into words of 64 bits, the lowest first, so that a test sees numbers only. The kernel itself is the Verilog
//! that is checked in, unchanged.
//!
//! Kernels are small and their tests short; the engine's own model has its ports compiled in instead.

use crate::record::Recorder;
use crate::verilator::Verilator;
use hdl::emit::{Emitted, Port};
use marlin::verilator::{
    AsDynamicVerilatedModel, PortDirection, VerilatedModelConfig, VerilatorRuntime, VerilatorRuntimeOptions,
    dynamic::{DynamicVerilatedModel, VerilatorValue},
};
use std::path::{Path, PathBuf};

/// Bits of a word of a port.
const WORD_BITS: usize = 64;

/// A model of a kernel.
pub struct Kernel<'r> {
    model: DynamicVerilatedModel<'r>,
    ports: Vec<Port>,
    cycles: u64,
    recorder: Option<Recorder>,
}

/// Why there is no model of a kernel.
#[derive(Debug, thiserror::Error)]
pub enum KernelError {
    /// A file of the model could not be written.
    #[error("{path}: {source}")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Verilator or the C++ compiler refused it.
    #[error("the model of `{kernel}` was not built: {reason}")]
    Build {
        /// The kernel.
        kernel: String,
        /// What they said.
        reason: String,
    },
}

/// Builds the model of a kernel under `folder`, or takes the one that is there, and hands it to `body`.
///
/// # Errors
/// [`KernelError`] if there is no model.
pub fn with_kernel<T>(
    verilator: &Verilator,
    folder: &Path,
    emitted: &Emitted,
    body: impl FnOnce(&mut Kernel<'_>) -> T,
) -> Result<T, KernelError> {
    let folder = folder.join(&emitted.name);
    let write = |path: PathBuf, source| KernelError::Write { path, source };
    std::fs::create_dir_all(&folder).map_err(|source| write(folder.clone(), source))?;
    let bench = format!("{}_bench", emitted.name);
    let source = folder.join(format!("{bench}.sv"));
    let text = format!("{}\n{}", emitted.verilog, wrapper(&bench, emitted));
    // An unchanged file keeps its time, so that the model is not built again.
    if std::fs::read_to_string(&source).ok().as_deref() != Some(text.as_str()) {
        // Tests run beside each other: nobody may see half of it.
        let thread = format!("{:?}", std::thread::current().id());
        let whole = folder.join(format!("{bench}.{}.{thread}", std::process::id()));
        std::fs::write(&whole, text).map_err(|error| write(whole.clone(), error))?;
        std::fs::rename(&whole, &source).map_err(|error| write(source.clone(), error))?;
    }
    let failed = |reason: &dyn std::fmt::Display| KernelError::Build {
        kernel: emitted.name.clone(),
        reason: reason.to_string(),
    };
    let options = VerilatorRuntimeOptions::default().verilator_executable(verilator.executable().into());
    let runtime = VerilatorRuntime::new2(folder.join("model"), &[&source], &[] as &[&Path], [], options)
        .map_err(|error| failed(&error))?;
    let words: Vec<(String, Word)> = emitted.ports.iter().flat_map(words).collect();
    let ports: Vec<(&str, usize, usize, PortDirection)> = words
        .iter()
        .map(|(name, word)| {
            let direction = if word.is_output { PortDirection::Output } else { PortDirection::Input };
            (name.as_str(), word.width - 1, 0, direction)
        })
        .collect();
    let config = VerilatedModelConfig { verilator_optimization: 3, ..VerilatedModelConfig::default() };
    let source_text = source.to_string_lossy();
    let model = runtime.create_dyn_model(&bench, &source_text, &ports, config).map_err(|error| failed(&error))?;
    let recorder = Recorder::wanted(emitted).map_err(|(path, error)| write(path, error))?;
    let mut kernel = Kernel { model, ports: emitted.ports.clone(), cycles: 0, recorder };
    Ok(body(&mut kernel))
}

impl Kernel<'_> {
    /// Drives an input with a number; bits above the first 128 are zero.
    ///
    /// # Panics
    /// If the kernel has no such input. So do the other accessors: a test that names a wrong port is wrong.
    pub fn set(&mut self, port: &str, value: impl Into<u128>) {
        let value = value.into();
        self.set_words(port, &[value as u64, (value >> 64) as u64]);
    }

    /// Drives an input with a signed number of at most 64 bits.
    pub fn set_signed(&mut self, port: &str, value: i64) {
        self.set(port, value as u64);
    }

    /// Drives an input with words, the lowest first; those that are not given are zero.
    pub fn set_words(&mut self, port: &str, values: &[u64]) {
        let width = self.width(port);
        for index in 0..width.div_ceil(WORD_BITS) {
            let bits = word_width(width, index);
            let value = values.get(index).copied().unwrap_or(0) & (u64::MAX >> (WORD_BITS - bits));
            let name = word_name(port, width, index);
            if let Some(recorder) = &mut self.recorder {
                recorder.set(port, index, value);
            }
            let value = match bits {
                0..=8 => VerilatorValue::CData(value as u8),
                9..=16 => VerilatorValue::SData(value as u16),
                17..=32 => VerilatorValue::IData(value as u32),
                _ => VerilatorValue::QData(value),
            };
            self.model.pin(name, value).unwrap_or_else(|error| panic!("{port}: {error}"));
        }
    }

    /// An output of at most 128 bits.
    pub fn get(&self, port: &str) -> u128 {
        let words = self.get_words(port);
        let high = words.get(1).copied().unwrap_or(0);
        u128::from(words[0]) | u128::from(high) << 64
    }

    /// An output of 64 bits as a signed number.
    pub fn get_signed(&self, port: &str) -> i64 {
        self.get(port) as u64 as i64
    }

    /// An output of one bit.
    pub fn is_high(&self, port: &str) -> bool {
        self.get(port) != 0
    }

    /// The words of an output, the lowest first.
    pub fn get_words(&self, port: &str) -> Vec<u64> {
        let width = self.width(port);
        (0..width.div_ceil(WORD_BITS))
            .map(|index| {
                let read = self.model.read(word_name(port, width, index));
                match read.unwrap_or_else(|error| panic!("{port}: {error}")) {
                    VerilatorValue::CData(value) => value.into(),
                    VerilatorValue::SData(value) => value.into(),
                    VerilatorValue::IData(value) => value.into(),
                    VerilatorValue::QData(value) => value,
                    _ => panic!("{port}: the wrapper splits wide ports"),
                }
            })
            .collect()
    }

    /// Lets outputs follow inputs without a clock edge.
    pub fn settle(&mut self) {
        self.model.eval();
    }

    /// Lets outputs follow inputs in the first half of a cycle, before its clock edge.
    pub fn settle_low(&mut self) {
        self.set("clock", false);
        self.model.eval();
    }

    /// One cycle: inputs settle, then the rising edge of `clock`, then outputs settle.
    pub fn step(&mut self) {
        self.set("clock", false);
        self.model.eval();
        self.set("clock", true);
        self.model.eval();
        self.cycles += 1;
        if let Some(recorder) = &mut self.recorder {
            recorder.step();
        }
    }

    /// Records from here on what it is driven with; it has not been driven yet.
    pub fn record(&mut self, recorder: Recorder) {
        assert_eq!(self.cycles, 0, "a record begins with the run");
        self.recorder = Some(recorder);
    }

    /// Marks, in its record if there is one, that what comes is of interest.
    pub fn mark(&mut self) {
        if let Some(recorder) = &mut self.recorder {
            recorder.mark();
        }
    }

    /// Cycles so far.
    pub fn cycles(&self) -> u64 {
        self.cycles
    }

    fn width(&self, port: &str) -> usize {
        let found = self.ports.iter().find(|p| p.name == port);
        found.unwrap_or_else(|| panic!("the kernel has no port `{port}`")).width
    }
}

/// A word of a port, as a port of the wrapper.
struct Word {
    width: usize,
    is_output: bool,
}

fn words(port: &Port) -> impl Iterator<Item = (String, Word)> + '_ {
    (0..port.width.div_ceil(WORD_BITS)).map(|index| {
        let word = Word { width: word_width(port.width, index), is_output: port.is_output };
        (word_name(&port.name, port.width, index), word)
    })
}

fn word_width(width: usize, index: usize) -> usize {
    (width - index * WORD_BITS).min(WORD_BITS)
}

fn word_name(port: &str, width: usize, index: usize) -> String {
    let port = port.replace('$', "_");
    if width <= WORD_BITS { port } else { format!("{port}_w{index}") }
}

/// A module around the kernel with no port wider than a word.
fn wrapper(name: &str, emitted: &Emitted) -> String {
    let ports = emitted.ports.iter().flat_map(words).map(|(name, word)| {
        let direction = if word.is_output { "output" } else { "input" };
        format!("    {direction} wire [{}:0] {name}", word.width - 1)
    });
    let connections = emitted.ports.iter().map(|port| {
        let mut names: Vec<String> = words(port).map(|(name, _)| name).collect();
        names.reverse();
        format!("        .{}({{{}}})", port.name.replace('$', "_"), names.join(", "))
    });
    format!(
        "module {name} (\n{}\n);\n    {} kernel (\n{}\n    );\nendmodule\n",
        ports.collect::<Vec<_>>().join(",\n"),
        emitted.name,
        connections.collect::<Vec<_>>().join(",\n")
    )
}
