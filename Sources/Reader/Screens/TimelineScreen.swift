import Temporal
import Timeline

/// The timeline: where one is, how dense it is, the list, the selected entry.
struct TimelineScreen {
  let model: Model
  private var words: Phrasebook { model.look.words }

  func draw(_ grid: inout Grid) {
    let layout = model.layout
    drawTitle(&grid, layout.title)
    if let overview = model.overview {
      DensityBar(
        overview: overview, days: (model.allDays, model.matchingDays), look: model.look, span: model.barSpan,
        visible: visibleDays(layout.list.height),
        current: model.selection?.key.datedDay
      ).draw(&grid, layout.bar)
    }
    DetailPane(model: model).draw(&grid, layout.detail)
    SidePane(model: model).draw(&grid, layout.side)
    TimelineList(model: model).draw(&grid, layout.list)
    for area in [layout.list, layout.detail, layout.side] { grid.markMatches(model.wantedWords, in: area) }
    Footer(model: model).drawHints(&grid, layout.hints)
    Footer(model: model).drawStatus(&grid, layout.status, standing: standing)
    if layout.status.height == 0, model.prompt != nil || model.notice != nil {
      Footer(model: model).drawStatus(&grid, grid.area.line(grid.size.rows - 1), standing: [])
    }
  }

  /// Program, place, filter; at the right how much there is.
  private func drawTitle(_ grid: inout Grid, _ area: Area) {
    guard area.height > 0 else { return }
    let isNarrow = area.width < 60
    let filter = model.query.description
    let place = isNarrow ? (filter.isEmpty ? model.title : filter) : "linimasa  \(model.title)"
    let path = isNarrow || filter.isEmpty ? place : "\(place) > \(filter)"
    let count = self.count
    let inner = area.inset(isNarrow ? 1 : 1)
    let start = max(0, inner.width - grid.width(of: count))
    grid.put(path, in: inner.splitColumns(max(0, start - 2)).left, style: Style(.title))
    grid.put(count, in: inner, at: start, style: Style(.title))
  }

  private var count: String {
    guard let overview = model.overview, overview.total > 0 || model.progress == nil else { return "" }
    let total = words.count("event", overview.total)
    if overview.matching == overview.total { return total }
    return words.text("list.place", ["n": words.number(overview.matching), "total": total])
  }

  /// Progress, new entries, the filter's state.
  private var standing: [String] {
    var parts: [String] = []
    if let progress = model.progress { parts.append(progress) }
    if let work = model.work {
      parts.append(
        words.text("status.work", ["work": work, "key": model.keys.key(for: .close, in: .timeline)?.label ?? ""]))
    }
    if model.newCount > 0 { parts.append(words.text("status.new", ["events": words.count("event", model.newCount)])) }
    if let resting = model.restingQuery { parts.append(words.text("status.resting", ["filter": resting.description])) }
    if !model.query.terms.isEmpty { parts.append(words.text("status.filter", ["filter": model.query.description])) }
    return parts
  }

  private func visibleDays(_ height: Int) -> DateSpan? {
    let window = model.window
    let top = model.row(of: window.selected) - model.line
    let days = window.rows.indices.clamped(to: max(0, top)..<max(0, top + height)).compactMap { index -> CivilDay? in
      if case .entry(let entry, _) = window.rows[index] { window.entries[entry].key.datedDay } else { nil }
    }
    guard let first = days.first, let last = days.last else { return nil }
    return DateSpan(first, last)
  }
}
