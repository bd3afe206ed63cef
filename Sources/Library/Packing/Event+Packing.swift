import Temporal
import Text
import Timeline

extension Event: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(type.rawValue)
    packer.pack(subtype)
    packer.pack(status)
    packer.pack(summary)
    packer.pack(place)
    packer.pack(date)
    packer.pack(saidOn)
    packer.pack(participants)
    packer.pack(attribution)
    packer.pack(figures)
    packer.pack(evidence)
    packer.pack(reportedIn)
    packer.pack(deniedIn)
  }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      id: try unpacker.string(), type: EventType(rawValue: try unpacker.string()), subtype: try unpacker.optional(),
      status: try unpacker.value(), summary: try unpacker.string(), place: try unpacker.optional(),
      date: try unpacker.value(), saidOn: try unpacker.optional(), participants: try unpacker.array(),
      attribution: try unpacker.value(), figures: try unpacker.array(), evidence: try unpacker.value(),
      reportedIn: try unpacker.optional(), deniedIn: try unpacker.optional())
  }
}

extension Participant: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(actor)
    packer.pack(role)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(try unpacker.value(), try unpacker.value())
  }
}

extension Attribution: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(speaker)
    packer.pack(chain)
    packer.pack(outlet)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(speaker: try unpacker.optional(), chain: try unpacker.array(), outlet: try unpacker.optional())
  }
}

extension Figure: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(value)
    packer.pack(unit)
    packer.pack(text)
    packer.pack(span)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      value: try unpacker.double(), unit: try unpacker.string(), text: try unpacker.string(), span: try unpacker.value()
    )
  }
}

extension Evidence: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(spans)
    packer.pack(trigger)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(spans: try unpacker.array(), trigger: try unpacker.value())
  }
}

extension PlaceMention: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(id)
    packer.pack(name)
    packer.pack(span)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(id: try unpacker.optional(), name: try unpacker.string(), span: try unpacker.optional())
  }
}
