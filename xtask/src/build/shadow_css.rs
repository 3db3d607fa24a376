//! Adapts the page's style sheets to the shadow root of an element in another site's page.

use super::style::{self, minified};
use anyhow::{Context as _, Error, Result, anyhow, ensure};
use lightningcss::media_query::{
    MediaCondition, MediaFeature, MediaFeatureId, MediaFeatureName, MediaType,
};
use lightningcss::properties::Property;
use lightningcss::properties::custom::{
    CustomPropertyName, TokenList, TokenOrValue, UnparsedProperty, Variable,
};
use lightningcss::rules::container::{ContainerCondition, ContainerName, ContainerRule};
use lightningcss::rules::media::MediaRule;
use lightningcss::rules::style::StyleRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::selector::{Component, Selector};
use lightningcss::stylesheet::ParserOptions;
use lightningcss::traits::{IntoOwned as _, ParseWithOptions as _, ToCss as _};
use lightningcss::values::ident::{CustomIdent, DashedIdentReference};
use lightningcss::values::length::LengthValue;
use lightningcss::visit_types;
use lightningcss::visitor::{Visit as _, VisitTypes, Visitor};

/// The class of the element's frame, which stands for the root and the body. It is the container `atlas`.
const FRAME: &str = "atlas";

/// Pixels per `rem` in media queries, which use the default size.
const ROOT_PIXELS: f32 = 16.0;

/// Adapts a sheet to a shadow root: the element's frame is the root, and lengths follow its size instead
/// of the window's and the other page's font size. The loader adds the fonts, as a shadow root cannot.
pub(crate) fn adapt(sheet: &str) -> Result<String> {
    let mut sheet = style::parse(sheet)?;
    sheet.visit(&mut Adapter)?;
    for rule in &mut sheet.rules.0 {
        if let CssRule::Style(rule) = rule {
            make_tokens_settable(rule)?;
        }
    }
    Ok(sheet.to_css(minified())?.code)
}

fn tokens(text: &str) -> Result<TokenList<'static>> {
    let tokens = TokenList::parse_string_with_options(text, ParserOptions::default());
    let tokens = tokens.map_err(|error| anyhow!("“{text}” is not a value: {error}"))?;
    Ok(tokens.into_owned())
}

struct Adapter;

impl<'i> Visitor<'i> for Adapter {
    type Error = Error;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(RULES | PROPERTIES | SELECTORS)
    }

    fn visit_rule(&mut self, rule: &mut CssRule<'i>) -> Result<()> {
        rule.visit_children(self)?;
        match rule {
            CssRule::FontFace(_) | CssRule::Page(_) => *rule = CssRule::Ignored,
            CssRule::Media(media) => {
                if let Some(container) = container_rule(media)? {
                    *rule = CssRule::Container(container);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn visit_selector(&mut self, selector: &mut Selector<'i>) -> Result<()> {
        *selector = frame_for_root(selector);
        Ok(())
    }

    fn visit_property(&mut self, property: &mut Property<'i>) -> Result<()> {
        match property {
            Property::Custom(custom) => custom.value.visit(&mut RelativeLengths::default()),
            Property::Unparsed(unparsed) => unparsed.value.visit(&mut RelativeLengths::default()),
            _ => {
                // The adapted lengths contain variables, which parsed values cannot.
                let mut value = tokens(&property.value_to_css_string(minified())?)?;
                let mut lengths = RelativeLengths::default();
                value.visit(&mut lengths)?;
                if lengths.changed {
                    let property_id = property.property_id().into_owned();
                    *property = Property::Unparsed(UnparsedProperty { property_id, value });
                }
                Ok(())
            }
        }
    }
}

/// Returns a selector with the frame instead of `:root`, `html` and `body`, also within `:is()`, `:not()`
/// and the like.
fn frame_for_root<'i>(selector: &Selector<'i>) -> Selector<'i> {
    let is_root = |component: &Component| match component {
        Component::Root => true,
        Component::LocalName(name) => ["html", "body"].contains(&&*name.lower_name.0),
        _ => false,
    };
    // Each with the combinator before it, the last one first.
    let components = selector.iter_raw_match_order().as_slice();
    let compounds = components.split_inclusive(Component::is_combinator);
    let mut adapted: Vec<Component<'i>> = Vec::new();
    for compound in compounds.collect::<Vec<_>>().into_iter().rev() {
        let (simple, combinator) = match compound.split_last() {
            Some((last, simple)) if last.is_combinator() => (simple, Some(last)),
            _ => (compound, None),
        };
        adapted.extend(combinator.cloned());
        let mut has_frame = false;
        for component in simple {
            if !is_root(component) {
                adapted.push(with_adapted_arguments(component));
            } else if !has_frame {
                // Once in `html:root`: twice, the class would outweigh an attribute.
                has_frame = true;
                adapted.push(Component::Class(FRAME.into()));
            }
        }
    }
    adapted.into()
}

fn with_adapted_arguments<'i>(component: &Component<'i>) -> Component<'i> {
    let each = |selectors: &[Selector<'i>]| selectors.iter().map(frame_for_root).collect();
    match component {
        Component::Negation(selectors) => Component::Negation(each(selectors)),
        Component::Where(selectors) => Component::Where(each(selectors)),
        Component::Is(selectors) => Component::Is(each(selectors)),
        Component::Has(selectors) => Component::Has(each(selectors)),
        other => other.clone(),
    }
}

/// Lets the page around the element set each token, as `--atlas-` and its name.
fn make_tokens_settable(rule: &mut StyleRule) -> Result<()> {
    let selectors = rule.selectors.to_css_string(minified())?;
    if selectors != [".", FRAME].concat() {
        return Ok(());
    }
    for declaration in &mut rule.declarations.declarations {
        let Property::Custom(token) = declaration else {
            continue;
        };
        let CustomPropertyName::Custom(name) = &token.name else {
            continue;
        };
        let name = name.0.strip_prefix("--").context("a token without --")?;
        let settable = Variable {
            name: DashedIdentReference {
                ident: format!("--atlas-{name}").into(),
                from: None,
            },
            fallback: Some(token.value.clone()),
        };
        token.value = TokenList(vec![TokenOrValue::Var(settable)]);
    }
    Ok(())
}

/// Returns the container query for a media query about the window's width. A query with a media type, such
/// as `screen and (width <= 52rem)`, is left: it is about dialogs, which cover the whole window.
fn container_rule<'i>(media: &MediaRule<'i>) -> Result<Option<ContainerRule<'i>>> {
    let queries = &media.query.media_queries;
    let mut on_width = queries.iter().filter_map(|query| {
        let is_typed = query.qualifier.is_some() || query.media_type != MediaType::All;
        let condition = query.condition.as_ref().filter(|_| !is_typed);
        condition.filter(|it| is_about_width(it))
    });
    let Some(condition) = on_width.next() else {
        return Ok(None);
    };
    ensure!(
        queries.len() == 1,
        "a media query about the width is in a list, which container queries do not have: {}",
        media.query.to_css_string(minified())?
    );
    let mut condition = condition.clone();
    condition.visit(&mut RootPixels)?;
    let text = condition.to_css_string(minified())?;
    let condition = ContainerCondition::parse_string_with_options(&text, ParserOptions::default());
    let condition = condition.map_err(|error| anyhow!("{text} suits no container: {error}"))?;
    Ok(Some(ContainerRule {
        name: Some(ContainerName(CustomIdent(FRAME.into()))),
        condition: Some(condition.into_owned()),
        rules: CssRuleList(media.rules.0.clone()),
        loc: media.loc,
    }))
}

fn is_about_width(condition: &MediaCondition) -> bool {
    match condition {
        MediaCondition::Feature(
            MediaFeature::Plain { name, .. }
            | MediaFeature::Boolean { name }
            | MediaFeature::Range { name, .. }
            | MediaFeature::Interval { name, .. },
        ) => *name == MediaFeatureName::Standard(MediaFeatureId::Width),
        MediaCondition::Not(condition) => is_about_width(condition),
        MediaCondition::Operation { conditions, .. } => conditions.iter().any(is_about_width),
        MediaCondition::Unknown(_) => false,
    }
}

struct RootPixels;

impl Visitor<'_> for RootPixels {
    type Error = Error;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(LENGTHS)
    }

    fn visit_length(&mut self, length: &mut LengthValue) -> Result<()> {
        if let LengthValue::Rem(number) = length {
            *length = LengthValue::Px(*number * ROOT_PIXELS);
        }
        Ok(())
    }
}

/// Makes `rem` and `vw` relative to the frame, and `vh` to `--atlas-vh` if that is set: in an iframe as
/// high as its content, `vh` would be the content's height.
#[derive(Default)]
struct RelativeLengths {
    changed: bool,
}

impl Visitor<'_> for RelativeLengths {
    type Error = Error;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(TOKENS)
    }

    fn visit_token(&mut self, token: &mut TokenOrValue) -> Result<()> {
        let TokenOrValue::Length(length) = token else {
            return token.visit_children(self);
        };
        let relative = match length {
            LengthValue::Rem(number) => format!("calc({number}*var(--rem))"),
            LengthValue::Vw(number) => format!("{number}cqi"),
            LengthValue::Dvh(number) => format!("calc({number}*var(--atlas-vh,1dvh))"),
            LengthValue::Vh(number) => format!("calc({number}*var(--atlas-vh,1vh))"),
            _ => return Ok(()),
        };
        let relative = tokens(&relative)?.0.into_iter().next();
        *token = relative.context("a length without a value")?;
        self.changed = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::style;
    use super::adapt;
    use crate::repository;

    fn assert_adapted(cases: &[(&str, &str)]) {
        for (page, shadow) in cases {
            assert_eq!(&adapt(page).unwrap(), shadow, "{page}");
        }
    }

    #[test]
    fn the_frame_stands_for_the_root_and_the_body() {
        assert_adapted(&[
            (":root{--a:b}", ".atlas{--a:var(--atlas-a,b)}"),
            (
                ":root[data-theme=\"dark\"]{color:red}",
                ".atlas[data-theme=dark]{color:red}",
            ),
            (
                "html[data-theme=dark] a{color:red}",
                ".atlas[data-theme=dark] a{color:red}",
            ),
            (
                "html{color:red}body{margin:0}",
                ".atlas{color:red}.atlas{margin:0}",
            ),
            ("html:root{color:red}", ".atlas{color:red}"),
            ("html:root body{color:red}", ".atlas .atlas{color:red}"),
            (
                "html:has(.compare-bar){color:red}",
                ".atlas:has(.compare-bar){color:red}",
            ),
            (
                ":is(:root,.a):not(body) p::before{color:red}",
                ":is(.atlas,.a):not(.atlas) p:before{color:red}",
            ),
            (
                "@media print{body{.page{color:red}& .a{color:red}}}",
                "@media print{.atlas{& .page{color:red}& .a{color:red}}}",
            ),
            (
                "@supports (display:grid){html{color:red}}",
                "@supports (display:grid){.atlas{color:red}}",
            ),
            (
                "tbody tr{color:red}.record__body,.root{color:red}",
                "tbody tr{color:red}.record__body,.root{color:red}",
            ),
        ]);
    }

    #[test]
    fn lengths_follow_the_frame() {
        assert_adapted(&[
            (
                "a{padding:1.5rem -2rem}",
                "a{padding:calc(1.5*var(--rem)) calc(-2*var(--rem))}",
            ),
            (
                "a{width:clamp(1rem,3vw,2rem)}",
                "a{width:clamp(calc(1*var(--rem)),3cqi,calc(2*var(--rem)))}",
            ),
            (
                "a{height:min(40vh,100dvh)}",
                "a{height:min(calc(40*var(--atlas-vh,1vh)),calc(100*var(--atlas-vh,1dvh)))}",
            ),
            (
                "a{width:calc(100% - 2rem);inset:var(--a,3rem) auto 0}",
                "a{width:calc(100% - calc(2*var(--rem)));inset:var(--a,calc(3*var(--rem))) auto 0}",
            ),
            (
                ".theorem{width:2em;color:red!important;height:1rem!important}",
                ".theorem{width:2em;color:red!important;height:calc(1*var(--rem))!important}",
            ),
        ]);
    }

    #[test]
    fn a_query_about_the_width_is_about_the_frame_unless_it_names_a_medium() {
        assert_adapted(&[
            (
                "@media (max-width:60rem){a{width:1rem}}",
                "@container atlas (width<=960px){a{width:calc(1*var(--rem))}}",
            ),
            (
                "@media (min-width:40rem) and (max-width:60rem){a{color:red}}",
                "@container atlas (width>=640px) and (width<=960px){a{color:red}}",
            ),
            (
                "@media screen and (width <= 52rem){a{color:red}}",
                "@media screen and (width<=52rem){a{color:red}}",
            ),
            (
                "@media (forced-colors:active){a{color:red}}",
                "@media (forced-colors:active){a{color:red}}",
            ),
        ]);
        assert!(adapt("@media (max-width:60rem),print{a{color:red}}").is_err());
    }

    #[test]
    fn each_token_can_be_set_from_outside() {
        assert_adapted(&[
            (
                ":root{color-scheme:light dark;--ink:light-dark(#000,#fff);--space-1:1rem}a{color:red}",
                ".atlas{color-scheme:light dark;--ink:var(--atlas-ink,light-dark(#000,#fff));\
                 --space-1:var(--atlas-space-1,calc(1*var(--rem)))}a{color:red}",
            ),
            (
                "@media (prefers-reduced-motion:reduce){:root{--quick:0ms}}",
                "@media (prefers-reduced-motion:reduce){.atlas{--quick:0s}}",
            ),
        ]);
    }

    #[test]
    fn fonts_and_paper_are_left_to_the_page_around() {
        assert_adapted(&[
            (
                "@font-face{font-family:X;src:url(x)}a{color:red}",
                "a{color:red}",
            ),
            (
                "@media print{@page{margin:12mm}a{color:red}}",
                "@media print{a{color:red}}",
            ),
        ]);
    }

    #[test]
    fn the_pages_own_sheets_depend_on_neither_root_nor_window_in_a_shadow_root() {
        for folder in [
            "style",
            "style/map",
            "style/deferred",
            "style/on_demand",
            "style/further",
        ] {
            let sheet = style::sheet(&repository::root().join(folder)).unwrap();
            let adapted = adapt(&sheet).unwrap();
            let left = adapted.replace("@media screen and (width<=52rem)", "");
            let has_unit = |unit: &str| {
                let mut uses = left.match_indices(unit);
                uses.any(|(at, _)| left[..at].ends_with(|it: char| it.is_ascii_digit()))
            };
            assert!(!has_unit("rem") && !has_unit("vw"), "{folder}: {adapted}");
            for name in [":root", "html", "@font-face", "@page"] {
                assert!(!left.contains(name), "{name} in {folder}: {adapted}");
            }
        }
    }

    #[test]
    fn a_sheet_with_a_mistake_is_an_error() {
        assert!(adapt("a:::b{color:red}").is_err());
    }
}
