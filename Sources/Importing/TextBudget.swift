import Synchronization

/// The memory for the distinct texts of a file, shared by all columns and all threads.
final class TextBudget: Sendable {
  /// In bytes. A million country names take a tenth of it.
  static let most = 256 << 20

  private let most: Int
  private let used = Atomic<Int>(0)

  init(most: Int = TextBudget.most) { self.most = most }

  /// Takes some bytes, and returns whether that many were left.
  func take(_ bytes: Int) -> Bool {
    used.add(bytes, ordering: .relaxed).newValue <= most
  }

  func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }
}
