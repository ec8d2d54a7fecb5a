// SPDX-License-Identifier: Apache-2.0

//! What tests change while rules run, as the rows of an events file do: `when mode (rule = 'name',
//! mode = 'off')` changes the mode of a rule, `when parameter (parameter = 'name', value = 5)` a
//! parameter, and `when job (job = 'name')` runs a job.

use super::suggest;
use super::suite::{Resolver, missing};
use crate::ast::{self, Assignment, ExprKind as Syntax, Name};
use crate::diagnostic::{Diagnostic, shortened};
use crate::span::Span;
use crate::suite::StepKind;
use engine::job::JobId;
use engine::rule::Mode;
use engine::schema::MessageId;

/// The name of the message that changes the mode of a rule.
const MODE: &str = "mode";
/// The name of the message that starts a job.
const JOB: &str = "job";

impl Resolver<'_> {
    /// A step that sends one of these messages.
    pub(super) fn setting(
        &mut self,
        message: &Name,
        fields: &[Assignment],
        expected: &ast::Expected,
        expected_span: Span,
    ) -> Option<StepKind> {
        if message.text == MODE {
            let expected = self.expected(expected, None, message);
            let [rule, mode] = self.texts(message, fields, ["rule", "mode"])?;
            let rule = self.rule(&rule);
            let mode = self.mode(&mode);
            let (rule, mode, expected) = (rule?.0, mode?, expected?);
            return Some(StepKind::Mode { rule, mode, expected, expected_span });
        }
        if message.text == JOB {
            let expected = self.expected(expected, None, message);
            let [name] = self.texts(message, fields, ["job"])?;
            let job = self.job(&name)?;
            return Some(StepKind::Job { job, expected: expected?, expected_span });
        }
        self.parameter(message, fields, expected, expected_span)
    }

    /// `when parameter (parameter = 'name', value = …)`.
    fn parameter(
        &mut self,
        message: &Name,
        fields: &[Assignment],
        expected: &ast::Expected,
        expected_span: Span,
    ) -> Option<StepKind> {
        let catalog = self.catalog;
        let expected = self.expected(expected, None, message);
        let is_value = |field: &&Assignment| field.0.text == "value";
        let value = fields.iter().find(is_value);
        let others: Vec<Assignment> = fields.iter().filter(|f| !is_value(f)).cloned().collect();
        let [name] = self.texts(message, &others, ["parameter"])?;
        let known = || catalog.parameters.iter().map(|p| p.name.text.as_str());
        let Some(index) = catalog.parameter(&name.text) else {
            let text = format!("there is no parameter `{}`", shortened(&name.text));
            let mut error = Diagnostic::error("unknown-name", text, name.span, "unknown parameter");
            error.help = catalog.suggestions.did_you_mean(&name.text, known());
            return self.refuse(error);
        };
        let Some((field, value)) = value else {
            return self.refuse(missing(message, "`when`", &["value"], None));
        };
        let value = self.constant(value, catalog.parameters[index].ty, &field.text, "field")?;
        // The messages of the parameters follow the declared ones.
        let id = MessageId((catalog.messages.len() + index) as u16);
        Some(StepKind::When {
            message: id,
            fields: vec![value],
            expected: expected?,
            expected_span,
        })
    }

    /// The job with this name.
    fn job(&mut self, name: &Name) -> Option<JobId> {
        if let Some(job) = self.jobs.get(name.text.as_str()) {
            return *job;
        }
        let text = format!("there is no job `{}`", shortened(&name.text));
        let mut error = Diagnostic::error("unknown-name", text, name.span, "unknown job");
        error.help = self.catalog.suggestions.did_you_mean(&name.text, self.jobs.keys().copied());
        self.refuse(error)
    }

    /// The texts of fields that are names.
    fn texts<const N: usize>(
        &mut self,
        message: &Name,
        fields: &[Assignment],
        names: [&str; N],
    ) -> Option<[Name; N]> {
        let mut found: [Option<Name>; N] = std::array::from_fn(|_| None);
        let mut sound = true;
        for (field, value) in fields {
            let Some(index) = names.iter().position(|name| *name == field.text) else {
                let text = format!("`{}` has no field `{}` here", message.text, field.text);
                let error = Diagnostic::error("unknown-name", text, field.span, "unknown field");
                let help = format!("the fields are {}", suggest::list(names));
                self.diagnostics.push(error.help(help));
                sound = false;
                continue;
            };
            let Syntax::String(text) = &value.kind else {
                let text = format!("`{}` takes a name in quotes", field.text);
                let error =
                    Diagnostic::error("type-mismatch", text, value.span, "this is not a string");
                self.diagnostics.push(error.help("write the name in single quotes"));
                sound = false;
                continue;
            };
            found[index] = Some(Name { text: text.clone(), span: value.span });
        }
        let absent: Vec<&str> =
            names.iter().zip(&found).filter(|(_, f)| f.is_none()).map(|(name, _)| *name).collect();
        if sound && !absent.is_empty() {
            return self.refuse(missing(message, "`when`", &absent, None));
        }
        let found: Vec<Name> = found.into_iter().collect::<Option<_>>()?;
        found.try_into().ok()
    }

    fn mode(&mut self, name: &Name) -> Option<Mode> {
        if let Some(mode) = Mode::from_text(&name.text) {
            return Some(mode);
        }
        let message = format!("there is no mode `{}`", shortened(&name.text));
        let modes = suggest::alternatives(Mode::ALL.map(Mode::text));
        let error = Diagnostic::error("unknown-name", message, name.span, "unknown mode");
        self.refuse(error.help(format!("the mode of a rule is {modes}")))
    }
}
