// SPDX-License-Identifier: Apache-2.0

//! The core as an executor: frames in as beats, verdicts out, every cycle counted.
//!
//! Programs reach it through the program port alone ([`crate::program_port`]), in the words of
//! `engine::microcode`.

use crate::kernel::{Kernel, PortId};
use crate::program_port::ProgramPort;
use crate::stages::{StageClock, Stages};
use engine::answer::Answered;
use engine::build::Build;
use engine::machine::BEAT_BYTES;
use engine::microcode::{self, Memory, MicrocodeError, Write};
use engine::program::Program;
use engine::verdict::Verdict;
use std::sync::Arc;

/// Cycles after which a verdict that has not come is not coming.
const PATIENCE_CYCLES: u64 = 2_000;
/// Words of the beat that an answer is.
pub(crate) const ANSWER_WORDS: usize = BEAT_BYTES / 8;

/// A core with a program.
pub struct CoreModel<'k, 'r> {
    pub(crate) kernel: &'k mut Kernel<'r>,
    pub(crate) port: ProgramPort,
    pub(crate) build: Build,
    /// The unit of each table.
    pub(crate) units: Vec<u8>,
    busy: PortId,
    probe: PortId,
    order: StreamPorts,
    host: StreamPorts,
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
    pub release_cycles: u64,
    /// From the first beat in to the end of the commit, in cycles.
    pub commit_cycles: u64,
    /// What the cycles up to the verdict were spent on.
    pub stages: Stages,
}

/// An answer to a message among others, and when it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streamed {
    /// The verdict.
    pub verdict: Verdict,
    /// The session that the frame came from.
    pub session: u16,
    /// The frame's sequence number.
    pub sequence: u32,
    /// The cycle of the first beat in.
    pub start: u64,
    /// From there to the first beat out, in cycles.
    pub verdict_cycles: u64,
    /// From there to the cycle in which the next frame can be taken, in cycles.
    pub release_cycles: u64,
}

impl<'k, 'r> CoreModel<'k, 'r> {
    /// Resets a core of a build, empties its tables and loads a program into bank 0.
    ///
    /// # Errors
    /// [`MicrocodeError`] if the core cannot run it.
    pub fn new(
        kernel: &'k mut Kernel<'r>,
        build: Build,
        program: impl Into<Arc<Program>>,
    ) -> Result<CoreModel<'k, 'r>, MicrocodeError> {
        let program = program.into();
        let writes = microcode::load(&program, 0, &build)?;
        let units = engine::build::place(&program, &build)?;
        let (order, host) =
            (StreamPorts::of(kernel, "order", "verdict"), StreamPorts::of(kernel, "h2c", "c2h"));
        let mut core = CoreModel {
            busy: kernel.port("busy"),
            probe: kernel.port(hdl::probe::NAME),
            order,
            host,
            port: ProgramPort::new(kernel, &program),
            kernel,
            build,
            units,
        };
        core.kernel.set("clear", false);
        core.kernel.set("scan_target", 0_u32);
        for ports in [core.order, core.host] {
            core.kernel.drive(ports.valid, &[0]);
            core.kernel.drive(ports.answer_ready, &[1]);
        }
        core.kernel.set("reset", true);
        core.kernel.step();
        core.kernel.set("reset", false);
        core.write(microcode::blanks(&program, 0, &writes));
        // What the units are has to stand before they are emptied, the dictionary's texts come
        // behind that.
        let (units, others): (Vec<Write>, Vec<Write>) =
            writes.into_iter().partition(|write| matches!(write.memory, Memory::Unit(_)));
        core.write(units);
        core.clear_tables();
        core.write(others);
        Ok(core)
    }

    /// Empties all tables.
    ///
    /// # Panics
    /// If it does not end: the core is broken.
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

    /// Sends a frame and waits for its answer and for the end of its transaction.
    ///
    /// # Panics
    /// If no answer comes, or one that is none: the core is broken.
    pub fn execute(&mut self, frame: &[u8], session: u16) -> Answer {
        self.send(Stream::Order, &beats(frame), session, &mut || false)
    }

    /// As [`CoreModel::execute`] with a row for a table.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn load(&mut self, frame: &[u8]) -> Answer {
        self.send(Stream::Host, &beats(frame), 0, &mut || false)
    }

    /// Whether an index could not take a key: nothing is answered any more.
    pub fn is_faulty(&self) -> bool {
        self.kernel.is_high("fault")
    }

    /// Sends beats, which need not be a frame. `stall` is asked in every cycle whether the answer
    /// is held up.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn send(
        &mut self,
        stream: Stream,
        beats: &[Beat],
        session: u16,
        stall: &mut dyn FnMut() -> bool,
    ) -> Answer {
        let ports = self.ports(stream);
        let mut beats = beats.iter().peekable();
        self.kernel.set("s_axis_order_tuser", session);
        let mut first_in = None;
        let mut answer: Option<(u64, [u64; ANSWER_WORDS])> = None;
        let mut stage_clock = StageClock::default();
        let mut release = None;
        let patience = self.kernel.cycles() + PATIENCE_CYCLES;
        let mut offered = false;
        loop {
            assert!(self.kernel.cycles() < patience, "no answer");
            let beat = beats.peek().filter(|beat| !beat.is_gap || first_in.is_none());
            if let Some(beat) = beat {
                self.offer(ports, beat);
            } else if offered {
                self.kernel.drive(ports.valid, &[0]);
            }
            offered = beat.is_some();
            let stalled = stall();
            self.kernel.drive(ports.answer_ready, &[u64::from(!stalled)]);
            self.kernel.settle_low();
            let cycle = self.kernel.cycles();
            if beat.is_none() && beats.peek().is_some() {
                // The cycle of a gap is over.
                beats.next();
            } else if beats.peek().is_some() && self.is_high(ports.ready) {
                if first_in.is_none() {
                    first_in = Some(cycle);
                }
                beats.next();
            }
            if let Some(first) = first_in {
                stage_clock.tick(cycle - first, self.kernel.word(self.probe, 0));
            }
            // Who waits with an order sees it by the stream's being ready.
            if !offered
                && beats.peek().is_none()
                && release.is_none()
                && self.is_high(self.order.ready)
            {
                release = Some(cycle);
            }
            let answers = self.is_high(ports.answer_valid);
            if let (Some(first), true) = (first_in, answers) {
                let beat = std::array::from_fn(|word| self.kernel.word(ports.answer_data, word));
                let (since, held) = answer.get_or_insert((cycle - first, beat));
                assert_eq!(*held, beat, "a verdict must stand until it is taken, {since} cycles");
            }
            let taken = answer.is_some() && !(stalled && answers);
            if let (Some(first), Some((verdict_cycles, beat)), true) = (first_in, &answer, taken)
                && beats.peek().is_none()
                && !self.is_high(self.busy)
            {
                let answered = engine::answer::read(self.port.judge(beat), beat);
                let Answered { verdict, session, sequence } =
                    answered.expect("the core answers by its program");
                let (verdict_cycles, commit_cycles) = (*verdict_cycles, cycle - first);
                self.step();
                let stages = stage_clock.stages(verdict_cycles);
                let release_cycles = release.map_or(commit_cycles, |cycle| cycle - first);
                return Answer {
                    verdict,
                    session,
                    sequence,
                    verdict_cycles,
                    release_cycles,
                    commit_cycles,
                    stages,
                };
            }
            self.step();
        }
    }

    /// Offers messages one behind the other without a cycle between them, and waits until all of
    /// them are over.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn stream(&mut self, frames: &[&[u8]], session: u16) -> Vec<Streamed> {
        let all: Vec<Vec<Beat>> = frames.iter().map(|frame| beats(frame)).collect();
        let mut beats = all.iter().flat_map(|frame| frame.iter().enumerate()).peekable();
        self.kernel.set("s_axis_order_tuser", session);
        self.kernel.drive(self.order.answer_ready, &[1]);
        let mut starts = Vec::with_capacity(frames.len());
        let mut streamed: Vec<Streamed> = Vec::with_capacity(frames.len());
        let mut is_within = false;
        let patience = self.kernel.cycles() + PATIENCE_CYCLES * (1 + frames.len() as u64);
        loop {
            assert!(self.kernel.cycles() < patience, "an answer is missing");
            match beats.peek() {
                Some((_, beat)) => self.offer(self.order, beat),
                None => self.kernel.drive(self.order.valid, &[0]),
            }
            self.kernel.settle_low();
            let cycle = self.kernel.cycles();
            if self.is_high(self.order.answer_valid) {
                let beat =
                    std::array::from_fn(|word| self.kernel.word(self.order.answer_data, word));
                let answered = engine::answer::read(self.port.judge(&beat), &beat);
                let Answered { verdict, session, sequence } =
                    answered.expect("the core answers by its program");
                let start: u64 = starts[streamed.len()];
                let verdict_cycles = cycle - start;
                streamed.push(Streamed {
                    verdict,
                    session,
                    sequence,
                    start,
                    verdict_cycles,
                    release_cycles: 0,
                });
            }
            let is_ready = self.is_high(self.order.ready);
            if let Some(last) = streamed
                .last_mut()
                .filter(|last| is_ready && !is_within && last.release_cycles == 0)
            {
                last.release_cycles = cycle - last.start;
            }
            if let Some((place, beat)) = beats.next_if(|_| is_ready) {
                is_within = !beat.is_last;
                if place == 0 {
                    starts.push(cycle);
                }
            } else if beats.peek().is_none()
                && streamed.len() == frames.len()
                && !self.is_high(self.busy)
            {
                // The cycle in which the last answer is taken.
                self.step();
                return streamed;
            }
            self.step();
        }
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

    fn offer(&mut self, ports: StreamPorts, beat: &Beat) {
        self.kernel.drive(ports.valid, &[1]);
        self.kernel.drive(ports.data, &beat.words);
        self.kernel.drive(ports.keep, &[beat.keep]);
        self.kernel.drive(ports.last, &[u64::from(beat.is_last)]);
    }

    /// Resets the core in the middle of whatever it does; its program stays.
    pub fn reset(&mut self) {
        self.kernel.drive(self.order.valid, &[0]);
        self.kernel.set("reset", true);
        self.kernel.step();
        self.kernel.set("reset", false);
    }

    /// Offers one beat for a cycle and leaves the rest of the frame away.
    pub fn begin(&mut self, beat: &Beat) {
        self.offer(self.order, beat);
        self.step();
        self.kernel.drive(self.order.valid, &[0]);
    }

    /// Marks in the record of the run, if there is one, that what comes is of interest.
    pub fn mark(&mut self) {
        self.kernel.mark();
    }

    /// Lets a cycle pass.
    pub fn idle(&mut self) {
        self.step();
    }

    /// The program that decides about the next frame.
    pub fn program(&self) -> &Arc<Program> {
        self.port.program()
    }
}

/// Where frames come in: orders and what else there is of messages, or rows of tables. Answers go
/// back beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// `s_axis_order`, answered on `m_axis_verdict`.
    Order,
    /// `s_axis_h2c`, answered on `m_axis_c2h`.
    Host,
}

/// The ports of a stream and of its answers.
#[derive(Clone, Copy)]
struct StreamPorts {
    valid: PortId,
    ready: PortId,
    data: PortId,
    keep: PortId,
    last: PortId,
    answer_valid: PortId,
    answer_ready: PortId,
    answer_data: PortId,
}

impl StreamPorts {
    fn of(kernel: &Kernel<'_>, frames: &str, answers: &str) -> StreamPorts {
        let port = |prefix: &str, name: &str, of: &str| {
            kernel.port(&format!("{prefix}_axis_{name}_t{of}"))
        };
        StreamPorts {
            valid: port("s", frames, "valid"),
            ready: port("s", frames, "ready"),
            data: port("s", frames, "data"),
            keep: port("s", frames, "keep"),
            last: port("s", frames, "last"),
            answer_valid: port("m", answers, "valid"),
            answer_ready: port("m", answers, "ready"),
            answer_data: port("m", answers, "data"),
        }
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
        let words = padded
            .chunks(8)
            .map(|word| word.iter().rev().fold(0, |w, b| w << 8 | u64::from(*b)))
            .collect();
        let keep = if bytes.len() == BEAT_BYTES { u64::MAX } else { (1 << bytes.len()) - 1 };
        Beat { words, keep, is_last: index + 1 == count, is_gap: false }
    };
    frame.chunks(BEAT_BYTES).enumerate().map(beat).collect()
}
