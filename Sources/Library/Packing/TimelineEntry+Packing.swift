import Temporal
import Timeline

/// What a list shows of an entry beside its key: the bytes of one row.
struct PackedEntry: Packable {
  var entry: TimelineEntry

  init(_ entry: TimelineEntry) { self.entry = entry }

  func pack(into packer: inout Packer) {
    packer.pack(entry.type.rawValue)
    packer.pack(entry.status)
    packer.pack(entry.date)
    packer.pack(entry.summary)
    packer.pack(entry.actors)
    packer.pack(entry.place)
    packer.pack(entry.outlets)
    packer.pack(entry.sourceCount)
    packer.pack(entry.sourcesDisagree)
    packer.pack(entry.isDenied)
  }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    entry = TimelineEntry(
      key: TimelineKey(date: .unknown, id: 0), type: EventType(rawValue: try unpacker.string()),
      status: try unpacker.value(), date: try unpacker.value(), summary: try unpacker.string(),
      actors: try unpacker.array(), place: try unpacker.optional(), outlets: try unpacker.array(),
      sourceCount: try unpacker.int(), sourcesDisagree: try unpacker.bool(), isDenied: try unpacker.bool())
  }
}

extension NamedActor: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(role)
    packer.pack(name)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(id: try unpacker.value(), role: try unpacker.value(), name: try unpacker.string())
  }
}
