// SPDX-License-Identifier: Apache-2.0

//! The options of `riskgate query`.

use super::super::Format;
use std::path::PathBuf;

/// Ask with SQL about the tables of a folder and the events of a journal; or show the messages of a
/// journal as CSV, by message, field or verdict, also while `riskgate trade` writes it
#[derive(clap::Args)]
#[command(after_help = "The tables of a query are those of --data; parameter (parameter, value) \
                        and mode (rule, mode) of --data; and of --journal the table journal, with \
                        a row for each event, and a table for each message, with its fields. The \
                        columns of the journal are seq, session, verdict, rule, reason, warnings, \
                        effects and rule_set, and in journal also message.\n\n\
                        Example: riskgate query rules/broker.rules --data dump \\\n  \
                        \"select account_id, sum(price * quantity) from order_log group by 1\"")]
pub struct Args {
    /// Rule file
    pub file: PathBuf,
    /// Query
    #[arg(conflicts_with_all = ["message", "conditions", "verdict"])]
    pub select: Option<String>,
    /// Folder with TABLE.csv, such as `riskgate run --dump` writes it
    #[arg(long, value_name = "DIR", requires = "select")]
    pub data: Option<PathBuf>,
    /// Journal
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Rule file that took over while the journal was written, as given to `riskgate trade`; repeat
    /// the option for each, in their order
    #[arg(long, value_name = "FILE")]
    pub then: Vec<PathBuf>,
    /// Message to show; the default is the only message of the rules, or trade_order
    #[arg(long)]
    pub message: Option<String>,
    /// Only messages with this value in a field, such as `account_id=3`; a value is written as in
    /// an events file, and none is NULL. Repeat for more conditions
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub conditions: Vec<String>,
    /// Only accepted or only rejected messages
    #[arg(long, value_parser = ["accept", "reject"])]
    pub verdict: Option<String>,
    /// Refuse a CSV file whose last line has no line end, because a file that was cut off can end
    /// in the middle of a number; without this option it is a warning
    #[arg(long, requires = "data")]
    pub strict: bool,
    /// Output format of a query: CSV, or JSON
    #[arg(long, value_enum, default_value_t, requires = "select")]
    pub format: Format,
}

impl Args {
    /// The rule set at a place, as it was given.
    pub fn rule_set(&self, place: usize) -> String {
        let file = match place.checked_sub(1) {
            None => &self.file,
            Some(place) => &self.then[place],
        };
        file.display().to_string()
    }
}
