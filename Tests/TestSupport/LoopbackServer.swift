import Foundation

/// A server of the tests, on a free port of 127.0.0.1, that ends with this object. `Tests/Servers/hostile.py` says what
/// is at which path.
public final class LoopbackServer {
  private let process = Process()
  private let input = Pipe()
  /// Where it is: `http://127.0.0.1:PORT`.
  public let base: String

  /// A server that cannot be started.
  struct Failure: Error {}

  /// Starts the hostile server and waits until it listens.
  public init() throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Checkout.root.appendingPathComponent("Tests/Servers/hostile.py").path]
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.prefix { $0.isNumber }) else { throw Failure() }
    base = "http://127.0.0.1:\(port)"
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Whether it can be started here.
  public static let isThere = Consumer.has("python3")

  /// What it was asked: path and headers of each request, in order.
  public func log() throws -> [(path: String, headers: [String: String])] {
    try lines(at: "/log").compactMap { line in
      guard let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let path = entry["path"] as? String
      else { return nil }
      return (path, entry["headers"] as? [String: String] ?? [:])
    }
  }

  /// The lines of one of its texts.
  public func lines(at path: String) throws -> [String] {
    let script = "import sys, urllib.request; sys.stdout.write(urllib.request.urlopen(sys.argv[1]).read().decode())"
    let answer = Consumer.run("/usr/bin/env", ["python3", "-c", script, base + path], input: "")
    return answer.output.split(separator: "\n").map(String.init)
  }
}
