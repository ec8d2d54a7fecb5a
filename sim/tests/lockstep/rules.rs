// SPDX-License-Identifier: Apache-2.0

//! Random rule files over the fields of messages: everything that the core runs without tables.

use rand::RngExt;
use std::fmt::Write;
use testkit::rng::Rng;

const TYPES: [&str; 5] = ["INT", "INT8", "SMALLINT", "BOOLEAN", "DECIMAL(9,2)"];
const NUMBERS: [&str; 12] = [
    "0",
    "1",
    "2",
    "-1",
    "7",
    "100",
    "32767",
    "-32768",
    "2147483647",
    "-2147483648",
    "9223372036854775807",
    "12",
];

/// A rule file with one or two messages.
pub fn rule_file(rng: &mut Rng) -> String {
    let mut text = String::new();
    for message in 0..rng.random_range(1..3) {
        let fields = Fields::random(rng, message);
        text += &fields.declaration();
        for rule in 0..[1, 1, 1, 2, 2, 3, 5, 9][rng.random_range(0..8)] {
            let depth = rng.random_range(1..5);
            let guard = if rng.random_bool(0.4) {
                format!(" where {}", fields.truth(rng, 1))
            } else {
                String::new()
            };
            let warn = if rng.random_bool(0.25) { "warn " } else { "" };
            let truth = fields.truth(rng, depth);
            _ = writeln!(text, "{warn}rule r{message}_{rule} ( ({truth}){guard} )");
        }
    }
    text
}

/// A rule file that uses the whole machine: a message with many fields of every width, and so many
/// rules that every lane and logic unit reads from every source.
pub fn wide_file(rng: &mut Rng) -> String {
    let count = rng.random_range(24..=32);
    let field = |i: usize, rng: &mut Rng| {
        let digits = rng.random_range(1..=18);
        let ty = match rng.random_range(0..5) {
            0 => "SMALLINT".to_owned(),
            1 => "INT8".to_owned(),
            2 => format!("DECIMAL({digits},{})", digits.min(2)),
            _ => "INT".to_owned(),
        };
        (format!("f{i}"), ty, if rng.random_bool(0.3) { "null" } else { "not null" })
    };
    let fields: Vec<_> = (0..count).map(|i| field(i, rng)).collect();
    let declared: Vec<String> =
        fields.iter().map(|(name, ty, null)| format!("{name} {ty} {null}")).collect();
    let mut text = format!("create message m ( {} );\n", declared.join(", "));
    for rule in 0..rng.random_range(40..110) {
        let mut name = || format!("m.f{}", rng.random_range(0..count));
        let terms: Vec<String> = (0..4).map(|_| format!("{} <= {}", name(), name())).collect();
        let sum = format!("{} + {}", name(), name());
        let truth = match rng.random_range(0..6) {
            0 => format!("({}) and ({})", terms[..2].join(" or "), terms[2..].join(" or ")),
            1 => terms.join(" or "),
            2 => format!("{} and not ({})", terms[0], terms[1..].join(" and ")),
            3 => format!("{sum} > {}", NUMBERS[rng.random_range(0..NUMBERS.len())]),
            4 => format!("case when {} then {} else {} end", terms[0], terms[1], terms[2]),
            _ => terms[0].clone(),
        };
        let warn = if rng.random_bool(0.25) { "warn " } else { "" };
        _ = writeln!(text, "{warn}rule r{rule} ( {truth} )");
    }
    text
}

struct Fields {
    message: String,
    fields: Vec<(String, &'static str, bool)>,
}

impl Fields {
    fn random(rng: &mut Rng, message: usize) -> Fields {
        let count = rng.random_range(1..9);
        let field = |i: usize, rng: &mut Rng| {
            // The first field is a number, so that every message has one.
            let ty = if i == 0 { "INT" } else { TYPES[rng.random_range(0..TYPES.len())] };
            (format!("f{i}"), ty, rng.random_bool(0.5))
        };
        Fields {
            message: format!("m{message}"),
            fields: (0..count).map(|i| field(i, rng)).collect(),
        }
    }

    fn declaration(&self) -> String {
        let fields = self.fields.iter().map(|(name, ty, nullable)| {
            format!("    {name} {ty} {}null", if *nullable { "" } else { "not " })
        });
        format!(
            "create message {} (\n{}\n);\n",
            self.message,
            fields.collect::<Vec<_>>().join(",\n")
        )
    }

    fn field(&self, rng: &mut Rng, of: impl Fn(&str) -> bool) -> Option<String> {
        let fields: Vec<&String> =
            self.fields.iter().filter(|(_, ty, _)| of(ty)).map(|(name, ..)| name).collect();
        let name = fields.get(rng.random_range(0..fields.len().max(1)))?;
        Some(format!("{}.{name}", self.message))
    }

    fn number(&self, rng: &mut Rng, depth: usize) -> String {
        let leaf = depth == 0 || rng.random_bool(0.3);
        if leaf {
            return match rng.random_range(0..4) {
                0 => NUMBERS[rng.random_range(0..NUMBERS.len())].into(),
                1 if rng.random_bool(0.3) => {
                    self.field(rng, |ty| ty.starts_with("DEC")).unwrap_or("1.25".into())
                }
                _ => self
                    .field(rng, |ty| ty != "BOOLEAN" && !ty.starts_with("DEC"))
                    .unwrap_or("3".into()),
            };
        }
        let (a, b) = (self.number(rng, depth - 1), self.number(rng, depth - 1));
        match rng.random_range(0..10) {
            7 => format!("({a} / {b})"),
            8 => format!("({a} % {b})"),
            9 => format!("abs({a})"),
            0 | 1 => format!("({a} + {b})"),
            2 => format!("({a} - {b})"),
            3 => format!("({a} * {b})"),
            4 => format!("coalesce({a}, {b})"),
            5 => format!("case when {} then {a} else {b} end", self.truth(rng, depth - 1)),
            _ => format!("(- {a})"),
        }
    }

    fn truth(&self, rng: &mut Rng, depth: usize) -> String {
        let (a, b) = (self.number(rng, depth.min(2)), self.number(rng, depth.min(2)));
        if depth == 0 || rng.random_bool(0.2) {
            let operator = ["=", "<>", "<", "<=", ">", ">="][rng.random_range(0..6)];
            return format!("{a} {operator} {b}");
        }
        let (p, q) = (self.truth(rng, depth - 1), self.truth(rng, depth - 1));
        match rng.random_range(0..10) {
            0..3 => format!("({p} and {q})"),
            3..6 => format!("({p} or {q})"),
            6 => format!("(not ({p}))"),
            7 => format!("({a} is {}null)", if rng.random_bool(0.5) { "not " } else { "" }),
            8 => format!("({a} between {b} and {})", self.number(rng, 1)),
            _ => match self.field(rng, |ty| ty == "BOOLEAN") {
                Some(field) => format!("({field} = ({p}))"),
                None => format!(
                    "({a} in ({}, {}))",
                    NUMBERS[0],
                    NUMBERS[rng.random_range(0..NUMBERS.len())]
                ),
            },
        }
    }
}
