import ArgumentParser
import Foundation
import Text
import Timeline

/// `linimasa article`: what is read of pages, files or feeds.
struct ArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Shows what is read of pages or files: title, day, outlet, language, text.",
    discussion: "Example: linimasa article page.html")

  @Argument(help: "Files, folders, addresses, or - for standard input.")
  var sources: [String]
  @Flag(help: "Write one JSON object an article.")
  var json = false
  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let hasFailures = try ArticleIntake(resources: resources.folder(), depth: .dates).read(sources) { annotated in
      let article = annotated.article
      try StandardOutput.line(json ? Self.object(article) : Self.page(article))
    }
    if hasFailures { throw ExitCode(1) }
  }

  private static func page(_ article: Article) -> String {
    let published = article.publication
    let day = published.day.map { day in
      "\(day)\(published.time.map { " \($0)" } ?? "") (\(published.basis.rawValue)\(published.evidence.map { ": \($0)" } ?? ""))"
    }
    let lines = [
      ("title", article.title), ("published", day ?? "unknown"), ("outlet", article.outlet),
      ("language", article.language.rawValue), ("address", article.url),
    ]
    let head = lines.compactMap { name, value in value.map { VisibleText.line("\(name): \($0)") } }
    return head.joined(separator: "\n") + "\n\n" + VisibleText.lines(article.text[article.body])
  }

  private static func object(_ article: Article) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("id", article.id)
      json.field("title", article.title)
      json.field("url", article.url)
      json.field("outlet", article.outlet)
      json.field("language", article.language.rawValue)
      json.field("published", article.publication.day?.description)
      json.field("time", article.publication.time?.description)
      json.field("published_basis", article.publication.basis.rawValue)
      json.field("published_evidence", article.publication.evidence)
      json.field("text", article.text[article.body])
    }
    return json.string
  }
}
