// SPDX-License-Identifier: Apache-2.0

//! The hash functions of a map: from a key to one bucket address for each of four ways.
//!
//! Each address bit is the parity of about half of the key's bits, which are chosen at random for
//! every bit and way: a linear function over the field of two elements. Without a clock; a bit is
//! one tree of exclusive ors. Sequential keys fall into different buckets; whether other keys
//! collide depends on the seed. While no key is looked up, every way has the address `otherwise`.

use rust_hdl::prelude::*;

/// Ways of a map, each with its own hash function.
pub const WAYS: usize = 4;

/// The seed of the masks. Nothing depends on its value.
const SEED: u64 = 0x52_49_53_4b_47_41_54_45;

/// The hash functions for keys of `K` bits.
#[derive(LogicBlock, Default)]
pub struct Hash<const K: usize> {
    /// A key is looked up.
    pub lookup: Signal<In, Bit>,
    /// The key.
    pub key: Signal<In, Bits<K>>,
    /// The address of every way while no key is looked up.
    pub otherwise: Signal<In, Bits<24>>,
    /// For each way: the address of the bucket, in the same cycle.
    pub address: [Signal<Out, Bits<24>>; WAYS],
    _bits: usize,
}

impl<const K: usize> Hash<K> {
    /// Functions with addresses of `bits` bits.
    pub fn new(bits: usize) -> Hash<K> {
        assert!(bits <= 24, "an address has 24 bits");
        Hash { _bits: bits, ..Hash::default() }
    }

    /// The address of a key in each way.
    pub fn addresses(&self, key: Bits<K>) -> [u64; WAYS] {
        let parity = |mask: &Vec<u64>| {
            (0..K).filter(|i| mask[i / 64] >> (i % 64) & 1 == 1 && key.get_bit(*i)).count() & 1
        };
        std::array::from_fn(|way| {
            let masks = self.masks(way);
            masks
                .iter()
                .enumerate()
                .fold(0, |address, (bit, mask)| address | (parity(mask) as u64) << bit)
        })
    }

    /// The masks of the address bits of a way, each as words of 64 bits, the lowest first.
    fn masks(&self, way: usize) -> Vec<Vec<u64>> {
        let mut state = SEED ^ (way as u64) << 32;
        (0..self._bits)
            .map(|_| (0..K.div_ceil(64)).map(|_| split_mix(&mut state)).collect())
            .collect()
    }
}

/// The next word of the generator SplitMix64.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

impl<const K: usize> Logic for Hash<K> {
    fn update(&mut self) {
        let addresses = self.addresses(self.key.val());
        for (output, address) in self.address.iter_mut().zip(addresses) {
            output.next = if self.lookup.val() { address.into() } else { self.otherwise.val() };
        }
    }

    fn connect(&mut self) {
        self.address.iter_mut().for_each(Signal::connect);
    }

    fn hdl(&self) -> Verilog {
        let mut text = String::from("always @(*) begin\n");
        for way in 0..WAYS {
            text += &format!("    address${way} = otherwise;\n");
        }
        text += "    if (lookup) begin\n";
        for way in 0..WAYS {
            // The highest bit comes first, after zeros for the bits that the address does not have.
            let masks = self.masks(way);
            let zeros = (masks.len() < 24).then(|| format!("{}'d0", 24 - masks.len()));
            let bits = masks.iter().rev().map(|mask| format!("^(key & {K}'h{})", digits(mask, K)));
            let parts: Vec<String> = zeros.into_iter().chain(bits).collect();
            text += &format!(
                "        address${way} = {{\n            {}\n        }};\n",
                parts.join(",\n            ")
            );
        }
        text += "    end\nend\n";
        Verilog::Custom(text)
    }
}

/// The lower `bits` of words, the lowest word first, as hexadecimal digits.
fn digits(words: &[u64], bits: usize) -> String {
    let all: String = words.iter().rev().map(|word| format!("{word:016x}")).collect();
    let digits = &all[all.len() - bits.div_ceil(4)..];
    let spare = (4 - bits % 4) % 4;
    let first = u8::from_str_radix(&digits[..1], 16).unwrap_or(0) & (0xf >> spare);
    format!("{first:x}{}", &digits[1..])
}
