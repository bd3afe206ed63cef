/// Lists the readings of a damaged date: which piece plays day, month and year, and what damage made it so.
struct ReadingEnumerator {
  let date: DamagedDate
  let repairer: Repairer
  let context: NormalizationContext

  /// A value that a piece may have meant, with what it costs to believe so. Plain data: its sentence is written only for
  /// readings that are shown.
  struct Variant {
    var value = 0
    var cost = 0.0
    /// The row of the damage table; -1 for none.
    var row = -1
    var note: DamageNote?
    var isWritten = true
  }

  /// Readings above this cost are not worth a line.
  private static let limit = 9.0

  func add(to readings: inout ReadingList) {
    let count = min(date.pieces.count, 6)
    for day in 0..<count where date.pieces[day].month == nil {
      for month in -1..<count where month != day {
        if month < 0, date.weekday == nil { continue }
        if month < 0 ? date.pieces.contains(where: { $0.month != nil }) : !mayBeMonth(month) { continue }
        for year in -1..<count where year != day && (year != month || year < 0) {
          if year >= 0, date.pieces[year].month != nil || date.pieces[year].digits.count < 2 { continue }
          combine(day, month, year, into: &readings)
        }
      }
    }
    joinedPieces(into: &readings)
  }

  private func mayBeMonth(_ index: Int) -> Bool {
    date.pieces[index].month != nil || !date.pieces.contains { $0.month != nil }
  }

  /// `2710/2024`: the separator between day and month is lost.
  private func joinedPieces(into readings: inout ReadingList) {
    guard
      let index = date.pieces.firstIndex(where: { $0.month == nil && ($0.digits.count == 3 || $0.digits.count == 4) })
    else { return }
    let digits = date.pieces[index].digits
    for cut in 1...2 where digits.count - cut <= 2 {
      var split = date
      split.pieces[index].digits = Array(digits[..<cut])
      split.pieces.insert(DamagedDate.Piece(digits: Array(digits[cut...])), at: index + 1)
      split.form.append("sep-drop")
      guard split.pieces.count <= 4 else { continue }
      ReadingEnumerator(date: split, repairer: repairer, context: context).addWithoutSplitting(to: &readings)
    }
  }

  private func addWithoutSplitting(to readings: inout ReadingList) {
    guard date.pieces.count >= 2 else { return }
    for year in [-1] + Array(2..<date.pieces.count) where year < 0 || date.pieces[year].month == nil {
      combine(0, 1, year, into: &readings)
      combine(1, 0, year, into: &readings)
    }
  }

  private func combine(_ day: Int, _ month: Int, _ year: Int, into readings: inout ReadingList) {
    guard date.pieces[day].month == nil else { return }
    var base = order(day, month, year)
    for index in date.pieces.indices where index != day && index != month && index != year {
      guard let spare = variant(.spare(date.pieces[index].digits.count), 0, .spare(date.pieces[index].text)) else {
        return
      }
      base.append(spare)
    }
    for form in date.form {
      let row = repairer.damage.rows.firstIndex { $0.kind == form } ?? -1
      base.append(Variant(cost: row < 0 ? 0.3 : repairer.damage.rows[row].cost, row: row))
    }
    let cost = base.reduce(0) { $0 + $1.cost }
    guard cost <= Self.limit else { return }
    let evidence = DateEvidence(date: date, repairer: repairer, context: context)
    let dayVariants = days(day)
    for yearVariant in years(year) {
      for monthVariant in months(month) {
        let partial = cost + yearVariant.cost + monthVariant.cost
        if partial > Self.limit { continue }
        for dayVariant in dayVariants where partial + dayVariant.cost <= Self.limit {
          let own = partial + dayVariant.cost
          weigh(base, yearVariant, monthVariant, dayVariant, own, evidence, hasYear: year >= 0, into: &readings)
        }
      }
    }
  }

  private func weigh(
    _ base: [Variant], _ year: Variant, _ month: Variant, _ day: Variant, _ own: Double, _ evidence: DateEvidence,
    hasYear: Bool, into readings: inout ReadingList
  ) {
    guard let found = CivilDay(year: year.value, month: month.value, day: day.value) else { return }
    let changesDay = !month.isWritten || !day.isWritten
    // Who changes the day to no end, the weekday still disagreeing, supposes two accidents.
    if changesDay, evidence.contradictsWeekday(found) { return }
    let cost = own + evidence.cost(of: found)
    guard cost <= Self.limit + 4, cost < readings.cost(of: found) else { return }
    readings.add(
      WeighedDay(
        day: found, cost: cost, variants: base + [year, month, day], changesDay: changesDay, hasYear: hasYear))
  }

  /// A variant that a row of the table allows; nil where the table has none.
  private func variant(
    _ change: DamageTable.Change, _ value: Int, _ note: DamageNote?, isWritten: Bool = true
  ) -> Variant? {
    guard let index = repairer.damage.index(of: change) else { return nil }
    let row = repairer.damage.rows[index]
    let cost = repairer.monthFirst ? row.monthFirstCost : row.cost
    return Variant(value: value, cost: cost, row: index, note: note, isWritten: isWritten)
  }

  /// The cost of an order that the language does not write.
  private func order(_ day: Int, _ month: Int, _ year: Int) -> [Variant] {
    guard month >= 0 else { return variant(.noMonth, 0, .noMonth).map { [$0] } ?? [] }
    if date.pieces[month].month != nil { return [] }
    let isSwapped = repairer.monthFirst ? day < month : month < day
    let isISO = year >= 0 && year < month && month < day
    guard isSwapped, !isISO else { return [] }
    return variant(.swap, 0, .order(monthFirst: !repairer.monthFirst)).map { [$0] } ?? []
  }

  private func days(_ index: Int) -> [Variant] {
    var variants = written(index, 1...31, maxDigits: 2)
    guard date.weekday != nil || date.pieces[index].digits.count > 2 else { return variants }
    if let literal = variants.first?.value {
      for shift in [1, 2, -1] where (1...31).contains(literal - shift) {
        let note = DamageNote.written(date.pieces[index].text, for: literal - shift)
        if let variant = variant(.day(shift), literal - shift, note, isWritten: false) { variants.append(variant) }
      }
    }
    return variants + edited(index, 1...31)
  }

  private func months(_ index: Int) -> [Variant] {
    guard index >= 0 else { return missingMonth() }
    let piece = date.pieces[index]
    if let month = piece.month {
      return [Variant(value: month)] + (date.weekday != nil ? otherMonths(month, piece) : [])
    }
    var variants = written(index, 1...12, maxDigits: 2)
    guard date.weekday != nil || piece.digits.count > 2 else { return variants }
    if let literal = variants.first?.value { variants += otherMonths(literal, piece) }
    return variants + edited(index, 1...12)
  }

  private func otherMonths(_ literal: Int, _ piece: DamagedDate.Piece) -> [Variant] {
    (1...12).compactMap {
      $0 == literal ? nil : variant(.month, $0, .written(piece.text, for: $0), isWritten: false)
    }
  }

  /// The month of the anchor and the one before it.
  private func missingMonth() -> [Variant] {
    guard let month = context.anchor?.month else { return [] }
    return [Variant(value: month), Variant(value: month == 1 ? 12 : month - 1)]
  }

  private func years(_ index: Int) -> [Variant] {
    let anchor = context.anchor?.year
    guard index >= 0 else {
      guard let anchor else { return [] }
      return [0, -1, 1].compactMap {
        variant(.noYear, anchor + $0, .noYear).map { Variant(value: $0.value, cost: $0.cost, note: $0.note) }
      }
    }
    let piece = date.pieces[index]
    var variants: [Variant] = []
    if piece.digits.count == 2, let anchor {
      let century = anchor / 100 * 100
      let year = century + piece.value <= anchor + 1 ? century + piece.value : century - 100 + piece.value
      variants.append(Variant(value: year, cost: 0.2, note: .shortYear))
    }
    if piece.digits.count == 4, (1000...2199).contains(piece.value) { variants.append(Variant(value: piece.value)) }
    guard let anchor, piece.digits.count >= 3 else { return variants }
    for target in [anchor, anchor - 1, anchor + 1] where target != piece.value {
      let note = DamageNote.written(piece.text, for: target)
      if let variant = variant(.year(piece.value - target), target, note) { variants.append(variant) }
      if let change = DigitEdit.between(piece.digits, DigitEdit.digits(target)),
        let variant = variant(.digit(change), target, note)
      {
        variants.append(variant)
      }
    }
    return variants
  }

  private func written(_ index: Int, _ range: ClosedRange<Int>, maxDigits: Int) -> [Variant] {
    let piece = date.pieces[index]
    guard piece.digits.count <= maxDigits, range.contains(piece.value) else { return [] }
    return [Variant(value: piece.value)]
  }

  /// Values one digit away from what is written.
  private func edited(_ index: Int, _ range: ClosedRange<Int>) -> [Variant] {
    let piece = date.pieces[index]
    guard piece.digits.count <= 4, !piece.digits.isEmpty else { return [] }
    return range.compactMap { target in
      guard target != piece.value, let change = DigitEdit.between(piece.digits, DigitEdit.digits(target)) else {
        return nil
      }
      let isWritten = change == .insert && piece.digits.count > 2
      return variant(.digit(change), target, .written(piece.text, for: target), isWritten: isWritten)
    }
  }
}

/// What a reading supposes of its pieces, for the explanation.
enum DamageNote {
  case noMonth, noYear, shortYear
  case order(monthFirst: Bool)
  case spare(String)
  case written(String, for: Int)

  /// The sentence.
  var text: String {
    switch self {
    case .noMonth: "the month is missing"
    case .noYear: "the year is the anchor's"
    case .shortYear: "two digits of a year"
    case .order(let monthFirst): monthFirst ? "month before day" : "day before month"
    case .spare(let piece): "\(piece) belongs to no part"
    case .written(let piece, let value): "\(piece) is written for \(value)"
    }
  }
}

/// How one row of digits became another.
enum DigitEdit {
  static func digits(_ number: Int) -> [UInt8] { String(max(0, number)).utf8.map { $0 - 48 } }

  /// The single change that made `written` out of `meant`; nil where none did. Zeros in front do not count.
  static func between(_ written: [UInt8], _ meant: [UInt8]) -> DamageTable.DigitChange? {
    if written.count == meant.count + 1 { return isShortened(written, meant) ? .insert : nil }
    if written.count + 1 == meant.count { return isShortened(meant, written) ? .drop : nil }
    guard written.count == meant.count else { return nil }
    let different = written.indices.filter { written[$0] != meant[$0] }
    if different.count == 1 { return .replace }
    guard different.count == 2, different[1] == different[0] + 1 else { return nil }
    return written[different[0]] == meant[different[1]] && written[different[1]] == meant[different[0]]
      ? .transpose : nil
  }

  private static func isShortened(_ long: [UInt8], _ short: [UInt8]) -> Bool {
    var skipped = 0
    for index in short.indices {
      if long[index + skipped] == short[index] { continue }
      skipped += 1
      if skipped > 1 || long[index + skipped] != short[index] { return false }
    }
    return true
  }
}
