import Testing

@testable import Text

@Suite struct TokenizerTests {
  @Test func cutsWordsNumbersAndMarks() {
    let text = SourceText("Jum'at, 10\u{a0}Mei 2O24 Türkiye")
    #expect(
      Tokenizer.tokens(of: text).map { text[$0.span] } == [
        "Jum", "'", "at", ",", "10", "Mei", "2", "O", "24", "Türkiye",
      ])
  }
  @Test func foldsCaseAndAccents() {
    #expect(Tokenizer.key(of: "TÜRKİYE") == Tokenizer.key(of: "turkiye"))
  }
  @Test func latinLettersFoldToTheirBase() {
    #expect(LatinFolding.fold("Ýž ŒŁ ßÞ ÷ ſ") == "yz oel ssth ÷ s")
  }
  @Test func longestPhraseWins() {
    let table = PhraseTable([("Korea", 1), ("Korea Utara", 2)])
    #expect(table.match(Tokenizer.tokens(of: SourceText("pasukan KOREA Utara")), at: 1)?.payloads == [2])
  }
}
