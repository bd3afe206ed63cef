/// A key as the terminal reports it.
public enum Key: Sendable, Hashable {
  /// A character.
  case character(Character)
  /// Ctrl with a letter, in lower case.
  case control(Character)
  /// Return.
  case enter
  /// Escape alone.
  case escape
  /// Tab.
  case tab
  /// Shift with tab.
  case backTab
  /// The key that deletes to the left.
  case backspace
  /// The key that deletes under the cursor.
  case delete
  /// An arrow.
  case up, down, left, right
  /// To the start or the end.
  case home, end
  /// By page.
  case pageUp, pageDown
  /// F1 to F12.
  case function(Int)

  /// How the key is written for people: `j`, `^L`, `Enter`.
  public var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }

  /// The key that `label` writes; nil where none is written so. A configuration names keys by it.
  public init?(label: String) {
    if label.count == 1, let character = label.first {
      self = .character(character)
      return
    }
    if label.count == 2, label.first == "^", let letter = label.last, letter.isLetter {
      self = .control(Character(letter.lowercased()))
      return
    }
    if label.first == "F", let number = Int(label.dropFirst()), (1...12).contains(number) {
      self = .function(number)
      return
    }
    let named: [Key] = [
      .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ]
    guard let key = named.first(where: { $0.label == label }) else { return nil }
    self = key
  }
}
