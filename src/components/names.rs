use crate::i18n::{Message, country_name, tr};
use crate::state::Atlas;
use atlas_engine::facet::FacetValue;
use atlas_engine::portfolio::CountryMention;
use atlas_engine::query::{Choice, NOT_STATED};

pub(crate) fn value_name(value: &FacetValue) -> String {
    stated_name(&value.key, &value.name)
}

fn stated_name(key: &str, name: &str) -> String {
    let name = if key == NOT_STATED {
        tr(Message::NotStated)
    } else {
        name
    };
    name.to_owned()
}

pub(crate) fn choice_name(atlas: Atlas, choice: &Choice) -> Option<String> {
    let explorer = atlas.explorer();
    let resolved = explorer.resolve(choice)?;
    Some(stated_name(resolved.key, resolved.name))
}

/// A country by the name that the project's source uses.
pub(crate) fn mention_name(mention: &CountryMention) -> String {
    let name = mention.own_name().or_else(|| country_name(mention.code));
    name.unwrap_or(mention.code.as_str()).to_owned()
}

pub(crate) fn portfolio_title(atlas: Atlas) -> String {
    match atlas.explorer().portfolio().title.as_str() {
        "" => tr(Message::UntitledPortfolio).to_owned(),
        title => title.to_owned(),
    }
}
