//! A link that came from data.

use super::marked::Marked;
use crate::strings;
use leptos::prelude::*;

/// A title, as a link where its address is known; the model lets only http, https and mailto in.
#[component]
pub(crate) fn ExternalLink(title: String, url: Option<String>) -> impl IntoView {
    match url {
        Some(url) => {
            view! { <a href=url rel="noopener noreferrer"><Marked text=title /></a> }.into_any()
        }
        None => view! { <Marked text=title /> }.into_any(),
    }
}

/// As [`ExternalLink`], and says so where there is no address.
#[component]
pub(crate) fn ListedLink(title: String, url: Option<String>) -> impl IntoView {
    let silent = url.is_none();
    view! {
        <ExternalLink title url />
        {silent.then(|| view! { <span class="fact__silent">{strings::NO_ADDRESS}</span> })}
    }
}
