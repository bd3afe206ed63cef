/// The keys of a place, made from the key table.
struct HelpPage {
  let keys: KeyTable
  let look: Look
  let context: KeyContext

  /// The lines in `width` columns.
  func lines(width: Int) -> [TextLine] {
    var lines: [TextLine] = [TextLine([Run(look.words["help.context.\(context)"], .title)])]
    for group in KeyGroup.allCases {
      let bindings = keys.bindings.filter { $0.group == group && $0.contexts.contains(context) && !$0.keys.isEmpty }
      guard !bindings.isEmpty else { continue }
      lines += [TextLine(), TextLine([Run(look.words["help.\(group.rawValue)"], .heading)])]
      lines += rows(bindings, width: width)
    }
    lines += [TextLine(), TextLine([Run(look.words["help.marks"], .heading)])]
    for entry in look.types.entries {
      let mark = look.mark(of: entry.type)
      var run = Run("  \(mark) ")
      run.style = look.style(of: entry.type)
      let name = look.name(of: entry.type)
      lines.append(TextLine([run, Run(name.padded(to: 14)), Run(entry.definition(look.words.language), .muted)]))
    }
    return lines
  }

  /// Two columns where there is room for them.
  private func rows(_ bindings: [KeyTable.Binding], width: Int) -> [TextLine] {
    let isWide = width >= 100
    let column = isWide ? width / 2 : width
    let cells = bindings.map { binding -> [Run] in
      let keys = binding.keys.map(\.label).joined(separator: " ")
      let name = look.words["command.\(binding.command.rawValue)"]
      return [Run("  " + keys.padded(to: 12), .key), Run(name.clipped(to: max(4, column - 15)), .hint)]
    }
    guard isWide else { return cells.map { TextLine($0) } }
    let half = (cells.count + 1) / 2
    return (0..<half).map { index in
      var left = cells[index]
      let used = left.reduce(0) { $0 + $1.text.count }
      left.append(Run(String(repeating: " ", count: max(1, column - used))))
      return TextLine(left + (index + half < cells.count ? cells[index + half] : []))
    }
  }
}

extension String {
  /// The text with blanks behind it, at least `width` characters long.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  /// The text with blanks before it.
  func paddedLeft(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
  /// At most `width` characters.
  func clipped(to width: Int) -> String { count <= width ? self : String(prefix(max(0, width - 1))) + "…" }
}
