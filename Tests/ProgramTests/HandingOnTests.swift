import Foundation
import TestSupport
import Testing

/// What leaves the reader while it runs: copied text, addresses, the view given to another program.
@Suite(.serialized) struct HandingOnTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "handing-\(UUID().uuidString)")

  private func open(_ environment: [String: String] = [:], settings: String = "", article: String? = nil) throws
    -> PseudoTerminal
  {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "linimasa"), withIntermediateDirectories: true)
    try settings.write(to: folder.appending(path: "linimasa/config.toml"), atomically: true, encoding: .utf8)
    var arguments = ["--sample"]
    if let article {
      let file = folder.appending(path: "article.jsonl")
      try (article + "\n").write(to: file, atomically: true, encoding: .utf8)
      arguments = [file.path]
    }
    let usual = ["LINIMASA_LIBRARY": "/nonexistent/library.sqlite", "XDG_CONFIG_HOME": folder.path]
    let terminal = try PseudoTerminal(
      Checkout.program.path, arguments, rows: 24, columns: 80, environment: usual.merging(environment) { $1 })
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    #expect(terminal.shows("1 source"), "\(terminal.text)")
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
    try FileManager.default.removeItem(at: folder)
  }

  private static let clipboard = "\u{1B}]52;"

  private func output(_ terminal: PseudoTerminal) -> String { String(decoding: terminal.output, as: UTF8.self) }

  @Test func copiesThroughTheTerminal() throws {
    let terminal = try open()
    terminal.send("yc")
    // What comes while the event is read again, since more articles have arrived, is asked for once more.
    if !terminal.wait(seconds: 3, until: { terminal.text.contains("copied: ") }) { terminal.send("yc") }
    #expect(terminal.shows("copied: "), "\(terminal.text)")
    #expect(output(terminal).contains(Self.clipboard))
    try leave(terminal)
  }

  @Test func copiesNowhereWhereThatIsSet() throws {
    let terminal = try open(settings: "clipboard = \"none\"\n")
    terminal.send("yt")
    #expect(terminal.shows("copying is switched off"), "\(terminal.text)")
    #expect(!output(terminal).contains(Self.clipboard))
    try leave(terminal)
  }

  @Test func copiesThroughACommand() throws {
    let file = folder.appending(path: "copied")
    let terminal = try open(["LINIMASA_COPY": "cat > '\(file.path)'"])
    terminal.send("yd")
    #expect(terminal.shows("copied: "), "\(terminal.text)")
    #expect(try String(contentsOf: file, encoding: .utf8) == "2022-02-24")
    #expect(!output(terminal).contains(Self.clipboard))
    try leave(terminal)
  }

  @Test func pipesTheViewToACommand() throws {
    let file = folder.appending(path: "piped")
    let terminal = try open()
    terminal.send("|")
    #expect(terminal.shows("pipe to:"), "\(terminal.text)")
    terminal.send("head -2 > '\(file.path)'; exit 7\r")
    #expect(terminal.shows("ended with status 7"), "\(terminal.text)")
    terminal.send("\r")
    #expect(terminal.shows("1 of "), "\(terminal.text)")
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("Timeline\n"))
    try leave(terminal)
  }

  @Test func opensTheViewInTheEditor() throws {
    let terminal = try open(["VISUAL": "false", "EDITOR": "true"])
    terminal.send("E")
    #expect(terminal.shows("ended with status"), "\(terminal.text)")
    try leave(terminal)
    let file = folder.appending(path: "timeline.txt")
    let second = try open(["VISUAL": "", "EDITOR": "cp -t \(folder.path)"])
    second.send("E")
    #expect(second.wait { FileManager.default.fileExists(atPath: file.path) })
    #expect(second.shows("1 of "), "\(second.text)")
    try leave(second)
  }

  /// A browser that writes down how it was called.
  private func recorder() throws -> (program: URL, calls: URL) {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appending(path: "browser")
    let calls = folder.appending(path: "calls")
    try "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '\(calls.path)'\n".write(
      to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return (program, calls)
  }

  private func article(url: String) -> String {
    let line: [String: String] = [
      "id": "a", "url": url, "published": "2024-10-28", "text": "Israel menyerang Lebanon pada Senin.",
    ]
    let data = (try? JSONSerialization.data(withJSONObject: line)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func opensAnAddressWithoutAShell() throws {
    let browser = try recorder()
    let address = "https://example.org/?q=$(touch%20x);echo&a='b'"
    let terminal = try open(["LINIMASA_OPENER": browser.program.path], article: article(url: address))
    terminal.send("o")
    #expect(terminal.wait { FileManager.default.fileExists(atPath: browser.calls.path) }, "\(terminal.text)")
    #expect(terminal.wait { (try? String(contentsOf: browser.calls, encoding: .utf8)) == "1\n\(address)\n" })
    try leave(terminal)
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "--help", "https://a b", "data:text/html,x"])
  func opensNothingButTheWeb(_ address: String) throws {
    let browser = try recorder()
    let terminal = try open(["LINIMASA_OPENER": browser.program.path], article: article(url: address))
    terminal.send("o")
    #expect(terminal.shows("not a web address") || terminal.shows("no address"), "\(terminal.text)")
    #expect(!FileManager.default.fileExists(atPath: browser.calls.path))
    try leave(terminal)
  }

  @Test func choosesAmongSeveralSources() throws {
    let terminal = try open()
    terminal.send("O")
    #expect(terminal.wait { terminal.text.contains("address") || terminal.text.contains("open:") }, "\(terminal.text)")
    try leave(terminal)
  }

  @Test func whatIsCopiedDoesNotActWhereItIsPasted() throws {
    let file = folder.appending(path: "copied")
    let line = [
      "id": "a", "title": "T\n\(Hostile.terminalAttack)", "text": "Israel menyerang Lebanon pada Senin (28/10/2024).",
    ]
    let article = String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self)
    let terminal = try open(["LINIMASA_COPY": "cat > '\(file.path)'"], article: article)
    terminal.send("yc")
    #expect(terminal.wait { (try? Data(contentsOf: file))?.isEmpty == false }, "\(terminal.text)")
    let copied = try Array(Data(contentsOf: file))
    #expect(TerminalStream(copied, isScreen: false).faults.isEmpty)
    #expect(!copied.contains(10))
    try leave(terminal)
  }

  /// An editor that is stopped from the keyboard takes the reader with it, and the shell has the terminal.
  @Test(.enabled(if: Consumer.has("bash"))) func stopsWithTheEditor() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let editor = folder.appending(path: "editor")
    try "#!/bin/sh\nkill -TSTP 0\necho resumed\n".write(to: editor, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor.path)
    let shell = try PseudoTerminal(
      "/usr/bin/env", ["bash", "--norc", "--noprofile", "-i"],
      environment: [
        "LINIMASA_LIBRARY": "/nonexistent/library.sqlite", "PS1": "shell> ", "PROGRAM": Checkout.program.path,
        "VISUAL": editor.path,
      ])
    #expect(shell.shows("shell>"), "\(shell.text)")
    shell.send("\"$PROGRAM\" --sample\n")
    #expect(shell.shows("1 of "), "\(shell.text)")
    shell.send("E")
    #expect(shell.shows("Stopped"), "\(shell.text)")
    shell.send("fg\n")
    #expect(shell.shows("1 of "), "\(shell.text)")
    shell.send("Q")
    #expect(shell.shows("shell>"), "\(shell.text)")
    shell.send("exit\n")
    #expect(shell.exitStatus() != nil)
    try FileManager.default.removeItem(at: folder)
  }
}
