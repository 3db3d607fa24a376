//! Leptos gives every element of a `view!` its own type, and compiles building and rebuilding for each:
//! a kilobyte per element, half of this program. An [`Element`] is one type for all of them, and becomes
//! a view like any other. Elements and text directly inside it need no view of their own, and everything
//! in one element that follows signals shares one effect.

use crate::host;
use crate::i18n::{Message, tr};
use leptos::prelude::*;
use web_sys::Event;

/// Boxed, so that passing it from call to call moves one pointer.
pub(crate) struct Element(Box<Parts>);

pub(crate) struct Parts {
    pub(crate) tag: Tag,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) listeners: Vec<(&'static str, Listener)>,
    pub(crate) children: Vec<Part>,
    pub(crate) handed_to: Option<Taker>,
    pub(crate) follows_as_one: bool,
}

type Taker = Box<dyn FnOnce(&web_sys::Element)>;

pub(crate) type Listener = Box<dyn FnMut(Event)>;

pub(crate) struct Attribute {
    pub(crate) place: Place,
    pub(crate) name: &'static str,
    pub(crate) value: Value,
}

#[derive(Clone, Copy)]
pub(crate) enum Place {
    Attribute,
    Style,
    Property,
}

pub(crate) enum Part {
    Text(String),
    Following(Signal<String>),
    Element(Element),
    View(AnyView),
}

#[derive(Clone, Copy)]
pub(crate) enum Tag {
    Html(&'static str),
    Svg,
    Group,
    Path,
    Circle,
    Label,
}

pub(crate) fn el(tag: &'static str) -> Element {
    Element::new(Tag::Html(tag))
}

/// A landmark, unless the atlas is embedded: the other site's page has landmarks of its own.
pub(crate) fn landmark(tag: &'static str) -> Element {
    el(if host::is_own_page() { tag } else { "div" })
}

pub(crate) enum Value {
    Absent,
    Constant(&'static str),
    Fixed(String),
    Text(Signal<String>),
    Flag(Signal<bool>),
}

impl From<&'static str> for Value {
    fn from(value: &'static str) -> Self {
        Self::Constant(value)
    }
}

impl From<Message> for Value {
    #[inline(never)]
    fn from(word: Message) -> Self {
        Self::Constant(tr(word))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Fixed(value)
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        value.map_or(Self::Absent, Self::Fixed)
    }
}

impl From<Signal<String>> for Value {
    fn from(value: Signal<String>) -> Self {
        Self::Text(value)
    }
}

impl From<RwSignal<bool>> for Value {
    fn from(value: RwSignal<bool>) -> Self {
        Self::Flag(value.into())
    }
}

impl From<Signal<bool>> for Value {
    fn from(value: Signal<bool>) -> Self {
        Self::Flag(value)
    }
}

impl Element {
    #[inline(never)]
    pub(crate) fn new(tag: Tag) -> Self {
        Self(Box::new(Parts {
            tag,
            attributes: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
            handed_to: None,
            follows_as_one: false,
        }))
    }

    pub(crate) fn class(self, names: impl Into<Value>) -> Self {
        self.with(Place::Attribute, "class", names.into())
    }

    /// A fixed or reactive attribute. A condition adds or removes the attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(Place::Attribute, name, value.into())
    }

    /// A style property, set through the CSSOM, which no content security policy blocks.
    pub(crate) fn style(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(Place::Style, name, value.into())
    }

    /// The property `value`, because the attribute has no effect once a visitor has typed.
    pub(crate) fn value(self, value: Signal<String>) -> Self {
        self.with(Place::Property, "value", value.into())
    }

    /// Like [`Element::value`], for `checked` and `selected`.
    pub(crate) fn state(self, name: &'static str, value: Signal<bool>) -> Self {
        self.with(Place::Property, name, value.into())
    }

    #[inline(never)]
    fn with(mut self, place: Place, name: &'static str, value: Value) -> Self {
        if !matches!(value, Value::Absent) {
            self.0.attributes.push(Attribute { place, name, value });
        }
        self
    }

    pub(crate) fn on(self, event: &'static str, react: impl FnMut(Event) + 'static) -> Self {
        self.with_listener(event, Box::new(react))
    }

    #[inline(never)]
    fn with_listener(mut self, event: &'static str, react: Listener) -> Self {
        self.0.listeners.push((event, react));
        self
    }

    /// Passes the DOM element to `take` when it is created, before it is inserted into the page.
    pub(crate) fn hand_to(mut self, take: impl FnOnce(&web_sys::Element) + 'static) -> Self {
        self.0.handed_to = Some(Box::new(take));
        self
    }

    /// Uses one effect for everything reactive in the element and its descendants: for elements that
    /// appear many times on the page and whose parts change at the same times.
    pub(crate) fn together(mut self) -> Self {
        self.0.follows_as_one = true;
        self
    }

    pub(crate) fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    pub(crate) fn into_parts(self) -> Parts {
        *self.0
    }
}

pub(crate) trait Child {
    fn add_to(self, children: &mut Vec<Part>);
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<Part>) {
        children.push(Part::View(self));
    }
}

impl Child for Element {
    fn add_to(self, children: &mut Vec<Part>) {
        children.push(Part::Element(self));
    }
}

impl Child for String {
    fn add_to(self, children: &mut Vec<Part>) {
        children.push(Part::Text(self));
    }
}

impl Child for Message {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Part>) {
        tr(self).add_to(children);
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Part>) {
        self.to_owned().add_to(children);
    }
}

impl Child for Signal<String> {
    fn add_to(self, children: &mut Vec<Part>) {
        children.push(Part::Following(self));
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<Part>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<Part>) {
        for child in self {
            child.add_to(children);
        }
    }
}
