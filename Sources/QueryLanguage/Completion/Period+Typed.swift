import Catalog
import Diagnostics

extension Period {
  /// Whether its spelling, the digits of its year or its date begin with the typed text. Spaces are
  /// ignored, except that a word finished by a space must be followed by more.
  func begins(with typed: String, isFinished: Bool) -> Bool {
    [spelling.filter { $0 != " " }, exported].contains {
      $0.hasPrefix(typed) && !(isFinished && ($0 == typed || unit == .month && $0 == exported))
    }
  }

  /// `2024-05`
  init?(month text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, 1...12 ~= parts[1] else { return nil }
    self = .month(parts[1], of: parts[0])
  }
}
