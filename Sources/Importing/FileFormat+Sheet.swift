extension FileFormat {
  /// A table that a sheet of a workbook of the format holds.
  package struct Sheet: Sendable {
    package let key: String
    /// The sheets that have it, of those that are shown.
    package let names: NamePattern
    package let cut: TableCut
    /// What the columns hold that the cut makes.
    package let meanings: [Meaning]
    /// What stands before its own last day; `nil`: that of the whole workbook is its own.
    package let dayAfter: NamePattern?
    /// What it is made into.
    package let tables: [Table]

    package init(
      key: String,
      names: NamePattern,
      cut: TableCut,
      meanings: [Meaning],
      dayAfter: NamePattern?,
      tables: [Table]
    ) {
      self.key = key
      self.names = names
      self.cut = cut
      self.meanings = meanings
      self.dayAfter = dayAfter
      self.tables = tables
    }
  }

  /// Where a workbook says through which day its figures go.
  package struct LastDay: Sendable {
    package let sheets: NamePattern
    /// What stands before the day: `*Detention data*through`.
    package let dayAfter: NamePattern

    /// Reads `Footnotes*: *Detention data*through`.
    package init?(_ text: String) {
      let sides = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { return nil }
      sheets = NamePattern(sides[0])
      dayAfter = NamePattern(sides[1])
    }
  }

  /// What a publisher's own word for a value means.
  package struct Value: Sendable {
    package let dimension: Int
    package let text: String
    package let member: Int

    package init(dimension: Int, text: String, member: Int) {
      (self.dimension, self.text, self.member) = (dimension, text, member)
    }
  }
}
