import Temporal
import Text

extension EntryDetail {
  /// The event as the best source tells it.
  var event: Event? { mentions.first?.event }

  /// The names of the actors that play a part.
  func names(_ role: Role) -> [String] { entry.actors.filter { $0.role == role }.map(\.name) }

  /// What a reader must know beside the summary: that it is claimed or planned, denied, disputed, or rests on a repaired
  /// date.
  var remarks: [String] {
    var remarks: [String] = []
    if entry.status == .claimed || entry.status == .planned { remarks.append(entry.status.rawValue) }
    if entry.isDenied { remarks.append("denied") }
    if entry.isCorrected { remarks.append("corrected by hand") }
    if entry.sourcesDisagree { remarks.append("sources disagree") }
    if entry.date.basis == .repaired { remarks.append("repaired date") }
    return remarks
  }
}

extension EventMention {
  /// The words that prove the event, one string a span, with line breaks as blanks.
  var quotes: [String] { event.evidence.spans.map { article.text[$0] } }

  /// The article's address where it is one that may be followed.
  var link: String? { article.url.flatMap(WebAddress.init)?.string }

  /// Outlet, title and publication day, as a source is cited: `Kabar Uji, "Title", 28 Oct 2024`.
  func citation(_ words: DateWords) -> String {
    let day = article.publication.day.map {
      DateLabel(EventDate(start: $0, end: $0, precision: .day, basis: .explicit), words: words).short
    }
    let parts = [article.outlet, article.title.map { "\"\($0)\"" }, day].compactMap { $0 }
    return parts.isEmpty ? article.id : parts.joined(separator: ", ")
  }
}

/// An address of the web that may stand in a link: `http` or `https`, with every character that could end the link or
/// steer a program percent-encoded. Anything else (`javascript:`, `data:`, `file:`) is none.
struct WebAddress {
  let string: String

  init?(_ text: String) {
    let lower = LatinFolding.fold(text)
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&*+,;=%".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if allowed.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    string = String(decoding: bytes, as: UTF8.self)
  }
}
