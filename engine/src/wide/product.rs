// SPDX-License-Identifier: Apache-2.0

//! Products of 256 bits, and their division by 128 bits.

/// Bits of a digit of the division.
const DIGIT_BITS: u32 = 64;
const DIGIT_MASK: u128 = u64::MAX as u128;

/// An unsigned number of 256 bits. The order of the fields makes the derived order numeric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Product {
    high: u128,
    low: u128,
}

impl Product {
    /// `a * b`.
    pub fn of(a: u128, b: u128) -> Product {
        if let Some(low) = a.checked_mul(b) {
            return Product { high: 0, low };
        }
        let halves = |x: u128| (x >> DIGIT_BITS, x & DIGIT_MASK);
        let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
        // No sum of these overflows: each partial product is at most (2^64 - 1)^2.
        let middle = a_high * b_low + ((a_low * b_low) >> DIGIT_BITS);
        let second = a_low * b_high + (middle & DIGIT_MASK);
        Product {
            high: a_high * b_high + (middle >> DIGIT_BITS) + (second >> DIGIT_BITS),
            low: a.wrapping_mul(b),
        }
    }

    /// `self * factor`; none if it does not fit 256 bits.
    pub fn times(self, factor: u128) -> Option<Product> {
        let low = Product::of(self.low, factor);
        let high = self.high.checked_mul(factor)?.checked_add(low.high)?;
        Some(Product { high, low: low.low })
    }

    /// The quotient and the remainder; none if the quotient does not fit 128 bits. The divisor is
    /// not zero.
    pub fn divide(self, divisor: u128) -> Option<(u128, u128)> {
        if self.high == 0 {
            return Some((self.low / divisor, self.low % divisor));
        }
        if self.high >= divisor {
            return None;
        }
        // Long division in digits of 64 bits (Knuth, The Art of Computer Programming, 4.3.1 D). The
        // divisor is shifted so that its top bit is set; then an estimated digit is at most two too
        // large.
        let shift = divisor.leading_zeros();
        let divisor = divisor << shift;
        // `shift` can be 0, for which a shift by 128 bits would be invalid.
        let carried = (self.low >> 1) >> (127 - shift);
        let (high, low) = (self.high << shift | carried, self.low << shift);
        let (upper, rest) = digit(high, low >> DIGIT_BITS, divisor);
        let (lower, rest) = digit(rest, low & DIGIT_MASK, divisor);
        Some((upper << DIGIT_BITS | lower, rest >> shift))
    }
}

/// One digit of a long division, and the remainder: `rest` and the next digit of the dividend by a
/// divisor whose top bit is set and that is above `rest`.
fn digit(rest: u128, next: u128, divisor: u128) -> (u128, u128) {
    let (divisor_high, divisor_low) = (divisor >> DIGIT_BITS, divisor & DIGIT_MASK);
    let mut estimate = rest / divisor_high;
    let mut over = rest % divisor_high;
    while estimate > DIGIT_MASK || estimate * divisor_low > (over << DIGIT_BITS | next) {
        estimate -= 1;
        over += divisor_high;
        if over > DIGIT_MASK {
            break;
        }
    }
    // The true remainder fits, so that arithmetic modulo 2^128 gives it.
    let dividend = (rest << DIGIT_BITS).wrapping_add(next);
    (estimate, dividend.wrapping_sub(estimate.wrapping_mul(divisor)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Bit by bit, from the highest: the definition of a division.
    fn divide_by_bits(dividend: Product, divisor: u128) -> Option<(u128, u128)> {
        if dividend.high >= divisor {
            return None;
        }
        let (mut quotient, mut rest) = (0_u128, dividend.high);
        for bit in (0..128).rev() {
            let carry = rest >> 127 != 0;
            rest = rest << 1 | dividend.low >> bit & 1;
            let fits = carry || rest >= divisor;
            if fits {
                rest = rest.wrapping_sub(divisor);
            }
            quotient = quotient << 1 | u128::from(fits);
        }
        Some((quotient, rest))
    }

    fn bits() -> impl Strategy<Value = u128> {
        (any::<u128>(), 0..128_u32, any::<bool>()).prop_map(|(bits, shift, ones)| {
            let bits = if ones { u128::MAX - (bits >> 120) } else { bits };
            bits >> shift
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn division_is_as_defined(high in bits(), low in bits(), divisor in bits()) {
            prop_assume!(divisor > 0);
            let dividend = Product { high, low };
            prop_assert_eq!(dividend.divide(divisor), divide_by_bits(dividend, divisor));
        }

        #[test]
        fn a_product_divides_into_its_factors(a in bits(), b in bits(), c in bits()) {
            prop_assume!(a > 0 && b > 0);
            let product = Product::of(a, b);
            prop_assert_eq!(product.low, a.wrapping_mul(b));
            prop_assert_eq!(product.divide(b), Some((a, 0)));
            let longer = product.times(c);
            prop_assert_eq!(longer.is_some_and(|x| x >= product), c > 0 && longer.is_some());
        }
    }
}
