/// A document whose statements are held.
package struct Document: Sendable {
  /// `dhs-fact-sheet-2024-06-04`
  package let key: String
  /// Empty when the copy held does not name it.
  package let publisher: String
  package let title: String
  /// `2024-06-04` or `2024-12`.
  package let published: String
  /// `stated`, or how the date was inferred.
  package let dateBasis: String
  package let note: String

  package init(
    key: String,
    publisher: String,
    title: String,
    published: String,
    dateBasis: String,
    note: String
  ) {
    self.key = key
    self.publisher = publisher
    self.title = title
    self.published = published
    self.dateBasis = dateBasis
    self.note = note
  }
}
