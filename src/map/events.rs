use crate::map::data::MapData;
use atlas_engine::country::CountryCode;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Enter and space choose the focused country. Returns whether the key did so.
pub(crate) fn choose_by_key(data: &MapData, event: &KeyboardEvent) -> bool {
    let chooses = matches!(event.key().as_str(), "Enter" | " ");
    let code = country_under(event).filter(|_| chooses);
    code.map(|code| data.toggle(code)).is_some()
}

pub(crate) fn country_under(event: &Event) -> Option<CountryCode> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let country = element.closest("[data-shape], [data-country]").ok()??;
    let code = country
        .get_attribute("data-country")
        .or_else(|| country.get_attribute("data-shape"))?;
    CountryCode::parse(&code)
}
