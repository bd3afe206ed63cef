import Text
import Timeline

/// Makes the events of an article from its drafts.
struct EventAssembler {
  let scan: Scan
  let sentences: [TextSpan]
  let cast: Cast
  let tables: ExtractionTables
  let outlet: Int?

  func events(_ drafts: [Draft], _ occasions: [Occasion]) -> [Event] {
    let kept = drafts.indices.filter { drafts[$0].joinedTo == nil }
    var names: [Int: String] = [:]
    for (number, index) in kept.enumerated() { names[index] = "e\(number + 1)" }
    return kept.map { event(drafts[$0], names, drafts, occasions) }.enumerated().map { number, event in
      var event = event
      event.id = "e\(number + 1)"
      return event
    }
  }

  private func event(_ draft: Draft, _ names: [Int: String], _ drafts: [Draft], _ occasions: [Occasion]) -> Event {
    let governor = draft.governor.map { root(of: $0, drafts) }
    let governing = governor.map { drafts[$0] }
    var attribution = Attribution()
    let speakers = speakers(of: draft, occasions)
    attribution.speaker = (speakers.first { cast.members[$0].kind == .person } ?? speakers.first).map {
      cast.members[$0].id
    }
    attribution.chain = draft.chain.map { cast.members[$0].id }
    attribution.outlet = draft.outlet.map { cast.members[$0].id }
    let spans = draft.sentences.map { sentences[$0] }
    return Event(
      id: "", type: draft.type, subtype: draft.subtype, status: draft.status, summary: summary(spans.first),
      place: draft.place, date: draft.date ?? .unknown, saidOn: saidOn(draft, governing),
      participants: participants(draft, speakers),
      attribution: attribution, figures: draft.figures,
      evidence: Evidence(spans: spans, trigger: scan.span(draft.trigger)),
      reportedIn: draft.isDenied ? nil : governor.flatMap { names[$0] },
      deniedIn: draft.isDenied ? governor.flatMap { names[$0] } : nil)
  }

  /// Who says it. Of a body and the person who speaks for it on one occasion, a speech act has both, what is told in it
  /// the person.
  private func speakers(of draft: Draft, _ occasions: [Occasion]) -> [Int] {
    let named = draft.isSpeech ? draft.doers : draft.speakers
    guard let occasion = draft.occasion.map({ occasions[$0] }), !named.isEmpty else { return named }
    let persons = occasion.speakers.sorted().filter { speaker in
      cast.members[speaker].kind == .person && named.contains { $0 != speaker && cast.speaks(speaker, for: $0) }
    }
    if draft.isSpeech { return named + persons.filter { !named.contains($0) } }
    return persons.isEmpty
      ? named
      : persons + named.filter { name in !persons.contains { cast.speaks($0, for: name) } && !persons.contains(name) }
  }

  private func root(of index: Int, _ drafts: [Draft]) -> Int {
    var index = index
    for _ in drafts.indices {
      guard let next = drafts[index].joinedTo else { break }
      index = next
    }
    return index
  }

  private func saidOn(_ draft: Draft, _ governing: Draft?) -> EventDate? {
    draft.isSpeech ? draft.date : governing?.date
  }

  private func participants(_ draft: Draft, _ speakers: [Int]) -> [Participant] {
    let frame = tables.triggers[draft.row].frame
    var result: [Participant] = []
    func add(_ actors: [Int], _ role: Role) {
      for actor in actors {
        let participant = Participant(cast.members[actor].id, role)
        if !result.contains(participant) { result.append(participant) }
      }
    }
    if !draft.isSpeech { add(draft.isDenied ? [] : speakers, .speaker) }
    add(draft.isSpeech ? speakers : draft.doers, frame.doer)
    add(draft.sufferers, frame.sufferer == .subject ? .subject : .target)
    add(draft.receivers, .recipient)
    return result
  }

  /// The telling sentence without line breaks and runs of blanks, at most 240 bytes of it, cut between words.
  private func summary(_ span: TextSpan?) -> String {
    guard let span, span.end <= scan.text.count else { return "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(span.length, 244))
    var lastBlank = 0
    for byte in scan.text.bytes[span.start..<span.end] {
      if byte <= 32 {
        if bytes.last == 32 { continue }
        lastBlank = bytes.count
        bytes.append(32)
      } else {
        bytes.append(byte)
      }
      if bytes.count > 240, lastBlank > 0 { return String(decoding: bytes[..<lastBlank], as: UTF8.self) + " …" }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
