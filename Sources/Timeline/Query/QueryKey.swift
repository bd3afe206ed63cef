/// The keys of a filter, as they stand before the colon and, with two hyphens, on the command line.
public enum QueryKey: String, Sendable, Hashable, CaseIterable {
  /// An actor by id, name or alias.
  case actor
  /// An event type's code.
  case type
  /// A status.
  case status
  /// A day, month or year, or an interval of them with `..`.
  case date
  /// The first day that may be touched.
  case after
  /// The last day that may be touched.
  case before
  /// A place by id or name.
  case place
  /// An article that tells it, by its id.
  case article
  /// An article that tells the same story as the one with that id.
  case story
  /// Words that must occur.
  case text
  /// The same as `text`, as the command line calls it.
  case search
  /// A tag.
  case tag
  /// What a person has done with it: `noted`, `bookmarked`, `tagged`, `read`, `unread`, `corrected`.
  case `is`
}
