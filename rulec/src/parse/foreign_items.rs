// SPDX-License-Identifier: Apache-2.0

//! Commands and statements of PostgreSQL that a rule file does not have: what to write instead.

use super::construct::{LeftOut, left_out};
use super::tokens::{Expected, Tokens, is_any};
use super::wording::expected_text;

/// Words after `create`, with the code, the name and the remedy of what they create.
const CREATED: &[(&[&str], LeftOut)] = &[
    (
        &["view", "materialized"],
        left_out(
            "no-views",
            "`create view`",
            "write its table and its `where` in each subquery that reads it",
        ),
    ),
    (
        &["unique"],
        left_out(
            "no-indexes",
            "`create unique index`",
            "insert the value also into a table whose primary key it is, which rejects a second \
             one",
        ),
    ),
    (
        &["index"],
        left_out(
            "no-indexes",
            "`create index`",
            "leave it out; lookups by key and aggregates need no index",
        ),
    ),
    (&["trigger"], left_out("no-triggers", "`create trigger`", BLOCK)),
    (&["procedure"], left_out("no-procedures", "`create procedure`", BLOCK)),
    (
        &["type", "domain"],
        left_out(
            "no-types",
            "a type that the file defines",
            "write the type of each column in full, such as `decimal(12, 2)`, and a condition on \
             it as a rule",
        ),
    ),
    (
        &["sequence"],
        left_out("no-sequences", "`create sequence`", "send the number as a field of the message"),
    ),
    (
        &["schema"],
        left_out("no-create-schema", "`create schema`", "leave it out; tables are in no schema"),
    ),
    (
        &["temp", "temporary", "unlogged"],
        left_out("no-temporary-tables", "a temporary table", "write `create table`"),
    ),
];

/// Words at the start of an item.
const ITEMS: &[(&[&str], LeftOut)] = &[
    (
        &["alter"],
        left_out(
            "no-alter",
            "`alter`",
            "change the declaration itself: the file says what there is",
        ),
    ),
    (
        &["drop"],
        left_out("no-drop", "`drop`", "remove the declaration itself: the file says what there is"),
    ),
    (
        &["begin", "commit", "start", "savepoint", "rollback"],
        left_out(
            "no-transactions",
            "transaction control",
            "leave it out; the statements of a message take effect together or not at all",
        ),
    ),
    (
        &["grant", "revoke"],
        left_out("no-grants", "access control", "leave it out; a rule file has no users"),
    ),
    (&["do", "call"], left_out("no-procedures", "a call of a procedure", BLOCK)),
    (
        &["comment"],
        left_out("not-served", "`comment on`", "write `-- …`, or `with (text = '…')` after a rule"),
    ),
    (
        &["if", "raise", "assert"],
        left_out(
            "no-control-flow",
            "control flow",
            "write the condition as a rule: `rule name ( … )`",
        ),
    ),
];

/// Words at the start of a statement.
const STATEMENTS: &[(&[&str], LeftOut)] = &[
    (
        &["merge", "replace", "upsert"],
        left_out(
            "no-merge",
            "`merge`",
            "write `insert into t values (…) on conflict (id) do update set a = excluded.a`",
        ),
    ),
    (
        &["if", "raise", "assert", "perform"],
        left_out(
            "no-control-flow",
            "control flow",
            "write a condition of the block as `on message where …`, one that rejects as a rule",
        ),
    ),
    (&["truncate"], LeftOut { code: "no-truncate", what: "`truncate`", help: None }),
];

const BLOCK: &str = "write the statements in a block: `on message ( … )`";

/// The item or statement that a word at the front begins.
pub(super) fn recognise(expected: Expected, at: Tokens) -> Option<LeftOut> {
    let expected = expected_text(expected);
    let known = if expected.starts_with("`table`, `message`") {
        CREATED
    } else if expected.starts_with("`create`, `rule`") {
        ITEMS
    } else if expected.starts_with("`insert`, `update`") {
        STATEMENTS
    } else {
        return None;
    };
    let (_, found) = known.iter().find(|(words, _)| is_any(at, words))?;
    Some(LeftOut { ..*found })
}
