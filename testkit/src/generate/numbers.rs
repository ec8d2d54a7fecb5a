// SPDX-License-Identifier: Apache-2.0

//! Random expressions of a numeric type.

use super::domains::{decimal_literal, integer_literal};
use super::scope::{Maker, Number};
use engine::schema::Type;

/// The largest scale of an expression.
const SCALE_MAX: u8 = 38;

impl Maker<'_> {
    /// A number.
    pub fn number(&mut self, depth: usize) -> Number {
        if !self.spend(depth) {
            return self.number_leaf();
        }
        match self.rng.weighted(&[20, 34, 4, 4, 10, 10, 12, 8, 6, 12]) {
            0 => self.number_leaf(),
            1 => self.arithmetic(depth - 1),
            2 => {
                let number = self.number(depth - 1);
                // No literal is negated: the smallest integer has no negative.
                let text = if number.literal { number.text } else { format!("(-{})", number.text) };
                Number { text, ..number }
            }
            3 => {
                let number = self.number(depth - 1);
                // The smallest integer as a literal has no absolute value either.
                let text =
                    if number.literal { number.text } else { format!("abs({})", number.text) };
                Number { text, ..number }
            }
            4 => self.number_case(depth - 1),
            5 => self.number_coalesce(depth - 1),
            6 => self.number_lookup(depth - 1),
            7 => match self.aggregate(depth - 1) {
                Some(number) => number,
                None => self.number_lookup(depth - 1),
            },
            8 => self.time_number(depth - 1),
            _ => self.number_function(depth - 1),
        }
    }

    /// A function of numbers, or a cast.
    fn number_function(&mut self, depth: usize) -> Number {
        let number = self.number(depth);
        let (text, scale) = (&number.text, number.scale);
        let of = |text: String, scale: Option<u8>| Number { text, scale, literal: false };
        match self.rng.below(8) {
            0 => of(format!("sign({text})"), None),
            1 | 2 => {
                let function = *self.rng.pick(&["greatest", "least"]);
                let mut values = vec![number];
                values.extend((0..self.rng.between(1, 2)).map(|_| self.number(depth)));
                let scale = common_scale(&values);
                let texts: Vec<String> = values.into_iter().map(|value| value.text).collect();
                of(format!("{function}({})", texts.join(", ")), scale)
            }
            3 => {
                let other = self.number(depth);
                of(format!("nullif({text}, {})", other.text), scale)
            }
            4 => {
                let digits = self.rng.between(0, 4);
                let function = *self.rng.pick(&["round", "trunc"]);
                let scale = if digits == 0 && scale.is_none() { None } else { Some(digits as u8) };
                of(format!("{function}({text}, {digits})"), scale)
            }
            5 => {
                let function = *self.rng.pick(&["floor", "ceil", "round", "trunc"]);
                of(format!("{function}({text})"), scale.map(|_| 0))
            }
            6 => {
                let other = self.number(depth);
                let scale = common_scale(&[number.clone(), other.clone()]);
                of(format!("mod({text}, {})", other.text), scale)
            }
            _ => {
                let (name, scale) = *self.rng.pick(&[
                    ("int", None),
                    ("int8", None),
                    ("smallint", None),
                    ("decimal(12, 2)", Some(2)),
                    ("decimal(30, 10)", Some(10)),
                    ("decimal(6, 6)", Some(6)),
                ]);
                // A literal that does not fit is an error of the file.
                match number.literal {
                    true => number,
                    false => of(format!("({text})::{name}"), scale),
                }
            }
        }
    }

    /// A number with a scale of at most `scale_max`.
    pub fn number_of_scale(&mut self, scale_max: u8, depth: usize) -> Number {
        for _ in 0..4 {
            let number = self.number(depth);
            if number.scale.unwrap_or(0) <= scale_max {
                return number;
            }
        }
        let fits = |ty: Type| ty.is_number() && ty.scale() <= scale_max;
        match self.name(fits) {
            Some(named) => Number { text: named.text, scale: scale_of(named.ty), literal: false },
            None => Number { text: integer_literal(1), scale: None, literal: true },
        }
    }

    /// A column, a field or a literal.
    pub fn number_leaf(&mut self) -> Number {
        if self.rng.percent(75)
            && let Some(named) = self.name(Type::is_number)
        {
            return Number { text: named.text, scale: scale_of(named.ty), literal: false };
        }
        self.number_literal()
    }

    fn number_literal(&mut self) -> Number {
        let rng = &mut *self.rng;
        let small = rng.between(0, 5) as i64 - 1;
        let (text, scale) = match rng.below(100) {
            0..6 => {
                let ends =
                    [i64::MAX, i64::MIN, i64::from(i32::MAX), i64::from(i32::MIN), 32_767, -32_768];
                (integer_literal(*rng.pick(&ends)), None)
            }
            6..25 => {
                let scale = rng.between(1, 4) as u8;
                let held = *rng.pick(&[5, 10, 25, 50, 100, 125, 150, 200, -50, -125, 99_999, 0]);
                (decimal_literal(held, scale), Some(scale))
            }
            25..35 => (integer_literal(*rng.pick(&[10, 100, 1000, -10])), None),
            _ => (integer_literal(small), None),
        };
        Number { text, scale, literal: true }
    }

    fn arithmetic(&mut self, depth: usize) -> Number {
        let (left, right) = (self.number(depth), self.number(depth));
        let mut op = *self.rng.pick(&["+", "-", "*", "/", "%", "+", "-", "*"]);
        let scale = match (left.scale, right.scale) {
            (None, None) => None,
            (l, r) => {
                let (l, r) = (l.unwrap_or(0), r.unwrap_or(0));
                if op == "*" && l + r > SCALE_MAX {
                    op = "+";
                }
                Some(match op {
                    "*" => l + r,
                    "/" => l.max(r).max(16),
                    _ => l.max(r),
                })
            }
        };
        Number { text: format!("({} {op} {})", left.text, right.text), scale, literal: false }
    }

    fn number_case(&mut self, depth: usize) -> Number {
        let count = self.rng.between(1, 2);
        let mut values: Vec<Number> = (0..count).map(|_| self.number(depth)).collect();
        if count > 1 && self.rng.percent(10) {
            values[0] = Number { text: "null".to_owned(), scale: None, literal: true };
        }
        let otherwise = if self.rng.percent(65) {
            let value = self.number(depth);
            let text = format!("else {}", value.text);
            values.push(value);
            text
        } else {
            String::new()
        };
        let scale = common_scale(&values);
        let arms = values.iter().take(count).map(|value| value.text.clone()).collect();
        Number { text: self.case_text(arms, &otherwise, depth), scale, literal: false }
    }

    fn number_coalesce(&mut self, depth: usize) -> Number {
        let values: Vec<Number> = (0..self.rng.between(2, 3)).map(|_| self.number(depth)).collect();
        let scale = common_scale(&values);
        let mut texts: Vec<String> = values.into_iter().map(|value| value.text).collect();
        if self.rng.percent(10) {
            let at = self.rng.below(texts.len());
            texts.insert(at, "null".to_owned());
        }
        Number { text: format!("coalesce({})", texts.join(", ")), scale, literal: false }
    }

    fn number_lookup(&mut self, depth: usize) -> Number {
        if !self.may_ask() {
            return self.number_leaf();
        }
        let mut scale = None;
        let lookup = self.lookup(depth, |maker| {
            let value =
                if maker.rng.percent(70) { maker.number_leaf() } else { maker.number(depth) };
            scale = value.scale;
            value.text
        });
        Number { text: lookup, scale, literal: false }
    }

    fn time_number(&mut self, depth: usize) -> Number {
        self.number_of_times(depth).unwrap_or_else(|| self.number_leaf())
    }
}

/// Returns the scale of a decimal type, and `None` for an integer.
pub fn scale_of(ty: Type) -> Option<u8> {
    matches!(ty, Type::Decimal { .. }).then(|| ty.scale())
}

fn common_scale(values: &[Number]) -> Option<u8> {
    values.iter().filter_map(|value| value.scale).max()
}
