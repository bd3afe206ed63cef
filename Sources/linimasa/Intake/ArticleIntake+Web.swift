import Foundation
import Timeline

extension ArticleIntake {
  /// Whether a source is on the web.
  static func isAddress(_ source: String) -> Bool {
    source.hasPrefix("http://") || source.hasPrefix("https://")
  }

  /// Reads pages and feeds from the web, all at once.
  ///
  /// - Returns: whether all of them could be read.
  func read(addresses: [String], take: (Article) throws -> Void) throws -> Bool {
    try withoutActuallyEscaping(take) { take in
      var isComplete = true
      let web = WebIntake(documents: documents, today: WallClock.today)
      for (number, address) in addresses.enumerated() { web.ask(number, url: address, purpose: .page) }
      try web.run(
        WebIntake.Handlers(
          take: { try take($1) },
          miss: { _, page, reason in
            Diagnostics.note("\(page): \(reason)")
            isComplete = false
          },
          postpone: { _, article in
            Diagnostics.note("\(article.url ?? article.id): the server asks to wait; the feed's own words are taken")
            isComplete = false
            try take(article)
          },
          end: { number, outcome in
            switch outcome {
            case .read(_, let feed), .partly(_, let feed, _, _):
              for note in feed?.notes ?? [] { Diagnostics.note("\(addresses[number]): \(note)") }
            case .unchanged: break
            case .failed(let reason, _):
              Diagnostics.note("\(addresses[number]): \(reason)")
              isComplete = false
            }
          }))
      return isComplete
    }
  }
}
