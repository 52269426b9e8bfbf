/// A figure as a document states it, with its hedge.
package struct StatedFigure: Sendable {
  /// One end of the period that it is about.
  package struct End: Equatable, Sendable {
    /// `2024-06-04`; empty when it is not known.
    package let date: String
    /// `day`, `month`, `year`, `fy`, `approximate` or `unstated`.
    package let precision: String

    package init(date: String, precision: String) {
      self.date = date
      self.precision = precision
    }
  }

  package let key: String
  package let document: String
  /// The line of the document.
  package let line: Int
  /// The measure meant; empty where none exists.
  package let measure: String
  /// The verb or noun as spoken.
  package let asSaid: String
  /// `people`, `percent`, `ratio`, `date`, …
  package let unit: String
  /// The interval that the words allow; empty = open.
  package let low: String
  package let high: String
  package let qualifier: Hedge
  /// `flow`, `stock`, `change_percent`, …
  package let kind: String
  package let start: End
  package let end: End
  /// `citizenship=venezuela; border=southwest`
  package let filters: String
  package let speaker: String
  /// `official`, `unofficial`, `translation` or `paraphrase_of:ID`.
  package let status: String
  package let note: String
}

extension StatedFigure: StoredValue {
  package static let table = "figure"
  package static let columns = """
    key, document, line, measure, as_said, unit, low, high, qualifier, kind, start, \
    "end", start_precision, end_precision, filters, speaker, status, note
    """

  package init?(row: some CatalogRow) {
    guard let qualifier = Hedge(rawValue: row.text(at: 8)) else { return nil }
    key = row.text(at: 0)
    document = row.text(at: 1)
    line = row.integer(at: 2)
    measure = row.text(at: 3)
    asSaid = row.text(at: 4)
    unit = row.text(at: 5)
    low = row.text(at: 6)
    high = row.text(at: 7)
    self.qualifier = qualifier
    kind = row.text(at: 9)
    start = End(date: row.text(at: 10), precision: row.text(at: 12))
    end = End(date: row.text(at: 11), precision: row.text(at: 13))
    filters = row.text(at: 14)
    speaker = row.text(at: 15)
    status = row.text(at: 16)
    note = row.text(at: 17)
  }
}
