import Synchronization

/// Produces many values on some threads, and consumes them in order on this one while the next
/// are produced.
///
/// `size` is the memory that a value takes, in bytes: those that wait to be consumed take at most
/// `most`, or are one.
func makeInOrder<Value>(
  _ count: Int,
  threads: Int = Workers.mostUseful,
  size: (Int) -> Int = { _ in 0 },
  most: Int = .max,
  make: @escaping @Sendable (Int) throws -> Value,
  take: (Int, Value) throws -> Void
) throws {
  let mostAtOnce = 4 * threads
  var ready: Batch<Value>?
  var start = 0
  while start < count {
    var (end, sum) = (start + 1, size(start))
    while end < min(count, start + mostAtOnce), sum + size(end) <= most {
      sum += size(end)
      end += 1
    }
    let batch = Batch<Value>(start..<end)
    start = end
    let workers = Workers(threads) { _ in batch.fill(make) }
    // Consumes while others work; they are waited for even where this fails.
    defer { workers.join() }
    try ready?.give(to: take)
    ready = batch
  }
  try ready?.give(to: take)
}

private final class Batch<Value>: @unchecked Sendable {
  private let range: Range<Int>
  private let next: Atomic<Int>
  private let results: Mutex<[Int: Result<Made, any Error>]> = Mutex([:])

  private struct Made: @unchecked Sendable {
    let value: Value
  }

  init(_ range: Range<Int>) {
    self.range = range
    next = Atomic(range.lowerBound)
  }

  func fill(_ make: (Int) throws -> Value) {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < range.upperBound else { return }
      let result = Result { Made(value: try make(index)) }
      results.withLock { $0[index] = result }
    }
  }

  func give(to take: (Int, Value) throws -> Void) throws {
    for index in range {
      guard let result = results.withLock({ $0.removeValue(forKey: index) }) else { continue }
      try take(index, result.get().value)
    }
  }
}
