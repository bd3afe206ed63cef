/// An address of the web that may be handed to a terminal or a browser: `http` or `https`, and nothing but printable
/// ASCII in it.
///
/// ```swift
/// WebAddress(encoding: "https://example.org/a b")?.text  // "https://example.org/a%20b"
/// WebAddress(encoding: "file:///etc/passwd")             // nil
/// ```
struct WebAddress {
  /// The address.
  let text: String

  /// An address with every other byte percent-encoded (RFC 3986, section 2.1); nil where it is of another scheme.
  init?(encoding address: String) {
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), address.utf8.count <= 2048 else { return nil }
    var text = ""
    for byte in address.utf8 {
      if (0x21..<0x7F).contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    self.text = text
  }
}
