import CDigest
import Foundation
import Text

/// What an output was made with: the program's version and the fingerprint of its tables.
enum ProgramVersion {
  /// The program's version, by semantic versioning.
  static let number = "0.1.0"

  /// Program and version, as files that are handed on name it.
  static let generator = "linimasa \(number)"

  /// SHA-256 over the names and bytes of every file of the resources, in the order of their names; the same tables give
  /// the same fingerprint wherever they lie.
  static func fingerprint(of resources: ResourceFolder) -> String {
    var state = SHA2_CTX()
    SHA256Init(&state)
    for name in files(below: "", of: resources) {
      let bytes = (try? resources.bytes(of: name)) ?? []
      let header = Array("\(name)\0\(bytes.count)\0".utf8)
      SHA256Update(&state, header, header.count)
      SHA256Update(&state, bytes, bytes.count)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &state)
    return digest.map { String(format: "%02x", $0) }.joined()
  }

  private static func files(below folder: String, of resources: ResourceFolder) -> [String] {
    resources.names(in: folder).flatMap { name -> [String] in
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(resources.path)/\(path)", isDirectory: &isFolder)
      return isFolder.boolValue ? files(below: path, of: resources) : [path]
    }
  }
}
