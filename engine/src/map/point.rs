/// A position on the globe, in degrees.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LonLat {
    /// Degrees east. Within a ring, longitudes continue beyond ±180 instead of jumping.
    pub lon: f64,
    /// Degrees north, −90 to 90.
    pub lat: f64,
}

impl LonLat {
    pub(super) fn degrees_to(self, other: Self) -> f64 {
        let (from, to) = (self.lat.to_radians(), other.lat.to_radians());
        let half_height = ((to - from) / 2.0).sin();
        let half_width = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let haversine = half_height * half_height + from.cos() * to.cos() * half_width * half_width;
        2.0 * haversine.max(0.0).min(1.0).sqrt().asin().to_degrees()
    }
}

/// A position in the plane; y grows downwards.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}
