// SPDX-License-Identifier: Apache-2.0

//! Proves a program sound before anything runs it.
//!
//! Compiler, executors and RTL rely on what stands here. None of them checks it again.
//!
//! **Definitions** (`schema`, `pools`)
//! 1. Every count keeps within [`crate::machine`]: tables, columns, messages, fields, bytes of a
//!    frame, rules, strings, constants, rows of a table and of all declared ones. Tables and
//!    messages have a column.
//! 2. Names of declared things are `[a-z_][a-z0-9_]*`, at most [`NAME_BYTES_MAX`] bytes, and unique
//!    among their like; those of hidden tables have a `$`, their columns may, and they may be
//!    [`HIDDEN_NAME_BYTES_MAX`] bytes long.
//! 3. Types have parameters in range. A key is up to four distinct data columns that are never
//!    NULL; that of a declared table has at least one.
//! 4. Hidden tables follow the declared ones and are over one. Their data columns are their key,
//!    exactly one column counts rows, and aggregates are over numbers and timestamps. Nothing else
//!    has aggregate columns.
//! 5. Strings are printable ASCII without trailing blanks, up to 16 bytes, and distinct; constants
//!    are normalised; rules belong to messages that exist.
//!
//! **Each instruction** (`instruction`)
//! 6. Its unit exists; a table unit is of the class the opcode is for. Every operand stands in a
//!    space and in a range that its role allows; a lane writes its own locals and its own bank of
//!    predicates.
//! 7. Immediates mean something: columns exist and are of a kind the opcode is for, widths and
//!    signs are valid, a chain has operators exactly where it has operands. A key column is written
//!    only on the row of an `insert`, with the value that the row is inserted under. Keys are as
//!    long as the table's, filled from the left.
//!
//! **Data flow** (`dataflow`)
//! 8. Slots, locals, predicates and entries are written at most once, fields being written by the
//!    parser, and read no earlier than they are there. Instructions are listed by rising cycle,
//!    none before [`crate::machine::ISSUE_CYCLES`].
//! 9. A slot or local holds either data or a row of one table, and is read as that.
//! 10. What `insert` enters is a row straight from a `reserve` on its table, and no other `insert`
//!     enters that one. The handle from a `reserve` on a hidden table is read by nobody. (Executors
//!     may hence place rows as they like.)
//!
//! **The verdict** (`verdict`)
//! 11. The rules of the message are the first entries, each once, in file order; then come checks.
//!     Every entry is written, and is there when the verdict issues.
//! 12. There is one verdict; it takes all entries and issues when the whole frame has been parsed,
//!     or later. Checks issue no later than it, changes no earlier than it is known.
//! 13. The stated cycles of verdict and commit are those that the schedule gives, and no result
//!     arrives after them.
//!
//! **Resources** (`ports`)
//! 14. In one cycle every port carries one instruction or one result; [`crate::ports`] says what an
//!     instruction occupies.
//! 15. A slot lies in the bank of the bus that its writer's results go by.

mod dataflow;
mod error;
mod instruction;
mod pools;
mod ports;
mod schema;
mod verdict;

pub use error::{Kind, Place, Problem, ProgramError};

use crate::frame::Layout;
use crate::isa::{Instruction, Operand};
use crate::machine::{CYCLES_MAX, INSTRUCTIONS_MAX, ISSUE_CYCLES};
use crate::program::{FrameKind, Program, Transaction};

/// Bytes of the longest name that a rule file can declare.
pub const NAME_BYTES_MAX: usize = 63;
/// Bytes of the longest name that a compiler can derive from it for a hidden table.
pub const HIDDEN_NAME_BYTES_MAX: usize = NAME_BYTES_MAX + 16;
/// Bytes of the longest definition of a hidden table.
pub const DEFINITION_BYTES_MAX: usize = 65_535;

/// Proves a program sound.
///
/// # Errors
/// The first thing that is wrong with it, and its place.
pub fn validate(program: &Program) -> Result<(), ProgramError> {
    schema::tables(program)?;
    schema::messages(program)?;
    schema::frames(program)?;
    pools::rules(program)?;
    pools::strings(program)?;
    pools::constants(program)?;
    let expected = program.messages.len() + program.declared_tables().len();
    let found = program.transactions.len();
    Place::Program.ensure(found == expected, || Problem::Count {
        what: "number of transactions",
        found: found as u64,
        expected: expected as u64,
    })?;
    for (index, kind) in program.frame_kinds().enumerate() {
        transaction(&Scope::new(program, index, kind))?;
    }
    Ok(())
}

fn transaction(scope: &Scope<'_>) -> Result<(), ProgramError> {
    let instructions = &scope.transaction.instructions;
    let place = Place::Transaction(scope.index);
    place.at_most("instructions", instructions.len(), INSTRUCTIONS_MAX)?;
    verdict::entries(scope)?;
    let mut cycle_before = 0;
    for (index, instruction) in instructions.iter().enumerate() {
        let place = scope.place(index, "cycle");
        place.ensure(instruction.cycle >= ISSUE_CYCLES, || Problem::IssueEarly {
            cycle: instruction.cycle,
        })?;
        place.at_most("cycles", usize::from(instruction.cycle) + 1, CYCLES_MAX)?;
        place.ensure(instruction.cycle >= cycle_before, || Problem::Unsorted)?;
        cycle_before = instruction.cycle;
        instruction::check(scope, index, instruction)?;
    }
    let written = dataflow::check(scope)?;
    verdict::check(scope, &written)?;
    ports::check(scope)
}

/// A transaction and everything that its checks look at.
struct Scope<'p> {
    program: &'p Program,
    transaction: &'p Transaction,
    index: usize,
    kind: FrameKind,
    layout: Layout,
}

impl<'p> Scope<'p> {
    fn new(program: &'p Program, index: usize, kind: FrameKind) -> Scope<'p> {
        Scope {
            program,
            transaction: &program.transactions[index],
            index,
            kind,
            layout: Layout::new(index as u8, program.fields(kind)),
        }
    }

    fn place(&self, index: usize, field: &'static str) -> Place {
        Place::Instruction { transaction: self.index, index, field }
    }
}

const FIELDS: [&str; 6] = ["dst", "a", "b", "c", "d", "e"];

/// The operands of an instruction with their roles and names.
fn operands(
    instruction: &Instruction,
) -> impl Iterator<Item = (Operand, crate::isa::Role, &'static str)> {
    let roles = instruction.opcode.signature().roles;
    let operands = instruction.operands.into_iter().zip(roles).zip(FIELDS);
    operands.map(|((operand, role), name)| (operand, role, name))
}
