import Foundation

/// Programs that others wrote and that read what this one writes: the proof that an export is what it says.
public enum Consumer {
  /// What a consumer printed, and how it ended.
  public struct Answer: Sendable {
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
    /// Exit status; -1 where the program could not be started.
    public var status: Int32
  }

  /// The Python whose modules are the consumers: `LINIMASA_PYTHON`, else the environment in `.build/consumers` of the
  /// checkout, else the system's.
  public static let python: String = {
    if let path = ProcessInfo.processInfo.environment["LINIMASA_PYTHON"] { return path }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let own = checkout.appending(path: ".build/consumers/bin/python3").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/env"
  }()

  /// Whether Python has all of these modules. Used as a test's condition, so that a machine without them skips it.
  public static func hasPython(_ modules: String...) -> Bool {
    let imports = modules.isEmpty ? "pass" : "import " + modules.joined(separator: ", ")
    return runPython(imports, input: "").status == 0
  }

  /// Whether a program is installed.
  public static func has(_ program: String) -> Bool {
    run("/usr/bin/env", ["sh", "-c", "command -v \(program)"], input: "").status == 0
  }

  /// Runs a Python script with `input` on its standard input.
  public static func runPython(_ script: String, input: String) -> Answer {
    let start = python.hasSuffix("/env") ? ["python3"] : []
    return run(python, start + ["-c", script], input: input)
  }

  /// Runs a program with `input` on its standard input.
  public static func run(_ program: String, _ arguments: [String], input: String) -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
    // Files instead of pipes: no side ever waits for the other.
    let folder = FileManager.default.temporaryDirectory.appending(path: "consumer-\(UUID().uuidString)")
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (file, text) in zip(files, [input, "", ""]) { try Data(text.utf8).write(to: file) }
      process.standardInput = try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try FileHandle(forWritingTo: files[1])
      process.standardError = try FileHandle(forWritingTo: files[2])
      try process.run()
    } catch {
      return Answer(output: "", errors: "\(error)", status: -1)
    }
    process.waitUntilExit()
    let texts = files.map { (try? String(decoding: Data(contentsOf: $0), as: UTF8.self)) ?? "" }
    return Answer(output: texts[1], errors: texts[2], status: process.terminationStatus)
  }
}
