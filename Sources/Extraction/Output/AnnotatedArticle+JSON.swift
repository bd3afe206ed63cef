import Temporal
import Text
import Timeline

extension AnnotatedArticle {
  /// Writes the article as one JSON object: the line that `linimasa extract` prints. Offsets count Unicode scalars.
  ///
  /// - Parameters:
  ///   - program: the program's version.
  ///   - resources: the digest of the tables.
  public func write(to json: inout JSONWriter, program: String, resources: String) {
    let offsets = ScalarOffsets(article.text)
    json.object { json in
      json.field("id", article.id)
      json.field("published", article.publication.day?.description)
      json.field("published_basis", article.publication.basis.rawValue)
      json.field("language", article.language.rawValue)
      json.field("title", article.title)
      json.field("outlet", article.outlet)
      json.array("sentences") { json in
        for span in sentences { json.object { $0.fields(span, offsets) } }
      }
      json.array("actors") { json in
        for actor in actors { actor.write(to: &json, offsets) }
      }
      json.array("events") { json in
        let denied = Dictionary(grouping: events.filter { $0.deniedIn != nil }) { $0.deniedIn ?? "" }
        for event in events { event.write(to: &json, offsets, denies: denied[event.id, default: []].map(\.id)) }
      }
      if !article.extra.isEmpty {
        json.key("extra")
        json.raw(article.extra)
      }
      json.object("version") { json in
        json.field("linimasa", program)
        json.field("resources", resources)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func fields(_ span: TextSpan, _ offsets: ScalarOffsets) {
    field("start", offsets.scalar(atByte: span.start))
    field("end", offsets.scalar(atByte: span.end))
  }

  fileprivate mutating func pair(_ span: TextSpan, _ offsets: ScalarOffsets) {
    array { json in
      json.value(offsets.scalar(atByte: span.start))
      json.value(offsets.scalar(atByte: span.end))
    }
  }
}

extension Actor {
  fileprivate func write(to json: inout JSONWriter, _ offsets: ScalarOffsets) {
    json.object { json in
      json.field("id", id.rawValue)
      json.field("kind", kind.rawValue)
      json.field("name", name)
      if let parent { json.field("parent", parent.rawValue) }
      json.array("mentions") { json in
        for mention in mentions {
          json.object { json in
            json.fields(mention.span, offsets)
            json.field("text", mention.text)
            if let reason = mention.reason { json.field("reason", reason) }
          }
        }
      }
    }
  }
}

extension Event {
  /// - Parameter denies: the events of the article that this one denies.
  fileprivate func write(to json: inout JSONWriter, _ offsets: ScalarOffsets, denies: [String]) {
    json.object { json in
      json.field("id", id)
      json.field("type", type.rawValue)
      json.field("subtype", subtype)
      json.field("status", status.rawValue)
      json.field("summary", summary)
      json.key("place")
      if let place { place.write(to: &json, offsets) } else { json.null() }
      json.key("date")
      date.write(to: &json, offsets)
      if let saidOn {
        json.key("said_on")
        saidOn.write(to: &json, offsets)
      }
      json.array("actors") { json in
        for participant in participants {
          json.object { json in
            json.field("id", participant.actor.rawValue)
            json.field("role", participant.role.rawValue)
          }
        }
      }
      attribution.write(to: &json)
      json.array("figures") { json in
        for figure in figures { figure.write(to: &json, offsets) }
      }
      json.object("evidence") { json in
        json.array("spans") { json in
          for span in evidence.spans { json.pair(span, offsets) }
        }
        json.key("trigger")
        json.pair(evidence.trigger, offsets)
      }
      json.field("reported_in", reportedIn)
      json.field("denied_in", deniedIn)
      json.array("denies") { json in
        for id in denies { json.value(id) }
      }
    }
  }
}

extension PlaceMention {
  fileprivate func write(to json: inout JSONWriter, _ offsets: ScalarOffsets) {
    json.object { json in
      json.field("id", id)
      json.field("name", name)
      if let span { json.fields(span, offsets) }
    }
  }
}

extension EventDate {
  fileprivate func write(to json: inout JSONWriter, _ offsets: ScalarOffsets) {
    json.object { json in
      json.field("start", start?.description)
      json.field("end", end?.description)
      json.field("precision", precision.rawValue)
      json.field("basis", basis.rawValue)
      json.field("expression", expression)
      if let expressionSpan {
        json.key("expression_span")
        json.pair(expressionSpan, offsets)
      }
      json.field("confidence", confidence)
      json.field("time", time?.description)
      json.writeReadings(readings, why: why)
    }
  }
}

extension Attribution {
  fileprivate func write(to json: inout JSONWriter) {
    json.object("attribution") { json in
      json.field("speaker", speaker?.rawValue)
      json.array("chain") { json in
        for source in chain { json.value(source.rawValue) }
      }
      json.field("outlet", outlet?.rawValue)
    }
  }
}

extension Figure {
  fileprivate func write(to json: inout JSONWriter, _ offsets: ScalarOffsets) {
    json.object { json in
      json.field("value", value)
      json.field("unit", unit)
      json.field("text", text)
      json.fields(span, offsets)
    }
  }
}
