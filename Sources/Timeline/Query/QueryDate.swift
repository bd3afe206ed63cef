import Temporal

/// A day, a month or a year as filters and corrections are given it: `2016-02-14`, `2016-02`, `2016`.
struct QueryDate {
  /// Its days.
  let span: DateSpan
  /// Which of the three it is.
  let precision: Precision

  /// Reads a date.
  ///
  /// - Parameter word: what an error names.
  init(_ text: some StringProtocol, word: String) throws(QueryError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard areDigits, (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let year = Int(parts[0])
    else { throw QueryError(word: word, message: "not a date; write 2016, 2016-02 or 2016-02-14") }
    let month = parts.count > 1 ? Int(parts[1]) ?? 0 : nil
    guard let monthStart = CivilDay(year: year, month: month ?? 1, day: 1) else {
      throw QueryError(word: word, message: "there is no month \(parts[1]); write 01 to 12")
    }
    if parts.count == 3 {
      guard let day = CivilDay(iso: String(text)) else {
        throw QueryError(word: word, message: "that month has no day \(parts[2])")
      }
      (span, precision) = (DateSpan(day), .day)
      return
    }
    let lastMonth = month ?? 12
    let length = CivilDay.days(inMonth: lastMonth, of: year)
    span = DateSpan(monthStart, CivilDay(year: year, month: lastMonth, day: length) ?? monthStart)
    precision = month == nil ? .year : .month
  }
}
