// SPDX-License-Identifier: Apache-2.0

//! From a kernel in Rust HDL to readable Verilog.
//!
//! The HDL crate writes a module for every *instance*, with headers in the old style and all
//! literals 32 bits wide. This module turns that into one module for each kernel whatever the
//! number of instances, ANSI headers, literals without a width where the context gives one, and
//! names without `$`. `text` rewrites a single module; this file handles all modules together.
//!
//! The emitted Verilog is checked in under `hdl/verilog`; a test emits it again and compares.

mod clocked;
mod emitted;
mod split;
mod text;

pub use emitted::{Emitted, Port, Unused};

use rust_hdl::core::check_error::check_all;
use rust_hdl::core::module_defines::ModuleDefines;
use rust_hdl::prelude::Block;
use std::collections::{BTreeMap, BTreeSet};
use text::Module;

/// The first line of every emitted file.
pub(crate) const LICENSE: &str = "// SPDX-License-Identifier: Apache-2.0\n";

/// Emits a kernel. `about` is a one-line description for the header.
///
/// # Panics
/// As [`emit_with`].
pub fn emit<B: Block>(name: &str, about: &str, block: &mut B) -> Emitted {
    emit_with(name, about, block, &[])
}

/// Emits a kernel some of whose signals have unused bits.
///
/// # Panics
/// If the kernel has a defect: an undriven signal or a combinational loop.
pub fn emit_with<B: Block>(name: &str, about: &str, block: &mut B, unused: &[Unused]) -> Emitted {
    block.connect_all();
    if let Err(error) = check_all(block) {
        panic!("kernel `{name}` is not well-formed: {error:?}");
    }
    let mut defines = ModuleDefines::default();
    block.accept(name, &mut defines);
    let modules = deduplicate(text::modules(&defines.defines()), name);
    let ports = modules.last().map(|m| m.ports.clone()).unwrap_or_default();
    let mut verilog = format!(
        "{LICENSE}// {name}: {about}\n//\n\
         // Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.\n\n\
         // The file holds all modules of the kernel.\n\
         // verilator lint_off DECLFILENAME\n\n`default_nettype none\n"
    );
    for module in &modules {
        verilog.push('\n');
        verilog.push_str(&module.print(unused));
    }
    verilog.push_str("\n`default_nettype wire\n");
    Emitted { name: name.into(), verilog, ports }
}

/// One module for each distinct body, named after the field that holds it. Children come before
/// their parents, and the top is last.
fn deduplicate(mut modules: Vec<Module>, top: &str) -> Vec<Module> {
    // The path of a child is longer than that of its parent, so the deepest modules come first.
    modules.sort_by_key(|m| (std::cmp::Reverse(m.path.matches('$').count()), m.path.clone()));
    let mut kept: Vec<Module> = Vec::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut bodies: BTreeMap<String, String> = BTreeMap::new();
    let registers: BTreeSet<String> =
        modules.iter().filter(|m| m.is_register()).map(|m| m.path.clone()).collect();
    for mut module in modules.into_iter().filter(|m| !m.is_register()) {
        module.inline_registers(&registers);
        module.write_processes();
        module.rename_children(&names);
        let key = module.body_key();
        let name = match bodies.get(&key) {
            Some(name) => name.clone(),
            None => {
                let name = if module.path == top {
                    top.to_owned()
                } else {
                    unused(&module.base_name(top), &bodies)
                };
                bodies.insert(key, name.clone());
                module.name.clone_from(&name);
                kept.push(module.clone());
                name
            }
        };
        names.insert(module.path.clone(), name);
    }
    kept
}

fn unused(base: &str, bodies: &BTreeMap<String, String>) -> String {
    let taken = |name: &str| bodies.values().any(|used| used == name);
    let mut name = base.to_owned();
    let mut next = 2;
    while taken(&name) {
        name = format!("{base}_{next}");
        next += 1;
    }
    name
}
