package import Catalog

extension FileFormat {
  /// A table that a sheet of a workbook of the format holds.
  package struct Sheet: Sendable {
    package let key: String
    /// The sheets that have it, of those that are shown.
    package let names: NamePattern
    package let cut: TableCut
    /// What the columns hold that the cut makes.
    package let meanings: [Meaning]
    /// Where its own last day is; `nil`: that of the whole workbook is its own.
    package let ownDay: OwnDay?
    /// What it is made into.
    package let tables: [Table]

    package init(
      key: String,
      names: NamePattern,
      cut: TableCut,
      meanings: [Meaning],
      ownDay: OwnDay?,
      tables: [Table]
    ) {
      self.key = key
      self.names = names
      self.cut = cut
      self.meanings = meanings
      self.ownDay = ownDay
      self.tables = tables
    }
  }

  /// Where a part of a workbook has a last day of its own.
  package struct OwnDay: Sendable {
    /// The sheets; `nil`: those that tell the last day of the whole workbook.
    package let sheets: NamePattern?
    /// What precedes the day.
    package let dayAfter: NamePattern

    /// Reads `*Removals data*through`, or `ATD*: *Report,`.
    package init?(_ text: String) {
      guard !text.isEmpty else { return nil }
      let place = LastDay(text)
      sheets = place?.sheets
      dayAfter = place?.dayAfter ?? NamePattern(text)
    }
  }

  /// Where a workbook says through which day its figures go.
  package struct LastDay: Sendable {
    package let sheets: NamePattern
    /// What precedes the day: `*Detention data*through`.
    package let dayAfter: NamePattern

    /// Reads `Footnotes*: *Detention data*through`.
    package init?(_ text: String) {
      let sides = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { return nil }
      sheets = NamePattern(sides[0])
      dayAfter = NamePattern(sides[1])
    }
  }

  /// Sheets that are not read.
  package struct LeftSheet: Sendable {
    package let names: NamePattern
    /// Empty where there is nothing to say.
    package let reason: String

    package init(names: NamePattern, reason: String) {
      (self.names, self.reason) = (names, reason)
    }
  }

  /// A measure or a dimension that the catalog does not have: the first file that is imported
  /// brings it with it.
  package struct NewName: Sendable {
    package let name: String
    package let aliases: [String]
    /// `nil`: it is a dimension, to which the values of the file are added.
    package let kind: Measure.Kind?
    package let unit: String
    package let decimals: Int
    package let definition: String

    package init(
      name: String,
      aliases: [String],
      kind: Measure.Kind?,
      unit: String,
      decimals: Int,
      definition: String
    ) {
      (self.name, self.aliases, self.kind) = (name, aliases, kind)
      (self.unit, self.decimals, self.definition) = (unit, decimals, definition)
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
