import Foundation
import Library
import Text

/// Looks at everything on which the program depends.
struct Surroundings {
  let environment: [String: String]
  let libraryPath: String
  let resources: ResourceFolder?
  let settings: Settings

  /// All that is seen.
  func findings() -> [Finding] { program + library + feeds + terminal + tools }

  private var program: [Finding] {
    var findings = [Finding("program", ProgramVersion.generator)]
    if let resources {
      findings.append(Finding("resources", resources.path))
      findings.append(Finding("resources.sha256", ProgramVersion.fingerprint(of: resources)))
    } else {
      findings.append(
        Finding("resources", "none", trouble: "no tables were found: name their folder with --resources"))
    }
    let isThere = FileManager.default.fileExists(atPath: Settings.path)
    findings.append(
      Finding(
        "settings", isThere ? Settings.path : "\(Settings.path) (none)",
        trouble: settings.complaints.isEmpty ? nil : settings.complaints.joined(separator: "; ")))
    return findings
  }

  private var library: [Finding] {
    guard FileManager.default.fileExists(atPath: libraryPath) else {
      return [Finding("library", "\(libraryPath) (none yet)")]
    }
    do {
      let file = try LibraryFile(path: libraryPath)
      let health = try file.health()
      return [
        Finding("library", libraryPath),
        Finding("library.version", "\(health.version) of \(LibraryFile.currentVersion)"),
        Finding("library.articles", "\(health.articles)"), Finding("library.entries", "\(health.entries)"),
        Finding("library.bytes", "\(health.bytes)"),
        Finding(
          "library.check", health.faults.isEmpty ? "ok" : health.faults.joined(separator: "; "),
          trouble: health.faults.isEmpty ? nil : "the file is damaged: move it away and add the articles again"),
      ]
    } catch {
      return [Finding("library", libraryPath, trouble: "\(error)")]
    }
  }

  private var feeds: [Finding] {
    guard FileManager.default.fileExists(atPath: libraryPath), let file = try? LibraryFile(path: libraryPath),
      let subscriptions = try? file.subscriptions()
    else { return [] }
    let failing = subscriptions.filter { $0.error != nil }
    return [Finding("feeds", "\(subscriptions.count)")]
      + failing.map { feed in
        Finding("feed", feed.url, trouble: "failed \(feed.failures) times; the last time: \(feed.error ?? "")")
      }
  }

  private var terminal: [Finding] {
    let name = environment["TERM"] ?? ""
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "none"
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    return [
      Finding("terminal", name.isEmpty ? "none" : name, trouble: CursesTerminal.complaint),
      Finding("terminal.output", isatty(STDOUT_FILENO) == 1 ? "a terminal" : "no terminal"),
      Finding("locale", "\(locale), \(codeset)"),
    ]
  }

  private var tools: [Finding] {
    let opener = environment["LINIMASA_OPENER"] ?? settings.opener ?? "xdg-open"
    let openerPath = path(of: opener)
    var findings = [
      Finding(
        "opener", openerPath ?? "\(opener) (not found)",
        trouble: openerPath == nil ? "no address can be opened: install xdg-utils or set opener in the settings" : nil)
    ]
    switch settings.clipboard {
    case nil, "terminal"?: findings.append(Finding("clipboard", "by the terminal (OSC 52)"))
    case "none"?: findings.append(Finding("clipboard", "none"))
    case let command?:
      let name = command.split(separator: " ").first.map(String.init) ?? command
      findings.append(
        Finding(
          "clipboard", path(of: name) ?? "\(name) (not found)",
          trouble: path(of: name) == nil ? "nothing can be copied: install \(name) or change the setting" : nil))
    }
    return findings
  }

  /// Where a program is that is started by this name.
  private func path(of program: String) -> String? {
    if program.contains("/") { return FileManager.default.isExecutableFile(atPath: program) ? program : nil }
    return (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
