// SPDX-License-Identifier: Apache-2.0

//! Queries that are deep or long end with an answer or an error.

use engine::calendar::Zone;
use query::Database;

/// The first line of the error, or nothing.
fn error(query: &str) -> String {
    let database = Database::new(Zone::UTC).expect("SQLite starts");
    let error = database.query(query, &mut |_| true).err().map(|error| error.to_string());
    error.unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}

/// A query with `part` repeated to nearly the greatest length.
fn filled(part: &str, before: &str, after: &str) -> String {
    let count = ((1 << 16) - before.len() - after.len()) / part.len();
    before.to_owned() + &part.repeat(count) + after
}

#[test]
fn deep_queries_are_refused() {
    for (part, before, after) in [
        ("+1", "select 1", ""),
        ("||'a'", "select 'a'", ""),
        (" and true", "select true", ""),
        ("(", "select ", "1"),
        ("- ", "select ", "1"),
        ("not ", "select ", "true"),
        ("case when true then ", "select ", "1"),
        (" union select 1", "select 1", ""),
        ("select (", "", "1"),
        ("(select ", "select ", "1"),
        ("abs(", "select ", "1"),
        ("::int", "select 1", ""),
        (" is null", "select 1", ""),
    ] {
        let error = error(&filled(part, before, after));
        eprintln!("{part}: {error}");
        assert_ne!(error, "", "{part}");
    }
}

#[test]
fn the_longest_query_is_served() {
    let query = filled(",1", "select 1 where 1 in (1", ")");
    assert_eq!(error(&query), "");
    let query = query + &" ".repeat(1 << 16);
    assert_eq!(
        error(&query),
        format!("the query has {} bytes, and at most 65536 are read", query.len())
    );
}
