// SPDX-License-Identifier: Apache-2.0

//! Functions of PostgreSQL and other databases that the rule language does not have: what to write
//! instead.

use crate::ast::Name;
use crate::diagnostic::Edit;

/// What to write instead of a function, where it is known.
pub(super) fn help(function: &str) -> Option<&'static str> {
    let begins = |prefix: &str| function.starts_with(prefix);
    if begins("regexp_") {
        return Some(
            "where the pattern is a choice of prefixes, write one `like 'prefix%'` for each, \
             joined by `or`",
        );
    }
    if begins("json") {
        return Some("declare a column or field for each member");
    }
    if begins("array_") || matches!(function, "string_agg" | "unnest") {
        return Some(
            "lists are not values: ask for each element, as in `exists (select 1 from t where …)`",
        );
    }
    Some(match function {
        "if" | "iif" => "write `case when a then b else c end` for `if(a, b, c)`",
        "decode" => "write `case a when b then c else d end` for `decode(a, b, c, d)`",
        "ifnull" | "nvl" => "write `coalesce(a, b)`",
        "isnull" => "write `a is null`, or `coalesce(a, b)` for `isnull(a, b)`",
        "pow" | "power" | "square" => "powers are not served: multiply, as in `x * x`",
        "sqrt" => "roots are not served: where `y` is not negative, compare `x < y * y`",
        "starts_with" | "substr" | "strpos" => PREFIX,
        "length" | "char_length" | "character_length" | "octet_length" => {
            "send the length as a field of the message"
        }
        "upper" | "lower" | "initcap" => "compare with each spelling: `x in ('open', 'OPEN')`",
        "trim" | "rtrim" | "btrim" => "leave it out; `=` ignores blanks at the end of a CHAR",
        "nextval" | "random" | "gen_random_uuid" => "send the number as a field of the message",
        "concat" | "concat_ws" => "send the joined string as a field of the message",
        "bool_and" | "every" => {
            "write `min(case when a then 1 when not a then 0 end) = 1` for `bool_and(a)`"
        }
        "bool_or" => "write `max(case when a then 1 when not a then 0 end) = 1` for `bool_or(a)`",
        "stddev" | "stddev_pop" | "stddev_samp" | "variance" | "var_pop" | "var_samp" => {
            "the aggregates are `sum`, `count`, `avg`, `min` and `max`; store the square in a \
             column, and sum both"
        }
        "median" | "percentile_cont" | "percentile_disc" | "mode" => {
            "the aggregates are `sum`, `count`, `avg`, `min` and `max`"
        }
        _ => return None,
    })
}

/// What compares the first characters of a string.
const PREFIX: &str = "write `like 'prefix%'` to compare the first characters";

/// The change for a function that only has another name.
pub(super) fn edits(function: &Name) -> Vec<Edit> {
    match function.text.as_str() {
        "ifnull" | "nvl" => vec![Edit { span: function.span, text: "coalesce".to_owned() }],
        _ => Vec::new(),
    }
}
