// SPDX-License-Identifier: Apache-2.0

//! Subcommands and flags of a binary, read from the source of its clap definitions.
//!
//! A test cannot depend on a binary of another package, and need not: the derived definitions have
//! a simple form. A parser is a struct or an enum; its fields are flags, groups of flags
//! (`flatten`) or subcommands; the variants of an enum are subcommands.

use crate::tree::{SourceFile, Tree};
use std::collections::BTreeSet;
use syn::{Attribute, Field, Fields, Item, Type, UseTree};

/// A command as the command line knows it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Command {
    /// The name; empty for the binary itself.
    pub name: String,
    /// Its long flags without the hyphens.
    pub flags: BTreeSet<String>,
    /// Its subcommands.
    pub subcommands: Vec<Command>,
}

impl Command {
    /// Reads the parser of a name from a file, and the types that it refers to from the files
    /// beside and below that file.
    pub fn read(tree: &Tree, path: &str, parser: &str) -> Option<Command> {
        let mut command = Command::default();
        Reader { tree }.add_type(&mut command, tree.get(path)?, &[parser.to_string()]);
        Some(command)
    }

    /// The subcommand of a name.
    pub fn subcommand(&self, name: &str) -> Option<&Command> {
        self.subcommands.iter().find(|command| command.name == name)
    }
}

struct Reader<'a> {
    tree: &'a Tree,
}

impl Reader<'_> {
    /// Adds the flags and subcommands that a type defines, which a path in a file names.
    fn add_type(&self, command: &mut Command, file: &SourceFile, path: &[String]) {
        let Some((name, modules)) = path.split_last() else { return };
        let Ok(parsed) = syn::parse_file(&file.text) else { return };
        if let Some(module) = modules.last() {
            if let Some(other) = self.module(file, module) {
                self.add_type(command, other, std::slice::from_ref(name));
            }
            return;
        }
        for item in &parsed.items {
            match item {
                Item::Struct(item) if item.ident == name => {
                    self.add_fields(command, file, &item.fields);
                    return;
                }
                Item::Enum(item) if item.ident == name => {
                    for variant in &item.variants {
                        command.subcommands.push(self.variant(file, variant));
                    }
                    return;
                }
                _ => {}
            }
        }
        // The type is imported.
        let imports = parsed.items.iter().filter_map(|item| match item {
            Item::Use(item) => import(&item.tree, name, &mut Vec::new()),
            _ => None,
        });
        if let Some(path) = imports.into_iter().find(|path| path.len() > 1) {
            self.add_type(command, file, &path);
        }
    }

    /// The file of a module that a file names: below it, beside it, or beside its folder.
    fn module(&self, file: &SourceFile, name: &str) -> Option<&SourceFile> {
        let folder = file.folder();
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        let places = [folder, parent]
            .into_iter()
            .flat_map(|folder| [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]);
        places.into_iter().find_map(|path| self.tree.get(&path))
    }

    fn variant(&self, file: &SourceFile, variant: &syn::Variant) -> Command {
        let name = value(&variant.attrs, "name");
        let name = name.unwrap_or_else(|| kebab(&variant.ident.to_string()));
        let mut command = Command { name, ..Command::default() };
        match &variant.fields {
            Fields::Unnamed(fields) => {
                for field in &fields.unnamed {
                    self.add_type(&mut command, file, &type_path(&field.ty));
                }
            }
            fields => self.add_fields(&mut command, file, fields),
        }
        command
    }

    fn add_fields(&self, command: &mut Command, file: &SourceFile, fields: &Fields) {
        for field in fields {
            if has(&field.attrs, "command", "subcommand") || has(&field.attrs, "command", "flatten")
            {
                self.add_type(command, file, &type_path(&field.ty));
            } else if let Some(flag) = flag(field) {
                command.flags.insert(flag);
            }
        }
    }
}

/// The long flag of a field.
fn flag(field: &Field) -> Option<String> {
    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    has(&field.attrs, "arg", "long").then(|| {
        value(&field.attrs, "long").unwrap_or_else(|| name.trim_matches('_').replace('_', "-"))
    })
}

/// The parts of an attribute such as `#[arg(long, value_name = "N")]`, as text without spaces.
fn parts(attribute: &Attribute) -> Vec<String> {
    let syn::Meta::List(list) = &attribute.meta else { return Vec::new() };
    let mut parts = vec![String::new()];
    for token in list.tokens.clone() {
        match token.to_string().as_str() {
            "," => parts.push(String::new()),
            text => parts.last_mut().expect("it has a part").push_str(text),
        }
    }
    parts
}

/// Whether an attribute has a part, with or without a value.
fn has(attributes: &[Attribute], attribute: &str, part: &str) -> bool {
    let named = attributes.iter().filter(|a| a.path().is_ident(attribute));
    named.flat_map(parts).any(|found| found.split('=').next() == Some(part))
}

/// The string that a part of any attribute is set to.
fn value(attributes: &[Attribute], part: &str) -> Option<String> {
    let mut parts = attributes.iter().flat_map(parts);
    parts.find_map(|found| {
        let value = found.strip_prefix(part)?.strip_prefix('=')?;
        Some(value.trim_matches('"').to_string())
    })
}

/// The path of a type, inside `Option` and `Box`.
fn type_path(ty: &Type) -> Vec<String> {
    let Type::Path(path) = ty else { return Vec::new() };
    let Some(last) = path.path.segments.last() else { return Vec::new() };
    if let syn::PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(syn::GenericArgument::Type(inner)) = arguments.args.first()
    {
        return type_path(inner);
    }
    path.path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

/// The path by which a `use` imports a name.
fn import(tree: &UseTree, name: &str, before: &mut Vec<String>) -> Option<Vec<String>> {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            let found = import(&path.tree, name, before);
            before.pop();
            found
        }
        UseTree::Group(group) => group.items.iter().find_map(|tree| import(tree, name, before)),
        UseTree::Name(item) if item.ident == name => {
            Some(before.iter().cloned().chain([name.to_string()]).collect())
        }
        UseTree::Rename(item) if item.rename == name => {
            Some(before.iter().cloned().chain([item.ident.to_string()]).collect())
        }
        UseTree::Name(_) | UseTree::Rename(_) | UseTree::Glob(_) => None,
    }
}

/// `CheckAll` as `check-all`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_and_flags_are_read_across_files() {
        let tree = Tree::of(&[
            (
                "a/src/commands/mod.rs",
                "struct Cli { #[command(subcommand)] command: Option<Command>,
                 #[arg(long)] quiet: bool }
                 enum Command { RunAll(run::Args), #[command(subcommand)] Hdl(hdl::Command), Now }",
            ),
            (
                "a/src/commands/run.rs",
                "use super::shared::Files;
                 struct Args { file: PathBuf, #[arg(long = \"as\", value_name = \"N\")] kind: u8,
                               #[command(flatten)] files: Files }",
            ),
            ("a/src/commands/shared.rs", "struct Files { #[arg(long, short)] in_file: PathBuf }"),
            ("a/src/commands/hdl/mod.rs", "enum Command { Emit(Emit) } struct Emit {}"),
        ]);
        let cli = Command::read(&tree, "a/src/commands/mod.rs", "Cli").expect("it is there");
        assert!(cli.flags.contains("quiet"));
        let names: Vec<&str> = cli.subcommands.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["run-all", "hdl", "now"]);
        let flags: Vec<&String> = cli.subcommands[0].flags.iter().collect();
        assert_eq!(flags, ["as", "in-file"]);
        assert!(cli.subcommands[1].subcommand("emit").is_some());
    }
}
