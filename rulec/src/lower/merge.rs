// SPDX-License-Identifier: Apache-2.0

//! Scans that select the same rows become one scan with the accumulators of all of them, as far as
//! one scan has room: scans of one list would be one after the other.

use super::context::Lowering;
use crate::flow::{Accumulated, Arg, Node, NodeId, Op, ScanFlow};
use crate::schedule;
use engine::isa::Opcode;
use engine::machine::COLUMNS_MAX;

/// The accumulator of each call, and the place in it.
type Results = Vec<(u16, u16)>;

impl Lowering<'_> {
    /// The node of a scan, with its results: an earlier one that selects the same rows and computes
    /// these results too, or a new one.
    pub(super) fn scan_node(&mut self, scan: ScanFlow, results: Results) -> (NodeId, Results) {
        let numbers = 0..self.flow.scans.len();
        let selects_same = |number: &usize| {
            let other = &self.flow.scans[*number];
            let is_change = other.changes.is_some() || scan.changes.is_some();
            (other.list, other.group, other.when, other.since)
                == (scan.list, scan.group, scan.when, scan.since)
                && !is_change
        };
        for number in numbers.filter(selects_same).collect::<Vec<usize>>() {
            let node = self.node_of(&scan, number as u16);
            let joined = self.joined(number, node, &scan, &results);
            if let Some((joined, results)) = joined.filter(|(joined, _)| schedule::fits(joined)) {
                self.flow.scans[number] = joined;
                return (node, results);
            }
        }
        // Later scans that read other fields can join this one.
        for field in 0..self.nullable.len() {
            let _known = self.field(field);
        }
        let number = self.flow.scan(scan.clone());
        (self.node_of(&scan, number), results)
    }

    fn node_of(&mut self, scan: &ScanFlow, number: u16) -> NodeId {
        let args = [Arg::Node(scan.group), Arg::Immediate(number), Arg::Immediate(0), Arg::None];
        self.flow.op(Op::on(Opcode::Scan, scan.list, &args).when(scan.when))
    }

    /// An earlier scan, which is `node`, with the accumulators of another one, and where the
    /// results of that one are. None if the two select different rows, or the other one reads what
    /// is known only after `node`.
    fn joined(
        &self,
        earlier: usize,
        node: NodeId,
        scan: &ScanFlow,
        results: &Results,
    ) -> Option<(ScanFlow, Results)> {
        let mut joined = self.flow.scans[earlier].clone();
        let mut captures = Vec::with_capacity(scan.captures.len());
        for capture in &scan.captures {
            let known = joined.captures.iter().position(|other| other == capture);
            let is_early =
                capture.0 < node && (self.flow.is_gated(node) || !self.flow.is_gated(capture.0));
            if known.is_none() && !is_early {
                return None;
            }
            captures.push(known.unwrap_or(joined.captures.len()));
            if known.is_none() {
                joined.captures.push(*capture);
            }
        }
        let mut moved: Vec<NodeId> = Vec::with_capacity(scan.flow.len());
        for id in (0..scan.flow.len()).map(|id| NodeId(id as u32)) {
            let to = match scan.flow.node(id) {
                Node::Field(input) => match usize::from(input).checked_sub(COLUMNS_MAX) {
                    Some(capture) => Node::Field((COLUMNS_MAX + captures[capture]) as u16),
                    None => Node::Field(input),
                },
                Node::Constant(value) => Node::Constant(value),
                Node::Op(mut op) => {
                    for arg in &mut op.args {
                        if let Arg::Node(read) = arg {
                            *read = moved[read.0 as usize];
                        }
                    }
                    Node::Op(op)
                }
            };
            moved.push(joined.flow.shared(to, scan.flow.facts(id)));
        }
        let place = |id: NodeId| moved[id.0 as usize];
        if scan.filter.map(place) != joined.filter {
            return None;
        }
        let places: Vec<u16> = scan
            .accumulators
            .iter()
            .map(|one| {
                let moved = Accumulated {
                    function: one.function,
                    when: one.when.map(place),
                    argument: one.argument.map(|(node, is_wide)| (place(node), is_wide)),
                    order: one.order.map(place),
                };
                joined.accumulate(moved)
            })
            .collect();
        let results =
            results.iter().map(|(accumulator, at)| (places[usize::from(*accumulator)], *at));
        let results = results.collect();
        Some((joined, results))
    }
}
