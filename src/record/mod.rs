pub(crate) mod details;
pub(crate) mod dialog;
pub(crate) mod facts;
pub(crate) mod headings;
pub(crate) mod project_timeline;
pub(crate) mod related;
pub(crate) mod relations;
