import ArgumentParser
import Extraction
import Foundation
import Library
import Text

/// `linimasa feed update`.
struct FeedUpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Reads what is new in the subscriptions into the library.",
    discussion: """
      A feed that failed, or whose server asked to wait, is left alone until it is due again; linimasa feed list shows \
      when. Where a feed holds only the beginning of an article, the whole is fetched from its page.

      Example: linimasa feed update
      """)

  @Argument(help: "Addresses of the feeds to read; none: all.")
  var addresses: [String] = []
  @Flag(help: "Read only feeds that are due, for a timer.")
  var due = false
  @Flag(help: "Read also feeds that are to be left alone for now.")
  var now = false
  @Flag(inversion: .prefixedNo, help: "Fetch the page where a feed holds only a few words.")
  var fullText = true
  @Flag(help: "Say nothing of what goes well while it goes on.")
  var quiet = false
  @Option(help: "Seconds that one document may take.")
  var timeout = 60.0
  @OptionGroup var library: LibraryOption
  @OptionGroup var resources: ResourceOptions

  func validate() throws {
    guard timeout > 0, timeout <= 3600 else { throw ValidationError("--timeout is from 1 to 3600 seconds") }
  }

  func run() throws {
    let file = try library.open()
    let (chosen, isComplete) = try choose(try file.subscriptions())
    var update = FeedUpdate(
      library: file, intake: try ArticleIntake(resources: resources.folder()), now: { WallClock.now },
      chance: { Double.random(in: 0..<1) }, progress: FeedProgress(total: chosen.count, isQuiet: quiet))
    update.seconds = timeout
    update.followsLinks = fullText
    let report = try update.run(chosen)
    try StandardOutput.line(report.summary)
    if !isComplete || report.hasFailures { throw ExitCode(1) }
  }

  /// The feeds to read, and whether every address is a subscription.
  private func choose(_ all: [Subscription]) throws -> ([Subscription], isComplete: Bool) {
    var isComplete = true
    var wanted = all
    if !addresses.isEmpty {
      let urls = Set(addresses.map { FeedAddress.subscribable($0) ?? $0 })
      wanted = all.filter { urls.contains($0.url) }
      for url in urls.subtracting(wanted.map(\.url)).sorted() {
        Diagnostics.note("\(url): there is no such subscription; linimasa feed add subscribes to it")
        isComplete = false
      }
    } else if all.isEmpty {
      Diagnostics.note("there are no subscriptions; add one with linimasa feed add URL")
    }
    let time = WallClock.now
    if due { wanted = wanted.filter { $0.due.map { $0 <= time } ?? true } }
    if now { return (wanted, isComplete) }
    for feed in wanted where feed.isHeldBack(at: time) {
      let until = feed.due.map(FeedListCommand.time) ?? ""
      Diagnostics.note(
        "\(FeedCommand.shown(feed.url)): left alone until \(until), since \(feed.error ?? "it failed"); --now reads it anyway"
      )
    }
    return (wanted.filter { !$0.isHeldBack(at: time) }, isComplete)
  }
}
