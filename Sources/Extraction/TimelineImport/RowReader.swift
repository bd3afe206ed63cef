import Temporal
import Text
import Timeline

/// Makes an event of what a foreign row says. Dates are read by the date core and are as fine as what was written; a type
/// and actors that no column tells are read from the words.
struct RowReader {
  let dates: DateField
  let extractor: EventExtractor
  let types: EventTypeTable
  /// The language of the file's words, which decides the order of day and month.
  let language: LanguageCode
  /// The day from which words count, where the row tells no publication day.
  let published: CivilDay?

  /// The type of what no column and no words tell.
  static let unknownType = EventType(rawValue: "other")

  /// The event of a row, and what was made of it; no event where no column says what happened.
  func event(_ fields: [ImportField: String], number: Int) -> (WrittenEvent?, ImportedRow) {
    var row = ImportedRow(number: number)
    guard let summary = (fields[.summary] ?? fields[.evidence]).map(Self.line), !summary.isEmpty else {
      row.problems.append("nothing says what happened")
      return (nil, row)
    }
    let published = fields[.published].flatMap { day($0, &row) }
    let date = date(fields, published ?? self.published, &row)
    let read = extractor.annotate(
      Article(id: "", language: language, publication: Publication(day: published), text: SourceText(summary)))
    var event = WrittenEvent(
      type: type(fields[.type], read, &row), status: status(fields[.status], read, &row), date: date, summary: summary,
      place: fields[.place].map(Self.line), url: fields[.url], title: fields[.title].map(Self.line),
      outlet: fields[.outlet].map(Self.line), published: published, evidence: fields[.evidence] ?? "")
    if event.title == event.summary { event.title = nil }
    if event.evidence == event.summary { event.evidence = "" }
    event.actors = actors(fields, read, &row)
    (row.summary, row.date, row.type) = (summary, date, event.type)
    return (event, row)
  }

  /// A text in one line.
  static func line(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  // MARK: - When

  private func day(_ text: String, _ row: inout ImportedRow) -> CivilDay? {
    let date = read(text, nil)?.date
    if let date, date.precision == .day { return date.start }
    row.problems.append("publication day \"\(text)\" names no day")
    return nil
  }

  private func date(_ fields: [ImportField: String], _ published: CivilDay?, _ row: inout ImportedRow) -> EventDate {
    let text = fields[.date]
    // What is shown of a date may say that it is vaguer than its parts.
    if let words = fields[.shownDate], let shown = read(words, published), shown.rest.isEmpty,
      shown.date.precision != .day, let day = text.flatMap({ EventDate(byHand: $0)?.start }),
      shown.date.mayTouch(day)
    {
      row.understood.append("date \"\(words)\" as \(DateLabel(shown.date).short)")
      return shown.date
    }
    if let precision = fields[.precision].flatMap(Precision.init(rawValue:)), precision != .none || text == nil {
      // As this program writes tables: two days and what they mean.
      let (start, end) = (text.flatMap { CivilDay(iso: $0) }, fields[.end].flatMap { CivilDay(iso: $0) })
      let date = EventDate(start: start, end: end, precision: precision, basis: precision == .none ? .none : .explicit)
      if date.bounds != nil || precision == .none { return timed(date, fields[.time]) }
    }
    guard let text else { return .unknown }
    guard let found = read(text, published) else {
      row.problems.append("date \"\(text)\" is not understood; the event has none")
      return .unknown
    }
    var date = found.date
    if !found.rest.isEmpty { row.problems.append("\"\(found.rest)\" in date \"\(text)\"") }
    if let endText = fields[.end], endText != text {
      if let end = read(endText, published)?.date, let last = end.end, let first = date.start, last >= first {
        let isExact = date.precision == .day && end.precision == .day
        date.precision = first == last ? .day : isExact ? .range : .period
        date.end = last
        date.expression = date.expression.map { "\($0) - \(endText)" }
      } else {
        row.problems.append("end \"\(endText)\" is not understood, or lies before the date")
      }
    }
    date = timed(date, fields[.time])
    row.understood.append("date \"\(text)\" as \(DateLabel(date).short)")
    if date.isUncertain { row.problems.append("date \"\(text)\" may be read otherwise") }
    return date
  }

  /// A date in digits, in EDTF, or in words.
  private func read(_ text: String, _ published: CivilDay?) -> DateField.Found? {
    if let date = Self.digits(text) { return DateField.Found(date: date, rest: "") }
    return dates.read(text, published: published, language: language)
  }

  /// `2024-10-24`, `2024-10-24T14:20`, EDTF's `2024-10?`, `2024-10-27/2024-10-28`, `../2024-10-28`.
  private static func digits(_ text: String) -> EventDate? {
    let bare = text.filter { !$0.isWhitespace || $0 == " " }
    let isDoubtful = bare.contains { $0 == "?" || $0 == "%" || $0 == "~" }
    var form = bare.filter { $0 != "?" && $0 != "%" && $0 != "~" }
    form = form.replacing("../", with: "..").replacing("/..", with: "..").replacing("/", with: "..")
    let isPoint = form.utf8.count >= 16 && form.dropFirst(10).first == "T"
    if isPoint { form = "\(form.prefix(10)) \(form.dropFirst(11).prefix(5))" }
    guard var date = EventDate(byHand: form) ?? (isPoint ? EventDate(byHand: String(form.prefix(10))) : nil),
      date.precision != .none
    else { return nil }
    date.why = [Why("given in the file")]
    date.expression = text
    if isDoubtful { date.confidence = 0.5 }
    return date
  }

  private func timed(_ date: EventDate, _ text: String?) -> EventDate {
    let parts = text?.split(separator: ":").compactMap { Int($0) } ?? []
    guard date.precision == .day, parts.count >= 2 else { return date }
    var date = date
    date.time = ClockTime(hour: parts[0], minute: parts[1])
    return date
  }

  // MARK: - What and who

  private func type(_ text: String?, _ read: AnnotatedArticle, _ row: inout ImportedRow) -> EventType {
    let wanted = text.map(LatinFolding.fold)
    let named = types.entries.first { entry in
      [entry.type.rawValue, entry.name(.english), entry.name(.indonesian)].contains { LatinFolding.fold($0) == wanted }
    }
    if let named { return named.type }
    let guess = read.events.first?.type
    if let guess {
      row.understood.append("type from the words: \(guess)")
    }
    if let text {
      row.problems.append("type \"\(text)\" is none of this program's")
    } else if guess == nil {
      row.problems.append("no type is told")
    }
    return guess ?? Self.unknownType
  }

  private func status(_ text: String?, _ read: AnnotatedArticle, _ row: inout ImportedRow) -> EventStatus {
    if let text {
      if let status = EventStatus(rawValue: LatinFolding.fold(text)) { return status }
      row.problems.append("status \"\(text)\" is none of this program's")
    }
    return read.events.first?.status ?? .happened
  }

  private func actors(
    _ fields: [ImportField: String], _ read: AnnotatedArticle, _ row: inout ImportedRow
  ) -> [NamedActor] {
    let parts: [(ImportField, Role)] = [
      (.speakers, .speaker), (.subjects, .subject), (.targets, .target), (.recipients, .recipient),
    ]
    let told = parts.filter { fields[$0.0] != nil }
    if told.isEmpty {
      let names = Dictionary(read.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
      let found = (read.events.first?.participants ?? []).map {
        NamedActor(id: $0.actor, role: $0.role, name: names[$0.actor] ?? $0.actor.rawValue)
      }
      if !found.isEmpty {
        row.understood.append("actors from the words: \(found.map(\.name).joined(separator: ", "))")
      }
      return found
    }
    return told.flatMap { field, role in
      (fields[field] ?? "").split { $0 == ";" || $0 == "|" }.map(Self.trimmed).filter { !$0.isEmpty }.map {
        actor($0, role)
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String { line(String(text)) }

  /// The actor that a name stands for in the gazetteer, else a new one who is called so.
  private func actor(_ name: String, _ role: Role) -> NamedActor {
    let found = extractor.annotate(Article(id: "", language: language, text: SourceText(name))).actors
    if let known = found.first(where: { $0.mentions.contains { $0.text == name } }), found.count == 1 {
      return NamedActor(id: known.id, role: role, name: known.name)
    }
    let id = ActorID(rawValue: "oth.").sibling(called: name)
    return NamedActor(id: id, role: role, name: name)
  }
}

extension EventDate {
  /// Whether a day is among those that the event may touch.
  fileprivate func mayTouch(_ day: CivilDay) -> Bool {
    guard let bounds else { return false }
    return bounds.first.map { $0 <= day } ?? true && bounds.last.map { day <= $0 } ?? true
  }
}
