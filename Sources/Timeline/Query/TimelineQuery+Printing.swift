import Temporal

extension TimelineQuery: CustomStringConvertible {
  /// The filter as one string that reads back as the same filter; empty where it lets everything through.
  public var description: String { terms.map(\.description).joined(separator: " ") }
}

extension QueryTerm: CustomStringConvertible {
  /// The term as it is written in a filter.
  public var description: String {
    let sign = isNegated ? "-" : ""
    return switch condition {
    case .actor(let name): "\(sign)actor:\(Self.quoted(name))"
    case .type(let type): "\(sign)type:\(Self.quoted(type.rawValue))"
    case .status(let status): "\(sign)status:\(status.rawValue)"
    case .date(let from, let to): "\(sign)date:\(Self.dates(from, to))"
    case .place(let name): "\(sign)place:\(Self.quoted(name))"
    case .text(let words): "\(sign)text:\(Self.quoted(words))"
    case .story(let id): "\(sign)story:\(Self.quoted(id))"
    case .article(let id): "\(sign)article:\(Self.quoted(id))"
    case .tag(let word): "\(sign)tag:\(Self.quoted(word))"
    case .remark(let remark): "\(sign)is:\(remark.rawValue)"
    }
  }

  private static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "\\" }
    if isPlain { return value }
    var text = "\""
    for character in value {
      if character == "\"" || character == "\\" { text.append("\\") }
      text.append(character)
    }
    return text + "\""
  }

  /// The shortest way to write the interval: `2016`, `2016-02`, `2016-02..2016-04`, `2016-02-14..`.
  private static func dates(_ from: CivilDay?, _ to: CivilDay?) -> String {
    guard let from else { return ".." + (to.map { unit($0, isStart: false) } ?? "") }
    guard let to else { return unit(from, isStart: true) + ".." }
    let low = unit(from, isStart: true)
    let high = unit(to, isStart: false)
    if from == to { return from.description }
    if low == high { return low }
    // Both sides are written alike, so that `2016..2016-03` cannot be misread.
    let width = max(low.utf8.count, high.utf8.count)
    return String(from.description.prefix(width)) + ".." + String(to.description.prefix(width))
  }

  private static func unit(_ day: CivilDay, isStart: Bool) -> String {
    let startsMonth = isStart ? day.day == 1 : day.isLastOfMonth
    let startsYear = startsMonth && day.month == (isStart ? 1 : 12)
    return String(day.description.dropLast(startsYear ? 6 : startsMonth ? 3 : 0))
  }
}
