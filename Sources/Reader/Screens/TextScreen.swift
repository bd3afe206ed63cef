import Timeline

/// A page of text on the whole screen: the article, why, help.
struct TextScreen {
  let model: Model
  let screen: Screen

  func draw(_ grid: inout Grid) {
    let area = model.textArea
    let page = model.shownPage
    let top = min(screen.scroll, max(0, page.count - area.height))
    for (index, line) in page.lines(top..<top + area.height).enumerated() {
      grid.put(line.runs, in: area.inset(area.width > 4 ? 1 : 0).line(index))
    }
    grid.markMatches(model.wantedWords, in: area)
    if case .article(let state) = screen {
      grid.link = model.shownDetail?.mentions.dropFirst(state.mention).first?.article.url
    }
    if page.count == 0 { grid.put(model.look.words["list.loading"], in: area.inset(1).line(0), style: Style(.muted)) }
    guard grid.size.rows >= 5 else { return }
    drawTitle(&grid, lines: page.count, shownTo: min(page.count, top + area.height))
    Footer(model: model).drawStatus(&grid, grid.area.line(grid.size.rows - 1), standing: [])
    if model.prompt == nil { grid.cursor = (area.row, 0) }
  }

  private func drawTitle(_ grid: inout Grid, lines: Int, shownTo: Int) {
    let words = model.look.words
    var left = ""
    switch screen {
    case .article(let state):
      let stops = model.shownDetail?.mentions.dropFirst(state.mention).first?.evidenceStops.count ?? 0
      let sources = model.shownDetail?.mentions.count ?? 0
      left = words.text("article.title", ["n": "\(min(state.evidence + 1, stops))", "total": "\(stops)"])
      if sources > 1 {
        left += "  " + words.text("article.source", ["n": "\(state.mention + 1)", "total": "\(sources)"])
      }
    case .why: left = words["why.title"]
    case .help: left = words["help.title"]
    case .actor: left = words["actor.title"]
    case .actors, .choice, .export, .histogram, .lanes, .menu, .history: break
    }
    let right = lines == 0 ? "" : "\(shownTo * 100 / max(1, lines))%"
    ScreenTitle(model: model, text: left, isFiltered: false, right: right).draw(&grid)
  }
}
