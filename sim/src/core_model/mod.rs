// SPDX-License-Identifier: Apache-2.0

//! The core as a model: it takes frames as beats, returns verdicts, and counts every cycle.
//!
//! * `exchange`: one frame at a time; `stream`: frames back to back;
//! * `takeover`: changes the program while messages run; `modes`: changes the mode of a rule;
//!   `program_port`: the ports that programs are written through, in the words of
//!   [`engine::microcode`];
//! * `beats`, `stream_ports`, `answer`: what goes in, through which ports, and what comes out.

mod answer;
mod beats;
mod exchange;
mod modes;
mod program_port;
mod stream;
mod stream_ports;
mod takeover;

pub use answer::{Answer, Streamed};
pub use beats::{Beat, beats};
pub use stream_ports::Stream;

use crate::kernel::{Kernel, PortId};
use beats::ANSWER_WORDS;
use engine::answer::Answered;
use engine::build::Build;
use engine::microcode::{self, Memory, MicrocodeError, Write};
use engine::modes::Modes;
use engine::program::Program;
use program_port::ProgramPort;
use std::sync::Arc;
use stream_ports::StreamPorts;

/// The number of cycles after which a missing answer counts as an error.
const PATIENCE_CYCLES: u64 = 2_000;

/// A core with a program.
pub struct CoreModel<'k, 'r> {
    pub(crate) kernel: &'k mut Kernel<'r>,
    port: ProgramPort,
    /// The modes of the program that decides about the next frame.
    modes: Modes,
    pub(crate) build: Build,
    /// The unit of each table.
    pub(crate) units: Vec<u8>,
    busy: PortId,
    probe: PortId,
    order: StreamPorts,
    host: StreamPorts,
}

impl<'k, 'r> CoreModel<'k, 'r> {
    /// Resets a core of a build, empties its tables and loads a program into program bank 0.
    ///
    /// # Errors
    /// [`MicrocodeError`] if the core cannot run the program.
    pub fn new(
        kernel: &'k mut Kernel<'r>,
        build: Build,
        program: impl Into<Arc<Program>>,
    ) -> Result<CoreModel<'k, 'r>, MicrocodeError> {
        let program = program.into();
        let units = engine::build::place(&program, &build)?;
        let mut core = CoreModel {
            busy: kernel.port("busy"),
            probe: kernel.port(hdl::probe::NAME),
            order: StreamPorts::of(kernel, "order", "verdict"),
            host: StreamPorts::of(kernel, "h2c", "c2h"),
            port: ProgramPort::new(kernel, &program),
            modes: Modes::new(&program),
            kernel,
            build,
            units,
        };
        core.start(&program)?;
        Ok(core)
    }

    /// Resets the core, empties its tables and its dictionary, and loads the program again into
    /// program bank 0.
    ///
    /// # Errors
    /// [`MicrocodeError`] if the core cannot run the program.
    pub fn restart(&mut self) -> Result<(), MicrocodeError> {
        let program = Arc::clone(self.program());
        self.port = ProgramPort::new(self.kernel, &program);
        self.start(&program)
    }

    fn start(&mut self, program: &Program) -> Result<(), MicrocodeError> {
        let writes = microcode::load(program, 0, &self.build)?;
        self.kernel.set("clear", false);
        self.kernel.set("scan_target", 0_u32);
        for ports in [self.order, self.host] {
            self.kernel.drive(ports.valid, &[0]);
            self.kernel.drive(ports.answer_ready, &[1]);
        }
        self.kernel.set("reset", true);
        self.kernel.step();
        self.kernel.set("reset", false);
        self.write(microcode::blanks(program, 0, &writes));
        // The units must be configured before they are emptied. The texts of the dictionary come
        // after that.
        let (units, others): (Vec<Write>, Vec<Write>) =
            writes.into_iter().partition(|write| matches!(write.memory, Memory::Unit(_)));
        self.write(units);
        self.clear_tables();
        self.write(others);
        Ok(())
    }

    /// Empties all tables.
    ///
    /// # Panics
    /// If clearing does not end: the core is broken.
    pub fn clear_tables(&mut self) {
        self.kernel.set("clear", true);
        self.kernel.step();
        self.kernel.set("clear", false);
        let end = self.kernel.cycles() + u64::from(self.build.clear_cycles()) + PATIENCE_CYCLES;
        while self.kernel.is_high("busy") {
            assert!(self.kernel.cycles() < end, "clearing does not end");
            self.kernel.step();
        }
        // The allocators have their first rows ready some cycles later.
        (0..2 * hdl::kernels::allocator::FILL_CYCLES).for_each(|_| self.kernel.step());
    }

    /// Whether the core has stopped answering because an index could not take a key.
    pub fn is_faulty(&self) -> bool {
        self.kernel.is_high("fault")
    }

    /// Resets the core, also in the middle of a transaction; its program stays.
    pub fn reset(&mut self) {
        self.kernel.drive(self.order.valid, &[0]);
        self.kernel.set("reset", true);
        self.kernel.step();
        self.kernel.set("reset", false);
    }

    /// Offers one beat for one cycle, without the rest of its frame.
    pub fn begin(&mut self, beat: &Beat) {
        self.order.offer(self.kernel, beat);
        self.step();
        self.kernel.drive(self.order.valid, &[0]);
    }

    /// Marks, in the record of the run if there is one, the point from which the run is of
    /// interest.
    pub fn mark(&mut self) {
        self.kernel.mark();
    }

    /// Lets one cycle pass.
    pub fn idle(&mut self) {
        self.step();
    }

    /// The program that decides about the next frame.
    pub fn program(&self) -> &Arc<Program> {
        self.port.program()
    }

    fn ports(&self, stream: Stream) -> StreamPorts {
        match stream {
            Stream::Order => self.order,
            Stream::Host => self.host,
        }
    }

    fn is_high(&self, port: PortId) -> bool {
        self.kernel.word(port, 0) != 0
    }

    /// Reads an answer by the program that gave it.
    fn read(&self, beat: &[u64; ANSWER_WORDS]) -> Answered {
        let program = self.port.program_in(engine::answer::bank(beat));
        engine::answer::read(program, beat).expect("the core answers by its program")
    }

    /// Runs one cycle, and writes a program word in it if one waits.
    fn step(&mut self) {
        let word = self.port.offer(self.kernel);
        self.kernel.step();
        if let Some(word) = word {
            self.port.release(self.kernel);
            if word.memory == Memory::TextHigh {
                (0..microcode::TEXT_CYCLES).for_each(|_| self.kernel.step());
            }
        }
    }

    /// Writes words, and runs the cycles that this takes.
    fn write(&mut self, words: impl IntoIterator<Item = Write>) {
        self.port.append(words);
        self.finish_loading();
    }

    /// Writes a word before all that wait, and runs the cycle that this takes.
    fn write_first(&mut self, word: Write) {
        self.port.insert(word);
        self.step();
    }

    /// Runs cycles until no program word waits.
    fn finish_loading(&mut self) {
        while self.port.words_left() > 0 {
            self.step();
        }
    }
}
