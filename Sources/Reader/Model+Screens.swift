import Temporal
import Text
import Timeline

extension Model {
  // MARK: - Text that is scrolled

  /// Scrolls the text on top; the last line stays in view when it is drawn.
  mutating func scrollText(_ command: Command, from scroll: Int, _ screen: (Int) -> Screen) -> [Effect] {
    switch command {
    case .article, .why:
      // From one view of the entry to the other, not one above the other.
      screens.removeLast()
      return performInTimeline(command)
    case .openSource, .chooseSource, .copy: return performInTimeline(command)
    case .correct, .note, .tag, .bookmark, .markRead, .history: return performEdit(command)
    case .find:
      ask(for: .find)
      return []
    case .findNext, .findPrevious:
      findInText(from: scroll, command == .findNext ? .forward : .backward)
      return []
    default: break
    }
    let page = max(1, size.rows - 3)
    let target =
      switch command {
      case .down: scroll + 1
      case .up: scroll - 1
      case .pageDown: scroll + page
      case .pageUp: scroll - page
      case .halfPageDown: scroll + page / 2
      case .halfPageUp: scroll - page / 2
      case .first: 0
      case .last: Int.max / 2
      default: scroll
      }
    replaceTop(screen(min(max(0, target), lastScroll)))
    return []
  }

  /// The scroll at which the text on top ends at the screen's end.
  var lastScroll: Int {
    max(0, shownPage.count - textArea.height)
  }

  // MARK: - The article

  mutating func perform(_ command: Command, in state: ArticleState) -> [Effect] {
    var state = state
    guard let mentions = shownDetail?.mentions, mentions.indices.contains(state.mention) else {
      return scrollText(command, from: 0) { _ in .article(state) }
    }
    let spans = mentions[state.mention].evidenceStops
    switch command {
    case .findNext where !state.isFinding, .findPrevious where !state.isFinding:
      guard !spans.isEmpty else { return [] }
      let step = command == .findNext ? 1 : spans.count - 1
      state.evidence = (state.evidence + step) % spans.count
      state.scroll = scroll(toShow: spans[state.evidence].start, of: state.mention)
      replaceTop(.article(state))
      return []
    case .nextPart:
      state = ArticleState(mention: (state.mention + 1) % mentions.count)
      state.scroll = firstScroll(of: state.mention)
      replaceTop(.article(state))
      return []
    case .openSource: return openSource(mention: state.mention)
    default:
      return scrollText(command, from: state.scroll) {
        state.scroll = $0
        return .article(state)
      }
    }
  }

  /// The scroll at which a byte of the article's text stands in view.
  private mutating func scroll(toShow offset: Int, of index: Int) -> Int {
    guard let layout = layOut(index, width: textArea.width - 2), let mention = shownDetail?.mentions[index] else {
      return 0
    }
    let line = ArticlePage(mention: mention, look: look, current: nil).line(of: offset, layout)
    return line < textArea.height - 1 ? 0 : max(0, line - textArea.height / 3)
  }

  /// Where the article is opened: at its evidence.
  private mutating func firstScroll(of index: Int) -> Int {
    let start = shownDetail?.mentions.dropFirst(index).first?.evidenceStops.first?.start
    return start.map { scroll(toShow: $0, of: index) } ?? 0
  }

  /// Opens the article of the selection at its evidence.
  mutating func openArticle() {
    guard selection != nil else { return }
    var state = ArticleState()
    state.scroll = firstScroll(of: 0)
    screens.append(.article(state))
  }

  // MARK: - Actors

  mutating func openActors() -> [Effect] {
    screens.append(.actors(ActorIndexState()))
    return [.actors(query)].filter { ask($0) }
  }

  /// Changes the actor index, wherever it stands among the screens.
  mutating func updateActors(_ change: (inout ActorIndexState) -> Void) {
    for index in screens.indices {
      guard case .actors(var state) = screens[index] else { continue }
      change(&state)
      screens[index] = .actors(state)
    }
  }

  mutating func perform(_ command: Command, in state: ActorIndexState) -> [Effect] {
    var state = state
    switch command {
    case .find: ask(for: .find)
    case .findNext, .findPrevious: return findActor(command == .findNext ? 1 : -1, in: state)
    case .sortActors:
      state.sortOtherwise()
      replaceTop(.actors(state))
    case .why:
      guard let actor = state.actors?[state.cursor] else { return [] }
      let companions = state.companions.flatMap { $0.of == actor.id ? $0.actors : nil } ?? []
      screens.append(.actor(scroll: 0, actor, companions: companions))
    case .open, .onlyActor:
      guard let actor = state.actors?[state.cursor] else { return [] }
      screens.removeLast()
      return narrow(to: adding(.actor(actor.id.rawValue)))
    case .mergeActor, .splitActor, .history: return performActorEdit(command, in: state)
    default:
      if state.cursor.move(command, count: state.actors?.count ?? 0, page: size.rows - 8) { replaceTop(.actors(state)) }
    }
    return []
  }

  /// Selects the next actor whose names contain the words that were searched.
  private mutating func findActor(_ step: Int, in state: ActorIndexState, from start: Int = 1) -> [Effect] {
    guard let lastFind, let actors = state.actors, !actors.isEmpty else { return [] }
    var state = state
    let words = SearchText.words(of: lastFind)
    for distance in start...actors.count {
      let index = ((state.cursor.index + step * distance) % actors.count + actors.count) % actors.count
      let names = [actors[index].name] + actors[index].aliases.map(\.text)
      guard SearchText(names).contains(words: words) else { continue }
      state.cursor = ListCursor(index)
      replaceTop(.actors(state))
      return []
    }
    notice = Notice(text: look.words.text("notice.notFound", ["words": lastFind]))
    return []
  }

  /// Selects an actor while its name is typed.
  mutating func findActorAsTyped(_ words: String) {
    lastFind = words
    guard case .actors(let state)? = screens.last else { return }
    _ = findActor(1, in: state, from: 0)
  }

  // MARK: - Out of the program

  mutating func openSource(mention: Int) -> [Effect] {
    guard let mentions = shownDetail?.mentions else {
      if selection != nil { notice = Notice(text: look.words["list.loading"]) }
      return []
    }
    guard mentions.indices.contains(mention), let url = mentions[mention].article.url
    else {
      notice = Notice(text: look.words["notice.noURL"])
      return []
    }
    return [.openURL(url)]
  }

  /// What is known of the selected entry; nil while it is being read.
  var shownDetail: EntryDetail? { selection.flatMap { details[$0] } }
}

extension EventMention {
  /// The places in the text that `n` steps through: the evidence, and the words of the date where they stand elsewhere.
  var evidenceStops: [TextSpan] {
    var stops = event.evidence.spans
    if let date = event.date.expressionSpan, !stops.contains(where: { $0.contains(date) }) { stops.append(date) }
    return stops
  }
}
