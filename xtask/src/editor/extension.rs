// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask extension`: packs the extension for VS Code.
//!
//! The packages that it needs are those of `package-lock.json`, whose hashes npm checks. The
//! grammar is tested with the engine of VS Code before it is packed.

use super::node::Node;
use crate::{Failure, step};
use serde_json::Value;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use tools::target_folder;
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The folder of the extension, from the root.
const FOLDER: &str = "cli/editor";

/// The types of the files in the package, as its format wants them.
const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension=".json" ContentType="application/json"/>
  <Default Extension=".js" ContentType="application/javascript"/>
  <Default Extension=".md" ContentType="text/markdown"/>
  <Default Extension=".txt" ContentType="text/plain"/>
  <Default Extension=".vsixmanifest" ContentType="text/xml"/>
</Types>
"#;

/// Tests and packs the extension as `target/riskgate-VERSION.vsix`.
///
/// # Errors
/// If Node.js or a package cannot be had, a test fails, or the package is not whole.
pub fn run(root: &Path) -> Result<(), Failure> {
    let target = root.join(target_folder());
    let build = target.join("extension");
    copy(root, &build)?;
    let node = Node::find_or_fetch(&target)?;
    let npm = |arguments: &[&str]| {
        let mut command = node.npm();
        command.args(arguments).args(["--ignore-scripts", "--no-audit", "--no-fund"]);
        step::run(command.current_dir(&build))
    };
    npm(&["ci"])?;
    for file in ["extension.js", "test/grammar.js"] {
        step::run(node.node().args(["--check", file]).current_dir(&build))?;
    }
    step::run(node.node().arg("test/grammar.js").current_dir(&build))?;
    npm(&["prune", "--omit=dev"])?;
    let package = read_json(&build.join("package.json"))?;
    let path = target.join(format!("riskgate-{}.vsix", text(&package, "version")));
    pack(&build, &package, &path)?;
    let files = check(&path)?;
    println!("{}: {files} files", path.display());
    Ok(())
}

/// Copies the extension into the folder that npm puts its packages in.
fn copy(root: &Path, build: &Path) -> Result<(), Failure> {
    if build.exists() {
        fs::remove_dir_all(build).map_err(Failure::at(build))?;
    }
    let folder = root.join(FOLDER);
    for path in files(&folder)? {
        let to = build.join(path.strip_prefix(&folder).unwrap_or(&path));
        let parent = to.parent().unwrap_or(build);
        fs::create_dir_all(parent).map_err(Failure::at(parent))?;
        fs::copy(&path, &to).map_err(Failure::at(&path))?;
    }
    let licence = root.join("LICENSE");
    fs::copy(&licence, build.join("LICENSE.txt")).map_err(Failure::at(&licence))?;
    Ok(())
}

/// The files of a folder, in the order of their paths.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::of(format!("error: {error}")))?;
        if entry.file_type().is_file() {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

fn read_json(path: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::at(path))?;
    serde_json::from_str(&text).map_err(|error| Failure::of(format!("{}: {error}", path.display())))
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// Writes the package: the manifest, and the files of the extension below `extension`.
fn pack(build: &Path, package: &Value, path: &Path) -> Result<(), Failure> {
    let refuse = |error: zip::result::ZipError| Failure::of(format!("{}: {error}", path.display()));
    let file = File::create(path).map_err(Failure::at(path))?;
    let mut archive = ZipWriter::new(file);
    let mut add = |name: &str, bytes: &[u8]| {
        archive.start_file(name, SimpleFileOptions::default()).map_err(refuse)?;
        archive.write_all(bytes).map_err(Failure::at(path))
    };
    add("extension.vsixmanifest", manifest(package).as_bytes())?;
    add("[Content_Types].xml", CONTENT_TYPES.as_bytes())?;
    for from in files(build)? {
        let within = from.strip_prefix(build).unwrap_or(&from);
        let parts: Vec<_> = within.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        // These are for the one who packs.
        if name.starts_with("test/") || name.ends_with("package-lock.json") {
            continue;
        }
        add(&format!("extension/{name}"), &fs::read(&from).map_err(Failure::at(&from))?)?;
    }
    archive.finish().map_err(refuse)?;
    Ok(())
}

/// The manifest of the package.
fn manifest(package: &Value) -> String {
    let of = |name| text(package, name);
    let engine = text(&package["engines"], "vscode");
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="{}" Version="{}" Publisher="{}"/>
    <DisplayName>{}</DisplayName>
    <Description xml:space="preserve">{}</Description>
    <Categories>{}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="{engine}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
  </Assets>
</PackageManifest>
"#,
        of("name"),
        of("version"),
        of("publisher"),
        of("displayName"),
        of("description"),
        package["categories"].as_array().map_or(String::new(), |all| {
            all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",")
        }),
    )
}

/// Reads a package again: every file is whole, and those that it refers to are there. Returns the
/// number of files.
fn check(path: &Path) -> Result<usize, Failure> {
    let refuse = |reason: String| Failure::of(format!("error: {}: {reason}", path.display()));
    let file = File::open(path).map_err(Failure::at(path))?;
    let mut archive = ZipArchive::new(file).map_err(|error| refuse(error.to_string()))?;
    let mut texts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| refuse(error.to_string()))?;
        let name = entry.name().map_err(|error| refuse(error.to_string()))?.into_owned();
        let mut bytes = Vec::new();
        // Reading to the end compares the checksum.
        entry.read_to_end(&mut bytes).map_err(Failure::at(path))?;
        texts.push((name, String::from_utf8_lossy(&bytes).into_owned()));
    }
    let get = |name: &str| texts.iter().find(|(other, _)| other == name).map(|(_, text)| text);
    let package = get("extension/package.json").ok_or_else(|| refuse("no manifest".to_owned()))?;
    let package: Value =
        serde_json::from_str(package).map_err(|error| refuse(error.to_string()))?;
    for name in required(&package) {
        let text = get(&name).ok_or_else(|| refuse(format!("`{name}` is not in it")))?;
        if name.ends_with(".json") {
            serde_json::from_str::<Value>(text).map_err(|e| refuse(format!("{name}: {e}")))?;
        }
    }
    let main = get("extension/extension.js").map_or("", String::as_str);
    let commands = package["contributes"]["commands"].as_array().into_iter().flatten();
    for command in commands.map(|command| text(command, "command")) {
        if !main.contains(&format!("\"{command}\"")) {
            return Err(refuse(format!("the extension does not register `{command}`")));
        }
    }
    Ok(texts.len())
}

/// The files that a package must have.
fn required(package: &Value) -> Vec<String> {
    let within = |path: &str| format!("extension/{}", path.trim_start_matches("./"));
    let contributes = &package["contributes"];
    let list = |name: &str| contributes[name].as_array().into_iter().flatten();
    let languages = list("languages").map(|language| within(text(language, "configuration")));
    let grammars = list("grammars").map(|grammar| within(text(grammar, "path")));
    let dependencies = package["dependencies"].as_object().into_iter().flat_map(|all| all.keys());
    let dependencies =
        dependencies.map(|name| format!("extension/node_modules/{name}/package.json"));
    let fixed = ["extension.vsixmanifest", "[Content_Types].xml", "extension/LICENSE.txt"];
    let fixed = fixed.into_iter().map(str::to_owned).chain([within(text(package, "main"))]);
    fixed.chain(languages).chain(grammars).chain(dependencies).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A package of the extension as it is in the tree, with a folder in place of what npm adds.
    fn packed(change: impl Fn(&Path)) -> Result<usize, Failure> {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let build = folder.path().join("build");
        copy(&crate::root(), &build)?;
        let client = build.join("node_modules/vscode-languageclient");
        fs::create_dir_all(&client).expect("it can be made");
        fs::write(client.join("package.json"), "{}").expect("it can be written");
        change(&build);
        let path = folder.path().join("a.vsix");
        pack(&build, &read_json(&build.join("package.json"))?, &path)?;
        check(&path)
    }

    #[test]
    fn a_package_has_what_it_refers_to() {
        packed(|_| {}).expect("it is whole");
        for missing in ["extension.js", "language-configuration.json", "riskgate.tmLanguage.json"] {
            let without = |build: &Path| fs::remove_file(build.join(missing)).expect("it is there");
            let failure = packed(without).expect_err("a file is missing").to_string();
            assert!(failure.contains(missing), "{failure}");
        }
        let broken = |build: &Path| {
            fs::write(build.join("riskgate.tmLanguage.json"), "{").expect("it can be written");
        };
        packed(broken).expect_err("the grammar is no JSON");
        let other = |build: &Path| {
            fs::write(build.join("extension.js"), "").expect("it can be written");
        };
        let failure = packed(other).expect_err("no command is registered").to_string();
        assert!(failure.contains("riskgate.restart"), "{failure}");
    }

    #[test]
    fn the_extension_has_the_version_of_the_project() {
        let package = read_json(&crate::root().join(FOLDER).join("package.json")).expect("JSON");
        assert_eq!(text(&package, "version"), env!("CARGO_PKG_VERSION"));
        let lock = read_json(&crate::root().join(FOLDER).join("package-lock.json")).expect("JSON");
        let packages = lock["packages"].as_object().expect("a map");
        assert!(packages.len() > 1);
        for (name, locked) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(locked["integrity"].is_string() && locked["resolved"].is_null(), "{name}");
        }
    }
}
