import Temporal
import Timeline

extension Model {
  /// A command in the timeline itself.
  mutating func performInTimeline(_ command: Command) -> [Effect] {
    switch command {
    case .down: return move(by: 1)
    case .up: return move(by: -1)
    case .pageDown: return movePage(1)
    case .pageUp: return movePage(-1)
    case .halfPageDown: return move(by: max(1, listHeight / 2))
    case .halfPageUp: return move(by: -max(1, listHeight / 2))
    case .first: return leap(to: .first)
    case .last: return leap(to: .last)
    case .nextDay: return step(to: .day, forward: true)
    case .previousDay: return step(to: .day, forward: false)
    case .nextMonth: return step(to: .month, forward: true)
    case .previousMonth: return step(to: .month, forward: false)
    case .nextYear: return step(to: .year, forward: true)
    case .previousYear: return step(to: .year, forward: false)
    case .back: return selection.flatMap { jumps.back(from: $0.key) }.map { goTo($0, isJump: false) } ?? []
    case .forward: return selection.flatMap { jumps.forward(from: $0.key) }.map { goTo($0, isJump: false) } ?? []
    case .nextOfActor: return followActor(forward: true)
    case .previousOfActor: return followActor(forward: false)
    case .nextOfPlace: return followPlace(.forward)
    case .previousOfPlace: return followPlace(.backward)
    case .nextOfStory: return followStory(.forward)
    case .previousOfStory: return followStory(.backward)
    case .chooseActor: chooseActor()
    case .onlyActor: return actor.map { narrow(to: adding(.actor($0.id.rawValue))) } ?? []
    case .find: ask(for: .find)
    case .findNext: return findAgain(.forward)
    case .findPrevious: return findAgain(.backward)
    case .filter: ask(for: .filter, query.description)
    case .savedFilters: openSavedFilters()
    case .toggleFilter: return toggleFilter()
    case .goToDate: ask(for: .date)
    case .repeatDate:
      guard let lastDate else {
        notice = Notice(text: look.words["notice.noDateYet"])
        break
      }
      return goTo(words: lastDate)
    case .zoomIn: barSpan = barSpan.finer
    case .zoomOut: barSpan = barSpan.coarser
    case .mark: toggleMark()
    case .nextMark: return goToMark(forward: true)
    case .previousMark: return goToMark(forward: false)
    case .offset: tellOffset()
    case .open, .article: openArticle()
    case .why: if selection != nil { screens.append(.why(scroll: 0)) }
    case .actors: return openActors()
    case .lanes: return openLanes()
    case .histogram: openHistogram()
    case .export: screens.append(.export(ExportState()))
    case .openSource: return openSource(mention: 0)
    case .chooseSource: return chooseSource()
    case .copy: if selection != nil { screens.append(.menu(.copy, ListCursor())) }
    case .copyText, .copyCitation, .copyURL, .copyDate: return copy(command)
    case .pipe: ask(for: .pipe)
    case .edit: return [.openInEditor(query)]
    case .takeInNew: return reload()
    default: return performEdit(command)
    }
    return []
  }

  // MARK: - By rows

  /// Moves the selection by some entries.
  mutating func move(by count: Int) -> [Effect] {
    let before = row(of: window.selected)
    window.select(window.selected + count)
    line += row(of: window.selected) - before
    return []
  }

  /// Moves by as many entries as a page of the list shows.
  private mutating func movePage(_ pages: Int) -> [Effect] {
    let keptLine = line
    let effects = move(by: entry(pages: pages) - window.selected)
    line = keptLine
    return effects
  }

  /// The entry that stands some pages farther down.
  func entry(pages: Int) -> Int {
    let target = row(of: window.selected) + pages * max(1, listHeight - 1)
    let index = window.rowOfEntry.partitioningIndex { $0 >= target }
    return pages > 0 ? max(index, window.selected + 1) : min(index, window.selected - 1)
  }

  /// The row of an entry of the window.
  func row(of entry: Int) -> Int { window.rowOfEntry.indices.contains(entry) ? window.rowOfEntry[entry] : 0 }

  private mutating func leap(to anchor: Effect.Anchor) -> [Effect] {
    if let selection { jumps.leave(selection.key) }
    let isHeld = anchor == .first ? window.reachesStart : window.reachesEnd
    if isHeld {
      window.select(anchor == .first ? 0 : window.entries.count - 1)
      line = anchor == .first ? 0 : .max
      return []
    }
    isLeaping = true
    return [.page(query, around: anchor)].filter { ask($0) }
  }

  /// Selects the entry at a key, or the first one after it, wherever it is.
  mutating func goTo(_ key: TimelineKey, isJump: Bool = true) -> [Effect] {
    if isJump, let selection, selection.key != key { jumps.leave(selection.key) }
    let isInside =
      (window.reachesStart || window.entries.first.map { $0.key <= key } ?? false)
      && (window.reachesEnd || window.entries.last.map { $0.key >= key } ?? false)
    if isInside {
      let index = window.entries.firstIndex { !($0.key < key) } ?? window.entries.count - 1
      return move(by: index - window.selected)
    }
    line = listHeight / 3
    isLeaping = true
    return [.page(query, around: .key(key))].filter { ask($0) }
  }

  // MARK: - By time

  private enum Unit { case day, month, year }

  /// Goes to the next or previous day, month or year with events.
  private mutating func step(to unit: Unit, forward: Bool) -> [Effect] {
    guard let days = overview?.matchingDays, let current = selection?.key.day else { return [] }
    func unitStart(_ day: CivilDay) -> CivilDay {
      switch unit {
      case .day: day
      case .month: day - (day.day - 1)
      case .year: CivilDay(year: day.year, month: 1, day: 1) ?? day
      }
    }
    let isUndated = current == TimelineKey.undatedDay
    let start = isUndated ? current : unitStart(current)
    if forward {
      let next = days.first { isUndated ? false : unitStart($0.day) > start }
      if let next { return goTo(.start(of: next.day)) }
      let hasUndated = (overview?.undated ?? 0) > 0 && !isUndated
      return hasUndated ? goTo(.start(of: TimelineKey.undatedDay)) : []
    }
    guard let previous = days.last(where: { $0.day < start }) else { return [] }
    let target = unitStart(previous.day)
    return days.first { $0.day >= target }.map { goTo(.start(of: $0.day)) } ?? []
  }

  /// Goes to a day that is a step away (`+3d`, `-2w`, `+1m`, `-1y`), or asks what day the words mean.
  mutating func goTo(words: String) -> [Effect] {
    guard let day = selection?.key.datedDay, let target = DateStep(words)?.applied(to: day) else {
      return [.readDate(words, from: selection?.key.datedDay)]
    }
    return reach(words, DateSpan(target))
  }

  /// Goes to the days that words named.
  mutating func reach(_ words: String, _ days: DateSpan?) -> [Effect] {
    guard let days else {
      notice = Notice(text: look.words.text("notice.noDate", ["words": words]), isFailure: true)
      return []
    }
    notice = Notice(text: "\(words): " + days.first.description)
    return goTo(.start(of: days.first))
  }

  // MARK: - By actor

  private mutating func followActor(forward: Bool) -> [Effect] {
    guard let actor, let neighbors = shownNeighbors else { return [] }
    guard let entry = forward ? neighbors.next : neighbors.previous else {
      let key = forward ? "notice.noNextOfActor" : "notice.noPreviousOfActor"
      notice = Notice(text: look.words.text(key, ["actor": actor.name]))
      return []
    }
    // The actor stays the one that is followed, wherever it stands in the entry.
    chosenActor = entry.distinctActors.firstIndex { $0.id == actor.id } ?? 0
    return goTo(entry.key)
  }

  private mutating func chooseActor() {
    guard let actors = selection?.distinctActors, actors.count > 1 else { return }
    chosenActor = (chosenActor + 1) % actors.count
    notice = Notice(text: look.words.text("notice.following", ["actor": actor?.name ?? ""]))
  }
}
