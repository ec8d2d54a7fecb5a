// SPDX-License-Identifier: Apache-2.0

//! The problems of a program, and their places.

use crate::isa::{Gate, Opcode, Operand};
use crate::ports::Port;
use crate::schema::{TableId, Type};
use std::fmt;

/// The reason why a program is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ProgramError {
    /// The place.
    pub place: Place,
    /// The problem.
    pub problem: Problem,
}

/// A place in a program. Items are named by their index, as in a listing.
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
    /// A job.
    Job(usize),
    /// A string of the dictionary.
    String(usize),
    /// A constant.
    Constant(usize),
    /// A transaction.
    Transaction(usize),
    /// A verdict entry of a transaction.
    Entry(usize, usize),
    /// A scan of a transaction.
    Scan(usize, usize),
    /// A step of a scan of a transaction.
    Step(usize, usize, usize),
    /// An instruction of a transaction.
    Instruction {
        /// The transaction.
        transaction: usize,
        /// The instruction in it.
        index: usize,
        /// The field of the instruction: `dst`, `a` to `e`, `unit` or `cycle`.
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
            Place::Job(job) => write!(f, "job {job}"),
            Place::String(string) => write!(f, "string {string}"),
            Place::Constant(constant) => write!(f, "constant {constant}"),
            Place::Transaction(transaction) => write!(f, "transaction {transaction}"),
            Place::Entry(transaction, entry) => {
                write!(f, "transaction {transaction}, entry {entry}")
            }
            Place::Scan(transaction, scan) => write!(f, "transaction {transaction}, scan {scan}"),
            Place::Step(transaction, scan, step) => {
                write!(f, "transaction {transaction}, scan {scan}, step {step}")
            }
            Place::Instruction { transaction, index, field } => {
                write!(f, "transaction {transaction}, instruction {index}, `{field}`")
            }
        }
    }
}

/// The kind of content of a slot or a local.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A value of the rule language.
    Data,
    /// Two columns of a key.
    Pair,
    /// A scan that is done, by its number.
    Scan(u16),
    /// The handle of a row.
    Row(TableId),
    /// The handle of a free row, directly from a `reserve`. It is allowed wherever a row of the
    /// table is.
    Reserved(TableId),
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Data => f.write_str("a data value"),
            Kind::Pair => f.write_str("two columns of a key"),
            Kind::Scan(number) => write!(f, "scan {number}"),
            Kind::Row(table) => write!(f, "a row of table {}", table.0),
            Kind::Reserved(table) => write!(f, "a reserved row of table {}", table.0),
        }
    }
}

/// A problem of a program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A count exceeds the machine or the format.
    #[error("{found} {what}, at most {limit} are possible")]
    TooMany {
        /// The items that are counted.
        what: &'static str,
        /// Their number.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// Required items are missing.
    #[error("there are no {0}")]
    None(&'static str),
    /// A count differs from the required one.
    #[error("{what} should be {expected} and is {found}")]
    Count {
        /// The items that are counted.
        what: &'static str,
        /// Their number.
        found: u64,
        /// The required number.
        expected: u64,
    },
    /// A name is empty, too long, or contains a forbidden character.
    #[error("`{0}` cannot be a name here")]
    Name(String),
    /// Two items have the same name.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// A string is too long, not printable ASCII, or ends with a blank.
    #[error("{0:?} is not a string that the dictionary holds")]
    Text(String),
    /// A string occurs twice.
    #[error("{0:?} is in the dictionary twice")]
    TextTwice(String),
    /// NULL or an error has bits that are not zero.
    #[error("NULL and errors have no bits")]
    NotNormalised,
    /// The parameters of a type are out of range.
    #[error("there is no type {0}")]
    Type(Type),
    /// An aggregate is not defined on a type.
    #[error("this aggregate is not defined on {0}")]
    AggregateType(Type),
    /// A declared table or a message has an aggregate column.
    #[error("only hidden tables have columns of this kind")]
    AggregateOutsideHidden,
    /// A hidden table has a data column that is not in its key.
    #[error("the data columns of a hidden table are its key")]
    DataOutsideKey,
    /// A key column does not exist.
    #[error("key column {0} does not exist")]
    KeyColumn(u16),
    /// A key column is an aggregate, is nullable, or occurs twice.
    #[error(
        "column {0} cannot be in the key (again): key columns are data, `not null` and distinct"
    )]
    KeyColumnUnfit(u16),
    /// A default is of a column that does not exist, is out of order, or is of a table that no rule
    /// file declares.
    #[error("column {0} cannot have a default (again) here")]
    DefaultColumn(u16),
    /// A default is no value of its column.
    #[error("the default is no value of {0}")]
    Default(Type),
    /// A declared table follows a hidden one.
    #[error("declared tables come before hidden ones")]
    TableOrder,
    /// A message that a client can send follows a hidden one.
    #[error("hidden messages come after the others")]
    MessageOrder,
    /// A job visits no declared table, or its messages do not have the key of the table.
    #[error("a job has hidden messages with the key of a declared table")]
    Job,
    /// The base of a hidden table is not a declared table.
    #[error("the base of a hidden table is a declared table")]
    Base,
    /// The message of a rule does not exist.
    #[error("message {0} does not exist")]
    NoMessage(u16),

    /// An attribute of a rule is too long or contains a control character.
    #[error("the attribute `{0}` is too long or contains a control character")]
    Attribute(&'static str),

    /// A unit does not exist.
    #[error("unit {found} does not exist, there are {limit}")]
    Unit {
        /// The unit.
        found: u8,
        /// Their number.
        limit: usize,
    },
    /// An instruction for groups names a declared table, or one for rows names a hidden table.
    #[error("this instruction does not run on a {0} table")]
    TableClass(&'static str),
    /// A column of a list does not exist in its base table, or is out of order.
    #[error("column {0} is not one of the list here")]
    ListColumn(u16),
    /// An instruction of lists names another table.
    #[error("this table is no list")]
    NoList,
    /// A result is read of something that is not a scan of this list with this accumulator.
    #[error("{0} is not a scan that has this result")]
    NoScan(Operand),
    /// A row program has an instruction that is not one for rows.
    #[error("{0:?} is not an instruction of a row program")]
    NoStep(Opcode),
    /// An operand is forbidden, missing, or in the wrong space.
    #[error("operand {0} cannot stand here")]
    Space(Operand),
    /// The index of an operand is out of range.
    #[error("operand {operand} is out of range, there are {limit}")]
    Index {
        /// The operand.
        operand: Operand,
        /// Their number.
        limit: usize,
    },
    /// A predicate is in the predicate bank of another unit.
    #[error("predicate {0} is in the bank of another unit")]
    Bank(Operand),
    /// A bound is NULL or an error.
    #[error("constant {0} is not a value")]
    Bound(Operand),
    /// A constant is not the code of a string of the program.
    #[error("constant {0} is not the code of a string")]
    NoText(Operand),
    /// An immediate has no meaning.
    #[error("immediate {0} means nothing here")]
    Immediate(u16),
    /// A chain has an operator without an operand, or an operand without an operator.
    #[error("the chain's operators do not match its operands")]
    ChainOperators,
    /// A column is of a kind that the instruction does not accept.
    #[error("column {0} is not one for this instruction")]
    ColumnUnfit(u16),
    /// A key has a different number of values than the key of the table.
    #[error("the key has {found} values, the table's has {expected}, filled from the left")]
    KeyArity {
        /// Values of the key.
        found: usize,
        /// Columns of the table's key.
        expected: usize,
    },

    /// An instruction issues before its predecessor in the list.
    #[error("instructions are listed by rising cycle")]
    Unsorted,
    /// An operand is read that no instruction has written.
    #[error("{0} is read and nothing has written it")]
    Unwritten(Operand),
    /// A result is read before it is ready.
    #[error("{operand} is there in cycle {ready} and read in cycle {cycle}")]
    NotReady {
        /// The operand.
        operand: Operand,
        /// The cycle in which it is ready.
        ready: u16,
        /// The cycle in which it is read.
        cycle: u16,
    },
    /// An operand is written twice.
    #[error("{0} is written twice")]
    WrittenTwice(Operand),
    /// An operand is a row instead of a value, a value instead of a row, or a row of another table.
    #[error("{operand} is {found} and should be {expected}")]
    Kind {
        /// The operand.
        operand: Operand,
        /// Its kind.
        found: Kind,
        /// The required kind.
        expected: Kind,
    },
    /// An inserted row is not from a `reserve`, or is inserted twice.
    #[error("{0} is not a row reserved for this insert alone")]
    NotReserved(Operand),
    /// The handle from a `reserve` on a hidden table is read. The row that an `open` takes is
    /// unknown before the `open`.
    #[error("{0} is reserved in a hidden table and stands for no row")]
    ReservedGroup(Operand),

    /// The rules of the message are incomplete, mixed with rules of another message, in another
    /// order, or after checks.
    #[error("the rules of the message come first, each once, in file order")]
    RuleOrder,
    /// An instruction has a gate that it cannot have.
    #[error("the instruction cannot have the gate {0:?}")]
    Gate(Gate),
    /// An operand is computed on the other side of the verdict: one side is the commit of an
    /// accepted message with what it reserves, the other the effects of a reject.
    #[error("{0} belongs to the other side of the verdict")]
    Side(Operand),
    /// An entry of the effects is a rule.
    #[error("the entries of effects are checks")]
    EffectRule,
    /// The number of verdicts is not one.
    #[error("there is exactly one verdict, not {0}")]
    Verdicts(usize),
    /// The verdict issues before the frame has been parsed.
    #[error("the verdict issues in cycle {cycle}, the frame is parsed in cycle {parsed}")]
    VerdictEarly {
        /// The cycle of the verdict.
        cycle: u16,
        /// The first cycle that is allowed.
        parsed: u16,
    },
    /// An instruction that reads tables issues after the verdict, when the commit may already
    /// change them.
    #[error("reads the state behind the verdict in cycle {verdict}")]
    CheckLate {
        /// The verdict's cycle.
        verdict: u16,
    },
    /// An instruction that changes tables issues before the verdict is known.
    #[error("issues before the verdict is known in cycle {known}")]
    CommitEarly {
        /// The first cycle that is allowed.
        known: u16,
    },
    /// A result arrives after the end of the transaction.
    #[error("its result arrives in cycle {ready}, behind the end in cycle {end}")]
    InFlight {
        /// The cycle in which it arrives.
        ready: u16,
        /// The transaction's last cycle.
        end: u16,
    },

    /// An instruction issues before the first word of the program is available.
    #[error(
        "it issues in cycle {cycle}, the first possible one is {}",
        crate::machine::ISSUE_CYCLES
    )]
    IssueEarly {
        /// The cycle.
        cycle: u16,
    },
    /// Two instructions use one port in one cycle.
    #[error("it needs {port:?} in cycle {cycle} together with instruction {other}")]
    Port {
        /// The port.
        port: Port,
        /// The cycle.
        cycle: u16,
        /// The other instruction.
        other: usize,
    },
    /// A result and a field arrive on one bus in one cycle.
    #[error("its result arrives in cycle {cycle} on the bus of field {field}, which arrives then")]
    FieldBus {
        /// The field.
        field: u16,
        /// The cycle.
        cycle: u16,
    },
    /// A slot is not in the memory bank of the bus that carries the unit's results.
    #[error("{operand} is written by bus {expected}, its bank belongs to bus {found}")]
    Bus {
        /// The slot.
        operand: Operand,
        /// The bus of the slot's memory bank.
        found: u8,
        /// The bus of the unit.
        expected: u8,
    },
}

impl Place {
    /// The error of a problem at this place.
    pub(super) fn error(self, problem: Problem) -> ProgramError {
        ProgramError { place: self, problem }
    }

    /// Returns an error if a count exceeds a limit.
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

    /// Returns an error unless a condition holds.
    pub(super) fn ensure(
        self,
        holds: bool,
        problem: impl FnOnce() -> Problem,
    ) -> Result<(), ProgramError> {
        if holds { Ok(()) } else { Err(self.error(problem())) }
    }
}
