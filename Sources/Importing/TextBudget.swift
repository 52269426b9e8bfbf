import Synchronization

/// The memory for the distinct texts of a file, shared by all columns and all threads.
final class TextBudget: Sendable {
  /// In bytes, so that an import takes 256 MiB in all: sums have the rest.
  static let most = 128 << 20
  /// What a text takes beside its own bytes: its places in tables of texts.
  static let overhead = 48

  private let most: Int
  private let used = Atomic<Int>(0)

  init(most: Int = TextBudget.most) { self.most = most }

  /// Takes some bytes, and returns whether that many were left.
  func take(_ bytes: Int) -> Bool {
    used.add(bytes, ordering: .relaxed).newValue <= most
  }

  func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }
}
