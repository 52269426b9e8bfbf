import Catalog
import Importing
import Results

/// What is said of decimals that are not kept.
extension ImportReport {
  /// What is said of figures of a declared table that have more decimals than their measure holds.
  static func rounded(
    _ tables: [TableInMaking],
    _ catalog: any CatalogReader
  ) -> [String] {
    let own = tables.filter { $0.standing != .published }
    let rows = own.flatMap { $0.totals.map(\.rowsRounded) }.reduce(0, +)
    guard rows > 0, let table = own.first else { return [] }
    let held = table.table.measures.compactMap(catalog.measure).filter { $0.scale > 1 }
      .map { "\($0.name): \(String($0.scale).utf8.count - 1)" }
    return [
      "\(grouped(rows)) \(rows == 1 ? "row has" : "rows have") more decimals than are held "
        + "(\(held.joined(by: ", "))): rounded, halves away from zero; "
        + "--new-measure declares up to \(NewNames.mostDecimals)"
    ] + cut(own)
  }

  /// What is said of figures with more decimals than are added up.
  private static func cut(_ tables: [TableInMaking]) -> [String] {
    let rows = tables.flatMap { $0.totals.map(\.rowsCut) }.reduce(0, +)
    guard rows > 0 else { return [] }
    let decimals = Set(tables.flatMap(\.piece.reading.shape.decimalsAdded)).sorted()
    let added = decimals.map { "\($0)th" }.joined(by: " or ")
    return [
      "\(grouped(rows)) of them \(rows == 1 ? "has" : "have") digits beyond the \(added) decimal, "
        + "which are cut off before figures are added up"
    ]
  }
}
