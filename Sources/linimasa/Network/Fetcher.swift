import Fetching
import Foundation
import Glibc

/// What was fetched.
struct FetchedDocument: Sendable {
  /// What the server said of it.
  let head: FetchHead
  /// The body; empty unless the status is 200.
  let body: [UInt8]

  /// The encoding that `Content-Type` names.
  var charset: String? {
    guard let type = head.type, let start = type.range(of: "charset=", options: .caseInsensitive)?.upperBound else {
      return nil
    }
    return String(type[start...].drop { $0 == "\"" }.prefix { $0 != ";" && $0 != "\"" && $0 != " " })
  }
}

/// The other end of `linimasa-fetch`: requests go in, answers come out in the order in which they are ready.
///
/// The program is started with the first request and ends with this object. To one server go two requests at once, to
/// all together sixteen; the rest wait here, where they can still be withdrawn.
final class Fetcher {
  /// A request and what came of it.
  typealias Answer = (request: FetchRequest, result: Result<FetchedDocument, FetchFailure>)

  private var process: Process?
  private var socket: Int32 = -1
  private let answers = AnswerQueue()
  private var waiting: [FetchRequest] = []
  private var sent: [Int: FetchRequest] = [:]
  private var nextID = 1

  private static let mostPerHost = 2
  private static let mostAtOnce = 16

  deinit { close() }

  /// Whether any request is still to be answered.
  var isBusy: Bool { !waiting.isEmpty || !sent.isEmpty }

  /// Asks for a document.
  ///
  /// - Returns: the request's number.
  @discardableResult
  func send(_ request: FetchRequest) -> Int {
    var request = request
    request.id = nextID
    nextID += 1
    waiting.append(request)
    return request.id
  }

  /// Takes back the requests to a server that are not on their way yet.
  func withdraw(host: String) -> [FetchRequest] {
    let withdrawn = waiting.filter { Self.host(of: $0.url) == host }
    waiting.removeAll { Self.host(of: $0.url) == host }
    return withdrawn
  }

  /// The next answer, awaited; nil where nothing is asked for.
  func next() -> Answer? {
    if !isBusy { return nil }
    do throws(FetchFailure) {
      try start()
      try sendWaiting()
      let (id, result) = try answers.next()
      guard let request = sent.removeValue(forKey: id) else { return next() }
      return (request, result)
    } catch {
      // Without the program every request fails, each by itself.
      close()
      guard let request = sent.popFirst()?.value ?? waiting.popLast() else { return nil }
      return (request, .failure(error))
    }
  }

  /// The server of an address, in small letters, with its port where that is written.
  static func host(of url: String) -> String {
    guard let parts = URLComponents(string: url), let host = parts.host?.lowercased() else { return "" }
    return parts.port.map { "\(host):\($0)" } ?? host
  }

  private func sendWaiting() throws(FetchFailure) {
    var busy: [String: Int] = [:]
    for request in sent.values { busy[Self.host(of: request.url), default: 0] += 1 }
    var left: [FetchRequest] = []
    for request in waiting {
      let host = Self.host(of: request.url)
      guard sent.count < Self.mostAtOnce, busy[host, default: 0] < Self.mostPerHost else {
        left.append(request)
        continue
      }
      busy[host, default: 0] += 1
      sent[request.id] = request
      try write(Wire.line(request))
    }
    waiting = left
  }

  private func write(_ bytes: [UInt8]) throws(FetchFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress.map { $0 + done }, bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { done += count } else if errno != EINTR { throw Self.gone }
    }
  }

  private static let gone = FetchFailure(.connection, "linimasa-fetch ended without an answer: try again")

  // MARK: The program

  private func start() throws(FetchFailure) {
    guard process == nil else { return }
    guard let program = Self.program else {
      throw FetchFailure(.connection, "linimasa-fetch is not there: it belongs beside linimasa; install it again")
    }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw Self.gone
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = ["\(ProgramVersion.generator.replacing(" ", with: "/"))"]
    process.standardInput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    process.standardOutput = output
    do { try process.run() } catch {
      Glibc.close(ends[0])
      throw FetchFailure(.connection, "\(program.path) cannot be started: \(error.localizedDescription)")
    }
    self.process = process
    socket = ends[0]
    answers.read(output.fileHandleForReading)
  }

  private static var program: URL? {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("linimasa-fetch")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : nil
  }

  private func close() {
    if socket >= 0 { Glibc.close(socket) }
    socket = -1
    if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
