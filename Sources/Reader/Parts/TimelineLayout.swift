/// Where the parts of the timeline's screen stand. What has no room is empty.
struct TimelineLayout {
  var title: Area
  var bar: Area
  var list: Area
  /// Beside the list: the article, why, the actors.
  var side: Area
  /// Below the list: the selected entry.
  var detail: Area
  var hints: Area
  var status: Area

  init(_ size: GridSize) {
    var rest = Area(row: 0, column: 0, height: size.rows, width: size.columns)
    let none = Area(row: 0, column: 0, height: 0, width: 0)
    (title, bar, side, detail, hints, status) = (none, none, none, none, none, none)
    let isTall = size.rows >= 20
    if size.rows >= 5 {
      (title, rest) = rest.splitRows(1)
      (rest, status) = rest.splitRows(rest.height - 1)
    }
    if isTall { (rest, hints) = rest.splitRows(rest.height - 1) }
    if size.rows >= 10, size.columns >= 40 { (bar, rest) = rest.splitRows(isTall ? 3 : 1) }
    if size.columns >= 100, isTall {
      (rest, side) = rest.splitColumns(min(max(60, size.columns * 47 / 100), 84))
    } else if isTall {
      (rest, detail) = rest.splitRows(rest.height - min(7, rest.height / 2))
    } else if size.rows >= 8 {
      (rest, detail) = rest.splitRows(rest.height - 1)
    }
    list = rest
  }
}

extension Model {
  /// Where the timeline's parts stand now.
  var layout: TimelineLayout { TimelineLayout(size) }
  /// Rows of the list.
  var listHeight: Int { layout.list.height }

  /// Where a screen of text shows its text: all but the title and the last line.
  var textArea: Area {
    Area(
      row: size.rows >= 5 ? 1 : 0, column: 0, height: size.rows - (size.rows >= 5 ? 2 : 0),
      width: size.columns)
  }

  /// Keeps the selected row inside the list, and the list's first row at its top where there is nothing before it.
  mutating func keepLineInside() {
    let height = max(1, listHeight)
    let row = row(of: window.selected)
    line = min(max(line, 0), height - 1)
    // The heading above stays in view.
    let hasHeading = row > 0 && { if case .heading = window.rows[row - 1] { true } else { false } }()
    if hasHeading, line == 0, height > 2 { line = 1 }
    if window.reachesStart { line = min(line, row) }
    if window.reachesEnd {
      let below = window.rows.count - 1 - row
      if window.rows.count >= height { line = max(line, height - 1 - below) }
    }
  }
}
