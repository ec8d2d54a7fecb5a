// SPDX-License-Identifier: Apache-2.0

//! Links in Markdown lead to files and headings that exist, and the book has every page.

use super::finding::Finding;
use crate::markdown::Page;
use crate::tree::{SourceFile, Tree};
use std::collections::BTreeMap;

/// The folder of the book's pages, and its table of contents.
const BOOK: &str = "docs/src";
const SUMMARY: &str = "docs/src/SUMMARY.md";

/// Finds dead links, and pages that the table of contents lacks.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let pages: BTreeMap<&str, Page> = tree
        .with_extension("md")
        .map(|file| (file.path.as_str(), Page::read(&file.text)))
        .collect();
    let mut found = Vec::new();
    for file in tree.with_extension("md") {
        for (line, link) in &pages[file.path.as_str()].links {
            if let Some(text) = fault(tree, &pages, file, link) {
                found.push(Finding::new(&file.path, *line, text));
            }
        }
    }
    let listed: Vec<String> = pages
        .get(SUMMARY)
        .into_iter()
        .flat_map(|page| &page.links)
        .map(|(_, link)| format!("{BOOK}/{link}"))
        .collect();
    let is_page = |file: &&SourceFile| file.is_in(BOOK) && file.path != SUMMARY;
    for file in tree.with_extension("md").filter(is_page) {
        if !listed.contains(&file.path) {
            let text = format!("the page is not in {SUMMARY}; add it");
            found.push(Finding::new(&file.path, 1, text));
        }
    }
    found
}

/// What is wrong with a link of a file, if anything.
fn fault(
    tree: &Tree,
    pages: &BTreeMap<&str, Page>,
    file: &SourceFile,
    link: &str,
) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (target, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = match target {
        "" => file.path.clone(),
        target => match resolve(file.folder(), target) {
            Some(path) => path,
            None => return Some(format!("dead link: `{target}` leads out of the tree")),
        },
    };
    if !tree.has(&path) {
        return Some(format!("dead link: there is no `{path}`"));
    }
    match pages.get(path.as_str()) {
        Some(page) if !anchor.is_empty() && !page.anchors.iter().any(|a| a == anchor) => {
            Some(format!("dead link: `{path}` has no heading `#{anchor}`"))
        }
        _ => None,
    }
}

/// The path from the root of a target that is relative to a folder.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/').filter(|part| !matches!(*part, "" | ".")) {
        match part {
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dead_links_and_missing_pages_are_found() {
        let tree = Tree::of(&[
            ("README.md", "[ok](docs/src/a.md#one) [no](docs/src/b.md) [web](https://a.b/c)"),
            (SUMMARY, "[A](a.md)"),
            ("docs/src/a.md", "# One\n[up](../../README.md) [self](#two)\n[out](../../../x)"),
            ("docs/src/c.md", "# C"),
        ]);
        let found: Vec<String> = check(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "README.md:1: dead link: there is no `docs/src/b.md`",
                "docs/src/a.md:2: dead link: `docs/src/a.md` has no heading `#two`",
                "docs/src/a.md:3: dead link: `../../../x` leads out of the tree",
                "docs/src/c.md:1: the page is not in docs/src/SUMMARY.md; add it",
            ]
        );
    }
}
