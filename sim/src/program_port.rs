// SPDX-License-Identifier: Apache-2.0

//! The program port of the core: a program word a cycle, whatever else goes on.
//!
//! A program that is to take over is *prepared*: its words wait here, and with every cycle that the
//! core runs one of them goes to the bank that does not run. When all are there it can *take over*:
//! the other bank is wanted, and the core changes to it with the first frame that it takes from
//! then on.

use crate::core_model::{ANSWER_WORDS, CoreModel};
use crate::kernel::{Kernel, PortId};
use engine::microcode::{self, Held, Memory, Write};
use engine::program::Program;
use engine::takeover::{self, TakeoverError};
use std::collections::VecDeque;
use std::sync::Arc;

/// The port, and what is behind it.
pub(crate) struct ProgramPort {
    write: PortId,
    memory: PortId,
    address: PortId,
    data: PortId,
    /// The bank that runs, and the one that is to run.
    bank: PortId,
    bank_wanted: PortId,
    /// The wanted bank.
    wanted: usize,
    /// The program of each bank.
    programs: [Arc<Program>; 2],
    waiting: VecDeque<Write>,
    held: Held,
}

impl ProgramPort {
    /// The port of a core whose bank 0 will hold the program.
    pub(crate) fn new(kernel: &mut Kernel<'_>, program: &Arc<Program>) -> ProgramPort {
        let of = |name: &str| kernel.port(name);
        let port = ProgramPort {
            write: of("program_write"),
            memory: of("program_memory"),
            address: of("program_address"),
            data: of("program_data"),
            bank: of("bank"),
            bank_wanted: of("bank_wanted"),
            wanted: 0,
            programs: [Arc::clone(program), Arc::clone(program)],
            waiting: VecDeque::new(),
            held: Held::default(),
        };
        kernel.drive(port.write, &[0]);
        kernel.drive(port.bank_wanted, &[0]);
        port
    }

    /// The program that is to run.
    pub(crate) fn program(&self) -> &Arc<Program> {
        &self.programs[self.wanted]
    }

    /// The program that an answer was given by.
    pub(crate) fn judge(&self, beat: &[u64; ANSWER_WORDS]) -> &Program {
        &self.programs[engine::answer::bank(beat)]
    }

    /// Puts the next word on the port, if one waits.
    fn offer(&mut self, kernel: &mut Kernel<'_>) -> Option<Write> {
        let word = self.waiting.pop_front()?;
        self.held.note(&word);
        kernel.drive(self.write, &[1]);
        kernel.drive(self.memory, &[word.memory.number().into()]);
        kernel.drive(self.address, &[word.address.into()]);
        kernel.drive(self.data, &[word.data]);
        Some(word)
    }
}

impl CoreModel<'_, '_> {
    /// Starts to load a program into the bank that does not run, a word a cycle from now on, while
    /// messages go on. One that was being loaded there is forgotten.
    ///
    /// # Errors
    /// [`TakeoverError`] if the program cannot take over from the one that runs; nothing happens
    /// then.
    ///
    /// # Panics
    /// If the bank still runs a transaction from before the last takeover.
    pub fn prepare(&mut self, program: impl Into<Arc<Program>>) -> Result<(), TakeoverError> {
        let program = program.into();
        takeover::check(self.port.program(), &program)?;
        let free = 1 - self.port.wanted;
        self.kernel.settle_low();
        assert_ne!(self.kernel.word(self.port.bank, 0) as usize, free, "the bank still runs");
        let words = microcode::beside(&program, free as u8, &self.build)?;
        self.port.waiting = words.into_iter().filter(|word| !self.port.held.has(word)).collect();
        self.port.programs[free] = program;
        Ok(())
    }

    /// Words of the prepared program that are not there yet.
    pub fn words_left(&self) -> usize {
        self.port.waiting.len()
    }

    /// Lets the prepared program take over with the first frame that is taken from now on; lets the
    /// cycles pass that it takes until all of it is there.
    pub fn take_over(&mut self) {
        self.finish_loading();
        self.port.wanted = 1 - self.port.wanted;
        self.kernel.drive(self.port.bank_wanted, &[self.port.wanted as u64]);
    }

    /// Flips a bit of one of the running program's constants, as radiation may: whoever compares
    /// answers or tables is to notice. `place` chooses which; false if the program has no constant.
    pub fn flip_bit(&mut self, place: u64) -> bool {
        let words = microcode::load(self.port.program(), self.port.wanted as u8, &self.build)
            .unwrap_or_default();
        let mut constants: Vec<Write> =
            words.into_iter().filter(|word| word.memory.holds_constants()).collect();
        let count = constants.len() as u64;
        let Some(mut word) = (count > 0).then(|| constants.swap_remove((place % count) as usize))
        else {
            return false;
        };
        word.data ^= 1 << (place / count % u64::from(u64::BITS));
        self.write([word]);
        true
    }

    /// One cycle, in which a word of a program is loaded if one waits.
    pub(crate) fn step(&mut self) {
        let word = self.port.offer(self.kernel);
        self.kernel.step();
        if let Some(word) = word {
            self.kernel.drive(self.port.write, &[0]);
            if word.memory == Memory::TextHigh {
                (0..microcode::TEXT_CYCLES).for_each(|_| self.kernel.step());
            }
        }
    }

    /// Loads words and nothing else.
    pub(crate) fn write(&mut self, words: impl IntoIterator<Item = Write>) {
        self.port.waiting.extend(words);
        self.finish_loading();
    }

    fn finish_loading(&mut self) {
        while !self.port.waiting.is_empty() {
            self.step();
        }
    }
}
