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
  /// Whether it is the press or another third party, and not the publisher's own file or a copy of it.
  package let isSecondary: Bool

  package init(
    id: Int,
    key: String,
    publisher: String,
    short: String,
    title: String,
    part: String,
    published: String,
    url: String,
    isSecondary: Bool
  ) {
    self.id = id
    self.key = key
    self.publisher = publisher
    self.short = short
    self.title = title
    self.part = part
    self.published = published
    self.url = url
    self.isSecondary = isSecondary
  }

  /// The day by which it was published for sure; `nil` when unknown.
  package var lastPossibleDay: Day? { Day(publishedBy: published) }
}
