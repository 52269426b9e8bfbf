internal import CEditLine

/// What the arrow keys walk through: the newest entries, none of them twice.
final class History {
  static let limit = 2000

  let entries: OpaquePointer
  private(set) var newest: String?
  private var numbers: [String: Int32] = [:]

  init?() {
    guard let entries = history_init() else { return nil }
    self.entries = entries
    _ = editline_history_limit(entries, Int32(History.limit))
  }

  deinit {
    history_end(entries)
  }

  /// Every entry, from the oldest.
  var texts: [String] { numbers.sorted { $0.value < $1.value }.map(\.key).suffix(Self.limit) }

  /// Adds an entry, or makes an existing one the newest.
  func enter(_ entry: String) {
    if let number = numbers[entry] { editline_history_delete(entries, number) }
    numbers[entry] = editline_history_enter(entries, entry)
    newest = entry
  }
}
