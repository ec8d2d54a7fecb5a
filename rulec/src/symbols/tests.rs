// SPDX-License-Identifier: Apache-2.0

use super::{SymbolId, SymbolKind, Symbols};
use crate::source::{LoadError, Loaded, Loader, Parsed, parse_sources};
use engine::program::Program;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder, some of them with other texts.
struct Files<'f> {
    folder: &'f Path,
    changed: BTreeMap<String, String>,
}

impl Loader for Files<'_> {
    fn load(&mut self, path: &str, _: usize) -> Result<Loaded, LoadError> {
        let unreadable = |error: std::io::Error| LoadError::Unreadable(error.to_string());
        match self.changed.get(path) {
            Some(text) => Ok(Loaded::new(path, text)),
            None => {
                let text = fs::read_to_string(self.folder.join(path)).map_err(unreadable)?;
                Ok(Loaded::new(path, &text))
            }
        }
    }
}

fn parsed(root: &Path, changed: BTreeMap<String, String>) -> Option<Parsed> {
    let mut files = Files { folder: root.parent()?, changed };
    let root = files.load(root.file_name()?.to_str()?, usize::MAX).ok()?;
    Some(parse_sources(root, &mut files))
}

fn compile(parsed: Parsed) -> Result<Program, String> {
    let (programs, mut reports) = crate::compile_sources(vec![parsed]);
    let report = reports.remove(0);
    let shown = |found| report.sources.render(found, false);
    let errors: Vec<String> = report.diagnostics.iter().map(shown).collect();
    programs.and_then(|mut programs| programs.pop()).ok_or_else(|| errors.join("\n"))
}

/// The rule files of the project, those with errors among them.
fn rule_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders = vec![root.join("rules"), root.join("scenarios"), root.join("rulec/tests")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it can be read").path();
            match path.extension().and_then(|it| it.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("rules") => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// A new name for each symbol; one for those that can only be renamed together.
fn new_names(symbols: &Symbols) -> BTreeMap<SymbolId, String> {
    let mut names: BTreeMap<SymbolId, String> = BTreeMap::new();
    for (index, (id, _)) in symbols.all().enumerate() {
        names.insert(id, format!("new_name_{index}"));
    }
    for pair in symbols.occurrences().windows(2).filter(|pair| pair[0].span == pair[1].span) {
        let (old, new) = (names[&pair[1].symbol].clone(), names[&pair[0].symbol].clone());
        names.values_mut().filter(|name| **name == old).for_each(|name| name.clone_from(&new));
    }
    names
}

/// The texts in which every symbol has another name.
fn renamed(parsed: &Parsed, symbols: &Symbols) -> BTreeMap<String, String> {
    let names = new_names(symbols);
    let texts = parsed.sources.sources().iter().map(|it| (it.name.clone(), it.text.clone()));
    let mut texts: BTreeMap<String, String> = texts.collect();
    let mut last = None;
    for used in
        symbols.occurrences().iter().rev().filter(|used| last.replace(used.span) != Some(used.span))
    {
        let (source, within) = parsed.sources.locate(used.span);
        let text = texts.get_mut(&source.name).expect("it was read");
        text.replace_range(within.range(), &used.written.text(&names[&used.symbol]));
    }
    texts
}

/// The names in all places are found, and each by the scope of the resolver: a file in which every
/// symbol has another name is the same program.
#[test]
fn every_symbol_can_be_renamed() {
    let mut count = 0;
    for path in rule_files() {
        let Some(before) = parsed(&path, BTreeMap::new()) else { continue };
        let Ok(program) = compile(before.clone()) else { continue };
        let symbols = Symbols::of(&before.file);
        let after = parsed(&path, renamed(&before, &symbols)).expect("it is there");
        assert!(symbols.has_the_shape_of(&Symbols::of(&after.file)), "{}", path.display());
        let renamed = compile(after).unwrap_or_else(|errors| {
            panic!("{}: {errors}", path.display());
        });
        assert!(program.transactions == renamed.transactions, "{}", path.display());
        count += 1;
    }
    assert!(count > 100, "only {count} files have no errors");
}

fn symbols(text: &str) -> Symbols {
    Symbols::of(&crate::parse::parse_text(text).0)
}

#[test]
fn a_file_with_errors_keeps_its_names() {
    let text = "create table t (a int primary key); rule r (exists (select 1 from t where a = ));
                rule s (m.x = 1 and exists (select 1 from t u where u.a = m.x and u.b = 2));
                create message m (x int not null)";
    let symbols = symbols(text);
    let named = |at: usize| {
        let found = symbols.at(at as u32).map(|found| symbols.get(found.symbol));
        found.map(|symbol| (symbol.kind, symbol.name.as_str()))
    };
    assert_eq!(named(text.find("u.a").expect("u")), Some((SymbolKind::Alias, "u")));
    assert_eq!(named(text.find("u.a").expect("a") + 2), Some((SymbolKind::Column, "a")));
    assert_eq!(named(text.find("m.x").expect("x") + 2), Some((SymbolKind::Field, "x")));
    assert_eq!(named(text.find("u.b").expect("b") + 2), None);
}

#[test]
fn columns_of_a_join_by_using_are_bound_to_each_other() {
    let text = "create table t (a int primary key); create table u (a int primary key, b int);
                create message m (x int not null);
                rule r (exists (select 1 from t join u using (a) where a = m.x));";
    let symbols = symbols(text);
    let table = |name| symbols.declared(SymbolKind::Table, name).expect("it is declared");
    let (of_t, of_u) = (symbols.members(table("t"))[0], symbols.members(table("u"))[0]);
    assert_eq!(symbols.bound_to(of_t).map(|(other, _)| other), Some(of_u));
    assert_eq!(symbols.bound_to(of_u).map(|(other, _)| other), Some(of_t));
    assert_eq!(symbols.bound_to(symbols.members(table("u"))[1]), None);
}
