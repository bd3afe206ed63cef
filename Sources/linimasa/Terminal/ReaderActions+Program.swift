import Extraction
import Foundation
import Reader
import Synchronization
import Temporal
import Text
import Timeline

extension ReaderActions {
  /// The actions as this program does them.
  init(
    timeline: any TimelineSource, title: String, resources: ResourceFolder, words: Phrasebook, opener: String? = nil
  ) {
    self.init()
    let dates = LateDateReader(resources)
    readDate = { words, day in dates.days(words, from: day) }
    preview = { query, format, lines, check in
      let run = try ExportRun(of: timeline, format: format, query: query, origins: [title], resources: resources)
      let preview = try run.preview(lines: lines, check: check)
      return ExportGlance(query: query, format: format, lines: preview.lines, summary: preview.report.summary)
    }
    export = { query, format, path, replacing, progress in
      let run = try ExportRun(of: timeline, format: format, query: query, origins: [title], resources: resources)
      return "\(path): \(try run.write(to: path, replacing: replacing, progress: progress).summary)"
    }
    text = { query, write in
      let run = try ExportRun(
        of: timeline, format: "text", query: query, origins: [title], resources: resources)
      try run.write(to: write)
    }
    let desk = EditDesk(timeline, dates: dates, words: words)
    edit = { try desk.run($0) }
    history = { try desk.history() }
    saveFilters = { try SavedFilterFile.write($0) }
    openURL = { try URLOpener.open($0, with: opener) }
  }
}

/// The date core, loaded when the first date is typed.
final class LateDateReader: Sendable {
  private let resources: ResourceFolder
  private let reader = Mutex<DateReader?>(nil)

  init(_ resources: ResourceFolder) { self.resources = resources }

  /// The days that words name.
  func days(_ words: String, from day: CivilDay?) -> DateSpan? {
    loaded?.read(SourceText(words), published: day).timexes.lazy.compactMap(\.days).first
  }

  /// The date that a text is, counted from a day; nil where it names none, or could mean two.
  func date(_ text: String, from day: CivilDay?) -> EventDate? {
    guard let dates = loaded, let field = try? DateField(resources: resources, dates: dates),
      let found = field.read(text, published: day), found.rest.isEmpty
    else { return nil }
    return found.date.saidByHand
  }

  /// The date core.
  private var loaded: DateReader? {
    reader.withLock { reader -> DateReader? in
      if reader == nil { reader = try? DateReader(resources: resources) }
      return reader
    }
  }
}

/// Opens addresses in the browser: without a shell, and only of the web.
enum URLOpener {
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Starts the opener of `LINIMASA_OPENER`, else the one of the settings, else `xdg-open`.
  static func open(_ address: String, with configured: String? = nil) throws -> String {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else { throw Failure(description: "not a web address, so it is not opened: \(VisibleText.line(address))") }
    let opener = ProcessInfo.processInfo.environment["LINIMASA_OPENER"] ?? configured ?? "xdg-open"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [opener, address]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return address
  }
}
