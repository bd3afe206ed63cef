import Text

/// The kinds of damage that are known, each with its cost: `dates/damage.tsv`.
///
/// A cost is in bits: how much less likely a text is with this damage than without it. Adding a kind is adding a row
/// with one of the changes below and an example.
struct DamageTable: Sendable {
  /// What damage does to a sound date.
  enum Change: Hashable, Sendable {
    /// Day and month are exchanged.
    case swap
    /// The written day is that many days later than the true one.
    case day(Int)
    /// Another month is written.
    case month
    /// The written year is that many years later than the true one.
    case year(Int)
    /// The year is missing.
    case noYear
    /// The month is missing.
    case noMonth
    /// A number of so many digits stands there that belongs to no part.
    case spare(Int)
    /// A digit was put in, left out, exchanged, or changed places with its neighbor.
    case digit(DigitChange)
    /// The weekday is wrong.
    case weekday
    /// Two letters that look like digits, `O` for 0.
    case letter(UInt8, UInt8)
    /// The form alone is damaged; the pieces are sound.
    case form
  }

  /// What happened to one digit.
  enum DigitChange: String, Hashable, Sendable { case insert, drop, replace, transpose }

  /// A row.
  struct Row: Sendable {
    var kind: String
    var change: Change
    var cost: Double
    var monthFirstCost: Double
  }

  private(set) var rows: [Row] = []
  /// The row of each change, by `slot`; -1 for none.
  private var byChange = [Int16](repeating: -1, count: 400)
  private var confidences: [String: Double] = [:]
  private var letters = [UInt8](repeating: 255, count: 128)

  /// No kinds.
  init() {}

  /// Reads the table.
  init(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      guard let change = Self.change(row["change"]) else { throw row.error("no change \(row["change"])") }
      guard let cost = Self.number(row["cost"]) else { throw row.error("the cost \(row["cost"]) is no number") }
      let monthFirst = row["month-first"].isEmpty ? cost : Self.number(row["month-first"])
      guard let monthFirst else { throw row.error("the cost \(row["month-first"]) is no number") }
      if let slot = Self.slot(change) { byChange[slot] = Int16(rows.count) }
      rows.append(Row(kind: row["kind"], change: change, cost: cost, monthFirstCost: monthFirst))
      if case .letter(let letter, let digit) = change, letter < 128 { letters[Int(letter)] = digit }
      confidences[row["kind"]] = Self.number(row["confidence"]) ?? confidences[row["kind"]]
    }
  }

  /// The row of a change; nil where the table has none, and then no reading supposes it.
  func row(_ change: Change) -> Row? { index(of: change).map { rows[$0] } }

  /// The number of that row.
  func index(of change: Change) -> Int? {
    guard let slot = Self.slot(change), byChange[slot] >= 0 else { return nil }
    return Int(byChange[slot])
  }

  /// Where a change stands in `byChange`; nil for what is not looked up, or lies further off than damage goes.
  private static func slot(_ change: Change) -> Int? {
    switch change {
    case .swap: 0
    case .month: 1
    case .noYear: 2
    case .noMonth: 3
    case .weekday: 4
    case .digit(.insert): 5
    case .digit(.drop): 6
    case .digit(.replace): 7
    case .digit(.transpose): 8
    case .spare(let digits): (0...9).contains(digits) ? 10 + digits : nil
    case .day(let days): (-31...31).contains(days) ? 60 + days : nil
    case .year(let years): (-99...99).contains(years) ? 200 + years : nil
    case .letter, .form: nil
    }
  }

  /// How sure a date is whose damage needs no weighing: a misspelt month.
  func confidence(_ kind: String) -> Double { confidences[kind] ?? 0.9 }

  /// The digit that a letter stands for; nil for none.
  func digit(for byte: UInt8) -> UInt8? {
    guard byte < 128, letters[Int(byte)] != 255 else { return nil }
    return letters[Int(byte)]
  }

  private static func change(_ text: String) -> Change? {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let number = words.count > 1 ? Int(words[1]) : nil
    switch first {
    case "swap": return .swap
    case "day": return number.map { .day($0) }
    case "month": return .month
    case "year": return number.map { .year($0) }
    case "no-year": return .noYear
    case "no-month": return .noMonth
    case "spare": return number.map { .spare($0) }
    case "digit": return words.count > 1 ? DigitChange(rawValue: words[1]).map { .digit($0) } : nil
    case "weekday": return .weekday
    case "letter":
      guard words.count == 3, let letter = words[1].utf8.first, let digit = words[2].utf8.first, digit >= 48, digit < 58
      else { return nil }
      return .letter(letter, digit - 48)
    case "form": return .form
    default: return nil
    }
  }

  /// A number with at most one decimal point.
  private static func number(_ text: String) -> Double? { text.isEmpty ? nil : Double(text) }
}
