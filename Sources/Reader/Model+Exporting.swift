import Timeline

extension Model {
  /// Lines of a preview that are asked for, whatever the screen shows of them.
  static var previewLines: Int { 60 }

  mutating func perform(_ command: Command, in state: ExportState) -> [Effect] {
    var state = state
    if command == .open, let format = ExportState.formats[state.cursor] {
      ask(for: .export, "\(format.name) timeline.\(format.fileExtension)")
    } else if state.cursor.move(command, count: ExportState.formats.count, page: size.rows - 3) {
      replaceTop(.export(state))
    }
    return []
  }

  /// The preview that the dialog on top still wants.
  var wantedPreview: Effect? {
    guard case .export(let state)? = screens.last else { return nil }
    guard let format = ExportState.formats[state.cursor]?.name else { return nil }
    if let preview = state.preview, preview.format == format, preview.query == query { return nil }
    return .previewExport(query, format: format, lines: Self.previewLines)
  }

  mutating func take(_ preview: ExportGlance) {
    for index in screens.indices {
      guard case .export(var state) = screens[index], ExportState.formats[state.cursor]?.name == preview.format,
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
