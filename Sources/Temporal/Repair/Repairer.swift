import Text

/// Reads a damaged date by weighing: every reading of its pieces has a cost, the damage that it supposes and how badly
/// its day fits what is known. Costs are in bits, so a reading's weight is 2 to the minus cost.
///
/// The kinds of evidence are independent of each other: the weekday, the distance and side of the publication day, the
/// other dates of the article, whether the day exists, the language's order of day and month, and the damage itself.
struct Repairer {
  let damage: DamageTable
  let monthFirst: Bool
  /// Sound dates that stand in the article, for the evidence that they give; in order of time.
  var neighbors: [CivilDay] = []

  /// The most readings that are kept and shown.
  private static let shown = 6

  /// The best reading with those that lost; degraded to a month or year where no day is left.
  func resolve(_ date: DamagedDate, _ context: NormalizationContext) -> Resolution? {
    var readings = ReadingList()
    ReadingEnumerator(date: date, repairer: self, context: context).add(to: &readings)
    guard let best = readings.best else { return degraded(date, context) }
    if supposesTooMuch(best, date) { return degraded(date, context) ?? resolution(date, readings, context) }
    return resolution(date, readings, context)
  }

  /// A day that is not written, with no weekday to vouch for it, is not invented.
  private func supposesTooMuch(_ best: WeighedDay, _ date: DamagedDate) -> Bool {
    date.weekday == nil && best.changesDay
  }

  private func resolution(_ date: DamagedDate, _ readings: ReadingList, _ context: NormalizationContext) -> Resolution?
  {
    let shown = readings.sorted.prefix(Self.shown)
    guard let best = shown.first else { return nil }
    let total = shown.reduce(0) { $0 + $1.likelihood }
    var resolution = Resolution(best.day, .repaired)
    let known = DateEvidence(date: date, repairer: self, context: context)
    resolution.readings = shown.map {
      Reading(
        value: TimexValue.day($0.day), days: DateSpan($0.day), weight: $0.likelihood / total,
        evidence: evidence(for: $0, readings, known))
    }
    let kind = kind(of: best, readings, known) ?? date.form.first
    resolution.repair = kind
    resolution.confidence = Calibration.confidence(resolution.readings.first?.weight ?? 0, cost: best.cost)
    resolution.why = steps(date) + (resolution.readings.first?.evidence ?? [])
    if kind == nil {
      resolution.basis = best.hasYear ? .explicit : .partial
      if resolution.readings.count == 1 { resolution.readings = [] }
    }
    return resolution
  }

  /// The kind of damage that costs most.
  private func kind(of reading: WeighedDay, _ readings: ReadingList, _ known: DateEvidence) -> String? {
    let worst = readings.variants(of: reading).filter { $0.row >= 0 }.max { $0.cost < $1.cost }
    return worst.map { damage.rows[$0.row].kind }
      ?? (known.contradictsWeekday(reading.day) ? "wrong-weekday-name" : nil)
  }

  private func evidence(for reading: WeighedDay, _ readings: ReadingList, _ known: DateEvidence) -> [Why] {
    let date = readings.date(of: reading)
    return known.explain(reading.day)
      + readings.variants(of: reading).compactMap { one in one.note.map { Why($0.text(date), weight: -one.cost) } }
  }

  private func steps(_ date: DamagedDate) -> [Why] {
    var why: [Why] = []
    if let weekday = date.weekday { why.append(Why("weekday \(weekday.englishName)")) }
    why.append(Why("fragments " + date.pieces.map(\.text).joined(separator: " / ")))
    for form in date.form { why.append(Why("form: \(form)")) }
    return why
  }

  /// No day can be told: the month, or at least the year, where those are sound.
  private func degraded(_ date: DamagedDate, _ context: NormalizationContext) -> Resolution? {
    guard let year = date.pieces.last(where: { $0.digits.count == 4 && $0.month == nil })?.value,
      (1000...2199).contains(year)
    else { return nil }
    let small = date.pieces.filter { $0.digits.count <= 2 && $0.month == nil }
    let named = date.pieces.first { $0.month != nil }?.month
    let written = small.count == 2 ? (monthFirst ? small[0].value : small[1].value) : nil
    let month = named ?? written.flatMap { $0 <= 12 ? $0 : nil }
    var resolution: Resolution
    if let month, let first = CivilDay(year: year, month: month, day: 1) {
      resolution = Resolution(
        .month, holding: first, .repaired, why: "no such day, and nothing tells which is meant: the month stands")
      resolution.repair = "impossible-day"
    } else {
      guard let first = CivilDay(year: year, month: 1, day: 1) else { return nil }
      resolution = Resolution(
        .year, holding: first, .repaired, why: "no such month, and nothing tells which is meant: the year stands")
      resolution.repair = "impossible-month"
    }
    resolution.confidence = damage.confidence(resolution.repair ?? "")
    return resolution
  }
}

/// A day that a damaged date may mean, with its cost and what it supposes.
struct WeighedDay: BitwiseCopyable {
  var day: CivilDay
  var cost: Double
  /// The order of the pieces, by its number in the list.
  var order: Int
  var parts: (ReadingEnumerator.Variant, ReadingEnumerator.Variant, ReadingEnumerator.Variant)
  /// Whether the reading supposes another day or month than any that is written.
  var changesDay: Bool
  var hasYear: Bool

  /// 2 to the minus cost, sharpened as the development texts ask for.
  var likelihood: Double { Exponential.two(toThe: -cost * Calibration.sharpness) }
}

/// The readings of one date, the cheapest way to each day.
struct ReadingList {
  private var readings: [WeighedDay] = []
  private var orders: [(date: DamagedDate, base: [ReadingEnumerator.Variant])] = []
  private var least = Double.infinity

  /// Readings this far above the best one have less than a two-hundredth of its share: nobody needs to see them.
  private static let span = 4.8
  /// The most that evidence may take from what a reading supposes.
  private static let gain = 0.8

  /// A reading that supposes more than this comes too late.
  var bound: Double { least + Self.span + Self.gain }

  /// Keeps what an order of the pieces supposes, for its readings to refer to.
  mutating func note(_ date: DamagedDate, _ base: [ReadingEnumerator.Variant]) -> Int {
    orders.append((date, base))
    return orders.count - 1
  }

  mutating func add(_ reading: WeighedDay) {
    guard reading.cost <= least + Self.span else { return }
    least = min(least, reading.cost)
    guard let known = readings.firstIndex(where: { $0.day == reading.day }) else { return readings.append(reading) }
    if reading.cost < readings[known].cost { readings[known] = reading }
  }

  /// What a reading supposes.
  func variants(of reading: WeighedDay) -> [ReadingEnumerator.Variant] {
    orders[reading.order].base + [reading.parts.0, reading.parts.1, reading.parts.2]
  }

  /// The pieces that its notes speak of.
  func date(of reading: WeighedDay) -> DamagedDate { orders[reading.order].date }

  /// Cheapest first; of equals the later day, so that the order is always the same.
  var sorted: [WeighedDay] {
    readings.filter { $0.cost <= least + Self.span }.sorted { ($0.cost, $1.day) < ($1.cost, $0.day) }
  }
  var best: WeighedDay? { readings.min { ($0.cost, $1.day) < ($1.cost, $0.day) } }
}

/// Powers and logarithms of two without Foundation: enough for weights that are shown with two digits.
enum Exponential {
  /// 2 to the power of `exponent`, within 1e-6.
  static func two(toThe exponent: Double) -> Double {
    guard exponent > -60 else { return 0 }
    guard exponent < 60 else { return Double(1 << 60) }
    let whole = exponent.rounded(.down)
    let rest = (exponent - whole) * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for n in 1...10 {
      term *= rest / Double(n)
      sum += term
    }
    return whole >= 0 ? sum * Double(1 << Int(whole)) : sum / Double(1 << Int(-whole))
  }

  /// The logarithm of `value` (at least 1) to the base 2, within 1e-6.
  static func log2(_ value: Double) -> Double {
    guard value > 1, value.isFinite else { return 0 }
    var rest = value.significand
    var result = Double(value.exponent)
    var bit = 0.5
    for _ in 0..<20 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
