import Temporal

extension Correction {
  /// The name of what is corrected.
  public var kind: String {
    switch self {
    case .date: "date"
    case .type: "type"
    case .status: "status"
    case .addActor: "add-actor"
    case .removeActor: "remove-actor"
    case .role: "role"
    case .hide: "hide"
    case .split: "split"
    case .join: "join"
    case .write: "write"
    case .note: "note"
    case .tag: "tag"
    case .untag: "untag"
    case .bookmark: "bookmark"
    case .read: "read"
    case .merge: "merge"
    case .splitName: "split-name"
    }
  }

  /// What it is corrected to, as text that `init(kind:value:)` reads: `2024-10-27..2024-10-28`.
  public var value: String {
    switch self {
    case .date(let date): date.byHand
    case .type(let type): type.rawValue
    case .status(let status): status.rawValue
    case .addActor(let actor): "\(actor.role.rawValue) \(actor.id) \(actor.name)"
    case .removeActor(let id), .merge(let id): id.rawValue
    case .role(let id, let role): "\(role.rawValue) \(id)"
    case .join(let reference): reference.description
    case .write(let event): event.text
    case .note(let text), .tag(let text), .untag(let text), .splitName(let text): text
    case .bookmark(let isOn), .read(let isOn): isOn ? "yes" : "no"
    case .hide, .split: ""
    }
  }

  /// A correction from its text; nil where it is none.
  ///
  /// ```swift
  /// Correction(kind: "role", value: "speaker st.PRK")  // .role("st.PRK", .speaker)
  /// ```
  public init?(kind: String, value: String) {
    func read(_ correction: Correction?) -> Correction? { correction }
    let parts = value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    let part = parts.first.flatMap(Role.init(rawValue:))
    let id = parts.count > 1 && !parts[1].isEmpty ? ActorID(rawValue: parts[1]) : nil
    let isWord = !value.isEmpty && !value.contains(" ")
    let made: Correction? =
      switch kind {
      case "date": EventDate(byHand: value).map { .date($0) }
      case "type": isWord ? .type(EventType(rawValue: value)) : nil
      case "status": EventStatus(rawValue: value).map { .status($0) }
      case "add-actor": Self.added(part, id, parts)
      case "remove-actor": isWord ? .removeActor(ActorID(rawValue: value)) : nil
      case "role": Self.part(part, id, parts)
      case "hide": .hide
      case "split": .split
      case "join": EventReference(value).map { .join($0) }
      case "write": WrittenEvent(text: value).map { .write($0) }
      case "note": .note(value)
      case "tag": Self.word(value).map { .tag($0) }
      case "untag": Self.word(value).map { .untag($0) }
      case "bookmark": Self.flag(value).map { .bookmark($0) }
      case "read": Self.flag(value).map { .read($0) }
      case "merge": isWord ? .merge(ActorID(rawValue: value)) : nil
      case "split-name": value.isEmpty ? nil : .splitName(value)
      default: nil
      }
    guard let made else { return nil }
    self = made
  }

  private static func added(_ role: Role?, _ id: ActorID?, _ parts: [String]) -> Correction? {
    guard let role, let id, parts.count == 3, !parts[2].isEmpty else { return nil }
    return .addActor(NamedActor(id: id, role: role, name: parts[2]))
  }

  private static func part(_ role: Role?, _ id: ActorID?, _ parts: [String]) -> Correction? {
    guard let role, let id, parts.count == 2 else { return nil }
    return .role(id, role)
  }

  /// A tag is one word, so that a filter can name it.
  private static func word(_ text: String) -> String? {
    text.isEmpty || text.contains(where: \.isWhitespace) ? nil : text
  }

  /// No word says yes, as a bookmark was written before it could be taken away.
  private static func flag(_ text: String) -> Bool? {
    text.isEmpty || text == "yes" ? true : text == "no" ? false : nil
  }
}
