import Temporal
import Timeline

/// An enumeration that is stored as the place of the case in `packingOrder`. New cases go to the end of the order; none
/// is ever moved.
protocol PackedEnum: Packable, Equatable, CaseIterable {
  static var packingOrder: [Self] { get }
}

extension PackedEnum {
  /// The number that is stored.
  var packedCode: Int { Self.packingOrder.firstIndex(of: self) ?? 0 }

  /// The case of a stored number; nil where a newer program wrote it.
  init?(packedCode: Int) {
    guard Self.packingOrder.indices.contains(packedCode) else { return nil }
    self = Self.packingOrder[packedCode]
  }

  func pack(into packer: inout Packer) { packer.pack(UInt64(packedCode)) }

  init(from unpacker: inout Unpacker) throws(PackingError) {
    guard let code = Int(exactly: try unpacker.unsigned()), let value = Self(packedCode: code) else {
      throw PackingError()
    }
    self = value
  }
}

extension EventStatus: PackedEnum {
  static var packingOrder: [EventStatus] { [.happened, .claimed, .planned, .statement] }
}

extension Role: PackedEnum {
  static var packingOrder: [Role] { [.speaker, .subject, .target, .recipient] }
}

extension Precision: PackedEnum {
  static var packingOrder: [Precision] { [.none, .day, .range, .month, .year, .period, .before, .after] }
}

extension Basis: PackedEnum {
  static var packingOrder: [Basis] {
    [.none, .explicit, .partial, .weekday, .relative, .carry, .publication, .inferred, .repaired]
  }
}

extension Grain: PackedEnum {
  static var packingOrder: [Grain] {
    [
      .unknown, .minute, .dayPart, .day, .weekend, .week, .month, .quarter, .season, .half, .year, .decade, .century,
    ]
  }
}

extension ActorKind: PackedEnum {
  static var packingOrder: [ActorKind] {
    [
      .other, .state, .person, .igo, .ngo, .armedGroup, .force, .agency, .media, .coalition, .company, .population,
    ]
  }
}

extension EventRemark: PackedEnum {
  static var packingOrder: [EventRemark] { [.noted, .bookmarked, .tagged, .read, .unread, .corrected] }
}
