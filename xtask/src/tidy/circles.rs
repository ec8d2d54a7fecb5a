// SPDX-License-Identifier: Apache-2.0

//! Files of a crate do not use each other in a circle.

use super::finding::Finding;
use super::rust_paths::{Edge, edges};
use crate::tree::Tree;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Files that use each other by the nature of what they describe: an expression holds a `select`,
/// which holds expressions.
const RECURSION: [&str; 11] = [
    "rulec/src/ast/expr.rs",
    "rulec/src/ast/select.rs",
    "rulec/src/parse/case.rs",
    "rulec/src/parse/expr.rs",
    "rulec/src/parse/from.rs",
    "rulec/src/parse/infix.rs",
    "rulec/src/parse/primary.rs",
    "rulec/src/parse/select.rs",
    "rulec/src/parse/statements.rs",
    "rulec/src/print/expr.rs",
    "rulec/src/print/select.rs",
];

/// Finds circles, the shortest through each file that is in one and in none found before.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let is_root = |path: &str| path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs");
    for root in tree.files.iter().filter(|file| is_root(&file.path)) {
        let is_allowed = |edge: &Edge| {
            RECURSION.contains(&edge.from.as_str()) && RECURSION.contains(&edge.to.as_str())
        };
        let edges: Vec<Edge> =
            edges(tree, root).into_iter().filter(|edge| !is_allowed(edge)).collect();
        found.extend(circles(&edges));
    }
    found
}

fn circles(edges: &[Edge]) -> Vec<Finding> {
    let mut from: BTreeMap<&str, Vec<&Edge>> = BTreeMap::new();
    for edge in edges {
        from.entry(&edge.from).or_default().push(edge);
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for start in from.keys() {
        let Some(circle) = shortest(&from, start) else { continue };
        if circle.iter().any(|edge| !told.contains(edge.from.as_str())) {
            told.extend(circle.iter().map(|edge| edge.from.as_str()));
            let steps = circle.iter().map(|edge| format!("{} (line {})", edge.to, edge.line));
            let steps: Vec<String> = steps.collect();
            let text = format!(
                "the file uses, in a circle, {}; move what both need to a file of its own",
                steps.join(", which uses ")
            );
            found.push(Finding::new(&circle[0].from, circle[0].line, text));
        }
    }
    found
}

/// The shortest way from a file back to it.
fn shortest<'a>(from: &BTreeMap<&str, Vec<&'a Edge>>, start: &str) -> Option<Vec<&'a Edge>> {
    let mut before: BTreeMap<&str, &'a Edge> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        for edge in from.get(file).into_iter().flatten() {
            if before.contains_key(edge.to.as_str()) {
                continue;
            }
            before.insert(&edge.to, edge);
            queue.push_back(&edge.to);
        }
        if before.contains_key(start) {
            break;
        }
    }
    let mut way = vec![*before.get(start)?];
    while way[way.len() - 1].from != start {
        way.push(before[way[way.len() - 1].from.as_str()]);
    }
    way.reverse();
    Some(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_circle_of_parent_and_child_is_found() {
        let circle = found(&[
            ("a/src/lib.rs", "mod b;"),
            ("a/src/b/mod.rs", "mod c; pub struct B; fn f() { c::g(); }"),
            ("a/src/b/c.rs", "use super::B;\npub fn g() -> B { B }"),
        ]);
        assert_eq!(circle.len(), 1);
        assert!(circle[0].starts_with("a/src/b/c.rs:1: ") && circle[0].contains("a/src/b/mod.rs"));
    }

    #[test]
    fn a_circle_through_braces_macros_and_inline_paths_is_found() {
        let circle = found(&[
            ("a/src/lib.rs", "mod b; mod c; mod d;"),
            ("a/src/b.rs", "use crate::{c::{C, other}};\npub struct B(C);"),
            ("a/src/c.rs", "pub struct C;\nfn f() { say!(super::d::g()) }"),
            ("a/src/d.rs", "pub fn g() { use super::{b::B}; B; }"),
        ]);
        assert_eq!(circle.len(), 1, "{circle:?}");
    }

    #[test]
    fn re_exports_tests_and_declarations_make_no_circle() {
        let none = found(&[
            ("a/src/lib.rs", "mod b; pub use b::{B, d::D}; pub fn f(d: D) {}"),
            ("a/src/b/mod.rs", "mod c; pub mod d; pub use c::C; pub use d::D; pub struct B;"),
            // `C` is another file's, though its path is the parent's.
            ("a/src/b/c.rs", "use super::d::D;\npub struct C(D);"),
            ("a/src/b/d.rs", "pub struct D;\n#[cfg(test)] mod tests { use super::super::C; }"),
        ]);
        assert_eq!(none, Vec::<String>::new());
    }
}
