import Text

/// One record of a web archive.
public struct WARCRecord: Sendable, Equatable {
  /// The named fields, names in small letters.
  public var fields: [String: String]
  /// What the record holds.
  public var block: [UInt8]
  /// Whether the block is shorter than the record says: the file ends in it, or it is longer than is read.
  public var isCut: Bool
}

/// Reads web archives (ISO 28500, WARC 1.0 and 1.1), record by record. Where something else stands between records, it
/// goes on with the next one.
public struct WARCReader<Bytes: DumpBytes> {
  private var bytes: Bytes

  /// The longest record that is read, in bytes.
  public static var longest: Int { 64 << 20 }

  /// A reader from the front of `bytes`.
  public init(_ bytes: Bytes) { self.bytes = bytes }

  /// The next record; nil at the end.
  ///
  /// - Throws: what the bytes throw.
  public mutating func next() throws -> WARCRecord? {
    while let line = try bytes.line(longest: 64) {
      if !line.starts(with: Array("WARC/".utf8)) { continue }
      let fields = try headerFields()
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { continue }
      let block = try bytes.block(length, longest: Self.longest)
      return WARCRecord(fields: fields, block: block, isCut: block.count < length)
    }
    return nil
  }

  /// Named fields up to a blank line.
  private mutating func headerFields() throws -> [String: String] {
    var lines: [[UInt8]] = []
    while lines.count < HeaderFields.most, let line = try bytes.line(longest: HeaderFields.longestLine) {
      if line.isEmpty || line == [13] { break }
      lines.append(line)
    }
    return HeaderFields(lines: lines).all
  }
}

/// Whether bytes begin a web archive.
public enum WARC {
  /// Whether `head`, the first bytes of a file, are those of a web archive.
  public static func begins(_ head: [UInt8]) -> Bool { head.starts(with: Array("WARC/".utf8)) }
}
