use crate::host::{focus, page};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

pub(crate) fn show_dialog(element: &Element, open: bool) {
    let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() else {
        return;
    };
    if open && !dialog.open() {
        // Fails only for a dialog outside the document, which no one sees.
        drop(dialog.show_modal());
    } else if !open {
        dialog.close();
    }
}

/// Takes the dialog out of the top layer, where a print would end with the first page, or puts it back.
pub(crate) fn set_dialog_modeless(modeless: bool) {
    let found = page::first("dialog[open]");
    let Some(dialog) = found.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    let focused = page::root().and_then(|root| root.active_element());
    dialog.close();
    if modeless {
        dialog.show();
    } else {
        drop(dialog.show_modal());
    }
    if let Some(focused) = focused {
        focus::focus_element(&focused);
    }
}
