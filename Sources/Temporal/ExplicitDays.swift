import Text

/// The complete dates of a text before anything is completed from them, and which of them is likely the publication day.
public struct ExplicitDays: Sendable {
  /// The days, in order of time.
  private(set) var sorted: [CivilDay] = []
  /// Every year that is written.
  private(set) var years: [Int] = []
  /// Expressions that name a month or a year, as histories date what they tell.
  private(set) var calendarDates = 0
  /// Expressions that only a publication day makes clear, as news dates what it tells: `kemarin`, `last week`,
  /// `pukul 14.30`; and dates with a weekday, which histories hardly give.
  private(set) var newsDates = 0
  /// The latest day that the text does not speak of as to come, nor as how far something reaches.
  private(set) var latest: CivilDay?
  /// The day of a stamp or dateline at the head of the text.
  private(set) var stamped: CivilDay?
  /// The latest day of all.
  private var last: CivilDay?

  /// The publication day as the text lets conclude it: its stamp, else the latest day on which something has happened,
  /// else the latest day.
  var publication: CivilDay? { stamped ?? latest ?? last }

  init(_ tagging: Tagging, _ text: SourceText) {
    for mention in tagging.mentions {
      count(mention)
      switch mention.expression {
      case .date(let fields): add(fields, mention, text)
      case .range(_, let last): add(last, mention, text)
      default: break
      }
    }
    sorted.sort()
  }

  private mutating func count(_ mention: Mention) {
    switch mention.expression {
    case .date(let fields):
      if fields.weekday != nil {
        newsDates += 1
      } else if fields.month != nil || fields.year != nil {
        calendarDates += 1
      }
    case .range: calendarDates += 1
    case .period(let period):
      guard case .year(let year) = period.kind else { break }
      years.append(year)
      calendarDates += 1
    case .shift(let shift) where shift.anchor == .publication: newsDates += 1
    case .time: newsDates += 1
    default: break
    }
  }

  private mutating func add(_ fields: DateFields, _ mention: Mention, _ text: SourceText) {
    guard !mention.isDamaged, let year = fields.year, !fields.isShortYear else { return }
    years.append(year)
    guard let month = fields.month, let number = fields.day,
      let day = CivilDay(year: year, month: month, day: number), fields.weekday == nil || fields.weekday == day.weekday
    else { return }
    sorted.append(day)
    if last.map({ day > $0 }) ?? true { last = day }
    if stamped == nil, !mention.isBound, Self.isStamp(mention.span, text) { stamped = day }
    // A weekday with it tells that the day is near: `hingga Senin (28/10/2024)`.
    if mention.isFuture || mention.isBound && fields.weekday == nil { return }
    if latest.map({ day > $0 }) ?? true { latest = day }
  }

  /// Bytes of the text that are its head.
  private static let head = 400
  /// Bytes of a label or place before a stamp on its line: `Diterbitkan`, `JAKARTA,`.
  private static let label = 40
  /// Bytes that may follow it on its line.
  private static let tail = 12

  /// Whether a date stands in the text's head on a line of its own, or ends a dateline: `JAKARTA, 28/10/2024 -`.
  private static func isStamp(_ span: TextSpan, _ text: SourceText) -> Bool {
    guard span.end <= head else { return false }
    let bytes = text.bytes
    let before = bytes[..<span.start].suffix(label + 1)
    guard before.count <= label || before.contains(10) else { return false }
    // What reads like a sentence before it is no label.
    let line = before.suffix(from: before.lastIndex(of: 10).map { $0 + 1 } ?? before.startIndex)
    guard line.split(separator: 32).count <= 4 else { return false }
    var next = span.end
    while next < bytes.count, bytes[next] == 32 { next += 1 }
    guard next < bytes.count else { return true }
    if [UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "|"), 10, 13, 0xE2].contains(bytes[next]) { return true }
    let rest = bytes[next...].prefix(tail + 1)
    return rest.contains(10) && !rest.contains(UInt8(ascii: "."))
  }
}
