import Text

extension Timex3 {
  /// Writes the expression as the object that `dates --jsonl` promises; offsets count Unicode scalars.
  ///
  /// ```swift
  /// var json = JSONWriter()
  /// timex.write(to: &json, text: text, offsets: ScalarOffsets(text))
  /// ```
  public func write(to json: inout JSONWriter, text: SourceText, offsets: ScalarOffsets) {
    json.object { json in
      json.field("start", offsets.scalar(atByte: span.start))
      json.field("end", offsets.scalar(atByte: span.end))
      json.key("text")
      text.bytes[span.start..<span.end].withUnsafeBufferPointer { json.value(utf8: $0) }
      json.field("type", type.rawValue)
      json.field("value", value)
      json.field("mod", mod?.rawValue)
      json.field("first", days?.first.description)
      json.field("last", days?.last.description)
      json.field("grain", grain.name)
      json.field("basis", basis.rawValue)
      if let offset = time?.offset { json.field("tz", Self.zone(offset)) }
      if let repair { json.field("repair", repair) }
      json.field("confidence", confidence)
      if !fragments.isEmpty {
        json.array("fragments") { json in
          for fragment in fragments {
            json.object { json in
              json.field("start", offsets.scalar(atByte: fragment.start))
              json.field("end", offsets.scalar(atByte: fragment.end))
              json.field("text", text[fragment])
            }
          }
        }
      }
      json.writeReadings(readings, why: why)
    }
  }

  /// `+07:00` for 420 minutes east of UTC.
  static func zone(_ minutes: Int) -> String {
    let size = abs(minutes)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60)
  }
}
