import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// `transform` of every element on as many cores as are free, in the array's order. Where some fail, the first failure
  /// is thrown.
  package func concurrentMap<Value: Sendable, Failure: Error>(
    _ transform: @Sendable (Element) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    // Small shares keep the cores busy to the end; one element a share would only cost locking.
    let share = Swift.max(1, Swift.min(16, count / 16))
    let results = Mutex<[Int: [Result<Value, Failure>]]>([:])
    DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { index in
      let done = self[index * share..<Swift.min((index + 1) * share, count)].map { element in
        Result { () throws(Failure) in try transform(element) }
      }
      results.withLock { $0[index] = done }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for (_, done) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      for result in done { values.append(try result.get()) }
    }
    return values
  }
}
