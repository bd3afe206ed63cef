import CZlib
import CZstd
import Foundation
import Temporal
import TestSupport
import Testing
import Text
import Timeline

@testable import Extraction

/// Dumps: packed bytes, web archives, mailboxes.
@Suite struct DumpTests {
  static let lines = Array((0..<3000).map { "{\"text\":\"line \($0)\"}\n" }.joined().utf8)

  @Test(arguments: [1, 7, 1 << 18])
  func packedBytesComeBack(_ piece: Int) throws {
    let (front, back) = (Array(Self.lines[..<20_000]), Array(Self.lines[20_000...]))
    #expect(try Packed.expanded(Self.lines, by: piece) == Self.lines)
    #expect(try Packed.expanded(Packed.gzip(Self.lines), by: piece) == Self.lines)
    #expect(try Packed.expanded(Packed.zstandard(Self.lines), by: piece) == Self.lines)
    // Several members, with padding between them; several frames.
    #expect(try Packed.expanded(Packed.gzip(front) + [0, 0] + Packed.gzip(back), by: piece) == Self.lines)
    #expect(try Packed.expanded(Packed.zstandard(front) + Packed.zstandard(back), by: piece) == Self.lines)
    #expect(try Packed.expanded([], by: piece).isEmpty)
    #expect(try Packed.expanded([0x1F], by: piece) == [0x1F])
  }

  @Test func whatIsCutOffIsSaidAndTheFrontIsThere() throws {
    for packed in [Packed.gzip(Self.lines), Packed.zstandard(Self.lines)] {
      for length in [5, packed.count / 2, packed.count - 1] {
        var front: [UInt8] = []
        #expect(throws: ExpansionError.cutOff) {
          try Packed.expand(Array(packed[..<length]), by: 100) { front += $0 }
        }
        #expect(Self.lines.starts(with: front))
      }
    }
    var damaged = Packed.gzip(Self.lines)
    damaged.replaceSubrange(3000..<3100, with: [UInt8](repeating: 0xAA, count: 100))
    #expect(throws: ExpansionError.self) { try Packed.expanded(damaged, by: 1000) }
    #expect(throws: ExpansionError.damaged) { try Packed.expanded(Packed.gzip([65]) + Array("junk".utf8), by: 1000) }
  }

  @Test func bombsAreRefused() throws {
    let zeros = [UInt8](repeating: 0, count: 100 << 20)
    for packed in [Packed.gzip(zeros), Packed.zstandard(zeros)] {
      var count = 0
      #expect(throws: ExpansionError.bomb) { try Packed.expand(packed, by: 1000) { count += $0.count } }
      #expect(count <= ExpandedBytes.harmless + 1 << 18)
      #expect(throws: ExpansionError.packedTwice) { try Packed.expanded(Packed.gzip(packed), by: 1000) }
    }
  }

  @Test func recordsOfAWebArchive() throws {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=\"windows-1252\"\r\n\r\nCaf\u{E9}"
    let archive =
      Packed.record(["WARC-Type: warcinfo"], Array("software: x\r\n".utf8))
      + Packed.record(
        ["WARC-Type: response", "Content-Type: application/http; msgtype=response", "WARC-Target-URI: <http://a/b>"],
        page.unicodeScalars.map { UInt8($0.value) })
      + Array("debris\r\n\r\n".utf8)
      + Packed.record(["warc-type: conversion", "content-type: text/plain"], Array("Teks".utf8))
    var reader = WARCReader(BytesInMemory(archive + Array("WARC/1.0\r\nContent-Length: 50\r\n\r\nshort".utf8)))
    var records: [WARCRecord] = []
    while let record = try reader.next() { records.append(record) }
    #expect(records.map(\.isCut) == [false, false, false, true])
    #expect(try WebResponse(records[0]) == nil)
    let response = try #require(try WebResponse(records[1]))
    #expect(response.url == "http://a/b" && response.type == "text/plain" && response.charset == "windows-1252")
    #expect(response.body == Array("Caf".utf8) + [0xE9])
    let article = try #require(try Dumps.shared().article(response: response, place: "x"))
    #expect(article.text.string == "Café" && article.url == "http://a/b")
    #expect(try WebResponse(records[2])?.body == Array("Teks".utf8))
  }

  @Test func packedAndChunkedPages() throws {
    let body = Packed.gzip(Array("halo dunia".utf8))
    let chunked = Array("\(String(body.count, radix: 16));x=y\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)
    func response(_ status: String, _ body: [UInt8]) -> WARCRecord {
      let head = "HTTP/1.1 \(status)\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
      return WARCRecord(
        fields: ["warc-type": "response", "content-type": "application/http"], block: Array(head.utf8) + body,
        isCut: false)
    }
    #expect(try WebResponse(response("200 OK", chunked))?.body == Array("halo dunia".utf8))
    // Many an archive has joined the chunks already.
    #expect(try WebResponse(response("200 OK", body))?.body == Array("halo dunia".utf8))
    #expect(try WebResponse(response("301 Moved", chunked)) == nil)
    #expect(throws: ExpansionError.cutOff) { try WebResponse(response("200 OK", body.dropLast(9))) }
    let bomb = Packed.gzip([UInt8](repeating: 65, count: 100 << 20))
    #expect(throws: ExpansionError.bomb) { try WebResponse(response("200 OK", bomb)) }
  }

  @Test func messagesOfAMailbox() throws {
    let mailbox = """
      From a@b Mon Oct 28 10:00:00 2024
      From: =?utf-8?Q?Kabar_?= =?utf-8?Q?Linimasa?= <a@b>
      Subject: =?UTF-8?B?UGVyYW5n?= di
       =?iso-8859-1?q?Caf=E9?=
      Date: Mon, 28 Oct 2024 19:05:00 +0700
      Message-ID: <1@b>

      Satu =3D.
      >From dua.

      From c@d Mon Oct 28 10:00:00 2024
      Subject: dua
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="out;er"

      --out;er
      Content-Type: multipart/alternative; boundary=in

      --in
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+SFRNTDwvcD4=
      --in
      Content-Type: text/plain; charset=windows-1252
      Content-Transfer-Encoding: quoted-printable

      Pasukan di=
       Caf=E9.
      --in--
      --out;er
      Content-Disposition: attachment
      Content-Type: text/plain

      ikut
      --out;er--

      From e@f
      Content-Type: text/html
      Date: Mon, 28 Oct 1024 19:05:00 +0700

      <p>Satu &amp; dua</p><script>no</script><p>Tiga</p>

      From g@h
      Content-Type: image/png

      x
      """
    #expect(Mbox.begins(Array(mailbox.utf8)))
    #expect(!Mbox.begins(Array("From here on the war went on.\nAnd so on.".utf8)))
    var reader = MboxReader(BytesInMemory(Array(mailbox.utf8)))
    var articles: [Article?] = []
    while let message = try reader.next() {
      articles.append(try Dumps.shared().article(message: message, place: "m:\(articles.count + 1)"))
    }
    #expect(articles.count == 4)
    let first = try #require(articles[0])
    #expect(first.id == "1@b" && first.outlet == "Kabar Linimasa" && first.title == "Perang di Café")
    #expect(first.publication.day == CivilDay(iso: "2024-10-28"))
    #expect(first.text.string == "Satu =3D.\nFrom dua.\n\n")
    #expect(articles[1]?.text.string.trimmingCharacters(in: .whitespacesAndNewlines) == "Pasukan di Café.")
    #expect(articles[2]?.text.string == "Satu & dua\n\nTiga")
    #expect(articles[2]?.id == "m:3")
    #expect(articles[3] == nil)
  }

  @Test func deepAndEndlessMessagesEnd() {
    let deep = (0..<2000).map { "Content-Type: multipart/mixed; boundary=b\n\n--b\n\($0)" }.joined()
    #expect(MailMessage(Array(deep.utf8)).text.count < 200)
    let many =
      "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\nContent-Type: a/b\n\n", count: 100_000)
    #expect(MailMessage(Array(many.utf8)).text.isEmpty)
  }

  @Test func seedsOfTheFuzzerAreRead() throws {
    func bytes(_ name: String) throws -> [UInt8] {
      try Array(Data(contentsOf: Checkout.root.appendingPathComponent("Tests/Fuzz/dumps/\(name)")))
    }
    var mailbox = MboxReader(BytesInMemory(try bytes("mail.mbox")))
    var texts: [String?] = []
    while let message = try mailbox.next() {
      texts.append(try Dumps.shared().article(message: message, place: "x")?.text.string)
    }
    #expect(texts == ["Pasukan di Café.\n", "From dua.\n"])
    var archive = WARCReader(BytesInMemory(try bytes("web.warc")))
    texts = []
    while let record = try archive.next() {
      texts.append(
        try WebResponse(record).flatMap { try Dumps.shared().article(response: $0, place: "x")?.text.string })
    }
    #expect(texts == ["Satu", "Teks"])
    for name in ["two.gz", "two.zst"] {
      #expect(try Packed.expanded(try bytes(name), by: 5) == Array("Senin\nSelasa\n".utf8), "\(name)")
    }
  }

  @Test func daysThatCannotBeAreNotUsed() throws {
    let today = CivilDay(iso: "2024-10-28")
    for (day, isCredible) in [
      ("2024-10-28", true), ("2024-10-29", true), ("2024-10-30", false), ("1994-12-31", false), ("1995-01-01", true),
      ("0025-10-28", false),
    ] {
      let publication = Publication(day: CivilDay(iso: day), basis: .given, evidence: day)
      #expect(publication.isCredible(today: today) == isCredible, "\(day)")
      let used = publication.credible(today: today)
      #expect((used.day != nil) == isCredible && used.evidence == day)
    }
    #expect(Publication().isCredible(today: today))
  }
}

/// The reader of dumps, with the tables loaded once.
private enum Dumps {
  private static let loaded = Result {
    let dates = try DateReader(resources: Checkout.resources)
    return try DumpArticles(
      resources: Checkout.resources, dates: dates, decoder: ArticleDecoder(resources: Checkout.resources, dates: dates))
  }

  static func shared() throws -> DumpArticles { try loaded.get() }
}

/// Packs bytes, and has them unpacked.
enum Packed {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: bytes.count + 1000)
    var input = bytes
    let size = packed.count
    input.withUnsafeMutableBufferPointer { from in
      packed.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(size)
        _ = deflate(&stream, Z_FINISH)
      }
    }
    return Array(packed[..<(size - Int(stream.avail_out))])
  }

  static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = ZSTD_compress(&packed, packed.count, bytes, bytes.count, 3)
    return Array(packed[..<count])
  }

  static func record(_ fields: [String], _ block: [UInt8]) -> [UInt8] {
    let head = ["WARC/1.0"] + fields + ["Content-Length: \(block.count)"]
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// Unpacks bytes that come in pieces of some size.
  static func expand(_ bytes: [UInt8], by piece: Int, take: (ArraySlice<UInt8>) -> Void) throws {
    var rest = bytes[...]
    let expanded = ExpandedBytes { block in
      let count = min(piece, block.count, rest.count)
      block.replaceSubrange(0..<count, with: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try expanded.read(into: &block), count > 0 { take(block[..<count]) }
    #expect(expanded.consumed == bytes.count)
  }

  static func expanded(_ bytes: [UInt8], by piece: Int) throws -> [UInt8] {
    var result: [UInt8] = []
    try expand(bytes, by: piece) { result += $0 }
    return result
  }
}
