//! Charts and the network as pictures to save.

use crate::components::picture::{Painting, Subject, picture_buttons, style_of};
use crate::dom::element::{Element, el};
use crate::host::page;
use crate::i18n::Message;
use crate::state::Atlas;
use wasm_bindgen::JsCast;
use web_sys::Element as PageElement;

pub(crate) static CHARTS: Subject = Subject {
    part: ".figures",
    file: "charts",
    size: size_of_charts,
    paint: paint_charts,
    notes: Vec::new,
};

pub(crate) static NETWORK: Subject = Subject {
    part: ".network",
    file: "network",
    size: size_of_network,
    paint: paint_network,
    notes: Vec::new,
};

/// What the picture of the charts consists of: bars, and texts over them.
const BARS: &str = ".bar__track span, .column__bar";
const CUT_BARS: &str = ".bar__track--cut span";
const TEXTS: &str = ".key-figure dt, .key-figure dd, .chart__title, .chart__total, .chart > .chart__note, \
    .figures__scale, .bar__name, .bar__count, .bar__share, .column__year, .column__count";

pub(crate) fn picture_download(atlas: Atlas, subject: &'static Subject) -> Element {
    el("details")
        .class("picture-download")
        .child(el("summary").child(Message::DownloadPicture))
        .child(picture_buttons(atlas, subject))
}

fn find(part: &PageElement, selector: &str) -> Option<PageElement> {
    part.query_selector(selector).ok().flatten()
}

fn each(part: &PageElement, selector: &str, mut act: impl FnMut(&PageElement)) {
    let Ok(found) = part.query_selector_all(selector) else {
        return;
    };
    for index in 0..found.length() {
        if let Some(element) = found.get(index).and_then(|it| it.dyn_into().ok()) {
            act(&element);
        }
    }
}

fn size_of_charts(part: &PageElement) -> Option<(f64, f64)> {
    let (part, charts) = (part, find(part, ".figures__charts")?);
    let around = part.get_bounding_client_rect();
    let end = charts.get_bounding_client_rect().bottom();
    Some((around.width(), end - around.top()))
}

fn paint_charts(painting: &mut Painting, part: &PageElement) -> Option<()> {
    find(part, BARS)?;
    each(part, BARS, |bar| painting.copy_block(part, bar));
    // The gap of a bar that is cut.
    let paper = style_of(&page::ground()?, "background-color");
    each(part, CUT_BARS, |bar| painting.cut(part, bar, &paper));
    each(part, TEXTS, |text| painting.copy_text(part, text));
    Some(())
}

/// From the legend to the end of the drawing.
fn size_of_network(part: &PageElement) -> Option<(f64, f64)> {
    let area = find(part, ".network__drawing")?.get_bounding_client_rect();
    let legend = find(part, LEGEND)?.get_bounding_client_rect();
    Some((area.width(), area.bottom() - legend.top()))
}

const LEGEND: &str = ".network__legend";

fn paint_network(painting: &mut Painting, part: &PageElement) -> Option<()> {
    let around = part.get_bounding_client_rect();
    let legend = find(part, LEGEND)?;
    painting.at.1 -= legend.get_bounding_client_rect().top() - around.top();
    let ground = style_of(&page::ground()?, "background-color");
    let mut copy = |drawing: &PageElement| {
        let area = drawing.get_bounding_client_rect();
        let place = (
            painting.at.0 + area.left() - around.left(),
            painting.at.1 + area.top() - around.top(),
        );
        painting.drawing(drawing, place, &area, &ground)
    };
    each(&legend, "svg", |shape| {
        let _ = copy(shape);
    });
    copy(&find(part, ".network__drawing")?)?;
    each(&legend, "span", |word| painting.copy_text(part, word));
    Some(())
}
