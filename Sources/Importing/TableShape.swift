/// What the columns of a file are for.
package struct TableShape: Sendable {
  /// What one column of a file is used for in a table made of it.
  package enum Role: Equatable, Sendable {
    case ignored
    /// A key: rows are broken down by it. The number counts keys from 0, left to right.
    case key(Int)
    /// A figure; its number among the figures.
    case figure(Int)
  }

  /// The names in the header, in order.
  package let columns: [String]
  /// One for each column.
  package let roles: [Role]
  /// Decimals of each figure that is added up; 0 for things that are counted.
  package let decimals: [Int]
  /// Figures that count 1 a row, by their numbers: those of files in which each row is an event.
  package let counted: [Int]
  /// What cells hold instead of figures.
  package let words: CellWords
  /// How figures are written.
  package let notation: FigureNotation

  package init(
    columns: [String],
    roles: [Role],
    decimals: [Int],
    counted: [Int] = [],
    words: CellWords = CellWords(),
    notation: FigureNotation = FigureNotation()
  ) {
    self.columns = columns
    self.roles = roles
    self.decimals = decimals
    self.counted = counted
    self.words = words
    self.notation = notation
  }

  /// The number of columns that rows are broken down by.
  package var keyCount: Int {
    roles.count { if case .key = $0 { true } else { false } }
  }

  /// The index in the file of a column that rows are broken down by.
  package func column(ofKey key: Int) -> Int { roles.firstIndex(of: .key(key)) ?? 0 }

  /// Decimals in which figures are added up that have any.
  package var decimalsAdded: [Int] {
    decimals.indices.map(summedDecimals).filter { $0 > 0 }
  }

  /// Decimals in which a figure is added up.
  func summedDecimals(_ figure: Int) -> Int {
    decimals[figure] == 0 ? 0 : decimals[figure] + FigureCell.guardDecimals(decimals[figure])
  }
}
