//! Updates in place, for a part of the page that is drawn again as a whole, such as a chart.
//!
//! An element with a [key](Element::key) stays the same node for as long as the element around it does and
//! contains one with this key. It keeps the focus, even if the others change their order around it. An
//! element without a key is replaced, with everything in it.

use crate::dom::element::{ChildNode, Element, KEY};
use crate::dom::mount::{
    Binding, ElementView, Mounted, Resources, build, complete, insert, replace, set_attributes,
};
use crate::host::focus;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;

impl Element {
    /// A view that is updated in place if it is drawn again with the same key.
    pub(crate) fn finish_in_place(self) -> AnyView {
        ElementView::new(self, update).into_any()
    }
}

fn update(view: ElementView, state: &mut Mounted) {
    focus::keep_focus();
    if is_same(&state.node, &view.element) {
        // The old effects and listeners end first: the new ones are for the same nodes.
        state.resources = Resources::default();
        let element = view.element.take();
        update_node(&state.node, element, &mut state.resources, None);
    } else {
        replace(view, state);
    }
}

fn is_same(node: &web_sys::Element, element: &Element) -> bool {
    let key = element.current_key();
    key.is_some()
        && node.get_attribute(KEY).as_deref() == key
        && node.local_name() == element.tag().name()
}

/// A value that no attribute has, so that all of them are written again.
const UNKNOWN: &str = "\0";

fn update_node(
    node: &web_sys::Element,
    element: Element,
    resources: &mut Resources,
    shared: Option<&mut Vec<Binding>>,
) {
    let parts = element.into_parts();
    for name in node.get_attribute_names() {
        let name = name.as_string().unwrap_or_default();
        if !parts.attributes.iter().any(|it| it.name == name) {
            // Fails for no attribute that an element has.
            drop(node.remove_attribute(&name));
        }
    }
    let mut own = Vec::new();
    let is_shared = parts.has_one_effect || shared.is_some();
    let bindings = shared.unwrap_or(&mut own);
    set_attributes(node, parts.attributes, bindings, Some(UNKNOWN));
    let mut old = OldChildren::of(node, &parts.children);
    for child in parts.children {
        match child {
            ChildNode::Element(element) => {
                let shared = is_shared.then_some(&mut *bindings);
                update_child(node, element, &mut old, resources, shared);
            }
            child => insert(node, child, old.fixed.as_deref(), resources, bindings),
        }
    }
    complete(node, own, parts.listeners, parts.on_create, resources);
}

fn update_child(
    parent: &web_sys::Element,
    element: Element,
    old: &mut OldChildren,
    resources: &mut Resources,
    shared: Option<&mut Vec<Binding>>,
) {
    match old.take(&element) {
        None => {
            let node = build(element, resources, shared);
            Rndr::insert_node(parent, &node, old.fixed.as_deref());
        }
        Some(node) => {
            if old.fixed.as_ref() == Some(&node) {
                old.fixed = None;
            } else {
                Rndr::insert_node(parent, &node, old.fixed.as_deref());
            }
            update_node(&node, element, resources, shared);
        }
    }
}

struct OldChildren {
    /// By key, from the last to the first, so that the one to look for next is usually at the end.
    keyed: Vec<(String, web_sys::Element)>,
    /// The one that contains the focus, which it would lose if it moved. The others move around it.
    fixed: Option<web_sys::Element>,
}

impl OldChildren {
    /// Takes the children with keys out of the parent, except the fixed one, and removes the others.
    fn of(parent: &web_sys::Element, next: &[ChildNode]) -> Self {
        let old = parent.children();
        let old = (0..old.length()).rev().filter_map(|at| old.item(at));
        let keyed: Vec<_> = old
            .filter_map(|child| Some((child.get_attribute(KEY)?, child)))
            .collect();
        let focused = focus::focused();
        let stays = |(_, old): &&(String, web_sys::Element)| {
            old.contains(focused.as_deref())
                && next.iter().any(|child| match child {
                    ChildNode::Element(element) => is_same(old, element),
                    _ => false,
                })
        };
        let fixed = keyed.iter().find(stays).map(|(_, old)| old.clone());
        match &fixed {
            Some(fixed) => {
                while let Some(before) = fixed.previous_sibling() {
                    Rndr::remove(&before);
                }
                while let Some(after) = fixed.next_sibling() {
                    Rndr::remove(&after);
                }
            }
            None => parent.set_text_content(None),
        }
        Self { keyed, fixed }
    }

    fn take(&mut self, element: &Element) -> Option<web_sys::Element> {
        let key = element.current_key()?;
        let at = self.keyed.iter().rposition(|(old, _)| old == key)?;
        let (_, old) = self.keyed.remove(at);
        is_same(&old, element).then_some(old)
    }
}
