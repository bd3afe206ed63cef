/// Elements that are laid out once, when tables are read, and then only looked at: no count of references and, in a
/// release, no check of bounds stand between the hot loops and their tables.
///
/// Every index comes from the tables themselves. The owner frees the memory in its `deinit`.
struct FlatTable<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(1, count))
    for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }

  @inline(__always)
  subscript(_ index: Int32) -> Element { self[Int(index)] }

  func deallocate() { base.deallocate() }
}

/// A run of elements of a `FlatTable`.
struct FlatRange: Sendable, BitwiseCopyable {
  var first: Int32 = 0
  var count: Int32 = 0

  @inline(__always)
  var indices: Range<Int> { Int(first)..<Int(first &+ count) }
  @inline(__always)
  var isEmpty: Bool { count == 0 }
}

/// Memory of a fixed size for a hot loop, allocated once and used again.
struct FixedBuffer<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  let capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  var isFull: Bool { count == capacity }

  /// Appends where there is room; false where there is none.
  @inline(__always)
  @discardableResult
  mutating func append(_ element: Element) -> Bool {
    guard count < capacity else { return false }
    (base + count).initialize(to: element)
    count &+= 1
    return true
  }

  @inline(__always)
  mutating func removeLast() {
    assert(count > 0)
    count &-= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }
}
