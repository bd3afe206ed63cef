import Timeline

/// What can be corrected or copied of the selected event: a letter each, what it is, how it stands.
struct MenuScreen {
  let model: Model
  let menu: Menu
  let cursor: ListCursor
  private var look: Look { model.look }

  func draw(_ grid: inout Grid) {
    let area = grid.area
    let hasFrame = area.height >= 5
    let top = hasFrame ? 2 : 0
    let list = Area(row: top, column: 0, height: area.height - top - (hasFrame ? 1 : 0), width: area.width)
    let commands = model.commands(of: menu)
    grid.list(commands, cursor, in: list) { command, row, grid in draw(command, &grid, row) }
    guard hasFrame else { return }
    ScreenTitle(model: model, text: look.words["menu.\(menu.rawValue)"], isFiltered: false).draw(&grid)
    grid.put(model.selection?.summary ?? "", in: area.line(1).inset(1), style: Style(.muted))
    Footer(model: model).drawStatus(&grid, area.line(area.height - 1), standing: [])
  }

  private func draw(_ command: Command, _ grid: inout Grid, _ row: Area) {
    let key = model.keys.key(for: command, in: menu.context)?.label ?? ""
    grid.put(key, in: row, at: min(2, row.width - 1), style: Style(.key))
    let name = Area(row: row.row, column: row.column + 5, height: 1, width: min(34, max(1, row.width - 6)))
    grid.put(look.words["command.\(command.rawValue)"], in: name)
    let column = 5 + 35
    guard row.width > column + 4 else { return }
    let state = Area(row: row.row, column: row.column + column, height: 1, width: row.width - column - 1)
    grid.put(standing(command), in: state, style: Style(.muted))
  }

  /// How it stands now.
  private func standing(_ command: Command) -> String {
    guard let entry = model.selection else { return "" }
    let remarks = entry.remarks
    switch command {
    case .setDate, .confirmDate: return look.label(entry.date).short
    case .setType: return look.name(of: entry.type)
    case .setStatus: return look.words["status.\(entry.status.rawValue)"]
    case .setActors: return entry.distinctActors.map(\.name).joined(separator: ", ")
    case .splitEvent: return look.words.count("source", entry.sourceCount)
    case .note: return remarks.note ?? ""
    case .tag: return remarks.tags.map { "#\($0)" }.joined(separator: " ")
    case .bookmark: return look.words[remarks.isBookmarked ? "edit.yes" : "edit.no"]
    case .markRead: return look.words[remarks.isRead ? "edit.yes" : "edit.no"]
    case .copyText, .copyCitation, .copyDate, .copyURL: return model.copied(command) ?? ""
    default: return ""
    }
  }
}

extension TimelineEntry {
  /// What a person has done with it, as the key that does it: bookmarked, a note, a tag, corrected.
  var remarkSign: String {
    if remarks.isBookmarked { return "B" }
    if remarks.note != nil { return "\"" }
    if !remarks.tags.isEmpty { return "#" }
    return isCorrected ? "=" : " "
  }
}
