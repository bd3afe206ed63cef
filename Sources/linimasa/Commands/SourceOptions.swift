import ArgumentParser
import Extraction
import Foundation
import Library
import Temporal
import Text
import Timeline

/// What a command reads: sources, the library, the tables.
struct SourceOptions: ParsableArguments {
  @Argument(help: "Files, folders, or - for standard input. None: the library.")
  var sources: [String] = []
  @Flag(help: "Read the built-in sample, whatever the library holds.")
  var sample = false
  @Option(help: "The library's file (or LINIMASA_LIBRARY).")
  var library: String?
  @OptionGroup var resourceOptions: ResourceOptions

  /// A timeline and where it came from.
  struct Opened {
    /// The timeline.
    let timeline: any TimelineSource
    /// What it was read from, as a person would name it.
    let origins: [String]
    /// Whether it is the built-in sample, which is said wherever it is shown.
    let isSample: Bool
    /// Whether any source could not be read; each has been named on standard error.
    let hasFailures: Bool
  }

  /// Where the library lies: the option, the environment, the user's data folder (XDG Base Directory Specification).
  var libraryPath: String {
    let environment = ProcessInfo.processInfo.environment
    if let named = library ?? environment["LINIMASA_LIBRARY"], !named.isEmpty { return named }
    let home = environment["HOME"] ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.local/share"
    return "\(data)/linimasa/library.sqlite"
  }

  /// The timeline of the sources, else of the library, else of the sample, read to its end.
  func open() throws -> Opened {
    if let file = try openLibrary() {
      return Opened(timeline: file, origins: [libraryPath], isSample: false, hasFailures: false)
    }
    let timeline = MemoryTimeline()
    let intake = try ArticleIntake(resources: resourceOptions.folder())
    let hasFailures = try intake.read(articlePaths()) { timeline.append($0) }
    return Opened(
      timeline: timeline, origins: isSample ? ["the built-in sample"] : sources, isSample: isSample,
      hasFailures: hasFailures)
  }

  /// The library, where no sources are named and it holds anything.
  func openLibrary() throws -> LibraryFile? {
    guard !sample, sources.isEmpty, FileManager.default.fileExists(atPath: libraryPath) else { return nil }
    let file = try LibraryFile(path: libraryPath)
    return try file.articleCount() > 0 ? file : nil
  }

  /// Whether the built-in sample stands in for sources, when there is no library to open.
  var isSample: Bool { sources.isEmpty || sample }

  /// What to read articles from: the sources, or the built-in sample.
  func articlePaths() throws -> [String] {
    isSample ? ["\(try resourceOptions.folder().path)/samples"] : sources
  }
}
