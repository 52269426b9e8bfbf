/// A dated event of policy.
package struct PolicyEvent: Equatable, Sendable {
  package let key: String
  /// `2021-01-20`, `2021-01` or `2021`.
  package let date: String
  package let name: String
  /// The administration that begins; empty when it is not an inauguration.
  package let era: String
  /// Who held the office that begins; empty when it is not an inauguration.
  package let holder: String
  package let description: String
  /// Id of a source or of a document.
  package let source: String
}

extension PolicyEvent: StoredValue {
  package static let table = "event"
  package static let columns = "key, date, name, era, holder, description, source"

  package init(row: some CatalogRow) {
    key = row.text(at: 0)
    date = row.text(at: 1)
    name = row.text(at: 2)
    era = row.text(at: 3)
    holder = row.text(at: 4)
    description = row.text(at: 5)
    source = row.text(at: 6)
  }
}

extension PolicyEvent {
  /// The day, the month or the year on which it happened, as far as known.
  package var period: Period? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    switch parts.count {
    case 1: return .calendarYear(parts[0])
    case 2: return .month(parts[1], of: parts[0])
    case 3: return Day(year: parts[0], month: parts[1], day: parts[2]).map(Period.day)
    default: return nil
    }
  }
}
