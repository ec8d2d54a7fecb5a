// SPDX-License-Identifier: Apache-2.0

//! Recorded LOBSTER order flows as data and events of broker.rules.
//!
//! A LOBSTER file holds the messages of one instrument of an exchange, without accounts, so each
//! order is given to a random account. A file starts in the middle of a day. Fills and cancels of
//! orders that were entered before it starts are counted and, by default, left out. Those of orders
//! that are finished are kept: the rules must judge them. Hidden fills, auctions and halts do not
//! belong to an order and are left out.
//!
//! The orders of a whole market on a few accounts often cross each other. The wash-trade rules
//! reject those orders, and then also the fills and cancels of them, because a rejected order is
//! not live. This is correct behaviour of the rules and not an error of the import. Of the 17,187
//! orders of half an hour of a large stock, about a third are rejected on 20 accounts and almost
//! half on one account; `cli/tests/lobster.rs` holds the counts.

mod message;

pub use message::{Kind, LobsterMessage, LobsterReader};

use benches::broker::{
    AccountRow, EventsFile, HoldingRow, InstrumentRow, Message, OrderRow, Side, TicketId,
};
use benches::workload::Tables;
use benches::workload::config::ACCOUNTS_MAX;
use files::csv_input::LastLine;
use files::error::InputError;
use files::output::{OutputError, create_folder, finish_all};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Options of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportOptions {
    /// Number of accounts that the orders are given to.
    pub accounts: u32,
    /// Seed of the random accounts.
    pub seed: u64,
    /// The instrument's id.
    pub symbol: TicketId,
    /// Money of each account at the start, in 1/10000 of the currency unit.
    pub balance: i64,
    /// Shares of each account at the start.
    pub holding: i32,
    /// The most shares that an account may hold.
    pub position_max: i32,
    /// Whether fills and cancels of orders from before the file become events. The rules reject all
    /// of them.
    pub keep_unknown: bool,
}

impl ImportOptions {
    /// The default options for an instrument: 20 accounts, each with a hundred million and 50,000
    /// shares, and a position limit of 1,000,000 shares.
    ///
    /// This is enough for any order of half an hour of a large stock, so that only the wash-trade
    /// rules reject orders.
    pub fn new(symbol: TicketId) -> ImportOptions {
        ImportOptions {
            accounts: 20,
            seed: 1,
            symbol,
            balance: 1_000_000_000_000,
            holding: 50_000,
            position_max: 1_000_000,
            keep_unknown: false,
        }
    }

    /// Checks that broker.rules has room for the accounts.
    ///
    /// # Errors
    /// [`ImportError::Accounts`] if it has not.
    pub fn check(&self) -> Result<(), ImportError> {
        if (1..=ACCOUNTS_MAX).contains(&self.accounts) {
            Ok(())
        } else {
            Err(ImportError::Accounts(self.accounts))
        }
    }

    /// The tables at the start.
    pub fn tables(&self) -> Tables {
        let ids = || (1..).take(self.accounts as usize);
        let account = |account_id| AccountRow {
            account_id,
            available_balance: self.balance,
            total_balance: self.balance,
        };
        let holding = |account_id| HoldingRow {
            account_id,
            ticket_id: self.symbol,
            avail_quantity: self.holding,
            total_quantity: self.holding,
            cost: 0,
        };
        Tables {
            accounts: ids().map(account).collect(),
            instruments: vec![InstrumentRow {
                ticket_id: self.symbol,
                position_max: self.position_max,
            }],
            holdings: ids().map(holding).collect(),
            order_log: Vec::<OrderRow>::new(),
        }
    }
}

/// The instrument that a file is named after: AMZN for `amzn_2021-04-12.csv.gz`.
pub fn symbol_of(path: &Path) -> Option<TicketId> {
    let name = path.file_name()?.to_string_lossy().to_ascii_uppercase();
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    TicketId::new(&name[..end]).filter(|_| end > 0)
}

/// Counts of the lines that an import converted and left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportSummary {
    /// Lines of the file.
    pub lines: u64,
    /// Orders.
    pub orders: u64,
    /// Fills.
    pub fills: u64,
    /// Cancels of part of an order.
    pub partial_cancels: u64,
    /// Cancels of the rest of an order.
    pub deletes: u64,
    /// Fills and cancels of orders from before the file. If they are kept, they are also counted
    /// above.
    pub unknown_orders: u64,
    /// Fills of hidden orders, left out.
    pub hidden_fills: u64,
    /// Auctions, left out.
    pub crosses: u64,
    /// Halts, left out.
    pub halts: u64,
    /// Times of which a part shorter than a nanosecond was cut off.
    pub cut_times: u64,
}

impl ImportSummary {
    /// The number of events.
    pub fn events(&self) -> u64 {
        self.orders + self.fills + self.partial_cancels + self.deletes
    }
}

/// The failure of an import.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// An error of the input file.
    #[error(transparent)]
    Input(#[from] InputError),
    /// An output file that could not be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// No account, or more accounts than broker.rules holds.
    #[error("accounts is {0}; it must be 1 to {ACCOUNTS_MAX}")]
    Accounts(u32),
}

/// The conversion of a flow to messages, one line at a time.
pub struct Conversion {
    options: ImportOptions,
    rng: ChaCha8Rng,
    /// The remaining quantity of the orders that the file entered, finished ones included: the
    /// rules must judge a fill or a cancel of those.
    remaining: HashMap<i64, i32>,
    summary: ImportSummary,
}

impl Conversion {
    /// A conversion before its first line.
    pub fn new(options: ImportOptions) -> Conversion {
        Conversion {
            rng: ChaCha8Rng::seed_from_u64(options.seed),
            options,
            remaining: HashMap::new(),
            summary: ImportSummary::default(),
        }
    }

    /// The counts so far.
    pub fn summary(&self) -> ImportSummary {
        self.summary
    }

    /// The message of a line, if the line is converted to one.
    pub fn convert(&mut self, line: &LobsterMessage) -> Option<Message> {
        self.summary.lines += 1;
        match line.kind {
            Kind::New => Some(self.order(line)),
            Kind::Fill => {
                let quantity = self.take(line, line.size)?;
                self.summary.fills += 1;
                Some(Message::Fill {
                    order_id: line.order_id,
                    price: line.price,
                    quantity,
                    ts: line.ts,
                    exec_id: None,
                })
            }
            Kind::PartialCancel => {
                let quantity = self.take(line, line.size)?;
                self.summary.partial_cancels += 1;
                Some(cancel(line, quantity))
            }
            Kind::Delete => {
                let quantity = self.take(line, i32::MAX)?;
                self.summary.deletes += 1;
                Some(cancel(line, quantity))
            }
            Kind::HiddenFill => self.skip(|summary| &mut summary.hidden_fills),
            Kind::Cross => self.skip(|summary| &mut summary.crosses),
            Kind::Halt => self.skip(|summary| &mut summary.halts),
        }
    }

    fn skip(&mut self, count: fn(&mut ImportSummary) -> &mut u64) -> Option<Message> {
        *count(&mut self.summary) += 1;
        None
    }

    fn order(&mut self, line: &LobsterMessage) -> Message {
        self.summary.orders += 1;
        // The rules refuse the id of a live order; here too, that order keeps the id.
        self.remaining.entry(line.order_id).or_insert(line.size);
        let account = self.rng.random_range(0..self.options.accounts);
        Message::TradeOrder {
            order_id: line.order_id,
            account_id: account as i32 + 1,
            ticket_id: self.options.symbol,
            direction: match line.side {
                Side::Buy => 0,
                Side::Sell => 1,
            },
            price: line.price,
            quantity: line.size,
            ts: line.ts,
        }
    }

    /// Reduces the remaining quantity of the line's order by at most `most`, and returns the
    /// quantity of the message.
    fn take(&mut self, line: &LobsterMessage, most: i32) -> Option<i32> {
        let Some(remaining) = self.remaining.get_mut(&line.order_id) else {
            self.summary.unknown_orders += 1;
            return self.options.keep_unknown.then_some(line.size);
        };
        // A line with more than the remaining quantity is passed on unchanged, and so is one of a
        // finished order; the rules reject them.
        let named = match most {
            i32::MAX if *remaining > 0 => *remaining,
            i32::MAX => line.size,
            most => most,
        };
        *remaining = remaining.saturating_sub(named);
        Some(named)
    }
}

fn cancel(line: &LobsterMessage, quantity: i32) -> Message {
    Message::Cancel { order_id: line.order_id, quantity, ts: line.ts }
}

/// Reads a file and writes `data/TABLE.csv` and `events.csv` into `folder`. `progress` is called
/// with the number of lines read so far. Returns the counts, and the problem of a last line without
/// a line end, if it is taken.
///
/// # Errors
/// [`ImportError`]. The folder is as before then: it has all files of one import or none.
pub fn import(
    path: &Path,
    options: &ImportOptions,
    folder: &Path,
    last_line: LastLine,
    progress: &mut dyn FnMut(u64),
) -> Result<(ImportSummary, Option<InputError>), ImportError> {
    options.check()?;
    let mut reader = LobsterReader::open(path)?.with_last_line(last_line);
    let data = folder.join("data");
    let made: Vec<PathBuf> =
        data.ancestors().take_while(|folder| !folder.exists()).map(PathBuf::from).collect();
    create_folder(&data)?;
    let summary = write(&mut reader, options, folder, &data, progress);
    if summary.is_err() {
        // Only folders that are empty are deleted.
        made.iter().for_each(|folder| _ = fs::remove_dir(folder));
    }
    Ok((ImportSummary { cut_times: reader.cut_times(), ..summary? }, reader.warning()))
}

/// Writes all files, which appear together.
fn write(
    reader: &mut LobsterReader,
    options: &ImportOptions,
    folder: &Path,
    data: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<ImportSummary, ImportError> {
    let mut files = options.tables().write_files(data)?;
    let mut events = EventsFile::create(&folder.join("events.csv"))?;
    let mut conversion = Conversion::new(options.clone());
    while let Some(line) = reader.next_message()? {
        if let Some(message) = conversion.convert(&line) {
            events.write(&message)?;
        }
        if conversion.summary.lines.is_multiple_of(4096) {
            progress(conversion.summary.lines);
        }
    }
    files.push(events.into_file());
    finish_all(files)?;
    Ok(conversion.summary())
}
