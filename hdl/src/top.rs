// SPDX-License-Identifier: Apache-2.0

//! The top: the core and the register file as one module with conventional AXI ports.
//!
//! ```text
//!  s_axil ─▶ registers ──program words, bank wanted──▶ core ◀── s_axis_order
//!                      ◀──bank, busy, verdicts that leave──  ──▶ m_axis_verdict
//! ```
//! The ports and wires are derived from those of the two parts. A stream of the core becomes a
//! stream of the top, with `tkeep` and `tlast` of a whole beat if the core's has none. Every other
//! port of the core is connected to the port of the register file with the same name, which can be
//! wider or narrower. So a new stream or port of the core needs no change here. A port of the core
//! that only benches use ends at a wire.
//!
//! The modules of the parts are in the files of the parts.

use crate::emit::{Emitted, LICENSE, Port};
use crate::probe;
use engine::answer::{ACCEPT, MALFORMED};
use std::fmt::Write;

/// The name of the module.
pub const NAME: &str = "riskgate";
/// The modules that the top instantiates, whose files it needs.
pub const PARTS: [&str; 2] = ["core", "registers"];
/// Ports that both parts have and the top passes on.
const COMMON: [&str; 2] = ["clock", "reset"];

/// The expression for a port of the register file that observes the streams.
fn of_streams(port: &str) -> Option<String> {
    Some(match port {
        "frame_taken" => "s_axis_order_tvalid & s_axis_order_tready & s_axis_order_tlast".into(),
        "verdict_taken" => "m_axis_verdict_tvalid & m_axis_verdict_tready".into(),
        "verdict_accept" => format!("m_axis_verdict_tdata[{ACCEPT}]"),
        "verdict_malformed" => format!("m_axis_verdict_tdata[{MALFORMED}]"),
        _ => return None,
    })
}

fn is_stream(port: &Port) -> bool {
    port.name.starts_with("s_axis_") || port.name.starts_with("m_axis_")
}

fn is_outer(port: &Port) -> bool {
    COMMON.contains(&port.name.as_str()) || is_stream(port) || port.name.starts_with("s_axil_")
}

fn find<'a>(part: &'a Emitted, name: &str) -> Option<&'a Port> {
    part.ports.iter().find(|port| port.name == name)
}

fn range(width: usize) -> String {
    if width == 1 { String::new() } else { format!(" [{}:0]", width - 1) }
}

/// The signals that an output stream of the core omits because they never change, with their widths
/// and values.
fn whole_beats(core: &Emitted) -> Vec<(Port, String)> {
    let mut added = Vec::new();
    for data in core.ports.iter().filter(|port| port.is_output && port.name.ends_with("_tdata")) {
        let stream = data.name.trim_end_matches("tdata");
        let bytes = data.width / 8;
        for (part, width, value) in
            [("tkeep", bytes, format!("{{{bytes}{{1'b1}}}}")), ("tlast", 1, "1'b1".into())]
        {
            let name = format!("{stream}{part}");
            if find(core, &name).is_none() {
                added.push((Port { name, width, is_output: true }, value));
            }
        }
    }
    added
}

/// A wire between the parts, or an unused output of a part. It is as wide as its driver.
struct Link<'a> {
    driver: &'a Port,
    reader: Option<&'a Port>,
}

impl Link<'_> {
    /// The expression for a reader of a given width.
    fn read(&self, width: usize) -> String {
        let (name, driven) = (&self.driver.name, self.driver.width);
        match width {
            _ if width < driven => format!("{name}{}", range_of(width)),
            _ if width > driven => format!("{{{}'d0, {name}}}", width - driven),
            _ => name.clone(),
        }
    }

    fn declaration(&self) -> String {
        let wire = format!("    wire{} {};\n", range(self.driver.width), self.driver.name);
        let reason = match self.reader {
            None if self.driver.name == probe::NAME => "Only benches of the core read it.",
            None => "Not read yet.",
            Some(reader) if reader.width < self.driver.width => {
                "The register has more bits than the core's port."
            }
            Some(_) => return wire,
        };
        format!(
            "    // {reason}\n    // verilator lint_off UNUSEDSIGNAL\n{wire}    \
             // verilator lint_on UNUSEDSIGNAL\n"
        )
    }
}

fn range_of(width: usize) -> String {
    if width == 1 { "[0]".into() } else { format!("[{}:0]", width - 1) }
}

/// The wires between core and register file, in the order of the register file's ports.
///
/// # Panics
/// If the core has a port that belongs to no stream and has no counterpart in the register file.
fn links<'a>(core: &'a Emitted, registers: &'a Emitted) -> Vec<Link<'a>> {
    for port in core.ports.iter().filter(|port| !is_outer(port) && port.name != probe::NAME) {
        let partner =
            find(registers, &port.name).filter(|partner| partner.is_output != port.is_output);
        assert!(
            partner.is_some(),
            "the core's port `{}` has no partner in the register file",
            port.name
        );
    }
    let mut links = Vec::new();
    for port in registers.ports.iter().filter(|port| !is_outer(port)) {
        match find(core, &port.name) {
            Some(partner) if port.is_output => {
                links.push(Link { driver: port, reader: Some(partner) })
            }
            Some(partner) => links.push(Link { driver: partner, reader: Some(port) }),
            None if port.is_output => links.push(Link { driver: port, reader: None }),
            None => {}
        }
    }
    links.extend(find(core, probe::NAME).map(|driver| Link { driver, reader: None }));
    links
}

/// An instance of a part. A port that is neither a port of the top nor linked observes the streams,
/// or is zero.
fn instance(part: &Emitted, links: &[Link<'_>]) -> String {
    let connection = |port: &Port| {
        let link = links.iter().find(|link| link.driver.name == port.name);
        let to = match link {
            _ if is_outer(port) => port.name.clone(),
            Some(link) if port.is_output => link.driver.name.clone(),
            Some(link) => link.read(port.width),
            None => of_streams(&port.name).unwrap_or_else(|| format!("{}'d0", port.width)),
        };
        format!("        .{}({to})", port.name)
    };
    let connections: Vec<String> = part.ports.iter().map(connection).collect();
    format!("    {0} u_{0} (\n{1}\n    );\n", part.name, connections.join(",\n"))
}

/// The top around a core and a register file.
///
/// # Panics
/// If the core has a port that has no counterpart in the register file, which then needs one.
pub fn top(core: &Emitted, registers: &Emitted) -> Emitted {
    let whole = whole_beats(core);
    let mut ports: Vec<Port> = core
        .ports
        .iter()
        .filter(|p| COMMON.contains(&p.name.as_str()) || is_stream(p))
        .cloned()
        .collect();
    ports.extend(whole.iter().map(|(port, _)| port.clone()));
    ports.extend(registers.ports.iter().filter(|port| port.name.starts_with("s_axil_")).cloned());
    let header: Vec<String> = ports
        .iter()
        .map(|port| {
            let direction = if port.is_output { "output" } else { "input" };
            format!("    {direction} wire{} {}", range(port.width), port.name)
        })
        .collect();
    let links = links(core, registers);
    let mut verilog = format!(
        "{LICENSE}// {NAME}: the engine with AXI-Streams for orders and verdicts \
         and AXI-Lite registers\n//\n\
         // Generated from hdl/src by `riskgate hdl emit`. Change the kernels, not this file.\n\
         // It needs {}.v and {}.v.\n\n\
         `default_nettype none\n\nmodule {NAME} (\n{}\n);\n",
        core.name,
        registers.name,
        header.join(",\n")
    );
    links.iter().for_each(|link| verilog.push_str(&link.declaration()));
    verilog.push('\n');
    for (port, value) in &whole {
        // Writing to a string cannot fail.
        let _ = writeln!(verilog, "    assign {} = {value};", port.name);
    }
    for part in [core, registers] {
        verilog.push('\n');
        verilog.push_str(&instance(part, &links));
    }
    verilog.push_str("endmodule\n\n`default_nettype wire\n");
    Emitted { name: NAME.into(), verilog, ports }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, ports: &[(&str, usize, bool)]) -> Emitted {
        let ports = ports.iter().map(|(name, width, is_output)| Port {
            name: (*name).into(),
            width: *width,
            is_output: *is_output,
        });
        Emitted { name: name.into(), verilog: String::new(), ports: ports.collect() }
    }

    fn registers() -> Emitted {
        let ports = [
            ("clock", 1, false),
            ("s_axil_rdata", 32, true),
            ("program_memory", 16, true),
            ("scan_target", 32, true),
            ("scan_data", 128, false),
            ("fault", 1, false),
        ];
        part("registers", &ports)
    }

    #[test]
    fn new_ports_of_the_core_become_ports_of_the_top() {
        let ports = [
            ("clock", 1, false),
            ("s_axis_h2c_tvalid", 1, false),
            ("m_axis_c2h_tdata", 512, true),
            ("m_axis_c2h_tlast", 1, true),
            ("program_memory", 10, false),
            ("scan_target", 32, false),
            ("scan_data", 66, true),
            ("probe", 3, true),
        ];
        let top = top(&part("core", &ports), &registers());
        let names: Vec<&str> = top.ports.iter().map(|port| port.name.as_str()).collect();
        let streams =
            ["s_axis_h2c_tvalid", "m_axis_c2h_tdata", "m_axis_c2h_tlast", "m_axis_c2h_tkeep"];
        assert_eq!(names, [&["clock"][..], &streams, &["s_axil_rdata"]].concat());
        for line in [
            ".s_axis_h2c_tvalid(s_axis_h2c_tvalid)",
            ".program_memory(program_memory[9:0])",
            ".scan_target(scan_target)",
            "wire [65:0] scan_data;",
            ".scan_data({62'd0, scan_data})",
            ".fault(1'd0)",
            "wire [2:0] probe;",
            ".probe(probe)",
            "assign m_axis_c2h_tkeep = {64{1'b1}};",
        ] {
            assert!(top.verilog.contains(line), "{line}\n{}", top.verilog);
        }
    }

    #[test]
    #[should_panic(expected = "`novel` has no partner")]
    fn an_unknown_port_is_rejected() {
        top(&part("core", &[("clock", 1, false), ("novel", 1, false)]), &registers());
    }
}
