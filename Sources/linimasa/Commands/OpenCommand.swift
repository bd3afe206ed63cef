import ArgumentParser
import Foundation
import Library
import Reader
import Temporal
import Text
import Timeline

/// `linimasa [SOURCE…]`: the reader, or where standard output is no terminal, the timeline as text.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the reader on sources and saves nothing.",
    discussion: "Example: linimasa open articles/")

  @OptionGroup var sources: SourceOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      try TimelineCommand.printTimeline(sources, filter)
      return
    }
    // Before anything is read: a terminal that cannot show the reader is said at once.
    if let complaint = CursesTerminal.complaint {
      Diagnostics.note(complaint)
      throw ExitCode(2)
    }
    let resources = try sources.resourceOptions.folder()
    var settings = Settings()
    var look = try look.look(resources, configured: settings.language)
    look.columns = settings.columns
    settings.check(types: look.types.entries.map(\.type), languages: LookOptions.languages(resources))
    for complaint in settings.complaints { Diagnostics.note(complaint) }
    let query = try filter.query(types: look.types.entries.map(\.type))
    if let library = try sources.openLibrary() {
      let watch = LibraryWatch(library: library)
      try show(
        library, title: look.words["title.library"], look, query, resources, settings, edited: watch.noteAllRead
      ) { watch.run(telling: $0) }
      return
    }
    let timeline = MemoryTimeline()
    let isSample = sources.isSample
    let paths = try sources.articlePaths()
    let title = isSample ? look.words["title.sample"] : paths.map(Self.lastName).joined(separator: ", ")
    let intake = ArticleStream(sources: paths, resources: resources, timeline: timeline, words: look.words)
    try show(timeline, title: title, look, query, resources, settings) { intake.read(telling: $0) }
    if intake.hasFailures { throw ExitCode(1) }
  }

  private func show(
    _ timeline: any TimelineSource, title: String, _ look: Look, _ query: TimelineQuery, _ resources: ResourceFolder,
    _ settings: Settings, edited: @escaping @Sendable () -> Void = {}, reading: @escaping @Sendable (ReaderFeed) -> Void
  ) throws {
    var options = ReaderOptions(look: look, title: title, query: query)
    options.theme = try self.look.colors(configured: settings.theme)
    options.usesMouse = settings.usesMouse && !self.look.noMouse
    options.keys = settings.keys
    let saved = SavedFilterFile.read()
    let names = Set(saved.map(\.name))
    options.savedFilters = settings.savedFilters.filter { !names.contains($0.name) } + saved
    options.actions = ReaderActions(
      timeline: timeline, title: title, resources: resources, words: look.words, opener: settings.opener)
    let edit = options.actions.edit
    options.actions.edit = { request in
      let line = try edit(request)
      edited()
      return line
    }
    options.clipboard = Clipboard(
      configured: settings.clipboard, environment: ProcessInfo.processInfo.environment["LINIMASA_COPY"])
    options.today = CivilDay(iso: String(ExportRun.now.prefix(10)))
    let status = runReader(source: timeline, options: options, reading: reading)
    if status != 0 { throw ExitCode(status) }
  }

  private static func lastName(_ path: String) -> String {
    path == "-" ? path : URL(fileURLWithPath: path).lastPathComponent
  }
}
