import Timeline

/// What the history's screen remembers.
struct HistoryState: Sendable {
  /// The corrections, the newest first; nil until the answer.
  var lines: [CorrectionLine]?
  /// The selected one.
  var cursor = ListCursor()
}
