import Testing

@testable import Extraction

@Suite struct NameSimilarityTests {
  @Test(arguments: [
    ("root", "rutte", "same consonants R-T"), ("merthens", "mehrtens", "two letters differ"),
    ("hliang", "hlaing", "same consonants H-L-N-G"), ("borrel", "borrell", "same consonants B-R-L"),
    ("subianto", "subiyanto", "same consonants S-B-N-T"),
  ]) func findsAMisspelling(_ written: String, _ name: String, _ reason: String) {
    #expect(NameSimilarity.reason(written, name) == reason)
  }

  @Test(arguments: [
    ("root", "root"), ("putin", "rutte"), ("rice", "rutte"), ("li", "lee"), ("lavrov", "lukashenko"), ("", "a"),
  ])
  func leavesOtherNamesApart(_ written: String, _ name: String) {
    #expect(NameSimilarity.reason(written, name) == nil)
  }

  @Test func countsASwapAsOneEdit() {
    #expect(NameSimilarity.editDistance(Array("hliang".utf8), Array("hlaing".utf8)) == 1)
    #expect(NameSimilarity.editDistance(Array("a".utf8), Array("abcd".utf8)) == .max)
  }

  @Test(arguments: [("zelenski", "zelensky"), ("netanyahou", "netanyahu"), ("sanwar", "sinwar")])
  func aSlipIsOneLetterOrVowels(_ pair: (String, String)) { #expect(NameSimilarity.isSlip(pair.0, pair.1)) }

  @Test(arguments: [
    ("root", "rutte"), ("biden", "bidin-son"), ("kelmor", "keller"), ("khan", "khin"), ("putin", "rutin"),
  ])
  func otherNamesAreNoSlip(_ pair: (String, String)) { #expect(!NameSimilarity.isSlip(pair.0, pair.1)) }
}
