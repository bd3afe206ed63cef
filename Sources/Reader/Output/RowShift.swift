/// Rows that stand on the screen a few rows farther up or down than before.
struct RowShift {
  /// The rows that scroll together.
  let rows: ClosedRange<Int>
  /// How far they move up; negative where they move down.
  let distance: Int

  /// Rows that have to move for scrolling to be worth its bytes.
  private static let leastGain = 4

  /// The shift that brings most of the rows to their new places; nil where none brings enough.
  init?(from old: [Cell], to new: [Cell], columns: Int) {
    let oldPrints = Self.prints(old, columns)
    let newPrints = Self.prints(new, columns)
    let changed = newPrints.indices.filter { newPrints[$0] != oldPrints[$0] }
    guard let first = changed.first, let last = changed.last, changed.count >= Self.leastGain else { return nil }
    var best: (gain: Int, distance: Int, moved: ClosedRange<Int>)?
    for distance in first - last...last - first where distance != 0 {
      let moved = changed.filter { row in
        let source = row + distance
        return (first...last).contains(source) && oldPrints[source] == newPrints[row]
          && old[source * columns..<(source + 1) * columns] == new[row * columns..<(row + 1) * columns]
      }
      guard moved.count >= Self.leastGain, moved.count > best?.gain ?? 0, let top = moved.first, let end = moved.last
      else { continue }
      best = (moved.count, distance, top...end)
    }
    guard let best else { return nil }
    distance = best.distance
    let moved =
      min(
        best.moved.lowerBound, best.moved.lowerBound + distance)...max(
        best.moved.upperBound, best.moved.upperBound + distance)
    // The rows beside them may be nearer to what they are to be when they scroll too.
    let lasts = columns > 0 ? min(moved.upperBound + 1, new.count / columns - 1) : moved.upperBound
    let regions = [moved, max(moved.lowerBound - 1, 0)...moved.upperBound, moved.lowerBound...lasts]
    rows =
      regions.min { Self.rest($0, best.distance, old, new, columns) < Self.rest($1, best.distance, old, new, columns) }
      ?? moved
  }

  /// How many cells around the rows are still to be written when these have scrolled.
  private static func rest(
    _ rows: ClosedRange<Int>, _ distance: Int, _ old: [Cell], _ new: [Cell], _ columns: Int
  ) -> Int {
    let around = max(rows.lowerBound - 1, 0)...min(rows.upperBound + 1, new.count / columns - 1)
    return around.reduce(0) { sum, row in
      let source = rows.contains(row) ? row + distance : row
      let isShown = !rows.contains(row) || rows.contains(source)
      return (0..<columns).reduce(sum) { sum, column in
        let cell = isShown ? old[source * columns + column] : .blank
        return sum + (cell == new[row * columns + column] ? 0 : 1)
      }
    }
  }

  /// What the cells are after the terminal has scrolled.
  func apply(to cells: inout [Cell], columns: Int) {
    let before = cells
    for row in rows {
      let source = row + distance
      for column in 0..<columns {
        cells[row * columns + column] = rows.contains(source) ? before[source * columns + column] : .blank
      }
    }
  }

  /// A number for the text of each row; equal rows have equal ones (Fowler, Noll and Vo, FNV-1a, over scalars).
  private static func prints(_ cells: [Cell], _ columns: Int) -> [UInt64] {
    stride(from: 0, to: cells.count, by: max(1, columns)).map { start in
      var print: UInt64 = 0xCBF2_9CE4_8422_2325
      for cell in cells[start..<min(start + columns, cells.count)] {
        print = (print ^ UInt64(cell.base.value)) &* 0x100_0000_01B3
      }
      return print
    }
  }
}
