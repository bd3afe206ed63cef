import Foundation

/// Lines of JSON, as both ends of the pipe write and read them.
public enum Wire {
  /// A value and its line feed.
  public static func line(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return [] }
    return Array(data) + [10]
  }

  /// A value from its line; nil where the line is none.
  public static func value<Value: Decodable>(_ type: Value.Type, _ line: some Collection<UInt8>) -> Value? {
    try? JSONDecoder().decode(type, from: Data(line))
  }
}

/// Cuts what comes through the pipe into answers and the bytes that belong to them.
public struct AnswerReader {
  /// The longest line; a longer one is a fault of the other end.
  private static let longest = 1 << 16
  private var held: [UInt8] = []
  private var start = 0

  /// Nothing read yet.
  public init() {}

  /// Takes more bytes.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    if start > 1 << 16 {
      held.removeFirst(start)
      start = 0
    }
    held += bytes
  }

  /// The next whole answer; nil where more bytes are needed.
  ///
  /// - Throws: `FetchFailure` where the other end does not keep the protocol.
  public mutating func next() throws(FetchFailure) -> (answer: FetchAnswer, body: ArraySlice<UInt8>)? {
    guard let end = held[start...].firstIndex(of: 10) else {
      if held.count - start > Self.longest { throw Self.fault }
      return nil
    }
    guard let answer = Wire.value(FetchAnswer.self, held[start..<end]), answer.data ?? 0 >= 0 else { throw Self.fault }
    let count = answer.data ?? 0
    guard held.count - (end + 1) >= count else { return nil }
    start = end + 1 + count
    return (answer, held[end + 1..<start])
  }

  private static let fault = FetchFailure(
    .malformed, "linimasa-fetch answers in a way that is not understood: install it again")
}
