import Foundation

/// One run of the program under test as a child process without a terminal.
public struct ProgramRun {
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
  /// Its exit status, or minus the signal that ended it.
  public let status: Int32

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - environment: what differs from a bare environment; its home folder cannot exist, so that no test makes a library
  ///     there.
  ///   - kilobytes: the size that no file it writes may pass.
  public init(
    limitingFilesTo kilobytes: Int? = nil, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:], in folder: URL? = nil
  ) throws {
    let process = Process()
    process.executableURL = Checkout.program
    process.arguments = arguments
    if let kilobytes {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
      process.arguments = ["--fsize=\(kilobytes << 10)", Checkout.program.path] + arguments
    }
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/dev/null/home",
      "LINIMASA_RESOURCES": Checkout.resources.path, "SWIFT_BACKTRACE": "enable=no",
      "LINIMASA_LIBRARY": FileManager.default.temporaryDirectory.path + "/no-library-\(UUID())/library.sqlite",
    ].merging(environment) { $1 }
    let files = try ["in", "out", "err"].map { name in
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID()).\(name)")
      try Data(name == "in" ? input : []).write(to: file)
      return file
    }
    defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
