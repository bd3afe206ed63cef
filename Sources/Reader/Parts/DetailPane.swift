import Temporal
import Timeline

/// The selected entry below the list.
struct DetailPane {
  let model: Model
  private var look: Look { model.look }
  private var words: Phrasebook { look.words }

  /// Draws one line, or a rule and up to six.
  func draw(_ grid: inout Grid, _ area: Area) {
    guard area.height > 0, let entry = model.selection else { return }
    if area.height == 1 {
      grid.put(shortLine(entry), in: area.inset(1), style: Style(.muted))
      return
    }
    drawRule(&grid, area.line(0))
    let inner = area.splitRows(1).rest.inset(1)
    drawDate(entry, &grid, inner.line(0))
    drawParts(entry, &grid, inner.line(1))
    guard let mention = model.shownDetail?.mentions.first else { return }
    let noteHeight = inner.height > 4 && !entry.remarks.isEmpty ? 1 : 0
    let below = inner.height - 4 - noteHeight
    drawEvidence(mention, &grid, inner.splitRows(2).rest.splitRows(max(0, below)).top)
    if noteHeight > 0 { grid.put(remarks(of: entry), in: inner.line(2 + max(0, below)), style: Style(.doubt)) }
    drawSources(entry, mention, &grid, inner.line(inner.height - 2))
    drawNeighbors(&grid, inner.line(inner.height - 1))
  }

  private func shortLine(_ entry: TimelineEntry) -> String {
    let date = look.label(entry.date).short + " " + look.dateSign(entry)
    return "\(date) \(words.count("source", entry.sourceCount)) \(entry.outlets.first ?? "")"
  }

  /// Bookmark, tags and note in one line, each behind the key that makes it.
  private func remarks(of entry: TimelineEntry) -> String {
    let remarks = entry.remarks
    let tags = remarks.tags.map { "#\($0)" }
    let parts = (remarks.isBookmarked ? ["B"] : []) + tags + (remarks.note.map { ["\"" + $0] } ?? [])
    return parts.joined(separator: "  ")
  }

  private func drawRule(_ grid: inout Grid, _ area: Area) {
    grid.fill(area, with: look.glyph("─", "-").first ?? "-", style: Style(.heading))
    let total = model.overview?.matching ?? 0
    let place =
      " \(words.text("list.place", ["n": words.number(model.window.position + 1), "total": words.number(total)])) "
    grid.put(place, in: area, at: max(0, area.width - grid.width(of: place) - 2), style: Style(.heading))
  }

  private func drawDate(_ entry: TimelineEntry, _ grid: inout Grid, _ area: Area) {
    let isDoubtful = entry.date.basis == .repaired || entry.date.isUncertain
    var column = grid.put(look.label(entry.date).long, in: area, style: Style(isDoubtful ? .doubt : .date))
    let isByHand = model.shownDetail?.corrections.contains { $0.correction.kind == "date" } ?? false
    let basis =
      isByHand
      ? words["detail.byHand"]
      : isDoubtful ? words["detail.repaired"] : words["basis.\(entry.date.basis.rawValue)"]
    column = grid.put("  \(look.dateSign(entry)) ".replacingBlanks, in: area, at: column, style: Style(.doubt))
    column = grid.put(basis, in: area, at: column, style: Style(.muted))
    guard entry.date.precision != .none else { return }
    let hundredths = Int((min(max(entry.date.confidence, 0), 1) * 100).rounded())
    let confidence = words.text("why.confidence", ["n": "\(hundredths)%"])
    let start = area.width - grid.width(of: confidence)
    if start > column + 1 { grid.put(confidence, in: area, at: start, style: Style(.muted)) }
  }

  /// Who does what to whom, of what type and status, and where.
  private func drawParts(_ entry: TimelineEntry, _ grid: inout Grid, _ area: Area) {
    var column = 0
    var previousRole: Role?
    for actor in entry.distinctActors.prefix(6) {
      let joint = previousRole == nil ? "" : previousRole == actor.role ? ", " : look.glyph(" → ", " -> ")
      column = grid.put(joint, in: area, at: column, style: Style(.actor))
      column = grid.put(actor.name, in: area, at: column, style: Style(.actor))
      previousRole = actor.role
    }
    if column > 0 { column += 2 }
    let mark = "\(look.mark(of: entry.type)) \(look.name(of: entry.type))"
    column = grid.put(mark, in: area, at: column, style: look.style(of: entry.type)) + 2
    let status = words["status.\(entry.status.rawValue)"]
    if entry.status != .happened, status != look.name(of: entry.type) {
      column = grid.put(status, in: area, at: column, style: Style(.muted)) + 2
    }
    if let place = entry.place { grid.put(place, in: area, at: column, style: Style(.place)) }
  }

  private func drawEvidence(_ mention: EventMention, _ grid: inout Grid, _ area: Area) {
    guard area.height > 0, let span = mention.event.evidence.spans.first else { return }
    let marks = EvidenceMarks(mention)
    let runs = [Run("“", .evidence)] + marks.runs(of: span, look: look, letters: false) + [Run("”", .evidence)]
    let lines = TextFlow.lines(runs, width: area.width, repertoire: look.repertoire)
    for (index, line) in lines.prefix(area.height).enumerated() {
      let isCut = index == area.height - 1 && lines.count > area.height
      grid.put(line, in: area.line(index), isCut: isCut)
    }
  }

  private func drawSources(_ entry: TimelineEntry, _ mention: EventMention, _ grid: inout Grid, _ area: Area) {
    let names = (model.shownDetail?.mentions ?? []).prefix(3).map { mention in
      let day = mention.article.publication.day.map { " \($0.day) \(words.dates.month($0, short: true))" } ?? ""
      return (mention.article.outlet ?? mention.article.title ?? mention.article.id) + day
    }
    let rest = entry.sourceCount - names.count
    let text =
      "\(words.count("source", entry.sourceCount)): " + names.joined(separator: ", ") + (rest > 0 ? ", +\(rest)" : "")
    let hint = words["detail.openHint"]
    let start = area.width - grid.width(of: hint)
    let left = area.splitColumns(max(0, start - 2)).left
    grid.put(text, in: left, style: Style(.muted))
    grid.put(hint, in: area, at: max(0, start), style: Style(.hint))
  }

  /// What the same actor does before and after.
  private func drawNeighbors(_ grid: inout Grid, _ area: Area) {
    guard let neighbors = model.shownNeighbors, let actor = model.actor else { return }
    let place = words.text(
      "list.place", ["n": words.number(neighbors.position + 1), "total": words.number(neighbors.total)])
    let name = model.chosenActor == 0 ? words["detail.sameActor"] : actor.name
    grid.put("\(name) \(place)", in: area.splitColumns(area.width / 3 - 1).left, style: Style(.muted))
    // Both stand where they always stand, so that the eye finds them and only their words change.
    let columns = [("A <", neighbors.previous), ("a >", neighbors.next)]
    for (index, (key, entry)) in columns.enumerated() {
      let start = area.width * (index + 1) / 3
      let part = Area(row: area.row, column: area.column + start, height: area.height, width: area.width / 3 - 1)
      grid.put(key, in: part, style: Style(.key))
      guard let entry else { continue }
      let text = "\(look.label(entry.date).short) \(look.name(of: entry.type))"
      grid.put(text, in: part, at: 4, style: Style(.muted))
    }
  }
}

extension String {
  /// The text, or one blank where it is nothing but blanks.
  var replacingBlanks: String { allSatisfy { $0 == " " } ? "  " : self }
}

extension Grid {
  /// Writes the pieces of a line one after the other.
  @discardableResult
  mutating func put(_ runs: [Run], in area: Area, at column: Int = 0, isCut: Bool = false) -> Int {
    var column = column
    for run in runs { column = put(run.text, in: area, at: column, style: run.style) }
    if isCut, area.width > 0 {
      put(repertoire == .ascii ? "~" : "…", in: area, at: min(column, area.width - 1), style: Style(.muted))
    }
    return column
  }
}
