package import Catalog
package import Importing

/// What an import is to do.
package struct ImportRequest: Sendable {
  /// Stops before anything is changed.
  package var isDryRun = false
  /// How it is said what a file holds.
  package var style = ImportStyle.table
  /// Measures with the columns that hold them; without one, the column with the name of the
  /// measure.
  package var measures: [Assignment] = []
  /// Whether every row counts as 1 of each measure without a column.
  package var countsRows = false
  /// Dimensions and `fy`, `month`, `cy`, `date`, with the columns that hold them.
  package var breakdowns: [Assignment] = []
  /// What is read across the columns of a wide table: a period or a dimension.
  package var across: String?
  /// Rows that are left out, by a column and the values that it has there.
  package var leftOut: [Assignment] = []
  /// The sheet of a workbook.
  package var sheet: String?
  /// Where the header is, and what is between cells.
  package var layout = TableLayout()
  /// How the text of the file is written, where that is not UTF-8 and no mark in it says so.
  package var encoding: TextEncoding?
  /// How days and months are written, where they are not written as usual.
  package var dates: DateNotation?
  /// What cells without a figure hold.
  package var words = CellWords()
  /// How figures are written in files of text.
  package var notation = FigureNotation()
  /// The last day of the figures.
  package var until: String?
  /// 1 where figures are exact, 10 where they are rounded to tens, and so on.
  package var rounding = 1
  /// What holds for the whole file: `border=southwest`.
  package var scope: [Assignment] = []
  /// Measures that the catalog does not have: `name:unit` or `name:unit:kind`.
  package var newMeasures: [String] = []
  /// Dimensions that the catalog does not have.
  package var newDimensions: [String] = []
  /// Where the figures come from: publisher and title.
  package var source: String?
  /// `2026-01-15`, `2026-01` or `2026`.
  package var published: String?
  package var url: String?
  /// The name of the table.
  package var name: String?
  /// The path of a file that gives the meaning of values; see ``ValueMap``.
  package var map: String?
  /// Whether unknown values become new values.
  package var addsValues = false
  /// Whether the rows do not add up to the whole.
  package var isPartial = false
  /// Whether the table answers before those of publishers.
  package var isPreferred = false
  /// The fields of a table of a data package, whose names say what they are.
  var fields: [String] = []
  /// The question that the table of a data package answers; empty where it says none.
  var question = ""
  /// The day of the import, as `2026-11-22`.
  package var today: String

  package init(today: String) { self.today = today }

  /// `removals=Count`.
  package struct Assignment: Hashable, Sendable {
    package let name: String
    package let column: String?

    package init(name: String, column: String?) {
      self.name = name
      self.column = column
    }

    /// Reads `removals=Count` or `removals`.
    package init(_ text: String) {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      name = trimmed(String(sides[0]))
      column = sides.count > 1 ? trimmed(String(sides[1])) : nil
    }

    /// Reads `citizenship=Country,month=Month,fy`: a comma begins another one only where an equals
    /// sign follows, a word for time, or one of the `names` that the import declares.
    package static func list(_ text: String, names: [String] = []) -> [Assignment] {
      let alone = ["fy", "cy", "quarter", "month", "date"] + names
      var parts: [String] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
        if part.contains("=") || alone.contains(trimmed(part)) || parts.isEmpty
          || !(parts.last?.contains("=") ?? false)
        {
          parts.append(part)
        } else {
          parts[parts.count - 1] += "," + part
        }
      }
      return parts.map(Assignment.init).filter { !$0.name.isEmpty || $0.column != nil }
    }

    package var text: String { column.map { "\(name)=\($0)" } ?? name }
  }

  /// Whether the table is cut out of its file, and not read as it is.
  var isCut: Bool { across != nil || !leftOut.isEmpty || layout.headerRows > 1 || sheet != nil }

  /// Whether it declares the columns.
  var declaresColumns: Bool { !measures.isEmpty || !breakdowns.isEmpty }
}

/// Without spaces at both ends.
func trimmed(_ text: String) -> String {
  let start = text.firstIndex { $0 != " " } ?? text.endIndex
  let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? start
  return String(text[start..<end])
}
