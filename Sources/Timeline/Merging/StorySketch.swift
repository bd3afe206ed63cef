/// A few bytes from which can be told how many words two texts share: a MinHash of their longer words by one permutation
/// (Li, Owen and Zhang, "One Permutation Hashing", 2012), empty bins filled from the next full one.
///
/// Order and short words do not count, so that an article stays near itself when it is published again with another head,
/// is cut, damaged, or has a third of its words exchanged.
///
/// ```swift
/// StorySketch("Pasukan Ukraina menyeberang …")?.similarity(to: other)  // 0.62
/// ```
public struct StorySketch: Sendable, Hashable {
  /// One byte of the least hash of each bin.
  public let bytes: [UInt8]
  /// What two texts that are near each other probably have in common, for looking them up: of ten keys one or more.
  public let keys: [Int64]

  private static let bins = 60
  private static let keyCount = 10
  private static let binsOfKey = 3
  /// Shorter words are in every text.
  private static let shortestWord = 6
  /// A text of fewer different words says too little.
  private static let fewestWords = 24

  /// From this share of common words on two texts are the same story.
  public static let threshold = 0.42

  /// The sketch of a text; nil where it is too short to be told from others.
  public init?(_ text: String) {
    self.init(words: SearchText.words(of: text))
  }

  init?(words: [String]) {
    var least = [UInt64](repeating: .max, count: Self.bins)
    var seen: Set<UInt64> = []
    for word in words where word.utf8.count >= Self.shortestWord {
      let hash = Self.hash(word)
      guard seen.insert(hash).inserted else { continue }
      let bin = Int(hash % UInt64(Self.bins))
      least[bin] = min(least[bin], hash)
    }
    if seen.count < Self.fewestWords { return nil }
    let full = least
    for bin in least.indices where least[bin] == .max {
      var other = (bin + 1) % Self.bins
      while full[other] == .max { other = (other + 1) % Self.bins }
      least[bin] = full[other] &+ UInt64(bin) &* 0x9E37_79B9_7F4A_7C15
    }
    bytes = least.map { UInt8(truncatingIfNeeded: $0 >> 32) }
    keys = (0..<Self.keyCount).map { key in
      let bins = least[key * Self.binsOfKey..<(key + 1) * Self.binsOfKey]
      let hash = bins.reduce(UInt64(key)) { ($0 ^ $1) &* 0x100_0000_01b3 &+ $1 >> 29 }
      // 40 bits are enough to tell millions of articles apart, and take less room.
      return Int64(hash >> 24)
    }
  }

  /// The share of words that two texts have in common, as far as their sketches tell, from 0 to 1.
  public static func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    guard a.count == b.count, !a.isEmpty else { return 0 }
    return Double(zip(a, b).count { $0 == $1 }) / Double(a.count)
  }

  /// FNV-1a, its bits mixed once more (the finalizer of SplitMix64), since bins take the low ones.
  private static func hash(_ word: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }
}
