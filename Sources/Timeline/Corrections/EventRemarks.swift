/// What a person keeps with an event beside what it says.
public struct EventRemarks: Sendable, Hashable {
  /// Words to find it by, in the order in which they were given.
  public var tags: [String]
  /// Words kept with it.
  public var note: String?
  /// Whether it is worth coming back to.
  public var isBookmarked: Bool
  /// Whether it has been read.
  public var isRead: Bool

  /// Remarks; none where nothing is said.
  public init(tags: [String] = [], note: String? = nil, isBookmarked: Bool = false, isRead: Bool = false) {
    self.tags = tags
    self.note = note
    self.isBookmarked = isBookmarked
    self.isRead = isRead
  }

  /// Whether nothing is kept.
  public var isEmpty: Bool { self == EventRemarks() }

  /// Takes in what a correction says; one that changes the timeline says nothing here.
  public mutating func take(_ correction: Correction) {
    switch correction {
    case .note(let text): note = text.isEmpty ? nil : text
    case .tag(let word): if !tags.contains(word) { tags.append(word) }
    case .untag(let word): tags.removeAll { $0 == word }
    case .bookmark(let isOn): isBookmarked = isOn
    case .read(let isOn): isRead = isOn
    default: break
    }
  }
}
