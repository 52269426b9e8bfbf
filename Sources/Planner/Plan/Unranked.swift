package import Catalog
import QueryLanguage

/// The values of the last dimension that `top` and `bottom` cannot rank.
package struct Unranked: Sendable {
  /// A table that answers some row never names them: their figures there are not known.
  package let unnamed: IDSet
  /// Those of them that another table of the answer names.
  package let namedElsewhere: IDSet
  /// They were not there in any row's period, although a publisher may print 0 for them.
  package let outOfTime: IDSet

  /// Everything that has no rank.
  package var all: IDSet { unnamed.union(outOfTime) }

  init(_ query: ResolvedQuery, _ main: Frame, _ naming: Naming?, _ catalog: any CatalogReader) {
    guard query.ranking != nil, let last = query.lastDimension, let dimension = last.dimension
    else {
      unnamed = IDSet()
      namedElsewhere = IDSet()
      outOfTime = IDSet()
      return
    }
    let key = query.keys.filter { $0.dimension != nil }.firstIndex(of: last)
    let figures = query.figures(in: query.columns[0].value).map { main.figures[$0] }
    unnamed = figures.reduce(IDSet()) { known, figure in
      guard let naming, let key else { return known }
      let finer = figure.figure.fold.map { main.folds[$0].rows }
      let own = naming.unnamed(key, in: figure) { piece in
        !main.pieces[finer?[piece] ?? piece].isContext
      }
      return known.union(own)
    }
    if let key, let naming {
      namedElsewhere = unnamed.subtracting(naming.nowhere[key])
    } else {
      namedElsewhere = IDSet()
    }
    let days = DaySet(main.pieces.filter { !$0.isContext }.flatMap(\.days.ranges))
    let past = catalog.existence(in: dimension.id).filter { days.intersection($0.days).isEmpty }
    outOfTime = IDSet(past.map(\.member))
  }
}
