import Text

/// The pieces of a damaged date, as they stand in the text: fragments of a sound date, and noise.
struct DamagedDate: Sendable, Hashable {
  /// A number or the name of a month.
  struct Piece: Sendable, Hashable {
    /// The digits as they were meant to be read: letters that a scanner put for digits are digits again.
    var digits = Digits()
    /// The month, where the piece is its name.
    var month: Int?
    /// Misspelt letters of a name.
    var errors = 0
    /// Whether only white space parts it from the piece before.
    var followsBlank = false
    var span = TextSpan(0, 0)

    var value: Int { digits.value }
    /// Whether it is a year as it stands.
    var isYear: Bool { month == nil && digits.count == 4 && (1900...2100).contains(value) }
    /// The piece as it is shown.
    var text: String { month.map { "month \($0)" } ?? digits.text }
  }

  var weekday: Weekday?
  var pieces: [Piece] = []
  /// Kinds of damage that the form itself shows, by their names in the damage table: a bracket in the wrong place, a
  /// doubled separator.
  var form: [String] = []
  /// Displaced pieces that stand behind other words.
  var displaced: [TextSpan] = []
  /// The part of the day and clock that stand in it.
  var direction: Int?

  init() {}

  /// A date whose form is sound and whose parts do not agree.
  init(_ fields: DateFields) {
    weekday = fields.weekday
    direction = fields.direction
    if let day = fields.day { pieces.append(Piece(digits: Digits(day))) }
    if let month = fields.month {
      pieces.append(fields.isNumeric ? Piece(digits: Digits(month)) : Piece(month: month))
    }
    if let year = fields.year { pieces.append(Piece(digits: Digits(year))) }
    isWhole = true
  }

  /// Whether day, month and year each stand in their place, so that no order is to be guessed.
  var isWhole = false
}
