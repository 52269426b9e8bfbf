/// The memory for the distinct texts of a file, shared by all columns.
final class TextBudget {
  /// In bytes.
  static let most = ImportMemory.texts
  /// What a text takes beside its own bytes: its places in tables of texts.
  static let overhead = 48

  private let most: Int
  private var used = 0

  init(most: Int = TextBudget.most) { self.most = most }

  /// Takes some bytes, and returns whether that many were left.
  func take(_ bytes: Int) -> Bool {
    used += bytes
    return used <= most
  }
}
