import Text

/// The Hijri calendar as Indonesia keeps it: months whose first day the government announced, from a table, and for the
/// others the tabular calendar (30-year cycle with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29).
struct HijriCalendar: Sendable {
  private var announced: [Int: CivilDay] = [:]

  /// Only the tabular calendar.
  init() {}

  /// Reads `dates/hijri.tsv`: year, month, first day.
  init(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      guard let year = Int(row["year"]), let month = Int(row["month"]), (1...12).contains(month),
        let first = CivilDay(iso: row["first"])
      else { throw row.error("needs year, month 1 to 12 and a first day YYYY-MM-DD") }
      announced[year * 12 + month] = first
    }
  }

  /// A day of the Hijri calendar as a civil day; nil where month or day do not exist.
  func day(year: Int, month: Int, day: Int) -> CivilDay? {
    guard (1...1700).contains(year), (1...12).contains(month), (1...30).contains(day) else { return nil }
    let first = announced[year * 12 + month] ?? Self.tabularFirst(year, month)
    return first + (day - 1)
  }

  private static func tabularFirst(_ year: Int, _ month: Int) -> CivilDay {
    let days = (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2
    return CivilDay(number: -492_148) + days
  }
}
