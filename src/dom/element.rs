//! Elements of one type.
//!
//! Leptos gives every element of a `view!` a type of its own and compiles building and rebuilding
//! anew for each: a kilobyte an element, half of this page's program. An [`Element`] is one type for
//! all of them. It becomes a view like any other; what stands within it directly, be it elements or
//! text, takes no view of its own, and whatever follows signals in one element takes one effect.

use crate::host::page;
use crate::i18n::{Message, tr};
use leptos::prelude::*;
use web_sys::Event;

/// An element in the making. In a box, so that passing it on from call to call moves one pointer.
pub(crate) struct Element(Box<Parts>);

/// What an element is made of.
pub(crate) struct Parts {
    pub(crate) tag: Tag,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) listeners: Vec<(&'static str, Listener)>,
    pub(crate) children: Vec<Part>,
    pub(crate) handed_to: Option<Taker>,
    pub(crate) follows_as_one: bool,
}

/// Takes the element once there is one.
type Taker = Box<dyn FnOnce(&web_sys::Element)>;

/// Calls back on an event.
pub(crate) type Listener = Box<dyn FnMut(Event)>;

/// An attribute or its like, and what it says.
pub(crate) struct Attribute {
    pub(crate) place: Place,
    pub(crate) name: &'static str,
    pub(crate) value: Value,
}

/// Where an element says something.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    Attribute,
    Style,
    Property,
}

/// What stands within an element.
pub(crate) enum Part {
    Text(String),
    Following(Signal<String>),
    Element(Element),
    View(AnyView),
}

/// An HTML element by its name, or an element of a drawing.
#[derive(Clone, Copy)]
pub(crate) enum Tag {
    Html(&'static str),
    Svg,
    Group,
    Path,
    Circle,
    Label,
}

/// An HTML element.
pub(crate) fn el(tag: &'static str) -> Element {
    Element::new(Tag::Html(tag))
}

/// An element that is a landmark where the atlas has a page to itself. Somebody else's page has
/// landmarks of its own.
pub(crate) fn landmark(tag: &'static str) -> Element {
    el(if page::is_own_page() { tag } else { "div" })
}

/// What an attribute says.
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
    /// An element without attributes or children.
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

    /// The element's classes.
    pub(crate) fn class(self, names: impl Into<Value>) -> Self {
        self.with(Place::Attribute, "class", names.into())
    }

    /// Any attribute: fixed or following a signal; a condition is there or is not.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(Place::Attribute, name, value.into())
    }

    /// A style property, set by way of the object model: no content policy stands against that.
    pub(crate) fn style(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(Place::Style, name, value.into())
    }

    /// The property `value`, which no longer follows its attribute once a visitor has typed.
    pub(crate) fn value(self, value: Signal<String>) -> Self {
        self.with(Place::Property, "value", value.into())
    }

    /// As [`Element::value`], for `checked` and `selected`.
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

    /// Calls back on an event.
    pub(crate) fn on(self, event: &'static str, react: impl FnMut(Event) + 'static) -> Self {
        self.with_listener(event, Box::new(react))
    }

    #[inline(never)]
    fn with_listener(mut self, event: &'static str, react: Listener) -> Self {
        self.0.listeners.push((event, react));
        self
    }

    /// Hands out the element itself as soon as there is one, before it stands in the page.
    pub(crate) fn hand_to(mut self, take: impl FnOnce(&web_sys::Element) + 'static) -> Self {
        self.0.handed_to = Some(Box::new(take));
        self
    }

    /// Lets all that follows signals in the element and in those within it run together: for what
    /// there is many times on the page, and changes at the same times.
    pub(crate) fn together(mut self) -> Self {
        self.0.follows_as_one = true;
        self
    }

    /// Adds a child, or several, or none.
    pub(crate) fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    pub(crate) fn into_parts(self) -> Parts {
        *self.0
    }
}

/// What can stand within an element.
pub(crate) trait Child {
    /// Adds itself to an element's children.
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
