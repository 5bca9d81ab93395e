//! What stands behind: a lobby with doors, lamps, counters, notices and people.

use super::SIZE;
use super::curves::mix;
use super::dice::Dice;
use super::letters;
use super::light::Light;

/// A lobby by chance, out of the lens's focus.
pub fn lobby(dice: &mut Dice) -> Light {
    let (width, height) = (SIZE.0 as usize, SIZE.1 as usize);
    let mut light = Light::new(width, height, 0.0);
    let (upper, lower) = (dice.between(0.02, 0.45), dice.between(0.02, 0.35));
    for y in 0..height {
        let value = mix(upper, lower, y as f32 / height as f32);
        light.row(y).fill(value);
    }
    furniture(&mut light, dice);
    for _ in 0..dice.below(3) {
        person(&mut light, dice);
    }
    // What is nearer to the code's distance is sharper.
    let reach = 1 + dice.below(4);
    light.spread(reach);
    light.spread(reach);
    light
}

fn furniture(light: &mut Light, dice: &mut Dice) {
    let (width, height) = (light.width as f32, light.height as f32);
    for _ in 0..10 + dice.below(14) {
        let (left, top) = (dice.between(-0.1, 1.0) * width, dice.between(-0.1, 0.95) * height);
        let (right, bottom) = (left + dice.between(20.0, 320.0), top + dice.between(20.0, 260.0));
        let shade = dice.between(0.01, 0.7);
        let value = shade * shade;
        match dice.below(8) {
            // Doors, walls, cupboards, counters.
            0..4 => light.fill(left, top, right, bottom, value),
            // Frames: windows, pictures, rails.
            4 | 5 => {
                let thick = dice.between(3.0, 12.0);
                let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
                light.stroke(&corners, thick, value);
            }
            // A pole or a cable.
            6 => {
                let slope = dice.between(-120.0, 120.0);
                light.stroke(&[(left, 0.0), (left + slope, height)], dice.between(3.0, 14.0), value);
            }
            _ => lamp_or_notice(light, dice, [left, top, right, bottom]),
        }
    }
}

fn lamp_or_notice(light: &mut Light, dice: &mut Dice, area: [f32; 4]) {
    let [left, top, right, bottom] = area;
    if dice.chance(0.5) {
        light.fill(left, top, left + (right - left) * 0.6, top + (bottom - top) * 0.4, 0.95);
        return;
    }
    light.fill(left, top, right, bottom, 0.6);
    let height = dice.between(7.0, 12.0);
    letters::block(light, dice, [left + 8.0, top + 8.0, right - 8.0, bottom - 8.0], height, 0.08);
}

fn person(light: &mut Light, dice: &mut Dice) {
    let (x, size) = (dice.between(0.0, 1.0) * light.width as f32, dice.between(60.0, 150.0));
    let y = dice.between(0.35, 0.75) * light.height as f32;
    let (clothes, skin) = (dice.between(0.01, 0.35), dice.between(0.06, 0.4));
    light.ellipse((x, y + size * 2.6), (size * 1.1, size * 2.0), clothes);
    light.ellipse((x, y), (size * 0.55, size * 0.7), skin);
    // Hair, eyes and a mouth: dark spots where decoders may look for a code.
    light.ellipse((x, y - size * 0.5), (size * 0.5, size * 0.28), skin * 0.25);
    for side in [-1.0, 1.0] {
        light.ellipse((x + side * size * 0.2, y - size * 0.05), (size * 0.08, size * 0.05), skin * 0.2);
    }
    light.ellipse((x, y + size * 0.35), (size * 0.18, size * 0.05), skin * 0.5);
}
