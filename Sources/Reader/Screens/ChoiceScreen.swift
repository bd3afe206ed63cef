/// A list to choose from, narrowed by typing.
struct ChoiceScreen {
  let model: Model
  let state: ChoiceState

  func draw(_ grid: inout Grid) {
    let words = model.look.words
    let area = grid.area
    let title = area.line(0).inset(1)
    let name = words[state.purpose.titleKey]
    var column = grid.put("\(name) ", in: title, style: Style(.title))
    column = grid.put(state.editor.text, in: title, at: column, style: Style(.prompt))
    let list = area.splitRows(1).rest.splitRows(area.height - 2).top
    // Hints stand below one another, as far right as the longest lets them; a label has half the row before one is cut.
    func width(_ text: KeyPath<ChoiceState.Option, String>) -> Int {
      state.options.reduce(0) { max($0, grid.width(of: $1[keyPath: text])) }
    }
    let hintWidth = min(width(\.hint), max(list.width / 2, list.width - width(\.label) - 5))
    grid.list(state.options, state.cursor, in: list) { option, row, grid in
      let label = Area(row: row.row, column: row.column + 2, height: 1, width: row.width - hintWidth - 5)
      grid.put(option.label, in: label)
      grid.put(option.hint, in: row, at: row.width - hintWidth - 1, style: Style(.key))
    }
    Footer(model: model).drawStatus(&grid, area.line(area.height - 1), standing: [])
    grid.cursor = (0, min(column + 1, grid.size.columns - 1))
  }
}

extension ChoiceState.Purpose {
  /// The key of the text before what is typed.
  var titleKey: String {
    switch self {
    case .palette: "choice.palette"
    case .savedFilter: "choice.savedFilters"
    case .source: "prompt.source"
    case .edit(let question): question.labelKey
    }
  }
}
