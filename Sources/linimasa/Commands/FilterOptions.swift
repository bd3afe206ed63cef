import ArgumentParser
import Timeline

/// The filter, the same for every command.
struct FilterOptions: ParsableArguments {
  @Option(help: "Only events of this actor, by name or id. May be repeated: all must hold.")
  var actor: [String] = []
  @Option(help: "Only this type: attack, deploy, statement, …")
  var type: [String] = []
  @Option(help: "Only this status: happened, claimed, planned or statement.")
  var status: [String] = []
  @Option(help: "Only events on or after a day, month or year: 2024-10-24, 2024-10, 2024.")
  var after: String?
  @Option(help: "Only events on or before a day, month or year.")
  var before: String?
  @Option(help: "Only events at this place.")
  var place: [String] = []
  @Option(help: "Only events with these words in title, summary, evidence or actors.")
  var search: [String] = []
  @Option(help: "All of it in one: 'actor:NATO type:deploy date:2024-10..2024-11 -status:planned'.")
  var filter: String?

  /// The query that the options say.
  ///
  /// - Throws: `ValidationError` that names the word that cannot be understood.
  func query(types: [EventType]) throws -> TimelineQuery {
    do throws(QueryError) {
      var query = try TimelineQuery(parsing: filter ?? "", types: types)
      let options: [(QueryKey, [String])] = [
        (.actor, actor), (.type, type), (.status, status), (.after, after.map { [$0] } ?? []),
        (.before, before.map { [$0] } ?? []), (.place, place), (.search, search),
      ]
      for (key, values) in options {
        for value in values { try query.add(key, value, types: types) }
      }
      return query
    } catch {
      throw ValidationError(error.description)
    }
  }
}
