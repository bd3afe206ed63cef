import Temporal
import Timeline

extension Model {
  /// The screen, drawn from what is known now.
  public func grid() -> Grid {
    var grid = Grid(size, repertoire: look.repertoire)
    switch screens.last {
    case nil: TimelineScreen(model: self).draw(&grid)
    case .actors(let state)?: ActorIndexScreen(model: self, state: state).draw(&grid)
    case .histogram(let state)?: HistogramScreen(model: self, state: state).draw(&grid)
    case .lanes(let state)?: LanesScreen(model: self, state: state).draw(&grid)
    case .menu(let menu, let cursor)?: MenuScreen(model: self, menu: menu, cursor: cursor).draw(&grid)
    case .history(let state)?: HistoryScreen(model: self, state: state).draw(&grid)
    case .export(let state)?: ExportScreen(model: self, state: state).draw(&grid)
    case .choice(let state)?: ChoiceScreen(model: self, state: state).draw(&grid)
    case let screen?: TextScreen(model: self, screen: screen).draw(&grid)
    }
    return grid
  }

  /// The text on top, as it is drawn.
  var shownPage: TextPage { screens.last.map { page(of: $0, width: textArea.width - 2) } ?? .lines([]) }

  private func page(of screen: Screen, width: Int) -> TextPage {
    switch screen {
    case .article(let state):
      guard let mentions = shownDetail?.mentions, mentions.indices.contains(state.mention) else { return .lines([]) }
      let page = ArticlePage(mention: mentions[state.mention], look: look, current: state.evidence)
      return .article(page, articleLayout(of: state.mention, width: width) ?? page.layout(width: width))
    case .why: return .lines(shownDetail.map { WhyPage(detail: $0, look: look).lines(width: width) } ?? [])
    case .actor(_, let actor, let companions):
      return .lines(ActorPage(actor: actor, companions: companions, look: look).lines(width: width))
    case .help(_, let context): return .lines(HelpPage(keys: keys, look: look, context: context).lines(width: width))
    case .actors, .choice, .export, .histogram, .lanes, .menu, .history: return .lines([])
    }
  }
}
