import Foundation
import TestSupport
import Testing

/// The program in a real pseudo-terminal.
@Suite(.serialized) struct ReaderProgramTests {
  private func open(
    rows: Int = 24, columns: Int = 80, _ environment: [String: String] = [:], _ arguments: [String] = ["--sample"]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Checkout.program.path, arguments, rows: rows, columns: columns,
      environment: ["LINIMASA_LIBRARY": "/nonexistent/library.sqlite"].merging(environment) { $1 })
  }

  private func leftClean(_ terminal: PseudoTerminal) -> Bool {
    let output = String(decoding: terminal.output, as: UTF8.self)
    func isLast(_ on: String, before off: String) -> Bool {
      guard let entered = output.range(of: on, options: .backwards) else { return true }
      return output.range(of: off, range: entered.upperBound..<output.endIndex) != nil
    }
    return isLast("\u{1B}[?1049h", before: "\u{1B}[?1049l") && isLast("\u{1B}[?1000h", before: "\u{1B}[?1000l")
  }

  @Test func showsTheSampleAndEnds() throws {
    let terminal = try open()
    #expect(terminal.shows("built-in sample"), "\(terminal.text)")
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    terminal.send("\u{1B}OB")
    #expect(terminal.wait { terminal.text.contains(" 2 of ") }, "\(terminal.text)")
    terminal.send("\u{1B}[6~v")
    #expect(terminal.shows("evidence 1 of"), "\(terminal.text)")
    terminal.send("q?")
    #expect(terminal.shows("Keys of the timeline"), "\(terminal.text)")
    terminal.send("qq")
    #expect(terminal.exitStatus() == 0)
    #expect(leftClean(terminal))
  }

  @Test func followsEverySize() throws {
    let terminal = try open()
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    for (rows, columns) in [(40, 120), (5, 20), (1, 1), (12, 40), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      terminal.send("j")
    }
    // What was drawn for one size may have arrived at the next: draw anew at the last.
    terminal.send("\u{C}")
    #expect(terminal.shows(" 6 of "), "\(terminal.text)")
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func signalsGiveTheTerminalBack(_ signal: Int32) throws {
    let terminal = try open()
    #expect(terminal.shows("1 of "))
    kill(terminal.process, signal)
    #expect(terminal.exitStatus() == 128 + signal)
    #expect(leftClean(terminal))
  }

  @Test func controlCEndsIt() throws {
    let terminal = try open()
    #expect(terminal.shows("1 of "))
    terminal.send("\u{3}")
    #expect(terminal.exitStatus() == 130)
    #expect(leftClean(terminal))
  }

  @Test func asciiWhereTheLocaleHasNoMore() throws {
    let terminal = try open(["LC_ALL": "C"])
    #expect(terminal.shows("1 of "))
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func noColorMeansNone() throws {
    let terminal = try open(["NO_COLOR": "1"])
    #expect(terminal.shows("1 of "))
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.firstMatch(of: /\u{1B}\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[;m]/) == nil)
  }

  @Test(arguments: ["dumb", "no-such-terminal"]) func saysWhatToDoOnAPoorTerminal(_ name: String) throws {
    let terminal = try open(["TERM": name])
    #expect(terminal.exitStatus() == 2)
    #expect(terminal.text.contains("linimasa: ") && terminal.text.contains("TERM"))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func speaksIndonesian() throws {
    let terminal = try open(["LC_ALL": "C.UTF-8"], ["--sample", "--ui-language", "id"])
    #expect(terminal.shows("contoh bawaan"), "\(terminal.text)")
    #expect(terminal.shows("peristiwa"))
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
  }

  @Test func hostileArticlesDoNotReachTheTerminal() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let attack = "\u{1B}]0;OWNED\u{7}\u{1B}[2J\u{9B}31m\u{202E}x\u{200B}\u{1B}]52;c;UFdO\u{7}"
    let article = "\(attack) title\n\nNATO menyerang \(attack) Rusia pada Senin (28/10/2024)."
    try Data(article.utf8).write(to: folder.appending(path: "a.txt"))
    let terminal = try open([:], [folder.path])
    #expect(terminal.shows("1 event"), "\(terminal.text)")
    terminal.send("v")
    #expect(terminal.shows("evidence"), "\(terminal.text)")
    terminal.send("qwQ")
    #expect(terminal.exitStatus() == 0)
    let text = String(decoding: terminal.output, as: UTF8.self)
    for raw in ["\u{1B}]0;OWNED", "\u{1B}]52", "\u{9B}", "\u{202E}", "\u{200B}"] { #expect(!text.contains(raw)) }
  }

  @Test func wrongSettingsAreNamedAndTheRestIsUsed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "linimasa"), withIntermediateDirectories: true)
    let text = "theme = \"purple\"\nui-language = \"id\"\n[keys]\nquit = [\"X\"]\nfly = [\"y\"]\n"
    try Data(text.utf8).write(to: folder.appending(path: "linimasa/config.toml"))
    let terminal = try open(["XDG_CONFIG_HOME": folder.path])
    #expect(terminal.shows("contoh bawaan"), "\(terminal.text)")
    terminal.send("X")
    #expect(terminal.exitStatus() == 0)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("config.toml:1: theme: no such theme; there are default, light"))
    #expect(output.contains("config.toml:5: fly: no command is called so"))
  }

  @Test func savedFiltersAreThereNextTime() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try open(["XDG_STATE_HOME": folder.path])
    #expect(first.shows("1 of "))
    first.send("ftype:attack\r:save fights\r")
    #expect(first.shows("filters.tsv"), "\(first.text)")
    first.send("Q")
    #expect(first.exitStatus() == 0)
    let second = try open(["XDG_STATE_HOME": folder.path])
    #expect(second.shows("1 of "))
    second.send("F\r")
    #expect(second.shows("> type:attack"), "\(second.text)")
    second.send("Q")
    #expect(second.exitStatus() == 0)
  }

  @Test func announcesWhatAnotherTerminalAdds() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let library = ["LINIMASA_LIBRARY": folder.appending(path: "library.sqlite").path]
    func add(_ name: String) throws {
      let samples = Checkout.resources.path + "/samples/"
      let adding = try PseudoTerminal(Checkout.program.path, ["add", samples + name], environment: library)
      #expect(adding.exitStatus() == 0, "\(adding.text)")
    }
    try add("kursk-2024.txt")
    let terminal = try PseudoTerminal(Checkout.program.path, [], environment: library)
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    try add("papua-2024.txt")
    #expect(terminal.shows("new: R shows them"), "\(terminal.text)")
    terminal.send("R")
    #expect(terminal.wait { !terminal.text.contains("new: R") })
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
  }

  @Test func exportsFromTheReader() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "view-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let terminal = try open()
    #expect(terminal.shows("1 of "))
    terminal.send("e\r\u{15}csv \(file.path)\r")
    #expect(terminal.wait { FileManager.default.fileExists(atPath: file.path) })
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("\r\n"))
  }
}
