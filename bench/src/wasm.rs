//! What Node.js calls.

#![allow(unreachable_pub, reason = "reached from JavaScript")]

use crate::stopwatch::Stopwatch;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs every case; `now` gives milliseconds, as `performance.now` does.
#[wasm_bindgen]
pub fn run(now: &js_sys::Function) -> String {
    let milliseconds = || {
        let now = now.call0(&JsValue::NULL).ok();
        now.and_then(|now| now.as_f64()).unwrap_or_default()
    };
    crate::to_lines(&crate::run(&Stopwatch::new(&milliseconds)))
}
