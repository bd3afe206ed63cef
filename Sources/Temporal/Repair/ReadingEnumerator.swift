/// Lists the readings of a damaged date: which piece plays day, month and year, and what damage made it so.
///
/// A reading is looked at only while what it supposes may still bring it among those that are shown; the cheapest
/// orders of the pieces come first, so that most of the others end after one addition.
struct ReadingEnumerator {
  let date: DamagedDate
  let repairer: Repairer
  let context: NormalizationContext
  /// What every reading supposes: the damage that the form shows.
  private let forms: [Variant]
  private let evidence: DateEvidence
  /// The variants of each piece as a day; as a month and as a year behind those of a missing one.
  private let days: [[Variant]]
  private let months: [[Variant]]
  private let years: [[Variant]]

  /// A value that a piece may have meant, with what it costs to believe so. Plain data: its sentence is written only for
  /// readings that are shown.
  struct Variant: BitwiseCopyable {
    var value = 0
    var cost = 0.0
    /// The row of the damage table; -1 for none.
    var row = -1
    var note: DamageNote?
    var isWritten = true
  }

  /// Which pieces play day, month and year (-1 for a missing one), and what that supposes beside their values.
  private struct Order {
    var day: Int
    var month: Int
    var year: Int
    var base: [Variant]
    var cost: Double
  }

  /// Readings above this cost are not worth a line.
  private static let limit = 9.0
  /// No more pieces are tried.
  private static let mostPieces = 6

  init(date: DamagedDate, repairer: Repairer, context: NormalizationContext) {
    self.date = date
    self.repairer = repairer
    self.context = context
    evidence = DateEvidence(date: date, repairer: repairer, context: context)
    forms = date.form.map { form in
      let row = repairer.damage.rows.firstIndex { $0.kind == form } ?? -1
      return Variant(cost: row < 0 ? 0.3 : repairer.damage.rows[row].cost, row: row)
    }
    let values = PieceValues(date: date, repairer: repairer, context: context)
    let pieces = 0..<min(date.pieces.count, Self.mostPieces)
    days = pieces.map { values.days($0).sorted { $0.cost < $1.cost } }
    months = (-1..<pieces.count).map { values.months($0).sorted { $0.cost < $1.cost } }
    years = (-1..<pieces.count).map { values.years($0).sorted { $0.cost < $1.cost } }
  }

  func add(to readings: inout ReadingList) {
    addOrders(to: &readings)
    for mended in parted() {
      ReadingEnumerator(date: mended, repairer: repairer, context: context).addInPlace(to: &readings)
    }
    if let mended = merged() {
      ReadingEnumerator(date: mended, repairer: repairer, context: context).addOrders(to: &readings)
    }
  }

  private func addOrders(to readings: inout ReadingList) {
    for order in orders().sorted(by: { $0.cost < $1.cost }) { combine(order, into: &readings) }
  }

  private func orders() -> [Order] {
    let count = days.count
    let isNamed = date.pieces.contains { $0.month != nil }
    var orders: [Order] = []
    for day in 0..<count where date.pieces[day].month == nil {
      for month in -1..<count where month != day {
        if month < 0 ? date.weekday == nil || isNamed : isNamed && date.pieces[month].month == nil { continue }
        for year in -1..<count where year != day && (year != month || year < 0) {
          if year >= 0, date.pieces[year].month != nil || date.pieces[year].digits.count < 2 { continue }
          if let order = order(day, month, year) { orders.append(order) }
        }
      }
    }
    return orders
  }

  /// `2710/2024`, `27/102024`, `27102024`: separators are lost. Every way to put them back.
  private func parted() -> [DamagedDate] {
    let years = date.pieces.count(where: \.isYear)
    let isRun = { (piece: DamagedDate.Piece) in
      piece.month == nil && piece.digits.count >= 3 && (!piece.isYear || years > 1)
    }
    guard let index = date.pieces.firstIndex(where: isRun) else { return [] }
    let digits = date.pieces[index].digits
    let hasYear = digits.count >= 5
    let rest = hasYear ? digits.count - 4 : digits.count
    let year = hasYear ? [digits[rest..<digits.count]] : []
    var ways: [[Digits]] = rest <= 2 ? [[digits[0..<rest]] + year] : []
    for cut in 1...2 where cut < rest && rest - cut <= 2 { ways.append([digits[0..<cut], digits[cut..<rest]] + year) }
    return ways.compactMap { parts in
      var mended = date
      mended.pieces.replaceSubrange(index...index, with: parts.map { DamagedDate.Piece(digits: $0) })
      mended.form.append("sep-drop")
      return mended.pieces.count <= 4 ? mended : nil
    }
  }

  /// `1 3/2/2023`: a blank within a number.
  private func merged() -> DamagedDate? {
    for index in date.pieces.indices.dropFirst() where date.pieces[index].followsBlank {
      let (first, second) = (date.pieces[index - 1], date.pieces[index])
      let count = first.digits.count + second.digits.count
      guard first.month == nil, second.month == nil, count == 2 || count == 4 else { continue }
      var mended = date
      mended.pieces[index - 1].digits = first.digits + second.digits
      mended.pieces.remove(at: index)
      mended.form = mended.form.filter { $0 != "sep-corrupt" } + ["digit-split"]
      return mended
    }
    return nil
  }

  /// The orders in which day and month come first, as they do where separators are put back.
  private func addInPlace(to readings: inout ReadingList) {
    guard date.pieces.count >= 2 else { return }
    for year in [-1] + Array(2..<date.pieces.count) where year < 0 || date.pieces[year].month == nil {
      for (day, month) in [(0, 1), (1, 0)] where date.pieces[day].month == nil {
        if let order = order(day, month, year) { combine(order, into: &readings) }
      }
    }
  }

  /// An order of the pieces; nil where it leaves a piece over that the table does not let stand.
  private func order(_ day: Int, _ month: Int, _ year: Int) -> Order? {
    var base = exchange(day, month, year)
    for index in date.pieces.indices where index != day && index != month && index != year {
      let spare = Variant(
        .spare(date.pieces[index].digits.count), 0, .spare(piece: index), repairer)
      guard let spare else { return nil }
      base.append(spare)
    }
    base += forms
    let cost = base.reduce(0) { $0 + $1.cost }
    return cost <= Self.limit ? Order(day: day, month: month, year: year, base: base, cost: cost) : nil
  }

  /// The cost of an order that the language does not write.
  private func exchange(_ day: Int, _ month: Int, _ year: Int) -> [Variant] {
    guard month >= 0 else { return Variant(.noMonth, 0, .noMonth, repairer).map { [$0] } ?? [] }
    if date.pieces[month].month != nil { return [] }
    let isSwapped = repairer.monthFirst ? day < month : month < day
    let isISO = year >= 0 && year < month && month < day
    guard isSwapped, !isISO else { return [] }
    let note = DamageNote.order(monthFirst: !repairer.monthFirst)
    return Variant(.swap, 0, note, repairer).map { [$0] } ?? []
  }

  private func combine(_ order: Order, into readings: inout ReadingList) {
    var number: Int?
    for year in years[order.year + 1] {
      for month in months[order.month + 1] {
        let partial = order.cost + year.cost + month.cost
        if partial > min(Self.limit, readings.bound) { break }
        guard let first = CivilDay(year: year.value, month: month.value, day: 1) else { continue }
        let length = CivilDay.days(inMonth: month.value, of: year.value)
        for day in days[order.day] {
          let cost = partial + day.cost
          if cost > min(Self.limit, readings.bound) { break }
          guard (1...length).contains(day.value) else { continue }
          let found = first + (day.value - 1)
          let changesDay = !month.isWritten || !day.isWritten
          // Who changes the day to no end, the weekday still disagreeing, supposes two accidents.
          if changesDay, evidence.contradictsWeekday(found) { continue }
          let whole = cost + evidence.cost(of: found)
          guard whole <= Self.limit + 4 else { continue }
          let own = number ?? readings.note(date, order.base)
          number = own
          readings.add(
            WeighedDay(
              day: found, cost: whole, order: own, parts: (year, month, day), changesDay: changesDay,
              hasYear: order.year >= 0))
        }
      }
    }
  }
}

extension ReadingEnumerator.Variant {
  /// A variant that a row of the table allows; nil where the table has none.
  init?(_ change: DamageTable.Change, _ value: Int, _ note: DamageNote?, _ repairer: Repairer, isWritten: Bool = true) {
    guard let index = repairer.damage.index(of: change) else { return nil }
    let row = repairer.damage.rows[index]
    self.init(
      value: value, cost: repairer.monthFirst ? row.monthFirstCost : row.cost, row: index, note: note,
      isWritten: isWritten)
  }
}

/// What a reading supposes of its pieces, for the explanation; a piece is meant by its number.
enum DamageNote: BitwiseCopyable {
  case noMonth, noYear, shortYear
  case order(monthFirst: Bool)
  case spare(piece: Int)
  case written(piece: Int, for: Int)

  /// The sentence.
  func text(_ date: DamagedDate) -> String {
    switch self {
    case .noMonth: "the month is missing"
    case .noYear: "the year is the anchor's"
    case .shortYear: "two digits of a year"
    case .order(let monthFirst): monthFirst ? "month before day" : "day before month"
    case .spare(let piece): "\(date.pieces[piece].text) belongs to no part"
    case .written(let piece, let value): "\(date.pieces[piece].text) is written for \(value)"
    }
  }
}
