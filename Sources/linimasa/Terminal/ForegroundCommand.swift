import CCurses
import Foundation

/// A command of the user's own shell that has the terminal for itself while it runs.
///
/// What it is given comes on its standard input or in a file; no word of the news ever stands in a command line.
struct ForegroundCommand {
  /// What failed, in words for people.
  struct Failure: Error, CustomStringConvertible { let description: String }

  private let process: pid_t
  private let input: Int32?

  /// Starts `command` with the shell.
  ///
  /// - Parameters:
  ///   - arguments: what the command finds as `$1`, `$2`, ….
  ///   - isFed: whether its standard input is written by `feed`; else it is the terminal.
  init(_ command: String, arguments: [String] = [], isFed: Bool) throws {
    var ends: [Int32] = [-1, -1]
    if isFed, pipe(&ends) != 0 { throw Failure(description: String(cString: strerror(errno))) }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isFed { posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO) }
    // Its complaints are for the terminal that it has, not for the errors that the reader holds back.
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP, SIGPIPE, SIGWINCH] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ["/bin/sh", "-c", command, "sh"] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, "/bin/sh", &actions, &attributes, &pointers, environ)
    if isFed { close(ends[0]) }
    if status != 0 {
      if isFed { close(ends[1]) }
      throw Failure(description: String(cString: strerror(status)))
    }
    self.process = process
    input = isFed ? ends[1] : nil
  }

  /// Writes text to its standard input; false once it reads no more, as `head` does.
  func feed(_ text: String) -> Bool {
    guard let input else { return false }
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      offset += count
    }
    return true
  }

  /// Closes its input and waits for its end. Where it is stopped from the keyboard, so is this program, and both go on
  /// together.
  ///
  /// - Returns: its exit status; 128 and the number of the signal that ended it.
  func wait() -> Int32 {
    if let input { close(input) }
    var status: Int32 = 0
    while true {
      let answer = waitpid(process, &status, WUNTRACED)
      if answer < 0, errno == EINTR { continue }
      let isStopped = answer == process && status & 0xFF == 0x7F
      if !isStopped { break }
      curses_stop()
      kill(process, SIGCONT)
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
