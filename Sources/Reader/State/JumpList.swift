import Timeline

/// Where jumps started, to go back and forward among them.
struct JumpList: Sendable {
  private var past: [TimelineKey] = []
  private var future: [TimelineKey] = []
  private static let capacity = 200

  /// Notes the place that a jump leaves.
  mutating func leave(_ key: TimelineKey) {
    if past.last != key { past.append(key) }
    if past.count > Self.capacity { past.removeFirst() }
    future = []
  }

  /// The place before the last jump; `current` can be come back to.
  mutating func back(from current: TimelineKey) -> TimelineKey? {
    guard let key = past.popLast() else { return nil }
    future.append(current)
    return key
  }

  /// The place that the last `back` left.
  mutating func forward(from current: TimelineKey) -> TimelineKey? {
    guard let key = future.popLast() else { return nil }
    past.append(current)
    return key
  }
}
