import Timeline

/// Beside the list, where there is room: the article at its evidence, and why the date is what it is.
struct SidePane {
  let model: Model
  private var look: Look { model.look }

  func draw(_ grid: inout Grid, _ area: Area) {
    guard area.width > 2, area.height > 4 else { return }
    let (border, inner) = area.splitColumns(1)
    for line in 0..<area.height { grid.put(look.glyph("│", "|"), in: border.line(line), style: Style(.heading)) }
    guard let detail = model.shownDetail, let mention = detail.mentions.first else { return }
    let why = WhyPage(detail: detail, look: look).reasons(width: inner.width - 2)
    let whyHeight = min(why.count + 1, inner.height * 2 / 5)
    let (top, bottom) = inner.splitRows(inner.height - whyHeight)
    drawHeading("side.article", &grid, top.line(0))
    drawArticle(mention, &grid, top.splitRows(1).rest.inset(1))
    drawHeading("side.why", &grid, bottom.line(0))
    let whyArea = bottom.splitRows(1).rest.inset(1)
    for (index, line) in why.prefix(whyArea.height).enumerated() {
      grid.put(line.runs, in: whyArea.line(index))
    }
  }

  private func drawHeading(_ key: String, _ grid: inout Grid, _ area: Area) {
    grid.fill(area, with: look.glyph("─", "-").first ?? "-", style: Style(.heading))
    let text = " \(look.words[key]) "
    grid.put(text, in: area, at: max(0, area.width - grid.width(of: text) - 2), style: Style(.heading))
  }

  private func drawArticle(_ mention: EventMention, _ grid: inout Grid, _ area: Area) {
    let page = ArticlePage(mention: mention, look: look, current: 0)
    let layout = model.articleLayout(of: 0, width: area.width) ?? page.layout(width: area.width)
    let start = mention.evidenceStops.first.map { page.line(of: $0.start, layout) } ?? 0
    let scroll = start < area.height - 2 ? 0 : max(0, start - area.height / 4)
    for (index, line) in page.lines(scroll..<scroll + area.height, layout).enumerated() {
      grid.put(line.runs, in: area.line(index))
    }
  }
}
