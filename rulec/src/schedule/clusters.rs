// SPDX-License-Identifier: Apache-2.0

//! Clusters: groups of lane instructions that go to one lane, so that the values between them stay
//! in it.

use crate::flow::{Flow, Node, NodeId};
use engine::isa::UnitClass;

/// The greatest number of instructions in a cluster. A lane issues one instruction in a cycle, so a
/// large expression is spread over several lanes.
const CLUSTER_MAX: usize = 12;

/// The clusters of a dataflow.
pub(super) struct Clusters {
    of: Vec<usize>,
    published: Vec<bool>,
    lane: Vec<Option<u8>>,
    /// The number of values that stay within each cluster.
    locals: Vec<usize>,
}

impl Clusters {
    /// Assigns lane instructions to clusters. If all readers of a value are in one cluster, its
    /// instruction joins them. Otherwise it is a cluster by itself, and its value is published.
    pub(super) fn new(flow: &Flow, live: &[bool]) -> Clusters {
        let mut readers: Vec<Vec<usize>> = vec![Vec::new(); flow.len()];
        for i in (0..flow.len()).filter(|i| live[*i]) {
            if let Node::Op(op) = flow.node(NodeId(i as u32)) {
                flow.reads(&op).for_each(|read| readers[read.0 as usize].push(i));
            }
        }
        let is_lane = |i: usize| flow.unit(NodeId(i as u32)) == Some(UnitClass::Lane);
        let mut of: Vec<usize> = (0..flow.len()).collect();
        let mut size = vec![1; flow.len()];
        let mut published = vec![false; flow.len()];
        let mut locals = vec![0; flow.len()];
        // Readers come after their operands, so in reverse order the cluster of each reader is
        // known.
        for i in (0..flow.len()).rev().filter(|i| live[*i] && is_lane(*i)) {
            let truth = matches!(flow.node(NodeId(i as u32)), Node::Op(op) if op.yields_truth());
            if truth {
                continue;
            }
            let home = readers[i].first().map(|first| of[*first]);
            match home {
                Some(home)
                    if size[home] < CLUSTER_MAX
                        && readers[i].iter().all(|r| is_lane(*r) && of[*r] == home) =>
                {
                    of[i] = home;
                    size[home] += 1;
                    locals[home] += 1;
                }
                _ => published[i] = true,
            }
        }
        Clusters { lane: vec![None; flow.len()], of, published, locals }
    }

    /// The cluster of a lane instruction.
    pub(super) fn of(&self, node: usize) -> usize {
        self.of[node]
    }

    /// Whether the value leaves its cluster.
    pub(super) fn is_published(&self, node: usize) -> bool {
        self.published[node]
    }

    /// The number of values that stay within a cluster.
    pub(super) fn locals(&self, cluster: usize) -> usize {
        self.locals[cluster]
    }

    /// The lane of a cluster, if one of its instructions is placed.
    pub(super) fn lane(&self, cluster: usize) -> Option<u8> {
        self.lane[cluster]
    }

    /// Fixes the lane of a cluster.
    pub(super) fn set_lane(&mut self, cluster: usize, lane: u8) {
        self.lane[cluster] = Some(lane);
    }
}
