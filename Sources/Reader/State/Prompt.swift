import Timeline

/// A line that is being typed and what it is for.
struct Prompt: Sendable {
  /// What is asked.
  enum Kind: Sendable, Hashable {
    /// Words to find; the selection moves while they are typed.
    case find
    /// The filter.
    case filter
    /// A date in words.
    case date
    /// The format and name of a file.
    case export
    /// A command by name.
    case command
    /// A command of the shell that is given the timeline.
    case pipe
    /// What is said of an event.
    case edit(EditQuestion)
  }

  /// What is asked.
  var kind: Kind
  /// The line.
  var editor: LineEditor
  /// Where the selection stood when it began.
  var origin: TimelineKey?
  /// What is wrong with it so far.
  var complaint: String?

  /// The key of the text before the line.
  var labelKey: String {
    switch kind {
    case .find: "prompt.find"
    case .filter: "prompt.filter"
    case .date: "prompt.date"
    case .export: "prompt.export"
    case .command: "prompt.command"
    case .pipe: "prompt.pipe"
    case .edit(let question): question.labelKey
    }
  }
}
