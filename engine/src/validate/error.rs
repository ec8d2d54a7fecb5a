// SPDX-License-Identifier: Apache-2.0

//! What is wrong with a program, and where.

use crate::isa::Operand;
use crate::ports::Port;
use crate::schema::{TableId, Type};
use std::fmt;

/// Why a program is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ProgramError {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

/// A place in a program. Everything is named by its index, as a listing shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The program as a whole.
    Program,
    /// A table.
    Table(usize),
    /// A column of a table.
    Column(usize, usize),
    /// A message.
    Message(usize),
    /// A field of a message.
    Field(usize, usize),
    /// A rule.
    Rule(usize),
    /// A string of the dictionary.
    String(usize),
    /// A constant.
    Constant(usize),
    /// A transaction.
    Transaction(usize),
    /// A verdict entry of a transaction.
    Entry(usize, usize),
    /// An instruction of a transaction.
    Instruction {
        /// The transaction.
        transaction: usize,
        /// The instruction in it.
        index: usize,
        /// Its field: `dst`, `a` to `e`, `unit` or `cycle`.
        field: &'static str,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Place::Program => f.write_str("program"),
            Place::Table(table) => write!(f, "table {table}"),
            Place::Column(table, column) => write!(f, "table {table}, column {column}"),
            Place::Message(message) => write!(f, "message {message}"),
            Place::Field(message, field) => write!(f, "message {message}, field {field}"),
            Place::Rule(rule) => write!(f, "rule {rule}"),
            Place::String(string) => write!(f, "string {string}"),
            Place::Constant(constant) => write!(f, "constant {constant}"),
            Place::Transaction(transaction) => write!(f, "transaction {transaction}"),
            Place::Entry(transaction, entry) => {
                write!(f, "transaction {transaction}, entry {entry}")
            }
            Place::Instruction { transaction, index, field } => {
                write!(f, "transaction {transaction}, instruction {index}, `{field}`")
            }
        }
    }
}

/// What a slot or a local holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A value of the rule language.
    Data,
    /// The handle of a row.
    Row(TableId),
    /// The handle of a free row, straight from a `reserve`. It can stand wherever a row of the
    /// table can.
    Reserved(TableId),
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Data => f.write_str("a data value"),
            Kind::Row(table) => write!(f, "a row of table {}", table.0),
            Kind::Reserved(table) => write!(f, "a reserved row of table {}", table.0),
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// More than the machine has or the format allows.
    #[error("{found} {what}, at most {limit} are possible")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there may be.
        limit: u64,
    },
    /// None of something that there must be.
    #[error("there are no {0}")]
    None(&'static str),
    /// Not as many as something else asks for.
    #[error("{what} should be {expected} and is {found}")]
    Count {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there must be.
        expected: u64,
    },
    /// A name is empty, too long or has characters that names do not have.
    #[error("`{0}` cannot be a name here")]
    Name(String),
    /// A name stands for two things.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// A string is too long, not printable ASCII, or ends with a blank.
    #[error("{0:?} is not a string that the dictionary holds")]
    Text(String),
    /// A string has two codes.
    #[error("{0:?} is in the dictionary twice")]
    TextTwice(String),
    /// NULL or an error with bits.
    #[error("NULL and errors have no bits")]
    NotNormalised,
    /// A type with parameters out of range.
    #[error("there is no type {0}")]
    Type(Type),
    /// An aggregate is not defined on a type.
    #[error("this aggregate is not defined on {0}")]
    AggregateType(Type),
    /// An aggregate column in a declared table or a message.
    #[error("only hidden tables have columns of this kind")]
    AggregateOutsideHidden,
    /// A hidden table has a data column that is not in its key.
    #[error("the data columns of a hidden table are its key")]
    DataOutsideKey,
    /// A key column that there is not.
    #[error("key column {0} does not exist")]
    KeyColumn(u16),
    /// A key column that is an aggregate, may be NULL, or stands there twice.
    #[error(
        "column {0} cannot be in the key (again): key columns are data, `not null` and distinct"
    )]
    KeyColumnUnfit(u16),
    /// A declared table behind a hidden one.
    #[error("declared tables come before hidden ones")]
    TableOrder,
    /// A hidden table is not over a declared one.
    #[error("the base of a hidden table is a declared table")]
    Base,
    /// A rule of no message.
    #[error("message {0} does not exist")]
    NoMessage(u16),

    /// A unit that the machine does not have.
    #[error("unit {found} does not exist, there are {limit}")]
    Unit {
        /// The unit named.
        found: u8,
        /// How many there are.
        limit: usize,
    },
    /// An instruction for aggregates on a declared table, or one for rows on a hidden one.
    #[error("this instruction does not run on a {0} table")]
    TableClass(&'static str),
    /// An operand where none may be, none where one must be, or one in the wrong space.
    #[error("operand {0} cannot stand here")]
    Space(Operand),
    /// An operand beyond the end of its space.
    #[error("operand {operand} is out of range, there are {limit}")]
    Index {
        /// The operand.
        operand: Operand,
        /// How many there are.
        limit: usize,
    },
    /// A predicate in the bank of another unit.
    #[error("predicate {0} is in the bank of another unit")]
    Bank(Operand),
    /// A bound that is NULL or an error.
    #[error("constant {0} is not a value")]
    Bound(Operand),
    /// An immediate that means nothing.
    #[error("immediate {0} means nothing here")]
    Immediate(u16),
    /// A chain joins operands that are not there, or leaves out one that is.
    #[error("the chain's operators do not match its operands")]
    ChainOperators,
    /// A column that an instruction is not for.
    #[error("column {0} is not one for this instruction")]
    ColumnUnfit(u16),
    /// A key with more or fewer values than the table's.
    #[error("the key has {found} values, the table's has {expected}, filled from the left")]
    KeyArity {
        /// Values given.
        found: usize,
        /// Columns of the key.
        expected: usize,
    },

    /// An instruction issues before the one listed before it.
    #[error("instructions are listed by rising cycle")]
    Unsorted,
    /// A result is read that nothing has written.
    #[error("{0} is read and nothing has written it")]
    Unwritten(Operand),
    /// A result is read before it is there.
    #[error("{operand} is there in cycle {ready} and read in cycle {cycle}")]
    NotReady {
        /// What is read.
        operand: Operand,
        /// When it is there.
        ready: u16,
        /// When it is read.
        cycle: u16,
    },
    /// A second write.
    #[error("{0} is written twice")]
    WrittenTwice(Operand),
    /// A row where a value should be, or the other way round, or a row of another table.
    #[error("{operand} is {found} and should be {expected}")]
    Kind {
        /// What is read.
        operand: Operand,
        /// What it is.
        found: Kind,
        /// What it should be.
        expected: Kind,
    },
    /// A row is inserted that no `reserve` gave, or a second time.
    #[error("{0} is not a row reserved for this insert alone")]
    NotReserved(Operand),
    /// The handle from a `reserve` on a hidden table is used. Which row an `open` will take is not
    /// known before it.
    #[error("{0} is reserved in a hidden table and stands for no row")]
    ReservedGroup(Operand),

    /// Rules of the message are missing, of another message, in another order, or behind checks.
    #[error("the rules of the message come first, each once, in file order")]
    RuleOrder,
    /// Not exactly one verdict.
    #[error("there is exactly one verdict, not {0}")]
    Verdicts(usize),
    /// The verdict issues before the frame has been parsed.
    #[error("the verdict issues in cycle {cycle}, the frame is parsed in cycle {parsed}")]
    VerdictEarly {
        /// Its cycle.
        cycle: u16,
        /// The first one it may have.
        parsed: u16,
    },
    /// What reads the state issues behind the verdict, where the commit may already change it.
    #[error("reads the state behind the verdict in cycle {verdict}")]
    CheckLate {
        /// The verdict's cycle.
        verdict: u16,
    },
    /// A change issues before the verdict is known.
    #[error("issues before the verdict is known in cycle {known}")]
    CommitEarly {
        /// The first cycle it may have.
        known: u16,
    },
    /// A result would arrive when the transaction is over.
    #[error("its result arrives in cycle {ready}, behind the end in cycle {end}")]
    InFlight {
        /// When it arrives.
        ready: u16,
        /// The transaction's last cycle.
        end: u16,
    },

    /// The program's first word is not there yet.
    #[error(
        "it issues in cycle {cycle}, the first possible one is {}",
        crate::machine::ISSUE_CYCLES
    )]
    IssueEarly {
        /// The cycle.
        cycle: u16,
    },
    /// Two instructions need one port in one cycle.
    #[error("it needs {port:?} in cycle {cycle} together with instruction {other}")]
    Port {
        /// The port.
        port: Port,
        /// The cycle.
        cycle: u16,
        /// The other instruction.
        other: usize,
    },
    /// A result arrives on a bus together with a field.
    #[error("its result arrives in cycle {cycle} on the bus of field {field}, which arrives then")]
    FieldBus {
        /// The field.
        field: u16,
        /// The cycle.
        cycle: u16,
    },
    /// A slot is not in the bank of the bus that the unit's results go by.
    #[error("{operand} is written by bus {expected}, its bank belongs to bus {found}")]
    Bus {
        /// The slot.
        operand: Operand,
        /// The bus of its bank.
        found: u8,
        /// The bus of the unit.
        expected: u8,
    },
}

impl Place {
    /// The error of something wrong at this place.
    pub(super) fn error(self, problem: Problem) -> ProgramError {
        ProgramError { place: self, problem }
    }

    /// An error unless a count keeps within a limit.
    pub(super) fn at_most(
        self,
        what: &'static str,
        found: usize,
        limit: usize,
    ) -> Result<(), ProgramError> {
        let (found, limit) = (found as u64, limit as u64);
        if found <= limit {
            Ok(())
        } else {
            Err(self.error(Problem::TooMany { what, found, limit }))
        }
    }

    /// An error unless a condition holds.
    pub(super) fn ensure(
        self,
        holds: bool,
        problem: impl FnOnce() -> Problem,
    ) -> Result<(), ProgramError> {
        if holds { Ok(()) } else { Err(self.error(problem())) }
    }
}
