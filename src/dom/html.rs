//! Elements as HTML, for prerendered pages.
//!
//! Controls that need the running program are `inert`: they look as usual, but do not respond. A strict
//! content security policy blocks `style` attributes, so lengths are written to `data-style`, as words
//! for which the build has a style sheet (`xtask/src/build/prerender.rs`). Other styles are left out.

use crate::dom::element::{Attribute, ChildNode, Element, Parts, Target, Value};
use atlas_engine::markup::escape;
use leptos::prelude::*;
use leptos::tachys::view::Position;
use std::fmt::Write as _;

const VOID: [&str; 4] = ["input", "br", "hr", "img"];

const CONTROLS: [&str; 4] = ["button", "input", "select", "textarea"];

/// Written between texts by the framework, so that its own scripts find them again.
const MARKERS: [&str; 2] = ["<!>", "<!---->"];

const STYLES: &str = "data-style";

/// Removes the lengths, for a page whose program soon sets them.
pub(crate) fn without_lengths(html: &str) -> String {
    let begin = format!(" {STYLES}=\"");
    let mut parts = html.split(begin.as_str());
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('"').map_or("", |(_, after)| after));
    }
    plain
}

pub(crate) fn html(view: AnyView) -> String {
    let mut html = String::new();
    write_view(view, &mut html);
    for marker in MARKERS {
        html = html.replace(marker, "");
    }
    html
}

fn write_view(view: AnyView, to: &mut String) {
    view.to_html_with_buf(to, &mut Position::FirstChild, true, false, Vec::new());
}

pub(crate) fn write(element: Element, to: &mut String) {
    let Parts {
        tag,
        attributes,
        children,
        ..
    } = element.into_parts();
    let tag = tag.name();
    to.push('<');
    to.push_str(tag);
    let (mut classes, mut styles) = (Vec::new(), Vec::new());
    for attribute in attributes {
        match attribute.target {
            Target::Attribute if attribute.name == "class" => {
                classes.extend(current(attribute.value));
            }
            Target::Class => {
                classes.extend(current(attribute.value).map(|_| attribute.name.to_owned()));
            }
            Target::Style => styles.extend(length(attribute)),
            _ => write_attribute(attribute, to),
        }
    }
    for (name, values) in [("class", classes), (STYLES, styles)] {
        if !values.is_empty() {
            let attribute = Attribute {
                target: Target::Attribute,
                name,
                value: Value::Fixed(values.join(" ")),
            };
            write_attribute(attribute, to);
        }
    }
    let is_control = CONTROLS.contains(&tag);
    if is_control && !to.ends_with(" inert") {
        to.push_str(" inert");
    }
    to.push('>');
    if VOID.contains(&tag) {
        return;
    }
    for child in children {
        match child {
            ChildNode::Text(text) => escape(&text, to),
            ChildNode::DynamicText(text) => escape(&text.get_untracked(), to),
            ChildNode::Element(element) => write(element, to),
            ChildNode::View(view) => write_view(view, to),
        }
    }
    to.push_str("</");
    to.push_str(tag);
    to.push('>');
}

/// Translates a length in per cent into the words of the style sheet: `37.25%` into whole per cents and
/// hundredths, and a mix with pixels, such as `min(37.25%, 100% - 4px)`, also into a form and a number.
fn length(Attribute { name, value, .. }: Attribute) -> Option<String> {
    let value = current(value)?;
    let (percent, form) = if let Some(percent) = value.strip_suffix('%') {
        (percent, None)
    } else {
        let (function, arguments) = value.strip_suffix(')')?.split_once('(')?;
        let (percent, rest) = arguments.split_once('%')?;
        let pixels = rest.strip_suffix("px")?.rsplit(' ').next()?;
        let pixels: f64 = pixels.parse().ok()?;
        let form = match (function, rest.trim_start_matches(',').trim_start()) {
            ("min", rest) if rest.starts_with("100% - ") => "min",
            ("max", _) => "max",
            ("calc", rest) if rest.starts_with('-') => "less",
            ("calc", _) => "more",
            _ => return None,
        };
        (percent, Some((form, pixels)))
    };
    let percent: f64 = percent.parse().ok()?;
    let hundredths = (percent.clamp(0.0, 100.0) * 100.0).round() as u32;
    let (whole, hundredths) = (hundredths / 100, hundredths % 100);
    let mut words = format!("{name}:{whole} {name}:.{hundredths:02}");
    if let Some((form, pixels)) = form {
        let _written = write!(words, " {name}:{form} {name}:{pixels:.0}px");
    }
    Some(words)
}

fn current(value: Value) -> Option<String> {
    match value {
        Value::Absent => None,
        Value::Constant(value) => Some(value.to_owned()),
        Value::Fixed(value) => Some(value),
        Value::Text(text) => Some(text.get_untracked()),
        Value::Flag(flag) => flag.get_untracked().then(String::new),
    }
}

fn write_attribute(
    Attribute {
        target,
        name,
        value,
    }: Attribute,
    to: &mut String,
) {
    let Some(value) = current(value) else { return };
    if matches!(target, Target::Property) && name == "value" && value.is_empty() {
        return;
    }
    to.push(' ');
    to.push_str(name);
    if !value.is_empty() {
        to.push_str("=\"");
        escape(&value, to);
        to.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::dynamic::{dynamic, flag, text};
    use crate::dom::element::{el, fragment};

    #[test]
    fn data_is_escaped_in_attributes_and_content() {
        let hostile = "<script>\"&";
        let element = el("p")
            .attr("title", hostile.to_owned())
            .child(hostile)
            .child(dynamic(move || Some(el("b").child(hostile).finish())));
        assert_eq!(
            html(element.finish()),
            "<p title=\"&lt;script&gt;&quot;&amp;\">&lt;script&gt;&quot;&amp;\
             <b>&lt;script&gt;&quot;&amp;</b></p>"
        );
    }

    #[test]
    fn dynamic_content_is_written_with_its_current_value() {
        let element = el("li")
            .attr("hidden", flag(|| false))
            .attr("data-count", text(|| "2".to_owned()))
            .child(text(|| "two".to_owned()))
            .child(dynamic(|| None));
        assert_eq!(html(element.finish()), "<li data-count=\"2\">two</li>");
    }

    #[test]
    fn classes_beside_the_fixed_ones_are_written_while_their_condition_holds() {
        let open = RwSignal::new(true);
        let element = || {
            el("p")
                .class("note")
                .class_if("note--long", true)
                .class_if("note--short", false)
                .class_if("note--open", open)
        };
        let written = html(element().finish());
        assert_eq!(written, "<p class=\"note note--long note--open\"></p>");
        open.set(false);
        assert_eq!(
            html(element().finish()),
            "<p class=\"note note--long\"></p>"
        );
    }

    #[test]
    fn a_fragment_is_its_elements_one_after_the_other() {
        let view = fragment([el("b").child("1"), el("i").child("2")]);
        assert_eq!(html(view), "<b>1</b><i>2</i>");
        assert_eq!(html(fragment(None)), "");
    }

    #[test]
    fn interactive_elements_are_inert_in_prerendered_html() {
        let element = el("div")
            .style("inline-size", "49.6%")
            .style("aspect-ratio", "2 / 1")
            .child(el("button").child("Go"))
            .child(el("input").state("checked", flag(|| true)));
        let html = html(element.finish());
        assert_eq!(
            html,
            "<div data-style=\"inline-size:49 inline-size:.60\"><button inert>Go</button><input checked inert></div>"
        );
        assert_eq!(
            without_lengths(&html),
            "<div><button inert>Go</button><input checked inert></div>"
        );
    }

    #[test]
    fn a_length_with_pixels_keeps_all_its_parts() {
        for (value, words) in [
            ("100.00%", "a:100 a:.00"),
            ("min(61.11%, 100% - 4px)", "a:61 a:.11 a:min a:4px"),
            ("max(0.05%, 12px)", "a:0 a:.05 a:max a:12px"),
            ("calc(50% + 3px)", "a:50 a:.00 a:more a:3px"),
            ("calc(50% - 3px)", "a:50 a:.00 a:less a:3px"),
        ] {
            let written = html(el("i").style("a", value).finish());
            assert_eq!(written, format!("<i data-style=\"{words}\"></i>"));
        }
        let other = el("i").style("a", "2 / 1").style("b", "max(1em, 2px)");
        assert_eq!(html(other.finish()), "<i></i>");
    }
}
