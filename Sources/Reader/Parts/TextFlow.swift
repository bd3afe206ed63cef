/// A piece of text in one style.
struct Run: Sendable, Hashable {
  /// The words.
  var text: String
  /// What they are.
  var style: Style

  /// A piece.
  init(_ text: String, _ meaning: Meaning = .text) {
    self.text = text
    style = Style(meaning)
  }
}

/// One line of a page of text.
struct TextLine: Sendable, Hashable {
  /// Its pieces, from left to right.
  var runs: [Run]
  /// The byte of the source text that it begins with, where it shows one.
  var offset: Int?

  /// A line.
  init(_ runs: [Run] = [], offset: Int? = nil) {
    self.runs = runs
    self.offset = offset
  }
}

/// Breaks styled text into lines at blanks; a word longer than a line is broken where the line ends.
enum TextFlow {
  /// The lines of `runs` in `width` columns, those after the first set in by `indent`.
  static func lines(_ runs: [Run], width: Int, indent: Int = 0, repertoire: Repertoire) -> [[Run]] {
    var flow = Flow(width: max(width, 1), indent: indent < width / 2 ? indent : 0, repertoire: repertoire)
    for run in runs { flow.add(run) }
    return flow.finish()
  }

  /// How many lines text makes in one style, without making them; nil where it holds more than plain characters.
  static func plainLineCount(_ bytes: ArraySlice<UInt8>, width: Int, repertoire: Repertoire) -> Int? {
    var (lines, line, word) = (0, 0, 0)
    func endWord() {
      // A word that is wider than a line begins in the rest of the one before, as all its pieces do.
      if word > width {
        let all = line + word
        lines += (all - 1) / width
        line = (all - 1) % width + 1
      } else {
        if line > 0, line + word > width {
          lines += 1
          line = 0
        }
        line += word
      }
      word = 0
    }
    var decoder = PlainDecoder(bytes: bytes, repertoire: repertoire)
    while let scalar = decoder.next() {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        endWord()
        if line > 0 || lines == 0, line < width { line += 1 }
      } else {
        word += 1
      }
    }
    guard decoder.isPlain else { return nil }
    endWord()
    return line > 0 || lines == 0 ? lines + 1 : lines
  }

  /// The scalars of bytes until one is more than a plain column.
  private struct PlainDecoder {
    let bytes: ArraySlice<UInt8>
    let repertoire: Repertoire
    var isPlain = true
    private var position: Int

    init(bytes: ArraySlice<UInt8>, repertoire: Repertoire) {
      self.bytes = bytes
      self.repertoire = repertoire
      position = bytes.startIndex
    }

    mutating func next() -> Unicode.Scalar? {
      guard position < bytes.endIndex else { return nil }
      let byte = bytes[position]
      if byte >= 0x20 && byte < 0x7F || byte == 9 || byte == 10 {
        position += 1
        return Unicode.Scalar(byte)
      }
      // Two and three bytes hold all plain characters (RFC 3629, section 3).
      let length = byte & 0xE0 == 0xC0 ? 2 : byte & 0xF0 == 0xE0 ? 3 : 0
      var value = length == 2 ? UInt32(byte & 0x1F) : UInt32(byte & 0x0F)
      guard length > 0, position + length <= bytes.endIndex else { return stop() }
      for next in bytes[(position + 1)..<(position + length)] { value = value << 6 | UInt32(next & 0x3F) }
      guard repertoire == .unicode, let scalar = Unicode.Scalar(value), CharacterWidth.isPlain(scalar) else {
        return stop()
      }
      position += length
      return scalar
    }

    private mutating func stop() -> Unicode.Scalar? {
      isPlain = false
      return nil
    }
  }

  private struct Flow {
    let width: Int
    let indent: Int
    let measure: Grid
    var lines: [[Run]] = []
    var line: [Run] = []
    var lineWidth = 0
    var word: [Run] = []
    var wordWidth = 0

    init(width: Int, indent: Int, repertoire: Repertoire) {
      self.width = width
      self.indent = indent
      measure = Grid(GridSize(rows: 1, columns: 1), repertoire: repertoire)
    }

    mutating func add(_ run: Run) {
      var piece = ""
      func flush(_ flow: inout Flow) {
        if !piece.isEmpty { flow.addToWord(piece, run.style) }
        piece = ""
      }
      for character in run.text {
        if character == " " || character == "\t" || character == "\n" || character == "\r\n" {
          flush(&self)
          endWord()
          addBlank(run.style)
        } else {
          piece.append(character)
        }
      }
      flush(&self)
    }

    private mutating func addToWord(_ text: String, _ style: Style) {
      var run = Run(text)
      run.style = style
      let textWidth = measure.width(of: text)
      if textWidth > width {
        addBroken(text, style)
        return
      }
      word.append(run)
      wordWidth += textWidth
    }

    /// A word without a blank that is wider than a line.
    private mutating func addBroken(_ text: String, _ style: Style) {
      endWord()
      for character in text.prefix(4096) {
        let columns = measure.width(of: String(character))
        if lineWidth + columns > width { breakLine() }
        append(Run(String(character)), style, columns)
      }
    }

    private mutating func endWord() {
      if lineWidth > 0, lineWidth + wordWidth > width { breakLine() }
      for run in word { append(run, run.style, measure.width(of: run.text)) }
      word = []
      wordWidth = 0
    }

    private mutating func addBlank(_ style: Style) {
      // Blanks at the start of the text set it in; those at the start of a later line are where it was broken.
      let isStart = lineWidth == 0 && lines.isEmpty
      if isStart || lineWidth > 0, lineWidth < width { append(Run(" "), style, 1) }
    }

    private mutating func append(_ run: Run, _ style: Style, _ columns: Int) {
      if let last = line.last, last.style == style {
        line[line.count - 1].text += run.text
      } else {
        var run = run
        run.style = style
        line.append(run)
      }
      lineWidth += columns
    }

    private mutating func breakLine() {
      lines.append(line)
      line = indent > 0 ? [Run(String(repeating: " ", count: indent))] : []
      lineWidth = indent
    }

    mutating func finish() -> [[Run]] {
      endWord()
      if lineWidth > 0 || lines.isEmpty { lines.append(line) }
      return lines
    }
  }
}
