import Fetching
import Testing

/// Where addresses lie, and which way leads where.
@Suite struct NetworkReachTests {
  @Test(arguments: [
    ([127, 0, 0, 1], NetworkReach.loopback), ([127, 255, 1, 2], .loopback), ([0, 0, 0, 0], .loopback),
    ([10, 1, 2, 3], .private), ([172, 16, 0, 1], .private), ([172, 31, 9, 9], .private), ([172, 32, 0, 1], .public),
    ([192, 168, 1, 1], .private), ([100, 64, 0, 1], .private), ([100, 128, 0, 1], .public),
    ([169, 254, 169, 254], .local),
    ([224, 0, 0, 1], .special), ([255, 255, 255, 255], .special), ([8, 8, 8, 8], .public), ([8, 8], .special),
  ])
  func ipv4(_ bytes: [UInt8], _ reach: NetworkReach) { #expect(NetworkReach(ipv4: bytes) == reach) }

  @Test(arguments: [
    ([0, 0, 0, 0, 0, 0, 0, 1], NetworkReach.loopback), ([0, 0, 0, 0, 0, 0, 0, 0], .loopback),
    ([0, 0, 0, 0, 0, 0xFFFF, 0x7F00, 1], .loopback), ([0, 0, 0, 0, 0, 0xFFFF, 0xA9FE, 0xA9FE], .local),
    ([0, 0, 0, 0, 0, 0, 0x0A00, 1], .private), ([0x64, 0xFF9B, 0, 0, 0, 0, 0xC0A8, 1], .private),
    ([0x2002, 0x7F00, 1, 0, 0, 0, 0, 1], .loopback), ([0xFD00, 0, 0, 0, 0, 0, 0, 1], .private),
    ([0xFE80, 0, 0, 0, 0, 0, 0, 1], .local), ([0xFEC0, 0, 0, 0, 0, 0, 0, 1], .private),
    ([0xFF02, 0, 0, 0, 0, 0, 0, 1], .special), ([0x2001, 0xDB8, 0, 0, 0, 0, 0, 1], .special),
    ([0x2606, 0x4700, 0, 0, 0, 0, 0, 0x1111], .public), ([1], .special),
  ])
  func ipv6(_ words: [UInt16], _ reach: NetworkReach) {
    #expect(NetworkReach(ipv6: words.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == reach)
  }

  @Test func outsideDoesNotLeadInside() {
    for place in NetworkReach.allCases where place != .any {
      #expect(NetworkReach.any.allows(place))
      #expect(NetworkReach.public.allows(place) == (place == .public))
      #expect(place.allows(.public) && place.allows(place))
    }
    #expect(!NetworkReach.loopback.allows(.local) && !NetworkReach.private.allows(.loopback))
  }
}
