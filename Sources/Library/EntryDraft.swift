import Timeline

/// An entry about to be written, its names turned into the numbers of their tables.
struct EntryDraft {
  var entry: TimelineEntry
  /// What later reports are compared with.
  var profile: JoinProfile
  var type: Int64
  var place: Int64?
  /// Who plays which part, in the order of the list.
  var parts: [StoredParticipant]
  /// Everyone who takes part or is credited.
  var cast: [Int64]
  var outlets: [Int64]

  /// The bytes of `entry.row`.
  var row: Stored {
    var packer = Packer()
    packer.pack(StoredEntry(entry, actors: parts, outlets: outlets, profile: profile))
    return Stored(packer.bytes)
  }
}
