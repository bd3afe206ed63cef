import Temporal
import Text
import Timeline

/// Reads articles: plain text with or without header lines, and JSON Lines.
public struct ArticleDecoder: Sendable {
  private let dates: DateReader
  private let labels: HeaderLabels
  private let readers = JSONReaderPool()
  /// The longest line that is read, in bytes.
  public static let longestLine = 64 << 20

  /// A decoder that finds the publication day of a header line with `dates`, and its labels in `articles/labels.tsv`.
  ///
  /// - Throws: `TableError` at the first bad row.
  public init(resources: ResourceFolder, dates: DateReader) throws(TableError) {
    self.dates = dates
    labels = try HeaderLabels(resources: resources)
  }

  /// Reads one line of JSON.
  ///
  /// - Throws: `ArticleError` that says what is wrong with the line.
  public func article(line: [UInt8]) throws(ArticleError) -> Article {
    let members = try members(of: line)
    let strings = Self.strings(members)
    let id = Self.id(members, strings)
    var article = self.article(id: id ?? "", text: try Self.text(strings, id))
    article.title = strings["title"] ?? article.title
    article.url = strings["url"]
    article.outlet = strings["outlet"] ?? article.outlet
    if let language = strings["language"] { article.language = LanguageCode(rawValue: language) }
    article.publication = Self.publication(strings) ?? article.publication
    article.extra = Self.extra(members)
    return article
  }

  /// Reads of one line of JSON what dates count from: its text, its language, and the publication day that the line or
  /// else the head of the text gives.
  ///
  /// - Throws: `ArticleError` that says what is wrong with the line.
  public func datable(line: [UInt8]) throws(ArticleError) -> Article {
    let members = try members(of: line)
    let strings = Self.strings(members)
    let id = Self.id(members, strings)
    let text = try Self.text(strings, id)
    let language = strings["language"].map { LanguageCode(rawValue: $0) } ?? .undetermined
    var article = Article(id: id ?? "", language: language, text: text)
    article.publication =
      Self.publication(strings) ?? ArticleHeader(text, labels: labels, dates: dates)?.publication ?? Publication()
    return article
  }

  private static func strings(_ members: [JSONObjectReader.Member]) -> [String: String] {
    Dictionary(members.compactMap { member in member.string.map { (member.key, $0) } }) { _, last in last }
  }

  private static func id(_ members: [JSONObjectReader.Member], _ strings: [String: String]) -> String? {
    strings["id"] ?? members.last { $0.key == "id" }.map { String(decoding: $0.raw, as: UTF8.self) }
  }

  private static func text(_ strings: [String: String], _ id: String?) throws(ArticleError) -> SourceText {
    guard let text = strings["text"] else {
      throw ArticleError(kind: .noText, id: id, message: "the object has no string \"text\"")
    }
    return SourceText(text)
  }

  private static func publication(_ strings: [String: String]) -> Publication? {
    guard let published = strings["published"], let day = CivilDay(iso: String(published.prefix(10))) else {
      return nil
    }
    return Publication(day: day, time: time(published), basis: .given, evidence: published)
  }

  private static let knownKeys: Set<String> = ["id", "text", "published", "title", "url", "outlet", "language"]

  private func members(of line: [UInt8]) throws(ArticleError) -> [JSONObjectReader.Member] {
    if line.allSatisfy({ $0 <= 32 }) { throw ArticleError(kind: .blank, id: nil, message: "the line is blank") }
    if line.count > Self.longestLine {
      throw ArticleError(kind: .tooLong, id: nil, message: "the line is longer than 64 MB: split the article")
    }
    do throws(JSONObjectReader.Failure) {
      return try readers.members(of: line)
    } catch {
      switch error {
      case .notObject where String(validating: line, as: UTF8.self) == nil:
        throw ArticleError(kind: .notUTF8, id: nil, message: "the line is not UTF-8: convert it")
      case .notObject: throw ArticleError(kind: .notJSON, id: nil, message: "the line is no JSON object")
      case .tooDeep:
        throw ArticleError(
          kind: .tooDeep, id: nil, message: "the line nests deeper than \(JSONObjectReader.depthLimit) levels")
      case .noMemory: throw ArticleError(kind: .tooLong, id: nil, message: "the line is larger than the memory")
      }
    }
  }

  /// The unknown members as one object, each value as it was written; empty where there is none.
  private static func extra(_ members: [JSONObjectReader.Member]) -> [UInt8] {
    let unknown = members.filter { !knownKeys.contains($0.key) }
    if unknown.isEmpty { return [] }
    var json = JSONWriter()
    json.object { json in
      for member in unknown {
        json.key(escaping: member.key)
        json.raw(member.raw)
      }
    }
    return Array(json.bytes)
  }

  /// The local time of an ISO date-time: `2024-10-28T19:05:00+07:00`.
  private static func time(_ text: String) -> ClockTime? {
    let digits = text.dropFirst(11).prefix(5).split(separator: ":")
    guard digits.count == 2, let hour = Int(digits[0]), let minute = Int(digits[1]) else { return nil }
    return ClockTime(hour: hour, minute: minute)
  }

  /// Reads a plain text; the short lines before its first blank line are its header.
  public func article(id: String, text: SourceText) -> Article {
    var article = Article(id: id, language: .undetermined, text: text)
    guard let header = ArticleHeader(text, labels: labels, dates: dates) else { return article }
    article.body = TextSpan(header.end, text.count)
    article.title = header.title
    article.outlet = header.outlet
    article.publication = header.publication
    return article
  }
}

/// A line that is no article.
public struct ArticleError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, as error records name it.
  public enum Kind: String, Sendable {
    /// Nothing but blanks.
    case blank
    /// Bytes that are not UTF-8.
    case notUTF8 = "not_utf8"
    /// No JSON object.
    case notJSON = "not_json"
    /// Nested too deep.
    case tooDeep = "too_deep"
    /// No text in the object.
    case noText = "no_text"
    /// Longer than is read.
    case tooLong = "too_long"
  }
  /// What is wrong.
  public let kind: Kind
  /// The line's id, where it could be read.
  public let id: String?
  /// What is wrong, for people.
  public let message: String
  /// The message.
  public var description: String { message }

  /// Writes the record that a filter answers such a line with.
  ///
  /// - Parameter line: the line's number, from 1.
  public func write(to json: inout JSONWriter, line: Int) {
    json.object { json in
      json.field("id", id)
      json.object("error") { json in
        json.field("kind", kind.rawValue)
        json.field("message", message)
        json.field("line", line)
      }
    }
  }
}
