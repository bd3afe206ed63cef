import Text

/// One thing that the program sees of its surroundings.
struct Finding: Equatable {
  /// What it is, as JSON names it: `library.path`.
  let name: String
  /// What is seen.
  let value: String
  /// What is wrong with it and what to do; nil where nothing is.
  let trouble: String?

  init(_ name: String, _ value: String, trouble: String? = nil) {
    self.name = name
    self.value = value
    self.trouble = trouble
  }

  /// Lines for people: `library.path      /home/…`, trouble in a line of its own.
  static func text(_ findings: [Finding]) -> String {
    let width = findings.map(\.name.utf8.count).max() ?? 0
    return findings.map { finding in
      let padding = String(repeating: " ", count: width - finding.name.utf8.count + 2)
      let line = VisibleText.line("\(finding.name)\(padding)\(finding.value)") + "\n"
      return finding.trouble.map { line + VisibleText.line("  ! \($0)") + "\n" } ?? line
    }
    .joined()
  }

  /// One object: `{"findings": [{"name": "library", "value": "…", "trouble": null}]}`.
  static func json(_ findings: [Finding]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.field("name", finding.name)
            json.field("value", finding.value)
            json.field("trouble", finding.trouble)
          }
        }
      }
    }
    return json.string + "\n"
  }
}
