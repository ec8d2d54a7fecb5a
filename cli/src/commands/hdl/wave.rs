// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl wave` and `riskgate hdl draw`: the waves of two orders through the core, and a
//! picture of them.

use super::super::terminal::{complain, say};
use super::super::{Failure, programs};
use benches::executors::Engine;
use engine::build::Build;
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::{MessageId, TableId};
use files::output::OutputFile;
use riskgate::waves::{Waves, draw};
use sim::core_model::CoreModel;
use sim::record::Recorder;
use sim::replay::{Purpose, Replayer};
use std::path::{Path, PathBuf};

/// The rules, the first row of the first table, and the two orders: number, account, price and
/// quantity.
const RULES: &str = include_str!("../../../../docs/src/waves.rules");
const ACCOUNT: [i64; 2] = [3, 2_000];
const ORDERS: [[i64; 4]; 2] = [[1, 3, 10, 50], [2, 3, 10, 200]];
const SESSION: u16 = 7;
/// Idle cycles after each order.
const IDLE_CYCLES: u32 = 2;
/// The signals of the picture, in the scope of the core.
const SIGNALS: [&str; 25] = [
    "clock",
    "s_axis_order_tvalid",
    "s_axis_order_tready",
    "s_axis_order_tdata[255:160]",
    "parse_field_data_2[63:0]",
    "parse_field_data_3[63:0]",
    "sequencer_busy",
    "sequencer_live",
    "sequencer_address",
    "lanes_1_entry_valid",
    "table_units_5_answer",
    "table_units_5_answer_data[65:0]",
    "table_units_5_fetched",
    "table_units_5_fetched_values[129:66]",
    "lanes_4_entry_valid",
    "verdict_judge",
    "verdict_decided",
    "verdict_accept",
    "column_ports_permit",
    "column_ports_write_5",
    "column_ports_values[129:66]",
    "table_units_0_rows",
    "column_ports_write_0",
    "m_axis_verdict_tvalid",
    "m_axis_verdict_tdata[135:64]",
];

/// Write the waves of two orders through the core.
#[derive(clap::Args)]
pub struct Wave {
    /// File to write
    #[arg(long, value_name = "FILE", default_value = "target/waves.vcd")]
    out: PathBuf,
    /// File format
    #[arg(long, value_enum, default_value_t = Format::Vcd)]
    format: Format,
}

/// Formats of waves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text
    Vcd,
    /// Packed
    Fst,
}

/// Draw waves as SVG.
#[derive(clap::Args)]
pub struct Draw {
    /// VCD file that `riskgate hdl wave` wrote
    #[arg(default_value = "target/waves.vcd")]
    waves: PathBuf,
    /// SVG file to write
    #[arg(long, value_name = "FILE.svg", default_value = "docs/src/waves.svg")]
    out: PathBuf,
    /// First cycle
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Cycle after the last one
    #[arg(long, default_value_t = 24)]
    to: u64,
}

/// Runs `riskgate hdl wave`.
pub fn wave(args: &Wave) -> Result<(), Failure> {
    let program = programs::built_in("waves.rules", RULES)?;
    let program = programs::for_engine(program, Engine::Rtl);
    let verilator =
        tools::verilator::find_or_fetch(&mut |step| complain!("{step}")).map_err(Failure::of)?;
    let folder = tools::target_folder().join("waves");
    std::fs::create_dir_all(&folder).map_err(|error| io(&folder, &error))?;
    let record = folder.join("core.record");
    let core = hdl::small_core();
    complain!("building the core twice; the first time takes a few minutes");
    let drive = |kernel: &mut sim::kernel::Kernel<'_>| -> Result<(), Failure> {
        kernel.record(Recorder::create(&record, &core).map_err(|error| io(&record, &error))?);
        let mut core =
            CoreModel::new(kernel, Build::SMALL, program.clone()).map_err(Failure::of)?;
        let mut buffer = [0; FRAME_BYTES_MAX];
        let account = write(&program, FrameKind::Row(TableId(0)), 0, &ACCOUNT, &mut buffer)?;
        core.load(account);
        core.mark();
        for (sequence, order) in (1..).zip(ORDERS) {
            let frame =
                write(&program, FrameKind::Message(MessageId(0)), sequence, &order, &mut buffer)?;
            let answer = core.execute(frame, SESSION);
            let [_, account, price, quantity] = order;
            let verdict = match answer.verdict.reason {
                None => "accepted".to_owned(),
                Some(reason) => {
                    format!("rejected: {reason}, failing rules {:#b}", answer.verdict.failing)
                }
            };
            let (decided, free) = (answer.verdict_cycles, answer.commit_cycles);
            say!(
                "account {account}, price {price}, quantity {quantity}: {verdict}; verdict \
                 {decided} cycles after the first beat, core free after {free}"
            );
            (0..IDLE_CYCLES).for_each(|_| core.idle());
        }
        Ok(())
    };
    sim::kernel::with_kernel(&verilator, &folder, &core, drive).map_err(Failure::of)??;
    let purpose = if args.format == Format::Vcd { Purpose::Vcd } else { Purpose::Fst };
    let replayer = Replayer::build(&verilator, &folder, &core, purpose).map_err(Failure::of)?;
    replayer.run(&record, &args.out).map_err(Failure::of)?;
    say!("{}: every signal of the core", args.out.display());
    Ok(())
}

/// Runs `riskgate hdl draw`.
pub fn draw_waves(args: &Draw) -> Result<(), Failure> {
    let text = std::fs::read_to_string(&args.waves).map_err(|error| io(&args.waves, &error))?;
    let waves = Waves::read(&text, hdl::SMALL_CORE, &SIGNALS).map_err(Failure::of)?;
    let mut output = OutputFile::create(&args.out).map_err(Failure::of)?;
    output.put(draw(&waves, args.from..args.to).as_bytes()).map_err(Failure::of)?;
    output.finish().map_err(Failure::of)?;
    say!("{}: {} signals, cycles {} to {}", args.out.display(), SIGNALS.len(), args.from, args.to);
    Ok(())
}

fn write<'b>(
    program: &Program,
    kind: FrameKind,
    sequence: u32,
    numbers: &[i64],
    buffer: &'b mut [u8; FRAME_BYTES_MAX],
) -> Result<&'b [u8], Failure> {
    let layout = program.layout(kind);
    let values: Vec<FieldValue<'_>> = numbers.iter().copied().map(FieldValue::Number).collect();
    layout.write(sequence, &values, buffer).map_err(Failure::of)
}

fn io(path: &Path, error: &std::io::Error) -> Failure {
    Failure::of(format!("{}: {error}", path.display()))
}
