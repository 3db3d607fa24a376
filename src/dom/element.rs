//! The description of an element, which becomes a view like any other.
//!
//! Leptos compiles building and rebuilding for each type of element in a `view!`. An [`Element`] is one type
//! for all of them (`docs/decisions/0001-element-builder.md`). Elements and texts directly inside it need no
//! view of their own.

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
    pub(crate) children: Vec<ChildNode>,
    pub(crate) on_create: Option<OnCreate>,
    pub(crate) has_one_effect: bool,
}

pub(crate) type OnCreate = Box<dyn FnOnce(&web_sys::Element)>;

pub(crate) type Listener = Box<dyn FnMut(Event)>;

pub(crate) struct Attribute {
    pub(crate) target: Target,
    pub(crate) name: &'static str,
    pub(crate) value: Value,
}

#[derive(Clone, Copy)]
pub(crate) enum Target {
    Attribute,
    /// A class beside those of the attribute `class`, with the attribute's name.
    Class,
    Style,
    Property,
}

pub(crate) enum ChildNode {
    Text(String),
    DynamicText(Signal<String>),
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

impl Tag {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Html(name) => name,
            Self::Svg => "svg",
            Self::Group => "g",
            Self::Path => "path",
            Self::Circle => "circle",
            Self::Label => "text",
        }
    }
}

/// The attribute with an element's [key](Element::key).
pub(crate) const KEY: &str = "data-key";

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

impl From<bool> for Value {
    /// An attribute without a value, or none.
    fn from(value: bool) -> Self {
        if value {
            Self::Constant("")
        } else {
            Self::Absent
        }
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
            on_create: None,
            has_one_effect: false,
        }))
    }

    pub(crate) fn class(self, names: impl Into<Value>) -> Self {
        self.with(Target::Attribute, "class", names.into())
    }

    /// A class beside the fixed ones of [`Element::class`], for as long as a condition holds.
    pub(crate) fn class_if(self, name: &'static str, condition: impl Into<Value>) -> Self {
        self.with(Target::Class, name, condition.into())
    }

    /// A fixed or reactive attribute. A condition adds or removes the attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(Target::Attribute, name, value.into())
    }

    /// A style property, set through the CSSOM, which no content security policy blocks.
    pub(crate) fn style(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(Target::Style, name, value.into())
    }

    /// The property `value`, because the attribute has no effect once a visitor has typed.
    pub(crate) fn value(self, value: Signal<String>) -> Self {
        self.with(Target::Property, "value", value.into())
    }

    /// Like [`Element::value`], for `checked` and `selected`.
    pub(crate) fn state(self, name: &'static str, value: Signal<bool>) -> Self {
        self.with(Target::Property, name, value.into())
    }

    #[inline(never)]
    fn with(mut self, target: Target, name: &'static str, value: Value) -> Self {
        if !matches!(value, Value::Absent) {
            self.0.attributes.push(Attribute {
                target,
                name,
                value,
            });
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

    /// Calls `act` with the DOM element when it is created, before it is in the page.
    pub(crate) fn on_create(mut self, act: impl FnOnce(&web_sys::Element) + 'static) -> Self {
        self.0.on_create = Some(Box::new(act));
        self
    }

    /// Uses one effect for everything reactive in the element and its descendants: for elements that
    /// appear many times on the page and whose signals change together.
    pub(crate) fn with_one_effect(mut self) -> Self {
        self.0.has_one_effect = true;
        self
    }

    pub(crate) fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// Identifies the element among its siblings when they are updated in place (`in_place`).
    pub(crate) fn key(self, key: impl Into<Value>) -> Self {
        self.attr(KEY, key)
    }

    pub(crate) fn current_key(&self) -> Option<&str> {
        let key = self.0.attributes.iter().find(|it| it.name == KEY)?;
        match &key.value {
            Value::Constant(key) => Some(key),
            Value::Fixed(key) => Some(key),
            _ => None,
        }
    }

    pub(crate) fn tag(&self) -> Tag {
        self.0.tag
    }

    pub(crate) fn into_parts(self) -> Parts {
        *self.0
    }
}

pub(crate) trait Child {
    fn add_to(self, children: &mut Vec<ChildNode>);
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<ChildNode>) {
        children.push(ChildNode::View(self));
    }
}

impl Child for Element {
    fn add_to(self, children: &mut Vec<ChildNode>) {
        children.push(ChildNode::Element(self));
    }
}

impl Child for String {
    fn add_to(self, children: &mut Vec<ChildNode>) {
        children.push(ChildNode::Text(self));
    }
}

impl Child for Message {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<ChildNode>) {
        tr(self).add_to(children);
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<ChildNode>) {
        self.to_owned().add_to(children);
    }
}

impl Child for Signal<String> {
    fn add_to(self, children: &mut Vec<ChildNode>) {
        children.push(ChildNode::DynamicText(self));
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<ChildNode>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<ChildNode>) {
        for child in self {
            child.add_to(children);
        }
    }
}

/// Several elements as one view, without an element around them.
pub(crate) fn fragment(elements: impl IntoIterator<Item = Element>) -> AnyView {
    let views: Vec<AnyView> = elements.into_iter().map(Element::finish).collect();
    views.into_any()
}
