//! The beginnings of elements, and whose they are.

use crate::iati::entities::{character, decoded};
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;

/// The namespace of what IATI has no place for; see [`extension`](super::extension).
pub(crate) const EXTENSION: &str = "urn:project-atlas:portfolio";

/// The beginning of an element.
#[derive(Clone, Copy, Debug)]
pub(in crate::iati) struct Tag<'a> {
    /// The name without a prefix.
    pub(in crate::iati) name: &'a str,
    pub(in crate::iati) kind: Kind,
    /// What stands between `<` and `>`.
    raw: &'a str,
    /// The name as it is written.
    pub(super) written: &'a str,
    pub(super) is_empty: bool,
}

/// Whose element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::iati) enum Kind {
    Iati,
    Extension,
    Foreign,
}

impl<'a> Tag<'a> {
    /// Reads what stands between `<` and `>`, or `/>` of an element without content.
    pub(super) fn new(raw: &'a str, is_empty: bool, prefixes: &mut Prefixes<'a>) -> Self {
        let written = first_word(raw);
        let (prefix, name) = split_prefix(written);
        let mut tag = Self {
            name,
            kind: Kind::Iati,
            raw,
            written,
            is_empty,
        };
        prefixes.learn(&tag);
        tag.kind = prefixes.kind(prefix, &tag);
        tag
    }

    /// The value of an attribute, without blanks around it; `None` if it is empty or missing.
    pub(in crate::iati) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut attributes = Attributes::html(self.raw, self.written.len());
        let mut attributes = attributes.with_checks(false).flatten();
        let attribute = attributes.find(|it| it.key.as_ref() == name)?;
        let value = match attribute.value {
            Cow::Borrowed(raw) => decoded(raw.trim()),
            Cow::Owned(raw) => Cow::Owned(decoded(raw.trim()).into_owned()),
        };
        (!value.is_empty()).then_some(value)
    }
}

/// What the root element says of prefixes.
#[derive(Default)]
pub(super) struct Prefixes<'a> {
    iati: Option<&'a str>,
    pub(super) extension: Option<&'a str>,
}

impl<'a> Prefixes<'a> {
    fn learn(&mut self, tag: &Tag<'a>) {
        if !matches!(tag.name, "iati-activities" | "iati-organisations") {
            return;
        }
        self.iati = split_prefix(tag.written).0;
        let mut attributes = Attributes::html(tag.raw, tag.written.len());
        for attribute in attributes.with_checks(false).flatten() {
            if attribute.value == EXTENSION {
                self.extension = attribute.key.0.strip_prefix("xmlns:");
            }
        }
    }

    fn kind(&self, prefix: Option<&str>, tag: &Tag<'a>) -> Kind {
        match prefix {
            None => {
                let attributes = tag.raw.get(tag.written.len()..).unwrap_or_default();
                let namespace = attributes.trim_start().strip_prefix("xmlns=");
                let is_foreign = namespace.is_some_and(|it| !it.contains("iati"));
                if is_foreign && tag.name != "iati-activities" {
                    Kind::Foreign
                } else {
                    Kind::Iati
                }
            }
            prefix if prefix == self.iati => Kind::Iati,
            prefix if prefix == self.extension => Kind::Extension,
            Some(_) => Kind::Foreign,
        }
    }
}

/// Whether a text can be the beginning of a tag behind `<`.
pub(super) fn begins_name(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(first) => first.is_ascii_alphabetic() || matches!(first, b'_' | b':' | 0x80..),
        None => false,
    }
}

pub(super) fn first_word(text: &str) -> &str {
    let end = text.bytes().position(|byte| byte.is_ascii_whitespace());
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The prefix of a name, and the name without it.
fn split_prefix(name: &str) -> (Option<&str>, &str) {
    // Names are short: a loop is faster than a search.
    let Some(colon) = name.bytes().position(|byte| byte == b':') else {
        return (None, name);
    };
    let (prefix, local) = (name.get(..colon), name.get(colon + 1..));
    (prefix, local.unwrap_or_default())
}

/// The elements that contain only text.
pub(super) fn is_text(name: &str) -> bool {
    matches!(
        name,
        "narrative" | "title" | "description" | "iati-identifier" | "pos" | "value"
    )
}

/// The elements that no text contains.
pub(super) fn is_known(name: &str) -> bool {
    matches!(
        name,
        "narrative"
            | "iati-identifier"
            | "reporting-org"
            | "title"
            | "description"
            | "participating-org"
            | "other-identifier"
            | "activity-status"
            | "activity-date"
            | "contact-info"
            | "activity-scope"
            | "recipient-country"
            | "recipient-region"
            | "location"
            | "sector"
            | "tag"
            | "policy-marker"
            | "budget"
            | "transaction"
            | "document-link"
            | "related-activity"
            | "result"
    )
}

/// Whether a tag has an `&` that begins no reference.
pub(super) fn has_bare_ampersand(raw: &str) -> bool {
    raw.split('&').skip(1).any(|after| {
        let name = after.split_once(';').map(|(name, _)| name);
        name.is_none_or(|name| character(name).is_none())
    })
}
