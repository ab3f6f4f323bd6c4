//! Colours that stand together are told apart by those who see no red or no green as well.

use super::Colour;

/// What is left of red, green and blue light for eyes without red, without green and without blue cones, and for all
/// others: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color
/// vision deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291–1298, severity 1.
const EYES: [[[f64; 3]; 3]; 4] = [
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
];

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(one, other)| one * other).sum())
}

/// Light of the three colours, from 0 to 1.
fn light(rgb: u32) -> [f64; 3] {
    [16, 8, 0].map(|shift| {
        let part = f64::from((rgb >> shift) & 0xFF) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// CIELAB of light, under D65.
fn lab(light: [f64; 3]) -> [f64; 3] {
    let xyz = times(
        [[0.412_456, 0.357_576, 0.180_437], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]],
        light,
    );
    let seen = |part: f64| if part > 216.0 / 24389.0 { part.cbrt() } else { (24389.0 / 27.0 * part + 16.0) / 116.0 };
    let [x, y, z] = [xyz[0] / 0.950_47, xyz[1], xyz[2] / 1.088_83].map(seen);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The least distance of two colours to any eyes.
fn distance(one: u32, other: u32) -> f64 {
    let seen = |rgb, eyes| lab(times(eyes, light(rgb)).map(|part: f64| part.clamp(0.0, 1.0)));
    let to = |eyes| {
        let squares = seen(one, eyes).into_iter().zip(seen(other, eyes)).map(|(one, other)| (one - other).powi(2));
        squares.sum::<f64>().sqrt()
    };
    EYES.into_iter().map(to).fold(f64::MAX, f64::min)
}

fn least(colours: &[Colour]) -> f64 {
    let pairs = colours.iter().enumerate().flat_map(|(at, one)| colours[..at].iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| distance(one.rgb(), other.rgb())).fold(f64::MAX, f64::min)
}

#[test]
fn distances_are_those_of_the_colour_space() {
    // Black and white lie 100 apart to any eyes.
    assert!((distance(0, 0xFF_FFFF) - 100.0).abs() < 0.1);
    // A red and a green of one brightness are near each other to eyes without green cones.
    assert!(distance(0xC0_5050, 0x80_7A20) < 20.0);
}

#[test]
fn colours_of_one_chart_are_told_apart_by_any_eyes() {
    use Colour::{DarkGrey, Gold, Mist, Night, Sea, Sky, Vermilion};
    let grades = [Sky, Mist, Gold, Vermilion];
    let quarters = [Mist, Sky, Sea, Night];
    let lines = [Sea, Vermilion, DarkGrey];
    let ranks = [Sky, Night];
    for chart in [&grades[..], &quarters, &lines, &ranks] {
        assert!(least(chart) >= 20.0, "{chart:?}: {}", least(chart));
    }
}

#[test]
fn marks_are_told_from_each_other_and_from_paper() {
    assert!(least(&[Colour::RedMark, Colour::AmberMark]) >= 15.0);
    for mark in [Colour::RedMark, Colour::AccentSoft, Colour::Accent] {
        assert!(distance(mark.rgb(), Colour::White.rgb()) >= 14.0, "{mark:?}");
    }
}
