// SPDX-License-Identifier: Apache-2.0

//! The row allocator against its definition: a queue of handles, and the number of them that the
//! message has reserved.

use engine::isa::{INSTRUCTION_SET, Opcode};
use engine::microcode::RESERVES_MAX;
use hdl::emit::{Emitted, emit};
use hdl::kernels::allocator::{Allocator, FILL_CYCLES};
use rand::RngExt;
use rand::seq::SliceRandom;
use sim::kernel::Kernel;
use std::collections::{HashSet, VecDeque};
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0002;

/// An answer is presented in the cycle after the request, and can be read in the next one.
const _: () = assert!(INSTRUCTION_SET[Opcode::Reserve as usize].latency == 2);

fn emitted(depth: usize) -> Emitted {
    emit(&format!("allocator_{depth}"), "the row allocator of a table", &mut Allocator::new(depth))
}

/// The inputs of a cycle.
#[derive(Clone, Copy, Debug, Default)]
struct Inputs {
    reset: bool,
    /// Whether the row is wanted.
    reserve: Option<bool>,
    pop: bool,
    /// Whether the message is accepted.
    finish: Option<bool>,
    free: Option<u32>,
}

/// The answer to a reserve or a pop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Answer {
    handle: Option<u32>,
    ok: bool,
}

/// The definition. Handles are given out in the order in which they became free; executors do not
/// rely on that order.
struct Model {
    rows_max: u32,
    is_hidden: bool,
    free: VecDeque<u32>,
    /// The number of handles at the front of `free` that are reserved.
    reserved: usize,
    used: Vec<u32>,
    answer: Option<Answer>,
}

impl Model {
    fn new(rows_max: u32, is_hidden: bool) -> Model {
        Model {
            rows_max,
            is_hidden,
            free: (0..rows_max).collect(),
            reserved: 0,
            used: Vec::new(),
            answer: None,
        }
    }

    fn cycle(&mut self, inputs: &Inputs) {
        // A reserve in the cycle of a finish belongs to what follows.
        if let Some(accept) = inputs.finish {
            let taken = if accept && !self.is_hidden { self.reserved } else { 0 };
            self.used.extend(self.free.drain(..taken));
            self.reserved = 0;
        }
        if let Some(wanted) = inputs.reserve {
            let handle = self.free.get(self.reserved).copied().filter(|_| wanted);
            self.reserved += usize::from(handle.is_some());
            self.answer = Some(Answer { handle, ok: handle.is_some() || !wanted });
        }
        if inputs.pop {
            let handle = self.free.pop_front();
            self.reserved = 0;
            self.used.extend(handle);
            self.answer = Some(Answer { handle, ok: handle.is_some() });
        }
        if let Some(freed) = inputs.free {
            let position = self.used.iter().position(|used| *used == freed);
            self.used.swap_remove(position.expect("the test frees what is in use"));
            self.free.push_back(freed);
        }
        if inputs.reset {
            *self = Model::new(self.rows_max, self.is_hidden);
        }
    }
}

/// The kernel and its definition, cycle by cycle.
struct Bench<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    model: Model,
}

impl<'k, 'r> Bench<'k, 'r> {
    /// An empty table.
    fn new(kernel: &'k mut Kernel<'r>, rows_max: usize, is_hidden: bool) -> Bench<'k, 'r> {
        let rows_max = rows_max as u32;
        kernel.set("rows_max", rows_max);
        kernel.set("is_hidden", is_hidden);
        let mut bench = Bench { kernel, model: Model::new(rows_max, is_hidden) };
        bench.cycle(Inputs { reset: true, ..Inputs::default() });
        bench.settle();
        bench
    }

    /// Runs one cycle and compares every output with the definition.
    fn cycle(&mut self, inputs: Inputs) {
        let Inputs { reset, reserve, pop, finish, free } = inputs;
        self.kernel.set("reset", reset);
        self.kernel.set("reserve", reserve.is_some());
        self.kernel.set("wanted", reserve == Some(true));
        self.kernel.set("pop", pop);
        self.kernel.set("finish", finish.is_some());
        self.kernel.set("accept", finish == Some(true));
        self.kernel.set("free", free.is_some());
        self.kernel.set("freed", free.unwrap_or(0));
        self.kernel.step();
        let before = if reset { 0 } else { self.model.used.len() };
        self.model.cycle(&inputs);
        let (at, model) = (self.kernel.cycles(), &self.model);
        assert_eq!(self.kernel.get("rows"), before as u128, "rows before {inputs:?} in cycle {at}");
        if let Some(answer) = model.answer {
            assert_eq!(
                self.answer(),
                answer,
                "after {inputs:?} in cycle {at}, {} rows at most",
                model.rows_max
            );
        }
    }

    fn answer(&self) -> Answer {
        let (handle, found) = (self.kernel.get("handle") as u32, self.kernel.is_high("found"));
        assert!(found || handle == 0, "no handle has no bits");
        Answer { handle: found.then_some(handle), ok: self.kernel.is_high("ok") }
    }

    /// Runs exactly the cycles that must pass after a reset.
    fn settle(&mut self) {
        (0..FILL_CYCLES).for_each(|_| self.cycle(Inputs::default()));
    }

    fn reserve(&mut self, wanted: bool) -> Answer {
        self.cycle(Inputs { reserve: Some(wanted), ..Inputs::default() });
        self.answer()
    }

    fn pop(&mut self) -> Option<u32> {
        self.cycle(Inputs { pop: true, ..Inputs::default() });
        self.answer().handle
    }

    fn finish(&mut self, accept: bool) {
        self.cycle(Inputs { finish: Some(accept), ..Inputs::default() });
    }

    fn free(&mut self, freed: u32) {
        self.cycle(Inputs { free: Some(freed), ..Inputs::default() });
    }
}

/// Random cycles at every rate, for capacities near the sizes of the window and of the memory, with
/// resets at any time: reserves, pops and frees up to one a cycle each, and messages that end at
/// any time.
#[test]
fn streams_agree_with_the_definition() {
    testkit::kernels::run("streams_agree_with_the_definition", &emitted(48), |kernel| {
        println!("seed {SEED:#x}");
        let mut rng = Rng::seeded(SEED);
        for rows_max in
            [1, 2, 3, 7, 8, 9, 15, 16, 17, 18, 19, 20, 23, 24, 25, 31, 32, 33, 40, 47, 48]
        {
            for is_hidden in [false, true] {
                let mut bench = Bench::new(kernel, rows_max, is_hidden);
                for _ in 0..40 {
                    let pace = [0; 4].map(|_| [0.0, 0.05, 0.3, 0.7, 1.0][rng.random_range(0..5)]);
                    (0..50).for_each(|_| random_cycle(&mut bench, pace, &mut rng));
                }
            }
        }
    });
}

fn random_cycle(bench: &mut Bench<'_, '_>, pace: [f64; 4], rng: &mut Rng) {
    let [asks, ends, accepts, frees] = pace;
    let mut inputs = Inputs {
        finish: rng.random_bool(ends).then(|| rng.random_bool(accepts)),
        ..Inputs::default()
    };
    if rng.random_bool(asks) {
        inputs.pop = bench.model.is_hidden && rng.random_bool(0.5);
        let may_reserve = !inputs.pop && bench.model.reserved < RESERVES_MAX;
        inputs.reserve = may_reserve.then(|| rng.random_bool(0.9));
    }
    let used = &bench.model.used;
    inputs.free =
        (!used.is_empty() && rng.random_bool(frees)).then(|| used[rng.random_range(0..used.len())]);
    inputs.reset = rng.random_bool(0.002);
    bench.cycle(inputs);
    if inputs.reset {
        bench.settle();
    }
}

/// A table of one row: the second reserve of a message finds no row, a reserve that is not wanted
/// succeeds, and a row that is freed in one cycle is available in the next.
#[test]
fn a_full_table_has_room_as_soon_as_a_row_goes() {
    testkit::kernels::run("a_full_table_has_room_as_soon_as_a_row_goes", &emitted(48), |kernel| {
        let mut bench = Bench::new(kernel, 1, false);
        for _ in 0..100 {
            assert_eq!(bench.reserve(true), Answer { handle: Some(0), ok: true });
            assert_eq!(bench.reserve(true), Answer { handle: None, ok: false });
            assert_eq!(bench.reserve(false), Answer { handle: None, ok: true });
            bench.finish(true);
            assert_eq!(bench.reserve(true), Answer { handle: None, ok: false });
            assert_eq!(bench.kernel.get("rows"), 1);
            bench.finish(false);
            bench.free(0);
        }
    });
}

/// A hundred thousand messages that reserve up to eight rows and are rejected, or are accepted by a
/// hidden table that opens nothing: every row is still free.
#[test]
fn messages_that_use_nothing_leak_nothing() {
    testkit::kernels::run("messages_that_use_nothing_leak_nothing", &emitted(48), |kernel| {
        println!("seed {SEED:#x}");
        let mut rng = Rng::seeded(SEED);
        for (is_hidden, rows_max) in [(false, 20), (true, 48)] {
            let mut bench = Bench::new(kernel, rows_max, is_hidden);
            for _ in 0..50_000 {
                for _ in 0..rng.random_range(0..=RESERVES_MAX) {
                    let reserve = Some(rng.random_bool(0.8));
                    bench.cycle(Inputs { reserve, ..Inputs::default() });
                }
                bench.finish(is_hidden);
            }
            let mut seen = HashSet::new();
            for _ in 0..rows_max {
                let handle = if is_hidden { bench.pop() } else { bench.reserve(true).handle };
                assert!(seen.insert(handle.expect("a row is left")));
                bench.finish(true);
            }
            bench.cycle(Inputs::default());
            assert_eq!(bench.kernel.get("rows"), rows_max as u128);
        }
    });
}

/// A reserve and a free in every cycle, and the end of a message in every eighth, while the queue
/// wraps round many times: every reserve finds a handle.
#[test]
fn a_declared_table_keeps_up_with_a_reserve_and_a_free_every_cycle() {
    testkit::kernels::run("a_declared_table_keeps_up", &emitted(48), |kernel| {
        for rows_max in [16, 17, 24, 32, 47, 48] {
            let mut bench = Bench::new(kernel, rows_max, false);
            for i in 1..=2_000 {
                let is_last = i % RESERVES_MAX == 0;
                let free = bench.model.used.first().copied();
                bench.cycle(Inputs {
                    reserve: Some(true),
                    finish: is_last.then_some(true),
                    free,
                    ..Inputs::default()
                });
                assert!(bench.answer().ok);
            }
        }
    });
}

/// A pop and a free in every cycle, with one free row and with many.
#[test]
fn a_hidden_table_keeps_up_with_a_pop_and_a_free_every_cycle() {
    testkit::kernels::run("a_hidden_table_keeps_up", &emitted(48), |kernel| {
        for rows_max in [2, 3, 8, 16, 17, 32, 48] {
            for left in 1..rows_max {
                let mut bench = Bench::new(kernel, rows_max, true);
                (left..rows_max).for_each(|_| assert!(bench.pop().is_some()));
                for _ in 0..200 {
                    let free = bench.model.used.first().copied();
                    bench.cycle(Inputs { pop: true, free, ..Inputs::default() });
                    assert!(bench.answer().ok);
                }
            }
        }
    });
}

/// In a commit with no more pops than reserves, no group that opens gets the row of a group that
/// closes in the same commit, in any order of the two. It does not matter whether the message ends
/// before or after the pops.
#[test]
fn a_commit_gives_out_no_row_that_it_freed() {
    testkit::kernels::run("a_commit_gives_out_no_row_that_it_freed", &emitted(48), |kernel| {
        println!("seed {SEED:#x}");
        let mut rng = Rng::seeded(SEED);
        for rows_max in [2, 5, 16, 20, 33, 48] {
            let mut bench = Bench::new(kernel, rows_max, true);
            for _ in 0..1_000 {
                let granted = (0..rng.random_range(0..=RESERVES_MAX))
                    .filter(|_| bench.reserve(true).handle.is_some());
                let mut pops = granted.count();
                let mut frees = bench.model.used.clone();
                frees.shuffle(&mut rng);
                frees.truncate(rng.random_range(0..=RESERVES_MAX));
                let finishes_first = rng.random_bool(0.5);
                if finishes_first {
                    bench.finish(true);
                }
                let mut freed = HashSet::new();
                while pops > 0 || !frees.is_empty() {
                    let pop = pops > 0 && rng.random_bool(0.7);
                    let free = if rng.random_bool(0.7) { frees.pop() } else { None };
                    bench.cycle(Inputs { pop, free, ..Inputs::default() });
                    pops -= usize::from(pop);
                    let handle = bench.answer().handle.filter(|_| pop);
                    assert!(
                        handle.is_some() == pop
                            && handle.is_none_or(|handle| !freed.contains(&handle))
                    );
                    freed.extend(free);
                }
                if !finishes_first {
                    bench.finish(true);
                }
            }
        }
    });
}

/// The default depth to its last row: all handles are distinct, the table becomes full, and all
/// handles can be taken again after they are freed.
#[test]
fn the_default_depth_is_used_to_its_last_row() {
    testkit::kernels::run(
        "the_default_depth_is_used_to_its_last_row",
        &emitted(Allocator::DEPTH_DEFAULT),
        |kernel| {
            let rows_max = Allocator::DEPTH_DEFAULT;
            kernel.set("rows_max", rows_max as u32);
            kernel.set("is_hidden", true);
            kernel.set("reset", true);
            kernel.step();
            kernel.set("reset", false);
            (0..FILL_CYCLES).for_each(|_| kernel.step());
            for _ in 0..2 {
                kernel.set("pop", true);
                let mut handles = vec![false; rows_max];
                for _ in 0..rows_max {
                    kernel.step();
                    let is_new =
                        !std::mem::replace(&mut handles[kernel.get("handle") as usize], true);
                    assert!(is_new && kernel.is_high("found"));
                }
                kernel.step();
                assert!(!kernel.is_high("found") && kernel.get("rows") == rows_max as u128);
                kernel.set("pop", false);
                kernel.set("free", true);
                for i in 0..rows_max {
                    kernel.set("freed", (i * 40_503 % rows_max) as u32);
                    kernel.step();
                }
                kernel.set("free", false);
                kernel.step();
                assert_eq!(kernel.get("rows"), 0);
            }
        },
    );
}
