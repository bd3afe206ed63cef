import Text
import Timeline

/// What an event rests on, marked in its text: `‹on Monday›d`, readable without color.
struct EvidenceMarks {
  /// What a stretch of text is for the event.
  struct Mark: Hashable {
    let span: TextSpan
    let meaning: Meaning
    /// The letter behind it: date, actor, place, trigger.
    let letter: String
  }

  /// The marks in the order of the text, none overlapping.
  let marks: [Mark]
  /// The sentences that tell the event.
  let evidence: [TextSpan]
  private let source: SourceText

  /// The marks of a mention's event.
  init(_ mention: EventMention) {
    let event = mention.event
    source = mention.article.text
    evidence = event.evidence.spans.sorted()
    let reach = evidence.reduce(nil as TextSpan?) { $0?.union($1) ?? $1 }
    let parts = Set(event.participants.map(\.actor))
    var found: [Mark] = []
    if let span = event.date.expressionSpan { found.append(Mark(span: span, meaning: .date, letter: "d")) }
    found.append(Mark(span: event.evidence.trigger, meaning: .trigger, letter: "v"))
    if let span = event.place?.span { found.append(Mark(span: span, meaning: .place, letter: "p")) }
    for actor in mention.actors where parts.contains(actor.id) {
      for name in actor.mentions where reach?.overlaps(name.span) ?? false {
        found.append(Mark(span: name.span, meaning: .actor, letter: "a"))
      }
    }
    var marks: [Mark] = []
    for mark in found.filter({ !$0.span.isEmpty }) where !marks.contains(where: { $0.span.overlaps(mark.span) }) {
      marks.append(mark)
    }
    self.marks = marks.sorted { $0.span < $1.span }
  }

  /// The words of a stretch of the text with the marks in it.
  func runs(of stretch: TextSpan, look: Look, letters: Bool) -> [Run] {
    var runs: [Run] = []
    var position = stretch.start
    for mark in marks where stretch.overlaps(mark.span) {
      let start = max(mark.span.start, position)
      appendPlain(TextSpan(position, start), to: &runs)
      let end = min(mark.span.end, stretch.end)
      let open = mark.span.start >= stretch.start ? look.glyph(letters ? "‹" : "[", letters ? "<" : "[") : ""
      let close = mark.span.end <= stretch.end ? look.glyph(letters ? "›" : "]", letters ? ">" : "]") : ""
      // A letter behind the mark tells what it is; without one the mark is of one look.
      let edge = letters ? Meaning.muted : mark.meaning
      runs.append(Run(open, edge))
      runs.append(Run(source[TextSpan(start, end)], mark.meaning))
      runs.append(Run(close + (letters && !close.isEmpty ? mark.letter : ""), edge))
      position = end
    }
    appendPlain(TextSpan(position, stretch.end), to: &runs)
    return runs.filter { !$0.text.isEmpty }
  }

  /// Words between marks; those of the evidence are told apart.
  private func appendPlain(_ span: TextSpan, to runs: inout [Run]) {
    var position = span.start
    for part in evidence where part.overlaps(TextSpan(position, span.end)) {
      if part.start > position { runs.append(Run(source[TextSpan(position, part.start)])) }
      let start = max(part.start, position)
      let end = min(part.end, span.end)
      runs.append(Run(source[TextSpan(start, end)], .evidence))
      position = end
    }
    if position < span.end { runs.append(Run(source[TextSpan(position, span.end)])) }
  }
}
