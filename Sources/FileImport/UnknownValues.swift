import Catalog
import Importing
import Store

/// The error for texts of a file that name no value, listing all of them.
struct UnknownValues {
  private let lines: [String]
  private let path: String
  private let count: Int

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
        "--map FILE says what they mean (a CSV with the columns column,value,meaning), --add-values adds them as new values"
    )
  }
}
