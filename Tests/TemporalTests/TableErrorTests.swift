import Foundation
import Temporal
import TestSupport
import Testing
import Text

/// A bad row is refused with its place, as a compiler would name it.
@Suite struct TableErrorTests {
  static let slips = [
    ("patterns.tsv", "{wekday} lalu\tdate\t\tSabtu lalu\t2024-10-26", "no word class {wekday}"),
    ("patterns.tsv", "{weekday lalu\tdate\t\tSabtu lalu\t2024-10-26", "a { without }"),
    ("patterns.tsv", "[{weekday} lalu\tdate\t\tSabtu lalu\t2024-10-26", "a [ without ]"),
    ("patterns.tsv", "@nowhere lalu\tdate\t\tSabtu lalu\t2024-10-26", "no pattern @nowhere"),
    ("patterns.tsv", "{weekday} lalu\tdayt\t\tSabtu lalu\t2024-10-26", "no meaning dayt"),
    ("patterns.tsv", "{weekday} lalu\tdate nn=1\t\tSabtu lalu\t2024-10-26", "no setting nn=1 of date"),
    ("patterns.tsv", "[{weekday}]\tdate\t\tSabtu\t2024-10-26", "the pattern may match nothing"),
    ("words.tsv", "Sabtu\tweekday\tsix", "{weekday} cannot mean six"),
    ("words.tsv", "pekan\tunit\tZZ", "{unit} cannot mean ZZ"),
    ("holidays.tsv", "Natal\t25-12-x", "no holiday rule 25-12-x"),
  ]

  @Test(arguments: slips)
  func aBadRowIsNamedWithItsLine(_ file: String, _ row: String, _ message: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let root = Checkout.root.appendingPathComponent("Resources")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("languages"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("dates"), to: folder.appendingPathComponent("dates"))
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("languages/id"), to: folder.appendingPathComponent("languages/id"))
    let table = folder.appendingPathComponent("languages/id/\(file)")
    let text = try String(contentsOf: table, encoding: .utf8)
    try (text + row + "\n").write(to: table, atomically: true, encoding: .utf8)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(throws: TableError(place: "languages/id/\(file):\(line)", message: message)) {
      try DateReader(resources: ResourceFolder(path: folder.path))
    }
  }
}
