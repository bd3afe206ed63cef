/// How well a day fits what is known beside the damaged words.
struct DateEvidence {
  let date: DamagedDate
  let repairer: Repairer
  let context: NormalizationContext

  /// Bits that a day to come costs where nothing announces it.
  private static let unannounced = 3.6
  /// Bits that distance costs at most: age is no reason to doubt a date for ever.
  private static let distanceCap = 3.0
  /// Bits that a date gains from another one of the article on the day before it.
  private static let neighborGain = 0.8

  func cost(of day: CivilDay) -> Double {
    distance(day) + (contradictsWeekday(day) ? weekdayCost : 0) - (followsNeighbor(day) ? Self.neighborGain : 0)
  }

  func contradictsWeekday(_ day: CivilDay) -> Bool { date.weekday.map { $0 != day.weekday } ?? false }

  private var weekdayCost: Double { repairer.damage.row(.weekday)?.cost ?? 3 }

  /// Old days cost a little, days to come much, unless the sentence announces them.
  private func distance(_ day: CivilDay) -> Double {
    guard let anchor = context.published ?? context.anchor else { return 0 }
    let age = anchor - day
    if age >= 0 {
      let slope = min(0.45 * Self.bits(age), Self.distanceCap)
      return context.isFuture && age > 0 ? slope + 0.5 : slope
    }
    let ahead = min(0.3 * Self.bits(-age), Self.distanceCap)
    return context.isFuture ? ahead : Self.unannounced + ahead
  }

  /// The logarithm of a distance in days, by table as far as it matters: behind it every cost is at its cap.
  private static func bits(_ days: Int) -> Double { logarithms[min(days, logarithms.count - 1)] }
  private static let logarithms = (0...2100).map { Exponential.log2(1 + Double($0) / 2) }

  private func followsNeighbor(_ day: CivilDay) -> Bool {
    let before = day - 1
    var low = 0
    var high = repairer.neighbors.count
    while low < high {
      let middle = (low + high) / 2
      if repairer.neighbors[middle] < before { low = middle + 1 } else { high = middle }
    }
    return low < repairer.neighbors.count && repairer.neighbors[low] == before
  }

  /// The evidence in sentences, with its weight: what speaks for the day above zero, what speaks against it below.
  func explain(_ day: CivilDay) -> [Why] {
    var why: [Why] = []
    if let weekday = date.weekday {
      why.append(
        day.weekday == weekday
          ? Why("\(day) is a \(weekday.englishName): the weekday agrees", weight: weekdayCost)
          : Why("\(day) is a \(day.weekday.englishName): the weekday disagrees", weight: -weekdayCost))
    }
    if let anchor = context.published ?? context.anchor {
      let days = anchor - day
      let words =
        days == 0
        ? "the publication day" : days > 0 ? "\(days) days before publication" : "\(-days) days after publication"
      why.append(Why(words, weight: -distance(day)))
    }
    if followsNeighbor(day) { why.append(Why("the day after another date of the article", weight: Self.neighborGain)) }
    return why
  }
}

/// Turns the share of the evidence into a confidence that holds: of the answers given with 0.9 about nine in ten are
/// right on the development texts.
enum Calibration {
  /// The costs are set by hand and too timid: bits count this much, fitted so that shares and hits agree.
  static let sharpness = 2.0

  /// - Parameters:
  ///   - weight: the best reading's share, 0 to 1.
  ///   - cost: its cost in bits; a reading that supposes much is less sure even where it stands alone.
  static func confidence(_ weight: Double, cost: Double) -> Double {
    let doubt = cost <= 1 ? 0 : min(0.2, 0.015 * (cost - 1))
    return min(0.98, max(0.05, weight)) * (1 - doubt)
  }
}
