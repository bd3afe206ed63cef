/// Elements of HTML, by what they do to the text in them (HTML Standard, section 4).
enum HTMLElement: UInt8, CaseIterable {
  case a, address, article, aside, audio, base, blockquote, body, br, button, canvas, caption, center, col, colgroup, dd
  case details, dialog, div, dl, dt, embed, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head
  case header, hr, html, iframe, img, input, li, link, main, map, math, menu, meta, nav, noembed, noframes, noscript
  case object, ol, optgroup, option, p, param, picture, pre, script, search, section, select, source, style, summary
  case svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, ul, video, wbr, xmp
  /// Everything that runs within a line, and every name that HTML does not know.
  case inline

  /// Names packed into eight bytes, to be found without making a string.
  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { element in
      element == .inline ? nil : packed(Array("\(element)".utf8)[...]).map { ($0, element) }
    })

  /// The element of a tag's name; capitals do not matter.
  init(name: ArraySlice<UInt8>) {
    self = Self.packed(name).flatMap { Self.byName[$0] } ?? .inline
  }

  /// Up to ten letters and digits at six bits each; nil where a name is longer or holds other signs.
  private static func packed(_ name: ArraySlice<UInt8>) -> UInt64? {
    guard name.count <= 10 else { return nil }
    var key: UInt64 = 0
    for byte in name {
      let letter = byte | 32
      let isDigit = byte >= 48 && byte <= 57
      guard isDigit || (letter >= 97 && letter <= 122) else { return nil }
      key = key << 6 | UInt64(isDigit ? byte - 48 + 27 : letter - 96)
    }
    return key
  }

  /// Has no end tag and nothing in it.
  var isVoid: Bool {
    switch self {
    case .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Makes no break in a line of text.
  var isInline: Bool {
    switch self {
    case .a, .embed, .img, .inline, .input, .link, .meta, .param, .picture, .source, .time, .track, .wbr: true
    default: false
    }
  }

  /// Holds characters, not tags, until its own end tag.
  var isRawText: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }

  /// What stands in it is no prose of the page.
  var isSilent: Bool {
    switch self {
    case .audio, .button, .canvas, .dialog, .fieldset, .head, .iframe, .map, .math, .noembed, .noframes, .noscript,
      .object, .option, .script, .select, .style, .svg, .template, .textarea, .title, .video, .xmp:
      true
    default: false
    }
  }

  /// Beside the article, unless most of the page's prose is in it.
  var isAside: Bool {
    switch self {
    case .address, .aside, .figcaption, .figure, .footer, .form, .menu, .nav, .search: true
    default: false
    }
  }

  /// A headline of any level.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whose end an opening tag of `next` stands for, though it is not written.
  func endsBefore(_ next: HTMLElement) -> Bool {
    switch self {
    case .p: !next.isInline && next != .br
    case .li: next == .li
    case .dd, .dt: next == .dd || next == .dt
    case .td, .th: next == .td || next == .th || next == .tr || next == .tbody
    case .tr: next == .tr || next == .tbody
    case .option: next == .option || next == .optgroup
    case .head: next != .noscript && next != .template
    default: false
    }
  }
}
