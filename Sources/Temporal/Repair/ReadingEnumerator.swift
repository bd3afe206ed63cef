/// Lists the readings of a damaged date: which piece plays day, month and year, and what damage made it so.
struct ReadingEnumerator {
  let date: DamagedDate
  let repairer: Repairer
  let context: NormalizationContext

  /// A value that a piece may have meant, with what it costs to believe so.
  private struct Variant {
    var value: Int
    var cost: Double
    var kind: String?
    var note: String?
    var isWritten: Bool
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
      guard let row = repairer.damage.row(.spare(date.pieces[index].digits.count)) else { return }
      base.append(
        Variant(
          value: 0, cost: row.cost, kind: row.kind, note: "\(date.pieces[index].text) belongs to no part",
          isWritten: true))
    }
    for form in date.form {
      let cost = repairer.damage.rows.first { $0.kind == form }?.cost ?? 0.3
      base.append(Variant(value: 0, cost: cost, kind: form, isWritten: true))
    }
    let cost = base.reduce(0) { $0 + $1.cost }
    guard cost <= Self.limit else { return }
    for yearVariant in years(year) {
      for monthVariant in months(month, year: yearVariant.value) {
        let partial = cost + yearVariant.cost + monthVariant.cost
        if partial > Self.limit { continue }
        for dayVariant in days(day) where partial + dayVariant.cost <= Self.limit {
          weigh(base + [yearVariant, monthVariant, dayVariant], hasYear: year >= 0, into: &readings)
        }
      }
    }
  }

  /// The cost of an order that the language does not write.
  private func order(_ day: Int, _ month: Int, _ year: Int) -> [Variant] {
    guard month >= 0 else {
      return repairer.damage.row(.noMonth).map {
        [Variant(value: 0, cost: $0.cost, kind: $0.kind, note: "the month is missing", isWritten: true)]
      } ?? []
    }
    if date.pieces[month].month != nil { return [] }
    let isSwapped = repairer.monthFirst ? day < month : month < day
    let isISO = year >= 0 && year < month && month < day
    guard isSwapped, !isISO, let row = repairer.damage.row(.swap) else { return [] }
    let cost = repairer.monthFirst ? row.monthFirstCost : row.cost
    return [
      Variant(
        value: 0, cost: cost, kind: row.kind, note: repairer.monthFirst ? "day before month" : "month before day",
        isWritten: true)
    ]
  }

  private func days(_ index: Int) -> [Variant] {
    var variants = written(index, 1...31, maxDigits: 2)
    guard date.weekday != nil || date.pieces[index].digits.count > 2 else { return variants }
    if let literal = variants.first?.value {
      for shift in [1, 2, -1] {
        guard let row = repairer.damage.row(.day(shift)), (1...31).contains(literal - shift) else { continue }
        variants.append(
          Variant(
            value: literal - shift, cost: row.cost, kind: row.kind,
            note: "\(literal) is written for \(literal - shift)", isWritten: false))
      }
    }
    return variants + edited(index, 1...31)
  }

  private func months(_ index: Int, year: Int) -> [Variant] {
    guard index >= 0 else { return missingMonth(year) }
    let piece = date.pieces[index]
    if let month = piece.month {
      var variants = [Variant(value: month, cost: 0, isWritten: true)]
      if date.weekday != nil { variants += otherMonths(month) }
      return variants
    }
    var variants = written(index, 1...12, maxDigits: 2)
    guard date.weekday != nil || piece.digits.count > 2 else { return variants }
    if let literal = variants.first?.value { variants += otherMonths(literal) }
    return variants + edited(index, 1...12)
  }

  private func otherMonths(_ literal: Int) -> [Variant] {
    guard let row = repairer.damage.row(.month) else { return [] }
    return (1...12).filter { $0 != literal }.map {
      Variant(
        value: $0, cost: row.cost, kind: row.kind, note: "month \(literal) is written for \($0)", isWritten: false)
    }
  }

  /// The month of the anchor and the one before it.
  private func missingMonth(_ year: Int) -> [Variant] {
    guard let anchor = context.anchor else { return [] }
    let month = anchor.month
    return [month, month == 1 ? 12 : month - 1].map { Variant(value: $0, cost: 0, isWritten: true) }
  }

  private func years(_ index: Int) -> [Variant] {
    let anchor = context.anchor?.year
    guard index >= 0 else {
      guard let row = repairer.damage.row(.noYear), let anchor else { return [] }
      return [0, -1, 1].map {
        Variant(value: anchor + $0, cost: row.cost, note: "the year is the anchor's", isWritten: true)
      }
    }
    let piece = date.pieces[index]
    var variants: [Variant] = []
    if piece.digits.count == 2, let anchor {
      let century = anchor / 100 * 100
      let year = century + piece.value <= anchor + 1 ? century + piece.value : century - 100 + piece.value
      variants.append(Variant(value: year, cost: 0.2, note: "two digits of a year", isWritten: true))
    }
    if piece.digits.count == 4, (1000...2199).contains(piece.value) {
      variants.append(Variant(value: piece.value, cost: 0, isWritten: true))
    }
    guard let anchor, piece.digits.count >= 3 else { return variants }
    for target in [anchor, anchor - 1, anchor + 1] where target != piece.value {
      if let row = repairer.damage.row(.year(piece.value - target)) {
        variants.append(
          Variant(
            value: target, cost: row.cost, kind: row.kind, note: "\(piece.text) is written for \(target)",
            isWritten: true))
      }
      if let change = DigitEdit.between(piece.digits, DigitEdit.digits(target)),
        let row = repairer.damage.row(.digit(change))
      {
        variants.append(
          Variant(
            value: target, cost: row.cost, kind: row.kind, note: "\(piece.text) is written for \(target)",
            isWritten: true))
      }
    }
    return variants
  }

  private func written(_ index: Int, _ range: ClosedRange<Int>, maxDigits: Int) -> [Variant] {
    let piece = date.pieces[index]
    guard piece.digits.count <= maxDigits, range.contains(piece.value) else { return [] }
    return [Variant(value: piece.value, cost: 0, isWritten: true)]
  }

  /// Values one digit away from what is written.
  private func edited(_ index: Int, _ range: ClosedRange<Int>) -> [Variant] {
    let piece = date.pieces[index]
    guard piece.digits.count <= 4, !piece.digits.isEmpty else { return [] }
    return range.compactMap { target in
      guard target != piece.value, let change = DigitEdit.between(piece.digits, DigitEdit.digits(target)),
        let row = repairer.damage.row(.digit(change))
      else { return nil }
      return Variant(
        value: target, cost: row.cost, kind: row.kind, note: "\(piece.text) is written for \(target)",
        isWritten: change == .insert && piece.digits.count > 2)
    }
  }

  private func weigh(_ variants: [Variant], hasYear: Bool, into readings: inout ReadingList) {
    let parts = variants.suffix(3).map(\.value)
    guard let day = CivilDay(year: parts[0], month: parts[1], day: parts[2]) else { return }
    let fit = DateEvidence(date: date, repairer: repairer, context: context)
    let changesDay = variants.suffix(2).contains { !$0.isWritten }
    // Who changes the day to no end, the weekday still disagreeing, supposes two accidents.
    if changesDay, fit.contradictsWeekday(day) { return }
    let own = variants.reduce(0) { $0 + $1.cost }
    let cost = own + fit.cost(of: day)
    guard cost <= Self.limit + 4, cost < readings.cost(of: day) else { return }
    let damage = variants.filter { $0.note != nil }.map { Why($0.note ?? "", weight: -$0.cost) }
    let worst = variants.filter { $0.kind != nil }.max { $0.cost < $1.cost }
    readings.add(
      WeighedDay(
        day: day, cost: cost, evidence: fit.explain(day) + damage,
        kind: worst?.kind ?? (fit.contradictsWeekday(day) ? "wrong-weekday-name" : nil),
        changesDay: changesDay, hasYear: hasYear))
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
