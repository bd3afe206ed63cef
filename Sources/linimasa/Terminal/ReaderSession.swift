import CCurses
import Foundation
import Reader
import Temporal
import Timeline

/// How a reader is to be shown.
struct ReaderOptions: Sendable {
  /// Words and marks; its characters are what the locale can write.
  var look: Look
  /// The keys.
  var keys: KeyTable = .standard
  /// What is being read, in the first line.
  var title: String
  /// The filter to begin with.
  var query: TimelineQuery = .everything
  /// The colors.
  var theme: Theme = .dark
  /// Whether the mouse is listened to.
  var usesMouse = true
  /// Filters with names.
  var savedFilters: [SavedFilter] = []
  /// What the rest of the program does for the reader.
  var actions = ReaderActions()
  /// Where copied text goes.
  var clipboard = Clipboard.terminal
  /// The day on which it is read, for citations.
  var today: CivilDay?
}

/// Where copied text goes.
enum Clipboard: Sendable, Equatable {
  /// To the terminal, which may hand it to the system's clipboard (OSC 52).
  case terminal
  /// To a command of the user's, on its standard input.
  case command(String)
  /// Nowhere.
  case none

  /// That of the environment's `LINIMASA_COPY`, else of the settings, else the terminal's.
  init(configured: String?, environment: String?) {
    let chosen = [environment, configured].compactMap { $0 }.first { !$0.isEmpty }
    switch chosen {
    case nil, "terminal": self = .terminal
    case "none": self = .none
    case let command?: self = .command(command)
    }
  }
}

/// What the thread that reads articles tells the reader.
struct ReaderFeed: Sendable {
  fileprivate let mailbox: Mailbox

  /// Entries have been added to the timeline.
  /// - Parameter isStreaming: whether they belong to what was asked for at the start, and are shown at once; others are
  ///   announced.
  func arrived(_ count: Int, isStreaming: Bool = true) { mailbox.post(.arrived(count, isStreaming: isStreaming)) }

  /// How far the reading is; nil when it is done.
  func progress(_ text: String?) { mailbox.post(.progress(text)) }

  /// Something failed, in words for people.
  func failed(_ text: String) { mailbox.post(.failed(nil, text)) }
}

/// Shows the reader until it is left.
///
/// - Parameter reading: reads articles on a thread of its own, adds them to `source` and tells the feed.
/// - Returns: the exit status: 0, 2 where the terminal cannot show a reader, 128 and the number of the signal that ended it.
func runReader(
  source: any TimelineSource, options: ReaderOptions, reading: (@Sendable (ReaderFeed) -> Void)? = nil
) -> Int32 {
  if let complaint = CursesTerminal.complaint {
    Diagnostics.note(complaint)
    return 2
  }
  // Before any thread is made, so that all of them leave the signals to the loop.
  let signals = curses_signal_descriptor()
  defer { close(signals) }
  // A command that reads no more of what it is piped ends the piping, not the reader.
  signal(SIGPIPE, SIG_IGN)
  let mailbox = Mailbox()
  let runner = EffectRunner(
    source: source, actions: options.actions, mailbox: mailbox, words: options.look.words)
  guard let terminal = CursesTerminal(theme: options.theme, usesMouse: options.usesMouse) else {
    Diagnostics.note("the terminal cannot be opened; use: linimasa timeline")
    return 2
  }
  if let reading { Thread.detachNewThread { reading(ReaderFeed(mailbox: mailbox)) } }
  let session = ReaderSession(
    model: Model(
      look: options.look, keys: options.keys, title: options.title, query: options.query,
      savedFilters: options.savedFilters, today: options.today, size: terminal.size),
    terminal: terminal, runner: runner, mailbox: mailbox, signals: signals, options: options)
  // What is said on standard error meanwhile would be written over the screen.
  let errors = HeldErrors()
  let status = session.run()
  terminal.end()
  errors.release()
  return status
}

/// The loop: the only place where effects happen.
private final class ReaderSession {
  private var model: Model
  private let terminal: CursesTerminal
  private let runner: EffectRunner
  private let mailbox: Mailbox
  private let signals: Int32
  private let actions: ReaderActions
  private let clipboard: Clipboard
  private var status: Int32?
  private var lastKey: Key?

  /// How long the first screen waits for its first entries, in milliseconds.
  private static let firstFramePatience: Int32 = 40

  init(
    model: Model, terminal: CursesTerminal, runner: EffectRunner, mailbox: Mailbox, signals: Int32,
    options: ReaderOptions
  ) {
    self.model = model
    self.terminal = terminal
    self.runner = runner
    self.mailbox = mailbox
    self.signals = signals
    actions = options.actions
    clipboard = options.clipboard
  }

  func run() -> Int32 {
    perform(model.start())
    _ = wait(milliseconds: Self.firstFramePatience, untilFirstPage: true)
    while status == nil {
      terminal.present(model.grid())
      _ = wait(milliseconds: -1, untilFirstPage: false)
    }
    return status ?? 0
  }

  /// Waits for something to happen and takes all of it in.
  private func wait(milliseconds: Int32, untilFirstPage: Bool) -> Bool {
    repeat {
      var descriptors = [
        pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&descriptors, 3, milliseconds)
      if count == 0 { return false }
      if descriptors[1].revents != 0 { takeSignals() }
      let lost = Int16(POLLHUP | POLLERR | POLLNVAL)
      if descriptors[0].revents & lost != 0 { status = 128 + SIGHUP }
      if status != nil { return true }
      if descriptors[0].revents != 0 { takeKeys() }
      if descriptors[2].revents != 0 { for message in mailbox.take() { update(message) } }
    } while untilFirstPage && status == nil && !model.hasFirstPage
    return true
  }

  private func takeKeys() {
    var isFirst = true
    while status == nil {
      guard let message = terminal.nextMessage() else {
        // The descriptor was readable and gave nothing: at an end of file the terminal has gone.
        if isFirst, terminal.isAtEnd { status = 128 + SIGHUP }
        return
      }
      isFirst = false
      if case .key(let key) = message { lastKey = key }
      update(message)
    }
  }

  private func takeSignals() {
    while case let signal = curses_next_signal(signals), signal != 0 {
      switch signal {
      case SIGWINCH: update(.resized(terminal.resize()))
      case SIGTSTP: suspend()
      case SIGCONT: break
      default: status = 128 + signal
      }
    }
  }

  private func update(_ message: Message) { perform(model.update(message)) }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: status = lastKey == .control("c") ? 128 + SIGINT : 0
      case .suspend: suspend()
      case .redraw: terminal.forget()
      case .copy(let text): copy(text)
      case .pipe(let query, let command): giveTerminal { try pipe(query, to: command) }
      case .openInEditor(let query): giveTerminal { try openInEditor(query) }
      default: runner.run([effect])
      }
    }
  }

  // MARK: - Programs that have the terminal for a while

  /// Gives the terminal to somebody, and takes it again with everything drawn anew.
  private func giveTerminal(_ body: () throws -> Void) {
    terminal.end()
    var failure: String?
    do { try body() } catch { failure = "\(error)" }
    terminal.resume()
    // Keys that were meant for the other program end nothing here.
    while case let signal = curses_next_signal(signals), signal != 0 {
      if signal == SIGTERM || signal == SIGHUP { status = 128 + signal }
    }
    update(.resized(terminal.resize()))
    if let failure { update(.failed(nil, failure)) }
  }

  private func pipe(_ query: TimelineQuery, to command: String) throws {
    struct Closed: Error {}
    let process = try ForegroundCommand(command, isFed: true)
    var failure: (any Error)?
    do {
      try actions.text(query) { if !process.feed($0) { throw Closed() } }
    } catch is Closed {
      // It has read all that it wanted.
    } catch {
      failure = error
    }
    let status = process.wait()
    let words = status == 0 ? "" : model.look.words.text("pipe.status", ["status": "\(status)"]) + " "
    print("\n\(words)\(model.look.words["pipe.enter"])", terminator: "")
    fflush(nil)
    _ = readLine()
    if let failure { throw failure }
  }

  private func openInEditor(_ query: TimelineQuery) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "linimasa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "timeline.txt")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    try actions.text(query) { try handle.write(contentsOf: Data($0.utf8)) }
    try handle.close()
    let status = try ForegroundCommand("${VISUAL:-${EDITOR:-vi}} \"$1\"", arguments: [file.path], isFed: false).wait()
    if status != 0 {
      throw ForegroundCommand.Failure(description: model.look.words.text("pipe.status", ["status": "\(status)"]))
    }
  }

  /// Hands text to the command of the settings, else to the terminal's clipboard, where that is wanted.
  private func copy(_ text: String) {
    switch clipboard {
    case .terminal: terminal.copy(text)
    case .command(let command):
      let process = try? ForegroundCommand(command, isFed: true)
      _ = process?.feed(text)
      _ = process?.wait()
    case .none: update(.failed(nil, model.look.words["notice.copyingOff"]))
    }
  }

  private func suspend() {
    terminal.end()
    curses_stop()
    terminal.resume()
    update(.resized(terminal.resize()))
  }
}
