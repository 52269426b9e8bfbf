import Catalog

/// `events`, `events per agent`; none for a ratio of like units.
package struct Unit: Hashable, Sendable {
  private let over: [String]
  private let under: [String]

  package static let none = Unit(over: [], under: [])

  package init(_ name: String) {
    self.init(over: [name], under: [])
  }

  private init(over: [String], under: [String]) {
    var (above, below) = (over, under)
    for name in over {
      guard let index = below.firstIndex(of: name) else { continue }
      below.remove(at: index)
      above.remove(at: above.firstIndex(of: name) ?? 0)
    }
    self.over = above.sorted()
    self.under = below.sorted()
  }

  func times(_ other: Unit) -> Unit { Unit(over: over + other.over, under: under + other.under) }
  func over(_ other: Unit) -> Unit { Unit(over: over + other.under, under: under + other.over) }

  package var isNone: Bool { over.isEmpty && under.isEmpty }

  /// As words; `nil` for a ratio of like units.
  package var name: String? {
    guard !isNone else { return nil }
    let above = over.isEmpty ? "1" : over.joined(by: " × ")
    return under.isEmpty ? above : "\(above) per \(under.map(Self.single).joined(by: " × "))"
  }

  /// Whether a word names it, in the singular or plural.
  func isNamed(_ word: String) -> Bool {
    guard let name = over.only, under.isEmpty else { return false }
    return name.split(separator: " ").contains {
      $0 == word || Self.single(String($0)) == word || Self.single(word) == $0
    }
  }

  /// `agents` as in "events per agent".
  private static func single(_ name: String) -> String {
    if name == "people" { return "person" }
    guard name.utf8.count > 3, name.hasSuffix("s") else { return name }
    return name.hasSuffix("ies") ? "\(name.dropLast(3))y" : String(name.dropLast())
  }
}
