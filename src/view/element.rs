//! Elements of one type.
//!
//! Leptos gives every element of a `view!` a type of its own and compiles building and rebuilding
//! anew for each: a kilobyte an element, half of this page's program. An [`Element`] collects the
//! same attributes and children under one type, and Leptos does the rest as usual.

use crate::strings::{Word, say};
use leptos::ev;
use leptos::html::{Custom, custom};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;
use leptos::tachys::view::iterators::StaticVec;
use web_sys::Event;

/// An element in the making. In a box, so that passing it on from call to call moves one pointer.
pub(crate) struct Element(Box<Parts>);

struct Parts {
    tag: Tag,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
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

impl From<Word> for Value {
    #[inline(never)]
    fn from(word: Word) -> Self {
        Self::Constant(say(word))
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
            children: Vec::new(),
        }))
    }

    /// The element's classes.
    pub(crate) fn class(self, names: impl Into<Value>) -> Self {
        self.with_attribute("class", names.into())
    }

    /// Any attribute: fixed or following a signal; a condition is there or is not.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with_attribute(name, value.into())
    }

    #[inline(never)]
    fn with_attribute(self, name: &'static str, value: Value) -> Self {
        let fixed = |value: String| custom_attribute(name, value).into_any_attr();
        let attribute = match value {
            Value::Absent => return self,
            Value::Constant(value) => fixed(value.to_owned()),
            Value::Fixed(value) => fixed(value),
            Value::Text(value) => custom_attribute(name, value).into_any_attr(),
            Value::Flag(value) => custom_attribute(name, value).into_any_attr(),
        };
        self.with(attribute)
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// A style property, set by way of the object model: no content policy stands against that.
    pub(crate) fn style(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with_style(name, value.into())
    }

    #[inline(never)]
    fn with_style(self, name: &'static str, value: Value) -> Self {
        match value {
            Value::Fixed(value) => self.with(style((name, value)).into_any_attr()),
            Value::Text(value) => self.with(style((name, value)).into_any_attr()),
            Value::Absent | Value::Constant(_) | Value::Flag(_) => self,
        }
    }

    /// The property `value`, which no longer follows its attribute once a visitor has typed.
    #[inline(never)]
    pub(crate) fn value(self, value: Signal<String>) -> Self {
        self.with(prop("value", value).into_any_attr())
    }

    /// As [`Element::value`], for `checked` and `selected`.
    #[inline(never)]
    pub(crate) fn state(self, name: &'static str, value: Signal<bool>) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// Calls back on an event.
    pub(crate) fn on(self, event: &'static str, react: impl FnMut(Event) + 'static) -> Self {
        self.with_listener(event, Box::new(react))
    }

    #[inline(never)]
    fn with_listener(self, event: &'static str, react: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(ev::Custom::new(event), react).into_any_attr())
    }

    /// Hands out the element itself once it stands in the page.
    #[inline(never)]
    pub(crate) fn hand_to(self, place: NodeRef<Custom<&'static str>>) -> Self {
        self.with(node_ref::<Custom<&'static str>, _>(place).into_any_attr())
    }

    /// Adds a child, or several, or none.
    pub(crate) fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// The element as a view.
    #[inline(never)]
    pub(crate) fn finish(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        let children: StaticVec<AnyView> = children.into();
        macro_rules! finished {
            ($element:expr) => {
                $element.child(children).add_any_attr(attributes).into_any()
            };
        }
        match tag {
            Tag::Html(tag) => finished!(custom(tag)),
            Tag::Svg => finished!(leptos::svg::svg()),
            Tag::Group => finished!(leptos::svg::g()),
            Tag::Path => finished!(leptos::svg::path()),
            Tag::Circle => finished!(leptos::svg::circle()),
            Tag::Label => finished!(leptos::svg::text()),
        }
    }
}

/// What can stand within an element.
pub(crate) trait Child {
    /// Adds itself to an element's children.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for Element {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.finish());
    }
}

impl Child for String {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for Word {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        say(self).add_to(children);
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_to(children);
    }
}

impl Child for Signal<String> {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}
