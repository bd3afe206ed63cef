import Temporal
import Text
import Timeline

/// The words of the interface in one language, from `Resources/interface/<code>.tsv`.
///
/// ```swift
/// let words = try Phrasebook(resources: resources, language: .indonesian)
/// words["help.title"]      // "bantuan"
/// words.count("event", 3)  // "3 peristiwa"
/// ```
public struct Phrasebook: Sendable {
  /// The language.
  public let language: LanguageCode
  /// The words of dates.
  public let dates: DateWords
  private let texts: [String: String]

  /// Loads a language. What it lacks is taken from English, so that no screen shows a hole.
  ///
  /// - Throws: `TableError` where a table cannot be read, or a key stands twice in it.
  public init(resources: ResourceFolder, language: LanguageCode) throws(TableError) {
    var texts = try Self.texts(resources, .english)
    if language != .english { try texts.merge(Self.texts(resources, language)) { $1 } }
    self.init(texts: texts, language: language)
  }

  /// A phrasebook of given texts.
  public init(texts: [String: String], language: LanguageCode) {
    self.texts = texts
    self.language = language
    func list(_ key: String) -> [String] { (texts[key] ?? "").split(separator: " ").map(String.init) }
    func text(_ key: String) -> String { texts[key] ?? key }
    dates = DateWords(
      months: list("months"), shortMonths: list("months.short"), weekdays: list("weekdays"),
      shortWeekdays: list("weekdays.short"), to: text("date.to"), onOrBefore: text("date.onOrBefore"),
      onOrAfter: text("date.onOrAfter"), sometimeIn: text("date.sometimeIn"), probably: text("date.probably"),
      or: text("date.or"), someDay: text("date.someDay"), dayUnknown: text("date.dayUnknown"),
      undated: text("date.undated"))
  }

  /// The keys and texts of one table.
  ///
  /// - Throws: `TableError` where it cannot be read, a text is empty or a key stands twice.
  public static func texts(
    _ resources: ResourceFolder, _ language: LanguageCode
  ) throws(TableError) -> [String: String] {
    let table = try resources.table("interface/\(language).tsv", required: ["key", "text"])
    var texts: [String: String] = [:]
    for row in table.rows {
      if row["text"].isEmpty { throw row.error("no text for {\(row["key"])}") }
      if texts.updateValue(row["text"], forKey: row["key"]) != nil { throw row.error("{\(row["key"])} stands twice") }
    }
    return texts
  }

  /// The text of a key; the key itself where there is none.
  public subscript(key: String) -> String { texts[key] ?? key }

  /// The text of a key with `{name}` replaced by values.
  public func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    values.reduce(self[key]) { text, value in Self.replace("{\(value.key)}", in: text, by: value.value) }
  }

  /// A number with its noun: `1 event`, `18,332 events`.
  public func count(_ noun: String, _ number: Int) -> String {
    text(number == 1 ? "\(noun).one" : "\(noun).other", ["n": self.number(number)])
  }

  /// A whole number with its thousands apart.
  public func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += self["number.thousands"] }
      result.append(digit)
    }
    return result
  }

  private static func replace(_ pattern: String, in text: String, by value: String) -> String {
    guard let range = text.firstRange(of: pattern) else { return text }
    return text[..<range.lowerBound] + value + text[range.upperBound...]
  }
}
