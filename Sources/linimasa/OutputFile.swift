import Foundation

/// Writes a file that is whole or not there: the text goes to a new file beside it, which takes its name at the end.
enum OutputFile {
  /// Why a file was not written, and what to do.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes `path` by `body`.
  ///
  /// - Throws: `Failure` where the file cannot be made, and what `body` throws; then nothing is left behind.
  static func write<Result>(to path: String, _ body: (FileHandle) throws -> Result) throws -> Result {
    let partial = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
    let isMade = FileManager.default.createFile(atPath: partial, contents: nil)
    guard isMade, let file = FileHandle(forWritingAtPath: partial) else {
      throw Failure(description: "\(path) cannot be written: check that its folder exists and may be written to")
    }
    do {
      let result = try body(file)
      try file.close()
      guard rename(partial, path) == 0 else {
        throw Failure(description: "\(path) cannot be written: \(String(cString: strerror(errno)))")
      }
      return result
    } catch {
      unlink(partial)
      throw error
    }
  }
}
