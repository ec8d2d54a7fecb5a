// SPDX-License-Identifier: Apache-2.0

//! A recorded run (see [`crate::record`]) repeated by a model that Verilator builds with coverage
//! or with waves, which the bindings do not offer.
//!
//! In the waves cycle n stands from n × 4 ns on: the clock rises, what the registers took stands,
//! and so do the inputs of the cycle. That is 250 MHz.

use crate::record::{InputWord, MARK, STEP, input_words};
use hdl::emit::Emitted;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tools::verilator::Verilator;

/// What a replay leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Points of lines, with how often each was reached.
    Lines,
    /// Points of lines and of toggles, likewise: a model that is several times as large and slow.
    Toggles,
    /// Every signal as text.
    Vcd,
    /// Every signal, packed.
    Fst,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Purpose::Lines => "lines",
            Purpose::Toggles => "toggles",
            Purpose::Vcd => "vcd",
            Purpose::Fst => "fst",
        }
    }

    fn options(self) -> &'static [&'static str] {
        match self {
            Purpose::Lines => &["--coverage-line"],
            Purpose::Toggles => &["--coverage-line", "--coverage-toggle"],
            Purpose::Vcd => &["--trace-vcd"],
            Purpose::Fst => &["--trace-fst"],
        }
    }
}

/// Why a run was not repeated.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// A file could not be written or a program not started.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Verilator or the C++ compiler refused the model, or the model failed.
    #[error("{what}: {reason}")]
    Failed {
        /// What was done.
        what: String,
        /// What was said.
        reason: String,
    },
}

/// A model that repeats runs of a kernel.
pub struct Replayer {
    program: PathBuf,
    /// The Verilog that it was built from.
    pub source: PathBuf,
}

impl Replayer {
    /// Builds the model under `folder`, or takes the one that is there if the kernel and this file
    /// are as they were.
    ///
    /// # Errors
    /// [`ReplayError`].
    pub fn build(
        verilator: &Verilator,
        folder: &Path,
        emitted: &Emitted,
        purpose: Purpose,
    ) -> Result<Replayer, ReplayError> {
        let folder = folder.join(format!("{}_{}", emitted.name, purpose.name()));
        std::fs::create_dir_all(&folder).map_err(at(&folder))?;
        let (source, main) = (folder.join(format!("{}.v", emitted.name)), folder.join("main.cpp"));
        let program = folder.join("model").join(format!("V{}", emitted.name));
        let text = driver(&emitted.name, &input_words(emitted), purpose);
        let is = |path: &Path, text: &str| {
            std::fs::read_to_string(path).is_ok_and(|present| present == text)
        };
        if !(program.is_file() && is(&source, &emitted.verilog) && is(&main, &text)) {
            // Whatever is there is of something else, and must not be taken for this if the build
            // is cut off.
            if program.is_file() {
                std::fs::remove_file(&program).map_err(at(&program))?;
            }
            std::fs::write(&source, &emitted.verilog).map_err(at(&source))?;
            std::fs::write(&main, text).map_err(at(&main))?;
            let output = verilator
                .command()
                .current_dir(&folder)
                .args([
                    "--cc",
                    "--exe",
                    "--build",
                    "-j",
                    "2",
                    "-Wno-fatal",
                    "--top-module",
                    &emitted.name,
                ])
                .args(purpose.options())
                .args(["-Mdir", "model", &format!("{}.v", emitted.name), "main.cpp"])
                .output()
                .map_err(at(verilator.executable()))?;
            succeeded(
                &output,
                format!("the {} model of `{}` was not built", purpose.name(), emitted.name),
            )?;
        }
        Ok(Replayer { program, source })
    }

    /// Repeats a run and leaves what the model is for in `out`.
    ///
    /// # Errors
    /// [`ReplayError`].
    pub fn run(&self, record: &Path, out: &Path) -> Result<(), ReplayError> {
        let output =
            Command::new(&self.program).arg(record).arg(out).output().map_err(at(&self.program))?;
        succeeded(&output, format!("{} was not repeated", record.display()))
    }
}

fn at(path: &Path) -> impl FnOnce(std::io::Error) -> ReplayError + use<> {
    let path = path.to_owned();
    move |source| ReplayError::Io { path, source }
}

fn succeeded(output: &Output, what: String) -> Result<(), ReplayError> {
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let reason = said
        .lines()
        .find(|line| line.contains("rror"))
        .or(said.lines().last())
        .unwrap_or("nothing was said");
    let help = if reason.contains("lz4.h") {
        "\n  help: on Debian: apt-get install liblz4-dev"
    } else {
        ""
    };
    Err(ReplayError::Failed { what, reason: format!("{reason}{help}") })
}

/// The C++ around the model.
fn driver(name: &str, words: &[InputWord], purpose: Purpose) -> String {
    let (header, class) = match purpose {
        Purpose::Lines | Purpose::Toggles => ("verilated_cov.h", ""),
        Purpose::Vcd => ("verilated_vcd_c.h", "VerilatedVcdC"),
        Purpose::Fst => ("verilated_fst_c.h", "VerilatedFstC"),
    };
    let (begin, dump, end) = match purpose {
        Purpose::Lines | Purpose::Toggles => {
            (String::new(), "", "context.coveragep()->write(arguments[2]);")
        }
        Purpose::Vcd | Purpose::Fst => (
            format!(
                "context.traceEverOn(true);\n    {class} trace;\n    top.trace(&trace, 99);\n    trace.open(arguments[2]);"
            ),
            "if (marked) trace.dump(time);",
            "trace.close();",
        ),
    };
    let cases: String = words
        .iter()
        .enumerate()
        .map(|(index, InputWord { port, width, word })| {
            let port = port.replace('$', "_");
            let (low, has_high) = (2 * word, width - 64 * word > 32);
            match (*width > 64, has_high) {
                (false, _) => format!("            case {index}: top.{port} = value; break;\n"),
                (true, false) => format!("            case {index}: top.{port}[{low}] = value; break;\n"),
                (true, true) => format!(
                    "            case {index}: top.{port}[{low}] = value; top.{port}[{}] = value >> 32; break;\n",
                    low + 1
                ),
            }
        })
        .collect();
    format!(
        r#"// Repeats a recorded run; made by sim/src/replay.rs.
#include "V{name}.h"
#include "verilated.h"
#include "{header}"
#include <cstdint>
#include <cstdio>

int main(int count, char** arguments) {{
    if (count != 3) return 2;
    std::FILE* record = std::fopen(arguments[1], "rb");
    if (!record) {{
        std::fprintf(stderr, "error: no record %s\n", arguments[1]);
        return 1;
    }}
    VerilatedContext context;
    V{name} top{{&context}};
    {begin}
    bool marked = false;
    std::uint64_t time = 0;
    unsigned char entry[9];
    top.clock = 0;
    top.eval();
    while (std::fread(entry, sizeof entry, 1, record) == 1) {{
        unsigned long long value = 0;
        for (int i = 8; i > 0; --i) value = value << 8 | entry[i];
        switch (entry[0]) {{
{cases}            case {MARK}: marked = true; break;
            case {STEP}:
                // The inputs beside what the last edge brought, the falling edge, the rising one.
                top.eval();
                {dump}
                time += marked ? 2 : 0;
                top.clock = 0;
                top.eval();
                {dump}
                time += marked ? 2 : 0;
                top.clock = 1;
                top.eval();
                break;
            default: std::fprintf(stderr, "error: no input %d\n", entry[0]); return 1;
        }}
    }}
    std::fclose(record);
    {end}
    return 0;
}}
"#
    )
}
