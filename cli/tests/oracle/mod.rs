// SPDX-License-Identifier: Apache-2.0

//! The broker's rule set of release 0.1.0 in plain SQL on SQLite: an oracle that shares no code
//! with the compiler and the engine.
//!
//! `rules/` has one file for each rule, `updates/` one for each statement of an `on` block,
//! `schema.sql` the tables and their constraints, and `capacities.sql` the capacities of the
//! machine. All of it is written from the meaning of those rules, as one would write it for SQLite.
//!
//! A rule is a query that returns the reason of a reject, or NULL if the rule holds or does not
//! apply. An update is one statement. If it violates a constraint, the name of the constraint or
//! trigger is the reason. A message is one savepoint, so a failure undoes the earlier statements.

pub mod files;
pub mod full;
pub mod random;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{CachedStatement, Connection, Error, ffi};
use std::fmt;

/// A message of the rule set: its fields, rules and updates.
pub struct MessageKind {
    /// Its name.
    pub name: &'static str,
    /// Its fields, all of them `not null`, in the order of their declaration.
    pub fields: &'static [&'static str],
    /// Name and query of its rules, in file order.
    pub rules: &'static [(&'static str, &'static str)],
    /// The statements of its `on` blocks, in file order.
    pub updates: &'static [&'static str],
}

/// The messages of broker.rules, in file order.
pub const MESSAGES: &[MessageKind] = &[
    MessageKind {
        name: "trade_order",
        fields: &["order_id", "account_id", "ticket_id", "direction", "price", "quantity", "ts"],
        rules: &[
            ("well_formed", include_str!("rules/well_formed.sql")),
            ("funds", include_str!("rules/funds.sql")),
            ("holdings", include_str!("rules/holdings.sql")),
            ("position_limit", include_str!("rules/position_limit.sql")),
            ("no_wash_buy", include_str!("rules/no_wash_buy.sql")),
            ("no_wash_sell", include_str!("rules/no_wash_sell.sql")),
        ],
        updates: &[
            include_str!("updates/order_1_freeze_money.sql"),
            include_str!("updates/order_2_freeze_shares.sql"),
            include_str!("updates/order_3_log.sql"),
        ],
    },
    MessageKind {
        name: "fill",
        fields: &["order_id", "price", "quantity", "ts"],
        rules: &[("fill_of_live_order", include_str!("rules/fill_of_live_order.sql"))],
        updates: &[
            include_str!("updates/fill_1_pay.sql"),
            include_str!("updates/fill_2_add_to_holding.sql"),
            include_str!("updates/fill_3_open_holding.sql"),
            include_str!("updates/fill_4_take_from_holding.sql"),
            include_str!("updates/fill_5_earn.sql"),
            include_str!("updates/fill_6_log.sql"),
        ],
    },
    MessageKind {
        name: "exchange_reject",
        fields: &["order_id", "ts"],
        rules: &[(
            "exchange_reject_of_live_order",
            include_str!("rules/exchange_reject_of_live_order.sql"),
        )],
        updates: &[
            include_str!("updates/exchange_reject_1_release_money.sql"),
            include_str!("updates/exchange_reject_2_release_shares.sql"),
            include_str!("updates/exchange_reject_3_log.sql"),
        ],
    },
    MessageKind {
        name: "cancel",
        fields: &["order_id", "quantity", "ts"],
        rules: &[("cancel_of_live_order", include_str!("rules/cancel_of_live_order.sql"))],
        updates: &[
            include_str!("updates/cancel_1_release_money.sql"),
            include_str!("updates/cancel_2_release_shares.sql"),
            include_str!("updates/cancel_3_log.sql"),
        ],
    },
];

/// Name, columns and number of key columns (which come first) of the tables, in file order.
pub const TABLES: &[(&str, &[&str], usize)] = &[
    ("account_info", &["account_id", "available_balance", "total_balance"], 1),
    (
        "account_ticket_info",
        &["account_id", "ticket_id", "avail_quantity", "total_quantity", "avg_price"],
        2,
    ),
    ("ticket_info", &["ticket_id", "position_max"], 1),
    (
        "order_log",
        &[
            "order_id",
            "account_id",
            "ticket_id",
            "direction",
            "price",
            "quantity",
            "remaining",
            "status",
            "ts",
        ],
        1,
    ),
];

/// Columns and fields that hold text; all others hold integers.
pub const TEXT_COLUMNS: &[&str] = &["ticket_id"];

/// A message with the values of its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The name of the message.
    pub message: &'static str,
    /// Names and values of the fields.
    pub fields: Vec<(&'static str, Value)>,
}

impl Event {
    /// A message with its fields in the order of their declaration.
    pub fn new(message: &str, values: Vec<Value>) -> Event {
        let kind = kind(message);
        assert_eq!(values.len(), kind.fields.len(), "fields of {message}");
        Event { message: kind.name, fields: kind.fields.iter().copied().zip(values).collect() }
    }
}

/// The answer to a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The first failing rule in file order; empty if no rule was the cause.
    pub rule: String,
    /// The reason of a reject; empty for an accept.
    pub reason: String,
}

impl Verdict {
    /// Returns whether the message was accepted.
    pub fn is_accept(&self) -> bool {
        self.reason.is_empty()
    }
}

impl fmt::Display for Verdict {
    /// As in the verdicts file: `verdict,rule,reason`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_accept() { "accept" } else { "reject" };
        write!(f, "{verdict},{},{}", self.rule, self.reason)
    }
}

/// The tables in an SQLite database in memory, and the rule set on them.
pub struct Oracle {
    connection: Connection,
}

impl Oracle {
    /// Creates empty tables.
    pub fn new() -> Oracle {
        let connection = Connection::open_in_memory().expect("SQLite opens a database in memory");
        connection.set_prepared_statement_cache_capacity(64);
        connection.execute_batch(include_str!("schema.sql")).expect("the schema is valid SQL");
        connection
            .execute_batch(include_str!("capacities.sql"))
            .expect("the capacities are valid SQL");
        Oracle { connection }
    }

    /// Inserts a row into a table. The values are in the order of the columns.
    ///
    /// # Errors
    /// Returns the reason if the table refuses the row.
    pub fn load(&mut self, table: &str, values: &[Value]) -> Result<(), String> {
        let (_, columns, _) = table_def(table);
        assert_eq!(values.len(), columns.len(), "columns of {table}");
        let places = vec!["?"; columns.len()].join(", ");
        let sql = format!("insert into {table} ({}) values ({places})", columns.join(", "));
        let mut statement = self.connection.prepare_cached(&sql).expect("the insert is valid SQL");
        for (i, value) in values.iter().enumerate() {
            statement.raw_bind_parameter(i + 1, value).expect("the value can be bound");
        }
        statement.raw_execute().map(|_| ()).map_err(reason_of)
    }

    /// Returns the verdict on a message and, if it is an accept, executes its updates.
    pub fn apply(&mut self, event: &Event) -> Verdict {
        let kind = kind(event.message);
        let is_given =
            |name: &&str| event.fields.iter().any(|(n, value)| n == name && *value != Value::Null);
        if !kind.fields.iter().all(is_given) {
            return Verdict { rule: String::new(), reason: "malformed".into() };
        }
        for (name, sql) in kind.rules {
            if let Some(reason) = self.ask(sql, event) {
                return Verdict { rule: (*name).into(), reason };
            }
        }
        self.control("savepoint message");
        for sql in kind.updates {
            let updated = self.prepare(sql, event).raw_execute();
            if let Err(error) = updated {
                self.control("rollback to message");
                self.control("release message");
                return Verdict { rule: String::new(), reason: reason_of(error) };
            }
        }
        self.control("release message");
        Verdict::default()
    }

    /// Loads many rows as one transaction.
    pub fn load_all(&mut self, table: &str, rows: impl IntoIterator<Item = Vec<Value>>) {
        self.control("savepoint load");
        for row in rows {
            self.load(table, &row).unwrap_or_else(|reason| panic!("{table} {row:?}: {reason}"));
        }
        self.control("release load");
    }

    /// Returns the rows of a table in the order of its key, as cells of a CSV file.
    pub fn rows(&self, table: &str) -> Vec<Vec<String>> {
        let (_, columns, key_columns) = table_def(table);
        let key = columns[..*key_columns].join(", ");
        self.query(&format!("select {} from {table} order by {key}", columns.join(", ")))
    }

    /// Returns the rows of a query, as cells of a CSV file.
    pub fn query(&self, sql: &str) -> Vec<Vec<String>> {
        let mut statement = self.connection.prepare(sql).expect("the query is valid SQL");
        let cells = statement.column_count();
        let mut found = statement.raw_query();
        let mut rows = Vec::new();
        while let Some(row) = found.next().expect("the query runs") {
            rows.push((0..cells).map(|i| files::cell_text(row.get_ref_unwrap(i))).collect());
        }
        rows
    }

    /// Returns the reason that a rule gives.
    fn ask(&self, sql: &str, event: &Event) -> Option<String> {
        let mut statement = self.prepare(sql, event);
        let mut rows = statement.raw_query();
        let row = rows.next().expect("the rule runs").expect("a rule gives one row");
        match row.get_ref_unwrap(0) {
            ValueRef::Null => None,
            ValueRef::Text(reason) => Some(String::from_utf8_lossy(reason).into_owned()),
            other => panic!("a rule gave {other:?}"),
        }
    }

    /// Prepares a statement and binds the fields that it mentions.
    fn prepare(&self, sql: &str, event: &Event) -> CachedStatement<'_> {
        let mut statement =
            self.connection.prepare_cached(sql).unwrap_or_else(|error| panic!("{error} in\n{sql}"));
        for i in 1..=statement.parameter_count() {
            let name =
                statement.parameter_name(i).expect("parameters are named").trim_start_matches(':');
            let (_, value) = event
                .fields
                .iter()
                .find(|(field, _)| *field == name)
                .expect("parameters are fields");
            statement.raw_bind_parameter(i, value).expect("the value can be bound");
        }
        statement
    }

    fn control(&self, sql: &str) {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut s| s.raw_execute())
            .expect("savepoints work");
    }
}

/// Returns the message with a name.
pub fn kind(message: &str) -> &'static MessageKind {
    MESSAGES
        .iter()
        .find(|kind| kind.name == message)
        .unwrap_or_else(|| panic!("no message `{message}`"))
}

/// Returns the table with a name.
pub fn table_def(table: &str) -> &'static (&'static str, &'static [&'static str], usize) {
    TABLES
        .iter()
        .find(|(name, _, _)| *name == table)
        .unwrap_or_else(|| panic!("no table `{table}`"))
}

/// Returns the reason why SQLite refused a statement.
fn reason_of(error: Error) -> String {
    let Error::SqliteFailure(failure, Some(text)) = &error else { panic!("{error}") };
    match failure.extended_code {
        ffi::SQLITE_CONSTRAINT_CHECK => {
            text.trim_start_matches("CHECK constraint failed: ").to_owned()
        }
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY => "duplicate_key".to_owned(),
        ffi::SQLITE_CONSTRAINT_NOTNULL => "null_violation".to_owned(),
        ffi::SQLITE_CONSTRAINT_TRIGGER => text.clone(),
        _ => panic!("{error}"),
    }
}
