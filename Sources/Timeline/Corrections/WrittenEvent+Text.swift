import Temporal

/// The text of a written event: lines of `name: value`, an empty line, the words of the source.
///
/// ```
/// type: attack
/// status: happened
/// date: 2024-10-24
/// summary: Shells fall on the harbor
/// actor: subject grp.m23 M23
/// url: https://example.org/a
///
/// Shells fell on the harbor on Thursday.
/// ```
extension WrittenEvent {
  /// The event as text that `init(text:)` reads.
  public var text: String {
    var lines = ["type: \(type)", "status: \(status.rawValue)", "date: \(date.byHand)", "summary: \(line(summary))"]
    lines += actors.map { "actor: \($0.role.rawValue) \($0.id) \(line($0.name))" }
    let more: [(String, String?)] = [
      ("place", place), ("url", url), ("title", title), ("outlet", outlet), ("published", published?.description),
    ]
    lines += more.compactMap { name, value in value.map { "\(name): \(line($0))" } }
    return lines.joined(separator: "\n") + (evidence.isEmpty ? "" : "\n\n\(evidence)")
  }

  private func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// An event from its text; nil where type, date or summary is missing or a line cannot be read.
  public init?(text: String) {
    let head: Substring
    let evidence: Substring
    if let gap = text.firstRange(of: "\n\n") {
      (head, evidence) = (text[..<gap.lowerBound], text[gap.upperBound...])
    } else {
      (head, evidence) = (text[...], "")
    }
    var values: [String: String] = [:]
    var actors: [NamedActor] = []
    for line in head.split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { return nil }
      let (name, value) = (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
      if name == "actor" {
        guard case .addActor(let actor)? = Correction(kind: "add-actor", value: value) else { return nil }
        actors.append(actor)
      } else {
        values[name] = value
      }
    }
    guard let type = values["type"], let status = EventStatus(rawValue: values["status"] ?? "happened"),
      let date = values["date"].flatMap({ EventDate(byHand: $0) }), let summary = values["summary"]
    else { return nil }
    self.init(
      type: EventType(rawValue: type), status: status, date: date, summary: summary, actors: actors,
      place: values["place"], url: values["url"], title: values["title"], outlet: values["outlet"],
      published: values["published"].flatMap { CivilDay(iso: $0) }, evidence: String(evidence))
  }
}
