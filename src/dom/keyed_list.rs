use crate::dom::element::Element;
use leptos::control_flow::{For, ForProps};
use leptos::prelude::*;
use std::sync::Arc;

/// Identifies an item of a list. All lists have keys of this type, because `<For>` takes kilobytes for each.
pub(crate) type Key = u32;

/// A list whose items keep their elements, and so the focus, for as long as their keys are in the list.
pub(crate) fn keyed_list(
    keys: impl Fn() -> Vec<Key> + Send + Sync + 'static,
    draw: impl Fn(Key) -> Element + Send + Sync + 'static,
) -> AnyView {
    keyed_view(Arc::new(keys), Arc::new(move |key| draw(key).finish()))
}

#[inline(never)]
fn keyed_view(
    keys: Arc<dyn Fn() -> Vec<Key> + Send + Sync>,
    draw: Arc<dyn Fn(Key) -> AnyView + Send + Sync>,
) -> AnyView {
    let list = ForProps::builder()
        .each(move || keys())
        .key(Key::clone)
        .children(move |key| draw(key))
        .build();
    For(list).into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::element::el;
    use crate::dom::html::html;

    #[test]
    fn items_are_written_in_the_order_of_their_keys() {
        let written = Owner::new().with(|| {
            html(keyed_list(
                || vec![2, 1],
                |key| el("li").child(key.to_string()),
            ))
        });
        assert_eq!(written, "<li>2</li><li>1</li>");
    }
}
