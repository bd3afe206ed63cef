import Temporal

extension EntryDetail {
  /// A name for the entry that stays the same from one export to the next, whatever else the timeline holds: made from
  /// the best source and the event in it (FNV-1a, 64 bits).
  var stableName: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let parts = mentions.first.map {
      [$0.article.url ?? $0.article.id, $0.article.title ?? "", $0.event.id, $0.event.summary]
    }
    for byte in (parts ?? [String(entry.key.id)]).joined(separator: "\u{0}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Everything that a reader must know beside the summary, a line each: date as it is known, who, where, words, sources.
  func explanation(_ words: DateWords) -> [String] {
    var lines = [DateLabel(entry.date, words: words).long]
    if let edtf = DateLabel(entry.date).edtf { lines.append("EDTF: \(edtf)") }
    lines.append("Type: " + ([entry.type.rawValue] + remarks).joined(separator: ", "))
    if !entry.actors.isEmpty {
      lines.append("Who: " + entry.actors.map { "\($0.name) (\($0.role.rawValue))" }.joined(separator: ", "))
    }
    if let place = entry.place { lines.append("Where: \(place)") }
    lines += disagreements(words).map { "Sources disagree: \($0)" }
    for mention in mentions {
      lines += mention.quotes.map { "“\($0)”" }
      lines.append("Source: \(mention.citation(words))" + (mention.link.map { " <\($0)>" } ?? ""))
    }
    return lines
  }
}
