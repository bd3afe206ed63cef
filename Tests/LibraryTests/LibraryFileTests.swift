import Foundation
import GRDB
import TestSupport
import Testing
import Timeline

@testable import Library

@Suite struct LibraryFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func addingAgainChangesNothing() throws {
    var random = RandomArticles(seed: 1)
    var articles = random.articles(20)
    let library = try LibraryFile(path: folder.file("new/folder/a.sqlite"))
    let first = try library.add(articles + articles)
    #expect(first.added == 20)
    #expect(first.known == 20)
    let before = try library.overview(.everything)
    #expect(first.events == articles.reduce(0) { $0 + $1.events.count })
    for index in articles.indices { articles[index].article.id += " elsewhere" }
    let again = try LibraryFile(path: library.path).add(articles)
    #expect(again.known == 20 && again.added == 0 && again.events == 0)
    #expect(try library.overview(.everything) == before)
    #expect(try library.articleCount() == 20)
  }

  @Test func anArticleOfAnotherOutletOrDayIsAnother() throws {
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    let events = [Event.sample("e1")]
    let report = try library.add([
      .sample("a", events), .sample("a", outlet: "Kabar Lain", events), .sample("a", published: "2024-10-29", events),
      .sample("a", title: nil, events), .sample("b", events),
    ])
    #expect(report.added == 4 && report.known == 1)
  }

  @Test func theSchemaHasTheFingerprintOfItsVersion() throws {
    for version in 1...Migration.currentVersion {
      let queue = try DatabaseQueue()
      try queue.write { try Migration.run(on: $0, path: "", upTo: version) }
      let found = try queue.read { try SchemaFingerprint.of($0) }
      #expect(Migration.all[version - 1].fingerprint == found, "version \(version)")
    }
  }

  @Test func anOlderFileIsMigratedForward() throws {
    for version in 0...Migration.currentVersion {
      let path = folder.file("version\(version).sqlite")
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(FileHeader.applicationID)")
        try database.inTransaction {
          try Migration.run(on: database, path: path, upTo: version)
          return .commit
        }
      }
      try queue.close()
      let library = try LibraryFile(path: path)
      #expect(try library.add([.sample("a", [.sample("e1")])]).added == 1)
      #expect(try LibraryFile(path: path).overview(.everything).total == 1)
    }
  }

  @Test func aNewerFileIsRefusedAndLeftAlone() throws {
    let path = folder.file("newer.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(FileHeader.applicationID); PRAGMA user_version = 99")
      try $0.execute(sql: "CREATE TABLE tomorrow (x)")
    }
    try queue.close()
    try expectRefusal(path, .newer(path: path, version: 99, supported: Migration.currentVersion))
  }

  @Test func foreignFilesAreRefusedAndLeftAlone() throws {
    let text = folder.file("notes.txt")
    try Data("just some notes".utf8).write(to: URL(fileURLWithPath: text))
    try expectRefusal(text, .foreign(path: text))
    let other = folder.file("other.sqlite")
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE article (id); INSERT INTO article VALUES (1)") }
    try queue.close()
    try expectRefusal(other, .foreign(path: other))
  }

  @Test(arguments: [
    "CREATE TABLE extra (x)", "CREATE VIEW extra AS SELECT load_extension('x') AS y",
    "CREATE TRIGGER extra AFTER INSERT ON article BEGIN DELETE FROM article; END", "DROP INDEX mentionArticle",
    "ALTER TABLE entry ADD COLUMN extra INTEGER",
  ])
  func alteredTablesAreRefused(_ statement: String) throws {
    let path = folder.file("altered.sqlite")
    _ = try LibraryFile(path: path).add([.sample("a", [.sample("e1")])])
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: statement) }
    try queue.close()
    #expect(throws: LibraryError.altered(path: path)) { try LibraryFile(path: path) }
  }

  @Test func damagedContentIsAnErrorAndNoTrap() throws {
    let path = folder.file("damaged.sqlite")
    var random = RandomArticles(seed: 3)
    try LibraryFile(path: path).add(random.articles(5))
    let queue = try DatabaseQueue(path: path)
    try queue.write {
      try $0.execute(sql: "UPDATE article SET content = x'ffffffffffffff7f00'; UPDATE entry SET row = x'00'")
    }
    try queue.close()
    let library = try LibraryFile(path: path)
    #expect(throws: LibraryError.damaged(path: path)) {
      try library.entries(.everything, from: nil, .forward, limit: 5)
    }
    #expect(throws: LibraryError.damaged(path: path)) { try library.detail(of: 1) }
  }

  @Test func theSystemsRefusalIsWorded() throws {
    #expect { try LibraryFile(path: folder.path) } throws: { "\($0)".contains(folder.path) }
    #expect { try LibraryFile(path: "/proc/none/library.sqlite") } throws: { error in
      if case .refused = error as? LibraryError { true } else { false }
    }
  }

  @Test func connectionsAreGuarded() throws {
    let library = try LibraryFile(path: folder.file("a.sqlite"))
    #expect(try library.pool.read { try Int.fetchOne($0, sql: "PRAGMA trusted_schema") } == 0)
    // A defensive connection refuses to write the tables behind the search index.
    #expect(throws: DatabaseError.self) {
      try library.pool.write { try $0.execute(sql: "DELETE FROM search_data") }
    }
  }

  private func expectRefusal(_ path: String, _ error: LibraryError) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: error) { try LibraryFile(path: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    #expect("\(error)".contains("nothing was changed"))
  }
}
