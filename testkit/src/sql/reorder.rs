// SPDX-License-Identifier: Apache-2.0

//! The same condition with its operands in another order.
//!
//! SQL databases evaluate `and` and `or` from the left and stop at the first operand that decides;
//! an error to the left of it is raised. The rule language decides by the values of all operands.
//! Another order of the operands shows that this is the only difference.

use super::batch::Body;
use super::function::Function;
use super::tree::{Expr, Junction, Select, Statement};
use super::types::Kind;

impl Body {
    /// The bodies that differ from this one only in the order of the operands of `and`, `or`,
    /// `between`, `in` and the conjuncts of a `where`: one with all of them reversed, then one for
    /// each with that one alone reversed.
    pub fn reordered(&self) -> Vec<Body> {
        let mut plain = self.clone();
        plain.exprs_mut().into_iter().for_each(spell_out);
        let mut all = plain.clone();
        let count = reverse(&mut all, &|_| true);
        let one = |index| {
            let mut body = plain.clone();
            reverse(&mut body, &|at| at == index);
            body
        };
        let each: Vec<Body> = (0..count).map(one).collect();
        std::iter::once(all).chain(each).collect()
    }

    /// The bodies that differ from this one only in that one `where` has one of its conjuncts
    /// alone, and its join no condition.
    pub fn with_one_conjunct(&self) -> Vec<Body> {
        let mut bodies = Vec::new();
        for list in 0_usize.. {
            for conjunct in 0.. {
                let mut body = self.clone();
                let mut left = list;
                let mut outcome = None;
                for_each_filter(&mut body, &mut |filter, on| {
                    if left == 0 {
                        if let Some(on) = on {
                            *on = Expr::Literal("true".to_owned(), Kind::Bool);
                        }
                        let kept = filter.get(conjunct).cloned();
                        outcome = Some(kept.is_some());
                        *filter = kept.into_iter().collect();
                    }
                    left = left.wrapping_sub(1);
                });
                match outcome {
                    None => return bodies,
                    Some(false) => break,
                    Some(true) => bodies.push(body),
                }
            }
        }
        bodies
    }

    /// The body with each call of a function replaced by the body of the function.
    pub fn inlined(&self, functions: &[Function]) -> Body {
        let mut body = self.clone();
        body.exprs_mut().into_iter().for_each(|expr| inline(expr, functions));
        body
    }

    /// The expressions in it.
    pub fn exprs_mut(&mut self) -> Vec<&mut Expr> {
        match self {
            Body::Value(value, _) => vec![value],
            Body::Rule(condition, guard) => guard.iter_mut().chain([condition]).collect(),
            Body::Statements(guard, statements) => {
                let parts = statements.iter_mut().flat_map(Statement::parts_mut);
                guard.iter_mut().chain(parts).collect()
            }
        }
    }
}

/// Writes `between` and `in` as the comparisons that define them.
fn spell_out(expr: &mut Expr) {
    expr.parts_mut().into_iter().for_each(spell_out);
    let compare = |op, left: &Expr, right: &Expr| {
        Expr::Compare(op, Box::new(left.clone()), Box::new(right.clone()))
    };
    let (negated, spelled) = match expr {
        Expr::Between(negated, three) => {
            let [tested, low, high] = &**three;
            let operands = vec![compare(">=", tested, low), compare("<=", tested, high)];
            (*negated, Expr::Logic(Junction::And, operands))
        }
        Expr::In(negated, tested, list) => {
            let mut operands: Vec<Expr> =
                list.iter().map(|value| compare("=", tested, value)).collect();
            let only = (operands.len() == 1).then(|| operands.remove(0));
            (*negated, only.unwrap_or(Expr::Logic(Junction::Or, operands)))
        }
        _ => return,
    };
    *expr = if negated { Expr::Not(Box::new(spelled)) } else { spelled };
}

/// Reverses the lists whose number `chosen` accepts, and returns how many there are.
fn reverse(body: &mut Body, chosen: &dyn Fn(usize) -> bool) -> usize {
    let mut count = 0;
    if let Body::Statements(_, statements) = body {
        for statement in statements {
            match statement {
                Statement::Update { filter, .. } | Statement::Delete { filter, .. } => {
                    reverse_list(filter, chosen, &mut count);
                }
                Statement::Insert { .. } => {}
            }
        }
    }
    for expr in body.exprs_mut() {
        reverse_in(expr, chosen, &mut count);
    }
    count
}

fn reverse_list(list: &mut [Expr], chosen: &dyn Fn(usize) -> bool, count: &mut usize) {
    if list.len() > 1 {
        if chosen(*count) {
            list.reverse();
        }
        *count += 1;
    }
}

fn reverse_in(expr: &mut Expr, chosen: &dyn Fn(usize) -> bool, count: &mut usize) {
    match expr {
        Expr::Logic(_, list) => reverse_list(list, chosen, count),
        Expr::Select(select) | Expr::Exists(_, select) | Expr::InSelect(_, _, select) => {
            let Select { filter, .. } = &mut **select;
            reverse_list(filter, chosen, count);
        }
        _ => {}
    }
    for part in expr.parts_mut() {
        reverse_in(part, chosen, count);
    }
}

/// What is done with the conjuncts of a `where` and the condition of its join.
type Visit<'a> = dyn FnMut(&mut Vec<Expr>, Option<&mut Expr>) + 'a;

/// Visits the conjuncts of each `where`.
fn for_each_filter(body: &mut Body, visit: &mut Visit<'_>) {
    if let Body::Statements(_, statements) = body {
        for statement in statements {
            match statement {
                Statement::Update { filter, .. } | Statement::Delete { filter, .. } => {
                    visit(filter, None);
                }
                Statement::Insert { .. } => {}
            }
        }
    }
    for expr in body.exprs_mut() {
        filters_in(expr, visit);
    }
}

fn filters_in(expr: &mut Expr, visit: &mut Visit<'_>) {
    if let Expr::Select(select) | Expr::Exists(_, select) | Expr::InSelect(_, _, select) = expr {
        let Select { filter, join, .. } = &mut **select;
        visit(filter, join.as_mut().map(|(_, on)| on));
    }
    expr.parts_mut().into_iter().for_each(|part| filters_in(part, visit));
}

fn inline(expr: &mut Expr, functions: &[Function]) {
    expr.parts_mut().into_iter().for_each(|part| inline(part, functions));
    if let Expr::Function(name, args, _) = expr
        && let Some(function) = functions.iter().find(|function| function.name == *name)
    {
        let mut body = function.body.clone();
        substitute(&mut body, function, args);
        *expr = body;
    }
}

/// Replaces parameters by arguments.
fn substitute(expr: &mut Expr, function: &Function, args: &[Expr]) {
    if let Expr::Parameter(name, _) = expr {
        let at = function.parameters.iter().position(|(parameter, _)| parameter == name);
        if let Some(arg) = at.and_then(|at| args.get(at)) {
            *expr = arg.clone();
        }
        return;
    }
    expr.parts_mut().into_iter().for_each(|part| substitute(part, function, args));
}
