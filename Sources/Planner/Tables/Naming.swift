package import Catalog
import QueryLanguage

/// Which values the tables that fill a question's rows never name.
///
/// What a table never names is unknown there, whatever it says of rows that it leaves out: it may
/// be counted under the table's `other`. Where all rows come from one table this says nothing,
/// since that table names every value shown.
package struct Naming: Sendable {
  /// Tables that together answer a row; a series is represented by its first file.
  private let groups: [TablesTogether]
  /// For each dimension of the rows, the values that no table names.
  let nowhere: [IDSet]

  /// What some tables together never name.
  package struct TablesTogether: Sendable {
    /// Numbers that identify the tables.
    package let tables: IDSet
    /// For each dimension of the rows, in their order, the values that at least one of the tables
    /// never names.
    package let unnamed: [IDSet]
  }

  /// `nil` where the tables of every row name all values that it can have.
  init?(_ query: ResolvedQuery, _ frames: [Frame], _ catalog: any CatalogReader) {
    let dimensions = query.keys.compactMap(\.dimension)
    guard !dimensions.isEmpty, !query.keys.contains(.source) else { return nil }
    let candidates = frames.flatMap(\.figures).flatMap { $0.segments.map(\.candidate) }
    guard let first = candidates.first,
      candidates.contains(where: { !$0.dataset.isSameSeries(as: first.dataset) })
    else { return nil }
    let everything = dimensions.map { IDSet(catalog.members(of: $0.id).map(\.id)) }
    var named: [(table: Int, unnamed: [IDSet])] = []
    var groups: [TablesTogether] = []
    for figure in frames.flatMap(\.figures) {
      for own in figure.tablesTogether({ _ in true }) {
        let tables = IDSet(own.map(\.seriesTable))
        guard !groups.contains(where: { $0.tables == tables }) else { continue }
        for candidate in own where !named.contains(where: { $0.table == candidate.seriesTable }) {
          let unnamed = everything.indices.map {
            everything[$0].subtracting(candidate.named(key: $0, catalog))
          }
          named.append((candidate.seriesTable, unnamed))
        }
        let lacking = named.filter { tables.contains($0.table) }.map(\.unnamed)
        groups.append(
          TablesTogether(
            tables: tables,
            unnamed: everything.indices.map { key in
              lacking.reduce(IDSet()) { $0.union($1[key]) }
            }
          )
        )
      }
    }
    guard groups.contains(where: { $0.unnamed.contains { !$0.isEmpty } }) else { return nil }
    self.groups = groups
    nowhere = everything.indices.map { key in
      named.reduce(everything[key]) { $0.intersection($1.unnamed[key]) }
    }
  }

  /// The values never named by the tables that together answer a row of a figure, or a finer period
  /// of its fold.
  package func group(of figure: FigurePlan, _ piece: Int) -> TablesTogether? {
    let tables = IDSet(figure.candidates(of: piece).map(\.seriesTable))
    return tables.isEmpty ? nil : groups.first { $0.tables == tables }
  }

  /// The values of a dimension of the rows that some of a figure's rows lack. `isMeant` tells which
  /// count.
  package func unnamed(
    _ key: Int,
    in figure: FigurePlan,
    isMeant: (Int) -> Bool
  ) -> IDSet {
    figure.tablesTogether(isMeant).reduce(IDSet()) { known, own in
      let tables = IDSet(own.map(\.seriesTable))
      return groups.first { $0.tables == tables }.map { known.union($0.unnamed[key]) } ?? known
    }
  }
}

extension FigurePlan {
  /// The datasets that answer a row, or inside a fold a finer period.
  package func candidates(of piece: Int) -> [Candidate] {
    guard figure.fold != nil else { return rows[piece].sources.map { segments[$0].candidate } }
    return segments.filter { $0.uses.contains { $0.piece == piece } }.map(\.candidate)
  }

  /// The datasets of each row, once for each combination of them.
  fileprivate func tablesTogether(_ isMeant: (Int) -> Bool) -> [[Candidate]] {
    var known: [[Int]] = []
    let pieces = figure.fold == nil ? Array(rows.indices) : Array(0...lastFinerPiece)
    for piece in pieces where isMeant(piece) {
      let own = indices(of: piece)
      if !own.isEmpty, !known.contains(own) { known.append(own) }
    }
    return known.map { $0.map { segments[$0].candidate } }
  }

  private func indices(of piece: Int) -> [Int] {
    guard figure.fold != nil else { return rows[piece].sources.sorted() }
    return segments.indices.filter { segments[$0].uses.contains { $0.piece == piece } }
  }

  private var lastFinerPiece: Int {
    segments.flatMap { $0.uses.map(\.piece) }.max() ?? 0
  }
}

extension Candidate {
  /// A number that its table shares with the others of its series.
  var seriesTable: Int { dataset.series == 0 ? dataset.table : dataset.series }

  /// The values of a dimension of the rows that its table names, or another file of its series;
  /// with `years`, those of which there are figures then.
  func named(
    key: Int,
    _ catalog: any CatalogReader,
    years: ClosedRange<Int>? = nil
  ) -> IDSet {
    switch keys[key] {
    case .constant(let member): return IDSet([member])
    case .column(let dimension):
      return named(catalog, years).intersection(IDSet(catalog.members(of: dimension.id).map(\.id)))
    case .parent(let child):
      let own = named(catalog, years).intersection(IDSet(catalog.members(of: child.id).map(\.id)))
      return IDSet(own.elements.compactMap { catalog.member($0)?.parent })
    }
  }

  private func named(_ catalog: any CatalogReader, _ years: ClosedRange<Int>?) -> IDSet {
    IDSet(
      catalog.tables(ofSeries: dataset, holding.measure).flatMap { table in
        years.map { catalog.members(in: table, years: $0) } ?? catalog.members(in: table)
      }
    )
  }
}
