extension ActorKind {
  /// The kind that the prefix of an id tells; `other` where it tells none, or more than one has it.
  public init(prefixOf id: ActorID) {
    self =
      switch id.rawValue.prefix(while: { $0 != "." }) {
      case "st": .state
      case "per": .person
      case "grp": .armedGroup
      case "frc": .force
      case "agc": .agency
      case "med": .media
      default: .other
      }
  }
}
