import CCurl
import Fetching
import Foundation

/// One request on its way: the redirects behind it, and the answer that is coming in.
///
/// libcurl calls it through its callbacks; all of them run on the one thread of the loop.
final class Transfer {
  let request: FetchRequest
  /// Where the request goes now.
  private(set) var url: String
  /// How far it may go; each answer narrows it to where that answer came from.
  private(set) var reach: NetworkReach
  /// Where the server of this hop lies.
  private(set) var place: NetworkReach = .special
  /// When all of it must have ended, in seconds of the loop's clock.
  let deadline: Double
  /// When the head of this hop must be there.
  private(set) var headDeadline = Double.infinity
  /// Why it is given up, where libcurl cannot know.
  var failure: FetchFailure?

  private var hops = 0
  private var hasOnlyPermanentHops = true
  private var received = 0
  private var head = ResponseHead()
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let send: (FetchAnswer, UnsafeRawBufferPointer) -> Void

  private static let mostHops = 5

  /// A request that begins now.
  init(_ request: FetchRequest, now: Double, send: @escaping (FetchAnswer, UnsafeRawBufferPointer) -> Void) {
    self.request = request
    self.send = send
    url = request.url
    reach = request.reach
    deadline = now + request.seconds
  }

  deinit { curl_slist_free_all(headers) }

  /// The server, to which only so many requests go at once; nil where the address is none of the web.
  var host: String? {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
      scheme == "http" || scheme == "https", let host = parts.host, !host.isEmpty
    else { return nil }
    return "\(host.lowercased()):\(parts.port ?? (scheme == "http" ? 80 : 443))"
  }

  /// A handle for this hop; nil without memory.
  func handle(now: Double, agent: String, certificates: String?) -> OpaqueHandle? {
    guard let handle = curl_easy_init() else { return nil }
    headDeadline = now + request.headSeconds
    head = ResponseHead()
    place = .special
    let own = Unmanaged.passUnretained(self).toOpaque()
    linimasa_curl_set_pointer(handle, CURLOPT_PRIVATE, own)
    linimasa_curl_set_text(handle, CURLOPT_URL, url)
    linimasa_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    linimasa_curl_set_text(handle, CURLOPT_USERAGENT, agent)
    linimasa_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
    // Neither the environment nor anybody else puts a proxy between this program and the address it checks.
    linimasa_curl_set_text(handle, CURLOPT_PROXY, "")
    linimasa_curl_set_text(handle, CURLOPT_NOPROXY, "*")
    if let certificates { linimasa_curl_set_text(handle, CURLOPT_CAINFO, certificates) }
    linimasa_curl_set(handle, CURLOPT_NOSIGNAL, 1)
    linimasa_curl_set(handle, CURLOPT_FOLLOWLOCATION, 0)
    linimasa_curl_set(handle, CURLOPT_QUICK_EXIT, 1)
    linimasa_curl_set(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(request.connectSeconds * 1000))
    setHeaders(handle)
    linimasa_curl_set_pointer(handle, CURLOPT_WRITEDATA, own)
    linimasa_curl_set_receive(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, own in
      Transfer.of(own)?.receive(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
    linimasa_curl_set_pointer(handle, CURLOPT_HEADERDATA, own)
    linimasa_curl_set_receive(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, own in
      Transfer.of(own)?.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
    linimasa_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, own)
    linimasa_curl_set_open(handle) { own, _, address in
      guard let address, let transfer = Transfer.of(own) else { return -1 }
      return transfer.socket(for: address)
    }
    linimasa_curl_set_pointer(handle, CURLOPT_PREREQDATA, own)
    linimasa_curl_set_before(handle) { own, address, _, _, _ in
      // A connection that another request opened is checked too before this one uses it.
      guard let address, let transfer = Transfer.of(own), transfer.mayGo(to: String(cString: address)) else { return 1 }
      return 0
    }
    return OpaqueHandle(handle)
  }

  private static func of(_ own: UnsafeMutableRawPointer?) -> Transfer? {
    own.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The transfer of a handle.
  static func of(handle: OpaqueHandle) -> Transfer? { of(linimasa_curl_owner(handle.pointer)) }

  private func setHeaders(_ handle: UnsafeMutableRawPointer) {
    curl_slist_free_all(headers)
    headers = nil
    let accepted =
      switch request.purpose {
      case .feed:
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
          + "*/*;q=0.1"
      case .page: "text/html, application/xhtml+xml, */*;q=0.1"
      }
    add("Accept: \(accepted)")
    // A copy belongs to the address that was asked, wherever that leads to.
    if let etag = request.etag.flatMap(HeaderText.bytes) { add(Array("If-None-Match: ".utf8) + etag) }
    if let modified = request.modified.flatMap(HeaderText.bytes) { add(Array("If-Modified-Since: ".utf8) + modified) }
    linimasa_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
  }

  private func add(_ header: String) { add(Array(header.utf8)) }

  private func add(_ header: [UInt8]) {
    let text = header.map { CChar(bitPattern: $0) } + [0]
    headers = curl_slist_append(headers, text)
  }

  // MARK: What libcurl tells

  private func socket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let (family, length) = (address.pointee.family, Int(address.pointee.addrlen))
    let bytes = withUnsafeBytes(of: &address.pointee.addr) { Array($0.prefix(length)) }
    guard mayGo(to: SocketAddress.reach(family: family, bytes: bytes)) else { return -1 }
    return Glibc.socket(family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
  }

  private func mayGo(to address: String) -> Bool { mayGo(to: SocketAddress.reach(address)) }

  private func mayGo(to place: NetworkReach) -> Bool {
    self.place = place
    guard !reach.allows(place) else { return true }
    failure = FetchFailure(
      .refused,
      "\(HeaderText.host(url)) is a \(place.rawValue) address: a link or redirect from outside may not lead there")
    return false
  }

  private func receive(header line: UnsafeRawBufferPointer) -> Int {
    do throws(FetchFailure) {
      let isWhole = try head.take(line)
      if isWhole, head.status >= 200 {
        headDeadline = .infinity
        if head.status == 200 { try head.check(limit: request.limit) }
      }
      return line.count
    } catch {
      failure = error
      return -1
    }
  }

  private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    // What is said with a redirect or an error is not read, but counted: it may be endless.
    received += bytes.count
    if received > request.limit {
      failure = FetchFailure(.long, "the answer is longer than \(request.limit >> 10) KB")
      return 0
    }
    if head.status == 200 { send(FetchAnswer(id: request.id, data: bytes.count), bytes) }
    return bytes.count
  }

  // MARK: What comes next

  /// What a finished hop leads to.
  enum Step {
    /// Another hop.
    case again
    /// The end.
    case end(FetchAnswer)
  }

  /// Decides after a hop.
  func step(_ result: CURLcode, _ handle: OpaqueHandle) -> Step {
    if let failure { return fail(failure) }
    guard result == CURLE_OK else { return fail(TransferFault.failure(result, host: HeaderText.host(url))) }
    reach = place
    let status = Int(linimasa_curl_number(handle.pointer, CURLINFO_RESPONSE_CODE))
    if [301, 302, 303, 307, 308].contains(status) {
      return follow(linimasa_curl_text(handle.pointer, CURLINFO_REDIRECT_URL).map { String(cString: $0) }, status)
    }
    var done = FetchHead(
      status: status, url: url, reach: place,
      version: linimasa_curl_number(handle.pointer, CURLINFO_HTTP_VERSION) == CURL_HTTP_VERSION_2_0 ? 2 : 1)
    done.isMoved = hops > 0 && hasOnlyPermanentHops
    done.type = head.type
    if status == 200 || status == 304 { (done.etag, done.modified) = (head.etag, head.modified) }
    let wait = linimasa_curl_count(handle.pointer, CURLINFO_RETRY_AFTER)
    if wait > 0 { done.retryAfter = Int(min(wait, 366 * 86_400)) }
    return .end(FetchAnswer(id: request.id, done: done))
  }

  private func follow(_ target: String?, _ status: Int) -> Step {
    guard let target else {
      return fail(.init(.redirect, "\(HeaderText.host(url)) redirects to no address of the web"))
    }
    hops += 1
    if hops > Self.mostHops { return fail(.init(.redirect, "more than \(Self.mostHops) redirects")) }
    let wasSecure = url.lowercased().hasPrefix("https:")
    url = target
    received = 0
    if status != 301 && status != 308 { hasOnlyPermanentHops = false }
    if host == nil {
      return fail(
        .init(.redirect, "a redirect to \(String(target.prefix(60))) is not followed: only http and https are"))
    }
    if wasSecure, target.lowercased().hasPrefix("http:") {
      return fail(.init(.redirect, "a redirect from https to http is not followed"))
    }
    return .again
  }

  /// Ends it with a failure.
  func fail(_ failure: FetchFailure) -> Step { .end(FetchAnswer(id: request.id, failed: failure)) }

  /// Why it has taken too long by now; nil where it has not.
  func lateness(at now: Double) -> FetchFailure? {
    if now >= deadline { return FetchFailure(.slow, "not done within \(Self.seconds(request.seconds))") }
    if now >= headDeadline { return FetchFailure(.slow, "no answer within \(Self.seconds(request.headSeconds))") }
    return nil
  }

  private static func seconds(_ value: Double) -> String { "\(Int(value.rounded(.up))) s" }
}

/// A handle of libcurl, as a key.
struct OpaqueHandle: Hashable {
  let pointer: UnsafeMutableRawPointer

  init(_ pointer: UnsafeMutableRawPointer) { self.pointer = pointer }
}
