/// A figure as a document states it, its hedge kept.
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

  package init(
    key: String,
    document: String,
    line: Int,
    measure: String,
    asSaid: String,
    unit: String,
    low: String,
    high: String,
    qualifier: Hedge,
    kind: String,
    start: End,
    end: End,
    filters: String,
    speaker: String,
    status: String,
    note: String
  ) {
    self.key = key
    self.document = document
    self.line = line
    self.measure = measure
    self.asSaid = asSaid
    self.unit = unit
    self.low = low
    self.high = high
    self.qualifier = qualifier
    self.kind = kind
    self.start = start
    self.end = end
    self.filters = filters
    self.speaker = speaker
    self.status = status
    self.note = note
  }
}
