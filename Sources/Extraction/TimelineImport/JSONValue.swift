import Foundation

/// Any JSON value, for files whose shape is not known before.
enum JSONValue: Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value that bytes hold; nil where they are no JSON.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else { return nil }
    self = value
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
