// SPDX-License-Identifier: Apache-2.0

//! Writes registers in clocked processes.
//!
//! The HDL crate computes the next value of a register, `x$d`, among all other logic, and keeps a
//! value with `x$d = x$q`. An engineer writes `if (enable) x <= y` in a clocked process, which
//! means the same, and which a simulator can skip while `enable` is low. So the statements of each
//! register whose `x$d` is not read elsewhere move to a clocked process, together with the
//! conditions around them.
//!
//! As before, the last assignment wins. A clocked process sees only the final values of signals. So
//! a register stays where it is if one of its statements reads a signal that is assigned again
//! later.

use super::split::{statements, written};
use std::collections::{BTreeMap, BTreeSet};

/// A process after its registers were moved out of it.
pub(super) struct Clocked {
    /// The lines that remain.
    pub(super) rest: Vec<String>,
    /// The statements of the registers, unchanged, by clock. Each is a whole statement of one or
    /// more lines.
    pub(super) statements: BTreeMap<String, Vec<Vec<String>>>,
    /// The registers that were moved.
    pub(super) taken: BTreeSet<String>,
}

/// A part of a process.
enum Node {
    /// An assignment: its target, the signals it reads, its lines.
    Assign { target: String, reads: Vec<String>, lines: Vec<String> },
    /// An `if`, `else`, `case` or label of a `case`, up to its end: the first line, the signals
    /// that line reads, the content, the last line.
    Block { head: String, reads: Vec<String>, body: Vec<Node>, tail: String },
}

/// Moves registers out of a process. `registers` has the clock of each; `is_read` returns whether
/// anything outside the process reads a signal. The lines are those between `begin` and `end`,
/// indented by four.
pub(super) fn take(
    process: &[String],
    registers: &BTreeMap<String, String>,
    is_read: &dyn Fn(&str) -> bool,
) -> Clocked {
    let nodes = parse(&mut process.iter().map(String::as_str).peekable());
    let mut last_written = BTreeMap::new();
    let mut read = BTreeSet::new();
    walk(&nodes, &mut 0, &mut Vec::new(), &mut |at, target, reads| {
        last_written.insert(target.to_owned(), at);
        read.extend(reads.iter().map(|(_, name)| name.clone()));
    });
    let mut taken: BTreeSet<String> = registers.keys().cloned().collect();
    taken.retain(|name| !read.contains(&format!("{name}$d")) && !is_read(&format!("{name}$d")));
    walk(&nodes, &mut 0, &mut Vec::new(), &mut |_, target, reads| {
        let is_final = |(at, name): &(usize, String)| {
            last_written.get(name).is_none_or(|written| written < at)
        };
        if let Some(name) = target.strip_suffix("$d")
            && !reads.iter().all(is_final)
        {
            taken.remove(name);
        }
    });
    let is_taken =
        |target: &str| target.strip_suffix("$d").is_some_and(|name| taken.contains(name));
    let mut rest = Vec::new();
    print(&nodes, &|target| !is_taken(target), &mut rest);
    let mut statements_by_clock: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let clocks: BTreeSet<&String> = taken.iter().map(|name| &registers[name]).collect();
    for clock in clocks {
        let of_clock =
            |target: &str| is_taken(target) && registers[target.trim_end_matches("$d")] == *clock;
        let mut lines = Vec::new();
        print(&nodes, &of_clock, &mut lines);
        let mut seen = BTreeSet::new();
        let statements =
            statements(&lines).into_iter().filter(|statement| !is_hold(statement, &mut seen));
        statements_by_clock.insert(clock.clone(), statements.map(<[String]>::to_vec).collect());
    }
    Clocked { rest, statements: statements_by_clock, taken }
}

/// Whether a statement makes a register keep its value and is the first statement for it.
fn is_hold(statement: &[String], seen: &mut BTreeSet<String>) -> bool {
    let mut is_first = true;
    written(statement).for_each(|target| is_first &= seen.insert(target.to_owned()));
    let assigned = match statement {
        [line] => line.trim().split_once(" = "),
        _ => None,
    };
    let held = assigned.and_then(|(target, source)| {
        Some((target.strip_suffix("$d")?, source.strip_suffix("$q;")?))
    });
    is_first && held.is_some_and(|(target, source)| target == source)
}

fn parse<'a>(lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(line) = lines.next_if(|line| !matches!(line.trim(), "end" | "endcase")) {
        let text = line.trim();
        if text.ends_with("begin") || text.starts_with("case") {
            let body = parse(lines);
            let tail = lines.next().unwrap_or_default().to_owned();
            nodes.push(Node::Block { head: line.to_owned(), reads: names(text), body, tail });
        } else if let Some((target, source)) = text.split_once(" = ") {
            let name = target.split('[').next().unwrap_or(target).to_owned();
            // An assignment reads the index of a slice.
            let mut reads = names(&target[name.len()..]);
            reads.extend(names(source));
            let mut all = vec![line.to_owned()];
            while !all.last().is_some_and(|line| line.ends_with(';'))
                && let Some(line) = lines.next()
            {
                reads.extend(names(line));
                all.push(line.to_owned());
            }
            nodes.push(Node::Assign { target: name, reads, lines: all });
        }
    }
    nodes
}

/// The signals in a piece of Verilog.
fn names(text: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let words = text
        .split(|c| !is_name(c))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    words
        .filter(|word| !matches!(*word, "if" | "else" | "begin" | "case" | "default"))
        .map(str::to_owned)
        .collect()
}

/// An assignment: its position, its target, and the signals it reads with the positions of the
/// reads.
type Visit<'v> = dyn FnMut(usize, &str, &[(usize, String)]) + 'v;

/// Visits every assignment in order. It also counts as reading the signals of the conditions around
/// it.
fn walk(nodes: &[Node], at: &mut usize, around: &mut Vec<(usize, String)>, visit: &mut Visit<'_>) {
    let before = around.len();
    for node in nodes {
        *at += 1;
        match node {
            Node::Assign { target, reads, .. } => {
                around.truncate(before);
                around.extend(reads.iter().map(|name| (*at, name.clone())));
                visit(*at, target, around);
                around.truncate(before);
            }
            Node::Block { head, reads, body, .. } => {
                // An `else` depends on the signals of its `if`.
                if !head.trim_start().starts_with("else") {
                    around.truncate(before);
                }
                around.extend(reads.iter().map(|name| (*at, name.clone())));
                walk(body, at, around, visit);
            }
        }
    }
    around.truncate(before);
}

/// Prints the assignments to some signals with the blocks around them. A block without any is
/// omitted unless an `else` needs it.
fn print(nodes: &[Node], wanted: &dyn Fn(&str) -> bool, lines: &mut Vec<String>) {
    for (index, node) in nodes.iter().enumerate() {
        match node {
            Node::Assign { target, lines: all, .. } if wanted(target) => {
                lines.extend_from_slice(all)
            }
            Node::Assign { .. } => {}
            Node::Block { head, body, tail, .. } => {
                let chain = nodes[index + 1..].iter().take_while(|node| is_else(node));
                let needed = has(node, wanted) || chain.into_iter().any(|node| has(node, wanted));
                if needed {
                    lines.push(head.clone());
                    print(body, wanted, lines);
                    lines.push(tail.clone());
                }
            }
        }
    }
}

fn is_else(node: &Node) -> bool {
    matches!(node, Node::Block { head, .. } if head.trim_start().starts_with("else"))
}

fn has(node: &Node, wanted: &dyn Fn(&str) -> bool) -> bool {
    match node {
        Node::Assign { target, .. } => wanted(target),
        Node::Block { body, .. } => body.iter().any(|node| has(node, wanted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(process: &str, read: &[&str]) -> (Vec<String>, String, String) {
        let lines: Vec<String> = process.lines().map(str::to_owned).collect();
        let registers = ["a", "b"].map(|name| (name.to_owned(), "clock".to_owned())).into();
        let clocked = take(&lines, &registers, &|name| read.contains(&name));
        let statements =
            clocked.statements.values().flatten().flatten().cloned().collect::<Vec<_>>().join("\n");
        (clocked.taken.into_iter().collect(), clocked.rest.join("\n"), statements)
    }

    #[test]
    fn an_assignment_can_span_lines() {
        let process = concat!(
            "    a$d = a$q;\n    if (go) begin\n        a$d = {\n            x,\n            y\n",
            "        };\n        z = x |\n            y;\n    end"
        );
        let (_, rest, statements) = taken(process, &[]);
        assert_eq!(rest, "    if (go) begin\n        z = x |\n            y;\n    end");
        assert_eq!(
            statements,
            "    if (go) begin\n        a$d = {\n            x,\n            y\n        };\n    end"
        );
    }

    const PROCESS: &str = concat!(
        "    a$d = a$q;\n    b$d = b$q;\n    if (go) begin\n        a$d = x;\n        y = 1;\n",
        "    end\n    else begin\n        b$d = x;\n    end"
    );

    #[test]
    fn registers_take_their_conditions_with_them() {
        let (names, rest, statements) = taken(PROCESS, &[]);
        assert_eq!(names, ["a", "b"]);
        assert_eq!(rest, "    if (go) begin\n        y = 1;\n    end");
        assert_eq!(
            statements,
            concat!(
                "    if (go) begin\n        a$d = x;\n    end\n",
                "    else begin\n        b$d = x;\n    end"
            )
        );
    }

    #[test]
    fn a_register_that_is_read_ahead_stays() {
        let (names, rest, statements) = taken(PROCESS, &["a$d"]);
        assert_eq!(names, ["b"]);
        assert!(rest.contains("        a$d = x;\n"), "{rest}");
        assert_eq!(
            statements,
            "    if (go) begin\n    end\n    else begin\n        b$d = x;\n    end"
        );
    }

    #[test]
    fn a_register_that_is_held_last_is_held() {
        let process = "    if (go) begin\n        a$d = x;\n    end\n    a$d = a$q;";
        assert_eq!(taken(process, &[]).2, process);
    }

    #[test]
    fn a_register_that_reads_a_signal_before_its_last_assignment_stays() {
        let process = concat!(
            "    x = 0;\n    if (x) begin\n        a$d = 1;\n    end\n",
            "    else begin\n        b$d = z;\n    end\n    x = 1;"
        );
        assert!(taken(process, &[]).0.is_empty());
        let process = concat!(
            "    x = 0;\n    x = 1;\n    if (x) begin\n        a$d = 1;\n    end\n",
            "    b$d = y;\n    y = 1;"
        );
        assert_eq!(taken(process, &[]).0, ["a"]);
    }
}
