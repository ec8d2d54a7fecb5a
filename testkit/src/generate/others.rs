// SPDX-License-Identifier: Apache-2.0

//! Random expressions of the types BOOLEAN, CHAR and TIMESTAMP. Dates and times of day are in
//! `times`.

use super::domains::{self, text_literal};
use super::scope::Maker;
use engine::schema::Type;

const ORDERS: [&str; 8] = ["=", "<>", "<", "<=", ">", ">=", "!=", "="];

impl Maker<'_> {
    /// A condition.
    pub fn condition(&mut self, depth: usize) -> String {
        if !self.spend(depth) {
            return self.condition_leaf();
        }
        let depth = depth - 1;
        match self.rng.weighted(&[6, 34, 14, 6, 6, 6, 8, 8, 4, 4, 4, 9]) {
            0 => self.condition_leaf(),
            1 => self.comparison(depth),
            2 => {
                let op = if self.rng.percent(50) { " and " } else { " or " };
                let operands: Vec<String> =
                    (0..self.rng.between(2, 3)).map(|_| self.condition(depth)).collect();
                format!("({})", operands.join(op))
            }
            3 => format!("(not {})", self.condition(depth)),
            4 => self.between(depth),
            5 => self.in_list(depth),
            6 => {
                let not = if self.rng.percent(50) { "not " } else { "" };
                format!("({} is {not}null)", self.anything(depth))
            }
            7 => self.exists(depth),
            8 => {
                let arms = (0..self.rng.between(1, 2)).map(|_| self.condition(depth)).collect();
                let otherwise = if self.rng.percent(65) {
                    format!("else {}", self.condition(depth))
                } else {
                    String::new()
                };
                self.case_text(arms, &otherwise, depth)
            }
            9 => {
                let first =
                    if self.rng.percent(10) { "null".to_owned() } else { self.condition(depth) };
                format!("coalesce({first}, {})", self.condition(depth))
            }
            10 if self.may_ask() => self.lookup(depth, |maker| maker.condition(depth.min(1))),
            10 => self.condition_leaf(),
            _ => self.test(depth),
        }
    }

    /// `is`, `like` or `in (select …)`.
    fn test(&mut self, depth: usize) -> String {
        let not = if self.rng.percent(40) { "not " } else { "" };
        match self.rng.below(10) {
            8 | 9 => self.window(depth),
            0 | 1 => {
                let truth = *self.rng.pick(&["true", "false", "unknown"]);
                format!("({} is {not}{truth})", self.condition(depth))
            }
            2 => {
                let (left, right) = (self.text(16, depth), self.text(16, depth));
                format!("({left} is {not}distinct from {right})")
            }
            3 | 4 => {
                let (left, right) = (self.number(depth).text, self.number(depth).text);
                format!("({left} is {not}distinct from {right})")
            }
            5 | 6 => {
                let pattern = *self.rng.pick(&["a%", "b%", "%", "ab%", "a", "  %", "a   "]);
                format!("({} {not}like '{pattern}')", self.text(16, depth))
            }
            _ => self.in_select(depth),
        }
    }

    fn condition_leaf(&mut self) -> String {
        if self.rng.percent(60)
            && let Some(named) = self.name(|ty| ty == Type::Boolean)
        {
            return named.text;
        }
        match self.rng.below(20) {
            0 => "(1 = null)".to_owned(),
            1 | 2 => "true".to_owned(),
            3 => "false".to_owned(),
            _ => self.comparison(0),
        }
    }

    fn comparison(&mut self, depth: usize) -> String {
        match self.rng.below(10) {
            0 | 1 => {
                let op = if self.rng.percent(70) { "=" } else { "<>" };
                format!("({} {op} {})", self.text(16, depth), self.text(16, depth))
            }
            2 => {
                let op = if self.rng.percent(70) { "=" } else { "<>" };
                format!("({} {op} {})", self.condition(depth), self.condition(depth))
            }
            3 | 4 => match self.comparison_of_times(depth) {
                Some(comparison) => comparison,
                None => self.comparison_of_numbers(depth),
            },
            _ => self.comparison_of_numbers(depth),
        }
    }

    fn comparison_of_numbers(&mut self, depth: usize) -> String {
        let (left, right) = (self.number(depth).text, self.number(depth).text);
        let right = if self.rng.percent(2) { "null".to_owned() } else { right };
        format!("({left} {} {right})", self.rng.pick(&ORDERS))
    }

    fn between(&mut self, depth: usize) -> String {
        let depth = depth.min(1);
        let not = if self.rng.percent(30) { "not " } else { "" };
        if self.rng.percent(20)
            && let Some(operand) = self.time(depth)
        {
            let (low, high) = (self.time_or_literal(depth), self.time_or_literal(depth));
            return format!("({operand} {not}between {low} and {high})");
        }
        let [operand, low, high] = std::array::from_fn(|_| self.number(depth).text);
        format!("({operand} {not}between {low} and {high})")
    }

    fn in_list(&mut self, depth: usize) -> String {
        let depth = depth.min(1);
        let not = if self.rng.percent(30) { "not " } else { "" };
        let count = self.rng.between(1, 3);
        let (operand, list): (String, Vec<String>) = if self.rng.percent(30) {
            (self.text(16, depth), (0..count).map(|_| self.text(16, depth.min(1))).collect())
        } else {
            (self.number(depth).text, (0..count).map(|_| self.number(depth.min(1)).text).collect())
        };
        format!("({operand} {not}in ({}))", list.join(", "))
    }

    /// A value of any type.
    pub fn anything(&mut self, depth: usize) -> String {
        match self.rng.below(10) {
            0 => self.condition(depth),
            1 | 2 => self.text(16, depth),
            3 => {
                let ty = *self.rng.pick(&[Type::Date, Type::Time, Type::Timestamp]);
                match self.time_of(ty, depth) {
                    Some(time) => time,
                    None => self.number(depth).text,
                }
            }
            4..7 => match self.name(|_| true) {
                Some(named) => named.text,
                None => self.number(depth).text,
            },
            _ => self.number(depth).text,
        }
    }

    /// A `case` over these values, in its searched or its simple form.
    pub fn case_text(&mut self, values: Vec<String>, otherwise: &str, depth: usize) -> String {
        let depth = depth.min(2);
        let operand =
            if self.rng.percent(35) { self.number(depth.min(1)).text } else { String::new() };
        let mut text = format!("(case {operand}");
        for value in values {
            let when = if operand.is_empty() {
                self.condition(depth)
            } else {
                self.number(depth.min(1)).text
            };
            text.push_str(&format!(" when {when} then {value}"));
        }
        text.push_str(&format!(" {otherwise} end)"));
        text
    }

    /// A text of at most `len` bytes.
    pub fn text(&mut self, len: usize, depth: usize) -> String {
        let fits = |ty: Type| matches!(ty, Type::Char(n) if usize::from(n) <= len);
        if !self.spend(depth) || self.rng.percent(60) {
            if self.rng.percent(75)
                && let Some(named) = self.name(fits)
            {
                return named.text;
            }
            return text_literal(domains::text(len, self.rng));
        }
        let depth = depth - 1;
        match self.rng.below(3) {
            0 => format!("coalesce({}, {})", self.text(len, depth), self.text(len, depth)),
            1 => {
                let otherwise = if self.rng.percent(65) {
                    format!("else {}", self.text(len, depth))
                } else {
                    String::new()
                };
                let arms = vec![self.text(len, depth)];
                self.case_text(arms, &otherwise, depth)
            }
            _ if self.may_ask() => self.lookup(depth, |maker| maker.text(len, 0)),
            _ => text_literal(domains::text(len, self.rng)),
        }
    }

    /// A time, if a column or field of that type can be named here. No literal is a time by itself.
    pub fn time(&mut self, depth: usize) -> Option<String> {
        let is_time = |ty: Type| ty == Type::Timestamp;
        let leaf = self.name(is_time).map(|named| named.text);
        if !self.spend(depth) || leaf.is_some() && self.rng.percent(40) {
            return leaf;
        }
        let depth = depth - 1;
        if leaf.is_none() || self.rng.percent(25) {
            return self.derived_time(leaf.as_deref(), depth);
        }
        let leaf = leaf?;
        Some(match self.rng.below(8) {
            0..4 => {
                let op = if self.rng.percent(50) { "+" } else { "-" };
                format!("({leaf} {op} {})", self.length(depth))
            }
            4 | 5 => format!("coalesce({leaf}, {})", self.time_or_literal(depth)),
            6 => {
                let arms = vec![leaf];
                let otherwise = format!("else {}", self.time_or_literal(depth));
                self.case_text(arms, &otherwise, depth)
            }
            _ => self.time_aggregate(Type::Timestamp, depth).unwrap_or(leaf),
        })
    }

    /// A time, or a literal in a place that requires a time.
    pub fn time_or_literal(&mut self, depth: usize) -> String {
        self.time_of_or_literal(Type::Timestamp, depth)
    }

    /// An integer.
    pub fn integer(&mut self, depth: usize) -> String {
        for _ in 0..3 {
            let number = self.number(depth);
            if number.scale.is_none() {
                return number.text;
            }
        }
        match self.name(Type::is_integer) {
            Some(named) => named.text,
            None => domains::integer_literal(self.rng.between(0, 3) as i64),
        }
    }
}
