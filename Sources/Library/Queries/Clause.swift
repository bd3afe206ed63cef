import GRDB

/// A piece of SQL with its values.
struct Clause {
  /// The text. `{id}` and `{day}` stand for the columns of whatever table a run walks.
  var sql: String
  var arguments: StatementArguments
  /// Whether it reads the entry's own columns, as `e`.
  var readsEntry: Bool

  init(_ sql: String, _ arguments: StatementArguments = [], readsEntry: Bool = false) {
    self.sql = sql
    self.arguments = arguments
    self.readsEntry = readsEntry
  }
}

extension Sequence<Clause> {
  /// All of them, joined by a word.
  func joined(by word: String) -> Clause {
    let all = Array(self)
    return Clause(
      all.map(\.sql).joined(separator: " \(word) "), all.reduce([]) { $0 + $1.arguments },
      readsEntry: all.contains(where: \.readsEntry))
  }
}
