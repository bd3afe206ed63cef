import Temporal
import Timeline

/// What a list shows of an entry beside its columns: the bytes of `entry.row`. Actors and outlets are numbers of their
/// tables, so that a name is stored once and a better one shows everywhere.
struct StoredEntry: Packable {
  var date: EventDate
  var summary: String
  var actors: [StoredParticipant]
  var outlets: [Int64]
  var sourceCount: Int
  var sourcesDisagree: Bool
  var isDenied: Bool
  var isCorrected: Bool
  /// What else is compared when a report may be joined.
  var subtype: String?
  var figures: [JoinProfile.FigureValue]
  /// What a person keeps with it; at the end, and only where anything is kept.
  var remarks: EventRemarks

  init(_ entry: TimelineEntry, actors: [StoredParticipant], outlets: [Int64], profile: JoinProfile) {
    subtype = profile.subtype
    figures = profile.figures
    date = entry.date
    summary = entry.summary
    self.actors = actors
    self.outlets = outlets
    sourceCount = entry.sourceCount
    sourcesDisagree = entry.sourcesDisagree
    isDenied = entry.isDenied
    isCorrected = entry.isCorrected
    remarks = entry.remarks
  }

  func pack(into packer: inout Packer) {
    packer.pack(date)
    packer.pack(summary)
    packer.pack(actors)
    packer.pack(outlets)
    packer.pack(sourceCount)
    packer.pack(sourcesDisagree)
    packer.pack(isDenied)
    packer.pack(isCorrected)
    packer.pack(subtype)
    packer.pack(figures)
    if !remarks.isEmpty { packer.pack(remarks) }
  }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    date = try unpacker.value()
    summary = try unpacker.string()
    actors = try unpacker.array()
    outlets = try unpacker.array()
    sourceCount = try unpacker.int()
    sourcesDisagree = try unpacker.bool()
    isDenied = try unpacker.bool()
    isCorrected = try unpacker.bool()
    subtype = try unpacker.optional()
    figures = try unpacker.array()
    remarks = unpacker.isAtEnd ? EventRemarks() : try unpacker.value()
  }
}

extension EventRemarks: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(tags)
    packer.pack(note)
    packer.pack(isBookmarked)
    packer.pack(isRead)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      tags: try unpacker.array(), note: try unpacker.optional(), isBookmarked: try unpacker.bool(),
      isRead: try unpacker.bool())
  }
}

/// An actor's number and part.
struct StoredParticipant: Packable, Hashable {
  var actor: Int64
  var role: Role

  init(actor: Int64, role: Role) {
    self.actor = actor
    self.role = role
  }

  func pack(into packer: inout Packer) {
    packer.pack(actor)
    packer.pack(role)
  }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    actor = try unpacker.value()
    role = try unpacker.value()
  }
}

extension JoinProfile.FigureValue: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(unit)
    packer.pack(value)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(unit: try unpacker.string(), value: try unpacker.double())
  }
}

extension Int64: Packable {
  func pack(into packer: inout Packer) { packer.pack(UInt64(bitPattern: self)) }
  init(from unpacker: inout Unpacker) throws(PackingError) { self.init(bitPattern: try unpacker.unsigned()) }
}
