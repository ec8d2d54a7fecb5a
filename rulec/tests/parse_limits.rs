// SPDX-License-Identifier: Apache-2.0

//! The limits of the parser on size and depth, and its robustness against any input.
//!
//! Each hostile text has a megabyte. A stack that grows with the text would overflow, and work that
//! grows faster than the text would not finish in time.

use proptest::prelude::*;
use rulec::ast::{Expr, ExprKind, Item};
use rulec::diagnostic::{Diagnostic, ERRORS_MAX};
use rulec::parse::{HEIGHT_MAX, NESTING_MAX, TEXT_BYTES_MAX, parse_text};

fn codes(text: &str) -> Vec<&'static str> {
    parse_text(text).1.iter().map(|diagnostic| diagnostic.code).collect()
}

/// Each level of nesting: its opening, its content and its closing.
const NESTINGS: &[(&str, &str, &str)] = &[
    ("(", "a", ")"),
    ("not ", "a", ""),
    ("- ", "a", ""),
    ("f(", "a", ")"),
    ("case when ", "a", " then 1 end"),
    ("case when a then ", "a", " end"),
    ("case when a then 1 else ", "a", " end"),
    ("(select ", "a", " from t)"),
    ("(select a from t where ", "a", ")"),
    ("exists (select ", "a", " from t)"),
    ("a in (", "a", ")"),
    ("a in (select ", "a", " from t)"),
    ("cast(", "a", " as int)"),
    ("extract(hour from ", "a", ")"),
    ("f(distinct ", "a", ")"),
    ("f(a) filter (where ", "a", ")"),
    ("(select a from t join u on ", "a", ")"),
    ("(select a from t order by ", "a", " desc)"),
    ("(a + ", "a", ")"),
    ("a and (b or ", "a", ")"),
    ("(not ", "a", ")"),
];

fn nested((open, inside, close): (&str, &str, &str), levels: usize) -> String {
    format!("rule r ({}{inside}{})", open.repeat(levels), close.repeat(levels))
}

#[test]
fn nesting_is_counted_exactly() {
    let max = NESTING_MAX as usize;
    for &nesting in NESTINGS {
        // The last one nests two levels at a time.
        let max = if nesting.0 == "(not " { max / 2 } else { max };
        assert_eq!(codes(&nested(nesting, max)), [""; 0], "{nesting:?}");
        assert_eq!(codes(&nested(nesting, max + 1)), ["nesting-too-deep"], "{nesting:?}");
    }
}

#[test]
fn excessive_depth_is_one_error() {
    for &nesting in NESTINGS {
        assert_eq!(codes(&nested(nesting, 10_000)), ["nesting-too-deep"], "{nesting:?}");
        let unclosed = format!("rule r ({}", nesting.0.repeat(1_000_000 / nesting.0.len()));
        assert_eq!(codes(&unclosed), ["nesting-too-deep"], "{nesting:?}");
    }
}

#[test]
fn a_chain_is_as_long_as_its_tree_may_be_tall() {
    for operator in [" + ", " * ", " and ", " or ", " is null or ", " is true or "] {
        let chain =
            |operators: usize| format!("rule r (a{})", format!("{operator}a").repeat(operators));
        let steps = if operator.contains("is") { 1 } else { HEIGHT_MAX as usize - 1 };
        assert_eq!(codes(&chain(steps)), [""; 0], "{operator}");
        assert_eq!(codes(&chain(200_000)), ["expression-too-long"], "{operator}");
    }
    for postfix in [" is null", " is not unknown", "::t", "::decimal(10, 2)"] {
        let max = HEIGHT_MAX as usize;
        let chain = |length: usize| format!("rule r (a{})", postfix.repeat(length));
        assert_eq!(codes(&chain(max - 1)), [""; 0], "{postfix}");
        assert_eq!(codes(&chain(max)), ["expression-too-long"], "{postfix}");
    }
}

/// The height that the parser counts bounds the recursion of every later pass, so it must also hold
/// across subqueries and lists.
#[test]
fn no_tree_is_taller_than_stated() {
    let chain = " + a".repeat(HEIGHT_MAX as usize / 2);
    let inside = format!("(select a{chain} from t)");
    assert_eq!(codes(&format!("rule r (f({inside}{chain}))")), ["expression-too-long"]);
    let text = format!("rule r (a{})", " + a".repeat(HEIGHT_MAX as usize - 1));
    let (file, _) = parse_text(&text);
    let Some(Item::Rule(rule)) = file.items.first() else { panic!("one rule") };
    let mut height = 1;
    let mut expr: &Expr = &rule.condition;
    while let ExprKind::Binary(_, left, _) = &expr.kind {
        height += 1;
        expr = left;
    }
    assert_eq!(height, HEIGHT_MAX);
}

#[test]
fn hostile_megabytes_are_rejected_in_time() {
    let pieces = [
        "(",
        ")",
        "((",
        "()",
        "'",
        "''",
        "\"",
        "/*",
        "*/",
        "--",
        "//",
        ";",
        ",",
        "a ",
        "a,",
        "1",
        "1.",
        ".",
        "rule ",
        "rule r(",
        "on m(",
        "on m(;",
        "create ",
        "create table t(a int,",
        "insert ",
        "update t set a=1;",
        "a in (1) ",
        "is not null ",
        "case ",
        "when ",
        "@",
        "# ",
        "（",
        "账",
        "\u{feff}",
        "\r\n",
        "\t",
        "\0",
        "!",
        "=",
        "not between ",
        "rule r(a)on m(",
        "::a",
        "a like ",
        "$",
        "$$",
        "$a$",
        "$a$$b$",
        "is distinct from a ",
        "(select a from (",
        "t join t on a ",
        "warn rule r(a)with(id='1')",
        "on reject of m by r (",
        "test \"a\" (given t (a = 1);",
        "include 'a' ",
        "set time zone ",
        "end;",
        "\u{202e}",
    ];
    for piece in pieces {
        for start in ["", "rule r (a in (", "on m (update t set a = ", "create table t ("] {
            let (_, diagnostics) =
                parse_text(&format!("{start}{}", piece.repeat(1_000_000 / piece.len())));
            assert!(diagnostics.len() <= ERRORS_MAX + 1, "{start}{piece}: {}", diagnostics.len());
        }
    }
}

#[test]
fn a_text_that_is_too_large_is_rejected_unread() {
    let text = " ".repeat(TEXT_BYTES_MAX);
    assert_eq!(codes(&text), [""; 0]);
    assert_eq!(codes(&(text + "'")), ["text-too-large"]);
}

#[test]
fn errors_beyond_the_shown_ones_are_one_note() {
    for wrong in ["rule r (a = )\n", "@ rule r (a)\n"] {
        let codes = codes(&wrong.repeat(1000));
        assert_eq!(codes.len(), ERRORS_MAX + 1, "{wrong}");
        assert_eq!(codes.last(), Some(&"too-many-errors"));
        assert_eq!(self::codes(&wrong.repeat(ERRORS_MAX)).len(), ERRORS_MAX);
    }
}

fn assert_well_formed(text: &str, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        let places = diagnostic.related.iter().chain([&diagnostic.primary]);
        for (span, _) in places {
            assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
        }
        assert!(diagnostic.render("file.rules", text, false).len() < 10_000);
    }
}

/// Words that combine to texts similar to rule files.
fn fragment() -> impl Strategy<Value = String> {
    let words = "create table message rule on where select from insert into values update set \
                 delete and or not between in is null case when then else end exists primary key \
                 with rows true false order by limit group join distinct union using like is \
                 unknown cast extract filter conflict do nothing warn reject of test given expect \
                 include function returns language sql $$ $a$ :: \u{2067} a b t int char ( ( ( ) \
                 ) ) , ; . + - * / % = <> < <= > >= 1 1.5 'x' ' \" /* */ -- \n == && || ! @ 账户 （ \
                 ） ， ‘ ’";
    let words: Vec<&str> = words.split(' ').collect();
    prop_oneof![
        9 => prop::sample::select(words).prop_map(|word| format!("{word} ")),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// The files that are damaged.
const DAMAGED: &[&str] = &[
    include_str!("cases/parse/statements.rules"),
    include_str!("cases/parse/operators.rules"),
    include_str!("cases/parse/subqueries.rules"),
    include_str!("cases/parse/upserts_and_joins.rules"),
    include_str!("cases/parse/items.rules"),
];

/// The first character boundary at or after an offset.
fn boundary(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_makes_it_panic(text in prop::collection::vec(fragment(), 0..60)) {
        let text = text.concat();
        let (_, diagnostics) = parse_text(&text);
        assert_well_formed(&text, &diagnostics);
    }

    #[test]
    fn no_damage_to_a_file_makes_it_panic(
        at in 0..4000_usize,
        length in 0..20_usize,
        with in fragment(),
    ) {
        let mut text = String::from(DAMAGED[at % DAMAGED.len()]);
        let start = boundary(&text, at.min(text.len()));
        let end = boundary(&text, (start + length).min(text.len()));
        text.replace_range(start..end, &with);
        let (_, diagnostics) = parse_text(&text);
        assert_well_formed(&text, &diagnostics);
    }
}
