// SPDX-License-Identifier: Apache-2.0

//! Messages that no rule checks.

use crate::diagnostic::Diagnostic;
use crate::hir::RuleSet;
use engine::parameter::MESSAGE_PREFIX;

/// Warns about every declared message without rules.
pub(super) fn warn(set: &RuleSet, diagnostics: &mut Vec<Diagnostic>) {
    for (index, message) in set.messages.iter().enumerate() {
        let has_rule = set.rules.iter().any(|rule| usize::from(rule.message.0) == index);
        if has_rule || message.name.starts_with(MESSAGE_PREFIX) || message.name.contains('$') {
            continue;
        }
        let name = &message.name;
        let text = format!("message `{name}` has no rules");
        let label = format!("every `{name}` is accepted");
        let help = format!("if that is meant, say so: `rule any_{name} on {name} (true)`");
        let warning = Diagnostic::warning("message-without-rules", text, message.span, label);
        diagnostics.push(warning.help(help));
    }
}
