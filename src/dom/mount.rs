use crate::dom::element::{Attribute, Element, Part, Parts, Place, Tag, Value};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::attr::Attribute as AnyAttr;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
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
        Finished::new(self).into_any()
    }
}

pub(crate) struct Finished(SendWrapper<Element>);

impl Finished {
    pub(crate) fn new(element: Element) -> Self {
        Self(SendWrapper::new(element))
    }
}

pub(crate) struct Built {
    node: web_sys::Element,
    _kept: Kept,
}

#[derive(Default)]
struct Kept {
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<EventListener>,
    views: Vec<AnyViewState>,
}

const DRAWINGS: &str = "http://www.w3.org/2000/svg";

/// Reactive parts are added to `together`, or else get an effect of their own.
#[inline(never)]
fn build(
    element: Element,
    kept: &mut Kept,
    together: Option<&mut Vec<Following>>,
) -> web_sys::Element {
    let Parts {
        tag,
        attributes,
        listeners,
        children,
        handed_to,
        follows_as_one,
    } = element.into_parts();
    let (tag, namespace) = match tag {
        Tag::Html(tag) => (tag, None),
        Tag::Svg => ("svg", Some(DRAWINGS)),
        Tag::Group => ("g", Some(DRAWINGS)),
        Tag::Path => ("path", Some(DRAWINGS)),
        Tag::Circle => ("circle", Some(DRAWINGS)),
        Tag::Label => ("text", Some(DRAWINGS)),
    };
    let node = Rndr::create_element(tag, namespace);
    let mut own = Vec::new();
    let is_shared = follows_as_one || together.is_some();
    let following = together.unwrap_or(&mut own);
    for Attribute { place, name, value } in attributes {
        let source = match value {
            Value::Absent => continue,
            Value::Constant(value) => {
                say_in(&node, place, name, Some(value), false);
                continue;
            }
            Value::Fixed(value) => {
                say_in(&node, place, name, Some(&value), false);
                continue;
            }
            Value::Text(text) => Source::Text(text),
            Value::Flag(flag) => Source::Flag(flag),
        };
        following.push(Following {
            at: At::Element(node.clone(), place, name),
            source,
            said: None,
        });
    }
    for child in children {
        match child {
            Part::Text(text) => append(&node, &Rndr::create_text_node(&text)),
            Part::Following(text) => {
                let place = Rndr::create_text_node("");
                append(&node, &place);
                following.push(Following {
                    at: At::Text(place),
                    source: Source::Text(text),
                    said: None,
                });
            }
            Part::Element(element) => {
                let together = is_shared.then_some(&mut *following);
                append(&node, &build(element, kept, together));
            }
            Part::View(view) => {
                let mut view = view.build();
                view.mount(&node, None);
                kept.views.push(view);
            }
        }
    }
    if !own.is_empty() {
        kept.effects.push(RenderEffect::new(move |_| {
            for following in &mut own {
                following.follow();
            }
        }));
    }
    for (event, mut react) in listeners {
        // Weak, because the owner keeps alive what keeps the listener.
        let owner = Owner::current().map(|owner| owner.downgrade());
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&node, event, options, move |event| {
            if let Some(owner) = owner.as_ref().and_then(WeakOwner::upgrade) {
                owner.with(|| react(event.clone()));
            }
        });
        kept.listeners.push(listener);
    }
    if let Some(take) = handed_to {
        take(&node);
    }
    node
}

fn append(parent: &Node, child: &Node) {
    // Fails only if it would create a cycle.
    drop(parent.append_child(child));
}

struct Following {
    at: At,
    source: Source,
    /// The last value written, so that no value is written twice.
    said: Option<String>,
}

enum At {
    Element(web_sys::Element, Place, &'static str),
    Text(web_sys::Text),
}

enum Source {
    Text(Signal<String>),
    Flag(Signal<bool>),
}

impl Following {
    fn follow(&mut self) {
        let (now, is_flag) = match &self.source {
            Source::Text(text) => (Some(text.get()), false),
            // A condition that holds is an empty text.
            Source::Flag(flag) => (flag.get().then(String::new), true),
        };
        if self.said == now {
            return;
        }
        match &self.at {
            At::Element(node, place, name) => {
                say_in(node, *place, name, now.as_deref(), is_flag);
            }
            At::Text(text) => text.set_data(now.as_deref().unwrap_or_default()),
        }
        self.said = now;
    }
}

#[inline(never)]
fn say_in(node: &web_sys::Element, place: Place, name: &str, value: Option<&str>, is_flag: bool) {
    // These calls fail only for names that no element has.
    match (place, value) {
        (Place::Attribute, Some(value)) => drop(node.set_attribute(name, value)),
        (Place::Attribute, None) => drop(node.remove_attribute(name)),
        (Place::Style, value) => {
            let style = node.unchecked_ref::<web_sys::HtmlElement>().style();
            drop(style.set_property(name, value.unwrap_or_default()));
        }
        (Place::Property, value) => {
            let value = if is_flag {
                JsValue::from_bool(value.is_some())
            } else {
                JsValue::from_str(value.unwrap_or_default())
            };
            drop(js_sys::Reflect::set(node, &JsValue::from_str(name), &value));
        }
    }
}

impl Render for Finished {
    type State = Built;

    fn build(self) -> Built {
        let mut kept = Kept::default();
        let node = build(self.0.take(), &mut kept, None);
        Built { node, _kept: kept }
    }

    fn rebuild(self, state: &mut Built) {
        let next = Self::build(self);
        drop(state.node.replace_with_with_node_1(&next.node));
        *state = next;
    }
}

impl Mountable for Built {
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

impl AddAnyAttr for Finished {
    type Output<SomeNewAttr: AnyAttr> = Self;

    /// An element is complete, so no attributes are added.
    fn add_any_attr<NewAttr: AnyAttr>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// Leptos requires this of every view. The browser never uses the HTML; prerendering does.
impl RenderHtml for Finished {
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

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
