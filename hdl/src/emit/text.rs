// SPDX-License-Identifier: Apache-2.0

//! A single module as text: parses it, tidies it, and prints it.

use super::emitted::{Port, Unused};
use super::{clocked, split};
use std::collections::{BTreeMap, BTreeSet};

/// A module, parsed from the output of the HDL crate.
#[derive(Clone, Debug)]
pub(super) struct Module {
    /// The instance path, parts joined by `$`.
    pub(super) path: String,
    /// The name for printing.
    pub(super) name: String,
    /// The ports in order.
    pub(super) ports: Vec<Port>,
    /// Whether each port is a variable (`reg`) in the module.
    variables: Vec<bool>,
    /// The tidied lines between header and `endmodule`. Children are named by their paths.
    body: Vec<String>,
    /// The clock of each register that was inlined.
    registers: BTreeMap<String, String>,
}

/// Parses the output of the HDL crate.
pub(super) fn modules(text: &str) -> Vec<Module> {
    let mut modules = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(rest) = line.trim().strip_prefix("module ") else { continue };
        let path = rest.split('(').next().unwrap_or(rest).to_owned();
        let body = lines.by_ref().take_while(|line| !line.trim_start().starts_with("endmodule"));
        modules.push(Module::new(path, &body.map(str::to_owned).collect::<Vec<_>>()));
    }
    modules
}

impl Module {
    fn new(path: String, lines: &[String]) -> Module {
        let mut module = Module {
            name: path.clone(),
            path,
            ports: Vec::new(),
            variables: Vec::new(),
            body: Vec::new(),
            registers: BTreeMap::new(),
        };
        for line in lines {
            let line = line.strip_prefix("    ").unwrap_or(line).trim_end();
            match Port::declared(line) {
                Some((port, variable)) => {
                    module.ports.push(port);
                    module.variables.push(variable);
                }
                None if is_noise(line, module.body.last()) => {}
                None => module.body.push(tidy(line)),
            }
        }
        while module.body.last().is_some_and(String::is_empty) {
            module.body.pop();
        }
        module
    }

    /// The base of the module's name: the last part of its path that is not an index.
    pub(super) fn base_name(&self, top: &str) -> String {
        let part = self.path.rsplit('$').find(|part| !part.chars().all(|c| c.is_ascii_digit()));
        format!("{top}_{}", part.unwrap_or("part"))
    }

    /// Whether the module is a register and nothing else.
    pub(super) fn is_register(&self) -> bool {
        self.body.iter().any(|line| line.trim() == "q <= d;")
    }

    /// Replaces the instances of registers by variables of the module.
    ///
    /// The HDL crate makes each register a module with `d`, `q` and `clock`.
    /// [`Module::write_processes`] clocks the variables.
    pub(super) fn inline_registers(&mut self, registers: &BTreeSet<String>) {
        let mut names = Vec::new();
        let mut kept = Vec::new();
        let mut lines = std::mem::take(&mut self.body).into_iter();
        while let Some(line) = lines.next() {
            match line.trim().strip_suffix('(').and_then(|head| head.split_once(' ')) {
                Some((path, field)) if registers.contains(path) => {
                    names.push(field.to_owned());
                    lines.by_ref().take_while(|line| line.trim() != ");").for_each(drop);
                }
                _ => kept.push(line),
            }
        }
        let outputs: BTreeSet<String> = names.iter().map(|name| format!("{name}$q;")).collect();
        let ticks: BTreeMap<String, &String> =
            names.iter().map(|name| (format!("{name}$clock"), name)).collect();
        for line in kept {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["wire", .., name] if outputs.contains(*name) => {
                    self.body.push(line.replacen("wire", "reg", 1));
                }
                ["reg", name] if ticks.contains_key(name.trim_end_matches(';')) => {}
                [target, "=", source] if ticks.contains_key(*target) => {
                    self.registers
                        .insert(ticks[*target].clone(), source.trim_end_matches(';').to_owned());
                }
                _ => self.body.push(line),
            }
        }
        if !names.is_empty() {
            self.body.extend([String::new(), "initial begin".into()]);
            self.body.extend(names.iter().map(|name| format!("    {name}$q = 0;")));
            self.body.push("end".into());
        }
    }

    /// Splits the single combinational process, see [`split`], and clocks the registers, see
    /// [`clocked`].
    pub(super) fn write_processes(&mut self) {
        let start = self.body.iter().position(|line| line == "always @(*) begin");
        let end = start.and_then(|start| {
            Some(start + self.body[start..].iter().position(|line| line == "end")?)
        });
        // The processes of a primitive are written by hand and stay unchanged.
        let is_one = self.body.iter().filter(|line| line.starts_with("always @(*)")).count() == 1;
        let (Some(start), Some(end), true, false) = (start, end, is_one, self.is_primitive())
        else {
            assert!(self.registers.is_empty(), "`{}` has registers and no process", self.path);
            return;
        };
        let (before, process, after) =
            (&self.body[..start], &self.body[start + 1..end], &self.body[end + 1..]);
        let is_declared = |name: &str, line: &str| {
            line.starts_with("reg ") && line.ends_with(&format!(" {name};"))
        };
        let is_named = |name: &str, line: &str| {
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
            line.split(|c| !is_name(c)).any(|word| word == name)
        };
        let is_read = |name: &str| {
            before.iter().chain(after).any(|line| is_named(name, line) && !is_declared(name, line))
        };
        let clocked = clocked::take(process, &self.registers, &is_read);
        let split = split::split(&clocked.rest);
        let declares = |line: &str| {
            let name = line.strip_prefix("reg ")?.trim_end_matches(';').rsplit(' ').next()?;
            if name.strip_suffix("$d").is_some_and(|name| clocked.taken.contains(name)) {
                return Some(None);
            }
            split.assigned.contains(name).then(|| Some(line.replacen("reg", "wire", 1)))
        };
        let before =
            before.iter().filter_map(|line| declares(line).unwrap_or_else(|| Some(line.clone())));
        let mut body: Vec<String> = before.collect();
        let clocks = self.clocked_processes(&clocked);
        for line in split.lines.into_iter().chain(after.iter().cloned()).chain(clocks) {
            if !(line.is_empty() && body.last().is_none_or(String::is_empty)) {
                body.push(line);
            }
        }
        self.body = body;
        for (port, variable) in self.ports.iter().zip(&mut self.variables) {
            *variable &= !split.assigned.contains(&port.name);
        }
    }

    /// One process for all registers that are always written, and one for each set of conditions.
    fn clocked_processes(&self, clocked: &clocked::Clocked) -> Vec<String> {
        let mut lines = Vec::new();
        let mut process = |clock: &str, statements: &[String]| {
            lines.extend([String::new(), format!("always @(posedge {clock}) begin")]);
            lines.extend(statements.iter().map(|line| match line.split_once("$d = ") {
                Some((target, source)) => format!("{target}$q <= {source}"),
                None => line.clone(),
            }));
            lines.push("end".into());
        };
        let clocks: BTreeSet<&String> = self.registers.values().collect();
        for clock in clocks {
            let ahead = self
                .registers
                .iter()
                .filter(|(name, of)| *of == clock && !clocked.taken.contains(*name));
            let mut plain: Vec<String> =
                ahead.map(|(name, _)| format!("    {name}$d = {name}$d;")).collect();
            let mut conditional = Vec::new();
            let statements: Vec<&[String]> =
                clocked.statements.get(clock).into_iter().flatten().map(Vec::as_slice).collect();
            for group in split::groups(&statements) {
                match group.as_slice() {
                    [[line]] => plain.push(line.clone()),
                    _ => conditional.push(group.concat()),
                }
            }
            if !plain.is_empty() {
                process(clock, &plain);
            }
            conditional.iter().for_each(|statements| process(clock, statements));
        }
        lines
    }

    /// Whether the module has memories, which Rust HDL cannot describe.
    fn is_primitive(&self) -> bool {
        self.body.iter().any(|line| line.starts_with("reg ") && line.ends_with("];"))
    }

    /// Uses the final names of the children's modules.
    pub(super) fn rename_children(&mut self, names: &BTreeMap<String, String>) {
        for line in &mut self.body {
            // An instantiation is `path field(`. No other line starts with a path.
            let first = line.trim_start().split(' ').next().unwrap_or("");
            if let Some(name) = names.get(first) {
                *line = line.replacen(first, name, 1);
            }
        }
    }

    /// A key that is equal for equal modules.
    pub(super) fn body_key(&self) -> String {
        format!("{:?} {:?} {:?}", self.ports, self.variables, self.body)
    }

    /// The module as Verilog, with waivers for unused signals.
    ///
    /// # Panics
    /// If two names become equal without their `$`. One of the fields then needs another name.
    pub(super) fn print(&self, unused: &[Unused]) -> String {
        self.check_names();
        let ports: Vec<(String, String)> = self
            .ports
            .iter()
            .zip(&self.variables)
            .map(|(port, variable)| {
                let direction = if port.is_output { "output" } else { "input" };
                let kind = if *variable { "reg" } else { "wire" };
                let range = if port.width == 1 {
                    String::new()
                } else {
                    format!(" [{}:0]", port.width - 1)
                };
                (plain(&port.name), format!("    {direction} {kind}{range} {}", plain(&port.name)))
            })
            .collect();
        let last = ports.len().saturating_sub(1);
        let ports = ports.iter().enumerate().map(|(i, (name, port))| {
            waived(name, &format!("{port}{}\n", if i < last { "," } else { "" }), unused)
        });
        let mut text = format!("module {} (\n{});\n", self.name, ports.collect::<String>());
        for line in &self.body {
            let line = plain(line);
            if line.is_empty() {
                text.push('\n');
                continue;
            }
            let declared = match line.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["reg" | "wire", .., name] => name.trim_end_matches(';'),
                _ => "",
            };
            text.push_str(&waived(declared, &format!("    {line}\n"), unused));
        }
        text.push_str("endmodule\n");
        text
    }
}

impl Module {
    fn check_names(&self) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let words = self.body.iter().flat_map(|line| line.split(|c| !is_name(c)));
        let names: BTreeSet<&str> =
            words.chain(self.ports.iter().map(|p| p.name.as_str())).collect();
        let mut plain_names = BTreeMap::new();
        for name in names {
            if let Some(other) = plain_names.insert(plain(name), name) {
                panic!("module `{}`: `{other}` and `{name}` have one name in Verilog", self.path);
            }
        }
    }
}

impl Port {
    fn declared(line: &str) -> Option<(Port, bool)> {
        let (is_output, variable, rest) = [
            ("input wire ", false, false),
            ("output reg ", true, true),
            ("output wire ", true, false),
        ]
        .iter()
        .find_map(|(prefix, output, variable)| {
            line.strip_prefix(prefix).map(|rest| (*output, *variable, rest))
        })?;
        let rest = rest.trim().trim_end_matches(';');
        let (width, name) = match rest.strip_prefix('[').and_then(|r| r.split_once(":0]")) {
            Some((high, name)) => (high.parse::<usize>().ok()? + 1, name.trim()),
            None => (1, rest),
        };
        Some((Port { name: name.into(), width, is_output }, variable))
    }
}

/// A declaration, with a waiver for the linter if the signal has one.
fn waived(name: &str, line: &str, unused: &[Unused]) -> String {
    // The name of an element of an array is that of the array with an index.
    let array = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
    match unused.iter().find(|unused| unused.signal == name || unused.signal == array) {
        None => line.to_owned(),
        Some(Unused { reason, .. }) => format!(
            "    // {reason}\n    // verilator lint_off UNUSEDSIGNAL\n{line}    \
             // verilator lint_on UNUSEDSIGNAL\n"
        ),
    }
}

/// Whether a line is a section comment of the HDL crate, or a blank line after another one.
fn is_noise(line: &str, before: Option<&String>) -> bool {
    let sections = [
        "Module arguments",
        "Update code",
        "Local signals",
        "Stub signals",
        "Sub module instances",
        "Enums",
        "Constant declarations",
    ];
    let comment =
        line.trim().strip_prefix("// ").is_some_and(|c| sections.iter().any(|s| c.starts_with(s)));
    comment || (line.is_empty() && before.is_none_or(|b| b.is_empty()))
}

fn tidy(line: &str) -> String {
    let spaced = match line.find(|c: char| c != ' ') {
        Some(indent) => format!("{}{}", &line[..indent], line[indent..].replace("  ", " ")),
        None => String::new(),
    };
    slices(&all_ones_literals(&narrow_literals(&casts(&spaced))))
}

/// Rewrites `((x) & 8'hff)`, the HDL crate's change of width, as `8'(x)`.
fn casts(line: &str) -> String {
    let mut line = line.to_owned();
    let mut from = 0;
    while let Some(start) = line[from..].find("((").map(|at| at + from) {
        from = start + 1;
        let Some(inner) = closing(&line[start + 1..]).map(|end| start + 1 + end) else { continue };
        let Some(rest) = line[inner + 1..].strip_prefix(" & ") else { continue };
        let Some(end) = rest.find(')') else { continue };
        let Some(width) = all_ones(&rest[..end]) else { continue };
        let cast = format!("{width}'({})", &line[start + 2..inner]);
        line.replace_range(start..inner + 1 + " & ".len() + end + 1, &cast);
        from = start;
    }
    line
}

/// The position that closes the parenthesis at the start of the text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The width of a literal if all its bits are ones.
fn all_ones(literal: &str) -> Option<usize> {
    let (width, digits) = literal.split_once("'h")?;
    let width: usize = width.parse().ok()?;
    let ones: u32 =
        digits.chars().map(|c| c.to_digit(16).map(u32::count_ones)).sum::<Option<u32>>()?;
    (ones as usize == width).then_some(width)
}

/// Rewrites `[(4)+:(2)]` as `[5:4]`, and `[(x)+:(2)]`, whose offset is a signal, as `[x +: 2]`.
fn slices(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("[(") {
        text.push_str(before);
        let parts = closing(&format!("({after}")).and_then(|end| {
            let (offset, tail) = after.split_at(end - 1);
            let (width, tail) = tail.strip_prefix(")+:(")?.split_once(")]")?;
            Some((offset, width.parse::<usize>().ok()?, tail))
        });
        let Some((offset, width, tail)) = parts else {
            text.push_str("[(");
            rest = after;
            continue;
        };
        text.push_str(&match offset.parse::<usize>() {
            Ok(low) if width == 1 => format!("[{low}]"),
            Ok(low) => format!("[{}:{low}]", low + width - 1),
            Err(_) => format!("[{offset} +: {width}]"),
        });
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// Rewrites `~64'(0)` as `{64{1'b1}}`: Yosys would complement the zero before widening it.
fn all_ones_literals(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('~') {
        text.push_str(before);
        let width = after.split_once("'(0)").filter(|(width, _)| width.parse::<usize>().is_ok());
        match width {
            Some((width, tail)) => {
                text.push_str(&format!("{{{width}{{1'b1}}}}"));
                rest = tail;
            }
            None => {
                text.push('~');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// Removes the default width of the HDL crate from literals, so that they take that of their
/// context.
fn narrow_literals(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("32'h") {
        let is_start = !rest[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let digits: String = rest[at + 4..].chars().take_while(char::is_ascii_hexdigit).collect();
        text.push_str(&rest[..at]);
        match u32::from_str_radix(&digits, 16) {
            Ok(number) if is_start => text.push_str(&number.to_string()),
            _ => text.push_str(&rest[at..at + 4 + digits.len()]),
        }
        rest = &rest[at + 4 + digits.len()..];
    }
    text.push_str(rest);
    text
}

/// Replaces `$` in names by `_`. System functions keep their `$`.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let within = before.is_ascii_alphanumeric() || before == '_';
        plain.push(if c == '$' && within { '_' } else { c });
        before = if c == '$' && within { '_' } else { c };
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casts_and_literals_are_tidied() {
        assert_eq!(tidy("x = ((a + b) & 8'hff);"), "x = 8'(a + b);");
        assert_eq!(tidy("x = ((((y) & 3'h7) + 1) & 4'hf);"), "x = 4'(3'(y) + 1);");
        assert_eq!(tidy("x = ((y) & 8'h0f);"), "x = ((y) & 8'h0f);");
        assert_eq!(tidy("    if (y == 32'h1f) begin"), "    if (y == 31) begin");
        assert_eq!(tidy("x = 132'h1f;"), "x = 132'h1f;");
        assert_eq!(tidy("x = (~((32'h0) & 4'hf)) << ~y;"), "x = ({4{1'b1}}) << ~y;");
        assert_eq!(tidy("x = y[(32'h4)+:(2)];"), "x = y[5:4];");
        assert_eq!(
            tidy("x = y[(((n) & 3'h7))+:(1)] | z[(32'h0)+:(1)];"),
            "x = y[3'(n) +: 1] | z[0];"
        );
        assert_eq!(tidy("x = y[(n)+:(8)];"), "x = y[n +: 8];");
    }

    #[test]
    fn names_lose_their_dollars_and_functions_keep_them() {
        assert_eq!(plain("lane$0$q = $signed(a$b);"), "lane_0_q = $signed(a_b);");
    }

    #[test]
    fn ports_are_found() {
        let (port, variable) = Port::declared("output reg  [2:0] result;").unwrap();
        assert_eq!((port.width, port.name.as_str(), variable), (3, "result", true));
        assert!(Port::declared("reg  [2:0] result;").is_none());
    }
}
