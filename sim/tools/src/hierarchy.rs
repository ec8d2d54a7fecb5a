// SPDX-License-Identifier: Apache-2.0

//! What a design of many modules takes of a Xilinx UltraScale+ device: what stands in its top
//! mapped one by one, then summed by instances.
//!
//! As one, the core is more than the Yosys from PyPI has memory for; its parts are not. What that
//! misses is what only shows across the borders of parts, constants and outputs that nobody reads,
//! so that the sum is rather too large than too small. How deep the whole is nobody knows, since
//! paths cross borders.
//!
//! A part that Yosys refuses or is late with is taken apart in its turn.
//!
//! A file of registers with more than two read ports is mapped with one and with two, and each
//! further one counts as the second: read ports are copies of the same memory, each with a
//! selection of its own, and share nothing but what is written.

use crate::yosys::{self, Limit, Resources, YosysError};
use hdl::emit::Emitted;
use std::collections::{BTreeMap, BTreeSet};

/// What a design takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    /// The parts that are mapped, and the cells of the top by itself.
    pub all: Resources,
    /// The cells of the top by itself.
    pub own: Resources,
    /// What stands in its top, in the order of their names.
    pub parts: Vec<Part>,
}

/// A module that stands in the top of a design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// How often it stands there.
    pub instances: u64,
    /// What one instance takes, with everything that stands in it, without a depth if it was taken
    /// apart; none if Yosys did not map it.
    pub each: Result<Resources, NotMapped>,
}

/// What Yosys says of a module that it does not map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMapped(pub String);

/// A module of a Verilog file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Module<'a> {
    /// Its text.
    pub text: &'a str,
    /// The modules that stand in it, each as often as it does.
    pub children: Vec<&'a str>,
}

/// The modules of emitted Verilog, by name.
pub fn modules(verilog: &str) -> BTreeMap<&str, Module<'_>> {
    const END: &str = "\nendmodule\n";
    let mut modules = BTreeMap::new();
    let starts = verilog.match_indices("module ").map(|(start, _)| start);
    for start in starts.filter(|start| *start == 0 || verilog[..*start].ends_with('\n')) {
        let text = &verilog[start..];
        let text = text.find(END).map_or(text, |end| &text[..end + END.len()]);
        let name = text["module ".len()..].split([' ', '(']).next().unwrap_or_default();
        let children = text.lines().skip(1).filter_map(|line| {
            match line.trim().split(' ').collect::<Vec<_>>()[..] {
                [child, instance] if instance.ends_with('(') => Some(child),
                _ => None,
            }
        });
        modules.insert(name, Module { text, children: children.collect() });
    }
    modules
}

/// Maps a design part by part, each in no more than so long.
///
/// # Errors
/// [`YosysError`], unless it is a part that is refused or late.
pub fn map(
    emitted: &Emitted,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Design, YosysError> {
    take_apart(&modules(&emitted.verilog), &emitted.name, &mut |module, without| {
        progress(&format!(
            "mapping {}{}",
            module.name,
            if without.is_empty() { "" } else { " without its parts" }
        ));
        if without.is_empty() {
            map_part(module, limit, progress)
        } else {
            yosys::map(module, without, limit, progress)
        }
    })
}

/// What maps a module without the modules that are named.
type Mapper<'m> = dyn FnMut(&Emitted, &[&str]) -> Result<Resources, YosysError> + 'm;

fn take_apart(
    modules: &BTreeMap<&str, Module<'_>>,
    top: &str,
    map: &mut Mapper<'_>,
) -> Result<Design, YosysError> {
    let mut instances: BTreeMap<&str, u64> = BTreeMap::new();
    modules[top].children.iter().for_each(|child| *instances.entry(child).or_default() += 1);
    let mut parts = Vec::new();
    for (name, instances) in &instances {
        let mut each = or_not_mapped(map(&module(modules, name), &[]))?;
        if each.is_err() && !modules[name].children.is_empty() {
            each = or_not_mapped(take_apart(modules, name, map))?.and_then(Design::whole);
        }
        parts.push(Part { name: (*name).to_owned(), instances: *instances, each });
    }
    let own = map(&module(modules, top), &instances.into_keys().collect::<Vec<_>>())?;
    Ok(design(own, parts))
}

/// A module that is refused or late is no error of the whole.
fn or_not_mapped<T>(found: Result<T, YosysError>) -> Result<Result<T, NotMapped>, YosysError> {
    match found {
        Err(error @ (YosysError::Refused { .. } | YosysError::Late { .. })) => {
            Ok(Err(NotMapped(error.to_string())))
        }
        found => found.map(Ok),
    }
}

impl Design {
    /// What it takes, if nothing of it is missing.
    fn whole(self) -> Result<Resources, NotMapped> {
        self.parts.into_iter().find_map(|part| part.each.err()).map_or(Ok(self.all), Err)
    }
}

/// A module with everything that stands in it.
fn module(modules: &BTreeMap<&str, Module<'_>>, name: &str) -> Emitted {
    Emitted { name: name.to_owned(), verilog: text(modules, name), ports: Vec::new() }
}

fn map_part(
    part: &Emitted,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Resources, YosysError> {
    match read_ports(&part.verilog) {
        0..=2 => yosys::map(part, &[], limit, progress),
        ports => {
            let one = yosys::map_with_read_ports(part, 1, limit, progress)?;
            let two = yosys::map_with_read_ports(part, 2, limit, progress)?;
            Ok(with_read_ports(ports, &one, &two))
        }
    }
}

/// What a file of registers takes with so many read ports, from what it takes with one and with
/// two.
fn with_read_ports(ports: u64, one: &Resources, two: &Resources) -> Resources {
    two.plus(ports - 2, &two.less(one))
}

/// Read ports of a file of registers, 0 of another module.
fn read_ports(verilog: &str) -> u64 {
    let is_port = |line: &&str| {
        line.trim_start().starts_with("output reg ") && line.contains(yosys::READ_PORT)
    };
    verilog.lines().filter(is_port).count() as u64
}

fn design(own: Resources, parts: Vec<Part>) -> Design {
    let add = |all: Resources, part: &Part| {
        part.each.as_ref().map_or(all, |each| all.plus(part.instances, each))
    };
    let all = parts.iter().fold(Resources { depth: 0, ..own }, add);
    Design { all, own, parts }
}

/// The text of a module and of everything that stands in it.
fn text(modules: &BTreeMap<&str, Module<'_>>, name: &str) -> String {
    let mut names = BTreeSet::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        if let (Some(module), true) = (modules.get(name), names.insert(name)) {
            open.extend(&module.children);
        }
    }
    names.into_iter().map(|name| modules[name].text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERILOG: &str = "// top: module of nothing\n\nmodule cell (\n    input wire a\n);\nendmodule\n\n\
                           module pair (\n    input wire a\n);\n    cell first(\n        .a(a)\n    );\n    cell second(\n    );\nendmodule\n\n\
                           module top (\n    input wire a\n);\n    pair pair_0(\n    );\n    cell alone(\n    );\n    pair pair_1(\n    );\nendmodule\n";

    #[test]
    fn what_stands_in_what_is_read_from_the_text() {
        let modules = modules(VERILOG);
        assert_eq!(modules.keys().copied().collect::<Vec<_>>(), ["cell", "pair", "top"]);
        assert_eq!(modules["top"].children, ["pair", "cell", "pair"]);
        assert_eq!(text(&modules, "cell"), "module cell (\n    input wire a\n);\nendmodule\n");
        let pair = text(&modules, "pair");
        assert!(
            pair.starts_with("module cell (")
                && pair.contains("module pair (")
                && !pair.contains("module top")
        );
    }

    #[test]
    fn each_further_read_port_counts_as_the_second() {
        let verilog = "module file (\n    output reg [65:0] read_data_0,\n    output reg [65:0] read_data_1,\n    output reg [65:0] read_data_2\n);\n";
        assert_eq!((read_ports(verilog), read_ports(VERILOG)), (3, 0));
        let takes = |luts, depth| Resources { luts, depth, ..Resources::default() };
        assert_eq!(with_read_ports(131, &takes(110, 4), &takes(210, 5)), takes(110 + 130 * 100, 5));
    }

    #[test]
    fn a_part_that_is_late_is_taken_apart() {
        // A cell takes 1 and has a depth, what a pair has between its cells 10, the top 100. A
        // whole pair is late.
        let map = |late: &[&str]| {
            let mapped = |module: &Emitted, without: &[&str]| match module.name.as_str() {
                name if without.is_empty() && late.contains(&name) => {
                    Err(YosysError::Late { module: name.to_owned(), minutes: 9 })
                }
                "cell" => Ok(Resources { luts: 1, depth: 2, ..Resources::default() }),
                "pair" => Ok(Resources { luts: 10, depth: 3, ..Resources::default() }),
                _ => Ok(Resources { luts: 100, depth: 4, ..Resources::default() }),
            };
            take_apart(&modules(VERILOG), "top", &mut { mapped }).expect("only parts are late")
        };
        let design = map(&["pair"]);
        assert_eq!(design.parts[1].each, Ok(Resources { luts: 12, ..Resources::default() }));
        assert_eq!(design.all.luts, 1 + 2 * 12 + 100);
        // One that cannot be taken apart is missing, and with it what it stands in.
        let missing = Err(NotMapped("`cell` takes more than 9 minutes".into()));
        let design = map(&["pair", "cell"]);
        assert_eq!(
            design.parts.into_iter().map(|part| part.each).collect::<Vec<_>>(),
            [missing.clone(), missing]
        );
    }

    #[test]
    fn a_part_counts_once_an_instance() {
        let takes =
            |luts, half_block_rams| Resources { luts, half_block_rams, ..Resources::default() };
        let part = |name: &str, instances, each| Part { name: name.into(), instances, each };
        let missing = part("c", 9, Err(NotMapped("`c` is too large".into())));
        let parts = vec![part("a", 4, Ok(takes(5, 2))), part("b", 1, Ok(takes(0, 1))), missing];
        assert_eq!(design(takes(7, 0), parts).all, takes(27, 9));
    }
}
