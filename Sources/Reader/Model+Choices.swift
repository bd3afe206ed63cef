import Timeline

extension Model {
  /// Opens the list of all commands.
  mutating func openPalette() -> [Effect] {
    let context = context
    let options = Command.allCases.map { command in
      ChoiceState.Option(
        value: command.rawValue, label: look.words["command.\(command.rawValue)"],
        hint: keys.key(for: command, in: context == .choice ? .timeline : context)?.label ?? "")
    }
    screens.append(.choice(ChoiceState(.palette, options)))
    return []
  }

  mutating func openSavedFilters() {
    guard !savedFilters.isEmpty else {
      notice = Notice(text: look.words["notice.noSavedFilters"])
      return
    }
    let options = savedFilters.map { ChoiceState.Option(value: $0.text, label: $0.name, hint: $0.text) }
    screens.append(.choice(ChoiceState(.savedFilter, options)))
  }

  mutating func perform(_ command: Command, in state: ChoiceState) -> [Effect] {
    var state = state
    if command == .open {
      screens.removeLast()
      return state.options[state.cursor].map { choose($0.value, state.purpose) } ?? []
    }
    if state.cursor.move(command, count: state.options.count, page: size.rows - 2) { replaceTop(.choice(state)) }
    return []
  }

  private mutating func choose(_ value: String, _ purpose: ChoiceState.Purpose) -> [Effect] {
    switch purpose {
    case .palette: return Command(rawValue: value).map { perform($0) } ?? []
    case .savedFilter: return acceptFilter(value)
    case .source: return Int(value).map { openSource(mention: $0) } ?? []
    case .edit(let question): return answer(question, value)
    }
  }

  /// A command typed by name: `:next-day`, `:filter actor:NATO`, `:save front`.
  mutating func acceptCommand(_ text: String) -> [Effect] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else { return [] }
    let argument = words.count > 1 ? words[1] : ""
    switch (name, argument.isEmpty) {
    case ("save", false):
      savedFilters.removeAll { $0.name == argument }
      savedFilters.append(SavedFilter(name: argument, text: query.description))
      return [.saveFilters(savedFilters)]
    case (Command.filter.rawValue, false): return acceptFilter(argument)
    case (Command.goToDate.rawValue, false):
      lastDate = argument
      return goTo(words: argument)
    case (Command.lanes.rawValue, false):
      if let kind = LaneKind(rawValue: argument) { return openLanes(by: kind) }
    case (Command.export.rawValue, false): return acceptExport(argument)
    case (Command.find.rawValue, false):
      lastFind = argument
      return findAgain(.forward)
    default: break
    }
    if let command = Command(rawValue: name) { return perform(command) }
    let near = Command.allCases.map(\.rawValue).filter { FuzzyMatch.score(name, in: $0) != nil }
    if near.count == 1, let command = Command(rawValue: near[0]) { return perform(command) }
    notice = Notice(
      text: look.words.text("notice.noCommand", ["name": name, "near": near.prefix(4).joined(separator: ", ")]),
      isFailure: true)
    return []
  }
}

extension ChoiceState {
  /// A key that narrows the list; false where it is none.
  mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character, .backspace: break
    default: return false
    }
    if key == .backspace, editor.text.isEmpty { return false }
    _ = editor.apply(key)
    let scored = all.compactMap { option in
      FuzzyMatch.score(editor.text, in: "\(option.label) \(option.value)").map { (option, $0) }
    }
    options = scored.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
    cursor = ListCursor()
    return true
  }
}

/// Finds names by some of their letters.
enum FuzzyMatch {
  /// How far apart the letters of `pattern` stand in `text`, in order, case ignored; nil where they do not all occur.
  static func score(_ pattern: String, in text: String) -> Int? {
    let letters = Array(pattern.lowercased().filter { $0 != " " })
    let text = Array(text.lowercased())
    var position = 0
    var score = 0
    for letter in letters {
      guard let index = text[position...].firstIndex(of: letter) else { return nil }
      let startsWord = index == 0 || !text[index - 1].isLetter
      score += index == position || startsWord ? 0 : index - position
      position = index + 1
    }
    return score
  }
}
