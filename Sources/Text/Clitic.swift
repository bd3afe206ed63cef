/// Takes the Indonesian clitics -nya, -lah, -kah and -pun off a word, so that `katanya` is found as `kata`.
public enum Clitic {
  /// The key of the word without its clitic; nil where it ends in none, is too short or is not plain ASCII.
  ///
  /// ```swift
  /// let text = SourceText("tentaranya")
  /// Clitic.stemKey(of: Tokenizer.tokens(of: text)[0], in: text) == Tokenizer.key(of: "tentara")  // true
  /// ```
  public static func stemKey(of token: Token, in text: SourceText) -> UInt64? {
    guard token.kind == .word, token.span.length >= 6, token.span.end <= text.count else { return nil }
    let end = token.span.end
    let last = (text.bytes[end - 3] | 0x20, text.bytes[end - 2] | 0x20, text.bytes[end - 1] | 0x20)
    switch last {
    case (0x6E, 0x79, 0x61), (0x6C, 0x61, 0x68), (0x6B, 0x61, 0x68), (0x70, 0x75, 0x6E): break
    default: return nil
    }
    var key = WordKey()
    for byte in text.bytes[token.span.start..<end - 3] {
      guard byte < 128 else { return nil }
      key.add(byte | 0x20)
    }
    return key.value
  }
}
