import Temporal

/// A filter over a timeline, the same on the command line, in the reader and in exports. All its parts must hold.
public struct TimelineQuery: Sendable, Hashable {
  /// The parts.
  public var terms: [QueryTerm]

  /// A query; without terms it lets everything through.
  public init(terms: [QueryTerm] = []) { self.terms = terms }

  /// Lets everything through.
  public static let everything = TimelineQuery()
}

/// One condition of a query.
public struct QueryTerm: Sendable, Hashable {
  /// What is asked.
  public var condition: Condition
  /// Whether it must not hold.
  public var isNegated: Bool

  /// A term.
  public init(_ condition: Condition, negated: Bool = false) {
    self.condition = condition
    self.isNegated = negated
  }

  /// What is asked of an event.
  public enum Condition: Sendable, Hashable {
    /// An actor by id, or by a name or alias, case and accents ignored.
    case actor(String)
    /// A type by its code.
    case type(EventType)
    /// A status.
    case status(EventStatus)
    /// The event's days touch this span; a nil bound is open.
    case date(from: CivilDay?, to: CivilDay?)
    /// A place by id or name.
    case place(String)
    /// Words in summary, evidence, actors or title, case and accents ignored.
    case text(String)
    /// An article that tells it, by the article's id.
    case article(String)
    /// An article that tells the same story as the one with this id, in much the same words, or that one itself. Only a
    /// library knows what tells the same story.
    case story(String)
    /// A tag that a person has given.
    case tag(String)
    /// What a person has done with it.
    case remark(EventRemark)
  }
}

/// What a person may have done with an event, as a filter asks for it: `is:bookmarked`.
public enum EventRemark: String, Sendable, Hashable, CaseIterable {
  /// It has a note.
  case noted
  /// It is worth coming back to.
  case bookmarked
  /// It has a tag.
  case tagged
  /// It has been read.
  case read
  /// It has not been read.
  case unread
  /// It is shown otherwise than it was read.
  case corrected
}
