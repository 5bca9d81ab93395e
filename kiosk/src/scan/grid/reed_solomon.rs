//! Correction of errors and erasures in a block of codewords (ISO/IEC 18004, 8.5): GF(256) by
//! x⁸ + x⁴ + x³ + x² + 1, roots of the generator from α⁰.
//!
//! rxing corrects errors alone. An erasure, a codeword of which nothing is known but its place, costs half as much as
//! an error; so twice as much may be hidden by a crack or by glare.

use std::sync::LazyLock;

struct Field {
    power: [u8; 512],
    log: [u8; 256],
}

static FIELD: LazyLock<Field> = LazyLock::new(|| {
    let (mut power, mut log) = ([0; 512], [0; 256]);
    let mut value = 1u16;
    for exponent in 0..255u8 {
        power[usize::from(exponent)] = value as u8;
        power[usize::from(exponent) + 255] = value as u8;
        log[usize::from(value)] = exponent;
        value <<= 1;
        if value > 255 {
            value ^= 0x11d;
        }
    }
    Field { power, log }
});

impl Field {
    fn times(&self, a: u8, b: u8) -> u8 {
        if a == 0 || b == 0 { 0 } else { self.power[self.exponent(a) + self.exponent(b)] }
    }

    fn over(&self, a: u8, b: u8) -> u8 {
        if a == 0 { 0 } else { self.power[self.exponent(a) + 255 - self.exponent(b)] }
    }

    fn exponent(&self, a: u8) -> usize {
        usize::from(self.log[usize::from(a)])
    }

    /// The value of a polynomial, lowest coefficient first, at α^exponent.
    fn value(&self, polynomial: &[u8], exponent: usize) -> u8 {
        let at = self.power[exponent % 255];
        polynomial.iter().rev().fold(0, |sum, coefficient| self.times(sum, at) ^ coefficient)
    }
}

/// Corrects a block of which the last `checks` codewords are for correction; `erased` are places of no worth.
/// `false` if it cannot be corrected: the block is then of no use.
pub(super) fn correct(block: &mut [u8], checks: usize, erased: &[usize]) -> bool {
    let field = &*FIELD;
    if erased.len() > checks || block.len() > 255 || checks == 0 {
        return false;
    }
    let syndromes = syndromes(block, checks);
    if syndromes.iter().all(|syndrome| *syndrome == 0) {
        return true;
    }
    let length = block.len();
    let Some(locator) = locator(&syndromes, length, erased) else { return false };
    // What is wrong where: Chien's search, then Forney's rule.
    let degree = locator.iter().rposition(|coefficient| *coefficient != 0).unwrap_or(0);
    let mut evaluator = vec![0; checks];
    for (at, sum) in evaluator.iter_mut().enumerate() {
        for (power, coefficient) in locator.iter().enumerate().take(at + 1) {
            *sum ^= field.times(*coefficient, syndromes[at - power]);
        }
    }
    let derivative: Vec<u8> = locator
        .iter()
        .enumerate()
        .skip(1)
        .map(|(power, value)| if power % 2 == 1 { *value } else { 0 })
        .collect();
    let mut found = 0;
    for (at, codeword) in block.iter_mut().enumerate() {
        let exponent = length - 1 - at;
        let inverse = (255 - exponent) % 255;
        if field.value(&locator, inverse) != 0 {
            continue;
        }
        let slope = field.value(&derivative, inverse);
        if slope == 0 {
            return false;
        }
        found += 1;
        let value = field.times(field.power[exponent], field.value(&evaluator, inverse));
        *codeword ^= field.over(value, slope);
    }
    found == degree && self::syndromes(block, checks).iter().all(|syndrome| *syndrome == 0)
}

/// The block as a polynomial, its first codeword highest, at the generator's roots.
fn syndromes(block: &[u8], checks: usize) -> Vec<u8> {
    let field = &*FIELD;
    let at = |exponent: usize| {
        let root = field.power[exponent];
        block.iter().fold(0, |sum, codeword| field.times(sum, root) ^ codeword)
    };
    (0..checks).map(at).collect()
}

/// The polynomial whose roots are the places of errors and erasures, by Berlekamp and Massey begun with the
/// erasures (R. Blahut, Theory and practice of error control codes, 1983); `None` if there are too many.
fn locator(syndromes: &[u8], length: usize, erased: &[usize]) -> Option<Vec<u8>> {
    let field = &*FIELD;
    let checks = syndromes.len();
    let mut locator = vec![0; checks + 1];
    locator[0] = 1;
    for (count, place) in erased.iter().enumerate() {
        let root = field.power[length - 1 - place];
        for power in (1..=count + 1).rev() {
            locator[power] ^= field.times(locator[power - 1], root);
        }
    }
    let mut spare = locator.clone();
    let mut errors = erased.len();
    for round in erased.len() + 1..=checks {
        let difference =
            (0..round).fold(0, |sum, power| sum ^ field.times(locator[power], syndromes[round - 1 - power]));
        spare.rotate_right(1);
        spare[0] = 0;
        if difference == 0 {
            continue;
        }
        let before = locator.clone();
        for (value, spare) in locator.iter_mut().zip(&spare) {
            *value ^= field.times(difference, *spare);
        }
        if 2 * errors < round + erased.len() {
            errors = round + erased.len() - errors;
            spare = before.iter().map(|value| field.over(*value, difference)).collect();
        }
    }
    let degree = locator.iter().rposition(|coefficient| *coefficient != 0)?;
    (degree == errors && 2 * errors <= checks + erased.len()).then_some(locator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rxing::common::reedsolomon::{PredefinedGenericGF, ReedSolomonEncoder};

    /// A block by rxing's encoder.
    fn block(length: usize, checks: usize) -> Vec<u8> {
        let mut words: Vec<i32> = (0..length).map(|at| (at as i32 * 37 + 11) % 256).collect();
        ReedSolomonEncoder::new(PredefinedGenericGF::QrCodeField256.into())
            .unwrap()
            .encode(&mut words, checks)
            .unwrap();
        words.into_iter().map(|word| word as u8).collect()
    }

    #[test]
    fn errors_count_twice_and_erasures_once() {
        for (length, checks) in [(26, 10), (67, 24), (44, 18), (255, 30)] {
            let whole = block(length, checks);
            for erased in 0..=checks {
                let errors = (checks - erased) / 2;
                let places: Vec<usize> = (0..erased + errors).map(|at| at * 7 % length).collect();
                if places.iter().collect::<std::collections::HashSet<_>>().len() < places.len() {
                    continue;
                }
                let mut read = whole.clone();
                places.iter().for_each(|place| read[*place] ^= 0x55);
                assert!(correct(&mut read, checks, &places[..erased]), "{length} {checks} {erased}");
                assert_eq!(read, whole);
            }
        }
    }

    #[test]
    fn too_much_is_said_to_be_too_much() {
        let whole = block(67, 24);
        for errors in 13..20 {
            let mut read = whole.clone();
            (0..errors).for_each(|at| read[at * 3] ^= at as u8 * 9 + 1);
            assert!(!correct(&mut read, 24, &[]), "{errors}");
        }
        assert!(!correct(&mut whole.clone(), 24, &[0; 25]));
        assert!(!correct(&mut [], 0, &[]));
    }
}
