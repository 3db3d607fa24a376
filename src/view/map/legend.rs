//! What the map's shades mean.

use super::MapData;
use crate::strings::{self, Word};
use crate::view::element::{Element, el};

/// One swatch a class of counts, from none upwards.
pub(super) fn legend(data: &MapData) -> Element {
    let classes = data.scale.legend();
    let last = classes.len();
    let classes = std::iter::once((0, 0)).chain(classes).enumerate();
    let swatches = classes.map(|(class, (from, to))| {
        let range = strings::count_range(from, to);
        let words = if class == last {
            strings::with_unit(&range, to)
        } else {
            range
        };
        let swatch = el("span")
            .class(format!("map__swatch map__swatch--{}", data.shade(to)))
            .attr("aria-hidden", "true");
        el("li").child(swatch).child(words)
    });
    el("ul")
        .class("map__legend")
        .attr("aria-label", Word::Legend)
        .child(swatches.collect::<Vec<_>>())
}
