import Text

/// Where the places of the gazetteer lie.
public struct PlaceCoordinates: Sendable {
  /// A point of WGS 84, in degrees.
  public struct Point: Sendable, Hashable {
    /// North of the equator, -90 to 90.
    public let latitude: Double
    /// East of Greenwich, -180 to 180.
    public let longitude: Double

    /// A point; nil where there is none on Earth.
    public init?(latitude: Double, longitude: Double) {
      guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  private let points: [String: Point]

  /// Knows no place.
  public init() { points = [:] }

  /// Loads `gazetteers/places.tsv`.
  ///
  /// - Throws: `TableError` at a row whose coordinates are no point on Earth.
  public init(resources: ResourceFolder) throws(TableError) {
    var points: [String: Point] = [:]
    for row in try resources.table("gazetteers/places.tsv", required: ["id", "lat", "lon"]).rows {
      if row["lat"].isEmpty, row["lon"].isEmpty { continue }
      guard let latitude = Double(row["lat"]), let longitude = Double(row["lon"]),
        let point = Point(latitude: latitude, longitude: longitude)
      else { throw row.error("{lat} and {lon} are no point on Earth") }
      points[row["id"]] = point
    }
    self.points = points
  }

  /// Where the place of that id lies; nil where it is not known.
  public subscript(id: String) -> Point? { points[id] }
}
