// SPDX-License-Identifier: Apache-2.0

//! Random conditions.

use super::construct::Construct;
use super::scope::Maker;
use super::tree::{Expr, Junction};
use super::types::{Kind, Ty};

const ORDERS: [&str; 6] = ["<", "<=", ">", ">=", "=", "<>"];
const EQUALITIES: [&str; 3] = ["=", "<>", "!="];

impl Maker<'_> {
    /// A condition.
    pub fn condition(&mut self, depth: usize) -> Expr {
        if depth == 0 {
            return self.condition_leaf();
        }
        let alternatives = [
            (34, Construct::Comparison),
            (24, Construct::Logic),
            (8, Construct::IsNull),
            (8, Construct::InList),
            (8, Construct::Exists),
            (6, Construct::Distinct),
            (4, Construct::IsTruth),
            (5, Construct::InSelect),
            (4, Construct::Like),
            (3, Construct::Case),
        ];
        let before = self.used;
        let made = match self.alternative(&alternatives) {
            Construct::Logic => Some(self.logic(depth - 1)),
            Construct::IsNull => Some(self.is_null(depth - 1)),
            Construct::InList => Some(self.in_list(depth - 1)),
            Construct::Exists => self.exists(depth - 1),
            Construct::Distinct => Some(self.distinct(depth - 1)),
            Construct::IsTruth => {
                let tests = ["is true", "is not true", "is false", "is not false", "is unknown"];
                let test = *self.rng.pick(&tests);
                Some(Expr::Is(test, Box::new(self.condition(depth - 1))))
            }
            Construct::Like => self.like(),
            Construct::InSelect => self.in_select(depth - 1),
            Construct::Case => {
                let arm = (self.condition(depth - 1), self.condition(0));
                let otherwise = Some(Box::new(self.condition(depth - 1)));
                Some(Expr::Case { operand: None, arms: vec![arm], otherwise })
            }
            _ => Some(self.comparison(depth - 1)),
        };
        made.unwrap_or_else(|| {
            self.used = before;
            self.condition_leaf()
        })
    }

    fn condition_leaf(&mut self) -> Expr {
        if self.rng.percent(15)
            && let Some(name) = self.name(&|ty| ty == Ty::Bool)
        {
            return name;
        }
        self.note(Construct::Comparison);
        self.comparison(0)
    }

    /// A comparison or `between`, mostly of numbers.
    fn comparison(&mut self, depth: usize) -> Expr {
        match self.rng.weighted(&[60, 12, 14, 6, 8]) {
            1 => {
                let three =
                    [self.number(depth), self.number(0), self.number(depth.saturating_sub(1))];
                Expr::Between(self.rng.percent(30), Box::new(three))
            }
            2 => {
                let equality = *self.rng.pick(&EQUALITIES);
                Expr::Compare(equality, Box::new(self.text(depth.min(1))), Box::new(self.text(0)))
            }
            3 => match (self.bool_name(), self.bool_name()) {
                (Some(left), Some(right)) => {
                    let equality = *self.rng.pick(&EQUALITIES);
                    Expr::Compare(equality, Box::new(left), Box::new(right))
                }
                _ => self.order_of_numbers(depth),
            },
            4 if self.name(&|ty| ty == Ty::Time).is_some() => {
                let order = *self.rng.pick(&ORDERS);
                let right = match self.rng.percent(50) {
                    true => self.time(0),
                    false => Expr::Literal(self.rng.below(5).to_string(), Kind::Time),
                };
                let depth = if self.row_alone { 0 } else { depth.min(1) };
                Expr::Compare(order, Box::new(self.time(depth)), Box::new(right))
            }
            _ => self.order_of_numbers(depth),
        }
    }

    fn order_of_numbers(&mut self, depth: usize) -> Expr {
        let order = *self.rng.pick(&ORDERS);
        let right_depth = if self.rng.percent(60) { 0 } else { depth };
        let (left, right) = (self.number(depth), self.number(right_depth));
        Expr::Compare(order, Box::new(left), Box::new(right))
    }

    fn bool_name(&mut self) -> Option<Expr> {
        self.name(&|ty| ty == Ty::Bool)
    }

    fn logic(&mut self, depth: usize) -> Expr {
        if self.rng.percent(15) {
            return Expr::Not(Box::new(self.condition(depth)));
        }
        let junction = *self.rng.pick(&[Junction::And, Junction::Or]);
        let count = 2 + self.rng.weighted(&[75, 25]);
        // An operand with the same junction would be flattened and written without parentheses.
        Expr::Logic(junction, (0..count).map(|_| self.condition(depth)).collect())
    }

    fn is_null(&mut self, depth: usize) -> Expr {
        let kind = *self.rng.pick(&[Kind::Int, Kind::Int, Kind::Dec(0), Kind::Char, Kind::Bool]);
        let test = *self.rng.pick(&["is null", "is not null"]);
        Expr::Is(test, Box::new(self.of_kind(kind, depth)))
    }

    fn in_list(&mut self, depth: usize) -> Expr {
        let kind = *self.rng.pick(&[Kind::Int, Kind::Int, Kind::Dec(0), Kind::Char]);
        let tested = self.of_kind(kind, depth);
        let list = (0..self.rng.between(1, 4)).map(|_| self.of_kind(kind, 0)).collect();
        Expr::In(self.rng.percent(35), Box::new(tested), list)
    }

    /// `like` on a column or field, whose text is padded.
    fn like(&mut self) -> Option<Expr> {
        let name = self.name(&|ty| ty.kind() == Kind::Char)?;
        let pattern = *self.rng.pick(&["A%", "AB%", "A %", "%", " %", "a%"]);
        Some(Expr::Like(self.rng.percent(30), Box::new(name), pattern))
    }

    fn distinct(&mut self, depth: usize) -> Expr {
        let kind = *self.rng.pick(&[Kind::Int, Kind::Int, Kind::Dec(0), Kind::Char]);
        let test = *self.rng.pick(&["is distinct from", "is not distinct from"]);
        Expr::Distinct(test, Box::new(self.of_kind(kind, depth)), Box::new(self.of_kind(kind, 0)))
    }
}
