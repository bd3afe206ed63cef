import Temporal
import Text
import Timeline

extension String: Packable {
  func pack(into packer: inout Packer) { packer.pack(self) }
  init(from unpacker: inout Unpacker) throws(PackingError) { self = try unpacker.string() }
}

extension ActorID: Packable {
  func pack(into packer: inout Packer) { packer.pack(rawValue) }
  init(from unpacker: inout Unpacker) throws(PackingError) { self.init(rawValue: try unpacker.string()) }
}

extension TextSpan: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(start)
    packer.pack(length)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    let start = try unpacker.int()
    self.init(start, start &+ (try unpacker.int()))
  }
}

extension CivilDay: Packable {
  func pack(into packer: inout Packer) { packer.pack(Int(number)) }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(number: Int32(clamping: try unpacker.int()))
  }
}

extension ClockTime: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(minute)
    packer.pack(offset != nil)
    packer.pack(offset ?? 0)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    let minute = try unpacker.int()
    let hasOffset = try unpacker.bool()
    let offset = try unpacker.int()
    guard let time = ClockTime(hour: minute / 60, minute: minute % 60, offset: hasOffset ? offset : nil) else {
      throw PackingError()
    }
    self = time
  }
}

extension DateSpan: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(first)
    packer.pack(last)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(try unpacker.value(CivilDay.self), try unpacker.value(CivilDay.self))
  }
}

extension Why: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(text)
    packer.pack(weight != nil)
    packer.pack(weight ?? 0)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    let text = try unpacker.string()
    let hasWeight = try unpacker.bool()
    let weight = try unpacker.double()
    self.init(text, weight: hasWeight ? weight : nil)
  }
}

extension Reading: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(value)
    packer.pack(days)
    packer.pack(weight)
    packer.pack(evidence)
  }
  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      value: try unpacker.string(), days: try unpacker.optional(), weight: try unpacker.double(),
      evidence: try unpacker.array())
  }
}
