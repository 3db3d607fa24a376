use crate::dom::element::Element;
use crate::filters::facet_values::Line;
use leptos::control_flow::{For, ForProps};
use leptos::prelude::*;
use std::sync::Arc;

/// Lines keep their elements. Compiled for one item type, because each would add kilobytes.
pub(crate) fn keyed_list(
    lines: impl Fn() -> Vec<Line> + Send + Sync + 'static,
    draw: impl Fn(Line) -> Element + Send + Sync + 'static,
) -> AnyView {
    let lines: Arc<dyn Fn() -> Vec<Line> + Send + Sync> = Arc::new(lines);
    let draw: Arc<dyn Fn(Line) -> AnyView + Send + Sync> =
        Arc::new(move |line| draw(line).finish());
    keyed_view(lines, draw)
}

#[inline(never)]
fn keyed_view(
    lines: Arc<dyn Fn() -> Vec<Line> + Send + Sync>,
    draw: Arc<dyn Fn(Line) -> AnyView + Send + Sync>,
) -> AnyView {
    let list = ForProps::builder()
        .each(move || lines())
        .key(Line::clone)
        .children(move |line| draw(line))
        .build();
    For(list).into_any()
}
