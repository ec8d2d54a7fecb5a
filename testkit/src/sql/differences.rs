// SPDX-License-Identifier: Apache-2.0

//! Every difference between the rule language and PostgreSQL that the comparison knows.
//!
//! The page `differences.md` of the book is made from this list.

/// A difference between the rule language and PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// A short name.
    pub name: &'static str,
    /// What the rule language does.
    pub here: &'static str,
    /// What PostgreSQL does.
    pub postgres: &'static str,
    /// Why they differ.
    pub reason: &'static str,
    /// How the comparison treats it.
    pub treatment: Treatment,
}

/// How the comparison treats a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// The SQL states the rule language's semantics, so the results must be equal.
    Stated(&'static str),
    /// The results differ, and the comparison recognises why; such cases are counted.
    Recognised(&'static str),
    /// No case has it.
    NotGenerated,
}

use Treatment::{NotGenerated, Recognised, Stated};

/// The list.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "integer-width",
        here: "Arithmetic among integers is done in 64 bits and overflows there.",
        postgres: "`int2` and `int4` arithmetic overflows at 16 and 32 bits.",
        reason: "The width of a column should not decide whether an order passes.",
        treatment: Stated("Every integer operand is cast to `int8`."),
    },
    Difference {
        name: "decimal-digits",
        here: "Decimal arithmetic is exact to 38 digits and overflows there.",
        postgres: "`numeric` has up to 131,072 digits.",
        reason: "A result must have a fixed size and latency.",
        treatment: Stated("Every decimal result is cast to `numeric(38, scale)`."),
    },
    Difference {
        name: "quotient-scale",
        here: "`/` with a decimal has the fixed scale max(16, s1, s2), less where the dividend \
               would pass 38 digits, never under 6, and rounds half away from zero.",
        postgres: "The scale depends on the values: at least 16 significant digits.",
        reason: "The scale must be known when the rule is compiled.",
        treatment: Stated("The quotient is computed exactly and rounded at the stated scale."),
    },
    Difference {
        name: "average-scale",
        here: "`avg` is the exact sum over the count at scale 6, at max(6, s) for a decimal.",
        postgres: "The scale of `avg` depends on the values.",
        reason: "The scale must be known when the rule is compiled.",
        treatment: Stated("The average is computed exactly and rounded at the stated scale."),
    },
    Difference {
        name: "sum-width",
        here: "`sum` of integers is `INT8`; `sum` of decimals has 38 digits.",
        postgres: "`sum(int8)` is `numeric`.",
        reason: "A result must have a fixed size.",
        treatment: Stated("The sum is cast to `int8` or `numeric(38, scale)`."),
    },
    Difference {
        name: "integer-functions",
        here: "`sign` of a number is an integer; `round`, `trunc`, `ceil` and `floor` of an \
               integer are integers.",
        postgres: "An `int8` argument is converted to `double precision`; `sign(numeric)` is \
                   `numeric`.",
        reason: "There are no floating-point numbers, and a sign is a whole number.",
        treatment: Stated("The argument is cast to `numeric`, and the result to `int8`."),
    },
    Difference {
        name: "timestamp-unit",
        here: "`TIMESTAMP` counts nanoseconds in 64 bits.",
        postgres: "`timestamp` counts microseconds from 4713 BC to 294276 AD.",
        reason: "Exchanges stamp in nanoseconds.",
        treatment: Stated("A timestamp is an `int8`."),
    },
    Difference {
        name: "timestamp-zone",
        here: "`TIMESTAMP` is UTC. `set time zone`, whole hours once a file, says how it is read \
               as a date and a time of day; a literal may state another offset.",
        postgres: "`timestamp` has no zone, and ignores an offset; `timestamptz` is read in the \
                   zone of the session.",
        reason: "A time that a message carries means the same to every reader.",
        treatment: NotGenerated,
    },
    Difference {
        name: "interval-as-integer",
        here: "An interval literal of weeks or less and a difference of times are `INT8` \
               nanoseconds. A `TIMESTAMP` plus or minus an integer is a `TIMESTAMP`, and it can be \
               compared with an integer literal. Months and years are refused.",
        postgres: "`interval` is a separate type, with months, days and microseconds.",
        reason: "A length of time is one number, and a day of a fixed zone has 24 hours.",
        treatment: NotGenerated,
    },
    Difference {
        name: "second-digits",
        here: "Seconds have nine digits after the point, also in `extract`; a literal with more \
               is refused, unless they are zeros.",
        postgres: "Seconds have six digits after the point; a literal with more is rounded.",
        reason: "Exchanges stamp in nanoseconds.",
        treatment: NotGenerated,
    },
    Difference {
        name: "date-range",
        here: "`DATE` has 32 bits: 5877642-06-23 BC to 5881580-07-11.",
        postgres: "`date` is from 4713 BC to 5874897, with `infinity`.",
        reason: "Every value of the 32 bits is a date.",
        treatment: NotGenerated,
    },
    Difference {
        name: "time-literals",
        here: "Dates and times are written as in ISO 8601.",
        postgres: "Many other forms are read, `now` and `today` among them.",
        reason: "A literal has one meaning, whenever and wherever it is read.",
        treatment: NotGenerated,
    },
    Difference {
        name: "order-of-operands",
        here: "`and`, `or`, `between`, `in` and the conjuncts of a `where` decide by the values \
               of all operands: `false and error` and `error and false` are both false.",
        postgres: "Operands are evaluated in an order that the planner chooses, mostly from the \
                   left, up to the first that decides; an error before it is raised.",
        reason: "All operands are computed at once; the result must not depend on their order.",
        treatment: Recognised(
            "PostgreSQL raises an error, and gives the rule language's result where the operands \
             are in another order.",
        ),
    },
    Difference {
        name: "choice-of-error",
        here: "If several errors are possible, `division_by_zero` wins over `overflow`, and the \
               values that a statement writes are checked column by column.",
        postgres: "The first error in the order of evaluation is raised, and NULL in a `not null` \
                   column is found after all values are computed.",
        reason: "The reason must not depend on the order of evaluation.",
        treatment: Recognised("Both reject, with different errors."),
    },
    Difference {
        name: "errors-of-keys",
        here: "A key expression of a subquery, `update` or `delete` is evaluated before the \
               lookup; if it is an error, that is the result.",
        postgres: "Conjuncts of the `where` are evaluated for rows, as far as they are needed: in \
                   an empty table, or after a conjunct that is not true, none is.",
        reason: "The lookup needs its key; the result must not depend on the rows of the table.",
        treatment: Recognised(
            "PostgreSQL gives no error, but the same error with that conjunct alone and at least \
             one row in each table.",
        ),
    },
    Difference {
        name: "work-of-the-planner",
        here: "What a `where` says besides the key, and what is read from a row, counts only if \
               the row exists. An error wins over NULL: `null + error` is the error, also if the \
               NULL is a constant.",
        postgres: "The planner computes constants, and conditions and subqueries that do not \
                   depend on the row, before it looks for rows: an error there is raised even if \
                   no row needs the value. An operation on a constant NULL is NULL without a look \
                   at the other operand.",
        reason: "The result must not depend on what is known before.",
        treatment: Recognised(
            "PostgreSQL gives the same result with literals and fields that its planner does not \
             know.",
        ),
    },
    Difference {
        name: "arguments-of-functions",
        here: "An argument that is an error counts only where the body of the function needs its \
               value.",
        postgres: "Arguments are computed before the call, unless the planner inlines the \
                   function.",
        reason: "A function is always inlined; an error is a value as in any expression.",
        treatment: Recognised(
            "PostgreSQL gives the same result with the body in place of the call.",
        ),
    },
    Difference {
        name: "constant-errors",
        here: "A constant that overflows or divides by zero is a compile error.",
        postgres: "It is an error when the query runs, or none if it is not evaluated.",
        reason: "Such a rule could never hold.",
        treatment: NotGenerated,
    },
    Difference {
        name: "column-defaults",
        here: "The default of a column is a constant. It is a compile error if it is not one, or \
               if it is NULL and the column is `not null`.",
        postgres: "The default is an expression, such as a call of `now()`, that is evaluated for \
                   each row. NULL is found when a row is written.",
        reason: "Files and changes at run time give rows the default too, and evaluate nothing.",
        treatment: NotGenerated,
    },
    Difference {
        name: "aggregate-errors",
        here: "A row for which a condition or an argument of an aggregate is an error, if that \
               reads the row alone, is not written: the message that writes it is rejected. An \
               error that depends on something else is the result for the message that asks.",
        postgres: "The query that reads the aggregate raises the error.",
        reason: "What reads the row alone is computed when the row is written; a bad row must not \
                 reject the messages after it.",
        treatment: NotGenerated,
    },
    Difference {
        name: "exists-errors",
        here: "`exists` is true if its condition is TRUE for one row, whatever it is for others; \
               else an error of a row is the result.",
        postgres: "Rows are read up to the first for which the condition is TRUE, in an order that \
                   the planner chooses; an error before it is raised.",
        reason: "The result must not depend on the order of the rows.",
        treatment: NotGenerated,
    },
    Difference {
        name: "second-row",
        here: "A scalar subquery that finds a second row makes its rule or statement fail with \
               `many_rows`, as a check after it and under its guard. `coalesce` and `case` do not \
               avoid it.",
        postgres: "An error is raised if the value is needed.",
        reason: "`many_rows` is no value, so that no expression can hide it.",
        treatment: NotGenerated,
    },
    Difference {
        name: "order-of-equal-rows",
        here: "With `limit`, rows with equal values are in the order of their keys, as are all \
               rows without `order by`.",
        postgres: "Their order is not specified.",
        reason: "All executors must give the same answer.",
        treatment: NotGenerated,
    },
    Difference {
        name: "stated-bounds",
        here: "A group or a window of a table can have a stated number of rows. A row beyond that \
               of a group is rejected with `group_full`. A message that asks for a row that was \
               pushed out of its window is rejected with `window_full`.",
        postgres: "A table has no such bounds.",
        reason: "A scan takes a time that is known before anything runs.",
        treatment: NotGenerated,
    },
    Difference {
        name: "distinct-values",
        here: "`count(distinct x)` counts up to 64 values of a scan, and up to 1,024 of a group \
               that a hidden table keeps; one more is rejected with `levels_full`.",
        postgres: "The number of values has no bound.",
        reason: "The memory of a group has a fixed size.",
        treatment: NotGenerated,
    },
    Difference {
        name: "names-of-jobs",
        here: "In a job, the name of the table whose rows it visits is the visited row, also in a \
               statement that changes this table without an alias.",
        postgres: "There are no jobs. In a statement, the name of the table that it changes is the \
                   row that it changes.",
        reason: "A statement names the key of the visited row: `where id = t.id`. A condition of \
                 the changed row on itself would find no row by its key.",
        treatment: NotGenerated,
    },
    Difference {
        name: "row-of-a-job",
        here: "The columns of the visited row have the values from before the step, and each row \
               is a transaction.",
        postgres: "A loop over a query sees the rows as they were when the query began, and a \
                   function is one transaction.",
        reason: "Messages come between two rows, so that a job delays no order by more than one \
                 row.",
        treatment: NotGenerated,
    },
];
