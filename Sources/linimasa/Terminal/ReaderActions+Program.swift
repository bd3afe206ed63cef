import Foundation
import Reader
import Synchronization
import Temporal
import Text
import Timeline

extension ReaderActions {
  /// The actions as this program does them.
  init(timeline: any TimelineSource, title: String, resources: ResourceFolder, words: Phrasebook) {
    self.init()
    let dates = LateDateReader(resources)
    readDate = { words, day in dates.days(words, from: day) }
    export = { query, format, path in
      let run = try ExportRun(of: timeline, format: format, query: query, origins: [title], resources: resources)
      return "\(path): \(try run.write(to: path).summary)"
    }
    let desk = EditDesk(timeline, dates: dates, words: words)
    edit = { try desk.run($0) }
    history = { try desk.history() }
    saveFilters = { try SavedFilterFile.write($0) }
    openURL = { try URLOpener.open($0) }
  }
}

/// The date core, loaded when the first date is typed.
final class LateDateReader: Sendable {
  private let resources: ResourceFolder
  private let reader = Mutex<DateReader?>(nil)

  init(_ resources: ResourceFolder) { self.resources = resources }

  /// The days that words name.
  func days(_ words: String, from day: CivilDay?) -> DateSpan? {
    timexes(words, from: day).lazy.compactMap(\.days).first
  }

  /// The expressions among the words.
  func timexes(_ words: String, from day: CivilDay?) -> [Timex3] {
    let loaded = reader.withLock { reader -> DateReader? in
      if reader == nil { reader = try? DateReader(resources: resources) }
      return reader
    }
    return loaded?.read(SourceText(words), published: day).timexes ?? []
  }
}

/// Opens addresses in the browser: without a shell, and only of the web.
enum URLOpener {
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Starts the opener of `LINIMASA_OPENER`, else `xdg-open`.
  static func open(_ address: String) throws -> String {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else { throw Failure(description: "not a web address, so it is not opened: \(VisibleText.line(address))") }
    let opener = ProcessInfo.processInfo.environment["LINIMASA_OPENER"] ?? "xdg-open"
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
