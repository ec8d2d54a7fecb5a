// SPDX-License-Identifier: Apache-2.0

//! The common parts of the pages: frame and style, title, key figures, plots with their legends.

use super::plots::palette;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");

/// A whole page around its parts.
pub fn page(title: &str, summary: &str, parameters: &[(String, String)], body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(style())) }
            }
            body {
                main {
                    header {
                        p.mark { "Riskgate" }
                        h1 { (title) }
                        p.lead { (summary) }
                        dl.parameters {
                            @for (name, value) in parameters {
                                div { dt { (name) } dd { (value) } }
                            }
                        }
                    }
                    (body)
                    footer {
                        p { "Written by " code { "riskgate" } " " (env!("CARGO_PKG_VERSION")) "." }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn style() -> String {
    format!(
        ":root{{{}}}@media (prefers-color-scheme: dark){{:root{{{}}}}}{}{STYLE}",
        palette::variables(false),
        palette::variables(true),
        palette::rules(),
    )
}

/// A key figure.
pub fn tile(figure: &str, caption: &str, color: &str) -> Markup {
    html! {
        div.tile {
            p.figure style={ "color:var(--" (color) ")" } { (figure) }
            p { (caption) }
        }
    }
}

/// A plot with its title, its legend and its caption.
pub fn plot(heading: &str, keys: &[(&str, &str)], svg: &str, caption: &Markup) -> Markup {
    html! {
        section {
            h2 { (heading) }
            @if !keys.is_empty() {
                ul.keys {
                    @for (class, meaning) in keys {
                        li { span class={ "key " (class) } {} (meaning) }
                    }
                }
            }
            figure {
                div.plot role="img" aria-label=(heading) { (PreEscaped(svg)) }
                figcaption { (caption) }
            }
        }
    }
}
