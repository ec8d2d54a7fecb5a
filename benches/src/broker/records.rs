// SPDX-License-Identifier: Apache-2.0

//! The rows and messages of `rules/broker.rules` as types with one value for every column.

use engine::frame::FieldValue;

/// The id of an instrument: at most 16 bytes of printable ASCII.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TicketId {
    bytes: [u8; 16],
    len: u8,
}

impl TicketId {
    /// The id with this text, or `None` if the text is longer than 16 bytes or not printable ASCII.
    pub fn new(text: &str) -> Option<TicketId> {
        let text = text.trim_end_matches(' ').as_bytes();
        let mut bytes = [b' '; 16];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        let is_printable = bytes.iter().all(|b| matches!(b, b' '..=b'~'));
        is_printable.then_some(TicketId { bytes, len: text.len() as u8 })
    }

    /// The text of the id.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len.into()]
    }
}

impl std::fmt::Display for TicketId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from_utf8_lossy(self.as_bytes()))
    }
}

impl std::fmt::Debug for TicketId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// The side of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Buy, direction 0.
    Buy = 0,
    /// Sell, direction 1.
    Sell = 1,
}

/// The state of an order in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Part of the order is live at the exchange.
    Live = 0,
    /// The order was filled completely.
    Filled = 1,
    /// The rest of the order was cancelled.
    Cancelled = 2,
    /// The exchange rejected the order.
    Rejected = 3,
    /// The order was cancelled, and then filled late.
    FilledLate = 4,
}

/// A row of `account_info`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// The id of the account.
    pub account_id: i32,
    /// Money that is not frozen, in 1/10000 of the currency unit.
    pub available_balance: i64,
    /// All money of the account, in 1/10000 of the currency unit.
    pub total_balance: i64,
}

/// A row of `account_ticket_info`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldingRow {
    /// The id of the account.
    pub account_id: i32,
    /// The id of the instrument.
    pub ticket_id: TicketId,
    /// Shares that are not frozen.
    pub avail_quantity: i32,
    /// All shares of the holding.
    pub total_quantity: i32,
    /// The cost of the shares, in 1/10000 of the currency unit.
    pub cost: i64,
}

/// A row of `ticket_info`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstrumentRow {
    /// The id of the instrument.
    pub ticket_id: TicketId,
    /// The largest number of shares that one account may hold.
    pub position_max: i32,
}

/// A row of `order_log`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderRow {
    /// The id of the order.
    pub order_id: i64,
    /// The account that placed the order.
    pub account_id: i32,
    /// The instrument.
    pub ticket_id: TicketId,
    /// The side.
    pub side: Side,
    /// The limit price.
    pub price: i64,
    /// The quantity that was ordered.
    pub quantity: i32,
    /// The quantity that is still live.
    pub remaining: i32,
    /// The state of the order.
    pub status: Status,
    /// The time at which the order came, in nanoseconds since 1970.
    pub ts: i64,
}

/// A message of the broker's rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// An order of a trader. The direction is any number, since not every order is well-formed.
    TradeOrder {
        /// The id of the order.
        order_id: i64,
        /// The account that places the order.
        account_id: i32,
        /// The instrument.
        ticket_id: TicketId,
        /// 0 buy, 1 sell.
        direction: i32,
        /// The limit price.
        price: i64,
        /// The quantity.
        quantity: i32,
        /// The time, in nanoseconds since 1970.
        ts: i64,
    },
    /// A fill: the exchange executed an order or a part of it.
    Fill {
        /// The id of the order.
        order_id: i64,
        /// The price of the fill.
        price: i64,
        /// The quantity of the fill.
        quantity: i32,
        /// The time, in nanoseconds since 1970.
        ts: i64,
        /// The execution number, if the exchange gives one.
        exec_id: Option<i64>,
    },
    /// An exchange reject of an order, or of its rest.
    ExchangeReject {
        /// The id of the order.
        order_id: i64,
        /// The time, in nanoseconds since 1970.
        ts: i64,
    },
    /// A cancel of an order or of a part of it, reported by the exchange.
    Cancel {
        /// The id of the order.
        order_id: i64,
        /// The quantity that is cancelled.
        quantity: i32,
        /// The time, in nanoseconds since 1970.
        ts: i64,
    },
}

/// The table or message that a record belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// A row of `account_info`.
    AccountInfo,
    /// A row of `account_ticket_info`.
    AccountTicketInfo,
    /// A row of `ticket_info`.
    TicketInfo,
    /// A row of `order_log`.
    OrderLog,
    /// A `trade_order`.
    TradeOrder,
    /// A `fill`.
    Fill,
    /// An `exchange_reject`.
    ExchangeReject,
    /// A `cancel`.
    Cancel,
}

impl RecordKind {
    /// All kinds.
    pub const ALL: [RecordKind; 8] = [
        RecordKind::AccountInfo,
        RecordKind::AccountTicketInfo,
        RecordKind::TicketInfo,
        RecordKind::OrderLog,
        RecordKind::TradeOrder,
        RecordKind::Fill,
        RecordKind::ExchangeReject,
        RecordKind::Cancel,
    ];

    /// The name of the table or message.
    pub fn name(self) -> &'static str {
        match self {
            RecordKind::AccountInfo => "account_info",
            RecordKind::AccountTicketInfo => "account_ticket_info",
            RecordKind::TicketInfo => "ticket_info",
            RecordKind::OrderLog => "order_log",
            RecordKind::TradeOrder => "trade_order",
            RecordKind::Fill => "fill",
            RecordKind::ExchangeReject => "exchange_reject",
            RecordKind::Cancel => "cancel",
        }
    }

    /// The names of the columns or fields, in the order of [`Record::values`].
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            RecordKind::AccountInfo => &["account_id", "available_balance", "total_balance"],
            RecordKind::AccountTicketInfo => {
                &["account_id", "ticket_id", "avail_quantity", "total_quantity", "cost"]
            }
            RecordKind::TicketInfo => &["ticket_id", "position_max"],
            RecordKind::OrderLog => &[
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
            RecordKind::TradeOrder => {
                &["order_id", "account_id", "ticket_id", "direction", "price", "quantity", "ts"]
            }
            RecordKind::Fill => &["order_id", "price", "quantity", "ts", "exec_id"],
            RecordKind::ExchangeReject => &["order_id", "ts"],
            RecordKind::Cancel => &["order_id", "quantity", "ts"],
        }
    }

    /// Whether a rule set may lack a column: then the records have no value for it.
    pub fn may_lack(self, column: &str) -> bool {
        self == RecordKind::Fill && column == "exec_id"
    }

    /// Whether the kind is a message and not a row.
    pub fn is_message(self) -> bool {
        self as usize >= RecordKind::TradeOrder as usize
    }
}

/// The number of columns of the widest record.
pub const RECORD_COLUMNS_MAX: usize = 9;

/// A record: a value for every column of its kind.
pub trait Record {
    /// The kind of the record.
    fn kind(&self) -> RecordKind;

    /// The values, in the order of [`RecordKind::columns`]. Unused places at the end are NULL.
    fn values(&self) -> [FieldValue<'_>; RECORD_COLUMNS_MAX];
}

fn values<'a, const N: usize>(given: [FieldValue<'a>; N]) -> [FieldValue<'a>; RECORD_COLUMNS_MAX] {
    let mut all = [FieldValue::Null; RECORD_COLUMNS_MAX];
    all[..N].copy_from_slice(&given);
    all
}

fn number<'a>(value: impl Into<i64>) -> FieldValue<'a> {
    FieldValue::Number(value.into())
}

fn text(ticket_id: &TicketId) -> FieldValue<'_> {
    FieldValue::Text(ticket_id.as_bytes())
}

impl Record for AccountRow {
    fn kind(&self) -> RecordKind {
        RecordKind::AccountInfo
    }

    fn values(&self) -> [FieldValue<'_>; RECORD_COLUMNS_MAX] {
        values([
            number(self.account_id),
            number(self.available_balance),
            number(self.total_balance),
        ])
    }
}

impl Record for HoldingRow {
    fn kind(&self) -> RecordKind {
        RecordKind::AccountTicketInfo
    }

    fn values(&self) -> [FieldValue<'_>; RECORD_COLUMNS_MAX] {
        values([
            number(self.account_id),
            text(&self.ticket_id),
            number(self.avail_quantity),
            number(self.total_quantity),
            number(self.cost),
        ])
    }
}

impl Record for InstrumentRow {
    fn kind(&self) -> RecordKind {
        RecordKind::TicketInfo
    }

    fn values(&self) -> [FieldValue<'_>; RECORD_COLUMNS_MAX] {
        values([text(&self.ticket_id), number(self.position_max)])
    }
}

impl Record for OrderRow {
    fn kind(&self) -> RecordKind {
        RecordKind::OrderLog
    }

    fn values(&self) -> [FieldValue<'_>; RECORD_COLUMNS_MAX] {
        values([
            number(self.order_id),
            number(self.account_id),
            text(&self.ticket_id),
            number(self.side as i64),
            number(self.price),
            number(self.quantity),
            number(self.remaining),
            number(self.status as i64),
            number(self.ts),
        ])
    }
}

impl Record for Message {
    fn kind(&self) -> RecordKind {
        match self {
            Message::TradeOrder { .. } => RecordKind::TradeOrder,
            Message::Fill { .. } => RecordKind::Fill,
            Message::ExchangeReject { .. } => RecordKind::ExchangeReject,
            Message::Cancel { .. } => RecordKind::Cancel,
        }
    }

    fn values(&self) -> [FieldValue<'_>; RECORD_COLUMNS_MAX] {
        match self {
            Message::TradeOrder {
                order_id,
                account_id,
                ticket_id,
                direction,
                price,
                quantity,
                ts,
            } => values([
                number(*order_id),
                number(*account_id),
                text(ticket_id),
                number(*direction),
                number(*price),
                number(*quantity),
                number(*ts),
            ]),
            Message::Fill { order_id, price, quantity, ts, exec_id } => values([
                number(*order_id),
                number(*price),
                number(*quantity),
                number(*ts),
                exec_id.map_or(FieldValue::Null, FieldValue::Number),
            ]),
            Message::ExchangeReject { order_id, ts } => values([number(*order_id), number(*ts)]),
            Message::Cancel { order_id, quantity, ts } => {
                values([number(*order_id), number(*quantity), number(*ts)])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticket_ids_are_short_printable_text() {
        let id = TicketId::new("10000001.SH  ").expect("it is an id");
        assert_eq!(id.to_string(), "10000001.SH");
        assert_eq!(TicketId::new("1234567890123456").map(|i| i.as_bytes().len()), Some(16));
        assert_eq!(TicketId::new("12345678901234567"), None);
        assert_eq!(TicketId::new("标的"), None);
    }

    #[test]
    fn kinds_stand_in_the_order_of_their_numbers() {
        for (i, kind) in RecordKind::ALL.iter().enumerate() {
            assert_eq!(*kind as usize, i);
            assert!(kind.columns().len() <= RECORD_COLUMNS_MAX);
        }
    }
}
