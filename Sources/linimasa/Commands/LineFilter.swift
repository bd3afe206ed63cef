import Extraction
import Foundation
import Text

/// The loop of a filter: one line in, one line out, in order, on as many threads as it is given.
///
/// Lines are read in batches; of each batch the threads take a few lines at a time, so that a long one holds up no
/// other, and write their answers into a piece of memory that is used again. A batch is written when all of it is
/// answered: the flush comes at least every 64 lines, and memory does not grow with their number. A file does not wait
/// for its answers, so of a file more is read at once, and the threads wait for one another less often.
struct LineFilter {
  /// Answers a line (its bytes and its number, from 1) with one object; false where it is an error record.
  typealias Answer = @Sendable ([UInt8], Int, inout JSONWriter) -> Bool

  /// Threads that answer at once.
  let jobs: Int
  let answer: Answer

  private static let batch = 64
  private static let batchOfFile = 1024
  /// Lines that a thread takes at a time.
  private static let portion = 4

  /// Answers every line of a file or of standard input (`-`).
  ///
  /// - Returns: whether no line gave an error record.
  /// - Throws: `LineReader.Failure` where the file cannot be read, `StandardOutput.Failure` where nobody reads the output.
  func run(from path: String) throws -> Bool {
    var reader = try LineReader(path: path)
    let batch = reader.isFile ? Self.batchOfFile : Self.batch
    let portions = (0..<batch / Self.portion).map { _ in Portion() }
    var isClean = true
    var number = 1
    while true {
      let lines = try reader.lines(atMost: batch, longest: ArticleDecoder.longestLine)
      if lines.isEmpty { return isClean }
      let count = (lines.count + Self.portion - 1) / Self.portion
      let first = number
      each(count) { index in
        let start = index * Self.portion
        for line in start..<min(start + Self.portion, lines.count) {
          portions[index].add(lines[line], first + line, answer)
        }
      }
      number += lines.count
      for portion in portions[..<count] {
        try StandardOutput.write(portion.output)
        isClean = portion.reset() && isClean
      }
    }
  }

  /// Does the work of each number below `count`, every number once.
  private func each(_ count: Int, _ work: @Sendable (Int) -> Void) {
    if jobs <= 1 { return (0..<count).forEach(work) }
    let following = Counter()
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while let index = following.next(below: count) { work(index) }
    }
  }
}

/// The answers to a few lines. Only the thread that took them touches it, and the writer once all are done.
private final class Portion: @unchecked Sendable {
  private(set) var output: [UInt8] = []
  private var json = JSONWriter()
  private var isClean = true

  func add(_ line: [UInt8], _ number: Int, _ answer: LineFilter.Answer) {
    json.removeAll()
    if !answer(line, number, &json) { isClean = false }
    output += json.bytes
    output.append(10)
  }

  /// Empties it; tells whether it held no error record.
  func reset() -> Bool {
    defer { isClean = true }
    output.removeAll(keepingCapacity: true)
    return isClean
  }
}

/// Numbers that several threads take, each once.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var following = 0

  func next(below limit: Int) -> Int? {
    lock.withLock {
      guard following < limit else { return nil }
      defer { following += 1 }
      return following
    }
  }
}
