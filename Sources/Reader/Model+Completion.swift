import Timeline

extension Model {
  /// Completes the word before the cursor: filter keys, types, statuses, every actor and place of the timeline,
  /// commands, formats. Names that have not been read yet are asked for; the word is completed when they come.
  mutating func complete() -> [Effect] {
    guard var prompt else { return [] }
    let before = prompt.editor.beforeCursor
    let word = Self.lastWord(of: before)
    if let wanted = wantedNames(for: word, prompt.kind) {
      self.prompt?.complaint = look.words["list.loading"]
      return [wanted].filter { ask($0) }
    }
    let candidates = completions(of: word, prompt.kind, isFirst: word.count == before.count)
    guard let first = candidates.first else {
      self.prompt?.complaint = nil
      return []
    }
    let common = candidates.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
    let isFinished = candidates.count == 1 && !common.hasSuffix(":")
    if Self.bare(common).count >= Self.bare(word).count {
      prompt.editor.replace(last: word.count, by: common + (isFinished ? " " : ""))
    }
    prompt.complaint = candidates.count > 1 ? candidates.prefix(12).joined(separator: "  ") : nil
    self.prompt = prompt
    return []
  }

  /// Takes in the names that are completed, and goes on with what waited for them.
  mutating func take(_ names: [String], for key: QueryKey) -> [Effect] {
    knownNames[key] = Set(names).sorted()
    return prompt?.kind == .filter && prompt?.complaint == look.words["list.loading"] ? complete() : []
  }

  /// What has to be read before a word of a filter can be completed.
  private func wantedNames(for word: String, _ kind: Prompt.Kind) -> Effect? {
    guard kind == .filter, let key = Self.key(of: word), knownNames[key] == nil else { return nil }
    switch key {
    case .actor: return .actors(.everything)
    case .place: return .lanes(.everything, by: .place)
    default: return nil
    }
  }

  private func completions(of word: String, _ kind: Prompt.Kind, isFirst: Bool) -> [String] {
    let all: [String]
    switch kind {
    case .filter: all = filterWords(word)
    case .command: all = isFirst ? Command.allCases.map(\.rawValue) + ["save"] : []
    case .export: all = isFirst ? ExportFormat.all.map(\.name) : []
    case .find, .date, .pipe, .edit: all = []
    }
    let typed = Self.bare(word)
    let beginning = all.filter { Self.bare($0).hasPrefix(typed) }
    if !beginning.isEmpty { return beginning.sorted() }
    // A name by another of its words: `actor:army` for "Lor Army".
    guard let colon = typed.firstIndex(of: ":"), colon < typed.index(before: typed.endIndex) else { return [] }
    let words = SearchText.words(of: String(typed[typed.index(after: colon)...]))
    return all.filter { SearchText($0).contains(words: words) }.sorted()
  }

  private func filterWords(_ word: String) -> [String] {
    let sign = word.hasPrefix("-") ? "-" : ""
    let bare = word.dropFirst(sign.count)
    guard let colon = bare.firstIndex(of: ":") else { return QueryKey.allCases.map { "\(sign)\($0.rawValue):" } }
    let values: [String]
    switch Self.key(of: word) {
    case .type: values = look.types.entries.map(\.type.rawValue)
    case .status: values = EventStatus.allCases.map(\.rawValue)
    case .is: values = EventRemark.allCases.map(\.rawValue)
    case .tag: values = Set(window.entries.flatMap(\.remarks.tags)).sorted()
    case .actor: values = knownNames[.actor, default: []].map(Self.quoted)
    case .place: values = knownNames[.place, default: []].map(Self.quoted)
    default: values = []
    }
    return values.map { "\(sign)\(bare[...colon])\($0)" }
  }

  /// The key before the colon of a filter's word.
  private static func key(of word: String) -> QueryKey? {
    let bare = word.hasPrefix("-") ? word.dropFirst() : word[...]
    return bare.firstIndex(of: ":").flatMap { QueryKey(rawValue: String(bare[..<$0])) }
  }

  /// What stands after the last blank that is not in quotes.
  private static func lastWord(of text: String) -> String {
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == " ", !isQuoted { word = "" } else { word.append(character) }
    }
    return word
  }

  /// A word as it is compared: without quotes, in lower case.
  private static func bare(_ word: String) -> String { word.lowercased().filter { $0 != "\"" } }

  private static func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
}
