// SPDX-License-Identifier: Apache-2.0

//! `riskgate lsp`, driven by the client of another project: pygls, from PyPI by hash.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tools::{pypi, target_folder};

/// The packages of the client.
const CLIENT: &str = include_str!("lsp_client.txt");

/// The environment variable that makes a missing client a failure.
const REQUIRE: &str = "REQUIRE_LSP_CLIENT";

#[test]
fn a_client_of_another_project_gets_its_answers() {
    let target = target_folder();
    let mut progress = |step: &str| eprintln!("{step}");
    let fetched = pypi::fetch_locked(&target, "pygls-2.1.1", CLIENT, &mut progress);
    let packages = match fetched {
        Ok(packages) => packages,
        Err(reason) => {
            let required = std::env::var_os(REQUIRE).is_some_and(|value| value != "0");
            assert!(!required, "{REQUIRE} is set and there is no client: {reason}");
            eprintln!("SKIPPED: `riskgate lsp` with the client of pygls: {reason}");
            return;
        }
    };
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written");
    };
    write("common.rules", "create message buy (account int not null, cost int8 not null);\n");
    write("main.rules", "include 'common.rules';\nrule small(buy.cost < 100);\n");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/author/lsp_client.py");
    let output = Command::new("python3")
        .arg("-B")
        .arg(script)
        .args([Path::new(env!("CARGO_BIN_EXE_riskgate")), folder.path()])
        .env("PYTHONPATH", packages)
        .stdin(Stdio::null())
        .output()
        .expect("Python fetched the client");
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", said(&output.stdout), said(&output.stderr));
    assert_eq!(said(&output.stdout), "pygls: all answers are right\n");
}

#[test]
fn a_message_that_is_none_ends_the_server_with_its_reason() {
    let mut server = Command::new(env!("CARGO_BIN_EXE_riskgate"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = server.stdin.take().expect("it is a pipe");
    std::io::Write::write_all(&mut stdin, b"Content-Length: 3\r\n\r\n{ }").expect("it reads");
    drop(stdin);
    let output = server.wait_with_output().expect("it ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.starts_with("error: ") && errors.contains("malformed"), "{errors}");
}
