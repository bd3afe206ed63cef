import Timeline

/// The formats in which the timeline can be handed on, and what the file would look like.
struct ExportScreen {
  let model: Model
  let state: ExportState
  private var look: Look { model.look }

  func draw(_ grid: inout Grid) {
    let area = grid.area
    let hasFrame = area.height >= 6
    let body = Area(row: hasFrame ? 1 : 0, column: 0, height: area.height - (hasFrame ? 3 : 0), width: area.width)
    let isWide = area.width >= 60
    drawFormats(&grid, isWide ? body.splitColumns(16).left : body)
    if isWide { drawPreview(&grid, body.splitColumns(17).rest) }
    guard hasFrame else { return }
    ScreenTitle(model: model, text: look.words["export.title"]).draw(&grid)
    let summary = preview?.summary ?? look.words["list.loading"]
    grid.put(summary, in: area.line(area.height - 2).inset(1), style: Style(.muted))
    Footer(model: model).drawStatus(&grid, area.line(area.height - 1), standing: [])
  }

  private var preview: ExportGlance? {
    state.preview.flatMap { $0.format == ExportState.formats[state.cursor]?.name ? $0 : nil }
  }

  private func drawFormats(_ grid: inout Grid, _ area: Area) {
    grid.list(ExportState.formats, state.cursor, in: area) { format, row, grid in
      grid.put(format.name, in: row, at: 2)
    }
  }

  private func drawPreview(_ grid: inout Grid, _ area: Area) {
    for (index, line) in (preview?.lines ?? []).prefix(area.height).enumerated() {
      grid.put(line, in: area.line(index), style: Style(.muted))
    }
  }
}
