/// The last lines: what keys do, what is typed, what is said.
struct Footer {
  let model: Model
  private var look: Look { model.look }

  /// The keys that matter here, as many as fit.
  func drawHints(_ grid: inout Grid, _ area: Area) {
    guard area.height > 0 else { return }
    draw(hints: model.hints, &grid, area.inset(1))
  }

  /// The line that is typed, or what is said, or else how things stand, with the place at the right.
  func drawStatus(_ grid: inout Grid, _ area: Area, standing: [String]) {
    guard area.height > 0 else { return }
    let inner = area.width > 4 ? area.inset(1) : area
    if let prompt = model.prompt {
      draw(prompt, &grid, inner)
    } else if let notice = model.notice {
      grid.put(notice.text, in: inner, style: Style(notice.isFailure ? .failure : .text))
    } else if standing.isEmpty, model.layout.hints.height == 0 || !model.screens.isEmpty {
      draw(hints: model.hints, &grid, inner)
    } else {
      let place = model.place
      let start = max(0, inner.width - grid.width(of: place))
      grid.put(standing.joined(separator: "  "), in: inner.splitColumns(max(0, start - 1)).left, style: Style(.muted))
      grid.put(place, in: inner, at: start, style: Style(.muted))
    }
  }

  private func draw(_ prompt: Prompt, _ grid: inout Grid, _ area: Area) {
    let label = look.words[prompt.labelKey] + " "
    var column = grid.put(label, in: area, style: Style(.prompt))
    // A long line scrolls so that its cursor stays in view.
    let room = max(1, area.width - column - 1)
    var shown = prompt.editor.beforeCursor[...]
    while grid.width(of: String(shown)) > room { shown = shown.dropFirst() }
    let start = column
    column = grid.put(String(shown), in: area, at: column, style: Style(.prompt))
    grid.cursor = (area.row, min(area.column + column, grid.size.columns - 1))
    let after = prompt.editor.text.dropFirst(prompt.editor.cursor)
    column = grid.put(String(after), in: area, at: column, style: Style(.prompt))
    guard let complaint = prompt.complaint else { return }
    let left = area.width - column - 2
    if left > 8 {
      grid.put(complaint, in: area, at: column + 2, style: Style(.failure))
    } else if area.row > 0, start > 0 {
      let above = Area(row: area.row - 1, column: area.column, height: 1, width: area.width)
      grid.fill(above)
      grid.put(complaint, in: above, style: Style(.failure))
    }
  }

  private func draw(hints: [(key: String, text: String)], _ grid: inout Grid, _ area: Area) {
    var column = 0
    for hint in hints {
      let width = grid.width(of: hint.key) + 1 + grid.width(of: hint.text)
      guard column + width <= area.width else { break }
      column = grid.put(hint.key, in: area, at: column, style: Style(.key)) + 1
      column = grid.put(hint.text, in: area, at: column, style: Style(.hint)) + 2
    }
  }
}

extension Model {
  /// The keys to name at the foot of the screen, most useful first, from the key table.
  var hints: [(key: String, text: String)] {
    let pairs: [(String, [Command])] =
      switch screens.last {
      case nil:
        [
          ("hint.help", [.help]), ("hint.open", [.open]), ("hint.why", [.why]),
          ("hint.actor", [.nextOfActor, .previousOfActor]), ("hint.day", [.nextDay, .previousDay]),
          ("hint.find", [.find]), ("hint.filter", [.filter]), ("hint.month", [.nextMonth, .previousMonth]),
          ("hint.date", [.goToDate]), ("hint.actors", [.actors]), ("hint.lanes", [.lanes]),
          ("hint.histogram", [.histogram]), ("hint.correct", [.correct]), ("hint.export", [.export]),
          ("hint.close", [.close]),
        ]
      case .article?:
        [
          ("hint.evidence", [.findNext, .findPrevious]),
          ("hint.source", (shownDetail?.mentions.count ?? 0) > 1 ? [.nextPart] : []), ("hint.why", [.why]),
          ("hint.browser", [.openSource]), ("hint.back", [.close]), ("hint.help", [.help]),
        ]
      case .why?: [("hint.article", [.article]), ("hint.back", [.close]), ("hint.help", [.help])]
      case .help?, .actor?: [("hint.scroll", [.down, .up]), ("hint.back", [.close])]
      case .actors?:
        [
          ("hint.only", [.open]), ("hint.names", [.why]), ("hint.find", [.find]), ("hint.sort", [.sortActors]),
          ("hint.merge", [.mergeActor]),
          ("hint.splitName", [.splitActor]), ("hint.back", [.close]),
          ("hint.help", [.help]),
        ]
      case .histogram?:
        [
          ("hint.zoom", [.zoomIn, .zoomOut]), ("hint.empty", [.toggleEmpty]), ("hint.jump", [.open]),
          ("hint.only", [.onlyThis]),
          ("hint.filter", [.filter]), ("hint.back", [.close]), ("hint.help", [.help]),
        ]
      case .lanes(let state)?:
        [
          ("lane.\(state.kind.rawValue)", [.down, .up]), ("hint.time", [.left, .right]),
          ("lanes.by.\(state.nextKind.rawValue)", [.nextPart]), ("hint.inLane", [.findNext, .findPrevious]),
          ("hint.zoom", [.zoomIn, .zoomOut]), ("hint.jump", [.open]), ("hint.only", [.onlyThis]),
          ("hint.back", [.close]),
          ("hint.help", [.help]),
        ]
      case .menu(.copy, _)?: [("hint.choose", [.open]), ("hint.back", [.close]), ("hint.help", [.help])]
      case .menu?: [("hint.choose", [.open]), ("hint.undo", [.undo]), ("hint.back", [.close]), ("hint.help", [.help])]
      case .history?:
        [("hint.undoOrRedo", [.open]), ("hint.undo", [.undo]), ("hint.back", [.close]), ("hint.help", [.help])]
      case .export?: [("hint.choose", [.open]), ("hint.back", [.close])]
      case .choice?: [("hint.choose", [.open]), ("hint.back", [.close])]
      }
    return pairs.compactMap { textKey, commands in
      let labels = commands.compactMap { keys.key(for: $0, in: context)?.label }
      return labels.isEmpty ? nil : (labels.joined(separator: "/"), look.words[textKey])
    }
  }

  /// How far down the timeline the selection stands.
  var place: String {
    guard let total = overview?.matching, total > 0 else { return "" }
    return "\((window.position + 1) * 100 / max(total, 1))%"
  }
}
