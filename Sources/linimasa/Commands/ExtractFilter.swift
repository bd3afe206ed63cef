import Extraction
import Text

/// The loop of `extract`: one article a line in, one line of events out.
struct ExtractFilter: Sendable {
  let extractor: EventExtractor
  let decoder: ArticleDecoder
  let program: String
  let resources: String

  /// Answers every line of a file or of standard input (`-`), in order; tells whether no line gave an error record.
  func run(from path: String, jobs: Int) throws -> Bool {
    try LineFilter(jobs: jobs, answer: answer).run(from: path)
  }

  @Sendable
  private func answer(_ line: [UInt8], _ number: Int, _ json: inout JSONWriter) -> Bool {
    do throws(ArticleError) {
      let article = try decoder.article(line: line)
      extractor.annotate(article).write(to: &json, program: program, resources: resources)
      return true
    } catch {
      error.write(to: &json, line: number)
      return false
    }
  }
}
