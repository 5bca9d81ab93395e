//! From weighed modules to the text: the format, the codewords with how sure each is, the correction with what is
//! least sure left out; the last step is rxing's, on the corrected code.

use super::reed_solomon;
use super::weigh::Modules;
use rxing::common::BitMatrix;
use rxing::qrcode::common::{ErrorCorrectionLevel, FORMAT_INFO_DECODE_LOOKUP, Version};
use rxing::qrcode::cpp_port::decoder::Decode;

/// How much of the light that spills over from the neighbours is taken away, and whether the limit between dark and
/// light follows the modules around.
const TRIES: [(f32, bool); 6] =
    [(0.0, false), (0.5, false), (0.0, true), (0.5, true), (1.0, false), (1.0, true)];

/// How far around a module the limit between dark and light is looked for.
const REACH: usize = 4;

/// So many codewords of a block's correction are never spent on erasures: they prove the rest. A block of noise
/// passes them once in fifty thousand times, and the signature is still to come.
const PROOF: usize = 8;

/// Reads the text; `None` if too much is wrong.
pub(super) fn read(modules: &Modules, version: &Version) -> Option<String> {
    let function = version.buildFunctionPattern().ok()?;
    let places = data_places(&function, modules.side);
    TRIES.iter().find_map(|(sharpening, level)| {
        let mut tried = if *sharpening > 0.0 { modules.sharpened(*sharpening) } else { modules.clone() };
        if *level {
            tried = tried.levelled(REACH);
        }
        corrected(&tried, version, &places)
    })
}

/// The modules that carry codewords, in their order: in pairs of columns from the right, up and down in turns.
fn data_places(function: &BitMatrix, side: usize) -> Vec<(usize, usize)> {
    // The dotted column at 6 is no part of a pair.
    let pairs = (7..side).rev().step_by(2).chain([5, 3, 1]);
    let mut places = Vec::with_capacity(side * side);
    for (turn, right) in pairs.enumerate() {
        for row in 0..side {
            let y = if turn % 2 == 0 { side - 1 - row } else { row };
            let free = [right, right - 1].into_iter().filter(|x| !function.get(*x as u32, y as u32));
            places.extend(free.map(|x| (x, y)));
        }
    }
    places
}

/// Where the fifteen modules of the format lie, highest first, twice.
fn format_places(side: usize) -> [[(usize, usize); 15]; 2] {
    let first = [(0, 8), (1, 8), (2, 8), (3, 8), (4, 8), (5, 8), (7, 8), (8, 8), (8, 7)];
    let up = (0..6).rev().map(|y| (8, y));
    let mut one = first.into_iter().chain(up);
    let mut other = (0..7).map(|down| (8, side - 1 - down)).chain((0..8).map(|right| (side - 8 + right, 8)));
    let fifteen = |places: &mut dyn Iterator<Item = (usize, usize)>| {
        std::array::from_fn(|_| places.next().expect("fifteen modules"))
    };
    [fifteen(&mut one), fifteen(&mut other)]
}

/// Whether a mask turns a module around (ISO/IEC 18004, table 10).
fn is_masked(mask: u32, (x, y): (usize, usize)) -> bool {
    let zero = match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (y / 2 + x / 3) % 2,
        5 => (x * y) % 2 + (x * y) % 3,
        6 => ((x * y) % 2 + (x * y) % 3) % 2,
        _ => ((x + y) % 2 + (x * y) % 3) % 2,
    };
    zero == 0
}

/// A codeword and how sure its least sure bit is.
#[derive(Debug, Clone, Copy)]
struct Codeword {
    value: u8,
    sure: f32,
}

fn corrected(modules: &Modules, version: &Version, places: &[(usize, usize)]) -> Option<String> {
    let (pattern, level, mask) = format(modules)?;
    let codeword = |eight: &[(usize, usize)]| {
        let mut read = Codeword { value: 0, sure: f32::MAX };
        for place in eight {
            let weight = modules.at(place.0, place.1);
            let dark = (weight > 0.0) != is_masked(mask, *place);
            read = Codeword { value: read.value << 1 | u8::from(dark), sure: read.sure.min(weight.abs()) };
        }
        read
    };
    let stream: Vec<Codeword> = places.chunks_exact(8).map(codeword).collect();
    let layout = Layout::of(version, level);
    let mut values = vec![0; stream.len()];
    for block in &layout.blocks {
        let read: Vec<Codeword> = block.iter().map(|at| stream.get(*at).copied()).collect::<Option<_>>()?;
        let right = corrected_block(&read, layout.checks)?;
        block.iter().zip(right).for_each(|(at, value)| values[*at] = value);
    }
    // The code as it was meant, for the last step.
    let side = u32::try_from(modules.side).ok()?;
    let mut meant = BitMatrix::new(side, side).ok()?;
    let function = modules.weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
    function.for_each(|(at, _)| meant.set((at % modules.side) as u32, (at / modules.side) as u32));
    let mut put = |(x, y): (usize, usize), dark: bool| {
        let (x, y) = (x as u32, y as u32);
        if meant.get(x, y) != dark {
            meant.flip_coords(x, y);
        }
    };
    for (eight, value) in places.chunks_exact(8).zip(&values) {
        for (bit, place) in eight.iter().enumerate() {
            put(*place, (value >> (7 - bit) & 1 == 1) != is_masked(mask, *place));
        }
    }
    for fifteen in format_places(modules.side) {
        for (bit, place) in fifteen.into_iter().enumerate() {
            put(place, pattern >> (14 - bit) & 1 == 1);
        }
    }
    let decoded = Decode(&meant).ok()?;
    decoded.isValid().then(|| decoded.text())
}

/// The format whose modules agree best, twice fifteen weighed together: its modules, the level of correction, the
/// mask.
fn format(modules: &Modules) -> Option<(u32, ErrorCorrectionLevel, u32)> {
    let places = format_places(modules.side);
    let agreement = |pattern: u32| -> f32 {
        let signed = |(bit, (x, y)): (usize, &(usize, usize))| {
            // No single module may decide alone.
            let weight = modules.at(*x, *y).clamp(-60.0, 60.0);
            if pattern >> (14 - bit) & 1 == 1 { weight } else { -weight }
        };
        places.iter().flat_map(|fifteen| fifteen.iter().enumerate().map(signed)).sum()
    };
    let all =
        FORMAT_INFO_DECODE_LOOKUP.iter().map(|[pattern, format]| (agreement(*pattern), *pattern, *format));
    let (_, pattern, format) = all.max_by(|one, other| one.0.total_cmp(&other.0))?;
    let level = ErrorCorrectionLevel::forBits((format >> 3 & 3) as u8).ok()?;
    Some((pattern, level, format & 7))
}

/// Which codewords of the stream make up each block.
struct Layout {
    blocks: Vec<Vec<usize>>,
    /// Codewords for correction at the end of each block.
    checks: usize,
}

impl Layout {
    fn of(version: &Version, level: ErrorCorrectionLevel) -> Self {
        let table = version.getECBlocksForLevel(level);
        let checks = table.getECCodewordsPerBlock() as usize;
        let data: Vec<usize> = table
            .getECBlocks()
            .iter()
            .flat_map(|kind| (0..kind.getCount()).map(|_| kind.getDataCodewords() as usize))
            .collect();
        let mut blocks = vec![Vec::new(); data.len()];
        let mut next = 0;
        let mut deal = |block: &mut Vec<usize>| {
            block.push(next);
            next += 1;
        };
        // The first codeword of each block, then the second of each, …; longer blocks end later.
        for turn in 0..data.iter().copied().max().unwrap_or(0) {
            blocks.iter_mut().zip(&data).filter(|(_, data)| turn < **data).for_each(|(block, _)| deal(block));
        }
        for _ in 0..checks {
            blocks.iter_mut().for_each(&mut deal);
        }
        Self { blocks, checks }
    }
}

/// Corrects as it is, then with ever more of the least sure codewords left out.
fn corrected_block(read: &[Codeword], checks: usize) -> Option<Vec<u8>> {
    let mut by_doubt: Vec<usize> = (0..read.len()).collect();
    by_doubt.sort_by(|one, other| read[*one].sure.total_cmp(&read[*other].sure));
    let most = checks.saturating_sub(PROOF);
    [0, most / 2, most].into_iter().find_map(|erased| {
        let mut block: Vec<u8> = read.iter().map(|codeword| codeword.value).collect();
        reed_solomon::correct(&mut block, checks, &by_doubt[..erased]).then_some(block)
    })
}
