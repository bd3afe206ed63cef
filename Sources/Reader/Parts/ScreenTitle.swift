import Timeline

/// The first line of a screen: the program, what is shown and for which filter; at the right how much of it.
struct ScreenTitle {
  let model: Model
  /// What is shown.
  var text: String
  /// Whether the filter changes it.
  var isFiltered = true
  /// How much of it.
  var right = ""

  /// Draws it. In little room the program's name goes first, then what stands at the right.
  func draw(_ grid: inout Grid) {
    let area = grid.area.line(0).inset(1)
    let filter = isFiltered && !model.query.terms.isEmpty ? " > \(model.query.description)" : ""
    let left = (model.size.columns < 60 ? "" : "linimasa  ") + text + filter
    let fits = grid.width(of: text) + 2 + grid.width(of: right) <= area.width
    let start = fits ? max(0, area.width - grid.width(of: right)) : area.width
    if fits { grid.put(right, in: area, at: start, style: Style(.title)) }
    grid.put(left, in: area.splitColumns(fits && !right.isEmpty ? start - 2 : start).left, style: Style(.title))
  }
}
