import Temporal
import Text
import Timeline

/// Reads when an item was published: RFC 3339, RFC 822 with the liberties that feeds take, and what neither knows as any
/// date of a text is read.
struct FeedDateReader: Sendable {
  let dates: DateReader

  /// The publication that a date field tells; its words are kept as evidence, also where no day can be read in them.
  func publication(_ text: String) -> Publication {
    let words = text.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    guard let (day, time) = Self.rfc3339(text) ?? Self.rfc822(words) ?? dateOfText(text) else {
      return Publication(evidence: text)
    }
    return Publication(day: day, time: time, basis: .given, evidence: text)
  }

  /// By the date reader: `Senin, 28 Oktober 2024 19.05 WIB`.
  private func dateOfText(_ text: String) -> (CivilDay, ClockTime?)? {
    let source = SourceText(String(text.prefix(200)))
    let found = dates.read(source, published: nil).timexes.first {
      ($0.basis == .explicit || $0.basis == .repaired) && $0.days?.length == 1
    }
    guard let found, let day = found.days?.first else { return nil }
    return (day, found.time)
  }

  /// `2024-10-28T19:05:00+07:00`, also with a blank for the T or without a time (RFC 3339, section 5.6).
  static func rfc3339(_ text: String) -> (CivilDay, ClockTime?)? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = CivilDay(iso: String(decoding: bytes[..<10], as: UTF8.self)) else { return nil }
    if bytes.count == 10 { return (day, nil) }
    guard "Tt ".utf8.contains(bytes[10]) else { return nil }
    let rest = String(decoding: bytes[11...], as: UTF8.self)
    let clock = rest.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let zone = rest.dropFirst(clock.count).drop { $0 == " " }
    return (day, Self.time(String(clock), offset: Self.offset(String(zone))))
  }

  /// `Mon, 28 Oct 2024 19:05:00 +0700` (RFC 822, section 5, as RFC 2822 amends it): the weekday may be missing or wrong,
  /// the year have two digits, the month be written out.
  static func rfc822(_ words: [String]) -> (CivilDay, ClockTime?)? {
    var words = words[...]
    if let first = words.first, Int(first) == nil { words = words.dropFirst() }
    if words.count == 1, let only = words.first { words = only.split(separator: "-").map(String.init)[...] }
    guard words.count >= 3, let day = Int(words[words.startIndex]),
      let month = month(words[words.startIndex + 1]), let year = year(words[words.startIndex + 2]),
      let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    words = words.dropFirst(3)
    guard let clock = words.first else { return (civil, nil) }
    let zone = words.dropFirst().first { offset($0) != nil } ?? ""
    return (civil, time(clock, offset: offset(zone)))
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ word: String) -> Int? {
    guard word.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "." }) else { return nil }
    return months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
  }

  /// Years of two digits lie between 1950 and 2049 (RFC 2822, section 4.3).
  private static func year(_ word: String) -> Int? {
    guard let year = Int(word), year >= 0 else { return nil }
    switch word.utf8.count {
    case 2: return year < 50 ? 2000 + year : 1900 + year
    case 4: return year
    default: return nil
    }
  }

  private static func time(_ clock: String, offset: Int?) -> ClockTime? {
    let parts = clock.split { $0 == ":" || $0 == "." }.prefix(2).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
    return ClockTime(hour: hour, minute: minute, offset: offset)
  }

  private static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "wib": 420, "wita": 480, "wit": 540, "cet": 60, "cest": 120, "bst": 60, "msk": 180,
  ]

  /// Minutes east of Greenwich: `+0700`, `+07:00`, `+07`, `WIB`; nil where the word is no zone.
  private static func offset(_ word: String) -> Int? {
    if let named = zones[word.lowercased()] { return named }
    guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else { return nil }
    let minutes: Int
    switch digits.count {
    case 1, 2: minutes = number * 60
    case 4: minutes = number / 100 * 60 + number % 100
    default: return nil
    }
    guard minutes <= 14 * 60 else { return nil }
    return sign == "-" ? -minutes : minutes
  }
}
