// SPDX-License-Identifier: Apache-2.0

//! A model with its ports bound once.
//!
//! The bindings know two kinds of model: one whose ports and path Rust's compiler knows, from a
//! macro, and one that is asked by name and looks up a symbol of the shared library at every
//! access, which takes longer than the cycle that it is for. The ports of a kernel are known when
//! it has been emitted, which is later than the first and early enough not to do the second: here
//! they are bound when the model is made. What the bindings' macro would write is written by hand.

// Functions of a shared library are called through pointers, as the bindings' macro does.
#![expect(unsafe_code)]

use crate::kernel::WORD_BITS;
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

// Words of 64 bits are handed over as Verilator has them, halves in rising order.
const _: () = assert!(cfg!(target_endian = "little"));

/// The model, behind the bindings.
type Handle = *mut c_void;
/// Sets an input, or asks for an output.
type Pin<T> = extern "C" fn(Handle, T);
type Read<T> = extern "C" fn(Handle) -> T;
/// A port as the bindings describe it: name, highest bit, lowest bit, direction.
type Described = (&'static str, usize, usize, PortDirection);

/// What [`bind`] makes a model of. The bindings ask a type for it and not a value.
#[derive(Clone, Copy)]
struct Wanted {
    name: &'static str,
    path: &'static str,
    ports: &'static [Described],
}

thread_local! {
    static WANTED: Cell<Option<Wanted>> = const { Cell::new(None) };
}

/// A model of a kernel; `'r` is the bindings' runtime, which holds the library that the pointers
/// point into.
pub struct Model<'r> {
    name: &'static str,
    handle: Handle,
    eval: extern "C" fn(Handle),
    ports: Vec<Bound>,
    runtime: PhantomData<&'r Library>,
}

/// A port's function, by the C type that the port's width has.
#[derive(Clone, Copy)]
enum Bound {
    Pin8(Pin<u8>),
    Pin16(Pin<u16>),
    Pin32(Pin<u32>),
    Pin64(Pin<u64>),
    /// The words are copied; how many there are.
    PinWide(Pin<*const u32>, usize),
    Read8(Read<u8>),
    Read16(Read<u16>),
    Read32(Read<u32>),
    Read64(Read<u64>),
    ReadWide(Read<*const u32>, usize),
}

/// The model of a kernel whose Verilog stands at `path`, built if it is not there yet.
///
/// # Errors
/// The bindings' own.
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
    // The bindings want what lives for ever. It is small, and there are as many as kernels.
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
    WANTED.get().expect("models are made by `bind` alone")
}

impl Model<'_> {
    /// Lets outputs follow inputs, and registers the clock.
    pub fn eval(&mut self) {
        (self.eval)(self.handle);
    }

    /// Drives the input with this index among the kernel's ports; words of 64 bits, the lowest
    /// first, no bit above the width set.
    ///
    /// # Panics
    /// If it is an output, or there are too few words.
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
            _ => panic!("port {port} of {} is an output", self.name),
        }
    }

    /// Word `index` of 64 bits of the output with this index among the kernel's ports.
    ///
    /// # Panics
    /// If it is an input, or has no such word.
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
                    // SAFETY: the port has `count` halves, which stand in the model and change only
                    // when it is evaluated.
                    u64::from(unsafe { *read(self.handle).add(half) })
                };
                half(2 * index) | half(2 * index + 1) << 32
            }
            _ => panic!("port {port} of {} is no output of so many words", self.name),
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
            // SAFETY: the bindings write the function of a port with the C type of its width.
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
        // SAFETY: these are the signatures that the bindings write.
        let new: extern "C" fn() -> Handle =
            unsafe { function(library, ffi_names::new_top(name).trim())? };
        let eval = unsafe { function(library, &ffi_names::top_eval(name))? };
        Ok(Model { name, handle: new(), eval, ports, runtime: PhantomData })
    }

    unsafe fn model(&self) -> Handle {
        self.handle
    }
}

/// A function of the library.
///
/// # Safety
/// The function's type is `T`.
unsafe fn function<T: Copy>(library: &Library, symbol: &str) -> Result<T, VerilatorError> {
    // SAFETY: as the caller says.
    let found: Result<Symbol<'_, T>, _> = unsafe { library.get(symbol.as_bytes()) };
    found.map(|function| *function).map_err(|error| VerilatorError::Whatever {
        message: format!("{symbol}: {error}"),
        source: None,
    })
}
