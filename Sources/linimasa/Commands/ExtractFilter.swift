import Extraction
import Foundation
import Text
import Timeline

/// The filter's loop: reads lines by batches, answers each with one line, in order, and flushes after each batch.
struct ExtractFilter: Sendable {
  let extractor: EventExtractor
  let decoder: ArticleDecoder
  let program: String
  let resources: String

  /// Lines that are read before any is answered: the flush comes at least this often.
  private static let batch = 64

  /// Answers every line of a file or of standard input (`-`).
  ///
  /// - Returns: whether no line gave an error record.
  /// - Throws: `LineReader.Failure` where the file cannot be read, `LineWriter.Failure` where nobody reads the output.
  func run(from path: String, jobs: Int) throws -> Bool {
    var reader = try LineReader(path: path)
    var isClean = true
    var number = 1
    while true {
      let lines = try reader.lines(atMost: Self.batch, longest: ArticleDecoder.longestLine)
      if lines.isEmpty { return isClean }
      let answers = answer(lines, from: number, jobs: jobs)
      number += lines.count
      var output: [UInt8] = []
      for answer in answers {
        output += answer.line
        output.append(10)
        if !answer.isClean { isClean = false }
      }
      try StandardOutput.write(output)
    }
  }

  struct Answer: Sendable {
    let line: [UInt8]
    let isClean: Bool
  }

  private func answer(_ lines: [[UInt8]], from number: Int, jobs: Int) -> [Answer] {
    if jobs == 1 { return lines.enumerated().map { answer($1, number + $0) } }
    let answers = AnswerSlots(count: lines.count)
    DispatchQueue.concurrentPerform(iterations: min(jobs, lines.count)) { worker in
      while let index = answers.next() { answers.set(index, answer(lines[index], number + index)) }
      _ = worker
    }
    return answers.all
  }

  /// The line that answers one line.
  func answer(_ line: [UInt8], _ number: Int) -> Answer {
    var json = JSONWriter()
    do throws(ArticleError) {
      let article = try decoder.article(line: line)
      extractor.annotate(article).write(to: &json, program: program, resources: resources)
      return Answer(line: json.bytes, isClean: true)
    } catch {
      json = JSONWriter()
      error.write(to: &json, line: number)
      return Answer(line: json.bytes, isClean: false)
    }
  }
}

/// Answers that several threads fill, each line taken by one of them.
private final class AnswerSlots: @unchecked Sendable {
  private let lock = NSLock()
  private var following = 0
  private var slots: [ExtractFilter.Answer]

  init(count: Int) { slots = Array(repeating: ExtractFilter.Answer(line: [], isClean: true), count: count) }

  func next() -> Int? {
    lock.withLock {
      guard following < slots.count else { return nil }
      following += 1
      return following - 1
    }
  }

  func set(_ index: Int, _ answer: ExtractFilter.Answer) { lock.withLock { slots[index] = answer } }

  var all: [ExtractFilter.Answer] { lock.withLock { slots } }
}
