import Catalog

/// What a value is: its unit, and what may be done with it over time.
package struct Quantity: Hashable, Sendable {
  package let unit: Unit
  package let kind: Kind

  /// How a value relates to time, which decides what may be computed from it over several periods.
  package enum Kind: Hashable, Sendable {
    /// Counted over a period: adds up.
    case flow
    /// A level at a date.
    case stock
    /// The mean level over a period.
    case average
    case limit
    /// A mean over people or cases: two may be subtracted, never added.
    case mean
    /// Something divided by or multiplied with something else.
    case ratio
    /// Made of finer periods.
    case fold
    case number
    /// A sum of different kinds, which is refused.
    case mixed
  }

  static let number = Quantity(unit: .none, kind: .number)

  init(unit: Unit, kind: Kind) {
    self.unit = unit
    self.kind = kind
  }

  init(_ measure: Measure) {
    unit = Unit(measure.unit)
    kind =
      switch measure.kind {
      case .flow: .flow
      case .stock: .stock
      case .average: .average
      case .limit: .limit
      case .mean: .mean
      }
  }

  func combined(with other: Quantity, by sign: Query.Operator) -> Quantity {
    switch sign {
    case .add, .subtract:
      if kind == .number { return other }
      if other.kind == .number || kind == other.kind { return self }
      return Quantity(unit: unit, kind: .mixed)
    case .multiply:
      if kind == .number { return other }
      if other.kind == .number { return self }
      return Quantity(unit: unit.times(other.unit), kind: .ratio)
    case .divide:
      if other.kind == .number { return self }
      return Quantity(unit: unit.over(other.unit), kind: .ratio)
    }
  }
}

extension ResolvedQuery {
  /// What a value is.
  package func quantity(of value: Value) -> Quantity {
    switch value {
    case .figure(let index): Quantity(figures[index].measure)
    case .fold(let index): Quantity(unit: quantity(of: folds[index].value).unit, kind: .fold)
    case .number: .number
    case .operation(let sign, let left, let right):
      quantity(of: left).combined(with: quantity(of: right), by: sign)
    }
  }

  /// The figures that a value is made of, including those inside folds.
  package func figures(in value: Value) -> [Int] {
    switch value {
    case .figure(let index): [index]
    case .fold(let index): figures(in: folds[index].value)
    case .number: []
    case .operation(_, let left, let right): figures(in: left) + figures(in: right)
    }
  }

  /// The folds that a value is made of.
  package func folds(in value: Value) -> [Int] {
    switch value {
    case .fold(let index): [index]
    case .figure, .number: []
    case .operation(_, let left, let right): folds(in: left) + folds(in: right)
    }
  }
}
