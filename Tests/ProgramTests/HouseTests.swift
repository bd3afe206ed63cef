import Foundation
import TestSupport
import Testing

/// The rules of the house that no compiler checks.
@Suite struct HouseTests {
  /// What each target may import; what is not named here it must not.
  static let imports: [String: Set<String>] = [
    "Text": ["Glibc"],
    "Temporal": ["Text"],
    "Timeline": ["Temporal", "Text", "Synchronization", "Glibc"],
    "Extraction": [
      "Timeline", "Temporal", "Text", "Foundation", "CSimdjson", "CZlib", "CZstd", "Synchronization", "Dispatch",
      "Glibc",
    ],
    "Library": [
      "Timeline", "Temporal", "Text", "Foundation", "GRDB", "CZlib", "CSQLiteGuard", "Synchronization", "Dispatch",
      "Glibc",
    ],
    "Reader": ["Timeline", "Temporal", "Text"],
    "Fetching": ["Foundation"],
    "linimasa-fetch": ["CCurl", "Fetching", "Foundation", "Glibc"],
  ]

  @Test(arguments: imports.keys.sorted())
  func aTargetImportsOnlyWhatItMay(_ target: String) throws {
    let allowed = try #require(Self.imports[target])
    for file in Checkout.files(below: "Sources/\(target)", ending: ".swift") {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count, !line.hasPrefix("//") else {
          continue
        }
        #expect(allowed.contains(String(words[at + 1])), "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test func onlyTheFetcherKnowsTheNetwork() throws {
    for file in Checkout.files(below: "Sources", ending: ".swift") where !file.path.contains("/linimasa-fetch/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in ["CCurl", "FoundationNetworking", "URLSession"] {
        #expect(!text.contains(word), "\(file.lastPathComponent): \(word)")
      }
    }
  }

  @Test func aFileStopsAt400Lines() throws {
    for file in Checkout.files(below: "Sources", ending: ".swift") {
      let count = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        .count
      #expect(count <= 401, "\(file.lastPathComponent) has \(count) lines")
    }
  }

  @Test func nothingTraps() throws {
    let traps = ["try!", "as!", "fatalError(", "preconditionFailure(", "unowned(unsafe)"]
    for file in Checkout.files(below: "Sources", ending: ".swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for trap in traps { #expect(!text.contains(trap), "\(file.lastPathComponent): \(trap)") }
    }
  }

  /// What the user types after `|`, or has set, goes to the user's shell; the news never stands in a command line.
  @Test func onlyTheUsersOwnCommandsReachAShell() throws {
    for file in Checkout.files(below: "Sources", ending: ".swift")
    where file.lastPathComponent != "ForegroundCommand.swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for call in ["popen(", " system(", "/bin/sh"] {
        #expect(!text.contains(call), "\(file.lastPathComponent): \(call)")
      }
    }
  }
}
