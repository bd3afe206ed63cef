import Temporal
import Timeline

/// Finds out when a page was published.
///
/// What is written for machines comes first, then the line with day and time under the headline, then the address. The day
/// is that of the outlet's own clock: metadata in universal time that differ by a day from what the page shows its readers
/// give way to it. Days in the margins, today's among them, are never asked.
struct PageDay {
  let outline: PageOutline
  let main: MainText
  let dates: FeedDateReader
  /// Where the page came from, or says that it belongs.
  let address: String?

  /// The day, with what told it; without a day where nothing does.
  var publication: Publication {
    let shown = shownLine
    if let told = toldToMachines {
      guard let day = told.day, told.time?.offset == 0 else { return told }
      let local = shown?.day ?? addressDay?.day
      if let local, local.number == day.number + 1 || local.number == day.number - 1 {
        return shown?.day == local ? shown ?? told : addressDay ?? told
      }
      return told
    }
    return shown ?? addressDay ?? line(among: linesAbove, needsTime: true) ?? firstMoment ?? Publication()
  }

  /// Linked data, then metadata, then a moment that is marked as the day of publication.
  private var toldToMachines: Publication? {
    let metadata = outline.metadata
    let marked = outline.moments.first { $0.isPublication && main.furniture[$0.node] != .foreign }?.value
    for words in [metadata.linkedData.published, metadata[.published], marked].compactMap({ $0 }) {
      let publication = dates.publication(words)
      if publication.day != nil { return publication }
    }
    return nil
  }

  /// The first `<time>` from the headline on that is no furniture.
  private var firstMoment: Publication? {
    let moment = outline.moments.first { main.furniture[$0.node] < .aside }
    return moment.map { dates.publication($0.value) }.flatMap { $0.day == nil ? nil : $0 }
  }

  /// `/2024/10/28/` or `/20241028` in the path of the address.
  private var addressDay: Publication? {
    guard let address, let host = address.split(separator: "/").dropFirst().first else { return nil }
    let path = address[host.endIndex...]
    var digits: [Int] = []
    let numbers = path.split { !$0.isNumber || !$0.isASCII }
    for number in numbers {
      if number.count == 4 || number.count == 2 || number.count == 1, let value = Int(number) {
        if number.count == 4 { digits = [value] } else if !digits.isEmpty { digits.append(value) }
        if digits.count == 3, let day = day(digits) { return found(day, address) }
      } else {
        digits = []
      }
    }
    for number in numbers where number.count == 8 {
      guard let value = Int(number), let day = day([value / 10_000, value / 100 % 100, value % 100]) else { continue }
      return found(day, address)
    }
    return nil
  }

  private func day(_ parts: [Int]) -> CivilDay? {
    guard parts[0] >= 1995, parts[0] < 2100 else { return nil }
    return CivilDay(year: parts[0], month: parts[1], day: parts[2])
  }

  private func found(_ day: CivilDay, _ address: String) -> Publication {
    Publication(day: day, basis: .inferred, evidence: address)
  }

  /// The line between the headline and the text, or right behind the text, that names one day: the first with a time of
  /// day, else the first.
  private var shownLine: Publication? { line(among: linesOfText, needsTime: false) }

  private func line(among lines: [Int], needsTime: Bool) -> Publication? {
    var dayOnly: Publication?
    for index in lines {
      let words = outline.text(of: outline.blocks[index])
      guard words.utf8.count < 120, Self.hasYear(words.utf8) else { continue }
      let publication = dates.publication(words)
      guard publication.day != nil else { continue }
      if publication.time != nil { return header(publication) }
      if !needsTime { dayOnly = dayOnly ?? header(publication) }
    }
    return dayOnly
  }

  private func header(_ publication: Publication) -> Publication {
    var publication = publication
    publication.basis = .header
    return publication
  }

  /// Blocks from the headline to the text, or a few before it, bylines and the like among them; then its first blocks and
  /// those right behind it that are no furniture.
  private var linesOfText: [Int] {
    guard let first = main.blocks.first, let last = main.blocks.last else { return [] }
    let head = (headline ?? max(0, first - 4))..<first
    let text = Array(first..<first + 3) + Array(last..<last + 4)
    return head.filter { furniture(of: $0) != .foreign }
      + text.filter { $0 < outline.blocks.count && furniture(of: $0) < .aside && !isTold($0) }
  }

  /// Whether a block is a sentence of the article, whose dates are of its story.
  private func isTold(_ block: Int) -> Bool {
    outline.blocks[block].isSentence && outline.blocks[block].count >= 40 && main.blocks.contains(block)
  }

  /// Blocks above all that, where pages show today's date as well: only a line with a time of day is taken from there.
  private var linesAbove: [Int] {
    guard let first = main.blocks.first else { return [] }
    let end = headline ?? max(0, first - 4)
    return (max(0, end - 12)..<end).filter { furniture(of: $0) != .foreign }
  }

  private func furniture(of block: Int) -> Furniture { main.furniture[outline.blocks[block].node] }

  private var headline: Int? {
    guard let first = main.blocks.first else { return nil }
    return outline.blocks.indices.last { $0 < first && outline.nodes[outline.blocks[$0].node].element == .h1 }
  }

  private static func hasYear(_ text: String.UTF8View) -> Bool {
    var digits: [UInt8] = []
    for byte in Array(text) + [32] {
      if byte >= 48 && byte <= 57 {
        digits.append(byte)
      } else {
        if digits.count == 4, digits.starts(with: [0x32, 0x30]) || digits.starts(with: [0x31, 0x39]) { return true }
        digits = []
      }
    }
    return false
  }
}
