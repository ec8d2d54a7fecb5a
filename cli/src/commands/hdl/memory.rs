// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl memory`: the bits of the core's memories, counted in its Verilog.

use super::super::Failure;
use super::super::terminal::say;
use engine::build::Build;
use std::collections::BTreeMap;
use tools::hierarchy::Module;

/// The bits of the block RAMs (2,160 of 36 Kbit) and UltraRAMs (960 of 288 Kbit) of a Xilinx U200.
const DEVICE_BITS: u64 = 2160 * 36 * 1024 + 960 * 288 * 1024;

/// Runs the command.
pub fn run() -> Result<(), Failure> {
    let core = hdl::core("core", &Build::DEFAULT);
    let mut totals: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    count(&tools::hierarchy::modules(&core.verilog), "core", &mut totals);
    let mut rows: Vec<(String, (u64, u64))> = totals.into_iter().collect();
    rows.sort_by_key(|(name, (_, bits))| (std::cmp::Reverse(*bits), name.clone()));
    let all: u64 = rows.iter().map(|(_, (_, bits))| bits).sum();
    say!("| memory | instances | Mbit |");
    say!("| --- | --: | --: |");
    for (name, (instances, bits)) in rows.iter().filter(|(_, (_, bits))| *bits >= 100_000) {
        say!("| `{name}` | {instances} | {:.1} |", *bits as f64 / 1e6);
    }
    let (all, device) = (all as f64 / 1e6, DEVICE_BITS as f64 / 1e6);
    say!("\n{all:.0} Mbit in total; block RAMs and UltraRAMs of a U200 have {device:.0} Mbit");
    Ok(())
}

/// The bits of `reg [a:0] name [0:b];`.
fn memory_bits(line: &str) -> Option<u64> {
    let rest = line.strip_prefix("reg [")?;
    let (high, rest) = rest.split_once(":0] ")?;
    let (_, rest) = rest.split_once(" [0:")?;
    let last = rest.strip_suffix("];")?;
    Some((high.parse::<u64>().ok()? + 1) * (last.parse::<u64>().ok()? + 1))
}

/// Adds the memories of a module and of the modules in it, by module name.
fn count(
    modules: &BTreeMap<&str, Module<'_>>,
    name: &str,
    totals: &mut BTreeMap<String, (u64, u64)>,
) {
    let Some(module) = modules.get(name) else { return };
    let bits: u64 = module.text.lines().filter_map(|line| memory_bits(line.trim())).sum();
    if bits > 0 {
        let total = totals.entry(name.to_owned()).or_default();
        *total = (total.0 + 1, total.1 + bits);
    }
    module.children.iter().for_each(|child| count(modules, child, totals));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memories_count_once_per_instance() {
        let verilog = "module cell (\n);\n    reg [7:0] words [0:15];\n    reg [7:0] q;\n\
                       endmodule\nmodule top (\n);\n    cell a(\n    );\n    cell b(\n    );\n\
                       endmodule\n";
        let mut totals = BTreeMap::new();
        count(&tools::hierarchy::modules(verilog), "top", &mut totals);
        assert_eq!(totals, BTreeMap::from([("cell".to_owned(), (2, 256))]));
    }
}
