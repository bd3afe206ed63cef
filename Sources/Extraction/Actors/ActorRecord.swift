import Temporal
import Text
import Timeline

/// An actor as the gazetteer knows it.
struct ActorRecord: Sendable {
  let id: ActorID
  let kind: ActorKind
  let indonesianName: String
  let englishName: String
  var parent: ActorID?

  /// The name to show.
  func name(_ language: LanguageCode) -> String {
    language == .indonesian || englishName.isEmpty ? indonesianName : englishName
  }
}

/// An office and who held it when: `Presiden Rusia` is a person by the article's date.
struct Office: Sendable {
  /// Somebody's time in the office.
  struct Term: Sendable, Equatable {
    /// The holder, an index into the gazetteer.
    let holder: Int
    /// The first day; nil where it is not known.
    let from: CivilDay?
    /// The last day; nil while it lasts.
    let to: CivilDay?
  }

  var terms: [Term] = []

  /// Who held the office on `day`, the latest holder where no day is known; nil where nobody did.
  func holder(on day: CivilDay?) -> Int? {
    guard let day else { return terms.last(where: { $0.to == nil })?.holder }
    return terms.last { term in
      (term.from.map { $0 <= day } ?? true) && (term.to.map { day <= $0 } ?? true)
    }?.holder
  }
}
