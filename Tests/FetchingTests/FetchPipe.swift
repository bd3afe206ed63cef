import Fetching
import Foundation
import TestSupport

/// `linimasa-fetch` between two pipes.
final class FetchPipe {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var reader = AnswerReader()
  private var nextID = 1

  /// Starts the program.
  init(environment: [String: String] = [:]) throws {
    process.executableURL = Checkout.program.deletingLastPathComponent().appendingPathComponent("linimasa-fetch")
    process.arguments = ["linimasa/uji"]
    process.environment = ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Sends a request and gives its number.
  @discardableResult
  func send(_ request: FetchRequest) throws -> Int {
    var request = request
    request.id = nextID
    nextID += 1
    try input.fileHandleForWriting.write(contentsOf: Data(Wire.line(request)))
    return request.id
  }

  /// Sends bytes as they are.
  func send(raw text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

  /// The next answer that ends a request, with the body that came before it; nil at the end of the output.
  func next() throws -> (answer: FetchAnswer, body: [UInt8])? {
    var bodies: [Int: [UInt8]] = [:]
    while true {
      while let (answer, bytes) = try reader.next() {
        if answer.data == nil { return (answer, bodies[answer.id] ?? []) }
        bodies[answer.id, default: []] += bytes
      }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      reader.append(data)
    }
  }

  /// One request and its answer.
  func fetch(_ url: String, _ change: (inout FetchRequest) -> Void = { _ in }) throws -> (
    answer: FetchAnswer, body: [UInt8]
  )? {
    var request = FetchRequest(id: 0, url: url, purpose: .feed, seconds: 20)
    change(&request)
    try send(request)
    return try next()
  }

  /// The most memory that the program has held so far, in kilobytes.
  func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? .max
  }
}
