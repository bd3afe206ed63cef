import Extraction
import Foundation
import Text

/// The loop of a filter: one line in, one line out, in order, on as many threads as it is given.
///
/// Lines are read in batches; of each batch the threads take a few lines at a time, so that a long one holds up no
/// other. Whoever has answered the lines that are next in turn writes them: nothing waits for the end of its batch,
/// and memory does not grow with the number of lines. A file does not wait for its answers, so of a file more is read
/// at once, and the threads wait for one another less often.
struct LineFilter {
  /// Answers a line (its bytes and its number, from 1) with one object; false where it is an error record.
  typealias Answer = @Sendable ([UInt8], Int, inout JSONWriter) -> Bool

  /// Threads that answer at once.
  let jobs: Int
  let answer: Answer

  private static let batch = 64
  private static let batchOfFile = 256
  /// Lines that a thread takes at a time, and that are written at once.
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
      let queue = PortionQueue(portions[..<((lines.count + Self.portion - 1) / Self.portion)])
      let first = number
      onEveryThread {
        while let index = queue.take() {
          let start = index * Self.portion
          for line in start..<min(start + Self.portion, lines.count) {
            portions[index].add(lines[line], first + line, answer)
          }
          queue.finish(index)
        }
      }
      number += lines.count
      isClean = try queue.result() && isClean
    }
  }

  private func onEveryThread(_ work: @Sendable () -> Void) {
    if jobs <= 1 { return work() }
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in work() }
  }
}

/// The answers to a few lines. Only the thread that took them touches it, and the writer once all are there.
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

/// The portions of a batch: threads take each once, and hand it back to be written in its turn.
private final class PortionQueue: @unchecked Sendable {
  private let portions: ArraySlice<Portion>
  private let lock = NSLock()
  private var taken = 0
  private var written = 0
  private var isFinished: [Bool]
  private var isClean = true
  private var failure: StandardOutput.Failure?

  init(_ portions: ArraySlice<Portion>) {
    self.portions = portions
    isFinished = Array(repeating: false, count: portions.count)
  }

  /// The number of a portion that nobody has taken; nil where there is none or nobody reads the output.
  func take() -> Int? {
    lock.withLock {
      guard taken < portions.count, failure == nil else { return nil }
      defer { taken += 1 }
      return taken
    }
  }

  /// Writes the portion, and those behind it that waited for it, if all before it are written.
  func finish(_ index: Int) {
    lock.withLock {
      isFinished[index] = true
      while written < portions.count, isFinished[written], failure == nil {
        do throws(StandardOutput.Failure) {
          try StandardOutput.write(portions[written].output)
        } catch {
          failure = error
        }
        isClean = portions[written].reset() && isClean
        written += 1
      }
    }
  }

  /// Whether no answer was an error record.
  func result() throws(StandardOutput.Failure) -> Bool {
    if let failure { throw failure }
    return isClean
  }
}
