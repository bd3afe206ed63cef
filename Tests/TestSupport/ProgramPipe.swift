import Foundation

/// The program under test as a child between two pipes: a line is sent, and its answer awaited, before the next.
public final class ProgramPipe {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var held: [UInt8] = []

  /// Starts the program.
  public init(_ arguments: [String]) throws {
    process.executableURL = Checkout.program
    process.arguments = arguments
    process.environment = ["LINIMASA_RESOURCES": Checkout.resources.path, "SWIFT_BACKTRACE": "enable=no"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Sends a line and its line feed.
  public func send(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

  /// The next line of the output without its line feed, awaited; nil at the end of the output.
  public func line() -> String? {
    while true {
      if let end = held.firstIndex(of: 10) {
        defer { held.removeFirst(end + 1) }
        return String(decoding: held[..<end], as: UTF8.self)
      }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      held += data
    }
  }

  /// The most memory that the program has held so far, in kilobytes; nil where the system does not tell.
  public func peakMemory() throws -> Int? {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Closes its input and waits for its end.
  ///
  /// - Returns: its exit status.
  public func finish() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Kills it without notice, and waits until it is gone.
  public func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
