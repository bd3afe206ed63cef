import Glibc

/// The folder that holds the tables and samples. Which folder it is, the executable decides; here it is only read.
public struct ResourceFolder: Sendable {
  /// Where the folder is, without a slash at the end.
  public let path: String

  /// A folder at a path.
  public init(path: String) { self.path = path }

  /// The bytes of the file `name`, a path below the folder such as `languages/id/words.tsv`.
  ///
  /// - Throws: `TableError` that names the file and the system's reason.
  public func bytes(of name: String) throws(TableError) -> [UInt8] {
    guard let file = fopen("\(path)/\(name)", "re") else {
      throw TableError(place: name, message: "cannot be read in \(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(fileno(file), &status) == 0 { bytes.reserveCapacity(Int(status.st_size)) }
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
    }
    return bytes
  }

  /// Reads the table `name`.
  public func table(_ name: String, required: [String] = []) throws(TableError) -> TableFile {
    try TableFile(name: name, bytes: bytes(of: name), required: required)
  }

  /// The names of the entries of the subfolder `name`, sorted; empty where there is none.
  public func names(in name: String) -> [String] {
    guard let directory = opendir("\(path)/\(name)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let entryName = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if entryName != "." && entryName != ".." { names.append(entryName) }
    }
    return names.sorted()
  }
}
