import Reader
import Temporal
import Timeline

/// What the reader can have done by the rest of the program. Each is called off the main thread; what it throws is shown.
struct ReaderActions: Sendable {
  /// The days that words name, counted from a day; nil where they name none.
  var readDate: @Sendable (_ words: String, _ from: CivilDay?) -> DateSpan? = { _, _ in nil }
  /// What a file of a filter would look like; `check` throws when it is no longer wanted.
  var preview:
    @Sendable (_ query: TimelineQuery, _ format: String, _ lines: Int, _ check: () throws -> Void) throws ->
      ExportGlance? =
      { _, _, _, _ in nil }
  /// Writes a filter to a file, over one that is there only where that is asked for, and says what was written;
  /// `progress` throws where it is to stop.
  var export:
    @Sendable (
      _ query: TimelineQuery, _ format: String, _ path: String, _ replacing: Bool,
      _ progress: (TimelineExport.Progress) throws -> Void
    ) throws -> String = { _, _, _, _, _ in "" }
  /// Writes a filter as text, a part at a time, until the writer throws.
  var text: @Sendable (_ query: TimelineQuery, _ write: (String) throws -> Void) throws -> Void = { _, _ in }
  /// Corrects something; nil where there is nothing to take back or to make again.
  var edit: @Sendable (_ request: EditRequest) throws -> CorrectionLine? = { _ in nil }
  /// The last corrections, the newest first.
  var history: @Sendable () throws -> [CorrectionLine] = { [] }
  /// Opens an address, and says so.
  var openURL: @Sendable (_ url: String) throws -> String = { $0 }
  /// Keeps the saved filters.
  var saveFilters: @Sendable (_ filters: [SavedFilter]) throws -> String = { _ in "" }
}
