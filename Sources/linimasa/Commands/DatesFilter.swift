import Extraction
import Temporal
import Text
import Timeline

/// The loop of `dates --jsonl`: one article a line in, one line of dates out.
struct DatesFilter {
  let reader: DateReader
  let decoder: ArticleDecoder
  let published: CivilDay?
  let language: LanguageCode?
  let genre: TextGenre

  /// Lines that are read before they are answered.
  private static let batch = 64

  /// Answers every line of a file or of standard input (`-`).
  func run(from file: String) throws {
    var lines = try LineReader(path: file)
    var number = 0
    var json = JSONWriter()
    while true {
      let batch = try lines.lines(atMost: Self.batch)
      if batch.isEmpty { return }
      var output: [UInt8] = []
      for line in batch {
        number += 1
        json.removeAll()
        answer(line, number, &json)
        output += json.bytes
        output.append(10)
      }
      try StandardOutput.write(output)
    }
  }

  private func answer(_ line: [UInt8], _ number: Int, _ json: inout JSONWriter) {
    do throws(ArticleError) {
      let article = try decoder.article(line: line)
      let given = article.language == .undetermined ? language : article.language
      let found = reader.read(
        article.text, published: published ?? article.publication.day, language: given, genre: genre)
      Self.write(found, of: article.text, id: article.id, to: &json)
    } catch {
      error.write(to: &json, line: number)
    }
  }

  /// The object of one text.
  static func write(_ found: DatedText, of text: SourceText, id: String, to json: inout JSONWriter) {
    let offsets = ScalarOffsets(text)
    json.object { json in
      json.field("id", id)
      json.field("published", found.published?.description)
      json.field("published_basis", found.publishedBasis.rawValue)
      json.field("language", found.language.rawValue)
      json.array("timexes") { json in
        for timex in found.timexes { timex.write(to: &json, text: text, offsets: offsets) }
      }
    }
  }
}
