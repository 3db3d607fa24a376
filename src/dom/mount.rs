//! Elements as nodes of the page.

use crate::dom::element::{Attribute, ChildNode, Element, Listener, OnCreate, Tag, Target, Value};
use crate::host::schedule::owned;
use gloo_events::{EventListener, EventListenerOptions};
use leptos::attr::Attribute as AnyAttr;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node;

impl Element {
    #[inline(never)]
    pub(crate) fn finish(self) -> AnyView {
        ElementView::new(self, replace).into_any()
    }
}

pub(crate) struct ElementView {
    pub(super) element: SendWrapper<Element>,
    /// What happens when its part of the page is drawn again. A pointer, so that the code for updates in
    /// place is only in the chunk that needs it.
    redraw: fn(ElementView, &mut Mounted),
}

impl ElementView {
    pub(super) fn new(element: Element, redraw: fn(Self, &mut Mounted)) -> Self {
        Self {
            element: SendWrapper::new(element),
            redraw,
        }
    }
}

pub(crate) struct Mounted {
    pub(super) node: web_sys::Element,
    pub(super) resources: Resources,
}

#[derive(Default)]
pub(super) struct Resources {
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<EventListener>,
    views: Vec<AnyViewState>,
}

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// What is reactive is added to `shared`, or else gets an effect of its own.
#[inline(never)]
pub(super) fn build(
    element: Element,
    resources: &mut Resources,
    shared: Option<&mut Vec<Binding>>,
) -> web_sys::Element {
    let parts = element.into_parts();
    let namespace = match parts.tag {
        Tag::Html(_) => None,
        _ => Some(SVG_NAMESPACE),
    };
    let node = Rndr::create_element(parts.tag.name(), namespace);
    let mut own = Vec::new();
    let is_shared = parts.has_one_effect || shared.is_some();
    let bindings = shared.unwrap_or(&mut own);
    set_attributes(&node, parts.attributes, bindings, None);
    for child in parts.children {
        match child {
            ChildNode::Element(element) => {
                let shared = is_shared.then_some(&mut *bindings);
                Rndr::insert_node(&node, &build(element, resources, shared), None);
            }
            child => insert(&node, child, None, resources, bindings),
        }
    }
    complete(&node, own, parts.listeners, parts.on_create, resources);
    node
}

/// Sets what is fixed, and adds the rest to `bindings`. `last` is what they take for the current value.
#[inline(never)]
pub(super) fn set_attributes(
    node: &web_sys::Element,
    attributes: Vec<Attribute>,
    bindings: &mut Vec<Binding>,
    last: Option<&str>,
) {
    for Attribute {
        target,
        name,
        value,
    } in attributes
    {
        let source = match value {
            Value::Absent => continue,
            Value::Constant(value) => {
                write(node, target, name, Some(value), false);
                continue;
            }
            Value::Fixed(value) => {
                write(node, target, name, Some(&value), false);
                continue;
            }
            Value::Text(text) => Source::Text(text),
            Value::Flag(flag) => Source::Flag(flag),
        };
        bindings.push(Binding {
            at: At::Element(node.clone(), target, name),
            source,
            last: last.map(str::to_owned),
        });
    }
}

/// Inserts a child that is not an element before a marker, or at the end.
#[inline(never)]
pub(super) fn insert(
    node: &web_sys::Element,
    child: ChildNode,
    marker: Option<&Node>,
    resources: &mut Resources,
    bindings: &mut Vec<Binding>,
) {
    match child {
        ChildNode::Text(text) => {
            Rndr::insert_node(node, &Rndr::create_text_node(&text), marker);
        }
        ChildNode::DynamicText(text) => {
            let text_node = Rndr::create_text_node("");
            Rndr::insert_node(node, &text_node, marker);
            bindings.push(Binding {
                at: At::Text(text_node),
                source: Source::Text(text),
                last: None,
            });
        }
        ChildNode::View(view) => {
            let mut view = view.build();
            view.mount(node, marker);
            resources.views.push(view);
        }
        ChildNode::Element(_) => {}
    }
}

/// Starts what makes an element react: its bindings and its listeners.
#[inline(never)]
pub(super) fn complete(
    node: &web_sys::Element,
    mut bindings: Vec<Binding>,
    listeners: Vec<(&'static str, Listener)>,
    on_create: Option<OnCreate>,
    resources: &mut Resources,
) {
    if !bindings.is_empty() {
        resources.effects.push(RenderEffect::new(move |_| {
            for binding in &mut bindings {
                binding.update();
            }
        }));
    }
    for (event, react) in listeners {
        let mut react = owned(react);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(node, event, options, move |event| {
            react(event.clone());
        });
        resources.listeners.push(listener);
    }
    if let Some(act) = on_create {
        act(node);
    }
}

pub(super) struct Binding {
    at: At,
    source: Source,
    /// The last value written, so that no value is written twice.
    last: Option<String>,
}

enum At {
    Element(web_sys::Element, Target, &'static str),
    Text(web_sys::Text),
}

enum Source {
    Text(Signal<String>),
    Flag(Signal<bool>),
}

impl Binding {
    fn update(&mut self) {
        let (now, is_flag) = match &self.source {
            Source::Text(text) => (Some(text.get()), false),
            // A condition that holds is an empty text.
            Source::Flag(flag) => (flag.get().then(String::new), true),
        };
        if self.last == now {
            return;
        }
        match &self.at {
            At::Element(node, target, name) => {
                write(node, *target, name, now.as_deref(), is_flag);
            }
            At::Text(text) => text.set_data(now.as_deref().unwrap_or_default()),
        }
        self.last = now;
    }
}

#[inline(never)]
fn write(node: &web_sys::Element, target: Target, name: &str, value: Option<&str>, is_flag: bool) {
    // These calls fail only for names that no element has.
    match (target, value) {
        (Target::Attribute, Some(value)) => drop(node.set_attribute(name, value)),
        (Target::Attribute, None) => drop(node.remove_attribute(name)),
        (Target::Class, value) => {
            drop(node.class_list().toggle_with_force(name, value.is_some()));
        }
        (Target::Style, value) => {
            let style = node.unchecked_ref::<web_sys::HtmlElement>().style();
            drop(style.set_property(name, value.unwrap_or_default()));
        }
        (Target::Property, value) => {
            let value = if is_flag {
                JsValue::from_bool(value.is_some())
            } else {
                JsValue::from_str(value.unwrap_or_default())
            };
            drop(js_sys::Reflect::set(node, &JsValue::from_str(name), &value));
        }
    }
}

impl Render for ElementView {
    type State = Mounted;

    fn build(self) -> Mounted {
        let mut resources = Resources::default();
        let node = build(self.element.take(), &mut resources, None);
        Mounted { node, resources }
    }

    fn rebuild(self, state: &mut Mounted) {
        (self.redraw)(self, state);
    }
}

pub(super) fn replace(view: ElementView, state: &mut Mounted) {
    let next = view.build();
    drop(state.node.replace_with_with_node_1(&next.node));
    *state = next;
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}

impl AddAnyAttr for ElementView {
    type Output<SomeNewAttr: AnyAttr> = Self;

    /// An element is complete, so no attributes are added.
    fn add_any_attr<NewAttr: AnyAttr>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// Leptos requires this of every view. The browser never uses the HTML; prerendering does.
impl RenderHtml for ElementView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        #[cfg(not(target_arch = "wasm32"))]
        crate::dom::html::write(self.element.take(), buf);
        #[cfg(target_arch = "wasm32")]
        let _ = buf;
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
