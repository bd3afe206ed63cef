import Temporal
import Text

extension EntryDetail {
  /// The entry as a JSON object: what is known of the event, then every source with its own words and date.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", Int(entry.key.id))
      json.field("type", entry.type.rawValue)
      json.field("subtype", event?.subtype)
      json.field("status", entry.status.rawValue)
      json.field("summary", entry.summary)
      json.key("date")
      (entry.isCorrected ? entry.date : event?.date ?? entry.date).write(to: &json)
      json.key("said_on")
      if let saidOn = event?.saidOn { saidOn.write(to: &json) } else { json.null() }
      json.key("place")
      if let place = event?.place {
        json.object {
          $0.field("id", place.id)
          $0.field("name", place.name)
        }
      } else {
        json.null()
      }
      json.array("actors") { json in
        for actor in entry.actors {
          json.object {
            $0.field("id", actor.id.rawValue)
            $0.field("role", actor.role.rawValue)
            $0.field("name", actor.name)
            $0.field("kind", kind(of: actor.id)?.rawValue)
          }
        }
      }
      writeAttributionAndFigures(to: &json)
      json.field("denied", entry.isDenied)
      json.field("corrected", entry.isCorrected)
      json.field("sources_disagree", entry.sourcesDisagree)
      json.array("disagreements") { json in for line in disagreements() { json.value(line) } }
      json.array("sources") { json in for mention in mentions { mention.write(to: &json) } }
    }
  }

  private func kind(of id: ActorID) -> ActorKind? {
    mentions.lazy.flatMap(\.actors).first { $0.id == id }?.kind
  }

  private func writeAttributionAndFigures(to json: inout JSONWriter) {
    json.object("attribution") { json in
      json.field("speaker", event?.attribution.speaker?.rawValue)
      json.array("chain") { json in for actor in event?.attribution.chain ?? [] { json.value(actor.rawValue) } }
      json.field("outlet", event?.attribution.outlet?.rawValue)
    }
    json.array("figures") { json in for figure in event?.figures ?? [] { figure.write(to: &json) } }
  }
}

extension EventDate {
  /// The date as a JSON object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("start", start?.iso8601)
      json.field("end", end?.iso8601)
      json.field("precision", precision.rawValue)
      json.field("time", time?.description)
      json.field("basis", basis.rawValue)
      json.field("expression", expression)
      json.field("confidence", confidence)
      json.field("edtf", DateLabel(self).edtf)
      json.field("text", DateLabel(self).long)
      json.array("readings") { json in
        for reading in readings {
          json.object {
            $0.field("value", reading.value)
            $0.field("weight", reading.weight)
          }
        }
      }
      json.array("why") { json in for step in why { json.value(step.text) } }
    }
  }
}

extension Figure {
  /// The number as a JSON object.
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.field("value", value)
      $0.field("unit", unit)
      $0.field("text", text)
    }
  }
}

extension EventMention {
  /// The source as a JSON object.
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("reference", EventReference(event, in: article).description)
      json.field("article", article.id)
      json.field("title", article.title)
      json.field("url", article.url)
      json.field("outlet", article.outlet)
      json.field("published", article.publication.day?.iso8601)
      json.field("published_basis", article.publication.basis.rawValue)
      json.field("event", event.id)
      json.field("summary", event.summary)
      json.array("figures") { json in for figure in event.figures { figure.write(to: &json) } }
      json.key("date")
      event.date.write(to: &json)
      json.array("joined_because") { json in for reason in joinReasons { json.value(reason.text) } }
      json.array("evidence") { json in for quote in quotes { json.value(quote) } }
      json.field("trigger", article.text[event.evidence.trigger])
    }
  }
}
