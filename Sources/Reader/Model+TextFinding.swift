import Timeline

extension Model {
  /// Scrolls the text on top to the words that are being typed: the first line with them from the first one shown on.
  mutating func findInTextAsTyped(_ text: String) {
    guard let screen = screens.last else { return }
    lastFind = text
    let (page, words) = (shownPage, SearchText.words(of: text))
    let line =
      page.firstLine(with: words, in: screen.scroll..<max(screen.scroll, page.count))
      ?? page.firstLine(with: words, in: 0..<screen.scroll)
    prompt?.complaint = line == nil ? look.words.text("notice.notFound", ["words": text]) : nil
    if let line { scrollText(to: line) }
  }

  /// Ends the typing: from here on the keys of the next hit step through the words, or where there are none, through the
  /// evidence again.
  mutating func acceptFindInText(_ text: String) {
    guard case .article(var state)? = screens.last else { return }
    state.isFinding = !SearchText.words(of: text).isEmpty
    replaceTop(.article(state))
  }

  /// Scrolls to the next line with the words that were searched; past the end the search goes on at the start.
  mutating func findInText(from scroll: Int, _ direction: TimelineDirection) {
    guard let lastFind else {
      notice = Notice(text: look.words["notice.nothingToFind"])
      return
    }
    let isForward = direction == .forward
    let (page, words) = (shownPage, SearchText.words(of: lastFind))
    // The last page cannot be scrolled, so that all its hits are one.
    let isAtEnd = scroll >= lastScroll
    let after = isAtEnd ? page.count..<page.count : min(scroll + 1, page.count)..<page.count
    let next = isForward ? page.firstLine(with: words, in: after) : page.lastLine(with: words, in: 0..<scroll)
    let wrapped = next == nil
    let all = 0..<page.count
    let line = next ?? (isForward ? page.firstLine(with: words, in: all) : page.lastLine(with: words, in: all))
    guard let line else {
      notice = Notice(text: look.words.text("notice.notFound", ["words": lastFind]))
      return
    }
    if wrapped { notice = Notice(text: look.words["notice.wrapped"]) }
    scrollText(to: line)
  }

  private mutating func scrollText(to line: Int) {
    guard let screen = screens.last else { return }
    replaceTop(screen.scrolled(to: min(line, lastScroll)))
  }
}

extension Screen {
  /// The first line that a screen of text shows.
  var scroll: Int {
    switch self {
    case .article(let state): state.scroll
    case .why(let scroll), .help(let scroll, _), .actor(let scroll, _, _): scroll
    case .actors, .choice, .export, .histogram, .lanes, .menu, .history: 0
    }
  }

  /// The screen of text with another line as its first.
  func scrolled(to line: Int) -> Screen {
    switch self {
    case .article(var state):
      state.scroll = line
      return .article(state)
    case .why: return .why(scroll: line)
    case .help(_, let context): return .help(scroll: line, of: context)
    case .actor(_, let actor, let companions): return .actor(scroll: line, actor, companions: companions)
    case .actors, .choice, .export, .histogram, .lanes, .menu, .history: return self
    }
  }
}
