import Temporal
import Timeline

extension Model {
  // MARK: - What is corrected

  /// A correction of the selected event. It is asked what it is to be, where that is not plain.
  mutating func performEdit(_ command: Command) -> [Effect] {
    switch command {
    case .history: return openHistory()
    case .writeEvent:
      chooseType(.writeType)
      return []
    case .undo: return [.edit(.undo(nil))]
    case .redo: return [.edit(.redo(nil))]
    default: break
    }
    guard let entry = selection else { return [] }
    let id = entry.key.id
    switch command {
    case .correct: screens.append(.menu(.edit, ListCursor()))
    case .setDate: ask(for: .edit(.date(id)))
    case .setType: chooseType(.type(id))
    case .setStatus:
      choose(.status(id), EventStatus.allCases.map { ($0.rawValue, look.words["status.\($0.rawValue)"], "") })
    case .setActors: chooseActorEdit(of: entry)
    case .joinEvent: chooseEvent(.join(id))
    case .note: ask(for: .edit(.note(id)), entry.remarks.note ?? "")
    case .tag: ask(for: .edit(.tag(id)))
    case .confirmDate: return make(.date(entry.date), of: id)
    case .hideEvent: return make(.hide, of: id)
    case .bookmark: return make(.bookmark(!entry.remarks.isBookmarked), of: id)
    case .markRead: return make(.read(!entry.remarks.isRead), of: id)
    case .splitEvent: return splitEvent()
    default: break
    }
    return []
  }

  /// Asks for a correction of the event that an entry shows.
  private mutating func make(_ correction: Correction?, of entry: Int64) -> [Effect] {
    guard let correction else { return [] }
    guard let event = details.event(of: entry) else {
      notice = Notice(text: look.words["list.loading"])
      waitingCorrection = (correction, entry)
      return []
    }
    return [.edit(.make(correction, of: .event(event)))]
  }

  /// Makes the correction that waited for its entry, once it is read.
  mutating func makeWaitingCorrection() -> [Effect] {
    guard let (correction, entry) = waitingCorrection, details.event(of: entry) != nil else { return [] }
    (waitingCorrection, notice) = (nil, nil)
    return make(correction, of: entry)
  }

  /// The article that is shown leaves the others; in the list it is the last one, since the first is the best.
  private mutating func splitEvent() -> [Effect] {
    guard let mentions = shownDetail?.mentions, mentions.count > 1, let last = mentions.last else {
      notice = Notice(text: look.words["edit.oneSource"])
      return []
    }
    var chosen = last
    if case .article(let state)? = screens.last, mentions.indices.contains(state.mention) {
      chosen = mentions[state.mention]
    }
    return [.edit(.make(.split, of: .event(EventReference(chosen.event, in: chosen.article))))]
  }

  // MARK: - What is asked

  private mutating func choose(
    _ question: EditQuestion, _ options: [(value: String, label: String, hint: String)]
  ) {
    let all = options.map { ChoiceState.Option(value: $0.value, label: $0.label, hint: $0.hint) }
    screens.append(.choice(ChoiceState(.edit(question), all)))
  }

  private mutating func chooseType(_ question: EditQuestion) {
    let types = look.types.entries.map {
      ($0.type.rawValue, "\(look.mark(of: $0.type)) \(look.name(of: $0.type))", $0.definition(look.words.language))
    }
    choose(question, types)
  }

  private mutating func chooseActorEdit(of entry: TimelineEntry) {
    var options: [(String, String, String)] = []
    for actor in entry.distinctActors {
      options.append(("remove-actor \(actor.id)", look.words.text("edit.removeActor", ["actor": actor.name]), ""))
      let parts = Set(entry.actors.filter { $0.id == actor.id }.map(\.role))
      for role in Role.allCases where parts != [role] {
        let words = look.words.text("edit.role.\(role.rawValue)", ["actor": actor.name])
        options.append(("role \(role.rawValue) \(actor.id)", words, ""))
      }
    }
    options += Role.allCases.map { ("add-actor \($0.rawValue)", look.words["edit.newActor.\($0.rawValue)"], "") }
    choose(.actors(entry.key.id), options)
  }

  /// The entries around the selected one, the nearest first: what is one event stands near.
  private mutating func chooseEvent(_ question: EditQuestion) {
    let selected = window.selected
    let near = window.entries.indices.filter { $0 != selected }.sorted { abs($0 - selected) < abs($1 - selected) }
    choose(
      question,
      near.prefix(200).map { index in
        let entry = window.entries[index]
        return ("\(entry.key.id)", "\(look.label(entry.date).short)  \(entry.summary)", entry.outlets.first ?? "")
      })
  }

  /// Does what an answer says, or asks on.
  mutating func answer(_ question: EditQuestion, _ text: String) -> [Effect] {
    let isEmpty = text.allSatisfy(\.isWhitespace)
    if case .note = question {} else if isEmpty { return [] }
    switch question {
    case .date(let entry):
      return answer(question, text, of: entry) { .date(words: text, of: $0) }
    case .type(let entry): return make(.type(EventType(rawValue: text)), of: entry)
    case .status(let entry): return make(EventStatus(rawValue: text).map { .status($0) }, of: entry)
    case .actors(let entry): return answerActors(entry, text)
    case .newActor(let entry, let role):
      return answer(question, text, of: entry) { .addActor(named: text, role, to: $0) }
    case .join(let entry):
      return Int64(text).map { other in answer(question, text, of: entry) { .join($0, entry: other) } } ?? []
    case .note(let entry):
      return answer(question, text, of: entry) { .make(.note(isEmpty ? "" : text), of: .event($0)) }
    case .tag(let entry): return tag(text, entry)
    case .merge(let actor): return [.edit(.make(.merge(ActorID(rawValue: text)), of: .actor(actor)))]
    case .splitName(let actor): return [.edit(.make(.splitName(text), of: .actor(actor)))]
    case .writeType: ask(for: .edit(.writeSummary(EventType(rawValue: text))))
    case .writeSummary(let type): ask(for: .edit(.writeDate(type, summary: text)))
    case .writeDate(let type, let summary): ask(for: .edit(.writeSource(type, summary: summary, date: text)))
    case .writeSource(let type, let summary, let date):
      return [.edit(.write(type: type, summary: summary, date: date, source: text))]
    }
    return []
  }

  /// What is asked of the program about the event that an entry shows. Where it is still being read, the text is given
  /// back, to be sent again.
  private mutating func answer(
    _ question: EditQuestion, _ text: String, of entry: Int64, _ request: (EventReference) -> EditRequest
  ) -> [Effect] {
    if let event = details.event(of: entry) { return [.edit(request(event))] }
    if case .join = question {} else { ask(for: .edit(question), text) }
    notice = Notice(text: look.words["list.loading"])
    return []
  }

  private mutating func answerActors(_ entry: Int64, _ text: String) -> [Effect] {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "add-actor" {
      if let role = Role(rawValue: parts[1]) { ask(for: .edit(.newActor(entry, role))) }
      return []
    }
    return parts.count == 2 ? make(Correction(kind: parts[0], value: parts[1]), of: entry) : []
  }

  /// A tag that the event has is taken away.
  private mutating func tag(_ text: String, _ entry: Int64) -> [Effect] {
    let word = text.filter { $0 != "#" }
    let isOn = window.entries.first { $0.key.id == entry }?.remarks.tags.contains(word) ?? false
    guard let correction = Correction(kind: isOn ? "untag" : "tag", value: word) else {
      notice = Notice(text: look.words["edit.oneWord"], isFailure: true)
      return []
    }
    return answer(.tag(entry), text, of: entry) { .make(correction, of: .event($0)) }
  }

  // MARK: - Actors

  mutating func performActorEdit(_ command: Command, in state: ActorIndexState) -> [Effect] {
    if command == .history { return openHistory() }
    guard let actors = state.actors, let actor = actors[state.cursor] else { return [] }
    if command == .mergeActor {
      let others = actors.filter { $0.id != actor.id }
      choose(.merge(actor.id), others.map { ($0.id.rawValue, $0.name, look.words.count("event", $0.count)) })
    } else if actor.aliases.isEmpty {
      notice = Notice(text: look.words.text("edit.oneName", ["actor": actor.name]))
    } else {
      choose(.splitName(actor.id), actor.aliases.map { ($0.text, $0.text, $0.reason ?? "") })
    }
    return []
  }

  // MARK: - What came of it

  /// Gives back what was typed where it could not be understood, with what is wrong with it.
  mutating func askAgain(_ request: EditRequest, _ complaint: String) {
    guard prompt == nil else { return }
    switch request {
    case .date(let words, _): if let id = selection?.key.id { ask(for: .edit(.date(id)), words) }
    case .write(let type, let summary, let date, _): ask(for: .edit(.writeDate(type, summary: summary)), date)
    default: return
    }
    prompt?.complaint = complaint
  }

  /// Says what was corrected and shows it, the event selected wherever it has gone.
  mutating func edited(_ request: EditRequest, _ line: CorrectionLine?) -> [Effect] {
    guard let line else {
      if case .redo = request {
        notice = Notice(text: look.words["edit.nothingToRedo"])
      } else {
        notice = Notice(text: look.words["edit.nothingToUndo"])
      }
      return []
    }
    let what = CorrectionText(line.record.correction, look: look).text
    let key = line.record.isUndone ? "edit.undone" : "edit.done"
    let (undo, redo) = (keys.key(for: .undo, in: context), keys.key(for: .redo, in: context))
    notice = Notice(
      text: look.words.text(key, ["what": what, "undo": undo?.label ?? "", "redo": redo?.label ?? ""]))
    // All that was read of the timeline may have changed.
    pending = []
    knownNames = [:]
    details.forget()
    neighbors.forget()
    isLeaping = true
    var effects = load(around: (line.key ?? selection?.key).map { .key($0) } ?? .first)
    for screen in screens {
      switch screen {
      case .actors: if ask(.actors(query)) { effects.append(.actors(query)) }
      case .history: if ask(.history) { effects.append(.history) }
      default: break
      }
    }
    updateActors { $0.companions = nil }
    return effects
  }
}
