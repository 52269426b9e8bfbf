import Catalog

/// A measure and what a question needs of its tables, in their current edition or in any.
struct FittingKey: Equatable {
  private let measure: Int
  private let dimensions: Int
  private let limits: Int
  private let areEditions: Bool

  init(_ measure: Int, _ needs: TableNeeds, areEditions: Bool) {
    self.measure = measure
    dimensions = needs.dimensions.bits
    limits = needs.limits.bits
    self.areEditions = areEditions
  }
}
