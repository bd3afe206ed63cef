/// Lists of actors, by their numbers in the cast.
extension [Int] {
  /// Whether the two lists have an actor in common. The lists of events are short, and comparing them makes no set; those
  /// that a hostile text can grow do.
  func meets(_ other: [Int]) -> Bool {
    if count &* other.count > 256 { return !Set(self).isDisjoint(with: other) }
    return contains { other.contains($0) }
  }
}
