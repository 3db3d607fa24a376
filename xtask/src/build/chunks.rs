//! The chunks of the page's program. They share its memory, so their views work like any other. They may
//! be entered only through their entries, which take a token that only loading the chunk returns.

use atlas_wasm_split::Chunk;

pub(crate) const CHUNKS: [Chunk; 3] = [
    Chunk {
        name: "map",
        // Not `map_resources` and `small_map`, which load the chunk and wait for it.
        modules: &[
            "project_atlas::map::country::",
            "project_atlas::map::country_labels::",
            "project_atlas::map::country_shape::",
            "project_atlas::map::data::",
            "project_atlas::map::decode::",
            "project_atlas::map::events::",
            "project_atlas::map::gestures::",
            "project_atlas::map::inset::",
            "project_atlas::map::after_paint_view::",
            "project_atlas::map::legend::",
            "project_atlas::map::links::",
            "project_atlas::map::small_drawing::",
            "project_atlas::map::table::",
            "project_atlas::map::tip::",
            "project_atlas::map::tools::",
            "project_atlas::map::view::",
            "project_atlas::map::window::",
            "project_atlas::map::world_map::",
            "atlas_engine::map::",
        ],
        entries: &[
            "project_atlas::map::decode::decoded",
            "project_atlas::map::view::drawn_map",
            "project_atlas::map::view::map_notes",
            "project_atlas::map::small_drawing::small_drawing",
        ],
    },
    Chunk {
        name: "deferred",
        modules: &[
            "project_atlas::filters::search_hints::",
            "project_atlas::filters::search_suggestions::",
            "project_atlas::filters::timeline::",
            "project_atlas::text_search::code::",
            "atlas_engine::explorer::text_search::",
            "atlas_engine::search::atoms::",
            "atlas_engine::search::builder::",
            "atlas_engine::search::highlight::",
            "atlas_engine::search::index::",
            "atlas_engine::search::terms::",
            "atlas_engine::search::word_match::",
        ],
        // What draws is entered through function pointers, which need no trampoline.
        entries: &[
            "project_atlas::text_search::code::highlighter",
            "project_atlas::text_search::code::search_code",
            "atlas_engine::explorer::text_search::text_search",
        ],
    },
    Chunk {
        name: "on_demand",
        modules: &[
            "project_atlas::components::picture::",
            "project_atlas::dom::in_place::",
            "project_atlas::layout::findings::",
            "project_atlas::layout::keyboard_help::",
            "project_atlas::map::map_picture::",
            "project_atlas::record::details::",
            "project_atlas::record::project_timeline::",
            "project_atlas::record::related::",
            "project_atlas::results::charts::",
            "project_atlas::results::compare::",
            "project_atlas::results::csv_link::",
            "project_atlas::results::entries::",
            "project_atlas::results::figures::",
            "project_atlas::results::network::",
            "project_atlas::results::pictures::",
            "project_atlas::results::table::",
            "project_atlas::results::whole_list::",
            "project_atlas::share::embed_code::",
            "project_atlas::share::embed_options::",
            "project_atlas::share::sharing::",
            "atlas_engine::citation::",
            "atlas_engine::statistics::",
            "atlas_engine::network::",
            "atlas_engine::related::",
        ],
        entries: &[
            "project_atlas::layout::findings::findings_list",
            "project_atlas::results::whole_list::whole_list",
        ],
    },
];
