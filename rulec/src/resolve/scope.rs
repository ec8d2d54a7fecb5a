// SPDX-License-Identifier: Apache-2.0

//! Name resolution: the rows and the message in scope in one rule or one block.
//!
//! A plain name is a column of the innermost row in scope that has it; a field of a message is
//! always written with the message. The name of a row is its alias, or the name of its table.
//! `name.column` refers to the innermost row with that name. A plain name that two rows of one
//! `from` have is ambiguous.

use super::catalog::Catalog;
use super::limits::{DEPTH_MAX, NODES_MAX};
use crate::ast;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Call, Expr, RowVar};
use crate::span::Span;
use engine::schema::{MessageId, TableId};

/// The state of resolving one rule or one block.
pub(super) struct Item<'a> {
    /// The declarations of the file.
    pub catalog: &'a Catalog,
    /// The diagnostics found so far.
    pub diagnostics: &'a mut Vec<Diagnostic>,
    /// The rows in scope, innermost last.
    pub rows: Vec<Row>,
    /// The message whose fields can be named.
    pub owner: Owner,
    /// Whether a second message has been named and reported.
    pub conflict_reported: bool,
    /// Whether a `from` has a table that is not known, which is reported.
    pub has_unknown_row: bool,
    /// The number of subqueries around the current place.
    pub subqueries: usize,
    /// The function whose body is being resolved; empty outside.
    pub function: String,
    /// Its arguments.
    pub arguments: Vec<Bound>,
    /// The job whose row is the outermost one in scope; empty outside of a job.
    pub job: String,
    /// The row that a statement of a job changes, if the job's row has the name of its table.
    pub unnamed: Option<RowVar>,
    next_var: &'a mut u32,
    nodes: usize,
    depth: usize,
    too_large: bool,
}

/// The `from` of the row that a job visits, which is around all others.
pub(super) const VISITED: usize = usize::MAX;

/// A row in scope.
pub(super) struct Row {
    /// The name of the row in expressions.
    pub name: String,
    pub table: TableId,
    pub var: RowVar,
    /// The `from` that brought the row into scope.
    pub from: usize,
    /// The columns of a query in a `from`, each with its name; none for a table.
    pub derived: Option<Vec<(String, Expr)>>,
    /// The context in which the row is used.
    pub place: Place,
    /// The aggregate calls found so far.
    pub calls: Vec<Call>,
    /// Why a hidden table cannot keep these calls.
    pub refusals: Vec<Diagnostic>,
    /// The columns that `using` says to be those of an earlier row: a plain name is that one.
    pub using: Vec<String>,
}

/// The context in which the row is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A condition, or a value of one row: its columns can be read.
    Single,
    /// A value over a group of rows: its columns can be read only in aggregate calls.
    Group,
    /// The argument of an aggregate call.
    Argument,
}

/// The message whose fields can be named.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    /// Any message: the rule has named none yet.
    Open,
    /// The message that the rule named first, and where.
    Rule(MessageId, Span),
    /// The message that the block or rule states after `on`.
    Block(MessageId, Span),
    /// The stated message does not exist, which is reported. Nothing is known about its fields.
    Unknown,
    /// None: what is resolved sees no message.
    Nothing(Unseen),
}

/// What sees no message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unseen {
    /// The body of a function.
    Function,
    /// The value of a parameter.
    Parameter,
    /// A value in a test.
    Test,
    /// The condition of a list.
    List,
    /// A job.
    Job,
}

impl Unseen {
    pub fn text(self) -> &'static str {
        match self {
            Unseen::Function => "a function",
            Unseen::Parameter => "a parameter",
            Unseen::Test => "a test",
            Unseen::List => "a table",
            Unseen::Job => "a job",
        }
    }

    /// What to write instead of a field.
    pub fn instead(self) -> &'static str {
        match self {
            Unseen::Function => "pass the field as an argument of the function",
            Unseen::Parameter => "write the first value as a literal",
            Unseen::Test => "write the value itself",
            Unseen::List => "write a condition on the columns of the table",
            Unseen::Job => {
                "a job sees the columns of its row; store what it needs of a message in a table, \
                 in an `on` block of that message"
            }
        }
    }
}

/// An argument of the function whose body is being resolved.
pub(super) struct Bound {
    pub name: String,
    pub value: Expr,
}

/// What the caller of a function has in scope while the body of the function is resolved.
pub(super) struct Caller {
    rows: Vec<Row>,
    owner: Owner,
    arguments: Vec<Bound>,
    function: String,
    job: String,
}

impl<'a> Item<'a> {
    /// The state at the start of an item.
    pub fn new(
        catalog: &'a Catalog,
        owner: Owner,
        next_var: &'a mut u32,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Item<'a> {
        Item {
            catalog,
            diagnostics,
            rows: Vec::new(),
            owner,
            conflict_reported: false,
            has_unknown_row: false,
            subqueries: 0,
            function: String::new(),
            arguments: Vec::new(),
            job: String::new(),
            unnamed: None,
            next_var,
            nodes: 0,
            depth: 0,
            too_large: false,
        }
    }

    /// Reports an error, and returns no value.
    pub fn refuse<T>(&mut self, refusal: Diagnostic) -> Option<T> {
        self.diagnostics.push(refusal);
        None
    }

    /// The result, or `None` after reporting the error.
    pub fn check<T>(&mut self, result: Result<T, Refusal>) -> Option<T> {
        result.map_err(|refusal| self.diagnostics.push(*refusal)).ok()
    }

    /// A new row variable.
    pub fn fresh_var(&mut self) -> RowVar {
        let var = RowVar(*self.next_var);
        *self.next_var += 1;
        var
    }

    /// Runs `f` one level deeper in the tree, or rejects an expression that is too deep or too
    /// large.
    pub fn deeper<T>(&mut self, span: Span, f: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.spend(1, span)?;
        if self.depth >= DEPTH_MAX {
            self.too_large = true;
            let message = format!("this is nested more than {DEPTH_MAX} deep");
            return self.refuse(Diagnostic::error("too-large", message, span, "").help(
                "split the rule in two, or use parentheses to balance a long chain of operators",
            ));
        }
        self.depth += 1;
        let result = f(self);
        self.depth -= 1;
        result
    }

    /// A second copy of an operand, for `between`, `in`, `case x when`, `abs` and `avg`.
    pub fn copy(&mut self, expr: &Expr) -> Option<Expr> {
        self.spend(expr.nodes().take(NODES_MAX + 1).count(), expr.span)?;
        Some(expr.clone())
    }

    fn spend(&mut self, nodes: usize, span: Span) -> Option<()> {
        if self.too_large {
            return None;
        }
        self.nodes += nodes;
        if self.nodes <= NODES_MAX {
            return Some(());
        }
        self.too_large = true;
        self.refuse(
            Diagnostic::error(
                "too-large",
                format!("this resolves to more than {NODES_MAX} operations"),
                span,
                "",
            )
            .help(
                "the operand of `in`, `between`, `case x when` and `abs` is computed more than \
                 once: do not nest them in one another's operand",
            ),
        )
    }

    /// Starts the body of a function, which sees only its arguments.
    pub fn enter_function(&mut self, name: &str, arguments: Vec<Bound>) -> Caller {
        Caller {
            rows: std::mem::take(&mut self.rows),
            owner: std::mem::replace(&mut self.owner, Owner::Nothing(Unseen::Function)),
            arguments: std::mem::replace(&mut self.arguments, arguments),
            function: std::mem::replace(&mut self.function, name.to_owned()),
            job: std::mem::take(&mut self.job),
        }
    }

    /// Ends the body of a function.
    pub fn leave_function(&mut self, caller: Caller) {
        Caller {
            rows: self.rows,
            owner: self.owner,
            arguments: self.arguments,
            function: self.function,
            job: self.job,
        } = caller;
    }

    /// The argument with this name of the function whose body this is.
    pub fn bound(&mut self, name: &ast::Name) -> Option<Expr> {
        let index = self.arguments.iter().position(|bound| bound.name == name.text)?;
        let value = self.arguments[index].value.clone();
        Some(Expr { span: name.span, ..self.copy(&value)? })
    }

    /// Brings a row into scope.
    pub fn push_row(&mut self, table: TableId, name: &ast::Name, place: Place) -> RowVar {
        let var = self.fresh_var();
        let from = self.subqueries;
        let name = name.text.clone();
        let derived = None;
        let (calls, refusals, using) = (Vec::new(), Vec::new(), Vec::new());
        self.rows.push(Row { name, table, var, from, derived, place, calls, refusals, using });
        var
    }

    /// Brings the row that a job visits into scope, under its alias or the name of its table.
    pub fn push_visited(&mut self, table: TableId, name: &ast::Name, job: &str) -> RowVar {
        let var = self.push_row(table, name, Place::Single);
        self.rows.iter_mut().for_each(|row| row.from = VISITED);
        job.clone_into(&mut self.job);
        var
    }

    /// Brings the row that a statement changes into scope. If it has the name of the row that the
    /// job visits, that name still means the latter.
    pub fn push_changed(
        &mut self,
        table: TableId,
        name: &ast::Name,
        alias: Option<&ast::Name>,
    ) -> RowVar {
        let is_visited = |row: &Row| alias.is_none() && row.table == table && row.name == name.text;
        let hides = !self.job.is_empty() && self.rows.first().is_some_and(is_visited);
        let var = self.push_row(table, alias.unwrap_or(name), Place::Single);
        self.unnamed = hides.then_some(var);
        var
    }

    /// The table with this name, or `None` after reporting that there is none.
    pub fn table(&mut self, name: &ast::Name) -> Option<TableId> {
        if let Some(id) = self.catalog.table(&name.text) {
            return Some(id);
        }
        let diagnostic = if self.catalog.message(&name.text).is_some() {
            let message = format!("`{}` is a message, not a table", name.text);
            Diagnostic::error("unknown-name", message, name.span, "a table is needed here").help(
                format!(
                    "the fields of a message are there without a subquery: write `{}.field`",
                    name.text
                ),
            )
        } else {
            let message = format!("there is no table `{}`", name.text);
            let diagnostic = Diagnostic::error("unknown-name", message, name.span, "unknown table");
            self.catalog.suggestions.propose(diagnostic, name, self.catalog.table_names())
        };
        self.refuse(diagnostic)
    }
}
