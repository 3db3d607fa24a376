use crate::facet::facets::FacetIndex;
use crate::facet::value::NOT_STATED;
use crate::facet_key::FacetKind;
use crate::sort;
use atlas_counting::BitSet;

impl FacetIndex {
    /// Returns the donors that every project of a set has, as positions in the facet's values; none if
    /// there are more than two, which would not fit a sentence. If no donor has all the projects,
    /// returns two that together have them all, if any.
    ///
    /// ```
    /// use atlas_engine::explorer::Explorer;
    /// use atlas_engine::facet::FacetKey;
    /// use atlas_engine::portfolio;
    /// use atlas_engine::query::Query;
    /// let file = r#"{ "title": "Ours", "projects": [
    ///     { "title": "Wells", "countries": ["RO"], "donors": ["Ours"] },
    ///     { "title": "Roads", "countries": ["RO"], "donors": ["Ours", "Theirs"] },
    ///     { "title": "Schools" }
    /// ] }"#;
    /// let explorer = Explorer::new(portfolio::read(file.as_bytes()).portfolio.unwrap());
    /// let results = explorer.results(&Query::parse("country=RO"));
    /// let facets = explorer.facets();
    /// let common = facets.common_donors(&results.matches.records);
    /// let donors = facets.facet(&FacetKey::DONOR).unwrap();
    /// assert_eq!(donors.values[common[0] as usize].name, "Ours");
    /// ```
    pub fn common_donors(&self, set: &BitSet) -> Vec<u32> {
        let mut facets = self.facets.iter();
        let Some(donors) = facets.find(|facet| facet.kind == FacetKind::Donor) else {
            return Vec::new();
        };
        let is_stated = |value: u32| {
            let value = donors.values.get(value as usize);
            value.is_some_and(|value| value.key != NOT_STATED)
        };
        let having_all = |set: &BitSet| {
            let all = set.count();
            let counts = donors.column.count(set);
            let having = (0u32..)
                .zip(counts)
                .filter(|&(value, count)| count == all && is_stated(value));
            having.map(|(value, _)| value).collect::<Vec<u32>>()
        };
        let Some(first) = set.iter().next() else {
            return Vec::new();
        };
        let of_all = having_all(set);
        if !of_all.is_empty() {
            return if of_all.len() <= 2 {
                of_all
            } else {
                Vec::new()
            };
        }
        // One of the two must be a donor of the first project; the other must have all the rest.
        let mut firsts = donors.column.values(first).to_vec();
        sort::sort_distinct(&mut firsts);
        for one in firsts.into_iter().filter(|&value| is_stated(value)) {
            let mut rest = set.clone();
            let records = donors.column.records(one).iter().copied();
            rest.subtract(&BitSet::of(self.records, records));
            if let Some(&other) = having_all(&rest).first() {
                return vec![one.min(other), one.max(other)];
            }
        }
        Vec::new()
    }
}
