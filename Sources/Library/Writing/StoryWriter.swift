import GRDB
import Timeline

/// Ties a new article to the story that it tells, if another article tells it.
struct StoryWriter {
  let database: Database

  /// Articles that are looked at for one key: many share a key only where they are all alike.
  private static let mostOfKey = 8
  /// Articles whose sketches are compared.
  private static let mostCompared = 8

  /// Finds the story of the article `id` and files its keys.
  ///
  /// - Returns: the number of the story's first article; nil where no other tells it.
  func file(_ sketch: StorySketch, of id: Int64) throws -> Int64? {
    let near = try nearest(sketch)
    let insert = try database.cachedStatement(sql: "INSERT OR IGNORE INTO storyKey (key, article) VALUES (?, ?)")
    for key in sketch.keys { try insert.execute(arguments: [key, id]) }
    guard let near else { return nil }
    let story = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT ifnull(story, id) FROM article WHERE id = ?"), arguments: [near])
    let tie = try database.cachedStatement(sql: "UPDATE article SET story = ? WHERE id IN (?, ?)")
    try tie.execute(arguments: [story, near, id])
    return story
  }

  /// The article that shares the most words, where it shares enough; of several the first.
  private func nearest(_ sketch: StorySketch) throws -> Int64? {
    let select = try database.cachedStatement(
      sql: "SELECT article FROM storyKey WHERE key = ? LIMIT \(Self.mostOfKey)")
    var hits: [Int64: Int] = [:]
    for key in sketch.keys {
      for article in try Int64.fetchAll(select, arguments: [key]) { hits[article, default: 0] += 1 }
    }
    if hits.isEmpty { return nil }
    let candidates = hits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCompared).map(\.key)
    let bytes = try database.cachedStatement(sql: "SELECT sketch FROM article WHERE id = ?")
    var best: (article: Int64, similarity: Double)?
    for article in candidates {
      guard let other = try Stored.fetchOne(bytes, arguments: [article]) else { continue }
      let similarity = StorySketch.similarity(sketch.bytes, other.bytes)
      if similarity >= StorySketch.threshold, similarity > best?.similarity ?? 0 { best = (article, similarity) }
    }
    return best?.article
  }
}
