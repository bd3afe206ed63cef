import CZlib

/// Bytes as they were before gzip (RFC 1952, of any number of members) or Zstandard (RFC 8878) packed them; others as
/// they are. The first bytes tell which.
///
/// What unpacks without measure is refused: a small file must not fill the disk. So is a file that was packed twice,
/// which no dump is and bombs are.
///
/// ```swift
/// let bytes = ExpandedBytes { block in read(descriptor, &block, block.count) }
/// while try bytes.read(into: &block) > 0 { … }
/// ```
public final class ExpandedBytes {
  /// Reads packed bytes into the block from its front, and gives their number: 0 at the end.
  public typealias Source = (inout [UInt8]) throws -> Int

  /// How many packed bytes were read.
  public private(set) var consumed = 0

  /// How many times larger a file may become: news packs to a third or a tenth.
  static let largestRatio = 250
  /// Below so many bytes nothing is a bomb.
  static let harmless = 64 << 20

  private let source: Source
  private var packed = [UInt8](repeating: 0, count: 1 << 18)
  private var range = 0..<0
  private var isAtEnd = false
  private var produced = 0
  private var expander: (any Expander)?
  private var isKnown = false

  /// The unpacked bytes of `source`.
  public init(_ source: @escaping Source) { self.source = source }

  /// Reads unpacked bytes into `block` from its front, and gives their number: 0 at the end.
  ///
  /// - Throws: `ExpansionError` where they cannot be unpacked; all that could be was given before. What `source` throws.
  public func read(into block: inout [UInt8]) throws -> Int {
    if block.isEmpty { return 0 }
    if !isKnown { try recognize() }
    guard let expander else { return try copy(into: &block) }
    while true {
      if range.isEmpty, !isAtEnd { try refill() }
      let step = try expander.expand(packed[range], into: &block, isAtEnd: isAtEnd)
      range = range.lowerBound + step.taken..<range.upperBound
      if step.made > 0 {
        try check(block, step.made)
        return step.made
      }
      if range.isEmpty, isAtEnd {
        if !expander.isWhole { throw ExpansionError.cutOff }
        return 0
      }
      if step.taken == 0 { throw ExpansionError.damaged }
    }
  }

  private func copy(into block: inout [UInt8]) throws -> Int {
    if !range.isEmpty {
      let count = min(range.count, block.count)
      block.replaceSubrange(0..<count, with: packed[range.lowerBound..<range.lowerBound + count])
      range = range.lowerBound + count..<range.upperBound
      return count
    }
    let count = isAtEnd ? 0 : try source(&block)
    consumed += count
    return count
  }

  /// Reads on only while the bytes may still begin a packed file, so that nobody who waits for an answer waits for more.
  private func recognize() throws {
    while true {
      let head = packed[range]
      if let kind = Packing.allCases.first(where: { head.starts(with: $0.mark) }) {
        expander = kind == .gzip ? GzipExpander() : ZstandardExpander()
        if expander == nil { throw ExpansionError.damaged }
        break
      }
      if isAtEnd || !Packing.allCases.contains(where: { $0.mark.starts(with: head) }) { break }
      try refill()
    }
    isKnown = true
  }

  /// Reads on behind what is there.
  private func refill() throws {
    let kept = Array(packed[range])
    var block = [UInt8](repeating: 0, count: packed.count)
    let count = try source(&block)
    consumed += count
    if count == 0 { isAtEnd = true }
    packed = kept.isEmpty ? block : kept + block[..<count]
    range = 0..<kept.count + count
    if packed.count < 1 << 18 { packed += [UInt8](repeating: 0, count: 1 << 18 - packed.count) }
  }

  private func check(_ block: [UInt8], _ count: Int) throws {
    if produced == 0, Packing.allCases.contains(where: { block[..<count].starts(with: $0.mark) }) {
      throw ExpansionError.packedTwice
    }
    produced += count
    if produced > Self.harmless, produced / Self.largestRatio > consumed { throw ExpansionError.bomb }
  }
}

/// How a file is packed, by its first bytes.
private enum Packing: CaseIterable {
  case gzip
  case zstandard

  var mark: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }
}

/// Why packed bytes cannot be unpacked.
public enum ExpansionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// They are not what their beginning says.
  case damaged
  /// They end in the middle.
  case cutOff
  /// They become too large.
  case bomb
  /// What comes out is packed too.
  case packedTwice

  /// What happened and what to do.
  public var description: String {
    switch self {
    case .damaged: "is damaged from here on; what was before it was read. Fetch it again"
    case .cutOff: "ends in the middle; what was before it was read. Fetch it again"
    case .bomb:
      "unpacks to more than \(ExpandedBytes.largestRatio) times its size, as no news does; the rest was not read"
    case .packedTwice: "is packed twice: unpack it once"
    }
  }
}
