// SPDX-License-Identifier: Apache-2.0

//! The modes of rules against a model: words written at any time change the next frame of their
//! kind and bank, and not the one under way.

use engine::microcode::parts::mode;
use hdl::emit::emit;
use rand::RngExt;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x0b_10c4;

#[test]
fn a_frame_has_the_modes_of_its_start() {
    let emitted = emit("modes", "the modes of rules", &mut hdl::kernels::modes::Modes::default());
    testkit::kernels::run("a_frame_has_the_modes_of_its_start", &emitted, |kernel| {
        println!("seed {SEED:#x}");
        let mut rng = Rng::seeded(SEED);
        let mut words: BTreeMap<u16, u64> = BTreeMap::new();
        let write = |kernel: &mut sim::kernel::Kernel<'_>, address: u16, word: u64| {
            kernel.set("write", true);
            kernel.set("write_address", address);
            kernel.set("write_data", word);
            address
        };
        kernel.set("start", false);
        for address in 0..1 << 10 {
            write(kernel, address, 0);
            kernel.step();
        }
        let mut held = None;
        for _ in 0..20_000 {
            let starts = rng.random_bool(0.3);
            let (bank, kind) = (rng.random_range(0..2_u8), [0, 1, 5, 127][rng.random_range(0..4)]);
            kernel.set("start", starts);
            kernel.set("kind", kind as u8);
            kernel.set("bank", bank);
            if starts {
                let of_word = |place: usize| {
                    words.get(&mode::address(bank, kind, place)).copied().unwrap_or(0)
                };
                let map = |shift: usize| {
                    (0..mode::WORDS).fold(0_u128, |map, place| {
                        let bits = of_word(place) >> shift & u64::from(u32::MAX);
                        map | u128::from(bits) << (mode::ENTRIES * place)
                    })
                };
                held = Some((map(mode::SILENT.at), map(mode::WARNS.at)));
            }
            kernel.set("write", false);
            if rng.random_bool(0.5) {
                let kind = [0, 1, 5, 127][rng.random_range(0..4)];
                let place = rng.random_range(0..mode::WORDS);
                let address = mode::address(rng.random_range(0..2), kind, place);
                let word = rng.random();
                words.insert(write(kernel, address, word), word);
            }
            kernel.step();
            if let Some((silent, warns)) = held {
                assert_eq!((kernel.get("silent"), kernel.get("warns")), (silent, warns));
            }
        }
    });
}
