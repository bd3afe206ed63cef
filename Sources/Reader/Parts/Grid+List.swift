extension Grid {
  /// Draws the lines of a list that fit, the selected one marked and under the terminal's cursor.
  mutating func list<Line>(
    _ lines: [Line], _ cursor: ListCursor, in area: Area, draw: (_ line: Line, Area, inout Grid) -> Void
  ) {
    let visible = cursor.visible(lines.count, height: area.height)
    for index in visible {
      let row = area.line(index - visible.lowerBound)
      draw(lines[index], row, &self)
      lineOfRow[row.row] = index
      guard index == cursor.index else { continue }
      put(">", in: row, style: Style(.key))
      select(row)
      self.cursor = (row.row, row.column)
    }
  }
}
