/// What a cell means. How that looks, a `Theme` decides: a meaning never names a color.
public struct Style: Sendable, Hashable {
  /// What the text is.
  public var meaning: Meaning
  /// Whether the cell belongs to the selected row.
  public var isSelected: Bool
  /// Whether the text was searched for.
  public var isMatch: Bool

  /// A style.
  public init(_ meaning: Meaning = .text, selected: Bool = false, match: Bool = false) {
    self.meaning = meaning
    isSelected = selected
    isMatch = match
  }

  /// Plain text.
  public static let text = Style()
}

/// What a piece of the screen is.
public enum Meaning: Sendable, Hashable {
  /// Running text.
  case text
  /// The line that says where one is.
  case title
  /// Matters less than the text around it.
  case muted
  /// A month's line, a pane's line.
  case heading
  /// Days without events.
  case gap
  /// A key that can be pressed.
  case key
  /// What a key does.
  case hint
  /// What is being typed.
  case prompt
  /// Something failed.
  case failure
  /// An actor's name.
  case actor
  /// A place's name.
  case place
  /// An address that can be opened: of what it links to, `Grid.link` tells.
  case link
  /// A date, and the words of one.
  case date
  /// A date that had to be repaired, or is in doubt.
  case doubt
  /// The words that prove an event.
  case evidence
  /// The trigger among them.
  case trigger
  /// The density of everything.
  case density
  /// The density of what passes the filter.
  case matchingDensity
  /// A type of event, by its class.
  case hue(Hue)
}

/// The classes of event types, as `events/types.tsv` names them.
public enum Hue: String, Sendable, Hashable, CaseIterable {
  /// Statements and briefings.
  case speech
  /// Accusations, threats, demands.
  case blame
  /// Meetings and agreements.
  case talks
  /// Arms and relief given.
  case aid
  /// Troops that move.
  case movement
  /// Force.
  case force
  /// Places that change hands.
  case territory
  /// Arrests, sieges, sanctions.
  case pressure
  /// Retreats and releases.
  case relief
  /// Protest in the street.
  case unrest
  /// A class that this program does not know.
  case other
}
