import ArgumentParser
import Extraction
import Foundation
import Library
import Temporal
import Text
import Timeline

/// What every correction needs: the library, and who says so.
struct EditOptions: ParsableArguments {
  @Option(help: "Who says so; none: name in the configuration, else the user's name.")
  var by: String?
  @Option(help: "The library's file (or LINIMASA_LIBRARY).")
  var library: String?
  @OptionGroup var resources: ResourceOptions

  /// The library. A wrong name is no reason to make a new one.
  func file() throws -> LibraryFile {
    var options = SourceOptions()
    options.library = library
    let path = options.libraryPath
    guard FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("there is no library at \(path); linimasa add makes one")
    }
    return try LibraryFile(path: path)
  }

  /// Who says so.
  var author: String { by ?? Author.name }

  /// The one event that a reference, or the beginning of one, names.
  func event(_ text: String, in file: LibraryFile) throws -> EventReference {
    let found = try file.references(beginningWith: text)
    if found.count == 1 { return found[0] }
    throw ValidationError(
      found.isEmpty
        ? "\"\(text)\" names no event; linimasa edit list gives their references"
        : "\"\(text)\" names \(found.count) events: \(found.prefix(4).map(\.description).joined(separator: ", ")) …")
  }

  /// The one actor that a name or id stands for; nil where nobody is called so.
  func actor(_ name: String, in file: LibraryFile) throws -> Actor? {
    let found = try file.actors(named: name)
    if found.count > 1 {
      throw ValidationError(
        "\"\(name)\" may be \(found.map { "\($0.id) (\($0.name))" }.joined(separator: " or ")); name one by its id")
    }
    return found.first
  }

  /// The one actor that a name or id stands for.
  func knownActor(_ name: String, in file: LibraryFile) throws -> Actor {
    if let actor = try actor(name, in: file) { return actor }
    throw ValidationError("nobody is called \"\(name)\"; linimasa actors lists who is named")
  }

  /// The one actor that an article which consists of the name would name.
  func readActor(_ name: String) throws -> Actor? {
    let folder = try resources.folder()
    let extractor = try EventExtractor(resources: folder, dates: DateReader(resources: folder))
    let found = extractor.annotate(Article(id: "", language: .undetermined, text: SourceText(name))).actors
    return found.count == 1 ? found.first { $0.mentions.contains { $0.text == name } } : nil
  }

  /// The days that a person means, written as digits or in words, which count from `day`.
  func date(_ words: String, from day: CivilDay?) throws -> EventDate {
    if let date = EventDate(byHand: words) { return date }
    let folder = try resources.folder()
    let found = try DateField(resources: folder, dates: DateReader(resources: folder)).read(words, published: day)
    if let found, found.rest.isEmpty, let date = found.date.saidByHand { return date }
    let readings = found?.date.readings.prefix(2).map(\.value).joined(separator: " or ") ?? ""
    let reason =
      found == nil ? "names no day" : found?.rest.isEmpty == false ? "is not all understood" : "may be \(readings)"
    throw ValidationError(
      "\"\(words)\" \(reason); write 2024-10-24, \"2024-10-24 14:20\", "
        + "2024-10, 2024, 2024-10-27..2024-10-28, ..2024-10-28, 2024-10-28.., none, or words such as \"akhir Oktober "
        + "2024\"")
  }

  /// Makes a correction and says so.
  func make(_ correction: Correction, of target: CorrectionTarget, in file: LibraryFile) throws {
    try Self.show(file.line(of: file.correct(target, correction, author: author, made: Author.now)))
  }

  /// Prints a line of the history: number, time, author, whether it holds, what, of what, to what, and what it is about.
  static func show(_ line: CorrectionLine) throws {
    let record = line.record
    let columns = [
      String(record.id), record.made, record.author, record.isUndone ? "undone" : "holds", record.correction.kind,
      record.target.description, record.correction.value, line.about ?? "(not in this library)",
    ]
    try StandardOutput.write(Array("\(columns.map { VisibleText.line($0) }.joined(separator: "\t"))\n".utf8))
  }
}
