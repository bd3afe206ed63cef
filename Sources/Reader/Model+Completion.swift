import Timeline

extension Model {
  /// Completes the word before the cursor: filter keys, types and statuses, names of actors, commands, formats.
  func complete(_ prompt: inout Prompt) {
    let before = prompt.editor.beforeCursor
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let candidates = completions(of: word, prompt.kind, isFirst: !before.contains(" "))
    guard let first = candidates.first else { return }
    let common = candidates.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
    let isFinished = candidates.count == 1 && !common.hasSuffix(":")
    if common.count >= word.count { prompt.editor.replace(last: word.count, by: common + (isFinished ? " " : "")) }
    prompt.complaint = candidates.count > 1 ? candidates.prefix(12).joined(separator: "  ") : nil
  }

  private func completions(of word: String, _ kind: Prompt.Kind, isFirst: Bool) -> [String] {
    let all: [String]
    switch kind {
    case .filter: all = filterWords(word)
    case .command: all = isFirst ? Command.allCases.map(\.rawValue) + ["save"] : []
    case .export: all = isFirst ? ExportFormat.all.map(\.name) : []
    case .find, .date, .pipe, .edit: all = []
    }
    return all.filter { $0.lowercased().hasPrefix(word.lowercased()) }.sorted()
  }

  private func filterWords(_ word: String) -> [String] {
    let sign = word.hasPrefix("-") ? "-" : ""
    let bare = word.dropFirst(sign.count)
    guard let colon = bare.firstIndex(of: ":") else { return QueryKey.allCases.map { "\(sign)\($0.rawValue):" } }
    let values: [String]
    switch QueryKey(rawValue: String(bare[..<colon])) {
    case .type: values = look.types.entries.map(\.type.rawValue)
    case .status: values = EventStatus.allCases.map(\.rawValue)
    case .is: values = EventRemark.allCases.map(\.rawValue)
    case .tag: values = Set(window.entries.flatMap(\.remarks.tags)).sorted()
    case .actor: values = Set(window.entries.flatMap(\.actors).map { quoted($0.name) }).sorted()
    case .place: values = Set(window.entries.compactMap(\.place).map(quoted)).sorted()
    default: values = []
    }
    return values.map { "\(sign)\(bare[...colon])\($0)" }
  }

  private func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
}
