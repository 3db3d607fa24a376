//! Saving a picture or a text as a file.

use crate::host::schedule;
use js_sys::{Array, encode_uri_component};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

/// Pixels of the picture per CSS pixel.
const SHARPNESS: u32 = 2;

/// A finished picture, and its size in CSS pixels.
pub(super) struct Picture {
    pub(super) svg: String,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Saves a text of a media type.
pub(crate) fn save_text(file: &str, ending: &str, media_type: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&text.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(&blob, file, ending);
    }
}

pub(super) fn save_pixels(file: &'static str, picture: &Picture) {
    let (width, height) = (picture.width, picture.height);
    let mut address = "data:image/svg+xml;charset=utf-8,".to_owned();
    address.push_str(&String::from(encode_uri_component(&picture.svg)));
    let Ok(image) = HtmlImageElement::new() else {
        return;
    };
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        drop(save_canvas(file, &drawn, width, height));
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&address);
}

fn save_canvas(
    file: &'static str,
    image: &HtmlImageElement,
    width: f64,
    height: f64,
) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (wide, high) = (width * f64::from(SHARPNESS), height * f64::from(SHARPNESS));
    canvas.set_width(wide as u32);
    canvas.set_height(high as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, wide, high)?;
    let saved = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            save(&blob, file, ".png");
        }
    });
    canvas.to_blob(saved.unchecked_ref())
}

fn save(blob: &Blob, file: &str, ending: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&address);
        link.set_download(&[file, ending].concat());
        link.click();
    }
    // The browser needs the address until it has begun to save.
    schedule::timeout(60_000, move || {
        drop(Url::revoke_object_url(&address));
    })
    .forget();
}
