import Glibc
import Text

/// Text as it is searched: case and Latin accents folded, every run of other characters than letters and digits one
/// blank. A library's full-text index and a search in memory cut words here, so both find the same.
///
/// ```swift
/// SearchText("Gencatan-senjata di Türkiye").contains(words: ["gencatan", "turk"])  // true
/// ```
public struct SearchText: Sendable, Hashable {
  /// The folded words, each after one blank.
  private let bytes: [UInt8]

  /// The words of some texts, in which no word runs from one text to the next.
  public init(_ texts: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count + 1 })
    for text in texts { Self.appendWords(of: text, to: &bytes) }
    self.bytes = bytes
  }

  /// The words of one text.
  public init(_ text: String) { self.init([text]) }

  /// The folded words in one line, apart by blanks.
  public var string: String { String(decoding: bytes.dropFirst(), as: UTF8.self) }

  /// Whether every one of `words`, which must be folded, begins a word here. An empty list is contained in any text.
  public func contains(words: [String]) -> Bool {
    words.allSatisfy { contains([0x20] + Array($0.utf8)) }
  }

  /// Whether a word begins with `needle`, which has the blank before it: from blank to blank.
  private func contains(_ needle: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { haystack in
      guard needle.count > 1, needle.count <= haystack.count, let base = haystack.baseAddress else { return false }
      var offset = 0
      while offset + needle.count <= haystack.count,
        let blank = memchr(base + offset, 0x20, haystack.count - needle.count - offset + 1)
      {
        if memcmp(blank, needle, needle.count) == 0 { return true }
        offset = UnsafeRawPointer(blank) - base + 1
      }
      return false
    }
  }

  /// The folded words of a text, in its order.
  public static func words(of text: String) -> [String] {
    SearchText(text).bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A name as names are compared: its folded words.
  public static func name(_ text: String) -> String { SearchText(text).string }

  /// Appends each word with a blank before it. ASCII, nearly all of most texts, goes byte by byte.
  private static func appendWords(of text: String, to bytes: inout [UInt8]) {
    var isInWord = false
    func append(_ folded: some Sequence<UInt8>) {
      if !isInWord { bytes.append(0x20) }
      isInWord = true
      bytes.append(contentsOf: folded)
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 48...57, 97...122: append(CollectionOfOne(UInt8(value)))
      case 65...90: append(CollectionOfOne(UInt8(value) | 0x20))
      case ..<128: isInWord = false
      case 0x300...0x36F: break
      default:
        if let folded = LatinFolding.fold(scalar) {
          append(folded.utf8)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          append(scalar.properties.lowercaseMapping.utf8)
        } else {
          isInWord = false
        }
      }
    }
  }
}
