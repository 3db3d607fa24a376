//! Changes to a query for which the portfolio must be known: which values belong to a facet, and which
//! parents include them.

use crate::explorer::Explorer;
use crate::facet::ResolvedChoice;
use crate::facet_key::FacetKey;
use crate::query::{Choice, Query};
use crate::sort::sort_distinct;

impl Explorer {
    /// Includes a value or a parent, or removes it if it is included. A parent replaces its children, and
    /// a child its parents, because one beside the other would change nothing.
    ///
    /// ```
    /// use atlas_engine::explorer::Explorer;
    /// use atlas_engine::facet_key::FacetKey;
    /// use atlas_engine::{portfolio, query::Query};
    /// let list = br#"{"title":"Ours","projects":[{"title":"Wells","countries":["KE","UG"]}]}"#;
    /// let explorer = Explorer::new(portfolio::read(list).portfolio.unwrap());
    /// let mut query = Query::parse("region=eastern-africa");
    /// explorer.toggle(&mut query, &FacetKey::COUNTRY, "KE");
    /// assert_eq!(query.to_address(), "country=KE");
    /// explorer.toggle(&mut query, &FacetKey::COUNTRY, "UG");
    /// assert_eq!(query.to_address(), "country=KE&country=UG");
    /// ```
    pub fn toggle(&self, query: &mut Query, facet: &FacetKey, value: &str) {
        if query.has(facet, value) {
            query.drop_choice(facet, value);
            return;
        }
        if let Some(included) = self.index.resolve(facet, value) {
            self.remove_included(query, |other| overlap(other, &included));
        }
        query.choose(facet, value, false);
    }

    /// Includes a value instead of all that is included in its facet, or removes it if it is included.
    pub fn choose_instead(&self, query: &mut Query, facet: &FacetKey, value: &str) {
        let was_included = query.has(facet, value);
        if let Some(of) = self.index.resolve_facet(facet) {
            self.remove_included(query, |other| other.facet == of);
        }
        if !was_included {
            query.choose(facet, value, false);
        }
    }

    /// Removes all choices in the facet at this position.
    pub fn clear_facet(&self, query: &mut Query, at: usize) {
        query.choices.retain(|choice| !self.is_in_facet(choice, at));
    }

    /// Returns whether a choice is in the facet at this position.
    pub fn is_in_facet(&self, choice: &Choice, at: usize) -> bool {
        self.resolve(choice).is_some_and(|it| it.facet == at)
    }

    /// Returns the values of a facet that a query includes, also through their parents, as ascending
    /// positions in [`Facet::values`](crate::facet::Facet::values).
    pub fn included(&self, query: &Query, facet: &FacetKey) -> Vec<u32> {
        let of = self.index.position(facet);
        let choices = query.choices.iter().filter(|choice| !choice.excluded);
        let resolved = choices.filter_map(|choice| self.resolve(choice));
        let included = resolved.filter(|it| Some(it.facet) == of);
        let mut values: Vec<u32> = included.flat_map(|it| it.values.into_owned()).collect();
        sort_distinct(&mut values);
        values
    }

    /// Lets any value of a facet apply again once none of it is included.
    pub fn reset_match_all(&self, query: &mut Query) {
        let mut match_all = std::mem::take(&mut query.match_all);
        match_all.retain(|facet| {
            let of = self.index.resolve_facet(facet);
            let mut included = query.choices.iter().filter(|choice| !choice.excluded);
            of.is_some_and(|of| included.any(|choice| self.is_in_facet(choice, of)))
        });
        query.match_all = match_all;
    }

    fn remove_included(&self, query: &mut Query, is_removed: impl Fn(&ResolvedChoice<'_>) -> bool) {
        query.choices.retain(|choice| {
            let resolved = self.resolve(choice).filter(|_| !choice.excluded);
            !resolved.is_some_and(|resolved| is_removed(&resolved))
        });
    }
}

/// Whether one is a parent of the other.
fn overlap(one: &ResolvedChoice<'_>, other: &ResolvedChoice<'_>) -> bool {
    let includes = |parent: &ResolvedChoice<'_>, child: &ResolvedChoice<'_>| matches!(child.values.as_ref(), [value] if parent.values.contains(value));
    one.facet == other.facet && (includes(one, other) || includes(other, one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portfolio::read;

    fn after(address: &str, change: impl Fn(&Explorer, &mut Query)) -> String {
        let list = br#"{"title":"Ours","projects":[
            {"title":"Wells","countries":["KE","UG","RO"],"donors":["Red","Blue"]}]}"#;
        let explorer = Explorer::new(read(list).portfolio.unwrap());
        let mut query = Query::parse(address);
        change(&explorer, &mut query);
        query.to_address()
    }

    #[test]
    fn toggling_twice_restores_the_query() {
        let twice = after("donor=blue", |explorer, query| {
            explorer.toggle(query, &FacetKey::DONOR, "red");
            assert!(query.has(&FacetKey::DONOR, "red"));
            explorer.toggle(query, &FacetKey::DONOR, "red");
        });
        assert_eq!(twice, "donor=blue");
    }

    #[test]
    fn a_parent_replaces_its_children_and_nothing_else() {
        let region = FacetKey::REGION;
        let toggled = after(
            "country=KE&country=RO&country=!UG&donor=red",
            |explorer, query| explorer.toggle(query, &region, "eastern-africa"),
        );
        assert_eq!(
            toggled,
            "country=RO&country=!UG&donor=red&region=eastern-africa"
        );
    }

    #[test]
    fn a_value_chosen_alone_replaces_the_parents_of_its_facet() {
        let toggled = after(
            "region=eastern-africa&country=KE&country=!UG&donor=red",
            |explorer, query| explorer.choose_instead(query, &FacetKey::COUNTRY, "RO"),
        );
        assert_eq!(toggled, "country=!UG&donor=red&country=RO");
    }

    #[test]
    fn a_value_chosen_alone_again_is_removed() {
        let toggled = after("country=RO&country=KE", |explorer, query| {
            explorer.choose_instead(query, &FacetKey::COUNTRY, "RO");
        });
        assert_eq!(toggled, "");
    }

    #[test]
    fn clearing_a_facet_removes_its_parents_and_what_is_excluded() {
        let cleared = after(
            "region=eastern-africa&country=!RO&donor=red",
            |explorer, query| {
                let at = explorer.facets().position(&FacetKey::COUNTRY).unwrap();
                explorer.clear_facet(query, at);
            },
        );
        assert_eq!(cleared, "donor=red");
    }

    #[test]
    fn all_values_must_apply_only_while_one_is_included() {
        let reset = |address| after(address, Explorer::reset_match_all);
        assert_eq!(
            reset("match=country&donor=red&country=!RO"),
            "donor=red&country=!RO"
        );
        assert_eq!(
            reset("match=country&region=eastern-africa"),
            "region=eastern-africa&match=country"
        );
    }
}
