//! Components that several parts of the page use.

pub(crate) mod amounts;
pub(crate) mod close_button;
pub(crate) mod compare_toggle;
pub(crate) mod content_lang;
pub(crate) mod dates;
pub(crate) mod element_size;
pub(crate) mod external_link;
pub(crate) mod fact;
pub(crate) mod fair_share;
pub(crate) mod highlight;
pub(crate) mod lazy;
pub(crate) mod modal;
pub(crate) mod names;
pub(crate) mod no_results;
pub(crate) mod picture;
pub(crate) mod plain_click;
pub(crate) mod print_note;
pub(crate) mod prose;
pub(crate) mod record_link;
pub(crate) mod selected_first;
pub(crate) mod selection;
pub(crate) mod tab_stop;
pub(crate) mod value_link;
