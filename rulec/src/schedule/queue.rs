// SPDX-License-Identifier: Apache-2.0

//! The instructions of the check phase that are not placed yet, in the order in which they are
//! tried in each cycle.
//!
//! An instruction enters when the results that it reads are ready. So a cycle looks only at what
//! could be placed in it, however many instructions wait.

use std::collections::{BTreeMap, BTreeSet};

/// What an instruction competes for, if many of them do. When no more of it is free in a cycle, its
/// instructions are skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contended {
    /// Any lane.
    Lane,
    /// Any logic unit.
    Logic,
    /// Neither.
    Nothing,
}

/// An instruction that is not placed.
#[derive(Clone, Debug)]
struct Waiting {
    node: usize,
    contended: Contended,
    /// How many of the instructions that it waits for are not placed.
    missing: usize,
    /// The first cycle that those which are placed permit.
    earliest: u16,
}

/// An instruction that waits for another one, by its rank.
#[derive(Clone, Copy, Debug)]
struct Reader {
    rank: usize,
    /// It needs only a later cycle, and not the result.
    in_order: bool,
}

/// The instructions by rank: the smallest is tried first.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue {
    waiting: Vec<Waiting>,
    left: usize,
    /// The instructions that wait for the one with this rank.
    readers: Vec<Vec<Reader>>,
    ready: [BTreeSet<usize>; 3],
    /// Those whose last result is ready in a later cycle.
    later: BTreeMap<u16, Vec<usize>>,
}

impl Queue {
    /// The queue of these nodes, the first of which is tried first.
    pub(super) fn new(nodes: impl IntoIterator<Item = (usize, Contended)>) -> Queue {
        let waiting: Vec<Waiting> = nodes
            .into_iter()
            .map(|(node, contended)| Waiting { node, contended, missing: 0, earliest: 0 })
            .collect();
        let readers = vec![Vec::new(); waiting.len()];
        Queue { left: waiting.len(), waiting, readers, ..Queue::default() }
    }

    /// Makes one instruction wait until the result of another one is ready; with `in_order`, until
    /// the cycle after its issue.
    pub(super) fn wait_for(&mut self, rank: usize, other: usize, in_order: bool) {
        self.readers[other].push(Reader { rank, in_order });
        self.waiting[rank].missing += 1;
    }

    /// Makes an instruction wait for a cycle.
    pub(super) fn wait_until(&mut self, rank: usize, cycle: u16) {
        let earliest = &mut self.waiting[rank].earliest;
        *earliest = cycle.max(*earliest);
    }

    /// Lets every instruction enter that waits for no other. Nothing may be added to wait for
    /// after this.
    pub(super) fn start(&mut self) {
        for rank in 0..self.waiting.len() {
            if self.waiting[rank].missing == 0 {
                self.later.entry(self.waiting[rank].earliest).or_default().push(rank);
            }
        }
    }

    /// Whether all instructions are placed.
    pub(super) fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// Lets every instruction enter whose results are ready in this cycle.
    pub(super) fn enter(&mut self, cycle: u16) {
        let later = self.later.split_off(&(cycle + 1));
        for rank in std::mem::replace(&mut self.later, later).into_values().flatten() {
            self.set_of(rank).insert(rank);
        }
    }

    /// The next instruction to try, with its node: the first with a rank of `from` or more. Those
    /// that compete for something that is not `free` are skipped.
    pub(super) fn next(
        &self,
        from: usize,
        free: impl Fn(Contended) -> bool,
    ) -> Option<(usize, usize)> {
        let kinds = [Contended::Lane, Contended::Logic, Contended::Nothing];
        let first = |kind: &Contended| self.ready[*kind as usize].range(from..).next().copied();
        let rank = kinds.iter().filter(|kind| free(**kind)).filter_map(first).min()?;
        Some((rank, self.waiting[rank].node))
    }

    /// Changes what an instruction competes for.
    pub(super) fn set_contended(&mut self, rank: usize, contended: Contended) {
        let is_ready = self.set_of(rank).remove(&rank);
        self.waiting[rank].contended = contended;
        if is_ready {
            self.set_of(rank).insert(rank);
        }
    }

    /// Removes an instruction that is placed in `cycle` and has its result in `ready`.
    pub(super) fn placed(&mut self, rank: usize, cycle: u16, ready: u16) {
        self.set_of(rank).remove(&rank);
        self.left -= 1;
        for Reader { rank, in_order } in std::mem::take(&mut self.readers[rank]) {
            self.wait_until(rank, if in_order { cycle + 1 } else { ready });
            let waiting = &mut self.waiting[rank];
            waiting.missing -= 1;
            if waiting.missing > 0 {
                continue;
            }
            match waiting.earliest {
                earliest if earliest > cycle => self.later.entry(earliest).or_default().push(rank),
                _ => drop(self.set_of(rank).insert(rank)),
            }
        }
    }

    fn set_of(&mut self, rank: usize) -> &mut BTreeSet<usize> {
        &mut self.ready[self.waiting[rank].contended as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(queue: &Queue) -> Vec<usize> {
        let mut from = 0;
        std::iter::from_fn(|| {
            let (rank, node) = queue.next(from, |_| true)?;
            from = rank + 1;
            Some(node)
        })
        .collect()
    }

    #[test]
    fn instructions_enter_when_their_results_are_ready() {
        let kinds = [Contended::Lane, Contended::Nothing, Contended::Logic, Contended::Lane];
        let mut queue = Queue::new([7, 5, 3, 1].into_iter().zip(kinds));
        queue.wait_for(2, 0, false);
        queue.wait_for(3, 1, true);
        queue.wait_until(1, 4);
        queue.start();
        queue.enter(3);
        assert_eq!(order(&queue), [7]);
        queue.placed(0, 3, 6);
        queue.enter(4);
        assert_eq!(order(&queue), [5]);
        queue.placed(1, 4, 9);
        queue.enter(5);
        assert_eq!(order(&queue), [1]);
        queue.enter(6);
        assert_eq!(order(&queue), [3, 1]);
        assert_eq!(queue.next(0, |kind| kind != Contended::Logic), Some((3, 1)));
        queue.set_contended(2, Contended::Lane);
        assert_eq!(queue.next(0, |kind| kind != Contended::Logic), Some((2, 3)));
        queue.placed(2, 6, 7);
        queue.placed(3, 6, 7);
        assert!(queue.is_empty());
    }
}
