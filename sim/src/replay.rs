// SPDX-License-Identifier: Apache-2.0

//! Repeats a recorded run (see [`crate::record`]) with a model that has coverage or waves. The
//! bindings do not offer these.
//!
//! In the waves, cycle n starts at n × 4 ns, as at 250 MHz. There the clock rises, and the
//! registers and the inputs have their values of the cycle.

use crate::record::{InputWord, MARK, STEP, input_words};
use hdl::emit::Emitted;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tools::verilator::Verilator;

/// The result of a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Points on lines, each with the number of times that it was reached.
    Lines,
    /// Points on lines and toggles, in the same form. The model is several times larger and slower.
    Toggles,
    /// Every signal, in the text format VCD.
    Vcd,
    /// Every signal, in the packed format FST.
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
    /// A file could not be written, or a program could not be started.
    #[error("{path}: {source}")]
    Io {
        /// The file or program.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The model could not be built, or failed.
    #[error("{what}: {reason}")]
    Failed {
        /// The step that failed.
        what: String,
        /// The error message.
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
    /// Builds the model under `folder`, unless the folder contains a model of the same Verilog with
    /// the same driver.
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
            // A program of another kernel must not be used by mistake if the build is interrupted.
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

    /// Repeats a run and writes its result to the file `out`.
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
    let printed = String::from_utf8_lossy(&output.stderr);
    let reason = printed
        .lines()
        .find(|line| line.contains("rror"))
        .or(printed.lines().last())
        .unwrap_or("nothing was said");
    let help = if reason.contains("lz4.h") {
        "\n  help: on Debian: apt-get install liblz4-dev"
    } else {
        ""
    };
    Err(ReplayError::Failed { what, reason: format!("{reason}{help}") })
}

/// The parts of the driver that depend on the purpose of the model.
struct Hooks {
    /// The header of Verilator that the driver includes.
    header: &'static str,
    /// Runs before the first cycle.
    begin: String,
    /// Runs in each half of a cycle.
    dump: &'static str,
    /// Runs after the last cycle.
    end: &'static str,
}

impl Hooks {
    fn of(purpose: Purpose) -> Hooks {
        let waves = |header, class: &str| Hooks {
            header,
            begin: format!(
                "context.traceEverOn(true);\n    {class} trace;\n    top.trace(&trace, 99);\n    \
                 trace.open(arguments[2]);"
            ),
            dump: "if (marked) trace.dump(time);",
            end: "trace.close();",
        };
        match purpose {
            Purpose::Lines | Purpose::Toggles => Hooks {
                header: "verilated_cov.h",
                begin: String::new(),
                dump: "",
                end: "context.coveragep()->write(arguments[2]);",
            },
            Purpose::Vcd => waves("verilated_vcd_c.h", "VerilatedVcdC"),
            Purpose::Fst => waves("verilated_fst_c.h", "VerilatedFstC"),
        }
    }
}

/// The case of the driver's `switch` that drives a word of an input.
fn input_case(code: usize, InputWord { port, width, word }: &InputWord) -> String {
    let port = port.replace('$', "_");
    let (low, has_high) = (2 * word, width - 64 * word > 32);
    let drive = match (*width > 64, has_high) {
        (false, _) => format!("top.{port} = value;"),
        (true, false) => format!("top.{port}[{low}] = value;"),
        (true, true) => {
            format!("top.{port}[{low}] = value; top.{port}[{}] = value >> 32;", low + 1)
        }
    };
    format!("            case {code}: {drive} break;\n")
}

/// The C++ program around the model.
fn driver(name: &str, words: &[InputWord], purpose: Purpose) -> String {
    let Hooks { header, begin, dump, end } = Hooks::of(purpose);
    let cases: String =
        words.iter().enumerate().map(|(code, word)| input_case(code, word)).collect();
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
                // New inputs with the registers of the last edge, the falling edge, the rising one.
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
