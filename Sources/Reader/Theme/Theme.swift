/// How meanings look. A theme decides colors and attributes; shape carries every meaning, color only repeats it.
public struct Theme: Sendable, Hashable {
  /// Its name in a configuration.
  public let name: String
  private let colors: [Hue: ThemeColor]
  private let accents: [Accent: ThemeColor]
  /// Whether colors are used at all.
  public let hasColors: Bool
  /// Whether what matters less is dimmed.
  private let dims: Bool

  enum Accent: Hashable { case key, actor, place, date, doubt, evidence, failure, density }

  /// How a style looks.
  public func attributes(of style: Style) -> TextAttributes {
    var attributes = base(style.meaning)
    if style.isSelected {
      // One look for the whole row: it stands out more, and changes with fewer bytes.
      attributes = TextAttributes(isUnderlined: attributes.isUnderlined, isReverse: true)
    }
    if style.isMatch { attributes.isReverse.toggle() }
    if !hasColors { attributes.color = nil }
    return attributes
  }

  private func base(_ meaning: Meaning) -> TextAttributes {
    switch meaning {
    case .text, .hint: TextAttributes()
    case .title, .trigger: TextAttributes(isBold: true)
    case .heading: TextAttributes(isBold: !dims)
    case .muted, .gap: TextAttributes(isDim: dims)
    case .key: TextAttributes(color: accents[.key], isBold: true)
    case .prompt: TextAttributes(isBold: true)
    case .failure: TextAttributes(color: accents[.failure], isBold: true)
    case .actor: TextAttributes(color: accents[.actor], isBold: true)
    case .place: TextAttributes(color: accents[.place])
    case .link: TextAttributes(isUnderlined: true)
    case .date: TextAttributes(color: accents[.date])
    case .doubt: TextAttributes(color: accents[.doubt], isUnderlined: true)
    case .evidence: TextAttributes(color: accents[.evidence], isUnderlined: true)
    case .density: TextAttributes(isDim: dims)
    case .matchingDensity: TextAttributes(color: accents[.density])
    case .hue(let hue): TextAttributes(color: colors[hue], isBold: hue == .force || hue == .territory)
    }
  }

  /// The theme called `name`; nil where there is none.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// Every theme.
  public static let all = [dark, light, mono, highContrast]

  /// For dark backgrounds; readable on gray ones too. The colors keep apart for eyes that confuse red and green
  /// (Okabe and Ito, Color Universal Design). Of the eight colors red, magenta and blue are too
  /// dark here; bold tells force from unrest.
  public static let dark = Theme(
    name: "default",
    colors: [
      .force: ThemeColor(.yellow, 209), .territory: ThemeColor(.yellow, 209), .blame: ThemeColor(.white, 176),
      .pressure: ThemeColor(.white, 176), .speech: ThemeColor(.cyan, 75), .talks: ThemeColor(.cyan, 80),
      .aid: ThemeColor(.green, 78), .relief: ThemeColor(.green, 78), .movement: ThemeColor(.yellow, 214),
      .unrest: ThemeColor(.yellow, 220),
    ],
    accents: [
      .key: ThemeColor(.yellow, 220), .actor: ThemeColor(.cyan, 117), .place: ThemeColor(.green, 114),
      .date: ThemeColor(.cyan, 111), .doubt: ThemeColor(.yellow, 220), .failure: ThemeColor(.yellow, 209),
      .density: ThemeColor(.cyan, 80),
    ], hasColors: true, dims: true)

  /// For light backgrounds. Of the eight colors green, yellow and cyan are too bright here.
  public static let light = Theme(
    name: "light",
    colors: [
      .force: ThemeColor(.red, 124), .territory: ThemeColor(.red, 124), .blame: ThemeColor(.magenta, 90),
      .pressure: ThemeColor(.magenta, 90), .speech: ThemeColor(.blue, 25), .talks: ThemeColor(.blue, 23),
      .aid: ThemeColor(.blue, 22), .relief: ThemeColor(.blue, 22), .movement: ThemeColor(.magenta, 94),
      .unrest: ThemeColor(.magenta, 94),
    ],
    accents: [
      .key: ThemeColor(.blue, 25), .actor: ThemeColor(.blue, 24), .place: ThemeColor(.blue, 22),
      .date: ThemeColor(.blue, 19), .doubt: ThemeColor(.red, 124), .failure: ThemeColor(.red, 124),
      .density: ThemeColor(.blue, 25),
    ], hasColors: true, dims: false)

  /// No colors: attributes only.
  public static let mono = Theme(name: "mono", colors: [:], accents: [:], hasColors: false, dims: true)

  /// Nothing dimmed, nothing colored but what failed.
  public static let highContrast = Theme(
    name: "high-contrast", colors: [:], accents: [:], hasColors: false, dims: false)
}

/// One color: among the eight that every terminal has, and among 256.
public struct ThemeColor: Sendable, Hashable {
  /// One of eight.
  public let basic: BasicColor
  /// One of xterm's 256.
  public let extended: Int

  init(_ basic: BasicColor, _ extended: Int) {
    self.basic = basic
    self.extended = extended
  }
}

/// The eight colors in the order of their numbers (ECMA-48, SGR 30 to 37).
public enum BasicColor: Int, Sendable, Hashable {
  // In order.
  case black, red, green, yellow, blue, magenta, cyan, white
}

/// Color and attributes of a cell.
public struct TextAttributes: Sendable, Hashable {
  /// The foreground; nil for the terminal's own. The background is always the terminal's own.
  public var color: ThemeColor?
  /// Bold.
  public var isBold = false
  /// Dim.
  public var isDim = false
  /// Underlined.
  public var isUnderlined = false
  /// Foreground and background exchanged.
  public var isReverse = false
}
