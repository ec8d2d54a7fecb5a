// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl synth` and `riskgate hdl route`: the resources of kernels and the core on a
//! device.

use super::super::terminal::{complain, say};
use super::super::{Failure, interrupted};
use engine::machine::LANES;
use hdl::emit::Emitted;
use std::time::Duration;
use tools::hierarchy::{Design, NotMapped, Part};
use tools::nextpnr::{Path, Routed};
use tools::yosys::{Limit, Resources, YosysError};

/// Designs that are mapped part by part: as a whole, each needs more memory than the Yosys from
/// PyPI has.
const DESIGNS: [&str; 2] = ["core", hdl::SMALL_CORE];
/// Designs that `synth` maps only by name. The memories of the default build exceed every device.
const MAPPED_BY_NAME: [&str; 1] = ["core"];
/// Kernels that `route` places by default. An ECP5 has no room for memories and a parser of the
/// size for a U200, and the verdict tree was not routed after eight minutes.
const ROUTED: [&str; 11] = [
    "allocator",
    "column_port",
    "fetch_port",
    "group_unit_16",
    "key_port",
    "lane",
    "logic_unit",
    "registers",
    "sequencer",
    "sum_bank",
    "table_unit_64",
];

/// Map, or place and route, kernels for a device.
#[derive(clap::Args)]
pub struct Args {
    /// Kernels; by default all that fit the memory of the tools and the device
    #[arg(value_name = "KERNEL")]
    kernels: Vec<String>,
    /// Minutes after which a tool is stopped for a kernel
    #[arg(long, value_name = "N", default_value_t = 15)]
    minutes: u64,
}

/// Maps kernels for UltraScale+.
pub fn synth(args: &Args) -> Result<(), Failure> {
    let kernels = named(&args.kernels, |name| !MAPPED_BY_NAME.contains(&name))?;
    say!("| kernel | LUT | FF | carry | BRAM36 | URAM | DSP | cells on the longest path |");
    say!("| --- | --: | --: | --: | --: | --: | --: | --: |");
    each(&kernels, args, |module, limit| {
        if DESIGNS.contains(&module.name.as_str()) {
            let design = tools::hierarchy::map(module, limit, &mut |step| complain!("{step}"))?;
            return Ok(design_rows(&module.name, &design));
        }
        let found = tools::yosys::map(module, &[], limit, &mut |step| complain!("{step}"))?;
        Ok(vec![format!("| `{}` | {} | {} |", module.name, columns(&found), found.depth)])
    })
}

/// Places and routes kernels on an ECP5.
pub fn route(args: &Args) -> Result<(), Failure> {
    let kernels = named(&args.kernels, |name| ROUTED.contains(&name))?;
    say!(
        "| kernel | LUT4 | FF | block RAM | 18 × 18 | MHz | slowest path | ns to its start, in \
         cells, on wires |"
    );
    say!("| --- | --: | --: | --: | --: | --: | --- | --- |");
    each(&kernels, args, |module, limit| {
        let found = tools::nextpnr::route(module, limit, &mut |step| complain!("{step}"))?;
        let Routed { luts, flip_flops, block_rams, multipliers, clock_mhz, slowest } = found;
        let clock = clock_mhz.map_or("no path".to_owned(), |mhz| format!("{mhz:.0}"));
        let path = slowest.map_or("| |".to_owned(), |path| {
            let Path { from, to, first_ns, cells_ns, wires_ns } = path;
            format!("| `{from}` to `{to}` | {first_ns:.1} + {cells_ns:.1} + {wires_ns:.1} |")
        });
        let name = &module.name;
        Ok(vec![format!(
            "| `{name}` | {luts} | {flip_flops} | {block_rams} | {multipliers} | {clock} {path}"
        )])
    })
}

/// Shows the rows of each kernel and returns at the end an error that names the kernels that a tool
/// refused or was too slow for, so that one failure does not hide the other kernels.
fn each(
    kernels: &[Emitted],
    args: &Args,
    mut rows: impl FnMut(&Emitted, Limit) -> Result<Vec<String>, YosysError>,
) -> Result<(), Failure> {
    let limit = Limit { time: Duration::from_secs(60 * args.minutes), stop: interrupted };
    let mut missing = Vec::new();
    for module in kernels {
        match rows(module, limit) {
            Ok(rows) => {
                for row in rows {
                    say!("{row}");
                }
            }
            Err(error @ (YosysError::Refused { .. } | YosysError::Late { .. })) => {
                missing.push(error.to_string())
            }
            Err(error) => return Err(Failure::of(error)),
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(Failure::of(missing.join("\n"))) }
}

/// The kernels with these names; without names, those that `by_default` accepts.
fn named(names: &[String], by_default: fn(&str) -> bool) -> Result<Vec<Emitted>, Failure> {
    // The top is two lines of logic around the core, so it has no row.
    let all = hdl::all()
        .into_iter()
        .filter(|module| module.name != hdl::top::NAME)
        .chain(hdl::small_units());
    let all: Vec<Emitted> = all.chain([hdl::small_core()]).collect();
    let unknown: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| !all.iter().any(|m| m.name == **name))
        .collect();
    if !unknown.is_empty() {
        let known: Vec<&str> = all.iter().map(|m| m.name.as_str()).collect();
        let (unknown, known) = (unknown.join(", "), known.join(", "));
        return Err(Failure::of(format!("unknown kernel {unknown}; the kernels are {known}")));
    }
    let wanted = |module: &Emitted| match names.is_empty() {
        true => by_default(&module.name),
        false => names.contains(&module.name),
    };
    Ok(all.into_iter().filter(wanted).collect())
}

/// The rows of a design: the whole, then the modules in its top, then the top's own logic.
fn design_rows(name: &str, design: &Design) -> Vec<String> {
    let missing: Vec<String> = design
        .parts
        .iter()
        .filter(|part| part.each.is_err())
        .map(|part| format!("`{}`", part.name))
        .collect();
    let without = if missing.is_empty() {
        String::new()
    } else {
        format!(", without {}", missing.join(", "))
    };
    let all = columns(&design.all);
    let all =
        format!("| `{name}` (sum of its modules × instances, {LANES} lanes{without}) | {all} | |");
    let part = |Part { name, instances, each }: &Part| match each {
        Ok(each) => {
            let all = columns(&Resources::default().plus(*instances, each));
            let depth = if each.depth == 0 { String::new() } else { each.depth.to_string() };
            format!("| of it {instances} × `{name}` | {all} | {depth} |")
        }
        Err(NotMapped(reason)) => format!("| {instances} × `{name}`: {reason} | | | | | | | |"),
    };
    let own = format!(
        "| of it outside these modules | {} | {} |",
        columns(&design.own),
        design.own.depth
    );
    std::iter::once(all).chain(design.parts.iter().map(part)).chain([own]).collect()
}

fn columns(takes: &Resources) -> String {
    let Resources { luts, flip_flops, carries, ultra_rams, dsps, .. } = takes;
    let block_rams = takes.block_rams();
    format!("{luts} | {flip_flops} | {carries} | {block_rams} | {ultra_rams} | {dsps}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_design_has_a_row_for_itself_and_one_for_each_part() {
        let takes = |luts, half_block_rams, depth| Resources {
            luts,
            half_block_rams,
            depth,
            ..Resources::default()
        };
        let part = |name: &str, instances, each| Part { name: name.into(), instances, each };
        let parts = vec![
            part("lane", 3, Ok(takes(2, 1, 9))),
            part("slots", 1, Err(NotMapped("too large".into()))),
        ];
        let design = Design { all: takes(7, 3, 0), own: takes(1, 0, 4), parts };
        let rows = [
            "| `core` (sum of its modules × instances, 32 lanes, without `slots`) | 7 | 0 | 0 | 2 \
             | 0 | 0 | |",
            "| of it 3 × `lane` | 6 | 0 | 0 | 2 | 0 | 0 | 9 |",
            "| 1 × `slots`: too large | | | | | | | |",
            "| of it outside these modules | 1 | 0 | 0 | 0 | 0 | 0 | 4 |",
        ];
        assert_eq!(design_rows("core", &design), rows);
    }
}
