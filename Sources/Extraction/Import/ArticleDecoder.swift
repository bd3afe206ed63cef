import Foundation
import Temporal
import Text
import Timeline

/// Reads articles: plain text with or without header lines, and JSON Lines.
public struct ArticleDecoder: Sendable {
  private let dates: DateReader
  /// The longest line that is read, in bytes.
  public static let longestLine = 64 << 20

  /// A decoder that finds the publication day of a header line with `dates`.
  public init(dates: DateReader) { self.dates = dates }

  /// Reads one line of JSON.
  ///
  /// - Throws: `ArticleError` that says what is wrong with the line.
  public func article(line: [UInt8]) throws(ArticleError) -> Article {
    if line.allSatisfy({ $0 <= 32 }) { throw ArticleError(kind: .blank, id: nil, message: "the line is blank") }
    if line.count > Self.longestLine {
      throw ArticleError(kind: .tooLong, id: nil, message: "the line is longer than 64 MB: split the article")
    }
    guard String(validating: line, as: UTF8.self) != nil else {
      throw ArticleError(kind: .notUTF8, id: nil, message: "the line is not UTF-8: convert it")
    }
    guard let value = try? JSONSerialization.jsonObject(with: Data(line)), let object = value as? [String: Any] else {
      throw ArticleError(kind: .notJSON, id: nil, message: "the line is no JSON object")
    }
    let id = object["id"] as? String
    guard let text = object["text"] as? String else {
      throw ArticleError(kind: .noText, id: id, message: "the object has no string \"text\"")
    }
    var article = self.article(id: id ?? "", text: SourceText(text))
    article.title = object["title"] as? String ?? article.title
    article.url = object["url"] as? String
    article.outlet = object["outlet"] as? String ?? article.outlet
    if let language = object["language"] as? String { article.language = LanguageCode(rawValue: language) }
    if let published = object["published"] as? String, let day = CivilDay(iso: String(published.prefix(10))) {
      article.publication = Publication(day: day, basis: .given, evidence: published)
    }
    return article
  }

  /// Reads a plain text; the short lines before its first blank line are its header.
  public func article(id: String, text: SourceText) -> Article {
    var article = Article(id: id, language: .undetermined, text: text)
    guard let header = ArticleHeader(text) else { return article }
    article.body = TextSpan(header.end, text.count)
    article.title = header.title
    article.outlet = header.outlet
    for line in header.lines {
      let found = dates.read(SourceText(text[line]), published: nil).timexes.first {
        $0.basis == .explicit && $0.days?.length == 1
      }
      guard let found, let day = found.days?.first else { continue }
      article.publication = Publication(day: day, time: found.time, basis: .header, evidence: text[line])
    }
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
}
