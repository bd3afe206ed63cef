import Foundation

/// Any JSON value, for files whose shape is not known before.
enum JSONValue {
  case null
  case flag(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value that bytes hold; nil where they are no JSON, or nest deeper than Foundation reads.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) else {
      return nil
    }
    self.init(value)
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let members as [String: Any]: self = .object(members.mapValues(JSONValue.init))
    case let elements as [Any]: self = .array(elements.map(JSONValue.init))
    case let number as NSNumber: self = Self.isFlag(number) ? .flag(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }

  /// Foundation has one class for truth values and numbers; only the former are of C's type for them.
  private static func isFlag(_ number: NSNumber) -> Bool {
    number.objCType.pointee == NSNumber(value: true).objCType.pointee
  }

  /// A member of an object; null for anything else.
  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// The elements of an array; none of anything else.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The text of a string, or of a number as people write it; nil for anything else and for nothing but blanks.
  var text: String? {
    switch self {
    case .string(let text): text.allSatisfy(\.isWhitespace) ? nil : text
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }

  /// A whole number, also one that is written as a string.
  var integer: Int? {
    switch self {
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text.filter { !$0.isWhitespace })
    default: nil
    }
  }

  /// A number.
  var double: Double? { if case .number(let number) = self { number } else { nil } }

  /// Whether it is true.
  var isTrue: Bool { if case .flag(let flag) = self { flag } else { false } }

  /// Whether it is an array.
  var isArray: Bool { if case .array = self { true } else { false } }

  /// Whether it is an object.
  var isObject: Bool { if case .object = self { true } else { false } }
}
