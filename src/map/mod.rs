//! The countries on a map. The code and the shapes are loaded together once the rest can be used: see
//! [`map_resources`]. `map_resources` and `small_map` are in the main program, the other modules in that chunk.

pub(crate) mod after_paint_view;
pub(crate) mod country;
pub(crate) mod country_labels;
pub(crate) mod country_shape;
pub(crate) mod data;
pub(crate) mod decode;
pub(crate) mod events;
pub(crate) mod gestures;
pub(crate) mod inset;
pub(crate) mod legend;
pub(crate) mod links;
pub(crate) mod map_picture;
pub(crate) mod map_resources;
pub(crate) mod map_table;
pub(crate) mod places;
pub(crate) mod small_drawing;
pub(crate) mod small_map;
pub(crate) mod tip;
pub(crate) mod tools;
pub(crate) mod view;
pub(crate) mod window;
pub(crate) mod world_map;
