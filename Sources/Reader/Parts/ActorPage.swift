import Timeline

/// All about an actor: every name with why it is the actor's, and everyone it appears with.
struct ActorPage {
  let actor: ActorSummary
  let companions: [ActorSummary]
  let look: Look
  private var words: Phrasebook { look.words }

  /// The lines in `width` columns.
  func lines(width: Int) -> [TextLine] {
    var lines = [
      TextLine([Run(actor.name, .actor)]),
      TextLine([
        Run("\(words["kind.\(actor.kind.rawValue)"])  \(words.count("event", actor.count))  \(actor.id)", .muted)
      ]),
    ]
    // Months: the day of what is known less well is only the one under which it is filed.
    if let first = actor.first, let last = actor.last {
      let months = [first, last].map { words.dates.heading(of: $0) }
      let text = months[0] == months[1] ? months[0] : months.joined(separator: " \(words.dates.to) ")
      lines.append(TextLine([Run(text, .date)]))
    }
    lines += [TextLine(), TextLine([Run(words["actor.names"], .heading)])]
    for alias in actor.aliases {
      let reason = alias.reason ?? words["actor.ownName"]
      let runs = [Run("  “\(alias.text)”  "), Run(reason, .muted)]
      lines += TextFlow.lines(runs, width: width, indent: 6, repertoire: look.repertoire).map { TextLine($0) }
    }
    if actor.aliases.isEmpty { lines.append(TextLine([Run("  " + words["actor.noOtherName"], .muted)])) }
    lines += [TextLine(), TextLine([Run(words["actor.with"], .heading)])]
    let others = companions.filter { $0.id != actor.id }
    lines += others.map {
      TextLine([Run(words.number($0.count).paddedLeft(to: 7) + "  ", .muted), Run($0.name, .actor)])
    }
    if others.isEmpty { lines.append(TextLine([Run("  " + words["actor.alone"], .muted)])) }
    return lines
  }
}
