use crate::dom::css_number::percent;
use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::i18n;
use crate::map::country::Pin;
use crate::map::data::MapData;
use crate::map::window::MapWindow;
use atlas_engine::map::{Point, Viewport};
use leptos::prelude::*;
use std::sync::Arc;

/// In this upper share of the map, the tip is below its country; elsewhere it is above.
const NEAR_THE_TOP: f64 = 0.25;

/// The tip of the country that is pointed at. The map has the given size, and `window` may show a part of it.
pub(crate) fn tip(
    data: &MapData,
    pins: Arc<Vec<Pin>>,
    window: Option<MapWindow>,
    size: (f64, f64),
) -> AnyView {
    let data = data.clone();
    dynamic(move || {
        let code = data.atlas.pointed()?;
        let pin = pins.iter().find(|pin| pin.code == code && pin.shown)?;
        let count = data.atlas.count(data.facet, pin.value);
        let name = el("b").child(pin.name.as_str());
        let details = el("span").child(i18n::projects(count));
        tip_at(pin.centre, window, size, [Some(name), Some(details)])
    })
}

/// The tip of a point, unless the map moves or the point is out of sight.
pub(crate) fn tip_at(
    point: Point,
    window: Option<MapWindow>,
    (width, height): (f64, f64),
    content: [Option<Element>; 2],
) -> Option<AnyView> {
    if window.is_some_and(MapWindow::moves) {
        return None;
    }
    let view = window.map_or(Viewport::WHOLE, MapWindow::settled);
    let seen = view.seen_at(point);
    let (x, y) = (seen.x / width, seen.y / height);
    if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
        return None;
    }
    let class = if y < NEAR_THE_TOP {
        "map__tooltip map__tooltip--below"
    } else {
        "map__tooltip"
    };
    let tip = el("div")
        .class(class)
        .attr("aria-hidden", "true")
        .style("left", percent(x))
        .style("top", percent(y));
    let tip = content.into_iter().flatten().fold(tip, Element::child);
    Some(tip.finish())
}
