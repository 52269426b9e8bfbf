/// A source of the answer, with the periods that it answers.
package struct Citation: Equatable, Sendable {
  /// `FY2020–22`, or empty when it is the only source.
  package let periods: String
  /// `OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)`.
  package let text: String
  /// The publisher's address, or empty.
  package let url: String
  /// Its id in the catalog.
  package let key: String
  /// Who published it, in full.
  package var publisher = ""
  package var title = ""
  /// The table, sheet or file inside the publication.
  package var table = ""
  /// `2024-12-31`, `2024-12` or `2024`, as far as known.
  package var published = ""

  package init(periods: String, text: String, url: String, key: String) {
    self.periods = periods
    self.key = key
    self.text = text
    self.url = url
  }
}
