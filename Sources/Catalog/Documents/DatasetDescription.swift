/// A published table with everything that is said of it.
package struct DatasetDescription: Sendable {
  package let dataset: Dataset
  package let key: String
  package let title: String
  package let note: String
  /// The dataset that took its place; 0 when there is none.
  package let supersededBy: Int

  package init(
    dataset: Dataset,
    key: String,
    title: String,
    note: String,
    supersededBy: Int
  ) {
    self.dataset = dataset
    self.key = key
    self.title = title
    self.note = note
    self.supersededBy = supersededBy
  }
}

/// A measure in a dataset, with the periods that it is held for.
package struct DatasetCoverage: Sendable {
  package let dataset: Int
  package let measure: Int
  package let days: DayRange

  package init(dataset: Int, measure: Int, days: DayRange) {
    self.dataset = dataset
    self.measure = measure
    self.days = days
  }
}

/// A source with everything that is said of it.
package struct SourceDescription: Sendable {
  package let source: Source
  /// `official`, `copy` or `secondary`.
  package let trust: String
  package let note: String

  package init(source: Source, trust: String, note: String) {
    self.source = source
    self.trust = trust
    self.note = note
  }
}
