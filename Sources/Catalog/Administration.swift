/// An administration, with the day on which it began.
package struct Administration: Hashable, Sendable {
  package let id: Int
  /// A name short enough for a row: `Obama`.
  package let name: String
  package let start: Day
  /// Who held the office: `Barack Obama`.
  package let holder: String
}

extension Administration: StoredValue {
  package static let table = "event"
  package static let columns = "id, era, date, holder"

  package init?(row: some CatalogRow) {
    let parts = row.text(at: 2).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let start = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      return nil
    }
    id = row.integer(at: 0)
    name = row.text(at: 1)
    self.start = start
    holder = row.text(at: 3)
  }
}
