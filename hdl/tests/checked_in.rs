// SPDX-License-Identifier: Apache-2.0

//! The Verilog that is checked in is the one that the kernels emit.

use std::path::Path;

#[test]
fn verilog_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("verilog");
    for kernel in hdl::all() {
        expect_test::expect_file![folder.join(format!("{}.v", kernel.name))]
            .assert_eq(&kernel.verilog);
    }
}
