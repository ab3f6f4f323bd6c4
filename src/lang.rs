//! The two languages everything an analyst or leader reads exists in, and the one catalogue of its texts.
//!
//! The texts stand in `i18n/vi/chibo.ftl` and `i18n/en/chibo.ftl` in the syntax of Project Fluent. A message that is
//! not in the Vietnamese catalogue, or whose arguments are not those named there, does not compile; a test holds the
//! English catalogue to the Vietnamese one.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::LazyLock;

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use i18n_embed::{I18nAssets, LanguageLoader};

/// Language of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

/// A message of the catalogue: `t!(lang, "rank-of", rank = 3, cells)`; arguments are shown as `Display` shows them.
macro_rules! t {
    ($lang:expr, $id:tt $(,)?) => {
        i18n_embed_fl::fl!($crate::lang::catalogue($lang), $id)
    };
    ($lang:expr, $id:tt $(, $name:ident $(= $value:expr)?)+ $(,)?) => {{
        #[expect(clippy::disallowed_types, reason = "a map of arguments by name; its order reaches no text")]
        let text = i18n_embed_fl::fl!(
            $crate::lang::catalogue($lang),
            $id
            $(, $name = $crate::lang::shown($crate::lang::argument!($name $(= $value)?)))+
        );
        text
    }};
}
/// An argument by its name, or by the variable of that name.
macro_rules! argument {
    ($name:ident) => {
        &$name
    };
    ($name:ident = $value:expr) => {
        &$value
    };
}
pub(crate) use {argument, t};

/// The catalogues as they are built in.
struct BuiltIn;

const FILES: [(&str, &str); 2] =
    [("vi/chibo.ftl", include_str!("../i18n/vi/chibo.ftl")), ("en/chibo.ftl", include_str!("../i18n/en/chibo.ftl"))];

impl I18nAssets for BuiltIn {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        FILES.iter().filter(|(file, _)| *file == path).map(|(_, text)| Cow::Borrowed(text.as_bytes())).collect()
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(FILES.iter().map(|(file, _)| (*file).to_owned()))
    }
}

/// The texts of a language.
pub(crate) fn catalogue(lang: Lang) -> &'static FluentLanguageLoader {
    static CATALOGUES: LazyLock<[FluentLanguageLoader; 2]> = LazyLock::new(|| [Lang::Vi, Lang::En].map(loaded));
    let [vi, en] = &*CATALOGUES;
    lang.pick(vi, en)
}

fn loaded(lang: Lang) -> FluentLanguageLoader {
    let language: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new("chibo", language.clone());
    // Both files are built in, so this cannot fail; a test looks at every message.
    let _ = loader.load_languages(&BuiltIn, &[language]);
    // Both languages are written left to right; marks of direction would only reach cells and file names.
    loader.set_use_isolating(false);
    loader
}

/// An argument of a message, as text.
pub(crate) fn shown(value: &(impl Display + ?Sized)) -> String {
    value.to_string()
}

impl Lang {
    /// Its code in BCP 47.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// What belongs to this language; texts stand in the catalogue.
    #[must_use]
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// A count with thousands set apart: `3.368` or `3,368`.
    #[must_use]
    pub fn count(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = if number < 0 { String::from("-") } else { String::new() };
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                text.push(self.pick('.', ','));
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Names of arguments of each message and of its attributes.
    fn arguments(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut message = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            if !line.starts_with(' ') {
                line.split(" =").next().unwrap().clone_into(&mut message);
                assert!(found.insert(message.clone(), BTreeSet::new()).is_none(), "{message} stands twice");
            } else if let Some((attribute, _)) = line.trim().strip_prefix('.').and_then(|it| it.split_once(" = ")) {
                found.get_mut(&message).unwrap().insert(format!(".{attribute}"));
            }
            let names = line.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned());
            found.get_mut(&message).unwrap().extend(names);
        }
        found
    }

    #[test]
    fn both_catalogues_have_the_same_messages_with_the_same_arguments() {
        let [vi, en] = FILES.map(|(_, text)| arguments(text));
        assert!(vi.len() > 700);
        assert_eq!(vi, en);
    }

    #[test]
    fn the_catalogues_are_read_whole() {
        for lang in [Lang::Vi, Lang::En] {
            let (_, text) = FILES[lang.pick(0, 1)];
            let missing: Vec<String> =
                arguments(text).into_keys().filter(|message| !catalogue(lang).has(message)).collect();
            assert_eq!(missing, Vec::<String>::new());
        }
    }

    /// The whole text of each message and attribute, its arguments without their names.
    fn texts(catalogue: &str) -> BTreeMap<String, String> {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        let (mut message, mut id) = (String::new(), String::new());
        for line in catalogue.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (name, rest) = line.trim().split_once(" =").unwrap_or_default();
            let is_message = !line.starts_with(' ');
            let is_attribute = !is_message && name.starts_with('.');
            if is_message {
                name.clone_into(&mut message);
                id.clone_from(&message);
            } else if is_attribute {
                id = format!("{message}{name}");
            }
            let mut parts = if is_message || is_attribute { rest } else { line }.trim().split("{ $");
            let text = found.entry(id.clone()).or_default();
            text.push_str(parts.next().unwrap());
            for part in parts {
                text.push_str("{ $ }");
                text.push_str(part.split_once(" }").unwrap().1);
            }
            text.push('\n');
        }
        found
    }

    #[test]
    fn no_text_stands_twice_in_the_catalogues() {
        let [vi, en] = FILES.map(|(_, text)| texts(text));
        assert!(vi.contains_key("finding-file-lock.hint") && vi["flags-heading"].contains("DẤU HIỆU"));
        let mut seen = BTreeMap::new();
        for (id, text) in &vi {
            assert_eq!(seen.insert((text, &en[id]), id), None, "{id}");
        }
    }

    #[test]
    fn counts_have_their_thousands_apart() {
        let counts = [0, 999, 3_368, 1_234_567, -1_000, -368].map(|number| Lang::Vi.count(number));
        assert_eq!(counts, ["0", "999", "3.368", "1.234.567", "-1.000", "-368"]);
        assert_eq!(Lang::En.count(1_234_567), "1,234,567");
    }

    #[test]
    fn arguments_are_put_in_as_they_are() {
        assert_eq!(t!(Lang::En, "from-start-to-end", start = "{ $end }", end = 3), "{ $end } to 3");
    }
}
