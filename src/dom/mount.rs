//! Elements as nodes of the page.

use crate::dom::element::{Attribute, ChildNode, Element, Parts, Tag, Target, Value};
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
        ElementView::new(self).into_any()
    }
}

pub(crate) struct ElementView(SendWrapper<Element>);

impl ElementView {
    pub(crate) fn new(element: Element) -> Self {
        Self(SendWrapper::new(element))
    }
}

pub(crate) struct Mounted {
    node: web_sys::Element,
    _resources: Resources,
}

#[derive(Default)]
struct Resources {
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<EventListener>,
    views: Vec<AnyViewState>,
}

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// What is reactive is added to `shared`, or else gets an effect of its own.
#[inline(never)]
fn build(
    element: Element,
    resources: &mut Resources,
    shared: Option<&mut Vec<Binding>>,
) -> web_sys::Element {
    let Parts {
        tag,
        attributes,
        listeners,
        children,
        on_create,
        has_one_effect,
    } = element.into_parts();
    let (tag, namespace) = match tag {
        Tag::Html(tag) => (tag, None),
        Tag::Svg => ("svg", Some(SVG_NAMESPACE)),
        Tag::Group => ("g", Some(SVG_NAMESPACE)),
        Tag::Path => ("path", Some(SVG_NAMESPACE)),
        Tag::Circle => ("circle", Some(SVG_NAMESPACE)),
        Tag::Label => ("text", Some(SVG_NAMESPACE)),
    };
    let node = Rndr::create_element(tag, namespace);
    let mut own = Vec::new();
    let is_shared = has_one_effect || shared.is_some();
    let bindings = shared.unwrap_or(&mut own);
    for Attribute {
        target,
        name,
        value,
    } in attributes
    {
        let source = match value {
            Value::Absent => continue,
            Value::Constant(value) => {
                write(&node, target, name, Some(value), false);
                continue;
            }
            Value::Fixed(value) => {
                write(&node, target, name, Some(&value), false);
                continue;
            }
            Value::Text(text) => Source::Text(text),
            Value::Flag(flag) => Source::Flag(flag),
        };
        bindings.push(Binding {
            at: At::Element(node.clone(), target, name),
            source,
            last: None,
        });
    }
    for child in children {
        match child {
            ChildNode::Text(text) => append(&node, &Rndr::create_text_node(&text)),
            ChildNode::DynamicText(text) => {
                let text_node = Rndr::create_text_node("");
                append(&node, &text_node);
                bindings.push(Binding {
                    at: At::Text(text_node),
                    source: Source::Text(text),
                    last: None,
                });
            }
            ChildNode::Element(element) => {
                let shared = is_shared.then_some(&mut *bindings);
                append(&node, &build(element, resources, shared));
            }
            ChildNode::View(view) => {
                let mut view = view.build();
                view.mount(&node, None);
                resources.views.push(view);
            }
        }
    }
    if !own.is_empty() {
        resources.effects.push(RenderEffect::new(move |_| {
            for binding in &mut own {
                binding.update();
            }
        }));
    }
    for (event, react) in listeners {
        let mut react = owned(react);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&node, event, options, move |event| {
            react(event.clone());
        });
        resources.listeners.push(listener);
    }
    if let Some(act) = on_create {
        act(&node);
    }
    node
}

fn append(parent: &Node, child: &Node) {
    // Fails only if it would create a cycle.
    drop(parent.append_child(child));
}

struct Binding {
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
        let node = build(self.0.take(), &mut resources, None);
        Mounted {
            node,
            _resources: resources,
        }
    }

    fn rebuild(self, state: &mut Mounted) {
        let next = Self::build(self);
        drop(state.node.replace_with_with_node_1(&next.node));
        *state = next;
    }
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
        crate::dom::html::write(self.0.take(), buf);
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
