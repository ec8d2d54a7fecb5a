// SPDX-License-Identifier: Apache-2.0

//! The resources of a large design, mapped to a Xilinx UltraScale+ device part by part.
//!
//! The Yosys from PyPI has not enough memory for the whole core, but it has enough for each module
//! in it. So each module is mapped separately, and the figures are summed over the instances. This
//! misses optimisations across the borders of modules, such as constant inputs and unused outputs,
//! so the sum is an upper estimate. The depth of the whole design is unknown, because paths cross
//! borders.
//!
//! A part that Yosys refuses, or does not finish in time, is divided into its own parts.
//!
//! A register file with more than two read ports is mapped with one and with two of them, and every
//! further port counts as much as the second. This is exact enough: a read port is a copy of the
//! memory with its own selection logic, and shares only the write logic with the other ports.

use crate::yosys::{self, Limit, Resources, YosysError};
use hdl::emit::Emitted;
use std::collections::{BTreeMap, BTreeSet};

/// The resources of a design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    /// The sum of all mapped parts and of the top's own cells.
    pub all: Resources,
    /// The top's own cells, without its parts.
    pub own: Resources,
    /// The modules instantiated in the top, ordered by name.
    pub parts: Vec<Part>,
}

/// A module that is instantiated in the top of a design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The name of the module.
    pub name: String,
    /// The number of instances in the top.
    pub instances: u64,
    /// The resources of one instance with everything in it, or why Yosys did not map it. The depth
    /// is 0 if the part was divided.
    pub each: Result<Resources, NotMapped>,
}

/// The message of Yosys about a module that it did not map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMapped(pub String);

/// A module of a Verilog file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Module<'a> {
    /// The text of the module.
    pub text: &'a str,
    /// The modules instantiated in it, one entry for each instance.
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

/// Maps a design part by part; the limit holds for each part.
///
/// # Errors
/// [`YosysError`]. A part that is refused or late is not an error, see [`Part::each`].
pub fn map(
    emitted: &Emitted,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Design, YosysError> {
    divide(&modules(&emitted.verilog), &emitted.name, &mut |module, without| {
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

/// A function that maps a module without the named modules.
type Mapper<'m> = dyn FnMut(&Emitted, &[&str]) -> Result<Resources, YosysError> + 'm;

/// Maps the parts of a module and its own cells, and divides the parts that are not mapped.
fn divide(
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
            each = or_not_mapped(divide(modules, name, map))?.and_then(Design::whole);
        }
        parts.push(Part { name: (*name).to_owned(), instances: *instances, each });
    }
    let own = map(&module(modules, top), &instances.into_keys().collect::<Vec<_>>())?;
    Ok(design(own, parts))
}

/// Turns the error of a module that is refused or late into a result of that module alone.
fn or_not_mapped<T>(found: Result<T, YosysError>) -> Result<Result<T, NotMapped>, YosysError> {
    match found {
        Err(error @ (YosysError::Refused { .. } | YosysError::Late { .. })) => {
            Ok(Err(NotMapped(error.to_string())))
        }
        found => found.map(Ok),
    }
}

impl Design {
    /// The resources of the whole design, or why one of its parts was not mapped.
    fn whole(self) -> Result<Resources, NotMapped> {
        self.parts.into_iter().find_map(|part| part.each.err()).map_or(Ok(self.all), Err)
    }
}

/// A module with all modules in it, as emitted Verilog.
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

/// The resources of a register file with `ports` read ports, extrapolated from those with one and
/// with two.
fn with_read_ports(ports: u64, one: &Resources, two: &Resources) -> Resources {
    two.plus(ports - 2, &two.less(one))
}

/// The number of read ports of a register file; 0 for any other module.
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

/// The text of a module and of all modules in it.
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

    const VERILOG: &str = "\
// top: module of nothing

module cell (
    input wire a
);
endmodule

module pair (
    input wire a
);
    cell first(
        .a(a)
    );
    cell second(
    );
endmodule

module top (
    input wire a
);
    pair pair_0(
    );
    cell alone(
    );
    pair pair_1(
    );
endmodule
";

    #[test]
    fn the_hierarchy_is_read_from_the_text() {
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
        let verilog = "module file (\n    output reg [65:0] read_data_0,\n    \
                       output reg [65:0] read_data_1,\n    output reg [65:0] read_data_2\n);\n";
        assert_eq!((read_ports(verilog), read_ports(VERILOG)), (3, 0));
        let takes = |luts, depth| Resources { luts, depth, ..Resources::default() };
        assert_eq!(with_read_ports(131, &takes(110, 4), &takes(210, 5)), takes(110 + 130 * 100, 5));
    }

    #[test]
    fn a_part_that_is_late_is_divided() {
        // A cell takes 1 LUT, the logic between the cells of a pair takes 10, that of the top 100.
        let map = |late: &[&str]| {
            let mapped = |module: &Emitted, without: &[&str]| match module.name.as_str() {
                name if without.is_empty() && late.contains(&name) => {
                    Err(YosysError::Late { module: name.to_owned(), minutes: 9 })
                }
                "cell" => Ok(Resources { luts: 1, depth: 2, ..Resources::default() }),
                "pair" => Ok(Resources { luts: 10, depth: 3, ..Resources::default() }),
                _ => Ok(Resources { luts: 100, depth: 4, ..Resources::default() }),
            };
            divide(&modules(VERILOG), "top", &mut { mapped }).expect("only parts are late")
        };
        let design = map(&["pair"]);
        assert_eq!(design.parts[1].each, Ok(Resources { luts: 12, ..Resources::default() }));
        assert_eq!(design.all.luts, 1 + 2 * 12 + 100);
        // A late cell has no parts, so neither it nor the pair that contains it has figures.
        let missing = Err(NotMapped("`cell` takes more than 9 minutes".into()));
        let design = map(&["pair", "cell"]);
        assert_eq!(
            design.parts.into_iter().map(|part| part.each).collect::<Vec<_>>(),
            [missing.clone(), missing]
        );
    }

    #[test]
    fn a_part_counts_once_for_each_instance() {
        let takes =
            |luts, half_block_rams| Resources { luts, half_block_rams, ..Resources::default() };
        let part = |name: &str, instances, each| Part { name: name.into(), instances, each };
        let missing = part("c", 9, Err(NotMapped("`c` is too large".into())));
        let parts = vec![part("a", 4, Ok(takes(5, 2))), part("b", 1, Ok(takes(0, 1))), missing];
        assert_eq!(design(takes(7, 0), parts).all, takes(27, 9));
    }
}
