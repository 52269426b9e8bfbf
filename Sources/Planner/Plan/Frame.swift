package import Catalog
import QueryLanguage

/// Rows in time, and where each figure comes from for each of them.
package struct Frame: Sendable {
  package let pieces: [RowPeriod]
  /// One for each of the query's figures.
  package let figures: [FigurePlan]
  /// One for each of the query's folds: the finer periods.
  package let folds: [FoldFrame]

  /// Which periods folds do not count, as sentences.
  func leftOutOfFolds(_ query: ResolvedQuery) -> [String] {
    zip(query.folds, folds).compactMap { fold, frame in
      frame.leftOut.isEmpty
        ? nil
        : "partial or not held, and left out of the \(fold.function.rawValue): "
          + frame.leftOut.listed
    }
  }

  /// `uses` are those of the pieces for each figure outside of folds, where they are known.
  init(
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ pieces: [RowPeriod],
    _ together: ExpressionTables,
    uses: [[[TableDays]]]? = nil
  ) {
    self.pieces = pieces
    var folds: [FoldFrame] = []
    var inside: [[(outer: Int, piece: RowPeriod)]] = []
    for fold in query.folds.indices {
      let (finer, leftOut) = Self.finerPieces(of: pieces, query.folds[fold], fold, supply)
      inside.append(finer)
      folds.append(
        FoldFrame(
          pieces: finer.map(\.piece),
          rows: finer.map(\.outer),
          isWhole: Self.isWhole(pieces, finer, query.folds[fold]),
          leftOut: leftOut
        )
      )
    }
    self.folds = folds
    figures = supply.indices.map { index in
      let own = supply[index]
      guard let fold = own.figure.fold else {
        return FigurePlan(
          own,
          pieces,
          uses?[index] ?? pieces.map { together.uses(of: index, for: $0.days) }
        )
      }
      let finer = inside[fold]
      return FigurePlan(
        own,
        pieces,
        finer,
        finer.map { together.uses(of: index, for: $0.piece.days, partOf: pieces[$0.outer].days) }
      )
    }
  }

  /// For each row, whether all of its finer periods are counted.
  private static func isWhole(
    _ pieces: [RowPeriod],
    _ finer: [(outer: Int, piece: RowPeriod)],
    _ fold: ResolvedQuery.Fold
  ) -> [Bool] {
    pieces.indices.map { outer in
      finer.count { $0.outer == outer } == pieces[outer].pieces(by: fold.unit).count
    }
  }

  /// The periods that a fold goes over. Partial ones count only for a maximum: they are small
  /// because they are short.
  private static func finerPieces(
    of pieces: [RowPeriod],
    _ fold: ResolvedQuery.Fold,
    _ index: Int,
    _ supply: [FigureTables]
  ) -> (counted: [(outer: Int, piece: RowPeriod)], leftOut: [Period]) {
    let figures = supply.filter { $0.figure.fold == index }
    var counted: [(outer: Int, piece: RowPeriod)] = []
    var leftOut: [Period] = []
    for (outer, piece) in pieces.enumerated() {
      for inner in piece.pieces(by: fold.unit) {
        let isWhole =
          !inner.isInnerCut && figures.allSatisfy { $0.isWhole(for: inner.days) }
        let isHeld = figures.contains { !$0.uses(for: inner.days).isEmpty }
        if isWhole || fold.function == .max && isHeld {
          counted.append((outer, inner))
        } else if let period = inner.periods.last {
          leftOut.append(period)
        }
      }
    }
    // Periods before the first and after the last one held do not count as left out.
    let all = supply.extent
    let inside = leftOut.filter { period in all.map { period.days.overlaps($0) } ?? false }
    return (counted, inside)
  }

  /// Whether the data hold every day of a row that a value is made of, or the like of every year;
  /// by source, what the one source holds.
  package func isWhole(
    _ piece: Int,
    _ figures: [Int],
    isYearToDate: Bool,
    source: Int? = nil
  ) -> Bool {
    let own = pieces[piece]
    guard !own.isCutByQuestion || isYearToDate else { return false }
    return figures.allSatisfy { figure in
      holds(piece, figure, source: source)
        && !(source.map { self.figures[figure].isPartial(piece, own, source: $0) }
          ?? self.figures[figure].isPartial(piece, own))
    }
  }

  /// Whether a row is as long as others of its unit. Fiscal year 1976 has 15 months where a table
  /// says so, and 12 where none does.
  package func isRegular(_ piece: Int, _ figures: [Int]) -> Bool {
    pieces[piece].isRegular || !hasTransitionQuarter(piece, figures)
  }

  /// The months that are held of a row; for fiscal year 1976 those that its table covers.
  func length(of figure: FigurePlan, _ piece: Int) -> Int {
    let months = figure.rows[piece].held.monthCount
    let touches = !figure.rows[piece].held.intersection(.transitionQuarter).isEmpty
    let hasQuarter = figure.candidates(of: piece).contains(where: \.dataset.hasTransitionQuarter)
    return touches && !hasQuarter ? months - 3 : months
  }

  /// The months of a row; for fiscal year 1976 those that its tables cover.
  func monthCount(of piece: Int, _ figures: [Int]) -> Int {
    pieces[piece].days.monthCount - (isRegularForAll(piece, figures) ? 0 : 3)
  }

  /// Whether the days of a row are those that its tables cover.
  private func isRegularForAll(_ piece: Int, _ figures: [Int]) -> Bool {
    pieces[piece].days.intersection(.transitionQuarter).isEmpty
      || hasTransitionQuarter(piece, figures)
  }

  private func hasTransitionQuarter(_ piece: Int, _ figures: [Int]) -> Bool {
    figures.contains { figure in
      self.figures[figure].candidates(of: piece).contains(where: \.dataset.hasTransitionQuarter)
    }
  }

  /// The days of a row that `per` divides by: the fewest that any of the figures holds, without
  /// those on which none of them could be counted; `nil` where that leaves none.
  package func covered(by figures: [Int], _ piece: Int) -> DaySet? {
    var possible = DaySet(figures.map { self.figures[$0].figure.measure.existence })
    if !isRegularForAll(piece, figures) {
      possible = possible.subtracting(DaySet([.transitionQuarter]))
    }
    return figures.map { self.figures[$0].rows[piece].held.intersection(possible) }
      .filter { !$0.isEmpty }.min { $0.dayCount < $1.dayCount }
  }

  /// That rates are over fewer days than a row has, because nothing could be counted on the others.
  func daysOfRates(_ query: ResolvedQuery) -> [String] {
    guard query.per != nil else { return [] }
    let divided = query.columns.filter { $0.isShown && $0.isDivided }
    let cut = divided.flatMap { column -> [DaySet] in
      let figures = query.figures(in: column.value)
      let existence = DaySet(figures.map { self.figures[$0].figure.measure.existence })
      return pieces.indices.compactMap { piece in
        guard !pieces[piece].isContext, let days = covered(by: figures, piece),
          !pieces[piece].days.subtracting(existence).isEmpty
        else { return nil }
        return days
      }
    }
    guard let first = cut.first, !first.isEmpty else { return [] }
    let days = DaySet(cut.flatMap(\.ranges))
    return [
      "divided by the days on which it could be counted: \(days.ranges.map(dates).joined(by: ", "))"
    ]
  }

  /// Whether anything of a figure is held for a row.
  package func holds(_ piece: Int, _ figure: Int, source: Int?) -> Bool {
    let own = figures[figure]
    return !(source.map { own.held(piece, source: $0) } ?? own.rows[piece].held).isEmpty
  }
}

extension RowPeriod {
  /// Whether its periods are as long as others of their units.
  package var isRegular: Bool { periods.allSatisfy(\.isRegular) }

  /// Whether the question cuts the finer period.
  fileprivate var isInnerCut: Bool { days != DaySet([whole]) }
}

extension FigureTables {
  /// Whether some days are held whole; for levels and limits, whether there is one.
  fileprivate func isWhole(for days: DaySet) -> Bool {
    switch figure.measure.kind {
    case .flow, .average, .mean: uses(for: days).days == days
    case .stock, .limit: !uses(for: days).isEmpty
    }
  }
}
