import Testing

@testable import Text

@Suite struct SentenceSplitterTests {
  private func sentences(_ string: String, whole: [TextSpan] = []) -> [String] {
    let text = SourceText(string)
    let tokens = Tokenizer.tokens(of: text)
    let splitter = SentenceSplitter(abbreviations: ["gen", "lt", "col"])
    return splitter.sentences(of: text, tokens, keepingWhole: whole).map { range in
      text[TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)]
    }
  }

  @Test func endsAtAStopBeforeACapital() {
    #expect(sentences("Pasukan mundur. Warga kembali.") == ["Pasukan mundur.", "Warga kembali."])
    #expect(sentences("Ia pergi.\nIa pulang.") == ["Ia pergi.", "Ia pulang."])
  }

  @Test func goesOnBehindAbbreviationsAndInitials() {
    #expect(sentences("Gen. X left. He met Lt. Col. Braun.") == ["Gen. X left.", "He met Lt. Col. Braun."])
    #expect(sentences("The U.S. Navy and J. Doe stayed.").count == 1)
    #expect(sentences("Sekitar 10.000 orang, 2.5 km. Lalu sepi.").count == 2)
  }

  @Test func keepsAQuotationWithItsSpeaker() {
    #expect(sentences("“Kami mundur. Kami kalah,” katanya. Lalu sepi.").count == 2)
    #expect(sentences("He left. \"It is over. Go home.\" They went.").count == 3)
    #expect(sentences("“Tanda yang tak ditutup. Kalimat lain.").count == 2)
  }

  @Test func keepsADamagedDateWhole() {
    let string = "Kata X, Kamis (24/2019). 10/2024). Lalu Y."
    let start = string.utf8.count - "Kamis (24/2019). 10/2024). Lalu Y.".utf8.count
    #expect(sentences(string).count == 3)
    let span = TextSpan(start, start + "Kamis (24/2019). 10/2024)".utf8.count)
    #expect(sentences(string, whole: [span]) == ["Kata X, Kamis (24/2019). 10/2024).", "Lalu Y."])
  }

  @Test func joinsAWrappedLineAndEndsAHeading() {
    #expect(sentences("pasukan dari\nutara tiba").count == 1)
    #expect(sentences("Judul tanpa titik\nPasukan tiba.").count == 2)
    #expect(sentences("a\n\nb").count == 2)
  }

  @Test func survivesAnything() {
    for string in ["", "\n\n\n", "....", "\"\"\"", "(((", ")\u{201D}.", "a.", "“", "x.\u{0}y", "\u{FEFF}"] {
      #expect(sentences(string).allSatisfy { !$0.isEmpty })
    }
  }

  @Test func pairsQuotationMarks() {
    let text = SourceText("“Ya,” kata X. \"No,\" said Y. It's “open")
    #expect(Quotation.ranges(of: Tokenizer.tokens(of: text)).count == 2)
  }

  @Test func takesCliticsOff() {
    let text = SourceText("tentaranya apalah rusia")
    let tokens = Tokenizer.tokens(of: text)
    #expect(Clitic.stemKey(of: tokens[0], in: text) == Tokenizer.key(of: "tentara"))
    #expect(Clitic.stemKey(of: tokens[1], in: text) == Tokenizer.key(of: "apa"))
    #expect(Clitic.stemKey(of: tokens[2], in: text) == nil)
  }
}
