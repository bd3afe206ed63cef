import GRDB
import Timeline

/// What became of corrections from elsewhere.
public struct ApplyReport: Sendable, Equatable {
  /// Corrections that were made.
  public var applied = 0
  /// Corrections that hold here already.
  public var known = 0
  /// Corrections that were not made, each with the reason.
  public var conflicts: [Conflict] = []

  /// A correction that was not made.
  public struct Conflict: Sendable, Equatable {
    /// The correction.
    public var record: CorrectionRecord
    /// What is in the way.
    public var reason: CorrectionConflict
  }

  /// Nothing yet.
  public init() {}
}

extension LibraryFile {
  /// Makes corrections that were made in another library, with their authors and times, in one transaction. What this
  /// library says otherwise is left as it is and named; made again, the same corrections change nothing.
  ///
  /// - Parameter overriding: whether they are made even where this library says otherwise; what it says stays in the
  ///   history.
  public func apply(_ records: [CorrectionRecord], overriding: Bool = false) throws -> ApplyReport {
    try changing { database in
      var corrector = Corrector(database)
      var here = try Row.fetchAll(database, sql: "SELECT \(CorrectionRecord.columns) FROM correction ORDER BY id")
        .compactMap(CorrectionRecord.init)
      // What the other library said before of the same thing is no conflict.
      let theirs = Set(records.map(Statement.init))
      var report = ApplyReport()
      for record in records {
        let same = here.filter { Statement($0) == Statement(record) }
        if same.contains(where: { !$0.isUndone }) {
          report.known += 1
          continue
        }
        let taken = same.last { $0.author == record.author && $0.made == record.made }
        let other = here.last {
          !$0.isUndone && $0.target == record.target && $0.correction.subject == record.correction.subject
            && !theirs.contains(Statement($0))
        }
        if !overriding,
          let reason = other.map({ .correctedOtherwise(here: $0) })
            ?? taken.map({ CorrectionConflict.takenBack(here: $0) })
        {
          report.conflicts.append(ApplyReport.Conflict(record: record, reason: reason))
          continue
        }
        do {
          here.append(
            try corrector.make(record.correction, of: record.target, author: record.author, made: record.made))
          report.applied += 1
        } catch let error as CorrectionError {
          report.conflicts.append(ApplyReport.Conflict(record: record, reason: CorrectionConflict(error)))
        }
      }
      return report
    }
  }

  /// What is said, whoever says it.
  private struct Statement: Hashable {
    let target: CorrectionTarget
    let kind: String
    let value: String

    init(_ record: CorrectionRecord) {
      (target, kind, value) = (record.target, record.correction.kind, record.correction.value)
    }
  }
}

extension CorrectionConflict {
  fileprivate init(_ error: CorrectionError) {
    switch error {
    case .unknownEvent: self = .unknownEvent
    case .unknownActor(let id): self = .unknownActor(id)
    default: self = .refused(error.description)
    }
  }
}
