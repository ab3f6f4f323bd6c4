//! The little of XML that the parts of a workbook need: a reader whose tokens borrow from the text. It is ours for
//! speed, since most of the time a small workbook takes goes here; what quick-xml does besides is of no use to us.

use std::borrow::Cow;

use quick_xml::escape::unescape;

use super::broken;
use crate::intake::workbook::Unreadable;

/// What comes next in a text.
pub(in crate::intake) enum Event<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element begins and ends.
    Empty(Tag<'a>),
    /// The element of this name, without its prefix, ends.
    End(&'a str),
    /// Text, as written.
    Text(&'a str),
    /// Text in which nothing is escaped.
    Data(&'a str),
    /// The text is over, and all its elements have ended.
    Eof,
}

/// The tag an element begins with.
pub(in crate::intake) struct Tag<'a> {
    /// Name without its prefix.
    pub(in crate::intake) name: &'a str,
    attributes: &'a str,
}

/// A reader of a text.
pub(in crate::intake) struct Xml<'a> {
    rest: &'a str,
    /// The names of the elements that have not ended.
    open: Vec<&'a str>,
}

impl<'a> Xml<'a> {
    /// A reader of a part's text.
    pub(in crate::intake) fn new(text: &'a str) -> Self {
        Self { rest: text.trim_start_matches('\u{FEFF}'), open: Vec::new() }
    }

    /// What comes next. Comments and instructions are passed over; parts of a workbook have no document type.
    pub(in crate::intake) fn next(&mut self) -> Result<Event<'a>, Unreadable> {
        loop {
            match self.rest.as_bytes() {
                [] if self.open.is_empty() => return Ok(Event::Eof),
                [] => return Err(cut_short()),
                [b'<', b'/', ..] => return self.end(),
                [b'<', b'?', ..] => drop(self.take("<?", "?>")?),
                [b'<', b'!', b'-', b'-', ..] => drop(self.take("<!--", "-->")?),
                [b'<', b'!', ..] => return self.take("<![CDATA[", "]]>").map(Event::Data),
                [b'<', ..] => return self.start(),
                _ => {
                    let (text, rest) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
                    self.rest = rest;
                    return Ok(Event::Text(text));
                }
            }
        }
    }

    /// Goes past the end of the element that has just begun.
    pub(in crate::intake) fn skip(&mut self) -> Result<(), Unreadable> {
        let outside = self.open.len().saturating_sub(1);
        while self.open.len() > outside {
            self.next()?;
        }
        Ok(())
    }

    fn take(&mut self, before: &str, after: &str) -> Result<&'a str, Unreadable> {
        let inside = self.rest.strip_prefix(before).ok_or_else(|| broken("unknown markup"))?;
        let (inside, rest) = inside.split_once(after).ok_or_else(cut_short)?;
        self.rest = rest;
        Ok(inside)
    }

    fn start(&mut self) -> Result<Event<'a>, Unreadable> {
        let mut quote = None;
        let length = self.rest.bytes().position(|byte| {
            match quote {
                Some(open) if byte == open => quote = None,
                None if byte == b'>' => return true,
                None if byte == b'"' || byte == b'\'' => quote = Some(byte),
                _ => {}
            }
            false
        });
        let (tag, rest) = length
            .and_then(|length| Some((self.rest.get(1..length)?, self.rest.get(length + 1..)?)))
            .ok_or_else(cut_short)?;
        self.rest = rest;
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let named = tag.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at_checked(named).unwrap_or((tag, ""));
        let tag = Tag { name: local(name), attributes };
        if is_empty {
            return Ok(Event::Empty(tag));
        }
        self.open.push(name);
        Ok(Event::Start(tag))
    }

    fn end(&mut self) -> Result<Event<'a>, Unreadable> {
        let (tag, rest) = cut(self.rest, b'>').ok_or_else(cut_short)?;
        self.rest = rest;
        let name = tag.get(2..).unwrap_or_default().trim_ascii_end();
        if self.open.pop() == Some(name) {
            Ok(Event::End(local(name)))
        } else {
            Err(broken(format_args!("</{name}> ends nothing")))
        }
    }
}

/// The text ends before its elements do.
pub(in crate::intake) fn cut_short() -> Unreadable {
    broken("the XML is cut short")
}

/// Gives each attribute of a tag, its value as written (entities not resolved).
pub(in crate::intake) fn attributes<'a>(
    tag: &Tag<'a>,
    mut each: impl FnMut(&'a str, &'a str),
) -> Result<(), Unreadable> {
    let wrong = || broken("an attribute is malformed");
    let mut rest = tag.attributes.trim_ascii_start();
    while !rest.is_empty() {
        let (name, after) = cut(rest, b'=').ok_or_else(wrong)?;
        let after = after.trim_ascii_start();
        let quote = *after.as_bytes().first().filter(|quote| matches!(quote, b'"' | b'\'')).ok_or_else(wrong)?;
        let (value, after) = after.get(1..).and_then(|after| cut(after, quote)).ok_or_else(wrong)?;
        each(name.trim_ascii_end(), value);
        rest = after.trim_ascii_start();
    }
    Ok(())
}

fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let position = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..position)?, text.get(position + 1..)?))
}

/// The name without its prefix.
pub(in crate::intake) fn local(name: &str) -> &str {
    cut(name, b':').map_or(name, |(_, local)| local)
}

/// An attribute's value with its entities resolved.
pub(in crate::intake) fn resolved(value: &str) -> Result<String, Unreadable> {
    quick_xml::escape::unescape(value).map(std::borrow::Cow::into_owned).map_err(broken)
}

/// Whether an attribute says yes.
pub(in crate::intake) fn says_yes(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Appends the text of the element that has just begun, and goes past its end.
pub(in crate::intake) fn text_into(xml: &mut Xml<'_>, out: &mut String) -> Result<(), Unreadable> {
    let mut depth = 0_u32;
    loop {
        match xml.next()? {
            // A reference may stand for a line end that is meant; those of the file itself are all alike.
            Event::Text(text) if text.contains('&') => out.push_str(&unescape(&lines(text)).map_err(broken)?),
            Event::Text(text) | Event::Data(text) => out.push_str(&lines(text)),
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(cut_short()),
            Event::Empty(_) => {}
        }
    }
}

fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// Appends the text of a string item (`si` or `is`) that has just begun, all its runs, and goes past its end. How a
/// text is pronounced is no part of it.
pub(in crate::intake) fn runs_into(xml: &mut Xml<'_>, out: &mut String) -> Result<(), Unreadable> {
    let mut depth = 0_u32;
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.name {
                "t" => run_into(xml, &tag, out)?,
                "rPh" => {
                    xml.skip()?;
                }
                _ => depth += 1,
            },
            Event::End(_) if depth == 0 => return Ok(()),
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(cut_short()),
            _ => {}
        }
    }
}

fn run_into(xml: &mut Xml<'_>, tag: &Tag<'_>, out: &mut String) -> Result<(), Unreadable> {
    let mut keeps_space = false;
    attributes(tag, |name, value| keeps_space |= name == "xml:space" && value == "preserve")?;
    let from = out.len();
    text_into(xml, out)?;
    if !keeps_space {
        trim(out, from);
    }
    undo_escapes(out, from);
    Ok(())
}

/// Only the white space of XML goes; a non-breaking space is text.
fn trim(text: &mut String, from: usize) {
    let added = text.get(from..).unwrap_or_default();
    let kept = added.trim_matches([' ', '\t', '\r', '\n']);
    if kept.len() < added.len() {
        let kept = kept.to_owned();
        text.truncate(from);
        text.push_str(&kept);
    }
}

/// Excel writes what XML cannot hold as `_xHHHH_`, a unit of UTF-16.
pub(in crate::intake) fn undo_escapes(text: &mut String, from: usize) {
    let added = text.get(from..).unwrap_or_default();
    if added.contains('_') && added.contains("_x") {
        let undone = unescaped(added);
        text.truncate(from);
        text.push_str(&undone);
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find("_x").and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let Some((first, after)) = escaped_unit(from) else {
            out.push_str("_x");
            rest = from.get(2..).unwrap_or_default();
            continue;
        };
        let second = escaped_unit(after).filter(|_| (0xD800..0xDC00).contains(&first));
        let pair = second.and_then(|(second, after)| Some((surrogates(first, second)?, after)));
        let (character, after) = pair.unwrap_or((char::from_u32(first.into()).unwrap_or('\u{FFFD}'), after));
        out.push(character);
        rest = after;
    }
    out.push_str(rest);
    out
}

fn surrogates(high: u16, low: u16) -> Option<char> {
    char::decode_utf16([high, low]).next()?.ok()
}

/// The unit of an escape that the text begins with, and the text after it.
fn escaped_unit(text: &str) -> Option<(u16, &str)> {
    let (digits, after) = text.strip_prefix("_x")?.split_at_checked(4)?;
    let after = after.strip_prefix('_')?;
    let sound = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    Some((u16::from_str_radix(digits, 16).ok().filter(|_| sound)?, after))
}
