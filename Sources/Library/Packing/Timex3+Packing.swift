import Temporal
import Text
import Timeline

extension Timex3: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(span)
    packer.pack(fragments)
    packer.pack(type.rawValue)
    packer.pack(value)
    packer.pack(mod?.rawValue)
    packer.pack(days)
    packer.pack(time)
    packer.pack(grain)
    packer.pack(basis)
    packer.pack(repair)
    packer.pack(confidence)
    packer.pack(readings)
    packer.pack(why)
  }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    let span: TextSpan = try unpacker.value()
    let fragments: [TextSpan] = try unpacker.array()
    guard let type = TimexType(rawValue: try unpacker.string()) else { throw PackingError() }
    let value = try unpacker.string()
    let mod: String? = try unpacker.optional()
    self.init(
      span: span, fragments: fragments, type: type, value: value, mod: mod.flatMap(TimexMod.init),
      days: try unpacker.optional(), time: try unpacker.optional(), grain: try unpacker.value(),
      basis: try unpacker.value(), repair: try unpacker.optional(), confidence: try unpacker.double(),
      readings: try unpacker.array(), why: try unpacker.array())
  }
}

extension EventDate: Packable {
  func pack(into packer: inout Packer) {
    packer.pack(start)
    packer.pack(end)
    packer.pack(precision)
    packer.pack(basis)
    packer.pack(expression)
    packer.pack(expressionSpan)
    packer.pack(time)
    packer.pack(confidence)
    packer.pack(readings)
    packer.pack(why)
  }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    self.init(
      start: try unpacker.optional(), end: try unpacker.optional(), precision: try unpacker.value(),
      basis: try unpacker.value(), expression: try unpacker.optional(), expressionSpan: try unpacker.optional(),
      time: try unpacker.optional(), confidence: try unpacker.double(), readings: try unpacker.array(),
      why: try unpacker.array())
  }
}
