/// Something that people ask for and that is not in the data.
package struct NotHeld: Hashable, Sendable {
  /// Why it is not there.
  package enum Reason: String, CaseIterable, Sendable {
    /// Nobody publishes it.
    case unpublished
    /// It is published, and not held here.
    case notHeld = "not_held"
    /// It is held, but not for the period, place or breakdown asked for.
    case partlyHeld = "partly_held"
  }

  package let id: Int
  /// The id in the seed.
  package let key: String
  package let name: String
  /// What it is, as one sentence.
  package let about: String
  package let reason: Reason
  /// Why it is not there, as one sentence.
  package let note: String
  /// Who publishes it, and under which title; empty where nobody does.
  package let publishedBy: String
  /// A question that the data answer.
  package let nearest: String
}

extension NotHeld {
  /// Why it is not there, and where it may be found.
  package var why: String { publishedBy.isEmpty ? note : "\(note) Published by: \(publishedBy)" }
}

extension NotHeld: StoredValue {
  package static let table = "not_held"
  package static let columns = "id, key, name, about, reason, note, published_by, nearest"

  package init?(row: some CatalogRow) {
    guard let reason = Reason(rawValue: row.text(at: 4)) else { return nil }
    id = row.integer(at: 0)
    key = row.text(at: 1)
    name = row.text(at: 2)
    about = row.text(at: 3)
    self.reason = reason
    note = row.text(at: 5)
    publishedBy = row.text(at: 6)
    nearest = row.text(at: 7)
  }
}
