import CCurl
import Fetching
import Foundation

/// Answers requests from standard input on standard output until the input ends and every request is answered.
///
/// One thread, one `poll`: requests, sockets and deadlines. At most two requests at once go to one server, and sixteen
/// altogether. Bodies go out as they come in, so memory does not grow with them.
final class FetchLoop {
  private let multi: OpaquePointer
  private let agent: String
  private let certificates: String?
  private let input = InputLines()
  private var waiting: [Transfer] = []
  private var running: [OpaqueHandle: Transfer] = [:]
  private var busy: [String: Int] = [:]

  /// Connections to one server.
  private static let mostPerHost = 2
  /// Requests on their way at once.
  private static let mostAtOnce = 16

  /// A loop.
  ///
  /// - Parameters:
  ///   - agent: what the program calls itself.
  ///   - certificates: a file of certificates to trust instead of the system's.
  init?(agent: String, certificates: String?) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init() else { return nil }
    self.multi = OpaquePointer(multi)
    self.agent = agent
    self.certificates = certificates
  }

  private var handle: UnsafeMutableRawPointer { UnsafeMutableRawPointer(multi) }

  /// Runs to the end.
  func run() {
    while true {
      for line in input.lines() { accept(line) }
      start()
      var count: Int32 = 0
      curl_multi_perform(handle, &count)
      finish()
      giveUp()
      if input.isAtEnd, waiting.isEmpty, running.isEmpty { return }
      if waiting.contains(where: mayStart) { continue }
      wait()
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func accept(_ line: ArraySlice<UInt8>) {
    guard let request = Wire.value(FetchRequest.self, line), request.limit > 0, request.seconds > 0 else {
      return Output.write(FetchAnswer(id: -1, failed: .init(.malformed, "a request that is not understood")))
    }
    let transfer = Transfer(request, now: Self.now) { Output.write($0, $1) }
    if transfer.host == nil {
      Output.write(
        FetchAnswer(id: request.id, failed: .init(.address, "this is no address of the web: give http:// or https://")))
    } else {
      waiting.append(transfer)
    }
  }

  private func mayStart(_ transfer: Transfer) -> Bool {
    running.count < Self.mostAtOnce && (busy[transfer.host ?? ""] ?? 0) < Self.mostPerHost
  }

  private func start() {
    var left: [Transfer] = []
    for transfer in waiting {
      guard mayStart(transfer) else {
        left.append(transfer)
        continue
      }
      guard let easy = transfer.handle(now: Self.now, agent: agent, certificates: certificates) else {
        Output.write(FetchAnswer(id: transfer.request.id, failed: .init(.connection, "there is no memory left")))
        continue
      }
      running[easy] = transfer
      busy[transfer.host ?? "", default: 0] += 1
      curl_multi_add_handle(handle, easy.pointer)
    }
    waiting = left
  }

  private func finish() {
    var result = CURLE_OK
    while let done = linimasa_curl_done(handle, &result) {
      let easy = OpaqueHandle(done)
      guard let transfer = running[easy] else { continue }
      let host = transfer.host ?? ""
      let step = transfer.step(result, easy)
      remove(easy, host: host)
      switch step {
      case .again: waiting.append(transfer)
      case .end(let answer): Output.write(answer)
      }
    }
  }

  private func remove(_ easy: OpaqueHandle, host: String) {
    running[easy] = nil
    busy[host] = (busy[host] ?? 1) > 1 ? (busy[host] ?? 1) - 1 : nil
    curl_multi_remove_handle(handle, easy.pointer)
    curl_easy_cleanup(easy.pointer)
  }

  /// Ends what is late, on its way or still waiting for its turn.
  private func giveUp() {
    let now = Self.now
    for (easy, transfer) in running {
      guard let failure = transfer.lateness(at: now) else { continue }
      remove(easy, host: transfer.host ?? "")
      Output.write(FetchAnswer(id: transfer.request.id, failed: failure))
    }
    waiting.removeAll { transfer in
      guard let failure = transfer.lateness(at: now) else { return false }
      Output.write(FetchAnswer(id: transfer.request.id, failed: failure))
      return true
    }
  }

  /// Waits for bytes, a request, or the next deadline.
  private func wait() {
    let now = Self.now
    let next = (running.values.map { min($0.deadline, $0.headDeadline) } + waiting.map(\.deadline)).min() ?? now + 1
    let milliseconds = Int32(max(1, min(1000, (next - now) * 1000)))
    var descriptor = curl_waitfd(fd: STDIN_FILENO, events: Int16(CURL_WAIT_POLLIN), revents: 0)
    var count: Int32 = 0
    curl_multi_poll(handle, &descriptor, input.isAtEnd ? 0 : 1, milliseconds, &count)
  }
}
