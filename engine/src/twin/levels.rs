// SPDX-License-Identifier: Apache-2.0

//! The levels of a `min` or `max` column: for each group an ordered multiset of values, which is
//! exact after any removal.
//!
//! All groups of a column share one pool of nodes, with one node for each distinct value of a
//! group; the machine's capacity counts these nodes. The nodes of a group form an AVL tree: sibling
//! subtrees differ in height by at most one, so that a tree of n values has a height of at most
//! 1.44 log2 n. For the 1,024 values of a full group this is 14, in any order of insertion. An
//! operation descends and ascends the tree at most once.
//!
//! Links are indices into the pool. Node 0 is the empty tree: its height is 0 and it stores no
//! value, so that a group of zero bits is empty. Free nodes are linked by their left links.

use crate::machine::{LEVELS_MAX, LEVELS_PER_GROUP_MAX};

/// A bound of the height of trees: a tree of height 16 has at least Fibonacci(18) - 1 nodes.
const HEIGHT_MAX: usize = 16;
const _: () = assert!(LEVELS_PER_GROUP_MAX < 2583, "a `Path` has room for every node of a path");

const EMPTY: u32 = 0;
const LEFT: usize = 0;
const RIGHT: usize = 1;

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    value: i64,
    count: u32,
    height: u32,
    children: [u32; 2],
}

/// The levels of one group: the root of its tree and the number of distinct values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    root: u32,
    levels: u32,
}

impl Group {
    /// The number of distinct values.
    pub fn levels(self) -> u32 {
        self.levels
    }

    /// The group as a word of a row; an empty group is 0.
    pub fn to_word(self) -> u64 {
        u64::from(self.root) << 32 | u64::from(self.levels)
    }

    /// The group that a word encodes.
    pub fn from_word(word: u64) -> Group {
        Group { root: (word >> 32) as u32, levels: word as u32 }
    }
}

/// The end of the levels that a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The smallest value: `min`.
    Low = LEFT as isize,
    /// The largest value: `max`.
    High = RIGHT as isize,
}

/// The nodes of all groups of one column.
pub struct LevelPool {
    /// It grows within its initial capacity, so that unused nodes take no memory.
    nodes: Vec<Node>,
    free: u32,
    used: u32,
    capacity: u32,
}

/// The path to a node: each node on it and the side of the next child.
struct Path {
    steps: [(u32, usize); HEIGHT_MAX],
    len: usize,
}

impl Path {
    fn new() -> Path {
        Path { steps: [(EMPTY, LEFT); HEIGHT_MAX], len: 0 }
    }

    fn push(&mut self, node: u32, side: usize) {
        self.steps[self.len % HEIGHT_MAX] = (node, side);
        self.len += 1;
    }

    fn pop(&mut self) -> Option<(u32, usize)> {
        self.len = self.len.checked_sub(1)?;
        Some(self.steps[self.len % HEIGHT_MAX])
    }
}

impl Default for LevelPool {
    fn default() -> LevelPool {
        LevelPool::new(LEVELS_MAX)
    }
}

impl LevelPool {
    /// A pool for `capacity` distinct values of all groups together, at most [`LEVELS_MAX`].
    pub fn new(capacity: u32) -> LevelPool {
        let capacity = capacity.min(LEVELS_MAX);
        let mut nodes = Vec::with_capacity(capacity as usize + 1);
        nodes.push(Node::default());
        LevelPool { nodes, free: EMPTY, used: 0, capacity }
    }

    /// The number of distinct values of all groups together.
    pub fn used(&self) -> u32 {
        self.used
    }

    fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
    }

    fn node_mut(&mut self, node: u32) -> &mut Node {
        &mut self.nodes[node as usize]
    }

    /// Returns whether a value is a level of a group.
    pub fn contains(&self, group: Group, value: i64) -> bool {
        let mut at = group.root;
        while at != EMPTY {
            let node = self.node(at);
            if node.value == value {
                return true;
            }
            at = node.children[usize::from(value > node.value)];
        }
        false
    }

    /// The smallest or largest value of a group.
    pub fn best(&self, group: Group, end: End) -> Option<i64> {
        let mut best = None;
        let mut at = group.root;
        while at != EMPTY {
            let node = self.node(at);
            best = Some(node.value);
            at = node.children[end as usize];
        }
        best
    }

    /// Adds a value to a group. A new level is not added if the group or the pool is full.
    pub fn add(&mut self, group: &mut Group, value: i64) {
        let mut path = Path::new();
        let mut at = group.root;
        while at != EMPTY {
            let node = self.node_mut(at);
            if node.value == value {
                node.count = node.count.saturating_add(1);
                return;
            }
            let side = usize::from(value > node.value);
            path.push(at, side);
            at = node.children[side];
        }
        if group.levels == LEVELS_PER_GROUP_MAX {
            return;
        }
        if let Some(leaf) = self.allocate(value) {
            group.levels += 1;
            self.attach(group, &mut path, leaf);
        }
    }

    /// Removes a value from a group once; does nothing if it is not present.
    pub fn remove(&mut self, group: &mut Group, value: i64) {
        let mut path = Path::new();
        let mut at = group.root;
        while at != EMPTY {
            let node = *self.node(at);
            if node.value == value {
                break;
            }
            let side = usize::from(value > node.value);
            path.push(at, side);
            at = node.children[side];
        }
        if at == EMPTY {
            return;
        }
        let node = self.node_mut(at);
        if node.count > 1 {
            node.count -= 1;
            return;
        }
        let [left, right] = node.children;
        let unlinked = if left != EMPTY && right != EMPTY {
            // The successor has no left child: its value moves here and its node is freed.
            path.push(at, RIGHT);
            let mut successor = right;
            while self.node(successor).children[LEFT] != EMPTY {
                path.push(successor, LEFT);
                successor = self.node(successor).children[LEFT];
            }
            let Node { value, count, .. } = *self.node(successor);
            let node = self.node_mut(at);
            (node.value, node.count) = (value, count);
            successor
        } else {
            at
        };
        let [left, right] = self.node(unlinked).children;
        // One of the two is empty.
        self.attach(group, &mut path, left | right);
        self.give_back(unlinked);
        group.levels -= 1;
    }

    /// Frees all levels of a group.
    pub fn clear(&mut self, group: &mut Group) {
        // Two children are pushed for each node popped, so that at most one more than the height
        // are waiting.
        let mut waiting = [EMPTY; HEIGHT_MAX + 2];
        let mut len = 1;
        waiting[0] = group.root;
        while len > 0 {
            len -= 1;
            let at = waiting[len];
            if at != EMPTY {
                let [left, right] = self.node(at).children;
                waiting[len] = left;
                waiting[len + 1] = right;
                len += 2;
                self.give_back(at);
            }
        }
        *group = Group::default();
    }

    /// Visits every value of a group in ascending order, with its count. Not part of the order
    /// path.
    pub fn visit(&self, group: Group, visit: &mut dyn FnMut(i64, u32)) {
        let mut path = Path::new();
        let mut at = group.root;
        loop {
            while at != EMPTY {
                path.push(at, LEFT);
                at = self.node(at).children[LEFT];
            }
            let Some((node, _)) = path.pop() else { return };
            let node = self.node(node);
            visit(node.value, node.count);
            at = node.children[RIGHT];
        }
    }

    fn allocate(&mut self, value: i64) -> Option<u32> {
        if self.used == self.capacity {
            return None;
        }
        self.used += 1;
        let leaf = Node { value, count: 1, height: 1, children: [EMPTY; 2] };
        if self.free == EMPTY {
            self.nodes.push(leaf);
            Some(self.nodes.len() as u32 - 1)
        } else {
            let node = self.free;
            self.free = self.node(node).children[LEFT];
            *self.node_mut(node) = leaf;
            Some(node)
        }
    }

    fn give_back(&mut self, node: u32) {
        self.node_mut(node).children = [self.free, EMPTY];
        self.free = node;
        self.used -= 1;
    }

    /// Attaches a subtree at the end of a path, then restores heights and balance along the path.
    fn attach(&mut self, group: &mut Group, path: &mut Path, subtree: u32) {
        let mut subtree = subtree;
        while let Some((parent, side)) = path.pop() {
            self.node_mut(parent).children[side] = subtree;
            let before = self.node(parent).height;
            subtree = self.balance(parent);
            if subtree == parent && self.node(parent).height == before {
                // The nodes above are unaffected.
                return;
            }
        }
        group.root = subtree;
    }

    fn height(&self, node: u32) -> u32 {
        self.node(node).height
    }

    fn update_height(&mut self, node: u32) {
        let [left, right] = self.node(node).children;
        self.node_mut(node).height = 1 + self.height(left).max(self.height(right));
    }

    /// Restores the balance of a subtree whose children are balanced and differ in height by at
    /// most two; returns its root.
    fn balance(&mut self, node: u32) -> u32 {
        let [left, right] = self.node(node).children.map(|child| self.height(child));
        if left.abs_diff(right) <= 1 {
            self.node_mut(node).height = 1 + left.max(right);
            return node;
        }
        let heavy = usize::from(right > left);
        let child = self.node(node).children[heavy];
        let inner = self.height(self.node(child).children[1 - heavy]);
        if inner > self.height(self.node(child).children[heavy]) {
            self.node_mut(node).children[heavy] = self.rotate(child, 1 - heavy);
        }
        self.rotate(node, heavy)
    }

    /// Rotates the child on one side above its parent; returns the child.
    fn rotate(&mut self, node: u32, side: usize) -> u32 {
        let child = self.node(node).children[side];
        self.node_mut(node).children[side] = self.node(child).children[1 - side];
        self.node_mut(child).children[1 - side] = node;
        self.update_height(node);
        self.update_height(child);
        child
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// Checks order and balance of a subtree; returns its height and how many nodes it has.
    fn check(pool: &LevelPool, at: u32, low: i64, high: i64) -> (u32, u32) {
        if at == EMPTY {
            return (0, 0);
        }
        let node = pool.node(at);
        assert!(low <= node.value && node.value <= high && node.count > 0);
        let [left, right] = node.children;
        let (left_height, left_count) = check(pool, left, low, node.value.saturating_sub(1));
        let (right_height, right_count) = check(pool, right, node.value.saturating_add(1), high);
        assert!(left_height.abs_diff(right_height) <= 1);
        assert_eq!(node.height, 1 + left_height.max(right_height));
        (node.height, 1 + left_count + right_count)
    }

    fn values(pool: &LevelPool, group: Group) -> Vec<(i64, u32)> {
        let mut values = Vec::new();
        pool.visit(group, &mut |value, count| values.push((value, count)));
        values
    }

    proptest! {
        /// Compares three groups of one pool with ordered maps; the pool is too small for all
        /// values.
        #[test]
        fn agrees_with_an_ordered_map(
            operations in prop::collection::vec((0..3_usize, 0..20_u8, -12..12_i64), 0..600),
        ) {
            let mut pool = LevelPool::new(40);
            let mut groups = [Group::default(); 3];
            let mut maps: [BTreeMap<i64, u32>; 3] = Default::default();
            for (g, operation, value) in operations {
                let used: usize = maps.iter().map(BTreeMap::len).sum();
                let (group, map) = (&mut groups[g], &mut maps[g]);
                match operation {
                    0 => {
                        pool.clear(group);
                        map.clear();
                    }
                    1..12 => {
                        if used < 40 || map.contains_key(&value) {
                            *map.entry(value).or_insert(0) += 1;
                        }
                        pool.add(group, value);
                    }
                    _ => {
                        if let Some(count) = map.get_mut(&value) {
                            *count -= 1;
                        }
                        map.retain(|_, count| *count > 0);
                        pool.remove(group, value);
                    }
                }
                let (group, map) = (groups[g], &maps[g]);
                let best = [End::Low, End::High].map(|end| pool.best(group, end));
                let ends = [map.first_key_value(), map.last_key_value()];
                prop_assert_eq!(pool.contains(group, value), map.contains_key(&value));
                prop_assert_eq!(best, ends.map(|end| end.map(|(value, _)| *value)));
                for (group, map) in groups.iter().zip(&maps) {
                    let (_, count) = check(&pool, group.root, i64::MIN, i64::MAX);
                    prop_assert_eq!(count, group.levels());
                    let want: Vec<(i64, u32)> = map.iter().map(|(v, c)| (*v, *c)).collect();
                    prop_assert_eq!(values(&pool, *group), want);
                    prop_assert_eq!(Group::from_word(group.to_word()), *group);
                }
                let levels: usize = maps.iter().map(BTreeMap::len).sum();
                prop_assert_eq!(pool.used() as usize, levels);
            }
        }
    }

    #[test]
    fn a_full_group_in_ascending_order_has_a_low_tree() {
        let mut pool = LevelPool::default();
        let mut group = Group::default();
        for value in 0..i64::from(LEVELS_PER_GROUP_MAX) {
            pool.add(&mut group, value);
        }
        let (height, count) = check(&pool, group.root, 0, i64::MAX);
        assert_eq!(count, LEVELS_PER_GROUP_MAX);
        assert!((height as usize) < HEIGHT_MAX);
        pool.add(&mut group, -1);
        assert_eq!(pool.best(group, End::Low), Some(0));
        for value in 0..i64::from(LEVELS_PER_GROUP_MAX) {
            assert_eq!(pool.best(group, End::Low), Some(value));
            pool.remove(&mut group, value);
        }
        assert_eq!((group, pool.used()), (Group::default(), 0));
    }
}
