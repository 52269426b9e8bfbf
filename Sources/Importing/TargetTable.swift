/// One of the tables that a file is made into: which rows of the file belong to it, and what its
/// rows are broken down by.
package struct TargetTable {
  /// A dimension, by the key that holds it.
  package struct KeyPlaces {
    package let key: Int
    /// The place of each text of the key among the values of the dimension, in their order; `nil`
    /// for a text that is not a value of it.
    package let places: [UInt32?]
    /// Number of values.
    package let count: Int

    package init(key: Int, places: [UInt32?], count: Int) {
      self.key = key
      self.places = places
      self.count = count
    }
  }

  /// A key that decides which rows belong to the table, with the decision for each of its texts.
  package struct Filter {
    package let key: Int
    /// For each text of the key, whether its rows belong to the table.
    package let keeps: [Bool]

    package init(key: Int, keeps: [Bool]) {
      self.key = key
      self.keeps = keeps
    }
  }

  /// In the order of the table's key.
  package let dimensions: [KeyPlaces]
  package let filters: [Filter]
  /// The figures of the file that it holds.
  package let figures: [Int]
  /// The decimals with which each of them is stored.
  package let decimals: [Int]
  /// For each of them, whether several cells of one row may be added up, which is not so for
  /// levels.
  package let canBeAdded: [Bool]

  package init(
    dimensions: [KeyPlaces],
    filters: [Filter],
    figures: [Int],
    decimals: [Int],
    canBeAdded: [Bool]
  ) {
    self.dimensions = dimensions
    self.filters = filters
    self.figures = figures
    self.decimals = decimals
    self.canBeAdded = canBeAdded
  }
}
