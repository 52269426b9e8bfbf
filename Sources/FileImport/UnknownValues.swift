import Catalog
import Diagnostics
import Importing
import Store

/// The error for texts of a file that name no value, listing all of them.
struct UnknownValues {
  private let lines: [String]
  private let path: String
  private let count: Int
  private let remedies: [ImportRemedy]

  /// The most that are listed; more are not slips but the wrong column.
  private static let shown = 20

  init(
    _ unknown: UnknownTexts,
    _ counted: CountedTable,
    _ reading: FileReading,
    _ file: SourceFile,
    _ catalog: any CatalogReader
  ) {
    path = file.path
    count = unknown.count
    remedies = Self.remedies(unknown, counted, reading, catalog)
    lines = unknown.first(Self.shown).map { unknown in
      let column = reading.shape.columns[reading.shape.column(ofKey: unknown.key)]
      let near = unknown.dimensions.flatMap { nearest(to: unknown.text, of: $0, catalog) }
      let hint =
        unknown.isAmbiguous
        ? " (names several values)"
        : SumAmongValues.isWord(unknown.text)
          ? " (the sum of other rows? --leave-out \("\(column)=\(unknown.text)".asShellWord))"
          : near.isEmpty ? "" : " (nearest: \(near.joined(by: ", ")))"
      return "  line \(unknown.line), column \(column): `\(unknown.text)`\(hint)"
    }
  }

  var mistake: ImportMistake {
    let more = count > Self.shown ? ["  and \(count - Self.shown) more"] : []
    let what = count == 1 ? "a value that is not known" : "\(count) values that are not known"
    return ImportMistake(
      ([path + ": " + what] + lines + more).joined(by: "\n"),
      hint:
        "--map FILE says what they mean (a CSV with the columns column,value,meaning), --add-values adds them as new values",
      try: remedies
    )
  }

  /// Leaves out the sums; takes slips for what they are nearest to, and all others as values of
  /// their own, or for what tables do not name.
  private static func remedies(
    _ unknown: UnknownTexts,
    _ counted: CountedTable,
    _ reading: FileReading,
    _ catalog: any CatalogReader
  ) -> [ImportRemedy] {
    let own = unknown.first(shown).map { unknown in
      (unknown, reading.shape.columns[reading.shape.column(ofKey: unknown.key)])
    }
    let sums = own.filter { SumAmongValues.isWord($0.0.text) }
    guard sums.isEmpty else {
      return [
        .options(adding: sums.map { ImportRemedy.Option("--leave-out", "\($0.1)=\($0.0.text)") })
      ]
    }
    let slips = own.compactMap { unknown, column in
      unknown.dimensions.flatMap { nearest(to: unknown.text, of: $0, catalog) }.first
        .map { [column, unknown.text, $0] }
    }
    guard unknown.count <= shown else { return [.adding("--add-values")] }
    guard slips.isEmpty else {
      let isAll = slips.count == unknown.count
      return [mapping(slips, isAll ? [] : [ImportRemedy.Option("--add-values")])]
        + (isAll ? [.adding("--add-values")] : [])
    }
    let others = own.compactMap { unknown, column in
      unknown.dimensions.flatMap(catalog.members).first { $0.rest == .other }
        .map { [column, unknown.text, $0.name] }
    }
    return [.adding("--add-values")] + (others.count == unknown.count ? [mapping(others)] : [])
  }

  /// A file that says what values mean, and the import with it.
  private static func mapping(
    _ meanings: [[String]],
    _ added: [ImportRemedy.Option] = []
  ) -> ImportRemedy {
    let rows = [["column", "value", "meaning"]] + meanings
    let text = rows.map { $0.map(\.asCell).joined(by: ",").asShellWord }.joined(by: " ")
    return .after(
      "printf '%s\\n' \(text) > names.csv",
      [ImportRemedy.Option("--map", "names.csv")] + added
    )
  }
}

extension String {
  /// As a cell of a CSV.
  fileprivate var asCell: String {
    contains { ",\"\n".contains($0) } ? "\"" + replacing("\"", with: "\"\"") + "\"" : self
  }
}
