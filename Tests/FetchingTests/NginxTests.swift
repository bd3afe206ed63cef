import Fetching
import Foundation
import TestSupport
import Testing

/// The network process against a real server: nginx with TLS, HTTP/2, compression and conditional requests.
@Suite(
  .enabled(if: Nginx.isThere, "nginx and openssl are not both installed (apt-get install nginx-light openssl)"),
  .timeLimit(.minutes(2)))
struct NginxTests {
  private let nginx: Nginx

  init() throws { nginx = try Nginx() }

  private func pipe() throws -> FetchPipe { try FetchPipe(environment: ["SSL_CERT_FILE": nginx.certificate]) }

  @Test func http2WithCompressionAndConditions() throws {
    let pipe = try pipe()
    let first = try #require(try pipe.fetch("\(nginx.secure)/feed.xml"))
    let head = try #require(first.answer.done, "\(first.answer)")
    #expect(head.status == 200 && head.version == 2 && first.body == Array(Nginx.feed.utf8))
    let second = try pipe.fetch("\(nginx.secure)/feed.xml") { ($0.etag, $0.modified) = (head.etag, head.modified) }
    #expect(second?.answer.done?.status == 304 && second?.body.isEmpty == true)
  }

  @Test func manyRequestsOverConnectionsThatTheServerCloses() throws {
    // nginx ends a connection after three requests here.
    let pipe = try pipe()
    for base in [nginx.secure, nginx.plain] {
      for _ in 0..<30 { try pipe.send(FetchRequest(id: 0, url: "\(base)/feed.xml", purpose: .feed)) }
      for _ in 0..<30 { #expect(try pipe.next()?.answer.done?.status == 200) }
    }
  }

  @Test func seeOtherOverHTTP2() throws {
    let pipe = try pipe()
    for _ in 0..<20 { try pipe.send(FetchRequest(id: 0, url: "\(nginx.secure)/other", purpose: .feed)) }
    for _ in 0..<20 { #expect(try pipe.next()?.answer.done?.url == "\(nginx.secure)/feed.xml") }
  }

  @Test func redirectsFromSecureToPlainAreNotFollowed() throws {
    let found = try pipe().fetch("\(nginx.secure)/down")
    #expect(found?.answer.failed?.kind == .redirect)
    #expect(try pipe().fetch("\(nginx.plain)/up")?.answer.done?.url == "\(nginx.secure)/feed.xml")
  }

  @Test func aServerThatCannotProveWhoItIsIsRefused() throws {
    let found = try FetchPipe().fetch("\(nginx.secure)/feed.xml")
    #expect(found?.answer.failed?.kind == .certificate, "\(String(describing: found?.answer))")
  }

  @Test func whatIsNotThereHasNoBody() throws {
    let found = try pipe().fetch("\(nginx.secure)/none")
    #expect(found?.answer.done?.status == 404 && found?.body.isEmpty == true)
  }
}

/// nginx on two free ports of 127.0.0.1, with a folder of its own; it ends with this object.
final class Nginx {
  /// What is at `/feed.xml`.
  static let feed =
    "<rss version=\"2.0\"><channel><title>Kabar</title></channel></rss>" + String(repeating: " ", count: 5000)

  private static let program = ["/usr/sbin/nginx", "/usr/bin/nginx"].first(where: FileManager.default.isExecutableFile)

  /// Whether it can be run here.
  static let isThere = program != nil && Consumer.has("openssl") && Consumer.has("python3")

  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nginx-\(UUID())")
  private let process = Process()
  /// Where it is with TLS, and without.
  let secure: String
  let plain: String
  /// The certificate to trust.
  let certificate: String

  struct Failure: Error, CustomStringConvertible { let description: String }

  init() throws {
    let ports = Consumer.runPython(
      "import socket\ns=[socket.socket() for _ in 'ab']\n[x.bind(('127.0.0.1',0)) for x in s]\nprint(*[x.getsockname()[1] for x in s])",
      input: ""
    ).output.split { $0 == " " || $0 == "\n" }.map(String.init)
    guard ports.count == 2, let program = Self.program else { throw Failure(description: "no ports") }
    secure = "https://localhost:\(ports[0])"
    plain = "http://localhost:\(ports[1])"
    certificate = folder.appendingPathComponent("cert.pem").path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.feed.write(to: folder.appendingPathComponent("feed.xml"), atomically: false, encoding: .utf8)
    let made = Consumer.run(
      "/usr/bin/env",
      [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
        "subjectAltName=DNS:localhost", "-keyout", "\(folder.path)/key.pem", "-out", certificate,
      ], input: "")
    guard made.status == 0 else { throw Failure(description: made.errors) }
    let file = folder.appendingPathComponent("nginx.conf")
    try configuration(ports).write(to: file, atomically: false, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-p", folder.path, "-c", file.path, "-e", "\(folder.path)/error.log"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    try waitUntilItListens(ports[1])
  }

  deinit {
    // SIGTERM may be blocked where the test runs, and so in its children.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private func waitUntilItListens(_ port: String) throws {
    let script = """
      import socket, time
      for _ in range(200):
          try:
              socket.create_connection(('127.0.0.1', \(port))).close()
              break
          except OSError:
              time.sleep(0.02)
      else:
          raise SystemExit(1)
      """
    guard Consumer.runPython(script, input: "").status == 0 else {
      let log = try? String(contentsOf: folder.appendingPathComponent("error.log"), encoding: .utf8)
      throw Failure(description: log ?? "nginx does not listen")
    }
  }

  private func configuration(_ ports: [String]) -> String {
    """
    daemon off;
    master_process off;
    pid \(folder.path)/pid;
    events { worker_connections 64; }
    http {
      access_log off;
      client_body_temp_path \(folder.path)/t1; proxy_temp_path \(folder.path)/t2; fastcgi_temp_path \(folder.path)/t3;
      uwsgi_temp_path \(folder.path)/t4; scgi_temp_path \(folder.path)/t5;
      types { application/rss+xml xml; }
      gzip on; gzip_types application/rss+xml; gzip_min_length 100;
      keepalive_requests 3;
      ssl_certificate \(folder.path)/cert.pem; ssl_certificate_key \(folder.path)/key.pem;
      server {
        listen 127.0.0.1:\(ports[0]) ssl http2; server_name localhost; root \(folder.path);
        location /other { return 303 /feed.xml; }
        location /down { return 302 \(plain)/feed.xml; }
      }
      server {
        listen 127.0.0.1:\(ports[1]); server_name localhost; root \(folder.path);
        location /up { return 301 \(secure)/feed.xml; }
      }
    }
    """
  }
}
