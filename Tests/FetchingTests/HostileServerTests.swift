import Fetching
import TestSupport
import Testing

/// The network process against a server that does what servers should not. Every test ends by itself: where a limit
/// did not hold, the answer would never come.
@Suite(
  .enabled(if: LoopbackServer.isThere, "python3 is not installed: the hostile server cannot run"),
  .timeLimit(.minutes(2)))
struct HostileServerTests {
  private let server: LoopbackServer
  private let pipe: FetchPipe

  init() throws {
    server = try LoopbackServer()
    pipe = try FetchPipe()
  }

  @Test(arguments: [
    ("drip", FetchFailure.Kind.slow), ("drip-head", .slow), ("silent", .slow), ("endless", .long), ("large", .long),
    ("bomb", .long), ("error-page", .long), ("loop", .redirect), ("hops/6", .redirect), ("nowhere", .redirect),
    ("cut", .cutOff), ("cut-chunk", .cutOff), ("no-http", .malformed), ("empty", .connection), ("bad-gzip", .malformed),
    ("head-bomb", .malformed), ("continues", .malformed), ("picture", .type), ("negative-length", .malformed),
  ])
  func itsTricksFail(_ path: String, _ kind: FetchFailure.Kind) throws {
    let found = try pipe.fetch("\(server.base)/\(path)") { request in
      request.seconds = 2
      request.headSeconds = 1
    }
    #expect(found?.answer.failed?.kind == kind, "\(path): \(String(describing: found?.answer))")
    #expect(try pipe.peakMemory() < 64 << 10)
    // The process lives on and serves the next.
    #expect(try pipe.fetch("\(server.base)/feed")?.answer.done?.status == 200)
  }

  @Test func aLineOfTheHeadWithoutEndFails() throws {
    #expect(try pipe.fetch("\(server.base)/head-line")?.answer.failed != nil)
    #expect(try pipe.peakMemory() < 64 << 10)
  }

  @Test(arguments: [
    ("file:///etc/passwd", FetchFailure.Kind.redirect), ("gopher://127.0.0.1/", .redirect), ("javascript:1", .redirect),
    ("ftp://127.0.0.1/", .redirect), ("http://169.254.169.254/latest/meta-data/", .refused),
    ("http://10.0.0.1/", .refused), ("http://192.168.0.1/", .refused), ("http://[fe80::1]/", .refused),
    ("http://[::ffff:10.0.0.1]/", .refused), ("http://0xA9FEA9FE/", .refused), ("http://2852039166/", .refused),
  ])
  func redirectsLeadNoFurtherInside(_ target: String, _ kind: FetchFailure.Kind) throws {
    let found = try pipe.fetch("\(server.base)/to?\(target)")
    #expect(found?.answer.failed?.kind == kind, "\(target): \(String(describing: found?.answer))")
  }

  @Test(arguments: [
    "http://127.0.0.1:1/", "http://127.1/", "http://0/", "http://[::1]/", "http://localhost/", "http://10.0.0.1/",
  ])
  func whatComesFromOutsideDoesNotLeadInside(_ url: String) throws {
    let found = try pipe.fetch(url) { $0.reach = .public }
    #expect(found?.answer.failed?.kind == .refused, "\(String(describing: found?.answer))")
  }

  @Test func aConnectionThatIsOpenIsCheckedToo() throws {
    #expect(try pipe.fetch("\(server.base)/feed")?.answer.done?.reach == .loopback)
    let again = try pipe.fetch("\(server.base)/feed") { $0.reach = .public }
    #expect(again?.answer.failed?.kind == .refused)
    #expect(try server.log().filter { $0.path == "/feed" }.count == 1)
  }

  @Test(arguments: ["file:///etc/passwd", "", "exec:ls", "http://", "ftp://127.0.0.1/", "//127.0.0.1/", "http:///x"])
  func onlyTheWebIsFetched(_ url: String) throws {
    #expect(try pipe.fetch(url)?.answer.failed?.kind == .address)
  }

  @Test func redirectsAreFollowedAndToldOf() throws {
    let moved = try pipe.fetch("\(server.base)/moved")
    #expect(moved?.answer.done?.url == "\(server.base)/feed" && moved?.answer.done?.isMoved == true)
    for path in ["see-other", "hops/4"] {
      let found = try pipe.fetch("\(server.base)/\(path)")
      #expect(found?.answer.done?.status == 200 && found?.answer.done?.isMoved == false, "\(path)")
    }
  }

  @Test func whatAServerSaysGoesBackByteForByte() throws {
    let first = try #require(try pipe.fetch("\(server.base)/conditional")?.answer.done)
    #expect(first.etag == "W/\"a\u{FF}'b\"" && first.modified == "Mon, 28 Oct 2024 00:00:00 GMT")
    let second = try pipe.fetch("\(server.base)/conditional") { request in
      (request.etag, request.modified) = (first.etag, first.modified)
    }
    #expect(
      second?.answer.done?.status == 304 && second?.answer.done?.etag == "\"baru\"" && second?.body.isEmpty == true)
    let headers = try #require(try server.log().last { $0.path == "/conditional" }?.headers)
    #expect(headers["If-None-Match"] == "W/\"a\u{FF}'b\"")
    #expect(headers["If-Modified-Since"] == "Mon, 28 Oct 2024 00:00:00 GMT")
    #expect(headers["User-Agent"] == "linimasa/uji")
  }

  @Test func controlCharactersGoNowhere() throws {
    let tag = try pipe.fetch("\(server.base)/escape-tag")
    #expect(tag?.answer.done?.status == 200 && tag?.answer.done?.etag == nil)
    for path in ["escapes", "escape-redirect"] {
      let found = try #require(try pipe.fetch("\(server.base)/\(path)"))
      #expect(!Wire.line(found.answer).contains(0x1B), "\(path)")
    }
    // A validator that would make a header of its own is not sent.
    _ = try pipe.fetch("\(server.base)/feed") { $0.etag = "x\r\nX-Injected: 1" }
    #expect(try server.log().last { $0.path == "/feed" }?.headers["X-Injected"] == nil)
  }

  @Test func waitsAreToldInSeconds() throws {
    #expect(try pipe.fetch("\(server.base)/too-many")?.answer.done?.retryAfter == 120)
    let overloaded = try #require(try pipe.fetch("\(server.base)/overloaded")?.answer.done)
    #expect(overloaded.status == 503 && overloaded.retryAfter == 366 * 86_400)
  }

  @Test func aBodyThatIsLongerThanItsLengthEndsThere() throws {
    #expect(try pipe.fetch("\(server.base)/short-length")?.body.count == 700)
  }

  @Test func compressedBodiesAreRead() throws {
    #expect(try pipe.fetch("\(server.base)/gzipped")?.body == pipe.fetch("\(server.base)/feed")?.body)
  }

  @Test func oneServerGetsTwoRequestsAtOnce() throws {
    for number in 0..<20 { try pipe.send(FetchRequest(id: 0, url: "\(server.base)/page/\(number)", purpose: .page)) }
    for _ in 0..<20 { #expect(try pipe.next()?.answer.done?.status == 200) }
    #expect(try server.lines(at: "/most").first.flatMap(Int.init).map { $0 <= 2 && $0 > 0 } == true)
  }

  @Test func noProxyStandsBetween() throws {
    let pipe = try FetchPipe(environment: ["http_proxy": "http://127.0.0.1:1/", "ALL_PROXY": "http://127.0.0.1:1/"])
    #expect(try pipe.fetch("\(server.base)/feed")?.answer.done?.status == 200)
  }

  @Test(arguments: ["\n", "{}\n", "bukan\n", "{\"id\":1}\n", "{\"id\":1,\"url\":5}\n"])
  func requestsThatAreNoneAreAnswered(_ line: String) throws {
    try pipe.send(raw: line)
    if line != "\n" { #expect(try pipe.next()?.answer.failed?.kind == .malformed) }
    #expect(try pipe.fetch("\(server.base)/feed")?.answer.done?.status == 200)
  }
}
