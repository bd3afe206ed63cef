import Temporal
import Timeline

/// A foreign file as articles with events, and which of them tell one event.
public struct ImportedTimeline: Sendable {
  /// One article's telling of an event.
  public struct Telling: Sendable, Hashable {
    /// The article's place in `articles`.
    public var article: Int
    /// The event's place in the article.
    public var event: Int
  }

  /// The articles.
  public internal(set) var articles: [AnnotatedArticle] = []
  /// The events, each with those who tell it.
  public internal(set) var entries: [[Telling]] = []
  /// What was made of each row.
  public internal(set) var rows: [ImportedRow] = []
  /// What holds for the whole file: its format, its columns, what was left out of it.
  public internal(set) var remarks: [String] = []

  private var numbers: [UInt64: Int] = [:]

  /// Adds an article with one event; where the same words are there already, its event becomes one more of theirs, since
  /// a library keeps an article once.
  mutating func add(_ article: AnnotatedArticle) {
    guard let number = numbers[article.article.fingerprint] else {
      numbers[article.article.fingerprint] = articles.count
      entries.append([Telling(article: articles.count, event: 0)])
      articles.append(article)
      return
    }
    let known = Set(articles[number].actors.map(\.id))
    articles[number].actors += article.actors.filter { !known.contains($0.id) }
    for var event in article.events {
      event.id = "e\(articles[number].events.count + 1)"
      entries.append([Telling(article: number, event: articles[number].events.count)])
      articles[number].events.append(event)
    }
  }

  /// One line for people: `12 rows: 11 events, 9 of them dated to the day, 1 vaguer, 1 undated; 1 row not understood`.
  public var summary: String {
    let events = rows.filter { $0.summary != nil }
    let days = events.count { $0.date?.precision == .day }
    let undated = events.count { $0.date?.precision == Precision.none }
    let doubtful = rows.count { !$0.problems.isEmpty }
    return "\(rows.count) rows: \(entries.count) events, \(days) of them dated to the day, "
      + "\(events.count - days - undated) vaguer, \(undated) undated; \(doubtful) rows not wholly understood"
  }
}
