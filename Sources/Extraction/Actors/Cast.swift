import Text
import Timeline

/// The actors of one article, in the order in which they are met.
struct Cast: Sendable {
  private(set) var members: [CastMember] = []
  private var indexes: [ActorID: Int] = [:]
  private let gazetteer: ActorGazetteer
  private let language: LanguageCode

  init(gazetteer: ActorGazetteer, language: LanguageCode) {
    self.gazetteer = gazetteer
    self.language = language
  }

  /// The member for a row of the gazetteer.
  mutating func member(_ record: Int) -> Int { member(gazetteer.records[record]) }

  /// The member for a record.
  mutating func member(_ record: ActorRecord) -> Int {
    if let index = indexes[record.id] { return index }
    let name = record.name(language)
    let index = add(CastMember(id: record.id, kind: record.kind, name: name, parent: record.parent))
    if record.kind == .person { note(names: [record.indonesianName, record.englishName], of: index) }
    return index
  }

  /// A person, outlet or other actor that no table knows.
  mutating func unknown(_ name: String, kind: ActorKind, parent: ActorID? = nil) -> Int {
    let id = ActorID(rawValue: Self.prefix(kind) + Self.slug(name))
    if let index = indexes[id] { return index }
    if let record = gazetteer.index(of: id) { return member(record) }
    let index = add(CastMember(id: id, kind: kind, name: name, parent: parent))
    if kind == .person { note(names: [name], of: index) }
    return index
  }

  /// The persons whose name ends in a word.
  func persons(surname key: UInt64) -> [Int] {
    members.indices.filter { members[$0].kind == .person && members[$0].nameKeys.dropFirst().contains(key) }
  }

  /// The persons whose name begins with a word, as family names do in East Asia: `Wang` after `Wang Yi`.
  func persons(firstName key: UInt64) -> [Int] {
    members.indices.filter {
      members[$0].kind == .person && members[$0].nameKeys.count > 1 && members[$0].nameKeys.first == key
    }
  }

  /// Whether two members are one, or one belongs to the other.
  func areAffiliated(_ a: Int, _ b: Int) -> Bool {
    a == b || members[a].parent == members[b].id || members[b].parent == members[a].id
  }

  /// Whether the person speaks for the body: an official of an organization, a group or an agency. A state has too many
  /// voices for that.
  func speaks(_ person: Int, for body: Int) -> Bool {
    members[person].kind == .person && members[person].parent == members[body].id && members[body].kind != .state
  }

  /// Says to whom a member belongs, where that was not known.
  mutating func adopt(_ member: Int, by owner: Int) {
    if members[member].parent == nil, member != owner { members[member].parent = members[owner].id }
  }

  /// Whether the first belongs to the second, as a brigade does to its police.
  func isPart(_ part: Int, of body: Int) -> Bool { members[part].parent == members[body].id }

  /// The member of an id; nil where the article has not named it.
  func index(of id: ActorID) -> Int? { indexes[id] }

  private mutating func add(_ member: CastMember) -> Int {
    indexes[member.id] = members.count
    members.append(member)
    return members.count - 1
  }

  private mutating func note(names: [String], of index: Int) {
    for name in names {
      let text = SourceText(name)
      for token in Tokenizer.tokens(of: text) where token.kind == .word {
        if members[index].nameKeys.contains(token.key) { continue }
        members[index].nameKeys.append(token.key)
        members[index].nameWords.append(LatinFolding.fold(text[token.span]))
      }
    }
  }

  /// Lower-case ASCII letters and digits of a name, joined by hyphens.
  static func slug(_ name: String) -> String {
    var slug = ""
    for scalar in LatinFolding.fold(name).unicodeScalars {
      let isPlain = (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
      if isPlain {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
  }

  private static func prefix(_ kind: ActorKind) -> String {
    switch kind {
    case .person: "per."
    case .media: "med."
    case .armedGroup: "grp."
    default: "oth."
    }
  }
}
