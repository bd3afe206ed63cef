import Text

extension ExportContext {
  /// Where the file comes from, as a JSON object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("program", generator)
      json.field("resources", resources)
      json.field("filter", query.description)
      json.field("created", created)
      json.array("sources") { json in for source in sources { json.value(source) } }
    }
  }

  /// What the file holds and what it leaves out, as a JSON object.
  func writeContents(_ leavesOut: Set<LeftOut>, to json: inout JSONWriter) {
    let leftOut = survey.special.filter { leavesOut.contains($0.key) }
    json.object { json in
      json.field("events", leftOut.values.reduce(survey.entries, -))
      json.field("first", survey.days?.lowerBound.iso8601)
      json.field("last", survey.days?.upperBound.iso8601)
      json.object("dates") { json in
        for kind in ExportSurvey.Exactness.allCases {
          json.key(escaping: kind.name)
          json.value(survey.exactness[kind] ?? 0)
        }
        json.field("in_doubt", survey.uncertain)
      }
      json.object("left_out") { json in
        for reason in LeftOut.allCases where leavesOut.contains(reason) {
          json.key(escaping: reason.name)
          json.value(leftOut[reason] ?? 0)
        }
      }
    }
  }
}
