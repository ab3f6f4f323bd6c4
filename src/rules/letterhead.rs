//! `pipelines/letterhead.toml`: whose document a printed sheet is, and who signs it (HD 36-HD/VPTW, HD 05-HD/VPTW).

use serde::Deserialize;

/// Longest text of a line, in characters: what is printed at the head of a page.
const LONGEST: usize = 80;

/// Letterhead and signatures. Empty texts stand for the default, which the report knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letterhead {
    /// Superior organ; empty = the register's topmost organisation.
    pub superior: String,
    /// Issuing organ; empty = the Organization Committee.
    pub issuer: String,
    /// What follows the document's number, like `BC/BTC`; empty = no line for a number.
    pub symbol: String,
    /// Place before the date; empty = left open.
    pub place: String,
    /// Signatures.
    pub signature: Signature,
    /// To whom it goes.
    pub recipients: Recipients,
}

/// The block of signatures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Whether who prepared the sheet signs too, at the left.
    pub prepared_by: bool,
    /// Line above the title, like `T/M BAN THƯỜNG VỤ`; empty = none.
    pub on_behalf_of: String,
    /// The signer's title; empty = head of the Organization Committee.
    pub title: String,
    /// The signer's name; empty = left open.
    pub name: String,
}

/// To whom a document goes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipients {
    /// In order.
    pub names: Vec<String>,
}

impl Letterhead {
    /// What is wrong with it.
    pub(super) fn problems(&self) -> Vec<String> {
        let signature = &self.signature;
        let mut lines = vec![
            ("superior", &self.superior),
            ("issuer", &self.issuer),
            ("symbol", &self.symbol),
            ("place", &self.place),
            ("signature.on_behalf_of", &signature.on_behalf_of),
            ("signature.title", &signature.title),
            ("signature.name", &signature.name),
        ];
        lines.extend(self.recipients.names.iter().map(|name| ("recipients.names", name)));
        let fits = |text: &str| text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
        lines.retain(|(_, text)| !fits(text));
        lines
            .into_iter()
            .map(|(key, text)| {
                format!("{key} = {text:?}: ≤ {LONGEST} ký tự, một dòng / ≤ {LONGEST} characters, one line")
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_a_page() {
        let mut letterhead: Letterhead = toml::from_str(include_str!("../../pipelines/letterhead.toml")).unwrap();
        assert_eq!(letterhead.problems(), Vec::<String>::new());
        letterhead.place = "Lai\nChâu".to_owned();
        letterhead.recipients.names.push("x".repeat(LONGEST + 1));
        let problems = letterhead.problems();
        assert!(problems[0].starts_with("place") && problems[1].starts_with("recipients"), "{problems:?}");
    }
}
