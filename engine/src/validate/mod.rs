// SPDX-License-Identifier: Apache-2.0

//! Checks that a program is sound before any executor runs it.
//!
//! Compiler, executors and RTL rely on the rules below; none of them checks a program again.
//!
//! **Definitions** (`schema`, `names`, `pools`)
//! 1. Every count is within the limits of [`crate::machine`]: tables, columns, messages, fields,
//!    bytes of a frame, rules, strings, constants, rows of a table and of all declared tables.
//!    Tables and messages have at least one column.
//! 2. Declared names consist of letters and digits of any script and `_`, do not begin with a
//!    digit, have at most [`NAME_BYTES_MAX`] bytes, and are unique among names of the same sort.
//!    The name of a hidden table contains a `$` and has at
//!    most [`HIDDEN_NAME_BYTES_MAX`] bytes; the names of its columns may contain a `$`.
//! 3. The parameters of types are in range. A key is up to six distinct data columns that are
//!    never NULL; the key of a declared table has at least one column.
//! 4. Hidden tables follow the declared tables, and each aggregates one of them. Their data columns
//!    are their key, exactly one column counts rows, and aggregates are over numbers and
//!    timestamps. Only hidden tables have aggregate columns.
//!    The name of a hidden message contains a `$` too; hidden messages follow the others. The
//!    fields of those of a job are the key of its table, a declared one.
//! 5. Strings are printable ASCII without trailing blanks, have up to 16 bytes, are distinct, and
//!    fit the dictionary.
//!    Constants are normalised. Rules belong to existing messages; their attributes have up to
//!    [`ATTRIBUTE_BYTES_MAX`] bytes without control characters.
//!
//! **Each instruction** (`instruction`)
//! 6. Its unit exists, and a table unit is of the class that the opcode requires. The space and the
//!    index of each operand are allowed by its role. A lane writes only its own locals and its own
//!    predicate bank.
//! 7. Immediates have a meaning: columns exist and are of a kind that the opcode accepts, widths,
//!    signs, powers of ten, digits and roundings are valid, a wide comparison multiplies at most
//!    one side, only a sum takes a wide value, and a chain has operators exactly where it has
//!    operands. A key column is written only on the row of an `insert`, with the key value of that
//!    `insert`. Keys are as long as the key of the table, filled from the left.
//!
//! **Data flow** (`dataflow`)
//! 8. Slots, locals, wide values, predicates and entries are written at most once (fields by the
//!    parser) and read only when they are ready. Instructions are listed by ascending cycle, none
//!    before [`crate::machine::ISSUE_CYCLES`].
//! 9. A slot or local holds either data or a row of one table, and is read as such.
//! 10. An `insert` takes a row directly from a `reserve` on its table, and no other `insert` takes
//!     that row. No instruction reads the handle from a `reserve` on a hidden table. (Executors may
//!     therefore place rows in any order.)
//!
//! **The verdict** (`verdict`)
//! 11. The rules of the message are the first entries, each once, in file order, and each directly
//!     before the checks of its scans; the checks of statements follow.
//!     Every entry is written, and is ready when the verdict issues.
//! 12. There is one verdict. It takes all entries and issues when the whole frame has been parsed,
//!     or later. Instructions that read tables issue no later than the verdict; instructions that
//!     change tables issue no earlier than the verdict is known.
//! 13. The stated cycles of verdict and commit match the schedule, and no result arrives after
//!     them.
//!
//! **The effects of a reject** (`verdict`, `dataflow`)
//! 16. There is one `settle` where a transaction has effects, and none elsewhere. It takes all
//!     entries of the effects, which are checks. Instructions with the gate of a reject issue when
//!     the verdict is known or later; those that read tables no later than the `settle`; those that
//!     change tables no earlier than the `settle` is known. A `named` has that gate.
//! 17. A row that an accepted message reserves, and what depends on it or on its commit, is not
//!     used by the effects, and the other way round.
//!
//! **Scans** (`scan`, `instruction`, `dataflow`)
//! 18. The bound of a list is at most [`crate::machine::SCAN_ROWS_MAX`] where a scan runs over it;
//!     its columns are those of its base table, by ascending number, and its time is one of them.
//! 19. Each scan is run once, over its list, and states its latency. What it reads is ready then.
//! 20. A row program has only instructions that change nothing, in registers that are written once
//!     and before they are read. Accumulators read what it writes.
//!
//! **Resources** (`ports`)
//! 14. In one cycle each port carries one instruction or one result; [`crate::ports`] defines the
//!     ports of an instruction.
//! 15. A slot is in the memory bank of the bus that carries its writer's results.

mod dataflow;
mod error;
mod instruction;
mod names;
mod pools;
mod ports;
mod scan;
mod schema;
mod scope;
mod verdict;

pub use error::{Kind, Place, Problem, ProgramError};
pub use names::{HIDDEN_NAME_BYTES_MAX, NAME_BYTES_MAX, is_declared_name, is_name_character};
pub use pools::ATTRIBUTE_BYTES_MAX;
pub use schema::DEFINITION_BYTES_MAX;

use crate::machine::{INSTRUCTIONS_MAX, ISSUE_CYCLES, cycles_max};
use crate::program::Program;
use scope::Scope;

/// Checks that a program is sound.
///
/// # Errors
/// The first problem, and its place.
pub fn validate(program: &Program) -> Result<(), ProgramError> {
    schema::tables(program)?;
    schema::messages(program)?;
    schema::frames(program)?;
    schema::jobs(program)?;
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
    scan::check(scope)?;
    let most = cycles_max(!scope.transaction.scans.is_empty());
    let mut cycle_before = 0;
    for (index, instruction) in instructions.iter().enumerate() {
        let place = scope.place(index, "cycle");
        place.ensure(instruction.cycle >= ISSUE_CYCLES, || Problem::IssueEarly {
            cycle: instruction.cycle,
        })?;
        place.at_most("cycles", usize::from(instruction.cycle) + 1, most)?;
        place.ensure(instruction.cycle >= cycle_before, || Problem::Unsorted)?;
        cycle_before = instruction.cycle;
        instruction::check(scope, index, instruction)?;
    }
    let written = dataflow::check(scope)?;
    verdict::check(scope, &written)?;
    ports::check(scope)
}
