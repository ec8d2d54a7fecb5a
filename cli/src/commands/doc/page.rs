// SPDX-License-Identifier: Apache-2.0

//! The page of a rule file.

use super::document::{Document, Message, Rule, Table, Test};
use benches::report::page;
use maud::{Markup, PreEscaped, html};

/// What the pages of figures have no use for.
const STYLE: &str = include_str!("style.css");

/// The whole page.
pub fn page(of: &Document) -> String {
    let summary = "Every rule with its texts, its source, what it reads and the tests that name \
                   it. All tests passed when this page was written.";
    let counts = [
        ("Rules", of.rules().count()),
        ("Messages", of.messages.len()),
        ("Parameters", of.parameters.len()),
        ("Tables", of.tables.len()),
        ("Tests", of.tests.len()),
    ];
    let counts = counts.map(|(name, count)| (name.to_owned(), count.to_string()));
    let body = html! {
        style { (PreEscaped(STYLE)) }
        (contents(of))
        @for message in &of.messages { (rules(of, message)) }
        (parameters(of))
        (tables(of))
        (tests(of))
    };
    page::page(&of.name, summary, &counts, &body)
}

fn rule_anchor(rule: &Rule) -> String {
    format!("rule-{}", rule.name)
}

fn contents(of: &Document) -> Markup {
    html! {
        section {
            h2 { "Rules" }
            div.scroll { table.rules {
                thead { tr {
                    @for head in ["Id", "Rule", "Message", "Demands"] { th scope="col" { (head) } }
                } }
                tbody { @for (message, rule) in of.rules() { tr {
                    td { (rule.attributes.id.as_deref().unwrap_or("")) }
                    td { a href={ "#" (rule_anchor(rule)) } { (rule.name) } (warning(rule)) }
                    td { (message.name) }
                    td { (texts(rule)) }
                } } }
            } }
        }
    }
}

fn warning(rule: &Rule) -> Markup {
    html! { @if rule.warns { " " span.warns { "warns only" } } }
}

/// The texts of a rule, in both languages where it has them.
fn texts(rule: &Rule) -> Markup {
    let texts = [&rule.attributes.text, &rule.attributes.text_en];
    let texts: Vec<&String> = texts.into_iter().flatten().collect();
    html! { @for text in texts { p { (text) } } }
}

fn rules(of: &Document, message: &Message) -> Markup {
    html! {
        section {
            h2 { "Rules of " code { (message.name) } }
            p.note { "The verdict of this message takes " (message.latency) "." }
            @for rule in &message.rules { (one_rule(of, rule)) }
        }
    }
}

fn one_rule(of: &Document, rule: &Rule) -> Markup {
    html! {
        article id=(rule_anchor(rule)) {
            h3 {
                @if let Some(id) = &rule.attributes.id { span.id { (id) } " " }
                (rule.name) (warning(rule))
            }
            (texts(rule))
            dl {
                @if let Some(source) = &rule.attributes.source {
                    dt { "Source" } dd { (source) }
                }
                dt { "Reads" }
                dd { @if rule.reads.is_empty() { "nothing" } @for (name, columns) in &rule.reads {
                    p { code { (name) } @if !columns.is_empty() { ": " (columns.join(", ")) } }
                } }
                dt { "Tests" }
                dd { @if rule.tests.is_empty() { "no test names this rule" }
                    @for test in &rule.tests {
                        p { a href={ "#test-" (test + 1) } { (of.tests[*test].name) } }
                    }
                }
                dt { "Place" } dd { (rule.place) }
            }
            pre { code { (rule.code) } }
        }
    }
}

fn parameters(of: &Document) -> Markup {
    html! { @if !of.parameters.is_empty() {
        section {
            h2 { "Parameters" }
            p.note {
                "An operator can change them during trading; these are the values at the start."
            }
            div.scroll { table {
                thead { tr {
                    @for head in ["Parameter", "Type", "Value"] { th scope="col" { (head) } }
                } }
                tbody { @for one in &of.parameters { tr {
                    th scope="row" { (one.name) } td { (one.ty) } td { (one.value) }
                } } }
            } }
        }
    } }
}

fn tables(of: &Document) -> Markup {
    html! { @if !of.tables.is_empty() {
        section {
            h2 { "Tables" }
            @for Table { name, rows_max, columns } in &of.tables {
                h3 { (name) }
                p.note { "At most " (benches::report::grouped(u64::from(*rows_max))) " rows." }
                div.scroll { table { tbody { @for (column, ty, meaning) in columns { tr {
                    th scope="row" { (column) } td { (ty) } td { (meaning) }
                } } } } }
            }
        }
    } }
}

fn tests(of: &Document) -> Markup {
    html! { @if !of.tests.is_empty() {
        section {
            h2 { "Tests" }
            @for (at, Test { name, place, code }) in of.tests.iter().enumerate() {
                article id={ "test-" (at + 1) } {
                    h3 { (name) }
                    p.note { (place) }
                    pre { code { (code) } }
                }
            }
        }
    } }
}
