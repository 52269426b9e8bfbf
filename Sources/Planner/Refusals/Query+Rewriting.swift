import Catalog
import Diagnostics
import QueryLanguage

// Changes that turn a question into one that the data answer.

extension Query {
  var withoutPeriods: Query {
    var changed = self
    changed.clauses.removeAll { type(of: $0).role == .period }
    return changed
  }

  /// Of one period, or of all from one to another.
  func asking(_ first: Period, to last: Period? = nil, at span: SourceSpan) -> Query {
    let term = { (period: Period) in PeriodTerm(.period(period), at: span) }
    var changed = withoutPeriods
    changed.clauses.append(InClause(ranges: [.init(first: term(first), last: last.map(term))]))
    return changed
  }

  /// Of exactly these days.
  func within(_ days: DayRange, at span: SourceSpan) -> Query {
    let ends = [days.first, days.last].map { PeriodTerm(.period(.day($0)), at: span) }
    var changed = withoutPeriods
    changed.clauses.append(InClause(ranges: [.init(first: ends[0], last: ends[1])]))
    return changed
  }

  /// With one more unit of time in front of the rows.
  func adding(_ unit: TimeUnit, at span: SourceSpan) -> Query {
    var changed = self
    changed.clauses.insert(ByClause(keys: [.time(unit, span)]), at: 0)
    return changed
  }

  /// With rows for the values of more dimensions.
  func broken(down dimensions: [Dimension]) -> Query {
    var changed = self
    changed.clauses.append(ByClause(keys: dimensions.map { .dimension(Name($0)) }))
    return changed
  }

  /// With rows for the values of one dimension in place of those of another.
  func replacing(
    _ dimension: Dimension,
    by other: Dimension,
    _ catalog: any CatalogReader
  ) -> Query {
    var changed = self
    changed.clauses = changed.clauses.map { clause in
      (clause as? ByClause)?.replacing(dimension, by: other, catalog) ?? clause
    }
    return changed
  }

  func replacing(_ unit: TimeUnit, by other: TimeUnit) -> Query {
    var changed = self
    changed.clauses = changed.clauses.map { clause in
      (clause as? ByClause)?.replacing(unit, by: other) ?? clause
    }
    return changed
  }

  /// Without a dimension: neither in `by` nor in a condition.
  func without(_ dimension: Dimension, _ catalog: any CatalogReader) -> Query {
    var changed = self
    changed.clauses = changed.clauses.compactMap { clause in
      if let by = clause as? ByClause { return by.without(dimension, catalog) }
      if let values = clause as? ForClause { return values.without(dimension, catalog) }
      if let condition = clause as? WhereClause {
        return condition.mentions(dimension, catalog) ? nil : condition
      }
      return clause
    }
    if !changed.clauses.contains(where: { $0 is ByClause }) {
      changed.clauses.removeAll { $0 is TopClause }
    }
    return changed
  }
}

extension Name {
  func means(_ dimension: Dimension, _ catalog: any CatalogReader) -> Bool {
    matches.contains { match in
      switch match.kind {
      case .dimension: match.target == dimension.id
      case .member: catalog.member(match.target)?.dimension == dimension.id
      case .group: catalog.group(match.target)?.dimension == dimension.id
      case .measure, .phrase, .notHeld, .word, .event, .administration: false
      }
    }
  }
}

extension Name {
  /// A dimension by its name.
  init(_ dimension: Dimension) {
    self.init(
      text: dimension.name,
      span: SourceSpan(0..<0),
      matches: [NameMatch(kind: .dimension, preference: 0, target: dimension.id)]
    )
  }
}

extension ByClause {
  func without(_ dimension: Dimension, _ catalog: any CatalogReader) -> ByClause? {
    let left = keys.filter { key in
      switch key {
      case .time, .administration, .source: true
      case .dimension(let name), .value(let name): !name.means(dimension, catalog)
      }
    }
    return left.isEmpty ? nil : ByClause(keys: left)
  }

  func replacing(
    _ dimension: Dimension,
    by other: Dimension,
    _ catalog: any CatalogReader
  ) -> ByClause {
    ByClause(
      keys: keys.map { key in
        switch key {
        case .dimension(let name) where name.means(dimension, catalog): .dimension(Name(other))
        case .time, .administration, .source, .dimension, .value: key
        }
      }
    )
  }

  func replacing(_ unit: TimeUnit, by other: TimeUnit) -> ByClause {
    ByClause(
      keys: keys.map { key in
        if case .time(unit, let span) = key { .time(other, span) } else { key }
      }
    )
  }
}

extension ForClause {
  func without(_ dimension: Dimension, _ catalog: any CatalogReader) -> ForClause? {
    let left = values.filter { !$0.means(dimension, catalog) }
    return left.isEmpty ? nil : ForClause(values: left)
  }
}

extension WhereClause {
  func mentions(_ dimension: Dimension, _ catalog: any CatalogReader) -> Bool {
    condition.names.contains { $0.means(dimension, catalog) }
  }
}

extension ConditionTree {
  /// The dimensions tested.
  var names: [Name] {
    switch self {
    case .either(let parts), .all(let parts): parts.flatMap(\.names)
    case .not(let inner, _): inner.names
    case .test(let dimension, _, _, _): [dimension]
    case .comparison: []
    }
  }
}
