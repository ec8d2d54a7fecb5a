// SPDX-License-Identifier: Apache-2.0

//! The database offload engine in hardware.
//!
//! * `kernels`: the kernels, described in Rust HDL, one a file;
//! * `prim`: memories and other primitives, written out in Verilog;
//! * `word_parts`: reads the parts of the words that `engine` defines;
//! * `emit`: turns a kernel into readable Verilog;
//! * `probe`: what the core shows of the stages of a message;
//! * `proofs`: formal proofs about kernels;
//! * `top`: the core and the register file as one module with AXI ports.
//!
//! Sizes, latencies and encodings come from `engine` and are not defined again here. A kernel
//! documents its latency in cycles, its *II* (the initiation interval, the smallest number of
//! cycles from one operation to the next), and whether it can stall.

mod core;
pub mod emit;
pub mod kernels;
pub mod prim;
pub mod probe;
pub mod proofs;
pub mod top;
mod word_parts;

use emit::Emitted;
use engine::build::Build;

/// Bytes of stack for building the description of the core. Rust HDL builds all signals of the
/// core in place, in one value.
const STACK_BYTES: usize = 512 << 20;

/// The core of a build, as a module with the given name.
///
/// # Panics
/// If there is no memory for the stack of another thread.
pub fn core(name: &str, build: &Build) -> Emitted {
    let about = "from the beats of an order to the beat of its verdict";
    on_a_large_stack(|| emit::emit_with(name, about, &mut core::Core::new(build), &core::unused()))
}

/// The module name of [`small_core`].
pub const SMALL_CORE: &str = "core_small";

/// The core of [`Build::SMALL`], which tests and waves use.
///
/// # Panics
/// As [`core()`].
pub fn small_core() -> Emitted {
    core(SMALL_CORE, &Build::SMALL)
}

/// Everything that is checked in under `hdl/verilog`: the kernels, the core, and the [`top`] around
/// the core, which needs the files of its parts.
///
/// # Panics
/// As [`core()`], and if the top does not fit its parts.
pub fn all() -> Vec<Emitted> {
    all_of(&Build::DEFAULT)
}

/// As [`all`], with the core of another build.
///
/// # Panics
/// As [`all`].
pub fn all_of(build: &Build) -> Vec<Emitted> {
    let mut all = on_a_large_stack(kernels::all);
    let core = core("core", build);
    let registers = all
        .iter()
        .find(|kernel| kernel.name == "registers")
        .expect("the register file is a kernel");
    let top = top::top(&core, registers);
    all.extend([core, top]);
    all
}

/// The units of tables with few rows as separate modules, which fit a device with little memory.
///
/// # Panics
/// As [`core()`].
pub fn small_units() -> Vec<Emitted> {
    use kernels::{group_unit::GroupUnit, table_unit::TableUnit, tables_unused};
    on_a_large_stack(|| {
        vec![
            emit::emit_with(
                "table_unit_64",
                "a declared table of 64 rows",
                &mut TableUnit::new(6),
                &tables_unused(),
            ),
            emit::emit_with(
                "group_unit_16",
                "a hidden table of 16 groups with 64 levels a store",
                &mut GroupUnit::new(4, 64),
                &tables_unused(),
            ),
        ]
    })
}

fn on_a_large_stack<T: Send>(describe: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK_BYTES);
        let thread = builder.spawn_scoped(scope, describe).expect("there is memory for a stack");
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
