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
