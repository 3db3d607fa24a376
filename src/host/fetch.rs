//! Loading files and chunks, whose addresses the host knows.

use crate::host::chunk::Loaded;
use crate::host::{Callback, FetchError, MapParts, with_host};

/// The borders of the whole world.
pub(crate) const BORDERS: &str = "world.atlas-geo";
/// More detailed borders, for zooming in.
pub(crate) const DETAILED_BORDERS: &str = "world-close.atlas-geo";

/// Loads one of the files of borders, and the map's code.
pub(crate) fn borders(
    file: &'static str,
    arrived: impl FnOnce(Result<MapParts, FetchError>) + 'static,
) {
    with_host(|host| host.fetch_borders(file, Box::new(arrived)));
}

/// Loads the page's fonts, sans and serif, as WOFF2 in base64; empty if that fails.
pub(crate) fn fonts(arrived: impl FnOnce((String, String)) + 'static) {
    with_host(|host| host.fetch_fonts(Box::new(arrived)));
}

pub(crate) fn on_demand(arrived: Callback<Result<Loaded, FetchError>>) {
    chunk("on_demand", arrived);
}

pub(crate) fn deferred(arrived: Callback<Result<Loaded, FetchError>>) {
    chunk("deferred", arrived);
}

pub(crate) fn further(arrived: Callback<Result<Loaded, FetchError>>) {
    chunk("further", arrived);
}

fn chunk(name: &'static str, arrived: Callback<Result<Loaded, FetchError>>) {
    let loaded = Box::new(|loaded: Result<(), _>| arrived(loaded.map(|()| Loaded::chunk())));
    with_host(|host| host.fetch_chunk(name, loaded));
}

pub(crate) fn language(code: &str, arrived: impl FnOnce(Result<String, FetchError>) + 'static) {
    with_host(|host| host.fetch_language(code, Box::new(arrived)));
}
