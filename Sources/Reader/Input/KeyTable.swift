/// Where a key means what it means.
public enum KeyContext: Sendable, Hashable, CaseIterable {
  /// The timeline.
  case timeline
  /// The article, the steps to a date, help: text that is scrolled.
  case text
  /// The actor index.
  case actors
  /// The lanes.
  case lanes
  /// The histogram.
  case histogram
  /// What can be corrected of the selected event.
  case edit
  /// What can be copied of the selected event.
  case copy
  /// The corrections that were made.
  case history
  /// A list to choose from: palette, saved filters, export formats.
  case choice
}

/// The groups in which help shows the keys.
public enum KeyGroup: String, Sendable, Hashable, CaseIterable {
  case move, time, actor, find, screen, edit, out
}

/// Which key asks for which command, and where. Help, the palette, the hints and the README are made from it.
public struct KeyTable: Sendable {
  /// One row.
  public struct Binding: Sendable, Hashable {
    /// The command.
    public let command: Command
    /// Its keys, the one to show first.
    public var keys: [Key]
    /// Its group in help.
    public let group: KeyGroup
    /// Where it holds.
    public let contexts: Set<KeyContext>

    init(_ command: Command, _ keys: [Key], _ group: KeyGroup, in contexts: Set<KeyContext>) {
      self.command = command
      self.keys = keys
      self.group = group
      self.contexts = contexts
    }
  }

  /// The rows, in the order of help.
  public private(set) var bindings: [Binding]
  private var commands: [KeyContext: [Key: Command]] = [:]

  /// A table of these rows; of two rows with one key in one place the first holds.
  init(_ bindings: [Binding]) {
    self.bindings = bindings
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys where commands[context]?[key] == nil {
          commands[context, default: [:]][key] = binding.command
        }
      }
    }
  }

  /// What a key asks for in a place; nil where it asks for nothing.
  public func command(for key: Key, in context: KeyContext) -> Command? { commands[context]?[key] }

  /// The key to show for a command in a place.
  public func key(for command: Command, in context: KeyContext) -> Key? {
    bindings.first { $0.command == command && $0.contexts.contains(context) }?.keys.first
  }

  /// The table with other keys for a command, as a configuration asks.
  public func rebinding(_ command: Command, to keys: [Key]) -> KeyTable {
    var rows = bindings
    for index in rows.indices {
      if rows[index].command == command {
        rows[index].keys = keys
      } else {
        rows[index].keys.removeAll { keys.contains($0) }
      }
    }
    return KeyTable(rows)
  }

  /// The keys as they come: those of vi and less where the two agree.
  public static let standard = KeyTable(moving + timing + meaning + finding + screens + editing + leaving)

  private static let everywhere = Set(KeyContext.allCases)
  private static func c(_ character: Character) -> Key { .character(character) }

  private static let moving: [Binding] = [
    Binding(.down, [c("j"), .down], .move, in: everywhere),
    Binding(.up, [c("k"), .up], .move, in: everywhere),
    Binding(.first, [c("g"), .home], .move, in: everywhere),
    Binding(.last, [c("G"), .end], .move, in: everywhere),
    Binding(.pageDown, [.pageDown, c(" ")], .move, in: everywhere),
    Binding(.pageUp, [.pageUp, c("b")], .move, in: everywhere),
    Binding(.halfPageDown, [.control("d")], .move, in: everywhere),
    Binding(.halfPageUp, [.control("u")], .move, in: everywhere),
    Binding(.left, [c("h"), .left], .move, in: [.lanes]),
    Binding(.right, [c("l"), .right], .move, in: [.lanes]),
  ]

  private static let timing: [Binding] = [
    Binding(.nextDay, [c("]")], .time, in: [.timeline]),
    Binding(.previousDay, [c("[")], .time, in: [.timeline]),
    Binding(.nextMonth, [c("}")], .time, in: [.timeline]),
    Binding(.previousMonth, [c("{")], .time, in: [.timeline]),
    Binding(.nextYear, [c(")")], .time, in: [.timeline]),
    Binding(.previousYear, [c("(")], .time, in: [.timeline]),
    Binding(.goToDate, [c("t")], .time, in: [.timeline]),
    Binding(.repeatDate, [c("r")], .time, in: [.timeline]),
    Binding(.back, [.control("o")], .time, in: [.timeline]),
    Binding(.forward, [.tab], .time, in: [.timeline]),
    Binding(.mark, [c("m")], .time, in: [.timeline]),
    Binding(.nextMark, [c("u")], .time, in: [.timeline]),
    Binding(.previousMark, [c("U")], .time, in: [.timeline]),
    Binding(.offset, [c("T")], .time, in: [.timeline]),
  ]

  private static let meaning: [Binding] = [
    Binding(.nextOfActor, [c("a")], .actor, in: [.timeline]),
    Binding(.previousOfActor, [c("A")], .actor, in: [.timeline]),
    Binding(.nextOfPlace, [c("s")], .actor, in: [.timeline]),
    Binding(.previousOfPlace, [c("S")], .actor, in: [.timeline]),
    Binding(.nextOfStory, [c("c")], .actor, in: [.timeline]),
    Binding(.previousOfStory, [c("C")], .actor, in: [.timeline]),
    Binding(.chooseActor, [c("x")], .actor, in: [.timeline]),
    Binding(.onlyActor, [c("*")], .actor, in: [.timeline, .actors]),
    Binding(.onlyThis, [c("*")], .find, in: [.lanes, .histogram]),
    Binding(.sortActors, [c("s")], .actor, in: [.actors]),
  ]

  private static let finding: [Binding] = [
    Binding(.find, [c("/")], .find, in: [.timeline, .text, .actors]),
    Binding(.findNext, [c("n")], .find, in: [.timeline, .text, .actors, .lanes]),
    Binding(.findPrevious, [c("N")], .find, in: [.timeline, .text, .actors, .lanes]),
    Binding(.filter, [c("f")], .find, in: [.timeline, .histogram, .lanes]),
    Binding(.savedFilters, [c("F")], .find, in: [.timeline]),
    Binding(.toggleFilter, [c("\\")], .find, in: [.timeline, .histogram, .lanes]),
  ]

  private static let screens: [Binding] = [
    Binding(.open, [.enter], .screen, in: [.timeline, .actors, .lanes, .histogram, .choice, .edit, .copy, .history]),
    Binding(.article, [c("v")], .screen, in: [.timeline, .text]),
    Binding(.why, [c("w")], .screen, in: [.timeline, .text, .actors]),
    Binding(.nextPart, [.tab], .screen, in: [.text, .lanes]),
    Binding(.actors, [c("I")], .screen, in: [.timeline]),
    Binding(.lanes, [c("L")], .screen, in: [.timeline]),
    Binding(.histogram, [c("i")], .screen, in: [.timeline]),
    Binding(.zoomIn, [c("z")], .screen, in: [.timeline, .histogram, .lanes]),
    Binding(.zoomOut, [c("Z")], .screen, in: [.timeline, .histogram, .lanes]),
    Binding(.toggleEmpty, [c("0")], .screen, in: [.histogram]),
    Binding(.help, [c("?"), .function(1)], .screen, in: everywhere),
    Binding(.palette, [.control("p")], .screen, in: everywhere),
    Binding(.commandLine, [c(":")], .screen, in: everywhere),
  ]

  /// One key for what is done often, the rest behind `=`, where each is a letter.
  private static let editing: [Binding] = [
    Binding(.correct, [c("=")], .edit, in: [.timeline, .text]),
    Binding(.setDate, [c("d")], .edit, in: [.edit]),
    Binding(.confirmDate, [c("c")], .edit, in: [.edit]),
    Binding(.setType, [c("t")], .edit, in: [.edit]),
    Binding(.setStatus, [c("s")], .edit, in: [.edit]),
    Binding(.setActors, [c("a")], .edit, in: [.edit]),
    Binding(.hideEvent, [c("h")], .edit, in: [.edit]),
    Binding(.splitEvent, [c("x")], .edit, in: [.edit]),
    Binding(.joinEvent, [c("o")], .edit, in: [.edit]),
    Binding(.note, [c("\""), c("n")], .edit, in: [.edit]),
    Binding(.note, [c("\"")], .edit, in: [.timeline, .text]),
    Binding(.tag, [c("#")], .edit, in: [.timeline, .text, .edit]),
    Binding(.bookmark, [c("B")], .edit, in: [.timeline, .text, .edit]),
    Binding(.markRead, [c("M")], .edit, in: [.timeline, .text, .edit]),
    Binding(.writeEvent, [c("w")], .edit, in: [.edit]),
    Binding(.mergeActor, [c("J")], .edit, in: [.actors]),
    Binding(.splitActor, [c("P")], .edit, in: [.actors]),
    Binding(.undo, [c("-")], .edit, in: [.timeline, .text, .actors, .edit, .history]),
    Binding(.redo, [c("+")], .edit, in: [.timeline, .text, .actors, .edit, .history]),
    Binding(.history, [c("H")], .edit, in: [.timeline, .text, .actors, .edit]),
  ]

  private static let leaving: [Binding] = [
    Binding(.export, [c("e")], .out, in: [.timeline]),
    Binding(.openSource, [c("o")], .out, in: [.timeline, .text]),
    Binding(.chooseSource, [c("O")], .out, in: [.timeline, .text]),
    Binding(.copy, [c("y")], .out, in: [.timeline, .text]),
    Binding(.copyText, [c("t"), c("y")], .out, in: [.copy]),
    Binding(.copyCitation, [c("c")], .out, in: [.copy]),
    Binding(.copyURL, [c("u")], .out, in: [.copy]),
    Binding(.copyDate, [c("d")], .out, in: [.copy]),
    Binding(.pipe, [c("|")], .out, in: [.timeline]),
    Binding(.edit, [c("E")], .out, in: [.timeline]),
    Binding(.takeInNew, [c("R")], .out, in: [.timeline]),
    Binding(.redraw, [.control("l")], .out, in: everywhere),
    Binding(.suspend, [.control("z")], .out, in: everywhere),
    Binding(.close, [c("q"), .escape], .out, in: everywhere),
    Binding(.quit, [c("Q"), .control("c")], .out, in: everywhere),
  ]
}
