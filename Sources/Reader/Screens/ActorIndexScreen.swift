import Temporal
import Timeline

/// Who takes part: count, first, last, when; the selected one's other names, and with whom.
struct ActorIndexScreen {
  let model: Model
  let state: ActorIndexState
  private var look: Look { model.look }
  private var words: Phrasebook { look.words }

  func draw(_ grid: inout Grid) {
    let area = grid.area
    let isTall = area.height >= 14
    let hasFrame = area.height >= 5
    let detailHeight = isTall ? 5 : 0
    let listTop = hasFrame ? 2 : 0
    let list = Area(
      row: listTop, column: 0, height: area.height - listTop - detailHeight - (hasFrame ? 1 : 0), width: area.width)
    let actors = state.actors ?? []
    grid.list(actors, state.cursor, in: list) { actor, row, grid in draw(actor, &grid, row) }
    if actors.isEmpty {
      let text = state.actors == nil ? words["list.loading"] : words["actors.none"]
      grid.put(text, in: list.line(0), at: min(2, list.width - 1), style: Style(.muted))
    }
    guard hasFrame else { return }
    let right = "\(words.count("actor", actors.count)), \(words["actors.by.\(state.order.rawValue)"])"
    ScreenTitle(model: model, text: words["actors.title"], right: state.actors == nil ? "" : right).draw(&grid)
    drawColumns(&grid, area.line(1))
    if isTall, let actor = actors[state.cursor] {
      let detail = Area(row: list.row + list.height, column: 0, height: detailHeight, width: area.width)
      drawDetail(actor, &grid, detail)
    }
    Footer(model: model).drawStatus(&grid, area.line(area.height - 1), standing: [])
  }

  private var isNarrow: Bool { model.size.columns < 60 }
  private var sparkWidth: Int { max(8, model.size.columns - (isNarrow ? 30 : 56)) }

  private func drawColumns(_ grid: inout Grid, _ area: Area) {
    grid.put(words["actors.count"].paddedLeft(to: 7), in: area, style: Style(.heading))
    if isNarrow { return }
    grid.put(words["actors.first"], in: area, at: 10, style: Style(.heading))
    grid.put(words["actors.last"], in: area, at: 19, style: Style(.heading))
    guard let scale else { return }
    let span = "\(scale.first.year) .. \(scale.last.year)"
    grid.put(span, in: area, at: 55, style: Style(.heading))
  }

  private func draw(_ actor: ActorSummary, _ grid: inout Grid, _ area: Area) {
    grid.put(words.number(actor.count).paddedLeft(to: 6), in: area, at: 1)
    let nameColumn = isNarrow ? 8 : 28
    if !isNarrow {
      grid.put(month(actor.first), in: area, at: 10, style: Style(.date))
      grid.put(month(actor.last), in: area, at: 19, style: Style(.date))
    }
    let nameWidth = isNarrow ? max(4, area.width - nameColumn - sparkWidth - 1) : 26
    let name = Area(row: area.row, column: area.column + nameColumn, height: 1, width: nameWidth)
    grid.put(actor.name, in: name, style: Style(.actor))
    if let scale {
      let spark = Sparkline.text(scale.counts(actor.days), repertoire: look.repertoire)
      grid.put(spark, in: area, at: nameColumn + nameWidth + 1, style: Style(.matchingDensity), isElided: false)
    }
  }

  private var scale: DensityScale? {
    guard let overview = model.overview else { return nil }
    return DensityScale(overview, columns: sparkWidth)
  }

  private func month(_ day: CivilDay?) -> String { day.map { String($0.description.dropLast(3)) } ?? "-" }

  private func drawDetail(_ actor: ActorSummary, _ grid: inout Grid, _ area: Area) {
    grid.fill(area.line(0), with: look.glyph("─", "-").first ?? "-", style: Style(.heading))
    let inner = area.inset(1)
    let column = grid.put(actor.name, in: inner.line(1), style: Style(.actor))
    let facts = "  \(words["kind.\(actor.kind.rawValue)"])  \(words.count("event", actor.count))  \(actor.id)"
    grid.put(facts, in: inner.line(1), at: column, style: Style(.muted))
    let aliases = actor.aliases.map { alias in
      "“\(alias.text)”" + (alias.reason.map { " (\($0))" } ?? "")
    }
    let also = aliases.isEmpty ? "" : "\(words["actors.also"]) " + aliases.joined(separator: ", ")
    let lines = TextFlow.lines([Run(also, .muted)], width: inner.width, indent: 2, repertoire: look.repertoire)
    for (index, line) in lines.prefix(2).enumerated() {
      grid.put(line, in: inner.line(2 + index), isCut: index == 1 && lines.count > 2)
    }
    guard let companions = state.companions, companions.of == actor.id else { return }
    let names = companions.actors.filter { $0.id != actor.id }.prefix(6).map { "\($0.name) \(words.number($0.count))" }
    if names.isEmpty { return }
    grid.put("\(words["actors.with"]) \(names.joined(separator: ", "))", in: inner.line(4), style: Style(.muted))
  }
}
