// SPDX-License-Identifier: Apache-2.0

//! The modules of a crate and the paths by which they use each other.

use crate::tree::{SourceFile, Tree};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Item, UseTree, Visibility};

/// The path of a module from the root of its crate.
type ModulePath = Vec<String>;

/// The most imports that are followed one after the other, to end where they go in a circle.
const IMPORTS_MAX: usize = 16;

/// A use of another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The file that uses.
    pub from: String,
    /// The line of its first use.
    pub line: usize,
    /// The file that is used.
    pub to: String,
}

/// The edges between the files of a crate, from its root file; at most one for a pair of files.
pub fn edges(tree: &Tree, root: &SourceFile) -> Vec<Edge> {
    let mut modules = Modules::default();
    modules.add(tree, root, Vec::new());
    let mut edges: Vec<Edge> = Vec::new();
    for (path, module) in &modules.by_path {
        for (line, target) in modules.targets(path, module) {
            let (from, to) = (module.file.clone(), modules.by_path[&target].file.clone());
            if from != to && !edges.iter().any(|edge| edge.from == from && edge.to == to) {
                edges.push(Edge { from, line, to });
            }
        }
    }
    edges
}

/// What a file says about its names. Code for tests is left out.
#[derive(Default)]
struct Module {
    file: String,
    /// Submodules that have a separate file.
    children: BTreeSet<String>,
    /// Names that are defined here.
    defined: BTreeSet<String>,
    imports: Vec<Import>,
    /// Paths with at least two parts outside imports, with their lines.
    paths: Vec<(usize, Vec<String>)>,
    /// All identifiers outside imports.
    identifiers: BTreeSet<String>,
}

/// A name that a `use` brings in; `*` for all names.
struct Import {
    line: usize,
    name: String,
    path: Vec<String>,
    is_public: bool,
}

#[derive(Default)]
struct Modules {
    by_path: BTreeMap<ModulePath, Module>,
}

impl Modules {
    fn add(&mut self, tree: &Tree, file: &SourceFile, path: ModulePath) {
        let Ok(parsed) = syn::parse_file(&file.text) else { return };
        let mut module = Module { file: file.path.clone(), ..Module::default() };
        module.add_items(&parsed.items, 0);
        let stem = file.name().trim_end_matches(".rs");
        let folder = match stem {
            "lib" | "main" | "mod" => file.folder().to_string(),
            stem => format!("{}/{stem}", file.folder()),
        };
        for child in module.children.clone() {
            let places = [format!("{folder}/{child}.rs"), format!("{folder}/{child}/mod.rs")];
            match places.iter().find_map(|place| tree.get(place)) {
                Some(file) => self.add(tree, file, [path.clone(), vec![child]].concat()),
                None => _ = module.children.remove(&child),
            }
        }
        self.by_path.insert(path, module);
    }

    /// The modules whose items a module uses, with the lines.
    fn targets(&self, path: &ModulePath, module: &Module) -> Vec<(usize, ModulePath)> {
        let is_used =
            |import: &&Import| !import.is_public || module.identifiers.contains(&import.name);
        let imports = module.imports.iter().filter(is_used).filter_map(|import| {
            let mut path_of_items = import.path.clone();
            if import.name == "*" {
                path_of_items.push("*".into());
            }
            Some((import.line, self.resolve(path, &path_of_items, 0)?))
        });
        let paths = module.paths.iter();
        let paths = paths.filter_map(|(line, used)| Some((*line, self.resolve(path, used, 0)?)));
        imports.chain(paths).collect()
    }

    /// The module that defines the item at a path; nothing for other crates, and for a path that
    /// leads to a module and no item.
    fn resolve(&self, from: &ModulePath, path: &[String], depth: usize) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        let here = self.by_path.get(from)?;
        match first.as_str() {
            "crate" => self.descend(Vec::new(), rest, depth),
            "self" => self.descend(from.clone(), rest, depth),
            "super" => {
                let mut parent = from.clone();
                parent.pop()?;
                match rest.first().is_some_and(|part| part == "super") {
                    true => self.resolve(&parent, rest, depth),
                    false => self.descend(parent, rest, depth),
                }
            }
            name if here.children.contains(name) => self.descend(from.clone(), path, depth),
            name => {
                let import = here.imports.iter().find(|import| import.name == name)?;
                let path = [&import.path, rest].concat();
                (depth < IMPORTS_MAX && import.path != [name])
                    .then(|| self.resolve(from, &path, depth + 1))?
            }
        }
    }

    /// Follows a path down from a module.
    fn descend(&self, from: ModulePath, path: &[String], depth: usize) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        let module = self.by_path.get(&from)?;
        if first == "*" {
            return Some(from);
        }
        if module.children.contains(first) {
            return self.descend([from, vec![first.clone()]].concat(), rest, depth);
        }
        if module.defined.contains(first) || depth >= IMPORTS_MAX {
            return Some(from);
        }
        if let Some(import) =
            module.imports.iter().find(|i| i.name == *first && i.path != [first.as_str()])
        {
            // The name of another crate's item is an item of this module for those who use it.
            let path = [&import.path, rest].concat();
            let is_module = self.is_module(&from, &import.path);
            let found = self.resolve(&from, &path, depth + 1);
            return if is_module { found } else { found.or(Some(from)) };
        }
        let globs = module.imports.iter().filter(|import| import.name == "*");
        let defined = globs
            .filter_map(|import| self.resolve(&from, &[&import.path, path].concat(), depth + 1));
        let defines = |path: &ModulePath| self.by_path[path].defined.contains(first);
        Some(defined.into_iter().find(defines).unwrap_or(from))
    }

    fn is_module(&self, from: &ModulePath, path: &[String]) -> bool {
        // Any name that no module has tells apart an item from what is below it.
        let below = [path, &["*".to_string()]].concat();
        let Some(found) = self.resolve(from, &below, IMPORTS_MAX - 1) else { return false };
        found.last() == path.last()
    }
}

impl Module {
    /// Adds items, which are inside so many modules of this file.
    fn add_items(&mut self, items: &[Item], depth: usize) {
        for item in items.iter().filter(|item| !is_for_tests(item)) {
            match item {
                Item::Use(item) => {
                    let line = item.use_token.span.start().line;
                    let is_public = !matches!(item.vis, Visibility::Inherited);
                    self.add_import(&item.tree, Vec::new(), line, is_public, depth);
                }
                Item::Mod(item) => match &item.content {
                    Some((_, items)) => self.add_items(items, depth + 1),
                    None => _ = self.children.insert(item.ident.to_string()),
                },
                item => {
                    if let Some(name) = name(item) {
                        self.defined.insert(name);
                    }
                    self.add_tokens(item.to_token_stream(), &[], depth);
                }
            }
        }
    }

    fn add_import(
        &mut self,
        tree: &UseTree,
        mut path: Vec<String>,
        line: usize,
        is_public: bool,
        depth: usize,
    ) {
        let (name, part) = match tree {
            UseTree::Path(item) => {
                path.push(item.ident.to_string());
                return self.add_import(&item.tree, path, line, is_public, depth);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_import(tree, path.clone(), line, is_public, depth);
                }
                return;
            }
            UseTree::Name(item) => (item.ident.to_string(), item.ident.to_string()),
            UseTree::Rename(item) => (item.rename.to_string(), item.ident.to_string()),
            UseTree::Glob(_) => ("*".to_string(), String::new()),
        };
        let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name };
        if !part.is_empty() && part != "self" {
            path.push(part);
        }
        if let Some(path) = at_depth(path, depth) {
            self.imports.push(Import { line, name, path, is_public });
        }
    }

    /// Adds the paths in tokens; `before` is what a `use` inside a function has before its braces.
    fn add_tokens(&mut self, tokens: TokenStream, before: &[String], depth: usize) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |index: usize, c: char| match tokens.get(index) {
            Some(TokenTree::Punct(punct)) => punct.as_char() == c,
            _ => false,
        };
        let mut index = 0;
        while index < tokens.len() {
            let TokenTree::Ident(first) = &tokens[index] else {
                if let TokenTree::Group(group) = &tokens[index] {
                    self.add_tokens(group.stream(), &[], depth);
                }
                index += 1;
                continue;
            };
            let follows_dot = index > 0 && is(index - 1, '.');
            let follows_path = index > 1 && is(index - 1, ':') && is(index - 2, ':');
            let mut path = [before, &[first.to_string()]].concat();
            index += 1;
            while is(index, ':') && is(index + 1, ':') {
                match tokens.get(index + 2) {
                    Some(TokenTree::Ident(part)) => path.push(part.to_string()),
                    Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                        self.add_tokens(group.stream(), &path, depth);
                    }
                    _ => break,
                }
                index += 3;
            }
            if !follows_dot && !follows_path {
                self.identifiers.insert(path[0].clone());
                let line = first.span().start().line;
                if let Some(path) = at_depth(path, depth).filter(|path| path.len() > 1) {
                    self.paths.push((line, path));
                }
            }
        }
    }
}

/// A path as seen from the file's own module, of which it is so many modules below; nothing if it
/// does not leave these.
fn at_depth(mut path: Vec<String>, depth: usize) -> Option<Vec<String>> {
    for _ in 0..depth {
        match path.first().map(String::as_str) {
            Some("super") => _ = path.remove(0),
            Some("crate") => return Some(path),
            _ => return None,
        }
    }
    Some(path)
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Whether an item is compiled for tests only.
fn is_for_tests(item: &Item) -> bool {
    let attributes = match item {
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "test")
    })
}
