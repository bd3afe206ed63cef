import Temporal
import Timeline

/// The list of the timeline: day rows under headings, gaps folded.
struct TimelineList {
  let model: Model
  private var look: Look { model.look }
  private var words: Phrasebook { look.words }

  /// Draws the rows around the selected one.
  func draw(_ grid: inout Grid, _ area: Area) {
    let window = model.window
    guard window.selection != nil else {
      grid.put(emptyText, in: area.line(min(1, area.height - 1)), at: min(2, area.width - 1), style: Style(.muted))
      return
    }
    let top = model.row(of: window.selected) - model.line
    for line in 0..<area.height {
      let index = top + line
      guard window.rows.indices.contains(index) else { continue }
      draw(window.rows[index], &grid, area.line(line), isTop: line == 0)
    }
    grid.cursor = (area.row + model.line, area.column)
  }

  private var emptyText: String {
    guard let overview = model.overview else { return words["list.loading"] }
    if overview.total == 0 { return model.progress ?? words["list.empty"] }
    return words["list.noMatch"]
  }

  private func draw(_ row: ListRow, _ grid: inout Grid, _ area: Area, isTop: Bool) {
    switch row {
    case .heading(let section): draw(section, &grid, area)
    case .gap(let days):
      let dots = String(repeating: ": ", count: area.width / 2 + 1)
      grid.put(dots, in: area, at: 1, style: Style(.gap), isElided: false)
      let text = "  \(words.count("gap", days))  "
      grid.put(text, in: area, at: max(1, (area.width - grid.width(of: text)) / 2), style: Style(.gap))
    case .entry(let index, let showsDay):
      let entry = model.window.entries[index]
      let isSelected = index == model.window.selected
      // The first row shows its day even where the row with it has scrolled away.
      draw(entry, showsDay: showsDay || isTop, isSelected: isSelected, &grid, area)
    }
  }

  // MARK: - Headings

  private func draw(_ section: ListRow.Section, _ grid: inout Grid, _ area: Area) {
    let isNarrow = area.width < 60
    let name: String
    var counts: [Int] = []
    var total = 0
    switch section {
    case .month(let day):
      name = "\(words.dates.month(day, short: isNarrow)) \(day.year)"
      counts = monthCounts(day)
      total = counts.reduce(0, +)
    case .year(let year): name = words.text("list.monthUnknown", ["year": String(year)])
    case .undated:
      name = words["list.undated"]
      total = model.overview?.undated ?? 0
    }
    grid.fill(area, with: look.glyph("─", "-").first ?? "-", from: 1, style: Style(.heading))
    grid.put(" \(name) ", in: area, at: 3, style: Style(.heading))
    let spark = isNarrow ? "" : Sparkline.text(counts, repertoire: look.repertoire)
    let count = total > 0 ? " \(words.count("event", total)) " : ""
    let tail = count + (spark.isEmpty || total == 0 ? "" : "\(spark) ")
    let room = area.width - grid.width(of: name) - 8
    let shown = grid.width(of: tail) < room ? tail : grid.width(of: count) < room ? count : ""
    grid.put(shown, in: area, at: max(0, area.width - grid.width(of: shown) - 2), style: Style(.heading))
  }

  /// Entries a day of the month that begins with `first`.
  private func monthCounts(_ first: CivilDay) -> [Int] {
    var counts = [Int](repeating: 0, count: CivilDay.days(inMonth: first.month, of: first.year))
    let days = model.overview?.matchingDays ?? []
    var index = days.partitioningIndex { $0.day >= first }
    while index < days.count, days[index].day - first < counts.count {
      counts[days[index].day - first] += days[index].count
      index += 1
    }
    return counts
  }

  // MARK: - Entries

  private func draw(_ entry: TimelineEntry, showsDay: Bool, isSelected: Bool, _ grid: inout Grid, _ area: Area) {
    let isNarrow = area.width < 60
    grid.put(isSelected ? ">" : model.marks.contains(entry.key) ? "m" : entry.remarkSign, in: area, style: Style(.key))
    let day = showsDay ? self.day(of: entry, isNarrow: isNarrow) : ""
    grid.put(day, in: area, at: 1, style: Style(.date))
    let dateStart = isNarrow ? 4 : 9
    let dateWidth = isNarrow ? 5 : 9
    let date = Area(row: area.row, column: area.column + dateStart, height: 1, width: dateWidth)
    grid.put(dateColumn(entry), in: date, style: dateStyle(entry))
    var column = dateStart + dateWidth
    let sign = look.dateSign(entry)
    if sign != " " { grid.put(sign, in: area, at: column, style: Style(.doubt)) }
    column += 2
    grid.put(look.mark(of: entry.type), in: area, at: column, style: look.style(of: entry.type))
    column += 2
    let columns = self.columns(area.width - column)
    for shown in columns where shown.isLeft {
      let cell = Area(row: area.row, column: area.column + column, height: 1, width: shown.width - 1)
      draw(shown, of: entry, &grid, cell)
      column += shown.width
    }
    // Date and type are enough to see it by, and the text keeps its colors.
    if isSelected { grid.select(area.splitColumns(column - 1).left) }
    var end = area.width
    if area.width < 72, look.columns.contains(.sources), !isNarrow {
      drawSources(entry, &grid, area, width: 4)
      end -= 4
    }
    for shown in columns.reversed() where !shown.isLeft {
      end -= shown.width
      let cell = Area(row: area.row, column: area.column + end + 1, height: 1, width: shown.width - 1)
      draw(shown, of: entry, &grid, cell)
    }
    drawText(entry, &grid, Area(row: area.row, column: area.column + column, height: 1, width: end - column))
  }

  /// The columns that there is room for; the summary keeps as much as it needs to be read.
  private func columns(_ room: Int) -> [ListColumn] {
    guard room >= Self.roomForColumns else { return [] }
    var shown = look.columns
    while shown.reduce(0, { $0 + $1.width }) > room - Self.leastSummary { shown.removeLast() }
    return shown
  }

  private static let roomForColumns = 50
  private static let leastSummary = 24

  private func draw(_ column: ListColumn, of entry: TimelineEntry, _ grid: inout Grid, _ cell: Area) {
    switch column {
    case .type: grid.put(look.name(of: entry.type), in: cell, style: look.style(of: entry.type))
    case .actor: grid.put(entry.actors.first?.name ?? "", in: cell, style: Style(.actor))
    case .place: grid.put(entry.place ?? "", in: cell, style: Style(.place))
    case .confidence:
      let isDated = entry.date.precision != .none
      grid.put(isDated ? "\(Int((entry.date.confidence * 100).rounded()))%" : "", in: cell, style: Style(.muted))
    case .sources:
      drawSources(
        entry, &grid, Area(row: cell.row, column: cell.column - 1, height: 1, width: cell.width + 1), width: 13)
    }
  }

  /// `Sat  5`, or `05` where there is little room; nothing for an entry whose day is not known.
  private func day(of entry: TimelineEntry, isNarrow: Bool) -> String {
    switch entry.date.precision {
    case .month, .year, .none, .period: return ""
    case .day, .range, .before, .after: break
    }
    guard entry.key.day != TimelineKey.undatedDay, entry.date.start == entry.key.day || entry.date.end == entry.key.day
    else { return "" }
    let number = String(entry.key.day.day)
    if isNarrow { return number.paddedLeft(to: 2) }
    // A bound is no day of the event: only its number stands in the next column.
    if entry.date.precision == .before || entry.date.precision == .after { return "" }
    return "\(words.dates.weekday(entry.key.day, short: true)) \(number.paddedLeft(to: 2))"
  }

  /// The date under its heading, which names the month or the year.
  private func dateColumn(_ entry: TimelineEntry) -> String {
    switch entry.date.precision {
    case .month, .year: "?day"
    default: look.label(entry.date).column
    }
  }

  private func dateStyle(_ entry: TimelineEntry) -> Style {
    Style(entry.date.basis == .repaired || entry.date.isUncertain ? .doubt : .date)
  }

  /// The summary; an actor that it does not name stands before it.
  private func drawText(_ entry: TimelineEntry, _ grid: inout Grid, _ area: Area) {
    var column = 0
    let status = words["list.status.\(entry.status.rawValue)"]
    if status != "-", entry.status != .happened {
      column = grid.put(status + " ", in: area, at: column, style: Style(.muted))
    }
    if entry.isDenied { column = grid.put(words["list.denied"] + " ", in: area, at: column, style: Style(.doubt)) }
    if let first = entry.actors.first, !entry.summary.utf8.contains(bytes: first.name.utf8) {
      column = grid.put(first.name + ": ", in: area, at: column, style: Style(.actor))
    }
    grid.put(entry.summary, in: area, at: column, style: Style(entry.remarks.isRead ? .muted : .text))
  }

  private func drawSources(_ entry: TimelineEntry, _ grid: inout Grid, _ area: Area, width: Int) {
    guard width > 0 else { return }
    let more = entry.sourceCount > 1 ? "+\(entry.sourceCount - 1)" : ""
    let right = Area(row: area.row, column: area.column + area.width - width + 1, height: 1, width: width - 1)
    guard width > 6, let outlet = entry.outlets.first else {
      grid.put("\(entry.sourceCount)s".paddedLeft(to: width - 1), in: right, style: Style(.muted))
      return
    }
    let name = Area(row: right.row, column: right.column, height: 1, width: right.width - more.count)
    let end = grid.put(outlet, in: name, style: Style(.muted))
    grid.put(more, in: right, at: end, style: Style(.muted))
  }
}

extension String.UTF8View {
  /// Whether other bytes stand somewhere in these.
  func contains(bytes: String.UTF8View) -> Bool {
    guard let first = bytes.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: bytes) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Array {
  /// The first index whose element and all later ones pass; the elements must be in that order.
  func partitioningIndex(_ passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
