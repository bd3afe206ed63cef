import Temporal
import Testing
import Text

/// Damaged dates in numbers: for each kind of damage how many are read right, how many are left open with the right
/// reading among those that are named, and how many are wrong; and whether confidence means what it says.
@Suite struct DamageTests {
  struct Outcome {
    var right = 0
    /// Not first, or not surely, but named.
    var open = 0
    var wrong = 0
    var missed = 0
    /// Wrong with a confidence of 0.9 or more.
    var surelyWrong = 0
    var count: Int { right + open + wrong + missed }
  }

  /// The least share of a kind that must be read right; a wrong weekday beside a sound number is left open by rule.
  static let floors = ["clean": 0.98, "swap": 0.85, "wrong-weekday": 0.2]
  /// The most that may be wrong with confidence: chance makes a damaged date a sound one of another day.
  static let mostSurelyWrong = 0.02

  @Test func damagedDatesAreReadRightOrLeftOpen() throws {
    var all = Outcome()
    var answers: [(confidence: Double, isRight: Bool)] = []
    print("kind                right   open  wrong  missed  surely wrong")
    for (index, kind) in DamageGenerator.kinds.enumerated() {
      var generator = DamageGenerator(seed: UInt64(index + 1))
      var outcome = Outcome()
      for _ in 0..<200 { try judge(generator.make(kind), &outcome, &answers) }
      print(Self.line(kind, outcome))
      all = Outcome(
        right: all.right + outcome.right, open: all.open + outcome.open, wrong: all.wrong + outcome.wrong,
        missed: all.missed + outcome.missed, surelyWrong: all.surelyWrong + outcome.surelyWrong)
      let count = Double(outcome.count)
      #expect(Double(outcome.right) >= (Self.floors[kind] ?? 0.95) * count, "\(kind): \(outcome)")
      #expect(Double(outcome.surelyWrong) <= Self.mostSurelyWrong * count, "\(kind): \(outcome)")
    }
    print(Self.line("all", all))
    print("confidence  answers  said  right")
    for (low, high) in [(0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)] {
      let band = answers.filter { low <= $0.confidence && $0.confidence < high }
      guard !band.isEmpty else { continue }
      let said = band.reduce(0) { $0 + $1.confidence } / Double(band.count)
      let right = Double(band.count { $0.isRight }) / Double(band.count)
      print("\(low)-\(min(high, 1))  \(band.count)  \(Self.share(said))  \(Self.share(right))")
      // Timid is no harm; sure and wrong is.
      #expect(right >= said - 0.07, "of the answers given with \(low) to \(high), \(right) are right")
    }
  }

  private func judge(
    _ one: DamageGenerator.Case, _ outcome: inout Outcome, _ answers: inout [(confidence: Double, isRight: Bool)]
  ) throws {
    let found = try Dates.timexes(
      one.text, published: "\(one.published)", language: one.language.rawValue, genre: .news)
    guard let best = found.max(by: { $0.span.length < $1.span.length }) else {
      outcome.missed += 1
      return
    }
    let isRight = best.value == "\(one.day)"
    answers.append((best.confidence, isRight))
    if isRight {
      outcome.right += 1
    } else if best.readings.contains(where: { $0.value == "\(one.day)" && $0.weight >= 0.05 }) {
      outcome.open += 1
    } else {
      outcome.wrong += 1
    }
    if !isRight, best.confidence >= 0.9 {
      outcome.surelyWrong += 1
      Self.show(one, best)
    }
  }

  private static func show(_ one: DamageGenerator.Case, _ best: Timex3) {
    print("  \(one.published) \(one.day) <- \(best.value) \(share(best.confidence)) \(one.text.debugDescription)")
  }

  private static func share(_ number: Double) -> String { JSONWriter.decimal(number, digits: 2) ?? "?" }

  private static func line(_ kind: String, _ outcome: Outcome) -> String {
    let cells = [outcome.right, outcome.open, outcome.wrong, outcome.missed, outcome.surelyWrong]
    return kind + String(repeating: " ", count: max(1, 18 - kind.count))
      + cells.map { String(repeating: " ", count: 7 - "\($0)".count) + "\($0)" }.joined()
  }
}
