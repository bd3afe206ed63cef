import CCurl
import Fetching
import Foundation

/// Where addresses of sockets lie.
enum SocketAddress {
  /// An address as the system passes it to `connect`: a `sockaddr`.
  static func reach(family: Int32, bytes: [UInt8]) -> NetworkReach {
    // The address stands behind family and port, in IPv6 behind the flow label too.
    if family == AF_INET, bytes.count >= 8 { return NetworkReach(ipv4: Array(bytes[4..<8])) }
    if family == AF_INET6, bytes.count >= 24 { return NetworkReach(ipv6: Array(bytes[8..<24])) }
    return .special
  }

  /// An address in numbers: `127.0.0.1`, `::1`.
  static func reach(_ text: String) -> NetworkReach {
    var ipv4 = [UInt8](repeating: 0, count: 4)
    if inet_pton(AF_INET, text, &ipv4) == 1 { return NetworkReach(ipv4: ipv4) }
    var ipv6 = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET6, text, &ipv6) == 1 { return NetworkReach(ipv6: ipv6) }
    return .special
  }
}
