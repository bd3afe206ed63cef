import Temporal
import Timeline

extension Model {
  /// A key: for the line that is being typed, for the list that is being narrowed, else by the key table.
  mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if prompt != nil, let effects = type(key) { return effects }
    if case .choice(var state)? = screens.last, state.type(key) {
      replaceTop(.choice(state))
      return []
    }
    guard let command = keys.command(for: key, in: context) else {
      notice = Notice(text: look.words.text("notice.unknownKey", ["key": key.label]))
      return []
    }
    return perform(command)
  }

  /// Does what a command says, as far as the screen on top knows it.
  public mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help:
      screens.append(.help(scroll: 0, of: context))
      return []
    case .palette: return openPalette()
    case .commandLine:
      ask(for: .command)
      return []
    case .close: return close()
    case .undo: return [.edit(.undo(nil))]
    case .redo: return [.edit(.redo(nil))]
    default: break
    }
    switch screens.last {
    case nil: return performInTimeline(command)
    case .article(let state)?: return perform(command, in: state)
    case .why(let scroll)?: return scrollText(command, from: scroll) { .why(scroll: $0) }
    case .actor(let scroll, let actor, let companions)?:
      return scrollText(command, from: scroll) { .actor(scroll: $0, actor, companions: companions) }
    case .help(let scroll, let context)?: return scrollText(command, from: scroll) { .help(scroll: $0, of: context) }
    case .actors(let state)?: return perform(command, in: state)
    case .choice(let state)?: return perform(command, in: state)
    case .histogram(let state)?: return perform(command, in: state)
    case .lanes(let state)?: return perform(command, in: state)
    case .menu(let menu, let cursor)?: return perform(command, in: menu, cursor)
    case .history(let state)?: return perform(command, in: state)
    case .export(let state)?: return perform(command, in: state)
    }
  }

  /// Stops what is being done, else leaves the screen on top; in the timeline itself undoes the last narrowing of the filter, then ends the program.
  private mutating func close() -> [Effect] {
    if work != nil { return [.stopWork] }
    if !screens.isEmpty {
      screens.removeLast()
      return []
    }
    if let earlier = earlierQueries.popLast() { return narrow(to: earlier, isUndo: true) }
    return [.quit]
  }

  /// Puts another screen in the place of the one on top.
  mutating func replaceTop(_ screen: Screen) {
    if !screens.isEmpty { screens[screens.count - 1] = screen }
  }

  /// Begins to ask for a line.
  mutating func ask(for kind: Prompt.Kind, _ text: String = "") {
    prompt = Prompt(kind: kind, editor: LineEditor(text), origin: selection?.key)
  }

  /// A key for the line that is being typed; nil where the line is none of its business.
  private mutating func type(_ key: Key) -> [Effect]? {
    guard var prompt else { return nil }
    switch key {
    case .enter: return accept(prompt)
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .escape, .control("c"):
      self.prompt = nil
      return prompt.kind == .find ? prompt.origin.map { goTo($0, isJump: false) } ?? [] : []
    case .tab: return complete()
    case .backspace where prompt.editor.text.isEmpty:
      self.prompt = nil
      return []
    default:
      let before = prompt.editor.text
      _ = prompt.editor.apply(key)
      if before != prompt.editor.text { prompt.complaint = complaint(about: prompt) }
      self.prompt = prompt
      guard before != prompt.editor.text, prompt.kind == .find else { return [] }
      switch context {
      case .actors: findActorAsTyped(prompt.editor.text)
      case .text: findInTextAsTyped(prompt.editor.text)
      default: return findAsTyped(prompt)
      }
      return []
    }
  }

  /// What can be said against a line before it is finished: what is wrong in a filter.
  private func complaint(about prompt: Prompt) -> String? {
    guard prompt.kind == .filter else { return nil }
    do throws(QueryError) {
      _ = try TimelineQuery(parsing: prompt.editor.text, types: look.types.entries.map(\.type))
      return nil
    } catch {
      return error.message
    }
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    self.prompt = nil
    switch prompt.kind {
    case .find where context == .actors: return []
    case .find where context == .text:
      acceptFindInText(text)
      return []
    case .find:
      lastFind = text.isEmpty ? lastFind : text
      if let origin = prompt.origin, origin != selection?.key { jumps.leave(origin) }
      return []
    case .filter: return acceptFilter(text, keeping: prompt)
    case .date:
      if !text.isEmpty { lastDate = text }
      return lastDate.map { goTo(words: $0) } ?? []
    case .export: return acceptExport(text)
    case .command: return acceptCommand(text)
    case .pipe: return text.isEmpty ? [] : [.pipe(query, command: text)]
    case .edit(let question): return answer(question, text)
    }
  }

  /// Shows what a filter says. A wrong one stays to be corrected, with what is wrong in it.
  mutating func acceptFilter(_ text: String, keeping prompt: Prompt? = nil) -> [Effect] {
    do throws(QueryError) {
      return narrow(to: try TimelineQuery(parsing: text, types: look.types.entries.map(\.type)))
    } catch {
      self.prompt = prompt ?? Prompt(kind: .filter, editor: LineEditor(text), origin: nil)
      self.prompt?.complaint = error.message
      return []
    }
  }

  /// Writes a file: `csv events.csv`, and with `csv! events.csv` over one that is there.
}

extension TimelineKey {
  /// The day; nil for what has none.
  var datedDay: CivilDay? { day == Self.undatedDay ? nil : day }
}
