import Text

/// What the names of a part of a page say of it.
enum Furniture: UInt8, Comparable {
  /// Nothing.
  case none
  /// The article's own text.
  case body
  /// Stands beside an article: related stories, bylines, captions, share buttons. Some outlets wrap the article itself in
  /// such a name, so it counts only where little of the page's prose is in it.
  case aside
  /// Other people's words: comments, consent texts, legal notices. It may hold more prose than the article.
  case foreign

  static func < (a: Furniture, b: Furniture) -> Bool { a.rawValue < b.rawValue }
}

/// Words in classes and ids that name a page's furniture (`pages/furniture.tsv`).
///
/// Names are cut at signs and at capitals: `relatedPosts`, `related-posts` and `RELATED_POSTS` are the same two words. A
/// row `share*` is any word that begins so; `read more` is two words that follow each other.
struct FurnitureNames: Sendable {
  private var words: [UInt64: Furniture] = [:]
  private var beginnings: [UInt64: Furniture] = [:]

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// Reads `pages/furniture.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  init(resources: ResourceFolder) throws(TableError) {
    for row in try resources.table("pages/furniture.tsv", required: ["name", "kind"]).rows {
      let kind: Furniture
      switch row["kind"] {
      case "body": kind = .body
      case "aside": kind = .aside
      case "foreign": kind = .foreign
      default: throw row.error("\(row["kind"]) is no kind of furniture")
      }
      let name = row["name"]
      var hash = Self.seed
      for byte in name.utf8 where byte != UInt8(ascii: "*") { hash = Self.next(hash, byte) }
      if name.hasSuffix("*") { beginnings[hash] = kind } else { words[hash] = kind }
    }
  }

  /// What the value of a class or an id says.
  func furniture(_ value: ArraySlice<UInt8>) -> Furniture {
    var found = Furniture.none
    var (word, pair) = (Self.seed, Self.seed)
    var length = 0
    var previous: UInt8 = 0
    func end() {
      if length > 0 { found = max(found, words[word] ?? .none, words[pair] ?? .none) }
    }
    for byte in value {
      let isCapital = byte >= 65 && byte <= 90
      let letter = isCapital ? byte + 32 : byte
      let isLetter = letter >= 97 && letter <= 122
      if length > 0, !isLetter || (isCapital && previous >= 97 && previous <= 122) {
        end()
        // The next word may make a pair with this one; names of another attribute's word begin anew.
        pair = byte == 32 ? Self.seed : Self.next(word, 32)
        (word, length) = (Self.seed, 0)
      }
      if isLetter {
        word = Self.next(word, letter)
        pair = Self.next(pair, letter)
        length += 1
        if length >= 4, let kind = beginnings[word] { found = max(found, kind) }
      }
      previous = byte
    }
    end()
    return found
  }

  private static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* prime }
}
