import Foundation

/// Writes a file that is whole or not there: the text goes to a file without a name, which takes its name at the end. A run
/// that is killed leaves nothing behind; where the file system knows no files without a name, a hidden one beside it.
///
/// Only a regular file is ever replaced, and only where that was asked for; a symbolic link is not followed.
struct OutputFile: ~Copyable {
  /// Why a file was not written, and what to do.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let path: String
  private let name: String
  private let replacing: Bool
  private let folder: Int32
  private let file: Int32
  /// Whether the unfinished file has the name `partial`; else it has none.
  private var isNamed: Bool
  private static let partial = ".linimasa-\(getpid()).part"

  /// Writes `path` by `body`, which is given a function that takes bytes.
  ///
  /// - Parameter replacing: whether a file that is there already may go.
  /// - Throws: `Failure` where the file cannot be made, and what `body` throws; then nothing is left behind.
  static func write<Result>(
    to path: String, replacing: Bool = false, _ body: ((String) throws -> Void) throws -> Result
  ) throws -> Result {
    try check(path, replacing: replacing)
    var output = try open(path, replacing: replacing)
    let file = FileHandle(fileDescriptor: output.file, closeOnDealloc: false)
    let result = try body { try file.write(contentsOf: Data($0.utf8)) }
    try output.publish()
    return result
  }

  /// Refuses what must not be written, before any work is done.
  ///
  /// - Throws: `Failure` that says what to do instead.
  static func check(_ path: String, replacing: Bool) throws(Failure) {
    func failure(_ reason: String) -> Failure { Failure(description: "\(path) is not written: \(reason)") }
    guard !path.isEmpty, !path.utf8.contains(0) else { throw failure("this cannot be the name of a file") }
    if path.hasSuffix("/") { throw failure("it names a folder; add the name of a file") }
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG where replacing: return
    case S_IFREG: throw failure("it exists; --force (in the reader: html!) replaces it")
    case S_IFDIR: throw failure("it is a folder; add the name of a file")
    case S_IFLNK: throw failure("it is a symbolic link; name the file itself")
    default: throw failure("it is no regular file")
    }
  }

  private init(path: String, replacing: Bool, name: String, folder: Int32, file: Int32, isNamed: Bool) {
    self.path = path
    self.replacing = replacing
    self.name = name
    self.folder = folder
    self.file = file
    self.isNamed = isNamed
  }

  /// Makes the file in which `path` will be written.
  private static func open(_ path: String, replacing: Bool) throws(Failure) -> OutputFile {
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { path[...$0] } ?? "./"
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let folder = Foundation.open(String(parent), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure(path, "its folder cannot be opened") }
    // O_TMPFILE, a sum that the importer does not know.
    let unnamed = openat(folder, ".", 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o666)
    let isNamed = unnamed < 0
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = isNamed ? openat(folder, partial, flags, 0o666) : unnamed
    guard file >= 0 else {
      let failure = failure(path, "its folder cannot be written to")
      close(folder)
      throw failure
    }
    return OutputFile(
      path: path, replacing: replacing, name: String(name), folder: folder, file: file, isNamed: isNamed)
  }

  /// Gives the file its name, once its bytes are on the disk. A link is never made over a file that came meanwhile.
  private mutating func publish() throws(Failure) {
    guard fsync(file) == 0 else { throw Self.failure(path, "the disk does not take it") }
    if !replacing, link(to: name) { return }
    if !replacing {
      // Where the file system knows no links, a look before must do.
      guard errno == EPERM || errno == EOPNOTSUPP else { throw Self.failure(path, "it cannot take its name") }
      try Self.check(path, replacing: false)
    }
    if !isNamed { isNamed = link(to: Self.partial) }
    guard isNamed, renameat(folder, Self.partial, folder, name) == 0 else {
      throw Self.failure(path, "it cannot take its name")
    }
    isNamed = false
  }

  private func link(to name: String) -> Bool {
    isNamed
      ? linkat(folder, Self.partial, folder, name, 0) == 0
      : linkat(AT_FDCWD, "/proc/self/fd/\(file)", folder, name, AT_SYMLINK_FOLLOW) == 0
  }

  private static func failure(_ path: String, _ what: String) -> Failure {
    Failure(description: "\(path) is not written: \(what): \(String(cString: strerror(errno)))")
  }

  deinit {
    if isNamed { unlinkat(folder, Self.partial, 0) }
    close(file)
    close(folder)
  }
}
