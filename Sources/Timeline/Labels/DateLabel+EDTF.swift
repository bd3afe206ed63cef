import Temporal

extension DateLabel {
  /// The date in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2), as archives and libraries exchange
  /// uncertain dates: `2024-10-24`, `2024-10-24?` where the evidence leaves doubt, `2024-10`, `2024-11~/2024-12~` for a
  /// vague part, `../2024-10-28`, and readings that weigh the same as `[2019-10-24,2024-10-24]`. nil where nothing is
  /// known. A time of day is left out: EDTF would ask for its second.
  public var edtf: String? {
    if date.isAmbiguous {
      let days = date.readings.filter { $0.weight > date.readings[0].weight - 0.005 }.compactMap(\.days)
      if days.allSatisfy({ $0.length == 1 }) {
        return "[" + days.map(\.first).sorted().map(\.iso8601).joined(separator: ",") + "]"
      }
    }
    let doubt = date.isUncertain ? "?" : ""
    let first = date.start ?? date.end
    switch date.precision {
    case .day: return first.map { $0.iso8601 + doubt }
    case .month: return first.map { Self.yearAndMonth($0) + doubt }
    case .year: return first.map { Self.fourDigitYear($0) + doubt }
    case .range: return interval(doubt)
    case .period: return interval(date.isUncertain ? "%" : "~")
    case .before: return date.end.map { "../\($0.iso8601)\(doubt)" }
    case .after: return date.start.map { "\($0.iso8601)\(doubt)/.." }
    case .none: return nil
    }
  }

  private func interval(_ mark: String) -> String? {
    guard let first = date.start, let last = date.end else { return nil }
    let areMonths = first.day == 1 && last.isLastOfMonth && date.precision == .period
    let from = areMonths ? Self.yearAndMonth(first) : first.iso8601
    let to = areMonths ? Self.yearAndMonth(last) : last.iso8601
    return from == to ? from + mark : "\(from)\(mark)/\(to)\(mark)"
  }

  private static func yearAndMonth(_ day: CivilDay) -> String { String(day.iso8601.dropLast(3)) }
  private static func fourDigitYear(_ day: CivilDay) -> String { String(day.iso8601.dropLast(6)) }
}

extension CivilDay {
  /// The day as ISO 8601 writes it, a year before 1 with a minus sign and counted with a year 0: `2024-10-24`,
  /// `-0044-03-15`.
  var iso8601: String {
    let (year, month, day) = parts
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return (year < 0 ? "-" : "") + "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
