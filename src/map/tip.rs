use crate::dom::css_number::percent;
use crate::dom::dynamic::dynamic;
use crate::dom::element::el;
use crate::i18n;
use crate::map::country::Pin;
use crate::map::data::MapData;
use crate::map::window::MapWindow;
use atlas_engine::map::Viewport;
use leptos::prelude::*;
use std::sync::Arc;

/// In this upper share of the map, the tip is below its country; elsewhere it is above.
const NEAR_THE_TOP: f64 = 0.25;

/// The map has the given size, and `window` may show a part of it.
pub(crate) fn tip(
    data: &MapData,
    pins: Arc<Vec<Pin>>,
    window: Option<MapWindow>,
    (width, height): (f64, f64),
) -> AnyView {
    let data = data.clone();
    dynamic(move || {
        let code = data.atlas.pointed()?;
        let pin = pins.iter().find(|pin| pin.code == code && pin.shown)?;
        if window.is_some_and(MapWindow::moves) {
            return None;
        }
        let view = window.map_or(Viewport::WHOLE, MapWindow::settled);
        let seen = view.seen_at(pin.centre);
        let (x, y) = (seen.x / width, seen.y / height);
        if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
            return None;
        }
        let class = if y < NEAR_THE_TOP {
            "map__tooltip map__tooltip--below"
        } else {
            "map__tooltip"
        };
        let count = data.atlas.count(data.facet, pin.value);
        let tip = el("div")
            .class(class)
            .attr("aria-hidden", "true")
            .style("left", percent(x))
            .style("top", percent(y))
            .child(el("b").child(pin.name.as_str()))
            .child(el("span").child(i18n::projects(count)));
        Some(tip.finish())
    })
}
