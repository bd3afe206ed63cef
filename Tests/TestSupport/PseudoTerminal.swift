import CVterm
import Foundation

/// A program in a pseudo-terminal whose screen libvterm emulates, as a person would see it.
public final class PseudoTerminal {
  /// Why a program could not be started.
  public struct Failure: Error {
    /// What failed.
    public let message: String
  }

  /// The program's process.
  public let process: pid_t
  /// Everything that the program has written so far.
  public private(set) var output: [UInt8] = []
  private var descriptor: Int32
  private let emulator: ScreenEmulator
  private var status: Int32?

  /// Starts `program` as the leader of a session.
  ///
  /// - Parameter isControlling: whether this is the session's terminal, which signals come from; else the program only
  ///   reads and writes it.
  public init(
    _ program: String, _ arguments: [String] = [], rows: Int = 24, columns: Int = 80,
    environment: [String: String] = [:], isControlling: Bool = true
  ) throws {
    var descriptor: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    guard vterm_open_terminal(&descriptor, &name, Int32(rows), Int32(columns)) == 0 else {
      throw Failure(message: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    self.descriptor = descriptor
    process = try Self.spawn(program, arguments, on: name, environment, isControlling: isControlling)
    emulator = ScreenEmulator(rows: rows, columns: columns)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    if descriptor >= 0 { close(descriptor) }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], on terminal: [CChar], _ environment: [String: String],
    isControlling: Bool
  ) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR | (isControlling ? 0 : O_NOCTTY), 0)
    posix_spawn_file_actions_adddup2(&files, 0, 1)
    posix_spawn_file_actions_adddup2(&files, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of a test run block signals; the program must not inherit that.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let usual = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "LANG": "C.UTF-8"]
    var values = ProcessInfo.processInfo.environment.merging(usual) { $1 }
    for name in ["LINES", "COLUMNS", "NO_COLOR", "TMUX"] { values[name] = nil }
    values.merge(environment) { $1 }
    var argumentPointers = ([program] + arguments).map { strdup($0) } + [nil]
    var valuePointers = values.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argumentPointers + valuePointers).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &files, &attributes, &argumentPointers, &valuePointers)
    guard code == 0 else { throw Failure(message: "\(program): \(String(cString: strerror(code)))") }
    return process
  }

  /// Types text.
  public func send(_ text: String) { _ = text.withCString { write(descriptor, $0, strlen($0)) } }

  /// Changes the terminal's size.
  public func resize(rows: Int, columns: Int) {
    emulator.resize(rows: rows, columns: columns)
    _ = vterm_resize_terminal(descriptor, Int32(rows), Int32(columns))
  }

  /// Takes the terminal away, as a closed window or a lost connection does.
  public func vanish() {
    close(descriptor)
    descriptor = -1
  }

  /// The screen as text, without the blanks at the ends of lines.
  public var text: String { emulator.text }

  /// One row of the screen.
  public func line(_ row: Int) -> String { emulator.line(row) }

  /// Takes in what the program writes until `condition` holds; false where it does not within `seconds`.
  public func wait(seconds: Double = 20, until condition: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if condition() { return true }
      if !takeIn() { return condition() }
    }
    return condition()
  }

  /// Waits until the screen contains words.
  public func shows(_ words: String) -> Bool { wait { text.contains(words) } }

  /// How the program ended: its exit status, or 128 and the signal; nil where it has not.
  public func exitStatus(seconds: Double = 20) -> Int32? {
    let end = Date().addingTimeInterval(seconds)
    while status == nil, Date() < end {
      _ = takeIn()
      var code: Int32 = 0
      if waitpid(process, &code, WNOHANG) == process {
        status = code & 0x7F == 0 ? code >> 8 & 0xFF : 128 + code & 0x7F
      }
    }
    while takeIn(milliseconds: 0) {}
    return status
  }

  /// Feeds the emulator; false at the end of the output, or where nothing came.
  private func takeIn(milliseconds: Int32 = 20) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return milliseconds > 0 }
    var block = [UInt8](repeating: 0, count: 65536)
    let count = read(descriptor, &block, block.count)
    guard count > 0 else { return false }
    output += block[..<count]
    emulator.write(block[..<count])
    return true
  }
}
