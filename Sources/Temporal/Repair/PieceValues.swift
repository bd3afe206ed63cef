/// What each piece of a damaged date may mean as a day, a month and a year.
struct PieceValues {
  typealias Variant = ReadingEnumerator.Variant

  let date: DamagedDate
  let repairer: Repairer
  let context: NormalizationContext

  /// The piece as a day: as it is written, some days off, and one digit away.
  func days(_ index: Int) -> [Variant] {
    let piece = date.pieces[index]
    guard piece.month == nil else { return [] }
    var variants = written(piece, 1...31)
    guard date.weekday != nil || piece.digits.count > 2 else { return variants }
    if let literal = variants.first?.value {
      for shift in [1, 2, -1] where (1...31).contains(literal - shift) {
        let note = DamageNote.written(piece: index, for: literal - shift)
        variants += variant(.day(shift), literal - shift, note, isWritten: false)
      }
    }
    return variants + edited(index, 1...31)
  }

  /// The piece as a month; for -1 the month that is missing.
  func months(_ index: Int) -> [Variant] {
    guard index >= 0 else { return missingMonth() }
    let piece = date.pieces[index]
    if let month = piece.month {
      return [Variant(value: month)] + (date.weekday != nil ? otherMonths(month, index) : [])
    }
    var variants = written(piece, 1...12)
    guard date.weekday != nil || piece.digits.count > 2 else { return variants }
    if let literal = variants.first?.value { variants += otherMonths(literal, index) }
    return variants + edited(index, 1...12)
  }

  private func otherMonths(_ literal: Int, _ index: Int) -> [Variant] {
    (1...12).flatMap {
      $0 == literal ? [] : variant(.month, $0, .written(piece: index, for: $0), isWritten: false)
    }
  }

  /// The month of the anchor and the one before it.
  private func missingMonth() -> [Variant] {
    guard let month = context.anchor?.month else { return [] }
    return [Variant(value: month), Variant(value: month == 1 ? 12 : month - 1)]
  }

  /// The piece as a year; for -1 the year that is missing.
  func years(_ index: Int) -> [Variant] {
    let anchor = context.anchor?.year
    guard index >= 0 else {
      guard let anchor else { return [] }
      return [0, -1, 1].flatMap {
        variant(.noYear, anchor + $0, .noYear).map { Variant(value: $0.value, cost: $0.cost, note: $0.note) }
      }
    }
    let piece = date.pieces[index]
    guard piece.month == nil else { return [] }
    var variants: [Variant] = []
    if piece.digits.count == 2, let anchor {
      let century = anchor / 100 * 100
      let year = century + piece.value <= anchor + 1 ? century + piece.value : century - 100 + piece.value
      variants.append(Variant(value: year, cost: 0.2, note: .shortYear))
    }
    if piece.digits.count == 4, (1000...2199).contains(piece.value) { variants.append(Variant(value: piece.value)) }
    guard let anchor, piece.digits.count >= 3 else { return variants }
    for target in [anchor, anchor - 1, anchor + 1] where target != piece.value {
      let note = DamageNote.written(piece: index, for: target)
      variants += variant(.year(piece.value - target), target, note)
      if let change = piece.digits.change(from: Digits(target)) { variants += variant(.digit(change), target, note) }
    }
    return variants
  }

  private func written(_ piece: DamagedDate.Piece, _ range: ClosedRange<Int>) -> [Variant] {
    piece.digits.count <= 2 && range.contains(piece.value) ? [Variant(value: piece.value)] : []
  }

  /// Values one digit away from what is written.
  private func edited(_ index: Int, _ range: ClosedRange<Int>) -> [Variant] {
    let digits = date.pieces[index].digits
    guard digits.count <= 4, !digits.isEmpty else { return [] }
    let literal = digits.value
    return range.flatMap { target in
      guard target != literal, let change = digits.change(from: Digits(target)) else { return [Variant]() }
      let isWritten = change == .insert && digits.count > 2
      return variant(.digit(change), target, .written(piece: index, for: target), isWritten: isWritten)
    }
  }

  /// The variant that a row of the table allows; none where the table has no such row.
  private func variant(
    _ change: DamageTable.Change, _ value: Int, _ note: DamageNote?, isWritten: Bool = true
  ) -> [Variant] {
    Variant(change, value, note, repairer, isWritten: isWritten).map { [$0] } ?? []
  }
}
