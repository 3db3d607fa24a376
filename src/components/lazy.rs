//! Content whose code is not in the first download: what few visitors ask for is loaded the first time,
//! and what all need but not at once after the first paint.

use crate::dom::dynamic::dynamic;
use crate::dom::element::{Element, el};
use crate::host::FetchError;
use crate::host::chunk::{DeferredChunk, FurtherChunk, Loaded, OnDemandChunk};
use crate::host::chunk_resource::ChunkResource;
use crate::host::fetch;
use crate::host::resource::Load;
use crate::i18n::{self, Message, tr_with};
use crate::state::Atlas;
use leptos::prelude::*;

/// Draws with the on-demand chunk. Until it is loaded, shows that it is loading or why it failed.
pub(crate) fn lazy(atlas: Atlas, draw: fn(OnDemandChunk, Atlas) -> AnyView) -> AnyView {
    lazily(atlas.on_demand(), move |chunk| draw(chunk, atlas))
}

/// The same with the further chunk.
pub(crate) fn lazy_further(atlas: Atlas, draw: fn(FurtherChunk, Atlas) -> AnyView) -> AnyView {
    let chunk = ChunkResource::new(fetch::further);
    lazily(chunk, move |chunk| draw(chunk, atlas))
}

/// The same for what is drawn without an atlas.
pub(crate) fn lazily<T: From<Loaded> + 'static>(
    chunk: ChunkResource<T>,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let loading = || {
        el("p")
            .class("on-demand")
            .attr("aria-busy", "true")
            .child(Message::Loading)
            .finish()
    };
    dynamic(move || match chunk.get() {
        Load::Ready(chunk) => Some(draw(chunk)),
        Load::Waiting => Some(loading()),
        Load::Failed(why) => {
            let failed = failed("on-demand", Message::PartFailed, why, move || chunk.fetch());
            Some(failed.finish())
        }
    })
}

/// Draws with the deferred chunk. The style sheet keeps room for what it draws. A failure is shown while
/// `is_missed`, because several parts are drawn by this chunk.
pub(crate) fn deferred(
    atlas: Atlas,
    draw: fn(DeferredChunk, Atlas) -> AnyView,
    is_missed: fn(Atlas) -> bool,
) -> AnyView {
    let chunk = atlas.deferred();
    dynamic(move || match chunk.get() {
        Load::Ready(chunk) => Some(draw(chunk, atlas)),
        Load::Failed(why) if is_missed(atlas) => {
            let failed = failed("deferred", Message::PartFailed, why, move || chunk.fetch());
            Some(failed.finish())
        }
        Load::Failed(_) | Load::Waiting => None,
    })
}

/// `message` has a placeholder for the reason.
pub(crate) fn failed(
    class: &'static str,
    message: Message,
    why: FetchError,
    fetch_again: impl Fn() + 'static,
) -> Element {
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| fetch_again())
        .child(Message::TryAgain);
    el("div")
        .class(class)
        .attr("role", "alert")
        .child(el("p").child(tr_with(message, &[("reason", &i18n::reason(why))])))
        .child(again)
}
