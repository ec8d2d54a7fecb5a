// SPDX-License-Identifier: Apache-2.0

//! Links, headings and code of a Markdown page.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

/// What a page refers to and offers.
#[derive(Debug, Default)]
pub struct Page {
    /// Targets of links and pictures, with their lines.
    pub links: Vec<(usize, String)>,
    /// Anchors of the headings, as mdBook and GitHub make them.
    pub anchors: Vec<String>,
    /// Code spans, with their lines.
    pub spans: Vec<(usize, String)>,
    /// Lines of shell code blocks, with their numbers.
    pub shell: Vec<(usize, String)>,
}

impl Page {
    /// Reads a page.
    pub fn read(text: &str) -> Page {
        let mut page = Page::default();
        let mut used: BTreeMap<String, usize> = BTreeMap::new();
        let mut heading: Option<String> = None;
        let mut is_shell = false;
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let breaks: Vec<usize> = text.match_indices('\n').map(|(offset, _)| offset).collect();
        let line_of = |offset: usize| breaks.partition_point(|end| *end < offset) + 1;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let line = line_of(range.start);
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push((line, dest_url.to_string()));
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = anchor(&heading.take().unwrap_or_default());
                    let count = used.entry(anchor.clone()).or_default();
                    page.anchors.push(match *count {
                        0 => anchor,
                        n => format!("{anchor}-{n}"),
                    });
                    *count += 1;
                }
                Event::Start(Tag::CodeBlock(kind)) => is_shell = is_shell_block(&kind),
                Event::End(TagEnd::CodeBlock) => is_shell = false,
                Event::Code(code) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&code);
                    }
                    page.spans.push((line, code.to_string()));
                }
                Event::Text(text) => match &mut heading {
                    Some(heading) => heading.push_str(&text),
                    None if is_shell => page.add_shell(line, &text),
                    None => {}
                },
                Event::Html(html) | Event::InlineHtml(html) => page.add_html(line, &html),
                _ => {}
            }
        }
        page
    }

    fn add_shell(&mut self, line: usize, text: &CowStr<'_>) {
        let lines = text.lines().enumerate();
        self.shell.extend(lines.map(|(index, text)| (line + index, text.to_string())));
    }

    /// Takes links of pictures and anchors out of HTML.
    fn add_html(&mut self, line: usize, html: &str) {
        for attribute in ["src=\"", "href=\""] {
            let values = html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
            self.links.extend(values.map(|value| (line, value.to_string())));
        }
        let ids = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        self.anchors.extend(ids.map(str::to_string));
    }
}

fn is_shell_block(kind: &CodeBlockKind<'_>) -> bool {
    match kind {
        CodeBlockKind::Fenced(language) => matches!(&**language, "sh" | "bash" | "console"),
        CodeBlockKind::Indented => false,
    }
}

/// The anchor of a heading: lower case, spaces to hyphens, nothing else but letters, digits, `_`
/// and `-`.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter_map(|c| match c {
        c if c.is_alphanumeric() || c == '_' || c == '-' => {
            Some(c.to_lowercase().next().unwrap_or(c))
        }
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_anchors_and_code_are_read() {
        let page = Page::read(
            "# The `hdl` command, now\n\nSee [a](b.md#c) and `riskgate run`.\n\n\
             ## Twice\n## Twice\n\n\
             ```sh\nfirst\nsecond\n```\n\n<img src=\"p.svg\">\n",
        );
        assert_eq!(page.anchors, ["the-hdl-command-now", "twice", "twice-1"]);
        assert_eq!(page.links, [(3, "b.md#c".to_string()), (13, "p.svg".to_string())]);
        assert!(page.spans.contains(&(3, "riskgate run".to_string())));
        assert_eq!(page.shell, [(9, "first".to_string()), (10, "second".to_string())]);
    }
}
