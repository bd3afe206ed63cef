import Timeline

/// An entry as it is stored, its names turned into the numbers of their tables.
struct EntryDraft {
  var entry: TimelineEntry
  /// What later reports are compared with.
  var profile: JoinProfile
  var type: Int64
  var place: Int64?
  /// Who plays which part, in the order of the entry's actors.
  var parts: [StoredParticipant]
  /// Everyone who takes part or is credited.
  var cast: [Int64]
  /// The outlets, in the order of the entry's.
  var outlets: [Int64]

  /// The bytes of `entry.row`.
  var row: Stored {
    var packer = Packer()
    packer.pack(StoredEntry(entry, actors: parts, outlets: outlets, profile: profile))
    return Stored(packer.bytes)
  }

  /// The bytes of `entry.actors`.
  var castBytes: Stored {
    var packer = Packer()
    for actor in cast { packer.pack(actor) }
    return Stored(packer.bytes)
  }

  /// The entry with one more report of its event, as `TimelineEntry.joined` joins them.
  func joined(by report: EntryDraft) -> EntryDraft {
    let isBetter = entry.yields(to: report.entry)
    var joined = isBetter ? report : self
    let other = isBetter ? self : report
    joined.entry = entry.joined(by: report.entry, disagrees: EventJoiner.disagree(profile, report.profile))
    joined.profile = profile.joined(by: report.profile, isBetter: isBetter, as: joined.entry)
    joined.place = joined.place ?? other.place
    joined.parts += other.parts.filter { !joined.parts.contains($0) }
    joined.cast = cast + report.cast.filter { !cast.contains($0) }
    joined.outlets = outlets + report.outlets.filter { !outlets.contains($0) }
    return joined
  }
}
