/// A language by its ISO 639-1 code: `id`, `en`, and whatever other folder stands in `Resources/languages`.
public struct LanguageCode: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The two letters.
  public let rawValue: String
  /// A language from its code.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The two letters.
  public var description: String { rawValue }
  /// By code.
  public static func < (a: LanguageCode, b: LanguageCode) -> Bool { a.rawValue < b.rawValue }

  /// Indonesian.
  public static let indonesian = LanguageCode(rawValue: "id")
  /// English.
  public static let english = LanguageCode(rawValue: "en")
  /// Not said: the text decides (ISO 639-2).
  public static let undetermined = LanguageCode(rawValue: "und")
}
