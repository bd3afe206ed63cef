import Foundation
import TestSupport
import Testing

/// Corrections, reading again and importing, by the program as a person uses it: on the command line and in the reader.
@Suite struct CorrectionProgramTests {
  /// A folder with a library of the sample's article about Kursk.
  final class Desk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linimasa-\(UUID())")
    var library: String { folder.appendingPathComponent("library.sqlite").path }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      #expect(try run("add", Checkout.resources.path + "/samples/kursk-2024.txt").status == 0)
    }
    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> ProgramRun {
      let own = ["LINIMASA_LIBRARY": library, "USER": "mira", "XDG_CONFIG_HOME": folder.path]
      return try ProgramRun(arguments, environment: own.merging(environment) { $1 }, in: folder)
    }

    /// The reference of the event of line `number` of `edit list`.
    func reference(_ number: Int = 0) throws -> String {
      let lines = try run("edit", "list").output.split(separator: "\n")
      return String(try #require(lines.dropFirst(number).first?.split(separator: "\t").first))
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }

  // MARK: - The command line

  @Test func aDateIsSetInWords() throws {
    let desk = try Desk()
    let reference = try desk.reference()
    let edit = try desk.run("edit", "date", reference, "akhir Oktober 2024")
    #expect(edit.status == 0 && edit.output.contains("~2024-10-21..2024-10-31 = akhir Oktober 2024"), "\(edit.errors)")
    #expect(edit.output.split(separator: "\t")[2] == "mira")
    #expect(try desk.run("timeline", "--filter", "is:corrected").output.contains("~21..31"))
    for words in ["entahlah", "Oktober 2024 barangkali", ""] {
      let wrong = try desk.run("edit", "date", reference, words)
      #expect(wrong.status == 64 && wrong.errors.contains("write 2024-10-24"), "\(words): \(wrong.errors)")
    }
    #expect(try desk.run("edit", "date", reference, "sebelum 5 Mei 2024").output.contains("..2024-05-04"))
    // As much of a reference as tells the event.
    #expect(try desk.run("edit", "confirm", String(reference.dropLast(3))).status == 0)
  }

  @Test func remarksAreFilters() throws {
    let desk = try Desk()
    let reference = try desk.reference(1)
    let hostile = "dua \u{1B}]0;sumber\u{7}\u{202E}"
    for arguments in [
      ["tag", reference, "penting"], ["note", reference, hostile], ["bookmark", reference], ["read", reference],
    ] {
      #expect(try ProgramRun(["edit"] + arguments + ["--library", desk.library]).status == 0, "\(arguments)")
    }
    let all = try desk.run("edit", "list").output.split(separator: "\n").count
    for filter in ["tag:penting", "is:noted", "is:bookmarked", "is:tagged", "is:read"] {
      #expect(try desk.run("edit", "list", "--filter", filter).output.split(separator: "\n").count == 1, "\(filter)")
    }
    #expect(try desk.run("edit", "list", "--filter", "is:unread").output.split(separator: "\n").count == all - 1)
    #expect(try desk.run("edit", "list", "--filter=-is:unread").output.split(separator: "\n").count == 1)
    #expect(try desk.run("edit", "tag", reference, "two words").status == 64)
    #expect(try desk.run("edit", "untag", reference, "penting").status == 0)
    #expect(try desk.run("edit", "bookmark", reference, "--off").status == 0)
    #expect(try desk.run("edit", "list", "--filter", "tag:penting").output.isEmpty)
    #expect(try desk.run("timeline", "--filter", "is:funny").status == 64)
    let history = try desk.run("edit", "history").output
    #expect(!history.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" && $0 != "\n" || $0.value == 0x202E })
  }

  @Test func anEventIsWrittenAndTakenBack() throws {
    let desk = try Desk()
    let before = try desk.run("timeline").output
    let write = try desk.run(
      "edit", "write", "Drone jatuh di Sumy", "--type", "attack", "--date", "kemarin", "--published", "2024-08-10",
      "--actor", "subject:Rusia", "--actor", "target:Warga Sumy", "--place", "Sumy", "--url", "https://example.org/a",
      "--evidence", "Sebuah drone jatuh kemarin.")
    #expect(write.status == 0, "\(write.errors)")
    let json = try desk.run("export", "--format", "json", "--search", "drone jatuh").output
    #expect(json.contains("2024-08-09") && json.contains("st.RUS") && json.contains("oth.warga-sumy"), "\(json)")
    #expect(json.contains("https://example.org/a") && json.contains("Sebuah drone jatuh kemarin."))
    #expect(try desk.run("edit", "undo").status == 0)
    #expect(try desk.run("timeline").output == before)
    #expect(try desk.run("edit", "write", "x", "--type", "attack").status == 64)
    #expect(try desk.run("edit", "write", "x", "--type", "party", "--url", "https://example.org").status == 64)
  }

  @Test func actorsAreMergedAndSplit() throws {
    let desk = try Desk()
    let before = try desk.run("actors").output
    #expect(try desk.run("edit", "merge", "Rusia", "Ukraina").status == 0)
    let merged = try desk.run("actors").output
    #expect(merged.contains("Rusia (joined by hand)") && !merged.contains("st.RUS"), "\(merged)")
    #expect(try desk.run("edit", "undo").status == 0)
    #expect(try desk.run("actors").output == before)
    #expect(try desk.run("edit", "split-name", "st.RUS", "no such name").status == 64)
    #expect(try desk.run("edit", "merge", "Nobody At All", "Ukraina").status == 64)
  }

  @Test func correctionsAreHandedOn() throws {
    let (one, other) = (try Desk(), try Desk())
    let reference = try one.reference()
    #expect(try one.run("edit", "type", reference, "supply").status == 0)
    #expect(try one.run("edit", "note", reference, "lihat lagi").status == 0)
    #expect(try one.run("edit", "export", "-o", "out.jsonl").status == 0)
    let file = one.folder.appendingPathComponent("out.jsonl").path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("\"kind\":\"type\",\"value\":\"supply\",\"author\":\"mira\""), "\(text)")
    #expect(try other.run("edit", "status", reference, "claimed").status == 0)
    #expect(try other.run("edit", "type", reference, "deploy").status == 0)
    let apply = try other.run("edit", "apply", file)
    #expect(
      apply.status == 1 && apply.output.contains("1 corrections made, 0 held already; 1 left out"), "\(apply.output)")
    #expect(apply.errors.contains("corrected otherwise here: type deploy"))
    #expect(try other.run("edit", "apply", file, "--theirs").output.contains("1 corrections made, 1 held already"))
    #expect(try other.run("edit", "apply", file).output.hasPrefix("0 corrections made, 2 held already"))
    let broken = try ProgramRun(
      ["edit", "apply", "-", "--library", other.library], input: Array("{}\nnot json\n{\"target\":\"x\"}\n".utf8))
    #expect(broken.status == 1 && broken.errors.contains("line 2 is no correction"))
  }

  @Test func nothingIsMadeWhereThereIsNoLibrary() throws {
    for arguments in [["history"], ["undo"], ["list"], ["merge", "a", "b"], ["apply", "x"], ["export"]] {
      let run = try ProgramRun(["edit"] + arguments, environment: ["LINIMASA_LIBRARY": "/dev/null/library.sqlite"])
      #expect(run.status == 64 && run.errors.contains("there is no library"), "\(arguments): \(run.errors)")
    }
  }

  private func sorted(_ text: String) -> [Substring] { text.split(separator: "\n").sorted() }

  @Test func theNameInTheConfigurationSigns() throws {
    let desk = try Desk()
    let folder = desk.folder.appendingPathComponent("linimasa")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("name = \"Mira Uji\"\n".utf8).write(to: folder.appendingPathComponent("config.toml"))
    let reference = try desk.reference()
    #expect(try desk.run("edit", "hide", reference).output.split(separator: "\t")[2] == "Mira Uji")
    #expect(try desk.run("edit", "hide", reference, "--by", "surya").output.split(separator: "\t")[2] == "surya")
  }

  // MARK: - Reading again and importing

  @Test func otherTablesAreSeenBeforeTheyAreKept() throws {
    let desk = try Desk()
    let tables = desk.folder.appendingPathComponent("tables")
    try FileManager.default.copyItem(atPath: Checkout.resources.path, toPath: tables.path)
    let triggers = tables.appendingPathComponent("events/triggers.id.tsv")
    // A program that knows no statements.
    let lines = try String(contentsOf: triggers, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    try Data(lines.filter { !$0.hasPrefix("statement") }.joined(separator: "\n").utf8).write(to: triggers)
    let reference = try desk.reference()
    #expect(try desk.run("edit", "note", reference, "tetap").status == 0)
    let before = try desk.run("timeline").output
    #expect(try desk.run("reread").output.contains("1 articles read again, 0 otherwise"))
    let other = ["LINIMASA_RESOURCES": tables.path]
    let look = try desk.run("reread", environment: other)
    #expect(
      look.output.contains("  lost: ") && look.errors.contains("nothing was kept"), "\(look.output)\(look.errors)")
    #expect(try desk.run("timeline").output == before)
    let kept = try desk.run("reread", "--keep", "--brief", environment: other)
    #expect(kept.output.hasSuffix("; kept\n") && !kept.output.contains("  lost: "))
    #expect(try desk.run("timeline").output != before)
    #expect(try desk.run("reread", "--keep").status == 0)
    // Events of one day may stand in another order: those that were lost come last.
    #expect(try sorted(desk.run("timeline").output) == sorted(before))
    #expect(try desk.run("edit", "list", "--filter", "is:noted").output.hasPrefix(reference))
  }

  @Test func readingAgainCanBeEnded() throws {
    let desk = try Desk()
    let lines = (0..<2000).map { number in
      #"{"id":"a\#(number)","outlet":"Kabar \#(number)","published":"2024-10-28","text":"Rusia menyerang Kursk pada Senin (28/10/2024). "#
        + #"Ukraina menyerang Belgorod pada Minggu (27/10/2024)."}"#
    }
    try desk.write("many.jsonl", lines.joined(separator: "\n"))
    #expect(try desk.run("add", "many.jsonl").status == 0)
    let terminal = try PseudoTerminal(
      Checkout.program.path, ["reread", "--brief"], columns: 250,
      environment: ["LINIMASA_LIBRARY": desk.library, "LINIMASA_RESOURCES": Checkout.resources.path])
    #expect(terminal.shows("reading again: "), "\(terminal.text)")
    terminal.send("\u{3}")
    #expect(terminal.exitStatus() == 130)
    #expect(terminal.text.contains("ended before the rest"), "\(terminal.text)")
  }

  @Test func whatIsExportedIsImportedAsTheSameTimeline() throws {
    let desk = try Desk()
    let samples = Checkout.resources.path + "/samples"
    #expect(try desk.run("add", samples).status == 0)
    let jsonl = try desk.run("export", "--format", "jsonl").output
    try desk.write("all.jsonl", jsonl)
    let other = ["LINIMASA_LIBRARY": desk.folder.appendingPathComponent("other.sqlite").path]
    let first = try desk.run("import", "all.jsonl", environment: other)
    #expect(first.status == 0, "\(first.errors)")
    #expect(try desk.run("timeline", environment: other).output == desk.run("timeline").output)
    #expect(try desk.run("import", "all.jsonl", environment: other).output.contains("added 0 events"))
    // What came with its events is not read again.
    #expect(try desk.run("reread", environment: other).output.hasPrefix("0 articles"))
  }

  @Test func aTableIsReportedRowByRow() throws {
    let desk = try Desk()
    try desk.write("k.csv", "Nr;Wann;Was\n1;akhir 2024;Rusia menyerang Kursk\n2;entah;\u{1B}[31mMerah\n3;;\n")
    let dry = try desk.run("import", "k.csv", "--map", "date=Wann,summary=Was", "--rows", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("date \"akhir 2024\" as ") && dry.output.contains("not used: Nr"))
    #expect(!dry.output.contains("\u{1B}") && dry.output.contains("row 3: date unknown"), "\(dry.output)")
    #expect(try !desk.run("timeline").output.contains("menyerang Kursk"))
    let done = try desk.run("import", "k.csv", "--map", "date=Wann,summary=Was")
    #expect(done.output.contains("added 2 events") && done.status == 1, "\(done.output)\(done.errors)")
    #expect(done.errors.contains("row 4"))
    #expect(try desk.run("timeline").output.contains("menyerang Kursk"))
    #expect(try desk.run("import", "k.csv", "--map", "date=Nope").errors.contains("no column is called \"Nope\""))
    #expect(try desk.run("import", "k.csv", "--map", "day=Wann").status == 64)
    #expect(try desk.run("import", "missing.csv").status != 0)
  }

  // MARK: - The reader

  @Test func theReaderCorrectsTheLibrary() throws {
    let desk = try Desk()
    let terminal = try PseudoTerminal(
      Checkout.program.path, [], rows: 30, columns: 100,
      environment: [
        "LINIMASA_LIBRARY": desk.library, "LINIMASA_RESOURCES": Checkout.resources.path, "USER": "mira",
        "XDG_CONFIG_HOME": desk.folder.path,
      ])
    #expect(terminal.shows("11 events") && terminal.shows("why this date"), "\(terminal.text)")
    terminal.send("=")
    #expect(terminal.shows("it is no event: hide it"), "\(terminal.text)")
    terminal.send("d")
    #expect(terminal.shows("when, in words or digits:"))
    terminal.send("akhir Oktober 2023\r")
    #expect(terminal.shows("- takes it back"), "\(terminal.text)")
    #expect(terminal.shows("October 2023"), "\(terminal.text)")
    terminal.send("w")
    #expect(terminal.shows("Corrected by hand") && terminal.shows("As it was read"), "\(terminal.text)")
    terminal.send("q-")
    #expect(terminal.shows("+ makes it again"), "\(terminal.text)")
    #expect(terminal.wait { !terminal.text.contains("October 2023") }, "\(terminal.text)")
    terminal.send("+")
    #expect(terminal.shows("October 2023"), "\(terminal.text)")
    // An event of one's own is no news.
    terminal.send("=wattack\rOwn event\r2031\rhttps://example.org\r")
    #expect(terminal.shows("12 events"), "\(terminal.text)")
    #expect(!terminal.wait(seconds: 2.5) { terminal.text.contains("R shows") }, "\(terminal.text)")
    terminal.send("-")
    #expect(terminal.shows("+ makes it again"), "\(terminal.text)")
    terminal.send("g#penting\r")
    // An answer that comes while the event is read again stays to be given once more.
    if !terminal.wait(seconds: 3, until: { terminal.text.contains("tag: penting   -") }) { terminal.send("\r") }
    #expect(terminal.shows("tag: penting   -"), "\(terminal.text)")
    terminal.send("H")
    #expect(terminal.shows("history of corrections") && terminal.shows("mira tag: penting"), "\(terminal.text)")
    terminal.send("qI")
    #expect(terminal.shows("same as …"), "\(terminal.text)")
    terminal.send("J")
    #expect(terminal.shows("the same actor as:"))
    terminal.send("\r")
    #expect(terminal.shows("- takes it back"), "\(terminal.text)")
    // Whoever takes part most stands first, and is the one that took the other in.
    terminal.send("g")
    #expect(terminal.shows("(joined by hand)"), "\(terminal.text)")
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
    let history = try desk.run("edit", "history").output
    #expect(history.contains("\tdate\t") && history.contains("\ttag\t") && history.contains("\tmerge\t"), "\(history)")
  }

  @Test func filesTakeNoCorrections() throws {
    let terminal = try PseudoTerminal(
      Checkout.program.path, ["--sample"], rows: 30, columns: 110,
      environment: ["LINIMASA_LIBRARY": "/dev/null/library.sqlite", "LINIMASA_RESOURCES": Checkout.resources.path])
    #expect(terminal.shows("why this date"), "\(terminal.text)")
    terminal.send("B")
    #expect(terminal.shows("corrections are kept in a library"), "\(terminal.text)")
    terminal.send("Q")
    #expect(terminal.exitStatus() == 0)
  }
}
