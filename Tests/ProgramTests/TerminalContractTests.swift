import Foundation
import TestSupport
import Testing
import Timeline

@testable import linimasa

/// What the program promises to every terminal, in a real one. Where each clause stands:
///
/// | clause | test |
/// |---|---|
/// | hostile bytes in an article (C0, C1 raw and encoded, DEL, OSC, DCS, APC, bidi, zero-width, tags) | `hostileArticles` |
/// | malformed UTF-8 and the same attacks in the library's file | `hostileLibrary` |
/// | a line of a megabyte | `aLineOfAMegabyte` |
/// | plain commands and exports on a terminal | `plainCommandsPrintNoEscape` |
/// | errors that name what is hostile, and what is printed after the end | `errorsPrintNoEscape` |
/// | one function makes visible; width by cluster; no cluster over the edge | `GridTests` |
/// | resize while drawing, 1×1, 20×5 | `resizesWhileDrawing`, `ReaderProgramTests.followsEverySize` |
/// | no draw outside, 100,000 keys and sizes | `RandomWalkTests` |
/// | TERM dumb, unknown, empty: one line, 2, before any data is read | `poorTerminalsAreToldBeforeReading` |
/// | TERM=vt100, linux, screen: works | `worksOnOldTerminals` |
/// | INT, QUIT, TERM, HUP and their exit statuses | `ReaderProgramTests.signalsGiveTheTerminalBack` |
/// | terminal vanishes: HUP sent, HUP ignored, nothing sent; EIO | `endsWithTheTerminal` |
/// | `^Z` gives it back, `fg` draws anew, termios as before | `suspendsAndComesBack` |
/// | NO_COLOR | `ReaderProgramTests.noColorMeansNone` |
/// | no question to the terminal, at the start or ever | `asksTheTerminalNothing` |
/// | LC_ALL=C | `ReaderProgramTests.asciiWhereTheLocaleHasNoMore` |
/// | OSC 8 for http and https only, percent-encoded | `linksAreOfTheWebOnly`, `addressesAreEncoded` |
/// | OSC 52, opt-out, `LINIMASA_COPY` | `HandingOnTests.copies…` |
/// | an address is opened without a shell, its scheme checked | `HandingOnTests.opens…` |
@Suite(.serialized) struct TerminalContractTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "contract-\(UUID().uuidString)")

  private func open(
    _ arguments: [String] = ["--sample"], rows: Int = 24, columns: Int = 80, _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Checkout.program.path, arguments, rows: rows, columns: columns,
      environment: ["LINIMASA_LIBRARY": "/nonexistent/library.sqlite"].merging(environment) { $1 })
  }

  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  private static func article(_ attack: [UInt8]) -> [UInt8] {
    Array("Kabar ".utf8) + attack
      + Array(" title\n\nJakarta - NATO menyerang Rusia di Kursk pada Senin (28/10/2024), kata ".utf8)
      + attack + Array(" sumber. Putin".utf8) + attack
      + Array(" bertemu Xi Jinping di Beijing pada 29 Oktober 2024.\n".utf8)
  }

  /// Every screen of the reader, then out.
  private func walk(_ terminal: PseudoTerminal) {
    #expect(terminal.shows("1 of ") || terminal.shows("1 event"), "\(terminal.text)")
    for keys in [
      "v", "\t", "nq", "wG", "q", "I", "q", "L", "q", "i", "q", "/NATO\r", "?", "q", "=", "q",
    ] {
      terminal.send(keys)
      let before = terminal.output.count
      _ = terminal.wait(seconds: 1) { terminal.output.count > before }
    }
    terminal.send("\u{3}")
    #expect(terminal.exitStatus() == 130, "\(terminal.text)")
  }

  @Test func hostileArticles() throws {
    defer { remove() }
    let path = try write(Self.article(Hostile.malformedBytes), "a.txt")
    let terminal = try open([path])
    walk(terminal)
    let stream = TerminalStream(terminal.output, isScreen: true)
    #expect(stream.faults.isEmpty, "\(stream.faults.prefix(5))")
    #expect(stream.commands.isEmpty)
  }

  @Test(.enabled(if: Consumer.has("sqlite3"))) func hostileLibrary() throws {
    defer { remove() }
    let path = try write(Self.article(Array(Hostile.terminalAttack.utf8)), "a.txt")
    let library = folder.appending(path: "library.sqlite").path
    let added = try ProgramRun(["add", "--library", library, path])
    #expect(added.status == 0, "\(added.errors)")
    // Written past the program, as a damaged disk or another program would.
    let bytes = Hostile.malformedBytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    let tables = Consumer.run("/usr/bin/env", ["sqlite3", library, ".tables"], input: "").output
    let columns = Consumer.run(
      "/usr/bin/env",
      [
        "sqlite3", library,
        "SELECT m.name || ' ' || p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND p.type = 'TEXT' "
          + "AND m.name NOT LIKE 'search%' AND p.name <> 'code';",
      ], input: ""
    ).output.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count == 2 }
    #expect(columns.count >= 3, "\(tables)")
    for column in columns {
      let update = "UPDATE \(column[0]) SET \(column[1]) = CAST(X'\(bytes)' AS TEXT);"
      _ = Consumer.run("/usr/bin/env", ["sqlite3", library, update], input: "")
    }
    let terminal = try open(["--library", library])
    walk(terminal)
    let stream = TerminalStream(terminal.output, isScreen: true)
    #expect(stream.faults.isEmpty, "\(stream.faults.prefix(5))")
    #expect(stream.commands.isEmpty)
    let plain = try open(["timeline", "--library", library])
    #expect(plain.exitStatus() != nil)
    #expect(TerminalStream(plain.output, isScreen: false).faults.isEmpty)
  }

  @Test func aLineOfAMegabyte() throws {
    defer { remove() }
    let word = String(repeating: "a", count: 1 << 20)
    let words = String(repeating: "kata demi kata ", count: 70_000)
    let text = "NATO menyerang Rusia di Kursk pada Senin (28/10/2024). Kata sumber \(words).\\n\\n\(word)\\n"
    let path = try write(
      Array("{\"title\": \"\(word)\", \"outlet\": \"\(words)\", \"text\": \"\(text)\"}\n".utf8), "long.jsonl")
    let terminal = try open([path])
    walk(terminal)
    // Many screens of 80×24, and none that carries the line.
    #expect(terminal.output.count < 200_000)
  }

  static let plainCommands: [[String]] =
    [["timeline"], ["actors"], ["dates"]] + ExportFormat.all.map { ["export", "--format", $0.name] }

  @Test(arguments: plainCommands) func plainCommandsPrintNoEscape(_ command: [String]) throws {
    defer { remove() }
    let path = try write(Self.article(Hostile.malformedBytes), "a.txt")
    let terminal = try open(command + [path])
    #expect(terminal.exitStatus() != nil)
    #expect(!terminal.output.isEmpty)
    let stream = TerminalStream(terminal.output, isScreen: false)
    #expect(stream.faults.isEmpty, "\(command): \(stream.faults.prefix(5))")
  }

  @Test(arguments: [
    ["timeline", Hostile.terminalAttack], ["explain", Hostile.terminalAttack],
    ["timeline", "--filter", "x:\u{1B}[2Jy"],
    ["export", "--format", "\u{1B}]0;x\u{7}"], ["--theme", "\u{9B}31m", "--sample"], ["add", "\u{1B}[31m-nosuch"],
    ["explain", "5 \u{202E}Maret", "--published", "\u{1B}[2J"], ["extract", "\u{1B}[2J"],
    ["open", "--sample", "--ui-language", "\u{1B}c"],
  ])
  func errorsPrintNoEscape(_ arguments: [String]) throws {
    let terminal = try open(arguments)
    #expect(terminal.exitStatus() != nil)
    let stream = TerminalStream(terminal.output, isScreen: false)
    #expect(stream.faults.isEmpty, "\(stream.faults.prefix(5))")
  }

  @Test func errorsAfterTheScreenPrintNoEscape() throws {
    defer { remove() }
    let path = try write(Array("NATO menyerang Rusia pada Senin (28/10/2024).\n".utf8), "a.txt")
    let terminal = try open([path, folder.path + "/\u{1B}]0;OWNED\u{7}\u{9B}31m\u{202E}.txt"])
    #expect(terminal.shows("1 event"), "\(terminal.text)")
    terminal.send("q")
    #expect(terminal.exitStatus() == 1)
    let stream = TerminalStream(terminal.output, isScreen: true)
    #expect(stream.faults.isEmpty, "\(stream.faults.prefix(5))")
    #expect(stream.commands.isEmpty)
  }

  @Test func resizesWhileDrawing() throws {
    let terminal = try open()
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    for step in 0..<120 {
      terminal.send(step % 7 == 0 ? "v" : step % 7 == 3 ? "q" : "\u{1B}[6~")
      terminal.resize(rows: 1 + step * 7 % 50, columns: 1 + step * 13 % 140)
    }
    terminal.resize(rows: 24, columns: 80)
    terminal.send("qg\u{C}")
    // In the end it shows what a reader shows that never had another size.
    let fresh = try open()
    let isSame = terminal.wait {
      _ = fresh.wait(seconds: 0.01) { false }
      return fresh.text.contains("1 of ") && terminal.text == fresh.text
    }
    #expect(isSame, "\(terminal.text)")
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""]) func poorTerminalsAreToldBeforeReading(_ name: String) throws {
    // The source does not exist: had it been looked for, that would be said.
    let terminal = try open(["/nonexistent/articles"], ["TERM": name])
    #expect(terminal.exitStatus() == 2)
    let lines = String(decoding: terminal.output, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("linimasa: ") && lines[0].contains("linimasa timeline"), "\(lines)")
    #expect(TerminalStream(terminal.output, isScreen: false).faults.isEmpty)
  }

  @Test(arguments: ["vt100", "linux", "screen", "xterm-mono", "tmux-256color"]) func worksOnOldTerminals(_ name: String)
    throws
  {
    let terminal = try open(["TERM": name])
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    terminal.send("j")
    #expect(terminal.shows(" 2 of "), "\(terminal.text)")
    terminal.send("v")
    #expect(terminal.shows("evidence"), "\(terminal.text)")
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
    if name == "vt100" || name == "xterm-mono" {
      let text = String(decoding: terminal.output, as: UTF8.self)
      #expect(text.firstMatch(of: /\u{1B}\[[0-9;]*(3[0-8]|4[0-8])[;m]/) == nil)
    }
  }

  private func open(_ environment: [String: String]) throws -> PseudoTerminal { try open(["--sample"], environment) }

  private func open(_ arguments: [String], _ environment: [String: String]) throws -> PseudoTerminal {
    try open(arguments, rows: 24, columns: 80, environment)
  }

  enum Loss: CaseIterable { case hangup, hangupIgnored, silent }

  @Test(arguments: Loss.allCases) func endsWithTheTerminal(_ loss: Loss) throws {
    let environment = ["LINIMASA_LIBRARY": "/nonexistent/library.sqlite"]
    let terminal =
      switch loss {
      case .hangup: try open()
      case .hangupIgnored:
        try PseudoTerminal(
          "/bin/sh", ["-c", "trap '' HUP; exec \"$0\" --sample", Checkout.program.path], environment: environment)
      case .silent:
        try PseudoTerminal(Checkout.program.path, ["--sample"], environment: environment, isControlling: false)
      }
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    terminal.vanish()
    #expect(terminal.exitStatus(seconds: 5) == 129)
  }

  @Test(.enabled(if: Consumer.has("bash"))) func suspendsAndComesBack() throws {
    let shell = try PseudoTerminal(
      "/usr/bin/env", ["bash", "--norc", "--noprofile", "-i"],
      environment: [
        "LINIMASA_LIBRARY": "/nonexistent/library.sqlite", "PS1": "shell> ", "PROGRAM": Checkout.program.path,
      ])
    #expect(shell.shows("shell>"), "\(shell.text)")
    shell.send("stty -g > /dev/null; \"$PROGRAM\" --sample\n")
    #expect(shell.shows("1 of "), "\(shell.text)")
    shell.send("jj")
    #expect(shell.shows(" 3 of "), "\(shell.text)")
    shell.send("\u{1A}")
    #expect(shell.shows("Stopped"), "\(shell.text)")
    shell.send("stty -a | tr ' ;' '\\n\\n' | grep -cx -e icanon -e echo -e isig -e opost\n")
    #expect(shell.wait { shell.text.split(separator: "\n").contains("4") }, "\(shell.text)")
    shell.send("fg\n")
    #expect(shell.wait { shell.text.contains(" 3 of ") && shell.text.contains("built-in sample") }, "\(shell.text)")
    shell.send("k")
    #expect(shell.shows(" 2 of "), "\(shell.text)")
    shell.send("\u{3}")
    #expect(shell.shows("shell>"), "\(shell.text)")
    shell.send("echo status=$?; exit\n")
    #expect(shell.shows("status=130"), "\(shell.text)")
    #expect(shell.exitStatus() != nil)
  }

  private func openArticle(url: String, _ environment: [String: String] = [:]) throws -> PseudoTerminal {
    let line = ["id": "a", "url": url, "published": "2024-10-28", "text": "Israel menyerang Lebanon pada Senin."]
    let path = try write(Array(JSONSerialization.data(withJSONObject: line)) + [10], "a.jsonl")
    let terminal = try open([path], environment)
    #expect(terminal.shows("1 event"), "\(terminal.text)")
    terminal.send("v")
    #expect(terminal.shows("evidence 1"), "\(terminal.text)")
    terminal.send("\u{3}")
    #expect(terminal.exitStatus() == 130)
    let stream = TerminalStream(terminal.output, isScreen: true)
    #expect(stream.faults.isEmpty, "\(stream.faults)")
    return terminal
  }

  @Test func linksAreOfTheWebOnly() throws {
    defer { remove() }
    let long = "https://example.org/" + String(repeating: "a-long-way/", count: 12)
    let web = TerminalStream(try openArticle(url: long).output, isScreen: true).commands
    // One address over several rows: each part leads to the whole of it, and each is closed.
    #expect(web.count >= 4 && web.count % 2 == 0)
    for (index, command) in web.enumerated() {
      #expect(command == (index % 2 == 0 ? "8;id=source;\(long)" : "8;;"))
    }
    for url in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org/", "example.org"] {
      #expect(TerminalStream(try openArticle(url: url).output, isScreen: true).commands.isEmpty)
    }
    let hostile = "https://example.org/\u{1B}]0;OWNED\u{7}\u{9B}31m\u{202E} x;y"
    for command in TerminalStream(try openArticle(url: hostile).output, isScreen: true).commands {
      #expect(
        command == "8;;" || command.hasPrefix("8;id=source;https://example.org/%1B]0;OWNED%07%C2%9B31m%E2%80%AE%20x;y"))
    }
    #expect(TerminalStream(try openArticle(url: long, ["TERM": "linux"]).output, isScreen: true).commands.isEmpty)
  }

  @Test func addressesAreEncoded() {
    #expect(WebAddress(encoding: "https://example.org/a b")?.text == "https://example.org/a%20b")
    #expect(WebAddress(encoding: "HTTP://example.org/é")?.text == "HTTP://example.org/%C3%A9")
    #expect(WebAddress(encoding: "file:///etc/passwd") == nil)
    #expect(WebAddress(encoding: "https:example.org") == nil)
    #expect(WebAddress(encoding: "") == nil)
    #expect(WebAddress(encoding: "https://" + String(repeating: "a", count: 3000)) == nil)
  }

  @Test func asksTheTerminalNothing() throws {
    // Nobody answers here: what waits for an answer would show.
    let terminal = try open()
    walk(terminal)
    let stream = TerminalStream(terminal.output, isScreen: true)
    #expect(stream.faults.isEmpty, "\(stream.faults.prefix(5))")
    #expect(stream.commands.allSatisfy { $0.hasPrefix("8;") })
  }
}
