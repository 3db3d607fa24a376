use crate::dom::dynamic::text;
use crate::dom::element::{Element, Tag};
use crate::map::data::MapData;
use atlas_engine::country::CountryCode;
use atlas_engine::facet::FacetKey;
use atlas_engine::map::DrawnCountry;

pub(crate) type Land = (Option<CountryCode>, String);

pub(crate) fn drawn_land(countries: &[DrawnCountry]) -> Vec<Land> {
    let seen = countries.iter().filter(|country| !country.path.is_empty());
    let land = seen.map(|country| (country.code, country.path.clone()));
    land.collect()
}

pub(crate) fn country_shapes(data: &MapData, land: Vec<Land>) -> Element {
    let shapes = land.into_iter().map(|land| country_shape(data, land));
    Element::new(Tag::Group)
        .attr("aria-hidden", "true")
        .child(shapes.collect::<Vec<_>>())
}

/// Countries of the portfolio have the shade of their count.
fn country_shape(data: &MapData, (code, path): Land) -> Element {
    let shape = Element::new(Tag::Path)
        .attr("fill-rule", "evenodd")
        .attr("data-shape", code.map(|code| code.to_string()))
        .attr("d", path);
    let Some(country) = code.and_then(|code| data.country(code)) else {
        return shape.class("country");
    };
    let (atlas, facet, data) = (data.atlas, data.facet, data.clone());
    let (code, value) = (country.code, country.value);
    let key = code.to_string();
    shape.class(text(move || {
        let count = atlas.count(facet, value);
        let selected = atlas.query().has(&FacetKey::COUNTRY, &key);
        let mut class = "country country--".to_owned();
        class.push_str(&data.shade(count).to_string());
        if count > 0 || selected {
            class.push_str(" country--selectable");
        }
        let linked = data.linked().is_some_and(|codes| codes.contains(&code));
        if linked || atlas.pointed() == Some(code) {
            class.push_str(" country--highlighted");
        }
        if selected {
            class.push_str(" country--selected");
        }
        class
    }))
}
