import Library
import Testing

/// When a feed is asked for again.
@Suite struct FeedScheduleTests {
  @Test func aFeedSaysHowLongToWait() {
    #expect(FeedSchedule.due(afterSuccess: 1000, minutes: nil, chance: 0) == 1000 + 3600)
    #expect(FeedSchedule.due(afterSuccess: 0, minutes: 30, chance: 0) == 1800)
    #expect(FeedSchedule.due(afterSuccess: 0, minutes: 1, chance: 0) == 15 * 60)
    #expect(FeedSchedule.due(afterSuccess: 0, minutes: .max, chance: 0) == 24 * 3600)
    #expect(FeedSchedule.due(afterSuccess: 0, minutes: 60, chance: 0.5) == 3600 + 180)
  }

  @Test func failuresDoubleTheTimeUpToADay() {
    let pauses = (1...12).map { FeedSchedule.due(afterFailure: 0, failures: $0, retryAfter: nil, chance: 0) }
    #expect(pauses.prefix(4) == [300, 600, 1200, 2400])
    #expect(pauses.allSatisfy { $0 <= 24 * 3600 } && pauses.last == 24 * 3600)
    #expect(FeedSchedule.due(afterFailure: 0, failures: .max, retryAfter: nil, chance: 0) == 24 * 3600)
    #expect(FeedSchedule.due(afterFailure: 0, failures: 1, retryAfter: nil, chance: 0.5) == 225)
  }

  @Test func noSoonerThanTheServerAsks() {
    for chance in [0, 0.5, 0.99] {
      #expect(FeedSchedule.due(afterFailure: 0, failures: 1, retryAfter: 7200, chance: chance) >= 7200)
      #expect(FeedSchedule.due(afterFailure: 0, failures: 9, retryAfter: 1, chance: chance) >= 10 * 3600)
    }
  }
}
