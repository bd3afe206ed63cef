import Extraction
import Temporal
import Text
import Timeline

/// The loop of `dates --jsonl`: one article a line in, one line of dates out.
struct DatesFilter: Sendable {
  let reader: DateReader
  let decoder: ArticleDecoder
  let published: CivilDay?
  let language: LanguageCode?
  let genre: TextGenre

  /// Answers every line of a file or of standard input (`-`), in order.
  func run(from file: String, jobs: Int) throws {
    _ = try LineFilter(jobs: jobs, answer: answer).run(from: file)
  }

  @Sendable
  private func answer(_ line: [UInt8], _ number: Int, _ json: inout JSONWriter) -> Bool {
    do throws(ArticleError) {
      let article = try decoder.datable(line: line)
      let given = article.language == .undetermined ? language : article.language
      let found = reader.read(
        article.text, published: published ?? article.publication.day, language: given, genre: genre)
      Self.write(found, of: article.text, id: article.id, to: &json)
      return true
    } catch {
      error.write(to: &json, line: number)
      return false
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
