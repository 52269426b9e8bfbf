/// Where figures come from.
package struct Source: Hashable, Sendable {
  package let id: Int
  package let key: String
  package let publisher: String
  /// The publisher's name short enough for a citation.
  package let short: String
  package let title: String
  /// The table, sheet or file inside the publication.
  package let part: String
  /// `2024-12-31`, `2024-12` or `2024`, as far as known; empty when unknown.
  package let published: String
  package let url: String
  /// Whether it is the press or another third party, and not the publisher's own file or a copy of
  /// it.
  package let isSecondary: Bool

  /// The latest day on which it can have been published; `nil` when unknown.
  package var lastPossibleDay: Day? { Day(publishedBy: published) }
}

extension Source: StoredValue {
  package static let table = "source"
  package static let columns = "id, key, publisher, short, title, part, published, url, trust"

  package init?(row: some CatalogRow) {
    id = row.integer(at: 0)
    key = row.text(at: 1)
    publisher = row.text(at: 2)
    short = row.text(at: 3)
    title = row.text(at: 4)
    part = row.text(at: 5)
    published = row.text(at: 6)
    url = row.text(at: 7)
    isSecondary = row.text(at: 8) == "secondary"
  }
}
