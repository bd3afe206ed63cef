import Text

extension JSONWriter {
  /// Writes how a date was read into the object that is open: `readings` where more than one was weighed, and `why`.
  public mutating func writeReadings(_ readings: [Reading], why: [Why]) {
    if readings.count > 1 {
      array("readings") { json in
        for reading in readings {
          json.object { json in
            json.field("value", reading.value)
            json.field("weight", reading.weight)
          }
        }
      }
    }
    array("why") { json in for step in why { json.value(step.text) } }
  }
}
