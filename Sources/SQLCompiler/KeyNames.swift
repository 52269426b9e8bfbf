import Catalog
import QueryLanguage

/// What an answer calls the periods and sources of its rows, for a statement that is shown: whoever
/// runs it elsewhere has no use for their codes.
package struct KeyNames: Sendable {
  /// Sources of the rows by their ids, each with its name.
  private let sources: [(id: Int, name: String)]

  package init(sources: [(id: Int, name: String)]) {
    self.sources = sources
  }

  /// A period as it is exported, `2024-05`; nothing where there is none. `nil` for years, which are
  /// their own names.
  func period(_ unit: TimeUnit, of code: SQLFragment) -> SQLFragment? {
    switch unit {
    case .fiscalYear, .calendarYear: nil
    case .quarter:
      "'FY' || \(Self.digits(1, 4, of: code)) || ' Q' || \(Self.digits(5, 1, of: code))"
    case .month: "\(Self.digits(1, 4, of: code)) || '-' || \(Self.digits(5, 2, of: code))"
    case .day:
      """
      \(Self.digits(1, 4, of: code)) || '-' || \(Self.digits(5, 2, of: code)) \
      || '-' || \(Self.digits(7, 2, of: code))
      """
    }
  }

  private static func digits(_ start: Int, _ count: Int, of code: SQLFragment) -> SQLFragment {
    "substr(CAST(\(code) AS TEXT), \(start), \(count))"
  }

  func source(of id: SQLFragment) -> SQLFragment {
    guard !sources.isEmpty else { return id }
    let cases = sources.map { "WHEN \($0.id) THEN \(text: $0.name)" as SQLFragment }
    return "CASE \(id) \(cases.joined(separator: " ")) END"
  }
}
