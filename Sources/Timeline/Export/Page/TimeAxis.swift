import Temporal

/// Time laid out from left to right in equal columns of the finest unit that fits. Where nothing happens for long the axis
/// is folded, so that one old date does not press all the others into a corner.
struct TimeAxis: Sendable {
  /// What a column stands for.
  enum Unit: CaseIterable, Sendable {
    case day, week, month, quarter, year, decade, century, millennium
  }

  /// A column with events.
  struct Column: Sendable {
    /// The first day of its unit.
    var day: CivilDay
    /// Where it stands, counted in columns.
    var place: Int
    /// Whether the axis is folded before it.
    var isBehindFold: Bool
  }

  let unit: Unit
  /// Columns with events, in order of time.
  let columns: [Column]
  private let places: [Int: Int]
  private static let mostPlaces = 110
  /// An empty stretch longer than this is folded to as many columns.
  private static let fold = 3

  /// An axis on which every one of `days` has a column.
  init(days: some Sequence<CivilDay>) {
    let days = Set(days).sorted()
    var layout = (unit: Unit.millennium, columns: [Column](), places: [Int: Int]())
    for unit in Unit.allCases {
      layout = Self.layout(days, unit)
      if (layout.columns.last?.place ?? 0) < Self.mostPlaces { break }
    }
    (unit, columns, places) = layout
  }

  /// Places from the first to the last column.
  var width: Int { (columns.last?.place ?? -1) + 1 }

  /// Where a day stands; nil where its column has no events.
  func place(of day: CivilDay) -> Int? { places[Self.number(day, unit)] }

  /// What a column is called: `24 Oct 2024`, `Oct 2024`, `2020-2029`.
  func label(_ column: Column, _ words: DateWords) -> String {
    let day = column.day
    func years(_ count: Int) -> String { "\(day.year)-\(day.year + count - 1)" }
    switch unit {
    case .day, .week: return "\(day.day) \(words.month(day, short: true)) \(day.year)"
    case .month: return "\(words.month(day, short: true)) \(day.year)"
    case .quarter: return "\(words.month(day, short: true))-\(words.month(day + 75, short: true)) \(day.year)"
    case .year: return String(day.year)
    case .decade: return years(10)
    case .century: return years(100)
    case .millennium: return years(1000)
    }
  }

  private static func layout(
    _ days: [CivilDay], _ unit: Unit
  ) -> (unit: Unit, columns: [Column], places: [Int: Int]) {
    var columns: [Column] = []
    var places: [Int: Int] = [:]
    var last: Int?
    for day in days {
      let number = Self.number(day, unit)
      if number == last { continue }
      let gap = last.map { number - $0 } ?? 0
      let place = (columns.last?.place ?? 0) + min(gap, fold)
      columns.append(Column(day: first(day, unit), place: place, isBehindFold: gap > fold))
      places[number] = place
      last = number
    }
    return (unit, columns, places)
  }

  /// The number of the unit in which a day lies.
  private static func number(_ day: CivilDay, _ unit: Unit) -> Int {
    switch unit {
    case .day: Int(day.number)
    case .week: floor(Int(day.monday.number) + 3, 7)
    case .month: day.year * 12 + day.month - 1
    case .quarter: day.year * 4 + (day.month - 1) / 3
    case .year: day.year
    case .decade: floor(day.year, 10)
    case .century: floor(day.year, 100)
    case .millennium: floor(day.year, 1000)
    }
  }

  private static func first(_ day: CivilDay, _ unit: Unit) -> CivilDay {
    func january(_ years: Int) -> CivilDay {
      CivilDay(year: floor(day.year, years) * years, month: 1, day: 1) ?? day
    }
    switch unit {
    case .day: return day
    case .week: return day.monday
    case .month: return CivilDay(year: day.year, month: day.month, day: 1) ?? day
    case .quarter: return CivilDay(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
    case .year: return january(1)
    case .decade: return january(10)
    case .century: return january(100)
    case .millennium: return january(1000)
    }
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }
}
