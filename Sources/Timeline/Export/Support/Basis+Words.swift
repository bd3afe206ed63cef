import Temporal

extension Basis {
  /// How the days became known, in words for who does not know the program.
  var words: String {
    switch self {
    case .explicit: "as it stands in the text"
    case .partial: "completed with the year or month of the article"
    case .weekday: "the weekday nearest to the article's day"
    case .relative: "counted from another day"
    case .carry: "carried over from the event before it"
    case .publication: "the day of publication"
    case .inferred: "concluded from the text"
    case .repaired: "a damaged date, read by weighing what it can have been"
    case .none: "not known"
    }
  }
}
