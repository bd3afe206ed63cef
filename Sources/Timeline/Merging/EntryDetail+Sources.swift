import Temporal

extension EntryDetail {
  /// A detail of an entry whose reports come in the order in which they were read: the best is put first, and each other
  /// one told why it was joined with it.
  public init(entry: TimelineEntry, reports: [EventMention]) {
    var mentions = reports
    if let best = reports.indices.reduce(
      nil,
      { (best: Int?, index) in
        guard let best else { return index }
        return EventJoiner.isBetter(reports[index].event.date, than: reports[best].event.date) ? index : best
      }), reports.count > 1
    {
      mentions.insert(mentions.remove(at: best), at: 0)
      let profile = JoinProfile(mentions[0].event)
      for index in mentions.indices.dropFirst() {
        mentions[index].joinReasons = EventJoiner.reasons(profile, JoinProfile(mentions[index].event)) ?? []
      }
    }
    self.init(entry: entry, mentions: mentions)
  }

  /// Where the sources contradict each other, each in one line that names what every source says:
  /// `date: Thursday 24 October 2024 (Kabar A); Friday 25 October 2024 (Kabar B)`.
  public func disagreements(_ words: DateWords = .english) -> [String] {
    guard entry.sourcesDisagree else { return [] }
    func line(_ name: String, _ says: [(value: String, source: String)]) -> String? {
      var sources: [(value: String, sources: [String])] = []
      for item in says {
        if let index = sources.firstIndex(where: { $0.value == item.value }) {
          sources[index].sources.append(item.source)
        } else {
          sources.append((item.value, [item.source]))
        }
      }
      if sources.count < 2 { return nil }
      let parts = sources.map { "\($0.value) (\($0.sources.joined(separator: ", ")))" }
      return "\(name): \(parts.joined(separator: "; "))"
    }
    func source(_ mention: EventMention) -> String { mention.article.outlet ?? mention.article.id }
    let dates = mentions.map { (DateLabel($0.event.date, words: words).long, source($0)) }
    let units = Set(mentions.flatMap { $0.event.figures.map(\.unit) }).sorted()
    let figures = units.compactMap { unit in
      line(
        unit,
        mentions.flatMap { mention in
          mention.event.figures.filter { $0.unit == unit }.map { ($0.text, source(mention)) }
        })
    }
    return (line("date", dates).map { [$0] } ?? []) + figures
  }
}
