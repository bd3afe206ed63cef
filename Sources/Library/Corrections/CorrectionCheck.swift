import GRDB
import Timeline

/// Says whether a correction can be made in a library.
struct CorrectionCheck {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// - Throws: `CorrectionError` where what it names is not there, or it says nothing.
  func check(_ correction: Correction, of target: CorrectionTarget) throws {
    switch (target, correction) {
    case (.event(let reference), .write(let event)):
      guard event.reference == reference else { throw CorrectionError.wrongTarget(target) }
      var articles = ArticleCache(database)
      let isThere = try MentionFinder(database).find(reference, in: &articles).map { mention in
        try CorrectionRecord.all(ofArticle: reference.article, database).contains {
          !$0.isUndone && $0.correction.kind == correction.kind
        } || mention.event.summary != event.summary
      }
      if isThere == true { throw CorrectionError.alreadyWritten(reference) }
    case (.event(let reference), _) where !correction.isAboutActor:
      try checkEvent(reference)
      if case .join(let other) = correction {
        try checkEvent(other)
        if other == reference { throw CorrectionError.wrongTarget(target) }
      }
    case (.actor(let actor), .merge(let other)):
      try checkActor(actor)
      try checkActor(other)
      let changes = try ActorChanges(database).all
      // Whoever has become the actor already cannot take its place.
      var heir = other
      for change in changes where change.words == nil && change.actor == heir { heir = change.successor.id }
      if actor == heir { throw CorrectionError.sameActor(actor) }
    case (.actor(let actor), .splitName): try checkActor(actor)
    default: throw CorrectionError.wrongTarget(target)
    }
  }

  private func checkEvent(_ reference: EventReference) throws {
    var articles = ArticleCache(database)
    if try MentionFinder(database).find(reference, in: &articles) == nil {
      throw CorrectionError.unknownEvent(reference)
    }
  }

  private func checkActor(_ id: ActorID) throws {
    let isKnown = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM actor WHERE code = ?)", arguments: [id.rawValue])
    if isKnown != true { throw CorrectionError.unknownActor(id) }
  }
}
