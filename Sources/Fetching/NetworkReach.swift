/// Where on the network an address lies, and so how far a request may go.
///
/// A server outside must not be able to make this program ask servers inside: a redirect or a link may lead to the public
/// network, or stay where it is, and nowhere else. What a person typed may lie anywhere.
public enum NetworkReach: String, Codable, Sendable, Hashable, CaseIterable {
  /// Anywhere: only for what a person typed.
  case any
  /// The public network.
  case `public`
  /// Networks of homes and firms (RFC 1918, RFC 4193, RFC 6598).
  case `private`
  /// This machine.
  case loopback
  /// Neighbors on the wire, and the metadata services of clouds (RFC 3927, RFC 4291).
  case local
  /// Addresses that are no server's: multicast, reserved, documentation (RFC 6890).
  case special

  /// Whether a request with this reach may go to an address that lies in `place`.
  public func allows(_ place: NetworkReach) -> Bool { self == .any || place == .public || place == self }

  /// Where an IPv4 address lies (IANA IPv4 Special-Purpose Address Registry); `special` for anything but four bytes.
  public init(ipv4 bytes: [UInt8]) {
    guard bytes.count == 4 else {
      self = .special
      return
    }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (127, _, _), (0, _, _): self = .loopback
    case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _), (198, 18...19, _): self = .private
    case (169, 254, _): self = .local
    case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113), (224..., _, _): self = .special
    default: self = .public
    }
  }

  /// Where an IPv6 address lies; one that carries an IPv4 address (mapped, translated, 6to4) lies where that does.
  public init(ipv6 bytes: [UInt8]) {
    guard bytes.count == 16 else {
      self = .special
      return
    }
    let isZero = bytes[..<10].allSatisfy { $0 == 0 }
    if isZero, bytes[10] == 0xFF, bytes[11] == 0xFF {
      self.init(ipv4: Array(bytes[12...]))
    } else if isZero, bytes[10] == 0, bytes[11] == 0 {
      // ::, ::1, and the forgotten IPv4-compatible addresses.
      let isLow = bytes[12] == 0 && bytes[13] == 0 && bytes[14] == 0 && bytes[15] <= 1
      self = isLow ? .loopback : NetworkReach(ipv4: Array(bytes[12...]))
    } else if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) {
      self.init(ipv4: Array(bytes[12...]))
    } else if bytes.starts(with: [0x20, 0x02]) {
      self.init(ipv4: Array(bytes[2..<6]))
    } else if bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0xC0) {
      self = .private
    } else if bytes[0] == 0xFE, bytes[1] & 0xC0 == 0x80 {
      self = .local
    } else if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x20, 0x01, 0, 0]) {
      self = .special
    } else {
      self = bytes[0] & 0xE0 == 0x20 ? .public : .special
    }
  }
}
