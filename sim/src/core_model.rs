//! The core as an executor: frames in as beats, verdicts out, every cycle counted.
//!
//! Programs reach it through the program port alone, in the words of `engine::microcode`.

use crate::kernel::Kernel;
use engine::answer::Answered;
use engine::machine::{BEAT_BYTES, LANES, LOGIC_UNITS, PROGRAM_CYCLES};
use engine::microcode::{self, Memory, MicrocodeError, Write};
use engine::program::Program;
use engine::verdict::Verdict;

/// Cycles after which a verdict that has not come is not coming.
const PATIENCE_CYCLES: u64 = 2_000;
/// Entries of the transaction table a bank.
const KINDS: u16 = 128;

/// A core with a program.
pub struct CoreModel<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    program: Program,
}

/// An answer, and when it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// The session that the frame came from.
    pub session: u16,
    /// The frame's sequence number.
    pub sequence: u32,
    /// From the first beat in to the first beat out, in cycles.
    pub verdict_cycles: u64,
    /// From the first beat in to the cycle in which the next frame can be taken, in cycles.
    pub commit_cycles: u64,
}

impl<'k, 'r> CoreModel<'k, 'r> {
    /// Resets a core and loads a program into bank 0.
    ///
    /// # Errors
    /// [`MicrocodeError`] if the core cannot run it.
    pub fn new(kernel: &'k mut Kernel<'r>, program: Program) -> Result<CoreModel<'k, 'r>, MicrocodeError> {
        let writes = microcode::load(&program, 0)?;
        let mut core = CoreModel { kernel, program };
        for port in ["s_axis_order_tvalid", "program_write", "bank_wanted"] {
            core.kernel.set(port, false);
        }
        core.kernel.set("m_axis_verdict_tready", true);
        core.kernel.set("reset", true);
        core.kernel.step();
        core.kernel.set("reset", false);
        core.clear(&writes);
        writes.iter().for_each(|write| core.write(*write));
        Ok(core)
    }

    /// Empties what an earlier program may have left where this one has no words.
    fn clear(&mut self, writes: &[Write]) {
        let used = writes.iter().filter(|w| w.memory == Memory::Verdict).map(|w| w.address).max().unwrap_or(0);
        let cycles = (used + 64).min(PROGRAM_CYCLES as u16);
        let lanes = (0..LANES as u8).map(Memory::Lane);
        let operations =
            lanes.chain((0..LOGIC_UNITS as u8).map(Memory::Logic)).chain([Memory::Divider, Memory::Verdict]);
        for memory in operations {
            (0..cycles).for_each(|address| self.write(Write { memory, address, data: 0 }));
        }
        (0..KINDS).for_each(|address| self.write(Write { memory: Memory::Transaction, address, data: 0 }));
    }

    fn write(&mut self, write: Write) {
        self.kernel.set("program_write", true);
        self.kernel.set("program_memory", write.memory.number());
        self.kernel.set("program_address", write.address);
        self.kernel.set("program_data", write.data);
        self.kernel.step();
        self.kernel.set("program_write", false);
    }

    /// Sends a frame and waits for its answer and for the end of its transaction.
    ///
    /// # Panics
    /// If no answer comes, or one that is none: the core is broken.
    pub fn execute(&mut self, frame: &[u8], session: u16) -> Answer {
        self.send(&beats(frame), session, &mut || false)
    }

    /// Sends beats, which need not be a frame. `stall` is asked in every cycle whether the verdict is held up.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn send(&mut self, beats: &[Beat], session: u16, stall: &mut dyn FnMut() -> bool) -> Answer {
        let mut beats = beats.iter().peekable();
        self.kernel.set("s_axis_order_tuser", session);
        let mut first_in = None;
        let mut answer = None;
        let patience = self.kernel.cycles() + PATIENCE_CYCLES;
        loop {
            assert!(self.kernel.cycles() < patience, "no answer");
            let beat = beats.peek().filter(|beat| !beat.is_gap || first_in.is_none());
            self.kernel.set("s_axis_order_tvalid", beat.is_some());
            if let Some(beat) = beat {
                self.kernel.set_words("s_axis_order_tdata", &beat.words);
                self.kernel.set("s_axis_order_tkeep", beat.keep);
                self.kernel.set("s_axis_order_tlast", beat.is_last);
            }
            let stalled = stall();
            self.kernel.set("m_axis_verdict_tready", !stalled);
            self.kernel.settle_low();
            let cycle = self.kernel.cycles();
            if beat.is_none() && beats.peek().is_some() {
                // The cycle of a gap is over.
                beats.next();
            } else if beats.peek().is_some() && self.kernel.is_high("s_axis_order_tready") {
                first_in.get_or_insert(cycle);
                beats.next();
            }
            if let (Some(first), true) = (first_in, self.kernel.is_high("m_axis_verdict_tvalid")) {
                let beat = self.kernel.get_words("m_axis_verdict_tdata");
                let (since, held) = answer.get_or_insert((cycle - first, beat.clone()));
                assert_eq!(*held, beat, "a verdict must stand until it is taken, {since} cycles");
            }
            let taken = answer.is_some() && !(stalled && self.kernel.is_high("m_axis_verdict_tvalid"));
            if let (Some(first), Some((verdict_cycles, beat))) = (first_in, &answer)
                && taken
                && beats.peek().is_none()
                && !self.kernel.is_high("busy")
            {
                let words = std::array::from_fn(|word| beat[word]);
                let answered = engine::answer::read(&self.program, &words);
                let Answered { verdict, session, sequence } = answered.expect("the core answers by its program");
                let (verdict_cycles, commit_cycles) = (*verdict_cycles, cycle - first);
                self.kernel.step();
                return Answer { verdict, session, sequence, verdict_cycles, commit_cycles };
            }
            self.kernel.step();
        }
    }

    /// Resets the core in the middle of whatever it does; its program stays.
    pub fn reset(&mut self) {
        self.kernel.set("s_axis_order_tvalid", false);
        self.kernel.set("reset", true);
        self.kernel.step();
        self.kernel.set("reset", false);
    }

    /// Offers one beat for a cycle and leaves the rest of the frame away.
    pub fn begin(&mut self, beat: &Beat) {
        self.kernel.set_words("s_axis_order_tdata", &beat.words);
        self.kernel.set("s_axis_order_tkeep", beat.keep);
        self.kernel.set("s_axis_order_tlast", beat.is_last);
        self.kernel.set("s_axis_order_tvalid", true);
        self.kernel.step();
        self.kernel.set("s_axis_order_tvalid", false);
    }

    /// Marks in the record of the run, if there is one, that what comes is of interest.
    pub fn mark(&mut self) {
        self.kernel.mark();
    }

    /// Lets a cycle pass.
    pub fn idle(&mut self) {
        self.kernel.step();
    }

    /// The program.
    pub fn program(&self) -> &Program {
        &self.program
    }
}

/// A beat as it stands on the stream.
#[derive(Clone, Debug)]
pub struct Beat {
    /// Its data, the lowest word first.
    pub words: Vec<u64>,
    /// Which of its bytes are there.
    pub keep: u64,
    /// Whether it is the frame's last.
    pub is_last: bool,
    /// No beat at all, but a cycle without one.
    pub is_gap: bool,
}

impl Beat {
    /// A cycle without a beat.
    pub fn gap() -> Beat {
        Beat { words: Vec::new(), keep: 0, is_last: false, is_gap: true }
    }
}

/// The beats of a frame.
pub fn beats(frame: &[u8]) -> Vec<Beat> {
    let count = frame.len().div_ceil(BEAT_BYTES).max(1);
    let beat = |(index, bytes): (usize, &[u8])| {
        let mut padded = [0; BEAT_BYTES];
        padded[..bytes.len()].copy_from_slice(bytes);
        let words = padded.chunks(8).map(|word| word.iter().rev().fold(0, |w, b| w << 8 | u64::from(*b))).collect();
        let keep = if bytes.len() == BEAT_BYTES { u64::MAX } else { (1 << bytes.len()) - 1 };
        Beat { words, keep, is_last: index + 1 == count, is_gap: false }
    };
    frame.chunks(BEAT_BYTES).enumerate().map(beat).collect()
}
