import Catalog
import Planner
import QueryLanguage

/// Which rows may be compared, and with which.
extension ValuesSQL {
  // MARK: Comparisons

  func change(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.BasePeriod
  ) -> SQLFragment {
    plainChange(column, comparison).rounded(to: decimalsOfChange(column))
  }

  /// The value before rounding: percentages of it are rounded once, at the end.
  func plainChange(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.BasePeriod
  ) -> SQLFragment {
    "(\(compared(column, comparison)) - \(base(column, comparison)))"
  }

  /// A difference of quotients is less exact than the quotients, so it gets fewer digits.
  private func decimalsOfChange(_ column: Int) -> Int {
    let own = query.columns[column]
    let isQuotient = main.decimals(of: own.value) == nil || query.per != nil && own.isDivided
    guard isQuotient else { return decimals(of: column) }
    return own.quantity.unit.name == nil ? 12 : 9
  }

  /// The decimals of a column in all frames, where it is a sum of figures; otherwise 0, as none are
  /// known.
  func decimals(of column: Int) -> Int {
    let frames = [main] + references.map(\.frame)
    let all = frames.map { $0.decimals(of: query.columns[column]) }
    return all.allSatisfy { $0 == all[0] } ? all[0] : 0
  }

  /// The value that a change is on.
  func base(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.BasePeriod
  ) -> SQLFragment {
    switch comparison {
    case .previous: return "lag(\(compared(column))) OVER \(window(""))"
    case .yearBefore: return base(column, in: .yearBefore)
    case .versus: return base(column, in: .versus)
    }
  }

  func base(_ column: Int, in kind: Reference.Kind) -> SQLFragment {
    guard let reference = references.first(where: { $0.reference.kind == kind }) else {
      return "NULL"
    }
    let value = own(name(column, kind.suffix))
    let frame = reference.reference.frame
    let unfit = kind == .versus ? nil : unfit(column, frame)
    var tests: [SQLFragment] =
      hasBound(column, reference)
      ? ["\(own(boundName(column, kind.suffix)))"] : []
    if let unfit { tests.append(unfit) }
    return tests.isEmpty
      ? value : "CASE WHEN NOT (\(tests.joined(separator: " OR "))) THEN \(value) END"
  }

  /// A value that may be compared: of a whole period, and not a bound.
  func compared(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.BasePeriod = .previous
  ) -> SQLFragment {
    let value = comparison == .versus ? own(name(column)) : whole(column)
    guard hasBound(column) else { return value }
    return "CASE WHEN NOT \(own(boundName(column))) THEN \(value) END"
  }

  /// A value of a whole period.
  func whole(_ column: Int) -> SQLFragment {
    whole(own(name(column)), column)
  }

  func whole(_ value: SQLFragment, _ column: Int) -> SQLFragment {
    whole(value, except: unfit(column, plan.main))
  }

  func whole(_ value: SQLFragment, except unfit: SQLFragment?) -> SQLFragment {
    unfit.map { "CASE WHEN NOT (\($0)) THEN \(value) END" } ?? value
  }

  /// The test for rows of periods that are not held whole, or are longer than others; with
  /// `by source`, each source is looked at separately. `nil` where every row may be compared.
  func unfit(_ column: Int, _ frame: Frame, mayBeLonger: Bool = false) -> SQLFragment? {
    let figures = query.figures(in: query.columns[column].value)
    let sources: [Int?] =
      query.keys.contains(.source) ? plan.sourcesInOrder.map { $0 } : [nil]
    let tests = sources.compactMap { source -> SQLFragment? in
      let places = frame.pieces.indices.filter { piece in
        let isFit =
          (mayBeLonger || frame.isRegular(piece, figures))
          && frame.isWhole(piece, figures, isYearToDate: query.isYearToDate, source: source)
        return !isFit && figures.contains { frame.holds(piece, $0, source: source) }
      }
      guard !places.isEmpty else { return nil }
      return source.map { "\(own("source")) = \($0) AND \(isIn(places))" } ?? isIn(places)
    }
    return tests.isEmpty ? nil : tests.joined(separator: " OR ")
  }

  func isIn(_ places: [Int]) -> SQLFragment {
    let list = places.map { "\($0)" as SQLFragment }.joined(separator: ", ")
    return "\(own("place")) IN (\(list))"
  }

  /// The figures summed over the last periods, and the column computed from them.
  func rolling(_ column: Int, _ count: Int) -> SQLFragment {
    let frame = window("ROWS \(count - 1) PRECEDING")
    let row = RowValues(plan, main, rows: Self.values)
    let figure = { (index: Int) -> SQLFragment in
      var value = row.figure(index)
      if let nothing = row.nothing(index) { value = "coalesce(\(value), \(nothing))" }
      return whole(value, column)
    }
    let value = ValueSQL(query: query) { index in
      let own = main.allFigures[index]
      guard own.measure.kind == .average else {
        let sum: SQLFragment = "sum(\(figure(index))) OVER \(frame)"
        return sum.rounded(to: own.measure.decimals)
      }
      guard !own.isWeighted, own.measure.scale > 1 else {
        return "avg(\(figure(index))) OVER \(frame)"
      }
      let counted = figure(index).counted(inDecimals: own.measure.decimals)
      return """
        sum(\(counted)) OVER \(frame) / (count(\(counted)) OVER \(frame) * \(own.measure.scale))
        """
    } fold: { _ in
      "NULL"
    } nothing: { _ in
      nil
    } decimals: {
      main.decimals(of: $0)
    }.sql(query.columns[column].value)
    let areHeld = query.figures(in: query.columns[column].value).map {
      "count(\(figure($0))) OVER \(frame) = \(count)" as SQLFragment
    }
    guard query.per != nil else {
      return "CASE WHEN \(areHeld.joined(separator: " AND ")) THEN \(value) END"
    }
    let covered = own(PerSQL.name(column))
    return """
      CASE WHEN \(areHeld.joined(separator: " AND ")) \
      THEN \(value) / sum(\(covered)) OVER \(frame) END
      """
  }

  // MARK: Frames of windows

  /// The rows of the same values, in time.
  func window(_ rows: SQLFragment) -> SQLFragment {
    var keys = query.keys.filter { !$0.isTime }.map { own($0.column) }
    // A row of the answer is only compared with rows of the answer; windows of a fixed length reach
    // further back.
    let goesBeyond = rows.sql.hasPrefix("ROWS") && !rows.sql.hasPrefix("ROWS UNBOUNDED")
    if main.has("asked"), !goesBeyond { keys.append(own("asked")) }
    if steps.hasSummaries { keys.append(own(SummarySQL.column)) }
    let partition: SQLFragment =
      keys.isEmpty ? "" : "PARTITION BY \(keys.joined(separator: ", ")) "
    let frame: SQLFragment = rows.sql.isEmpty ? "" : " \(rows)"
    return "(\(partition)ORDER BY \(own("place"))\(frame))"
  }

  /// The rows that a share is of.
  var group: SQLFragment { partition() }

  func partition(extra: SQLFragment? = nil, order: SQLFragment = "") -> SQLFragment {
    var keys = query.groupKeys.map { own($0.column) }
    if main.has("asked") { keys.append(own("asked")) }
    if let extra { keys.append("(\(extra))") }
    let partition: SQLFragment = keys.isEmpty ? "" : "PARTITION BY \(keys.joined(separator: ", "))"
    let space: SQLFragment = keys.isEmpty || order.sql.isEmpty ? "" : " "
    return "(\(partition)\(space)\(order))"
  }
}
