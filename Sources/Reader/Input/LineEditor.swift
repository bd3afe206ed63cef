/// One line that is being typed.
struct LineEditor: Sendable, Hashable {
  /// The characters, at most `limit`.
  private(set) var characters: [Character]
  /// How many of them stand left of the cursor.
  private(set) var cursor: Int

  private static let limit = 1000

  /// A line with the cursor at its end.
  init(_ text: String = "") {
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  /// The line.
  var text: String { String(characters) }
  /// What stands left of the cursor.
  var beforeCursor: String { String(characters[..<cursor]) }

  /// Changes the line as a key asks; false where the key is none of a line's.
  mutating func apply(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      if characters.count < Self.limit {
        characters.insert(character, at: cursor)
        cursor += 1
      }
    case .backspace where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .delete where cursor < characters.count: characters.remove(at: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .control("k"): characters.removeSubrange(cursor...)
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  /// Replaces the `count` characters left of the cursor.
  mutating func replace(last count: Int, by text: String) {
    let start = max(0, cursor - count)
    characters.replaceSubrange(start..<cursor, with: text)
    cursor = start + text.count
  }

  private mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}
