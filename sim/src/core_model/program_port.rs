// SPDX-License-Identifier: Apache-2.0

//! The program port of the core, which takes one program word a cycle while messages run.

use crate::kernel::{Kernel, PortId};
use engine::microcode::{Held, Write};
use engine::program::Program;
use std::collections::VecDeque;
use std::sync::Arc;

/// The ports of a core that concern programs, and the words that wait for the program port.
pub(super) struct ProgramPort {
    write: PortId,
    memory: PortId,
    address: PortId,
    data: PortId,
    /// The number of the program bank that runs.
    pub bank: PortId,
    bank_wanted: PortId,
    /// The program bank that decides about the next frame.
    wanted: usize,
    /// The program of each program bank.
    programs: [Arc<Program>; 2],
    waiting: VecDeque<Write>,
    held: Held,
}

impl ProgramPort {
    /// The port of a core whose program bank 0 will hold `program`.
    pub fn new(kernel: &mut Kernel<'_>, program: &Arc<Program>) -> ProgramPort {
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

    /// The program that decides about the next frame.
    pub fn program(&self) -> &Arc<Program> {
        &self.programs[self.wanted]
    }

    /// The program in a program bank.
    pub fn program_in(&self, bank: usize) -> &Program {
        &self.programs[bank]
    }

    /// The program bank that decides about the next frame.
    pub fn wanted(&self) -> usize {
        self.wanted
    }

    /// The program bank that is free for another program.
    pub fn free(&self) -> usize {
        1 - self.wanted
    }

    /// Puts a program into the free program bank: its words replace all words that wait, except
    /// those that the core holds already.
    pub fn prepare(&mut self, program: Arc<Program>, words: Vec<Write>) {
        self.waiting.clear();
        self.append_new(words);
        let free = self.free();
        self.programs[free] = program;
    }

    /// Selects the other program bank for the frames from now on.
    pub fn change_bank(&mut self, kernel: &mut Kernel<'_>) {
        self.wanted = self.free();
        kernel.drive(self.bank_wanted, &[self.wanted as u64]);
    }

    /// Appends words to those that wait.
    pub fn append(&mut self, words: impl IntoIterator<Item = Write>) {
        self.waiting.extend(words);
    }

    /// Appends those words that the core does not hold yet.
    pub fn append_new(&mut self, words: impl IntoIterator<Item = Write>) {
        self.waiting.extend(words.into_iter().filter(|word| !self.held.has(word)));
    }

    /// Puts a word before those that wait.
    pub fn insert(&mut self, word: Write) {
        self.waiting.push_front(word);
    }

    /// The number of words that wait.
    pub fn words_left(&self) -> usize {
        self.waiting.len()
    }

    /// Drives the next word, if one waits, and returns it.
    pub fn offer(&mut self, kernel: &mut Kernel<'_>) -> Option<Write> {
        let word = self.waiting.pop_front()?;
        self.held.note(&word);
        kernel.drive(self.write, &[1]);
        kernel.drive(self.memory, &[word.memory.number().into()]);
        kernel.drive(self.address, &[word.address.into()]);
        kernel.drive(self.data, &[word.data]);
        Some(word)
    }

    /// Ends the write of a word.
    pub fn release(&self, kernel: &mut Kernel<'_>) {
        kernel.drive(self.write, &[0]);
    }
}
