pub(crate) mod css_number;
pub(crate) mod dynamic;
pub(crate) mod element;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod html;
pub(crate) mod mount;
pub(crate) mod progressive_render;
