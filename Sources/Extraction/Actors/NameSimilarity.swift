import Text

/// Tells whether two written names can be one name misspelt.
enum NameSimilarity {
  /// Why `a` can be a misspelling of `b`, both folded to small ASCII letters; nil where it cannot: the first letter must
  /// agree, and either the consonants in their order, or all but two letters of words of four letters or more.
  static func reason(_ a: String, _ b: String) -> String? {
    guard a != b, let first = a.utf8.first, first == b.utf8.first else { return nil }
    let skeleton = consonants(a)
    if skeleton.count > 1, skeleton == consonants(b) {
      let letters = String(decoding: skeleton, as: UTF8.self).uppercased()
      return "same consonants " + letters.map(String.init).joined(separator: "-")
    }
    let shorter = min(a.utf8.count, b.utf8.count)
    guard shorter >= 4 else { return nil }
    let distance = editDistance(Array(a.utf8), Array(b.utf8))
    guard distance <= 2, distance * 3 <= shorter else { return nil }
    return distance == 1 ? "one letter differs" : "two letters differ"
  }

  /// Whether two surnames that stand alone differ by no more than a slip: they begin alike, and one letter differs in
  /// words of six letters or more, or two vowels do.
  static func isSlip(_ a: String, _ b: String) -> Bool {
    guard a != b, let first = a.utf8.first, first == b.utf8.first, min(a.utf8.count, b.utf8.count) >= 5 else {
      return false
    }
    let distance = editDistance(Array(a.utf8), Array(b.utf8))
    return distance == 1 && min(a.utf8.count, b.utf8.count) >= 6 || distance <= 2 && consonants(a) == consonants(b)
  }

  /// The consonants in their order, doubled ones once.
  static func consonants(_ word: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in word.utf8 where !vowels.contains(byte) && (97...122).contains(byte) && result.last != byte {
      result.append(byte)
    }
    return result
  }

  /// Letters to put in, take out, exchange or swap with their neighbor (optimal string alignment distance).
  static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if abs(a.count - b.count) > 2 || a.count > 40 || b.count > 40 { return .max }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var current = [i + 1]
      for (j, other) in b.enumerated() {
        var cost = min(previous[j] + (letter == other ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }

  private static let vowels: Set<UInt8> = Set("aeiouy".utf8)
}
