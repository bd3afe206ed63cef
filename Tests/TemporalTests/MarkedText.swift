import Foundation
import TestSupport

/// A text of our own with its dates marked: `Pasukan masuk [kemarin pagi=2024-05-14TMO].`; what is not marked must give
/// nothing. A line `# published 2024-05-15` sets the publication day of what stands below it.
struct MarkedText: Sendable {
  private(set) var text = ""
  /// `words=value`, in the order of the text.
  private(set) var marks: [String] = []
  let published: String
  /// File and line.
  let place: String

  init(_ marked: String, published: String, place: String) {
    self.published = published
    self.place = place
    var rest = marked[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inside = rest[rest.index(after: open)..<close]
      guard let equals = inside.lastIndex(of: "=") else { break }
      text += rest[..<open] + inside[..<equals]
      marks.append("\(inside[..<equals])=\(inside[inside.index(after: equals)...])")
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }

  /// The lines of `Tests/Corpora/dates/NAME.txt`, each a text of its own.
  static func lines(_ name: String) throws -> [MarkedText] { lines(of: try blocks(name), name) }

  /// The lines of a corpus that is no file.
  static func lines(in corpus: String) -> [MarkedText] { lines(of: blocks(in: corpus), "corpus") }

  private static func lines(of blocks: [Block], _ name: String) -> [MarkedText] {
    blocks.flatMap { block in
      block.lines.enumerated().filter { !$0.element.isEmpty }.map { number, line in
        MarkedText(line, published: block.published, place: "\(name).txt:\(block.number + number + 1)")
      }
    }
  }

  /// The articles of `Tests/Corpora/dates/NAME.txt`: all that stands below one `# published` is one text.
  static func articles(_ name: String) throws -> [MarkedText] {
    try blocks(name).filter { block in block.lines.contains { !$0.isEmpty } }.map { block in
      MarkedText(
        block.lines.joined(separator: "\n"), published: block.published, place: "\(name).txt:\(block.number)")
    }
  }

  private struct Block {
    var published = "2024-10-28"
    var number = 0
    var lines: [String] = []
  }

  /// What stands below each `# published`; comments become empty lines.
  private static func blocks(_ name: String) throws -> [Block] {
    let file = Checkout.root.appendingPathComponent("Tests/Corpora/dates/\(name).txt")
    return blocks(in: try String(contentsOf: file, encoding: .utf8))
  }

  private static func blocks(in text: String) -> [Block] {
    var blocks = [Block()]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("# published ") {
        blocks.append(Block(published: String(line.dropFirst(12)), number: index + 1))
      } else {
        blocks[blocks.count - 1].lines.append(line.hasPrefix("#") ? "" : String(line))
      }
    }
    return blocks
  }
}
