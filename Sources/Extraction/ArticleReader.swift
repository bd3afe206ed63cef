import Temporal
import Text
import Timeline

/// Reads one article: sentences, actors, triggers, parts, dates, and at last events.
struct ArticleReader {
  let tables: ExtractionTables
  let splitter: SentenceSplitter
  let article: Article
  let dated: DatedText

  func annotate() -> AnnotatedArticle {
    let language = dated.language
    let scan = Scan(
      text: article.text, body: article.body, timexes: dated.timexes, lexicon: tables.lexicon(language),
      splitter: splitter, isIndonesian: language == .indonesian)
    let covered = coveredTokens(scan)
    var finder = MentionFinder(
      scan: scan, tables: tables, day: dated.published, timexOfToken: covered,
      isIndonesian: language == .indonesian, cast: Cast(gazetteer: tables.actors, language: language))
    finder.run(outlet: article.outlet)
    var builder = DraftBuilder(
      scan: scan, tables: tables, timexes: dated.timexes, timexOfToken: covered, language: language, cast: finder.cast)
    builder.weigh(finder.mentions)
    readSentences(scan, finder.mentions, language, &builder)
    var drafts = builder.drafts
    var book = OccasionBook(cast: finder.cast, timexes: dated.timexes)
    for index in drafts.indices { book.file(index, &drafts) }
    for index in drafts.indices where drafts[index].occasion == nil {
      drafts[index].occasion = drafts[index].governor.flatMap { drafts[$0].occasion }
    }
    var occasions = book.occasions
    let dater = EventDater(
      text: article.text, timexes: dated.timexes, published: dated.published, publishedRule: publishedRule,
      drafts: drafts)
    dater.date(&drafts, &occasions)
    DraftMerger.merge(&drafts, occasions)
    let sentences = scan.sentences.map { scan.span($0) }
    let events = EventAssembler(scan: scan, sentences: sentences, cast: finder.cast, tables: tables, outlet: nil)
      .events(drafts, occasions)
    var result = article
    if result.publication.day == nil, let day = dated.published {
      result.publication = Publication(day: day, basis: .inferred)
    }
    result.language = language
    return AnnotatedArticle(
      article: result, sentences: sentences, timexes: dated.timexes,
      actors: actors(scan, finder, events), events: events)
  }

  private var publishedRule: String {
    article.publication.day == nil ? "the publication day, which is inferred" : "the publication day"
  }

  private func readSentences(
    _ scan: Scan, _ mentions: [Mention], _ language: LanguageCode, _ builder: inout DraftBuilder
  ) {
    var nextMention = 0
    var nextTimex = 0
    let sections = SectionDates(scan: scan, timexes: dated.timexes).overSentences()
    for (index, tokens) in scan.sentences.enumerated() {
      let firstMention = nextMention
      while nextMention < mentions.count, mentions[nextMention].tokens.lowerBound < tokens.upperBound {
        nextMention += 1
      }
      let end = scan.span(tokens).end
      let firstTimex = nextTimex
      while nextTimex < dated.timexes.count, dated.timexes[nextTimex].span.start < end { nextTimex += 1 }
      if NoiseFilter.isNoise(tokens, scan) { continue }
      let inside = mentions[firstMention..<nextMention]
      let predicates = PredicateFinder(
        scan: scan, tables: tables, mentions: inside, sentence: tokens, language: language,
        timexOfToken: builder.timexOfToken
      )
      .predicates()
      if predicates.isEmpty { continue }
      let reading = SentenceReading(
        index: index, tokens: tokens, mentions: inside, predicates: predicates, section: sections[index])
      builder.read(reading, timexes: firstTimex..<nextTimex)
    }
  }

  private func coveredTokens(_ scan: Scan) -> [Bool] {
    var covered = [Bool](repeating: false, count: scan.tokens.count)
    var index = 0
    for timex in dated.timexes {
      while index < scan.tokens.count, scan.tokens[index].span.end <= timex.span.start { index += 1 }
      var inside = index
      while inside < scan.tokens.count, scan.tokens[inside].span.start < timex.span.end {
        covered[inside] = true
        inside += 1
      }
    }
    return covered
  }

  /// Named actors, and of those without a name the ones that take part in an event.
  private func actors(_ scan: Scan, _ finder: MentionFinder, _ events: [Event]) -> [Actor] {
    var evidence: [ActorID: [TextSpan]] = [:]
    for event in events {
      let others = [event.attribution.speaker, event.attribution.outlet].compactMap { $0 } + event.attribution.chain
      for actor in event.participants.map(\.actor) + others { evidence[actor, default: []] += event.evidence.spans }
    }
    var actors = finder.cast.members.map { Actor(id: $0.id, kind: $0.kind, name: $0.name, parent: $0.parent) }
    for mention in finder.mentions {
      guard let actor = mention.actor else { continue }
      let span = scan.span(mention.tokens)
      let tells = evidence[actors[actor].id] ?? []
      if mention.isDescription, !tells.contains(where: { $0.contains(span) }) { continue }
      let reason = mention.reason.map { finder.reasons[$0] }
      actors[actor].mentions.append(ActorMention(span: span, text: article.text[span], reason: reason))
    }
    return actors.filter { !$0.mentions.isEmpty || evidence[$0.id] != nil }
  }
}
