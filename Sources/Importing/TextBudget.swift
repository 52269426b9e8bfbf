import Synchronization

/// What the different texts of a file may take in memory: those of all columns and of all threads
/// together.
final class TextBudget: Sendable {
  /// In bytes. A million country names take a tenth of it.
  static let most = 256 << 20

  private let most: Int
  private let used = Atomic<Int>(0)

  init(most: Int = TextBudget.most) { self.most = most }

  /// Takes some bytes, and tells whether there were as many.
  func take(_ bytes: Int) -> Bool {
    used.add(bytes, ordering: .relaxed).newValue <= most
  }

  func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }
}
