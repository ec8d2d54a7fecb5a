// SPDX-License-Identifier: Apache-2.0

//! Random expressions of integers, decimals, text and time.

use super::construct::Construct;
use super::scope::Maker;
use super::tree::{Builtin, Expr, Op};
use super::types::{Kind, Ty, decimal_text};

/// The largest scale of an operand of further arithmetic.
const SCALE_MAX: u8 = 16;

fn is_integer(ty: Ty) -> bool {
    ty.kind() == Kind::Int
}

fn is_decimal(ty: Ty) -> bool {
    matches!(ty, Ty::Dec { .. })
}

impl Maker<'_> {
    /// An expression of that kind; for a decimal, the scale can be another one.
    pub fn of_kind(&mut self, kind: Kind, depth: usize) -> Expr {
        match kind {
            Kind::Bool => self.condition(depth),
            Kind::Int => self.integer(depth),
            Kind::Dec(_) => self.decimal(depth),
            Kind::Char => self.text(depth),
            Kind::Time => self.time(depth),
        }
    }

    /// An integer or decimal.
    pub fn number(&mut self, depth: usize) -> Expr {
        if self.rng.percent(65) { self.integer(depth) } else { self.decimal(depth) }
    }

    /// An integer.
    pub fn integer(&mut self, depth: usize) -> Expr {
        if depth == 0 {
            return self.integer_leaf();
        }
        let alternatives = [
            (34, Construct::IntegerArithmetic),
            (8, Construct::Case),
            (8, Construct::Coalesce),
            (3, Construct::Abs),
            (3, Construct::Sign),
            (5, Construct::Greatest),
            (4, Construct::Nullif),
            (3, Construct::Mod),
            (5, Construct::Cast),
            (14, Construct::Lookup),
            (9, Construct::Aggregate),
            (3, Construct::CountDistinct),
            (10, Construct::Function),
            (2, Construct::Rounding),
        ];
        self.made(Kind::Int, &alternatives, depth - 1)
    }

    /// A decimal.
    pub fn decimal(&mut self, depth: usize) -> Expr {
        if depth == 0 {
            return self.decimal_leaf();
        }
        let alternatives = [
            (30, Construct::DecimalArithmetic),
            (12, Construct::DecimalDivision),
            (8, Construct::Case),
            (8, Construct::Coalesce),
            (3, Construct::Abs),
            (5, Construct::Greatest),
            (3, Construct::Nullif),
            (3, Construct::Mod),
            (8, Construct::Rounding),
            (5, Construct::Cast),
            (12, Construct::Lookup),
            (5, Construct::Aggregate),
            (6, Construct::Average),
            (8, Construct::Function),
        ];
        self.made(Kind::Dec(0), &alternatives, depth - 1)
    }

    fn made(&mut self, kind: Kind, alternatives: &[(usize, Construct)], depth: usize) -> Expr {
        let before = self.used;
        let construct = self.alternative(alternatives);
        let made = match construct {
            Construct::IntegerArithmetic => Some(self.integer_arithmetic(depth)),
            Construct::DecimalArithmetic => Some(self.decimal_arithmetic(depth)),
            Construct::DecimalDivision => Some(self.division()),
            Construct::Case => Some(self.case(kind, depth)),
            Construct::Lookup => self.lookup(kind, depth),
            Construct::Aggregate | Construct::Average | Construct::CountDistinct => {
                self.aggregate(kind, construct)
            }
            Construct::Function => self.function(kind, depth),
            other => self.call(kind, other, depth),
        };
        made.unwrap_or_else(|| {
            self.used = before;
            self.of_kind(kind, 0)
        })
    }

    fn call(&mut self, kind: Kind, construct: Construct, depth: usize) -> Option<Expr> {
        Some(match construct {
            Construct::Coalesce => {
                let mut args: Vec<Expr> =
                    (0..self.rng.between(2, 3)).map(|_| self.of_kind(kind, depth)).collect();
                if self.rng.percent(8) {
                    args.insert(0, Expr::Null(kind));
                }
                Expr::Call(Builtin::Coalesce, args)
            }
            Construct::Abs => Expr::Call(Builtin::Abs, vec![self.fallible(kind, depth)]),
            Construct::Sign => Expr::Call(Builtin::Sign, vec![self.number(depth)]),
            Construct::Greatest => {
                let args = (0..self.rng.between(2, 3)).map(|_| self.of_kind(kind, depth));
                let args = args.collect();
                let function = *self.rng.pick(&[Builtin::Greatest, Builtin::Least]);
                Expr::Call(function, args)
            }
            Construct::Nullif => {
                let args = vec![self.of_kind(kind, depth), self.of_kind(kind, 0)];
                Expr::Call(Builtin::Nullif, args)
            }
            Construct::Mod => {
                let args = vec![self.of_kind(kind, depth), self.fallible(kind, 0)];
                Expr::Call(Builtin::Mod, args)
            }
            Construct::Cast => self.cast(kind, depth),
            Construct::Rounding => self.rounding(kind, depth),
            other => unreachable!("{other:?} is no call"),
        })
    }

    /// An integer that is not a literal, so that the whole is not a constant.
    fn fallible(&mut self, kind: Kind, depth: usize) -> Expr {
        for _ in 0..4 {
            let made = self.of_kind(kind, depth);
            if made.any(&|part| matches!(part, Expr::Field(..) | Expr::Column(..))) {
                return made;
            }
        }
        let name = match kind {
            Kind::Int => self.name(&is_integer),
            _ => self.name(&is_decimal).or_else(|| self.name(&is_integer)),
        };
        name.or_else(|| self.parameter(&|of| of == kind)).unwrap_or_else(|| self.integer_leaf())
    }

    fn integer_arithmetic(&mut self, depth: usize) -> Expr {
        if self.rng.percent(8) {
            return Expr::Negative(Box::new(self.fallible(Kind::Int, depth)));
        }
        if self.rng.percent(6)
            && let (Some(left), Some(right)) = (self.time_name(), self.time_name())
        {
            return Expr::Arith(Op::Sub, Box::new(left), Box::new(right));
        }
        let op =
            [Op::Add, Op::Sub, Op::Mul, Op::Div, Op::Rem][self.rng.weighted(&[26, 26, 22, 16, 10])];
        let left = Box::new(self.fallible(Kind::Int, depth));
        let right_depth = if self.rng.percent(60) { 0 } else { depth };
        let right = match op {
            Op::Div | Op::Rem if self.row_alone => self.literal_of(&["2", "3", "-7"]),
            _ => self.integer(right_depth),
        };
        Expr::Arith(op, left, Box::new(right))
    }

    fn literal_of(&mut self, texts: &[&str]) -> Expr {
        Expr::Literal((*self.rng.pick(texts)).to_owned(), Kind::Int)
    }

    fn decimal_arithmetic(&mut self, depth: usize) -> Expr {
        if self.rng.percent(6) {
            return Expr::Negative(Box::new(self.fallible(Kind::Dec(0), depth)));
        }
        let left = self.fallible(Kind::Dec(0), depth);
        let right = if self.rng.percent(60) { self.number(0) } else { self.number(depth) };
        let op = [Op::Add, Op::Sub, Op::Mul, Op::Rem][self.rng.weighted(&[32, 32, 28, 8])];
        let scale = |expr: &Expr| if let Kind::Dec(scale) = expr.kind() { scale } else { 0 };
        let is_long = op == Op::Mul && scale(&left) + scale(&right) > SCALE_MAX;
        let (left, right) = if self.rng.percent(30) && !matches!(op, Op::Rem) {
            (right, left)
        } else {
            (left, right)
        };
        Expr::Arith(if is_long { Op::Add } else { op }, Box::new(left), Box::new(right))
    }

    /// A quotient of leaves, whose dividend has at most 38 digits.
    fn division(&mut self) -> Expr {
        let short = |ty: Ty| matches!(ty, Ty::Dec { digits, .. } if digits <= 12);
        let left = self.name(&short).unwrap_or_else(|| self.decimal_leaf());
        let right = match self.rng.percent(50) {
            true => self.name(&is_integer).unwrap_or_else(|| self.integer_leaf()),
            false => self.decimal_leaf(),
        };
        let is_constant = matches!((&left, &right), (Expr::Literal(..), Expr::Literal(..)));
        let op = if is_constant { Op::Add } else { Op::Div };
        Expr::Arith(op, Box::new(left), Box::new(right))
    }

    fn cast(&mut self, kind: Kind, depth: usize) -> Expr {
        let ty = match kind {
            Kind::Int => *self.rng.pick(&[Ty::Int2, Ty::Int4, Ty::Int8]),
            _ => {
                let (digits, scale) = *self.rng.pick(&[(18, 2), (12, 4), (6, 0), (9, 1)]);
                Ty::Dec { digits, scale }
            }
        };
        let inner = self.fallible(*self.rng.clone().pick(&[Kind::Int, Kind::Dec(0)]), depth);
        let is_short = self.rng.percent(50);
        Expr::Cast(Box::new(inner), ty, is_short)
    }

    fn rounding(&mut self, kind: Kind, depth: usize) -> Expr {
        if kind == Kind::Int {
            let function = *self.rng.pick(&[Builtin::Ceil, Builtin::Floor, Builtin::Trunc(None)]);
            let inner = self.decimal(depth);
            let call = Expr::Call(function, vec![inner]);
            return Expr::Cast(Box::new(call), Ty::Int8, self.rng.percent(50));
        }
        let inner = self.decimal(depth);
        let scale = if let Kind::Dec(scale) = inner.kind() { scale } else { 0 };
        let digits = self.rng.between(0, scale.min(4).into()) as u8;
        let functions = [
            Builtin::Round(Some(digits)),
            Builtin::Round(Some(digits)),
            Builtin::Round(None),
            Builtin::Trunc(None),
            Builtin::Trunc(Some(digits)),
            Builtin::Ceil,
            Builtin::Floor,
        ];
        Expr::Call(*self.rng.pick(&functions), vec![inner])
    }

    /// A column, field, parameter or literal that is an integer.
    pub fn integer_leaf(&mut self) -> Expr {
        if self.rng.percent(72)
            && let Some(name) =
                self.parameter(&|kind| kind == Kind::Int).or_else(|| self.name(&is_integer))
        {
            return name;
        }
        if let Some(constant) = self.constant(Kind::Int) {
            return constant;
        }
        let mut texts = vec!["0", "1", "2", "3", "4", "1", "2", "3", "10", "-1", "7", "100"];
        if !self.row_alone && self.rng.percent(8) {
            texts = vec!["2147483647", "32767", "9223372036854775807", "-2147483648"];
        }
        self.literal_of(&texts)
    }

    /// A column, field, parameter or literal that is a decimal.
    pub fn decimal_leaf(&mut self) -> Expr {
        if self.rng.percent(72) {
            let parameter = self.parameter(&|kind| matches!(kind, Kind::Dec(_)));
            if let Some(name) = parameter.or_else(|| self.name(&is_decimal)) {
                return name;
            }
        }
        if let Some(constant) = self.constant(Kind::Dec(2)) {
            return constant;
        }
        let scale = self.rng.between(1, 3) as u8;
        let held = *self.rng.pick(&[5, 10, 25, 50, 100, 125, 150, 250, -50, -125, 99_999]);
        Expr::Literal(decimal_text(held, scale), Kind::Dec(scale))
    }

    fn time_name(&mut self) -> Option<Expr> {
        self.name(&|ty| ty == Ty::Time)
    }

    /// A timestamp.
    pub fn time(&mut self, depth: usize) -> Expr {
        let Some(name) = self.time_name() else { return Expr::Null(Kind::Time) };
        match self.rng.below(3) {
            0 if depth > 0 => {
                let op = *self.rng.pick(&[Op::Add, Op::Sub]);
                Expr::Arith(op, Box::new(name), Box::new(self.integer(depth - 1)))
            }
            1 if depth > 0 => {
                let other = self.time(depth - 1);
                self.note(Construct::Coalesce);
                Expr::Call(Builtin::Coalesce, vec![name, other])
            }
            _ => name,
        }
    }

    /// Text.
    pub fn text(&mut self, depth: usize) -> Expr {
        if depth > 0 {
            match self.rng.below(6) {
                0 => {
                    self.note(Construct::Case);
                    return self.case(Kind::Char, depth - 1);
                }
                1 => {
                    self.note(Construct::Coalesce);
                    let args = vec![self.text(depth - 1), self.text(0)];
                    return Expr::Call(Builtin::Coalesce, args);
                }
                2 if let Some(found) = self.lookup(Kind::Char, depth - 1) => {
                    self.note(Construct::Lookup);
                    return found;
                }
                _ => {}
            }
        }
        if self.rng.percent(70)
            && let Some(name) = self.name(&|ty| ty.kind() == Kind::Char)
        {
            return name;
        }
        let text = *self.rng.pick(&["'A'", "'B'", "'AB'", "''", "'A '", "'a'"]);
        Expr::Literal(text.to_owned(), Kind::Char)
    }

    fn case(&mut self, kind: Kind, depth: usize) -> Expr {
        let is_simple = self.rng.percent(25);
        let operand = is_simple.then(|| Box::new(self.integer(0)));
        let arms = (0..self.rng.between(1, 2))
            .map(|_| {
                let when = if is_simple { self.integer(0) } else { self.condition(depth.min(2)) };
                (when, self.of_kind(kind, depth))
            })
            .collect();
        let otherwise = match self.rng.below(8) {
            0..=1 => None,
            2 => Some(Expr::Null(kind)),
            _ => Some(self.of_kind(kind, depth)),
        };
        Expr::Case { operand, arms, otherwise: otherwise.map(Box::new) }
    }
}
