use crate::host::page;
use crate::map::data::MapData;
use atlas_engine::country::CountryCode;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// Enter and space choose the focused country. Returns whether the key did so.
pub(crate) fn choose_by_key(data: &MapData, event: &KeyboardEvent) -> bool {
    let chooses = matches!(event.key().as_str(), "Enter" | " ");
    let code = country_under(event).filter(|_| chooses);
    code.map(|code| data.toggle(code)).is_some()
}

/// The country whose land is visible where an event of a pointer happened.
pub(crate) fn land_under(event: &Event) -> Option<CountryCode> {
    let event: &MouseEvent = event.dyn_ref()?;
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let found = page::root()?.elements_from_point(x, y);
    let mut elements = found.iter().filter_map(|it| it.dyn_into::<Element>().ok());
    let land = elements.find(|it| it.has_attribute("data-shape"))?;
    CountryCode::parse(&land.get_attribute("data-shape")?)
}

pub(crate) fn country_under(event: &Event) -> Option<CountryCode> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let country = element.closest("[data-shape], [data-country]").ok()??;
    let code = country
        .get_attribute("data-country")
        .or_else(|| country.get_attribute("data-shape"))?;
    CountryCode::parse(&code)
}
