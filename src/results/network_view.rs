//! The view of the network: the drawing, whose code is in the further chunk, and its picture to save.

use crate::components::lazy::lazy_further;
use crate::dom::element::el;
use crate::host::chunk::OnDemandChunk;
use crate::results::network::network;
use crate::results::pictures::{NETWORK, picture_download};
use crate::state::Atlas;
use leptos::prelude::*;

pub(crate) fn network_view(_loaded: OnDemandChunk, atlas: Atlas) -> AnyView {
    el("div")
        .class("network")
        .child(lazy_further(atlas, network))
        .child(picture_download(atlas, &NETWORK))
        .finish()
}
