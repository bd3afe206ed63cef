import Timeline

extension Model {
  /// Lines of a preview that are asked for, whatever the screen shows of them.
  static var previewLines: Int { 60 }

  mutating func perform(_ command: Command, in state: ExportState) -> [Effect] {
    var state = state
    let last = ExportState.formats.count - 1
    switch command {
    case .down: state.selected += 1
    case .up: state.selected -= 1
    case .pageDown, .last: state.selected = last
    case .pageUp, .first: state.selected = 0
    case .open:
      guard let format = ExportFormat.named(ExportState.formats[min(max(0, state.selected), last)]) else { return [] }
      ask(for: .export, "\(format.name) timeline.\(format.fileExtension)")
      return []
    default: return []
    }
    state.selected = min(max(0, state.selected), last)
    replaceTop(.export(state))
    return []
  }

  /// The preview that the dialog on top still wants.
  var wantedPreview: Effect? {
    guard case .export(let state)? = screens.last else { return nil }
    let format = ExportState.formats[state.selected]
    if let preview = state.preview, preview.format == format, preview.query == query { return nil }
    return .previewExport(query, format: format, lines: Self.previewLines)
  }

  mutating func take(_ preview: ExportGlance) {
    for index in screens.indices {
      guard case .export(var state) = screens[index], ExportState.formats[state.selected] == preview.format,
        preview.query == query
      else { continue }
      state.preview = preview
      screens[index] = .export(state)
    }
  }

  mutating func acceptExport(_ text: String) -> [Effect] {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let isReplacing = words.first?.hasSuffix("!") == true
    guard let name = words.first.map({ isReplacing ? String($0.dropLast()) : $0 }),
      let format = ExportFormat.named(name)
    else {
      let names = ExportFormat.all.map(\.name).joined(separator: ", ")
      notice = Notice(text: look.words.text("export.noFormat", ["formats": names]), isFailure: true)
      return []
    }
    if case .export? = screens.last { screens.removeLast() }
    let path = words.count > 1 ? words[1] : "timeline.\(format.fileExtension)"
    notice = Notice(text: look.words.text("export.writing", ["path": path]))
    return [.export(query, format: format.name, path: path, replacing: isReplacing)]
  }
}
