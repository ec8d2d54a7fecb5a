// SPDX-License-Identifier: Apache-2.0

//! A model whose ports are bound when it is made.
//!
//! The bindings offer two kinds of model. In the first, a macro fixes the ports and the path at
//! compile time. In the second, every access looks up a symbol of the shared library by name, which
//! takes longer than a simulated cycle. The ports of a kernel are known when it has been emitted:
//! too late for the macro, but early enough to look up each symbol only once. So this file does by
//! hand what the macro would generate, and binds the ports when the model is made.

// The functions of a shared library are called through pointers, as in the bindings' macro.
#![expect(unsafe_code)]

use hdl::emit::{Emitted, Port};
use marlin::verilator::error::VerilatorError;
use marlin::verilator::reexports::libloading::{Library, Symbol};
use marlin::verilator::{
    AsVerilatedModel, PortDirection, VerilatedModelConfig, VerilatorRuntime, VerilatorVersion,
    ffi_names,
};
use std::cell::Cell;
use std::ffi::c_void;
use std::marker::PhantomData;
use std::path::Path;

/// The number of bits in a word of a port.
pub const WORD_BITS: usize = 64;

// Verilator stores wide values as words of 32 bits, lowest first. On a little-endian machine a word
// of 64 bits has the same layout.
const _: () = assert!(cfg!(target_endian = "little"));

/// The model in the shared library.
type Handle = *mut c_void;
/// Drives an input.
type Pin<T> = extern "C" fn(Handle, T);
/// Reads an output.
type Read<T> = extern "C" fn(Handle) -> T;
/// A port as the bindings describe it: name, highest bit, lowest bit, direction.
type Described = (&'static str, usize, usize, PortDirection);

/// The kernel that [`bind`] makes a model of. The bindings read it through functions of a type, not
/// through a value.
#[derive(Clone, Copy)]
struct Wanted {
    name: &'static str,
    path: &'static str,
    ports: &'static [Described],
}

thread_local! {
    static WANTED: Cell<Option<Wanted>> = const { Cell::new(None) };
}

/// A model of a kernel. `'r` is the lifetime of the bindings' runtime, which owns the library that
/// the pointers point into.
pub struct Model<'r> {
    name: &'static str,
    handle: Handle,
    eval: extern "C" fn(Handle),
    ports: Vec<Bound>,
    runtime: PhantomData<&'r Library>,
}

/// The function of a port, by the C type for the width of the port.
#[derive(Clone, Copy)]
enum Bound {
    Pin8(Pin<u8>),
    Pin16(Pin<u16>),
    Pin32(Pin<u32>),
    Pin64(Pin<u64>),
    /// With the number of 32-bit words, which the function copies.
    PinWide(Pin<*const u32>, usize),
    Read8(Read<u8>),
    Read16(Read<u16>),
    Read32(Read<u32>),
    Read64(Read<u64>),
    ReadWide(Read<*const u32>, usize),
}

/// Makes a model of the kernel whose Verilog is in the file `path`, and builds it if needed.
///
/// # Errors
/// Those of the bindings.
pub fn bind<'r>(
    runtime: &'r VerilatorRuntime,
    emitted: &Emitted,
    path: &Path,
    config: &VerilatedModelConfig,
) -> Result<Model<'r>, VerilatorError> {
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let described = |port: &Port| {
        let direction = if port.is_output { PortDirection::Output } else { PortDirection::Input };
        (leak(&port.name.replace('$', "_")), port.width - 1, 0, direction)
    };
    // The bindings need static lifetimes. The leak is small, and occurs once for each kernel.
    let ports: Vec<Described> = emitted.ports.iter().map(described).collect();
    let wanted = Wanted {
        name: leak(&emitted.name),
        path: leak(&path.to_string_lossy()),
        ports: ports.leak(),
    };
    WANTED.set(Some(wanted));
    let model = runtime.create_model::<Model<'r>>(config);
    WANTED.set(None);
    model
}

fn wanted() -> Wanted {
    WANTED.get().expect("only `bind` makes models")
}

impl Model<'_> {
    /// Evaluates the model: registers follow an edge of the clock, outputs follow inputs.
    pub fn eval(&mut self) {
        (self.eval)(self.handle);
    }

    /// Drives the input with index `port` among the kernel's ports, with words of 64 bits, lowest
    /// word first. Bits above the width of the port must be zero.
    ///
    /// # Panics
    /// If the port is an output, or there are too few words.
    pub fn pin(&mut self, port: usize, words: &[u64]) {
        match self.ports[port] {
            Bound::Pin8(pin) => pin(self.handle, words[0] as u8),
            Bound::Pin16(pin) => pin(self.handle, words[0] as u16),
            Bound::Pin32(pin) => pin(self.handle, words[0] as u32),
            Bound::Pin64(pin) => pin(self.handle, words[0]),
            Bound::PinWide(pin, count) => {
                let halves: &[u32] = bytemuck::cast_slice(words);
                assert!(halves.len() >= count, "a word for every 64 bits of the port");
                pin(self.handle, halves.as_ptr());
            }
            Bound::Read8(_)
            | Bound::Read16(_)
            | Bound::Read32(_)
            | Bound::Read64(_)
            | Bound::ReadWide(..) => panic!("port {port} of {} is an output", self.name),
        }
    }

    /// Reads the 64-bit word `index` of the output with index `port` among the kernel's ports.
    ///
    /// # Panics
    /// If the port is an input, or has no such word.
    pub fn read(&self, port: usize, index: usize) -> u64 {
        match (self.ports[port], index) {
            (Bound::Read8(read), 0) => read(self.handle).into(),
            (Bound::Read16(read), 0) => read(self.handle).into(),
            (Bound::Read32(read), 0) => read(self.handle).into(),
            (Bound::Read64(read), 0) => read(self.handle),
            (Bound::ReadWide(read, count), index) if 2 * index < count => {
                let half = |half: usize| {
                    if half >= count {
                        return 0;
                    }
                    // SAFETY: the port has `count` halves, which are stored in the model and change
                    // only when it is evaluated.
                    u64::from(unsafe { *read(self.handle).add(half) })
                };
                half(2 * index) | half(2 * index + 1) << 32
            }
            _ => panic!("port {port} of {} has no output word {index}", self.name),
        }
    }
}

impl<'r> AsVerilatedModel<'r> for Model<'r> {
    fn name() -> &'static str {
        wanted().name
    }

    fn mangled_name(&self) -> &str {
        self.name
    }

    fn source_path() -> &'static str {
        wanted().path
    }

    fn ports() -> &'static [Described] {
        wanted().ports
    }

    unsafe fn init_from(
        library: &'r Library,
        _: VerilatorVersion,
        _: bool,
    ) -> Result<Self, VerilatorError> {
        let Wanted { name, ports, .. } = wanted();
        let bound = |&(port, msb, _, direction): &Described| {
            let count = (msb + 1).div_ceil(32);
            // SAFETY: the bindings generate the function of a port with the C type of its width.
            unsafe {
                Ok(match (direction, msb) {
                    (PortDirection::Output, _) => {
                        let symbol = ffi_names::read_port(name, port);
                        match msb {
                            0..8 => Bound::Read8(function(library, &symbol)?),
                            8..16 => Bound::Read16(function(library, &symbol)?),
                            16..32 => Bound::Read32(function(library, &symbol)?),
                            32..WORD_BITS => Bound::Read64(function(library, &symbol)?),
                            _ => Bound::ReadWide(function(library, &symbol)?, count),
                        }
                    }
                    _ => {
                        let symbol = ffi_names::pin_port(name, port);
                        match msb {
                            0..8 => Bound::Pin8(function(library, &symbol)?),
                            8..16 => Bound::Pin16(function(library, &symbol)?),
                            16..32 => Bound::Pin32(function(library, &symbol)?),
                            32..WORD_BITS => Bound::Pin64(function(library, &symbol)?),
                            _ => Bound::PinWide(function(library, &symbol)?, count),
                        }
                    }
                })
            }
        };
        let ports = ports.iter().map(bound).collect::<Result<_, VerilatorError>>()?;
        // SAFETY: the bindings generate these signatures.
        let new: extern "C" fn() -> Handle =
            unsafe { function(library, ffi_names::new_top(name).trim())? };
        let eval = unsafe { function(library, &ffi_names::top_eval(name))? };
        Ok(Model { name, handle: new(), eval, ports, runtime: PhantomData })
    }

    unsafe fn model(&self) -> Handle {
        self.handle
    }
}

/// Looks up a function of the library.
///
/// # Safety
/// The type of the function must be `T`.
unsafe fn function<T: Copy>(library: &Library, symbol: &str) -> Result<T, VerilatorError> {
    // SAFETY: the caller ensures that the type is right.
    let found: Result<Symbol<'_, T>, _> = unsafe { library.get(symbol.as_bytes()) };
    found.map(|function| *function).map_err(|error| VerilatorError::Whatever {
        message: format!("{symbol}: {error}"),
        source: None,
    })
}
