import Temporal
import Text

/// GeoJSON (RFC 7946): a feature an event. An event whose place is not known keeps its place in the file, with a null
/// geometry (section 3.2).
struct GeoJSONExporter: TimelineExporter {
  private let context: ExportContext
  private var isFirst = true
  private var unplaced = 0

  init(_ context: ExportContext) { self.context = context }

  mutating func begin(_ output: inout String) {
    var provenance = JSONWriter()
    context.write(to: &provenance)
    var contents = JSONWriter()
    context.writeContents(Self.leavesOut, to: &contents)
    var title = JSONWriter()
    title.value(context.title)
    output += "{\"type\":\"FeatureCollection\",\n\"title\":\(title.string),\n\"provenance\":\(provenance.string),\n"
    output += "\"contents\":\(contents.string),\n\"features\":["
  }

  mutating func add(_ detail: EntryDetail, to output: inout String) {
    let point = detail.mentions.compactMap(\.event.place?.id).compactMap { context.coordinates[$0] }.first
    if point == nil { unplaced += 1 }
    var json = JSONWriter()
    json.object { json in
      json.field("type", "Feature")
      json.field("id", detail.stableName)
      json.key("geometry")
      if let point {
        json.object {
          $0.field("type", "Point")
          // Longitude comes first (section 3.1.1).
          $0.array("coordinates") {
            $0.value(point.longitude, digits: 5)
            $0.value(point.latitude, digits: 5)
          }
        }
      } else {
        json.null()
      }
      json.object("properties") { write(detail, to: &$0) }
    }
    output += (isFirst ? "\n" : ",\n") + json.string
    isFirst = false
  }

  mutating func end(_ report: ExportReport, _ output: inout String) {
    output += "\n],\n\"without_coordinates\":\(unplaced)}\n"
  }

  private func write(_ detail: EntryDetail, to json: inout JSONWriter) {
    let entry = detail.entry
    json.field("summary", entry.summary)
    json.field("type", entry.type.rawValue)
    json.field("status", entry.status.rawValue)
    json.field("start", entry.date.start?.iso8601)
    json.field("end", entry.date.end?.iso8601)
    json.field("precision", entry.date.precision.rawValue)
    json.field("edtf", DateLabel(entry.date).edtf)
    json.field("date", DateLabel(entry.date, words: context.words).long)
    json.field("place", entry.place)
    json.array("actors") { json in for actor in entry.actors { json.value(actor.name) } }
    json.array("sources") { json in for mention in detail.mentions { json.value(mention.citation(context.words)) } }
    json.field("url", detail.mentions.first?.link)
  }
}
