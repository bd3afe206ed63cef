/// What has changed over many articles, in numbers.
public struct RereadingTally: Sendable, Equatable {
  /// Articles that were read again.
  public private(set) var articles = 0
  /// Articles of which anything is read otherwise, be it only how a date is explained.
  public private(set) var different = 0
  /// Events by what has changed of them.
  public private(set) var counts: [EventChange.Aspect: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// Counts an article.
  public mutating func add(_ rereading: Rereading) {
    articles += 1
    if rereading.isDifferent { different += 1 }
    for change in rereading.changes { for aspect in change.aspects { counts[aspect, default: 0] += 1 } }
  }

  /// One line: `12 articles read again, 3 otherwise: 2 dates moved, 1 event gained, 0 lost, …`.
  public var summary: String {
    func count(_ aspect: EventChange.Aspect) -> Int { counts[aspect, default: 0] }
    return "\(articles) articles read again, \(different) otherwise: \(count(.date)) dates moved, "
      + "\(count(.gained)) events gained, \(count(.lost)) lost, \(count(.type)) of another type, "
      + "\(count(.status)) of another status, \(count(.actors)) with other actors, \(count(.place)) at another place"
  }
}
