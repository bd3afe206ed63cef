/// A text as the scanners see it: valid UTF-8 bytes, held once and shared by every stage.
///
/// ```swift
/// let text = SourceText("Senin (28/10/2024)")
/// text[TextSpan(7, 17)]  // "28/10/2024"
/// ```
public struct SourceText: Sendable, Hashable {
  /// The bytes, always valid UTF-8.
  public let bytes: [UInt8]

  /// A text from a string.
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// A text from bytes of unknown quality: what is not UTF-8 becomes U+FFFD, one for each maximal bad part
  /// (The Unicode Standard, section 3.9, "U+FFFD Substitution of Maximal Subparts").
  public init(repairing bytes: [UInt8]) {
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    self.bytes = isValid ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Number of bytes.
  public var count: Int { bytes.count }

  /// The words of a span. Bounds outside the text are pulled in; a cut inside a scalar reads as U+FFFD.
  public subscript(span: TextSpan) -> String {
    let low = min(max(span.start, 0), bytes.count)
    let high = min(max(span.end, low), bytes.count)
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}
