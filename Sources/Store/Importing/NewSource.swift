/// Where the figures of an import come from.
package struct NewSource {
  let publisher: String
  let title: String
  /// The name of the file.
  let part: String
  /// `2026-01-15`, `2026-01` or `2026`.
  let published: String
  let url: String

  package init(publisher: String, title: String, part: String, published: String, url: String) {
    self.publisher = publisher
    self.title = title
    self.part = part
    self.published = published
    self.url = url
  }
}
