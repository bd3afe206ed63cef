/// One column of one row of the screen. It holds no reference, so that a screen is made, copied and compared as bytes.
public struct Cell: Sendable, Hashable {
  /// The base character; U+0000 in the right half of a wide character.
  public var base: Unicode.Scalar
  /// The marks on it.
  public var marks: CombiningMarks
  /// What it means.
  public var style: Style
  /// Columns that it takes: 1, 2, or 0 for the right half of a wide character.
  public var width: UInt8

  /// A cell.
  public init(
    _ base: Unicode.Scalar, marks: CombiningMarks = CombiningMarks(), _ style: Style = .text, width: UInt8 = 1
  ) {
    self.base = base
    self.marks = marks
    self.style = style
    self.width = width
  }

  /// Nothing.
  public static let blank = Cell(" ")

  /// The right half of a wide character.
  static func rightHalf(_ style: Style) -> Cell { Cell("\0", style, width: 0) }

  /// The base character with its marks; nil in the right half of a wide character.
  public var text: Character? {
    if width == 0 { return nil }
    if marks.isEmpty { return Character(base) }
    var scalars = String.UnicodeScalarView([base])
    for mark in marks.scalars { scalars.append(mark) }
    return Character(String(scalars))
  }
}

/// At most four marks that combine with a character, in their order; U+0000 where there is none.
public struct CombiningMarks: Sendable, Hashable {
  private var first: Unicode.Scalar = "\0"
  private var second: Unicode.Scalar = "\0"
  private var third: Unicode.Scalar = "\0"
  private var fourth: Unicode.Scalar = "\0"

  /// No marks.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { first == "\0" }

  /// The marks.
  public var scalars: [Unicode.Scalar] { [first, second, third, fourth].filter { $0 != "\0" } }

  /// Adds a mark; the fifth and later ones are left out.
  mutating func append(_ mark: Unicode.Scalar) {
    if first == "\0" {
      first = mark
    } else if second == "\0" {
      second = mark
    } else if third == "\0" {
      third = mark
    } else if fourth == "\0" {
      fourth = mark
    }
  }
}

/// Rows and columns of a screen.
public struct GridSize: Sendable, Hashable {
  /// How many rows.
  public let rows: Int
  /// How many columns.
  public let columns: Int

  /// A size, at least one by one and at most a thousand each way.
  public init(rows: Int, columns: Int) {
    self.rows = min(max(rows, 1), 1000)
    self.columns = min(max(columns, 1), 1000)
  }
}

/// A rectangle of a screen. One that has no room is empty: drawing into it draws nothing.
public struct Area: Sendable, Hashable {
  /// The first row.
  public var row: Int
  /// The first column.
  public var column: Int
  /// How many rows.
  public var height: Int
  /// How many columns.
  public var width: Int

  /// A rectangle; negative extents count as none.
  public init(row: Int, column: Int, height: Int, width: Int) {
    self.row = row
    self.column = column
    self.height = max(0, height)
    self.width = max(0, width)
  }

  /// Row `index` of the area, one high; empty where the area has no such row.
  public func line(_ index: Int) -> Area {
    let isInside = (0..<height).contains(index)
    return Area(row: row + index, column: column, height: isInside ? 1 : 0, width: width)
  }

  /// The `count` upper rows, and what is left below.
  public func splitRows(_ count: Int) -> (top: Area, rest: Area) {
    let count = min(max(0, count), height)
    return (
      Area(row: row, column: column, height: count, width: width),
      Area(row: row + count, column: column, height: height - count, width: width)
    )
  }

  /// The `count` left columns, and what is right of them.
  public func splitColumns(_ count: Int) -> (left: Area, rest: Area) {
    let count = min(max(0, count), width)
    return (
      Area(row: row, column: column, height: height, width: count),
      Area(row: row, column: column + count, height: height, width: width - count)
    )
  }

  /// The area without `columns` at its left and at its right.
  public func inset(_ columns: Int) -> Area {
    Area(row: row, column: column + columns, height: height, width: width - 2 * columns)
  }
}
