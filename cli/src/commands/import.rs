// SPDX-License-Identifier: Apache-2.0

//! `riskgate import`: recorded order flows as data and events files.

use super::Failure;
use super::terminal::{complain, say};
use benches::broker::TicketId;
use files::csv_input::LastLine;
use riskgate::lobster::{ImportOptions, import, symbol_of};
use std::path::PathBuf;

/// Formats that can be imported.
#[derive(clap::Subcommand)]
pub enum Source {
    /// A LOBSTER message file, plain or .gz
    Lobster(Lobster),
}

/// Convert a LOBSTER message file to data and events for rules/broker.rules.
#[derive(clap::Args)]
pub struct Lobster {
    /// Message file
    file: PathBuf,
    /// Number of accounts; each order belongs to a random one
    #[arg(long, default_value_t = 20)]
    accounts: u32,
    /// Seed of the assignment of orders to accounts
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder to write data/TABLE.csv and events.csv into
    #[arg(long, value_name = "DIR", default_value = "target/lobster")]
    out: PathBuf,
    /// Instrument; the default is the start of the file name
    #[arg(long)]
    symbol: Option<String>,
    /// Money of each account at the start, in 1/10000 of the currency unit
    #[arg(long)]
    balance: Option<i64>,
    /// Shares of each account at the start
    #[arg(long)]
    holding: Option<i32>,
    /// The most shares of the instrument that an account may hold
    #[arg(long)]
    position_max: Option<i32>,
    /// Keep fills and cancels of orders that were entered before the file starts; all are rejected
    #[arg(long)]
    keep_unknown: bool,
    /// Refuse a file whose last line has no line end, because it may have been cut off; without
    /// this option it is a warning
    #[arg(long)]
    strict: bool,
}

/// Runs the command.
pub fn run(source: &Source) -> Result<(), Failure> {
    let Source::Lobster(args) = source;
    let symbol = match &args.symbol {
        Some(text) => TicketId::new(text).ok_or_else(|| {
            Failure::of(format!(
                "`{text}` is not an instrument; write 1 to 16 characters of printable ASCII"
            ))
        })?,
        None => symbol_of(&args.file).ok_or_else(|| {
            Failure::of(format!(
                "{}: the file name does not start with the name of an instrument; add --symbol",
                args.file.display()
            ))
        })?,
    };
    let default = ImportOptions::new(symbol);
    let options = ImportOptions {
        accounts: args.accounts,
        seed: args.seed,
        balance: args.balance.unwrap_or(default.balance),
        holding: args.holding.unwrap_or(default.holding),
        position_max: args.position_max.unwrap_or(default.position_max),
        keep_unknown: args.keep_unknown,
        ..default
    };
    let last_line = if args.strict { LastLine::Refused } else { LastLine::Taken };
    let imported = import(&args.file, &options, &args.out, last_line, &mut |_| ());
    let (summary, cut_off) = imported.map_err(Failure::of)?;
    if let Some(cut_off) = cut_off {
        complain!("warning: {cut_off}");
    }
    say!("{}: {} events from {} lines", args.out.display(), summary.events(), summary.lines);
    for (count, what) in [
        (summary.orders, "orders"),
        (summary.fills, "fills"),
        (summary.partial_cancels, "cancels of part of an order"),
        (summary.deletes, "cancels of the rest of an order"),
        (summary.hidden_fills, "fills of hidden orders, left out"),
        (summary.crosses, "auctions, left out"),
        (summary.halts, "halts, left out"),
        (summary.unknown_orders, "fills and cancels of orders from before the file"),
        (summary.cut_times, "times with more than nine decimals, cut to nanoseconds"),
    ] {
        say!("{count:>10}  {what}");
    }
    Ok(())
}
