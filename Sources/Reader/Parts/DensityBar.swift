import Temporal
import Timeline

/// How many events there are over the whole time, those of the filter before the rest, and where the list stands in it.
struct DensityBar {
  let overview: TimelineOverview
  /// The days of everything and of the filter, added up.
  let days: (all: DayTotals, matching: DayTotals)
  let look: Look
  /// How much of the time is shown.
  let span: BarSpan
  /// The days that the list shows.
  let visible: DateSpan?
  /// The selected day.
  let current: CivilDay?

  /// Draws one row, or three: years, blocks, the place in it.
  func draw(_ grid: inout Grid, _ area: Area) {
    guard area.height > 0, area.width > 2, let scale = span.scale(overview, around: current, columns: area.width - 2)
    else { return }
    let inner = area.inset(1)
    if area.height >= 3 { drawYears(&grid, inner.line(0), scale) }
    drawBlocks(&grid, inner.line(area.height >= 3 ? 1 : 0), scale)
    if area.height >= 3 { drawPlace(&grid, inner.line(2), scale) }
  }

  private func drawBlocks(_ grid: inout Grid, _ area: Area, _ scale: DensityScale) {
    let all = scale.counts(days.all)
    let matching = scale.counts(days.matching)
    let isFiltered = overview.matching != overview.total
    let peak = all.max() ?? 1
    for column in 0..<area.width {
      let count = isFiltered && matching[column] > 0 ? matching[column] : all[column]
      let isOther = isFiltered && matching[column] == 0
      let block = Sparkline.block(count, peak: peak, repertoire: look.repertoire)
      grid.fill(
        area.splitColumns(column + 1).left, with: block, from: column,
        style: Style(isOther ? .density : .matchingDensity))
    }
  }

  private func drawYears(_ grid: inout Grid, _ area: Area, _ scale: DensityScale) {
    var free = 0
    for year in scale.first.year...max(scale.first.year, scale.last.year) {
      let start = CivilDay(year: year, month: 1, day: 1) ?? scale.first
      let column = start <= scale.first ? 0 : scale.column(of: start)
      let label = String(year)
      if column >= free, column + label.utf8.count <= area.width {
        free = grid.put(label, in: area, at: column, style: Style(.muted)) + 1
      }
      if column > area.width { break }
    }
    // A span within few months has room for their names.
    guard scale.last - scale.first < 366 else { return }
    drawMonths(&grid, area, scale, free: free)
  }

  private func drawMonths(_ grid: inout Grid, _ area: Area, _ scale: DensityScale, free: Int) {
    var free = free
    var day = scale.first - (scale.first.day - 1)
    while day <= scale.last {
      let name = look.words.dates.month(day, short: true)
      let column = scale.column(of: max(day, scale.first))
      if day.month > 1, column >= free, column + name.count <= area.width {
        free = grid.put(name, in: area, at: column, style: Style(.muted)) + 1
      }
      day = day + CivilDay.days(inMonth: day.month, of: day.year)
    }
  }

  private func drawPlace(_ grid: inout Grid, _ area: Area, _ scale: DensityScale) {
    if let visible {
      let low = scale.column(of: visible.first)
      let high = scale.column(of: visible.last)
      for column in low...max(low, high) {
        let sign = low == high ? "" : column == low ? "[" : column == high ? "]" : "="
        grid.put(sign, in: area, at: column, style: Style(.muted))
      }
    }
    if let current { grid.put("^", in: area, at: scale.column(of: current), style: Style(.key)) }
  }
}

/// Days laid out over the columns of the bar.
struct DensityScale {
  let first: CivilDay
  let last: CivilDay
  let columns: Int

  /// The scale of some days.
  init(_ days: DateSpan, columns: Int) {
    first = days.first
    last = days.last
    self.columns = max(1, columns)
  }

  /// The scale of everything there is; nil where nothing is dated.
  init?(_ overview: TimelineOverview, columns: Int) {
    guard let first = overview.allDays.first?.day, let last = overview.allDays.last?.day, columns > 0 else {
      return nil
    }
    self.init(DateSpan(first, last), columns: columns)
  }

  private var length: Int { max(1, last - first + 1) }

  /// The column of a day; days outside stand at the ends.
  func column(of day: CivilDay) -> Int {
    let offset = min(max(day - first, 0), length - 1)
    return min(offset * columns / length, columns - 1)
  }

  /// The first day of a column.
  func day(at column: Int) -> CivilDay {
    first + (min(max(column, 0), columns - 1) * length + columns - 1) / columns
  }

  /// Entries a column.
  func counts(_ days: DayTotals) -> [Int] {
    (0..<columns).map { column in
      days.count(from: day(at: column), to: column + 1 < columns ? day(at: column + 1) : last + 1)
    }
  }

  /// Entries a column; what lies outside is not counted.
  func counts(_ days: [DayCount]) -> [Int] {
    var counts = [Int](repeating: 0, count: columns)
    for day in days where (first...last).contains(day.day) { counts[column(of: day.day)] += day.count }
    return counts
  }
}
