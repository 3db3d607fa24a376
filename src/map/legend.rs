//! The legend of the choropleth.

use crate::dom::element::{Element, el};
use crate::i18n::{self, Message};
use crate::map::data::MapData;

pub(crate) fn legend(data: &MapData) -> Element {
    let classes = data.scale.legend();
    let last = classes.len();
    let classes = std::iter::once((0, 0)).chain(classes).enumerate();
    let swatches = classes.map(|(class, (from, to))| {
        let range = i18n::count_range(from, to);
        let words = if class == last {
            i18n::with_unit(&range, to)
        } else {
            range
        };
        let swatch = el("span")
            .class(swatch_class(data.shade(to)))
            .attr("aria-hidden", "true");
        el("li")
            .class("map__legend-item")
            .child(swatch)
            .child(words)
    });
    el("ul")
        .class("map__legend")
        .attr("aria-label", Message::Legend)
        .child(swatches.collect::<Vec<_>>())
}

fn swatch_class(shade: u8) -> String {
    let mut class = "map__swatch map__swatch--".to_owned();
    class.push_str(&shade.to_string());
    class
}
