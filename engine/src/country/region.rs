use std::fmt;

/// A sub-region of the UN's M49 standard at its finest level, such as Southern Europe.
///
/// Antarctica, which M49 puts in no sub-region, is one here.
///
/// ```
/// use atlas_engine::country::Region;
/// let region = Region::parse("southern-europe").unwrap();
/// assert_eq!((region.slug(), region.name()), ("southern-europe", "Southern Europe"));
/// assert_eq!(Region::parse("atlantis"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(u8);

const REGIONS: [(&str, &str); 23] = [
    ("antarctica", "Antarctica"),
    ("australia-and-new-zealand", "Australia and New Zealand"),
    ("caribbean", "Caribbean"),
    ("central-america", "Central America"),
    ("central-asia", "Central Asia"),
    ("eastern-africa", "Eastern Africa"),
    ("eastern-asia", "Eastern Asia"),
    ("eastern-europe", "Eastern Europe"),
    ("melanesia", "Melanesia"),
    ("micronesia", "Micronesia"),
    ("middle-africa", "Middle Africa"),
    ("northern-africa", "Northern Africa"),
    ("northern-america", "Northern America"),
    ("northern-europe", "Northern Europe"),
    ("polynesia", "Polynesia"),
    ("south-america", "South America"),
    ("south-eastern-asia", "South-eastern Asia"),
    ("southern-africa", "Southern Africa"),
    ("southern-asia", "Southern Asia"),
    ("southern-europe", "Southern Europe"),
    ("western-africa", "Western Africa"),
    ("western-asia", "Western Asia"),
    ("western-europe", "Western Europe"),
];

impl Region {
    /// Returns the region with this slug, if there is one.
    pub fn parse(slug: &str) -> Option<Self> {
        let position = REGIONS.iter().position(|(known, _)| *known == slug)?;
        Some(Self(position as u8))
    }

    /// Returns the region of a letter in the table of countries: `a` is the first, and so on.
    pub(super) fn lettered(letter: &str) -> Option<Self> {
        let position = letter.bytes().next()?.checked_sub(b'a')?;
        (usize::from(position) < REGIONS.len()).then_some(Self(position))
    }

    /// Returns every region, in the order of the slugs.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..REGIONS.len() as u8).map(Self)
    }

    /// Returns its name in addresses: lower-case words joined by `-`.
    pub fn slug(self) -> &'static str {
        REGIONS
            .get(usize::from(self.0))
            .map_or("", |(slug, _)| slug)
    }

    /// Returns its English name.
    pub fn name(self) -> &'static str {
        REGIONS
            .get(usize::from(self.0))
            .map_or("", |(_, name)| name)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.slug())
    }
}
