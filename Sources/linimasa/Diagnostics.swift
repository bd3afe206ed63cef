import Foundation
import Text

/// What the program says about its work, on standard error.
enum Diagnostics {
  /// One line, with the program's name before it; hostile characters in it are made visible.
  static func note(_ message: String) {
    FileHandle.standardError.write(Data("linimasa: \(VisibleText.line(message))\n".utf8))
  }
}
