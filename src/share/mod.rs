pub(crate) mod dialog;
pub(crate) mod embed_code;
pub(crate) mod embed_options;
pub(crate) mod sharing;
