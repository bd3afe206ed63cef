/// Writes TIMEX3 values (TimeML 1.2.1, which builds on ISO 8601). All of them fit into the bytes that a Swift string
/// holds without an allocation.
enum TimexValue {
  /// The designators of the seasons in their order.
  static let seasons = ["SP", "SU", "FA", "WI"]

  /// `2024-10-24`
  static func day(_ day: CivilDay) -> String {
    let (year, month, dayOfMonth) = day.parts
    return write { out in
      out.year(year)
      out.dash(month)
      out.dash(dayOfMonth)
    }
  }

  /// `2024-10`
  static func month(_ year: Int, _ month: Int) -> String {
    write { out in
      out.year(year)
      out.dash(month)
    }
  }

  /// `2024`; years before Christ run as astronomers count them, so that -43 is `BC0044`.
  static func year(_ year: Int) -> String { write { $0.year(year) } }

  /// `2024-W43`
  static func week(_ day: CivilDay) -> String {
    let week = day.week
    return write { out in
      out.year(week.year)
      out.byte("-")
      out.byte("W")
      out.two(week.number)
    }
  }

  /// The value of the unit that holds `day`.
  static func unit(_ unit: CalendarUnit, _ day: CivilDay) -> String {
    let parts = day.parts
    switch unit {
    case .second, .minute, .hour, .day: return Self.day(day)
    case .weekend: return week(day) + "-WE"
    case .week: return week(day)
    case .month: return month(parts.year, parts.month)
    case .quarter: return year(parts.year) + "-Q\((parts.month + 2) / 3)"
    case .half: return year(parts.year) + (parts.month <= 6 ? "-H1" : "-H2")
    case .year: return year(parts.year)
    case .decade: return String(year(parts.year).dropLast())
    case .century: return String(year(parts.year).dropLast(2))
    case .unknown: return "XXXX"
    }
  }

  /// `P3W`, `PT24H`, `P5DE`, `PXM`, `P2.5Y`
  static func duration(_ amount: Amount) -> String {
    let number = amount.count.map { amount.plusHalf ? ($0 == 0 ? "0.5" : "\($0).5") : String($0) } ?? "X"
    switch amount.unit {
    case .second: return "PT\(number)S"
    case .minute: return "PT\(number)M"
    case .hour: return "PT\(number)H"
    case .weekend: return "P\(number)WE"
    case .half: return amount.count.map { "P\($0 * 6)M" } ?? "PXM"
    case .unknown: return "PXX"
    default: return "P\(number)\(amount.unit.rawValue)"
    }
  }

  private static func write(_ body: (inout Writer) -> Void) -> String {
    String(unsafeUninitializedCapacity: 15) { buffer in
      var writer = Writer(buffer: buffer)
      body(&writer)
      return writer.count
    }
  }

  private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func byte(_ scalar: Unicode.Scalar) { raw(UInt8(truncatingIfNeeded: scalar.value)) }
    private mutating func raw(_ byte: UInt8) {
      guard count < buffer.count else { return }
      buffer[count] = byte
      count += 1
    }
    mutating func two(_ number: Int) {
      raw(UInt8(truncatingIfNeeded: 48 + number / 10 % 10))
      raw(UInt8(truncatingIfNeeded: 48 + number % 10))
    }
    mutating func dash(_ number: Int) {
      byte("-")
      two(number)
    }
    mutating func year(_ year: Int) {
      // `BC0044`, as TIDES (TIMEX2, 2005, section 3.2) writes a year before Christ: historians have no year 0.
      if year <= 0 {
        byte("B")
        byte("C")
      }
      let size = year <= 0 ? 1 - year : year
      two(size / 100)
      two(size % 100)
    }
  }
}
