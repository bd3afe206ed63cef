import Temporal
import Text

extension TimelineQuery {
  /// Reads a filter from one string, as the command line's `--filter` and the reader's `f` take it.
  ///
  /// Terms stand apart by blanks; a value with blanks stands in double quotes, in which `\"` and `\\` are a quote and a
  /// backslash; a hyphen before a term negates it; a word without a key is searched for.
  ///
  /// ```swift
  /// try TimelineQuery(parsing: #"actor:"Coastal Army" type:attack date:2016-02..2016-04 -status:planned truce"#)
  /// ```
  ///
  /// - Parameter types: the types that exist, so that a misspelt one is an error; empty takes any.
  /// - Throws: `QueryError` that names the first word that cannot be understood.
  public init(parsing text: String, types: [EventType] = []) throws(QueryError) {
    var scanner = QueryScanner(text)
    var terms: [QueryTerm] = []
    while let word = try scanner.next() {
      guard let name = word.key else {
        terms.append(QueryTerm(try Self.textCondition(word.value, word: word.source), negated: word.isNegated))
        continue
      }
      guard let key = QueryKey(rawValue: name) else {
        let keys = QueryKey.allCases.map(\.rawValue).joined(separator: ", ")
        throw QueryError(word: word.source, message: "no filter is called \"\(name)\"; there are \(keys)")
      }
      let condition = try Self.condition(key, word.value, types: types, word: word.source)
      terms.append(QueryTerm(condition, negated: word.isNegated))
    }
    self.init(terms: terms)
  }

  /// Adds one condition, as a separate option of the command line gives it: `query.add(.after, "2024-10")`.
  ///
  /// - Throws: `QueryError` that names key and value.
  public mutating func add(_ key: QueryKey, _ value: String, types: [EventType] = []) throws(QueryError) {
    terms.append(QueryTerm(try Self.condition(key, value, types: types, word: "\(key.rawValue):\(value)")))
  }

  private static func condition(
    _ key: QueryKey, _ value: String, types: [EventType], word: String
  ) throws(QueryError) -> QueryTerm.Condition {
    if value.isEmpty { throw QueryError(word: word, message: "a value is missing after the colon") }
    switch key {
    case .actor: return .actor(value)
    case .place: return .place(value)
    case .article: return .article(value)
    case .story: return .story(value)
    case .text, .search: return try textCondition(value, word: word)
    case .type:
      let type = EventType(rawValue: LatinFolding.fold(value))
      if types.isEmpty || types.contains(type) { return .type(type) }
      let codes = types.map(\.rawValue).joined(separator: ", ")
      throw QueryError(word: word, message: "no such type; there are \(codes)")
    case .status:
      if let status = EventStatus(rawValue: LatinFolding.fold(value)) { return .status(status) }
      let names = EventStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError(word: word, message: "no such status; there are \(names)")
    case .tag: return .tag(value)
    case .is:
      if let remark = EventRemark(rawValue: LatinFolding.fold(value)) { return .remark(remark) }
      let names = EventRemark.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError(word: word, message: "an event may be \(names)")
    case .date: return try dateCondition(value, word: word)
    case .after: return .date(from: try QueryDate(value, word: word).span.first, to: nil)
    case .before: return .date(from: nil, to: try QueryDate(value, word: word).span.last)
    }
  }

  private static func textCondition(_ value: String, word: String) throws(QueryError) -> QueryTerm.Condition {
    if SearchText.words(of: value).isEmpty {
      throw QueryError(word: word, message: "there is no word in it to search for")
    }
    return .text(value)
  }

  private static func dateCondition(_ value: String, word: String) throws(QueryError) -> QueryTerm.Condition {
    guard let dots = value.firstRange(of: "..") else {
      let span = try QueryDate(value, word: word).span
      return .date(from: span.first, to: span.last)
    }
    let low = value[..<dots.lowerBound]
    let high = value[dots.upperBound...]
    let from = low.isEmpty ? nil : try QueryDate(low, word: word).span.first
    let to = high.isEmpty ? nil : try QueryDate(high, word: word).span.last
    if from == nil, to == nil { throw QueryError(word: word, message: "at least one side of \"..\" needs a date") }
    if let from, let to, to < from { throw QueryError(word: word, message: "the interval ends before it begins") }
    return .date(from: from, to: to)
  }
}

/// Cuts a filter into its words.
private struct QueryScanner {
  struct Word {
    var source: String
    var isNegated: Bool
    var key: String?
    var value: String
  }

  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  mutating func next() throws(QueryError) -> Word? {
    rest = rest.drop(while: \.isWhitespace)
    if rest.isEmpty { return nil }
    let start = rest
    var word = Word(source: "", isNegated: false, key: nil, value: "")
    if rest.first == "-", rest.dropFirst().first.map({ !$0.isWhitespace }) == true {
      word.isNegated = true
      rest.removeFirst()
    }
    let name = rest.prefix { $0.isLetter }
    if !name.isEmpty, rest[name.endIndex...].first == ":" {
      word.key = name.lowercased()
      rest = rest[name.endIndex...].dropFirst()
    }
    if rest.first == "\"" {
      guard let value = quoted() else {
        throw QueryError(word: String(start), message: "the quotation mark is never closed")
      }
      word.value = value
    } else {
      let value = rest.prefix { !$0.isWhitespace }
      word.value = String(value)
      rest = rest[value.endIndex...]
    }
    word.source = String(start[..<rest.startIndex])
    return word
  }

  private mutating func quoted() -> String? {
    var value = ""
    var tail = rest.dropFirst()
    while let character = tail.popFirst() {
      if character == "\"" {
        rest = tail
        return value
      }
      if character == "\\", let next = tail.first, next == "\"" || next == "\\" {
        value.append(next)
        tail.removeFirst()
      } else {
        value.append(character)
      }
    }
    return nil
  }
}
