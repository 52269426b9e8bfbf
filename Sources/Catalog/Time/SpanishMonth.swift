/// Months by their Spanish names, as tables and people in the field write them.
package enum SpanishMonth {
  /// 1 to 12 for `enero` to `diciembre`, in small letters.
  package static func number(_ word: String) -> Int? {
    // All end in one of these: other words are distinguished without comparing them.
    guard let last = word.utf8.last, "oel".utf8.contains(last) else { return nil }
    return names.firstIndex(of: word).map { $0 + 1 }
  }

  private static let names = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ]
}
