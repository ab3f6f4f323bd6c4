//! Names of files made from texts that may hold anything: one part of a path, lawful on every system, never too long.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Most bytes of a name before its ending: file systems allow 255 in all, Windows some 260 characters of a whole path.
const LONGEST: usize = 150;

/// A name without ending from any text: no separators, no control characters, no leading dot, none of the names
/// Windows keeps for devices.
#[must_use]
pub fn stem(text: &str) -> String {
    let clean = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        other if other.is_control() || is_invisible(other) => '_',
        other => other,
    };
    let text: String = text.nfc().map(clean).collect();
    let mut short = String::new();
    for letter in text.trim_start_matches(['.', ' ']).chars() {
        if short.len() + letter.len_utf8() > LONGEST {
            short.push('…');
            break;
        }
        short.push(letter);
    }
    let kept = short.trim_end_matches(['.', ' ']);
    let first = kept.split('.').next().unwrap_or_default().trim().to_uppercase();
    let device = matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || ["COM", "LPT"].iter().any(|port| first.strip_prefix(port).is_some_and(|rest| rest.chars().count() == 1));
    if kept.is_empty() || device { format!("_{kept}") } else { kept.to_owned() }
}

/// Marks that turn the direction of text or do not show: a name could look like another.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Names already given, as systems that ignore case compare them.
#[derive(Debug, Default)]
pub struct Given {
    names: BTreeSet<String>,
}

impl Given {
    /// The name, with a number behind it if it has been given before.
    pub fn unique(&mut self, stem: &str) -> String {
        let mut name = stem.to_owned();
        let mut number = 1;
        while !self.names.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{stem} ({number})");
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_lawful_part_of_a_path() {
        for (text, name) in [
            ("LC.01 - T4", "LC.01 - T4"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("..", "_"),
            ("", "_"),
            ("a\u{0}b\nc", "a_b_c"),
            ("C:\\x<y>|z?", "C__x_y__z_"),
            ("nul", "_nul"),
            ("Com1.T2", "_Com1.T2"),
            ("lpt10", "lpt10"),
            (" .ẩn. ", "ẩn"),
            ("a\u{202e}xslx", "a_xslx"),
        ] {
            assert_eq!(stem(text), name, "{text:?}");
        }
        let long = stem(&"Đảng ủy ".repeat(100));
        assert!(long.len() <= LONGEST + 3 && long.ends_with('…'), "{long}");
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut given = Given::default();
        assert_eq!(["a", "A", "b", "a"].map(|name| given.unique(name)), ["a", "A (2)", "b", "a (3)"]);
    }
}
