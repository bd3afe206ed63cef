import Extraction
import Foundation
import Text
import Timeline

/// Something in a source from which an article is to be made.
enum RawArticle: Sendable {
  /// A line of JSON, and its place.
  case line([UInt8], place: String)
  /// A plain text, called by its name.
  case text([UInt8], name: String)
  /// A message of a mailbox, and its place.
  case message([UInt8], place: String)
  /// A record of a web archive, and its place.
  case record(WARCRecord, place: String)
}

/// One file of a source, opened: gives what articles are to be made from, some at a time.
struct SourceFile {
  private enum Content {
    case lines(LineReader)
    case messages(MboxReader<LineReader>)
    case records(WARCReader<LineReader>)
    case document(LineReader)
    case end
  }

  private var content: Content
  private let path: String
  private var number = 0
  /// Whether more of it comes at once: it is no pipe whose writer may wait for an answer.
  let isFile: Bool
  private let bytes: ExpandedBytes
  /// What ended the reading before its time; said once all that was read is given.
  private var failure: (any Error)?

  /// Opens `path` and finds out from its first bytes what it is.
  init(path: String) throws(LineReader.Failure) {
    self.path = path
    var reader = try LineReader(path: path)
    bytes = reader.bytes
    isFile = reader.isFile
    let head = try reader.head()
    let first = head.first { $0 > 32 }
    if first == UInt8(ascii: "{"), !FeedReader.isFeed(head) {
      content = .lines(reader)
    } else if WARC.begins(head) {
      content = .records(WARCReader(reader))
    } else if Mbox.begins(head) {
      content = .messages(MboxReader(reader))
    } else {
      content = .document(reader)
    }
  }

  /// How many bytes of the file were read, packed ones where it is packed.
  var consumed: Int { bytes.consumed }

  /// The next ones, at least one before the end.
  ///
  /// - Throws: `LineReader.Failure` where the rest cannot be read; all before it was given.
  mutating func next(atMost limit: Int) throws -> [RawArticle] {
    if let failure { throw failure }
    switch content {
    case .lines(var reader):
      content = .end
      let lines = try reader.lines(atMost: limit, longest: ArticleDecoder.longestLine)
      if !lines.isEmpty { content = .lines(reader) }
      return lines.map { line in
        number += 1
        return .line(line, place: "\(path):\(number)")
      }
    case .messages(var reader):
      content = .end
      let messages = try some(limit) { try reader.next() }
      if !messages.isEmpty { content = .messages(reader) }
      return messages.map { .message($0, place: $1) }
    case .records(var reader):
      content = .end
      let records = try some(limit) { try reader.next() }
      if !records.isEmpty { content = .records(reader) }
      return records.map { .record($0, place: $1) }
    case .document(var reader):
      content = .end
      let name = path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent
      let text = try reader.rest(longest: FeedReader.longest)
      do { _ = try reader.line(longest: 0) } catch { failure = error }
      if let failure, text.isEmpty { throw failure }
      return [.text(text, name: name)]
    case .end: return []
    }
  }

  private mutating func some<Value>(_ limit: Int, _ next: () throws -> Value?) throws -> [(Value, String)] {
    var values: [(Value, String)] = []
    do {
      while values.count < limit, let value = try next() {
        number += 1
        values.append((value, "\(path):\(number)"))
      }
    } catch {
      if values.isEmpty { throw error }
      failure = error
    }
    return values
  }
}
