// SPDX-License-Identifier: Apache-2.0

//! The files of the tree that are made from definitions.

use crate::{editor, pages};

/// A file as it has to be.
#[derive(Debug)]
pub struct Generated {
    /// Path from the root.
    pub path: String,
    /// The text.
    pub text: String,
}

/// The folder of the Verilog, which holds nothing else.
pub const VERILOG: &str = "hdl/verilog";

/// All generated files.
pub fn all() -> Vec<Generated> {
    let modules = hdl::all().into_iter().map(|module| Generated {
        path: format!("{VERILOG}/{}.v", module.name),
        text: module.verilog,
    });
    let pages = [
        ("docs/src/machine-reference.md", pages::machine_reference()),
        ("docs/src/reasons.md", pages::reasons()),
    ];
    let pages = pages.map(|(path, text)| Generated { path: path.into(), text });
    let grammar = Generated { path: editor::GRAMMAR.into(), text: editor::grammar() };
    modules.chain(pages).chain([grammar]).collect()
}
