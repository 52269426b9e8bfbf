package import Catalog
package import Diagnostics

/// A question as it was typed: `removals, returns by fy since 2010 | json`.
///
/// The grammar stands in docs/language/grammar.md.
package struct Query: Sendable {
  package var columns: [Column]
  package var clauses: [any Clause]
  package var delivery = Delivery()
  /// The names of the asker's own that the question could use.
  package var definitions: [Definition] = []
  /// Whether one value is asked for, so that nothing is broken down by year.
  package var asksOneValue = false

  package init(columns: [Column], clauses: [any Clause]) {
    self.columns = columns
    self.clauses = clauses
  }

  package struct Column: Equatable, Sendable {
    package let expression: Expression
    /// What the asker calls it.
    package var label: String?
    package let span: SourceSpan

    package init(expression: Expression, label: String?, span: SourceSpan) {
      self.expression = expression
      self.label = label
      self.span = span
    }
  }

  /// A column as typed.
  package indirect enum Expression: Equatable, Sendable {
    case measure(Name)
    /// A name of the asker's own, made with `let`.
    case defined(Definition, SourceSpan)
    /// `encounters(at ports)`, and in formulas of the catalog `encounters where component = usbp`.
    case restricted(Expression, Restriction)
    case number(NumberLiteral, SourceSpan)
    case negated(Expression, SourceSpan)
    case operation(Operator, Expression, Expression, SourceSpan)
    /// `max(encounters by month)`
    case fold(FoldFunction, Expression, TimeUnit, SourceSpan)
  }

  /// What one measure alone is restricted to.
  package enum Restriction: Equatable, Sendable {
    case values([Name])
    case condition(ConditionTree)
  }

  package enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"

    /// Products bind before sums.
    var binding: Int {
      switch self {
      case .add, .subtract: 1
      case .multiply, .divide: 2
      }
    }
  }

  /// How finer periods become one figure.
  package enum FoldFunction: String, CaseIterable, Sendable {
    case average, median, max, min
  }
}

/// A name of the asker's own: `let port share = encounters(at ports) / encounters`.
package struct Definition: Equatable, Sendable {
  package let name: String
  /// The name as it is looked up.
  package let key: String
  package let expression: Query.Expression

  package init(name: String, expression: Query.Expression) {
    self.name = name
    key = Spelling.key(of: name)
    self.expression = expression
  }
}

/// What follows `where`, as typed.
package indirect enum ConditionTree: Equatable, Sendable {
  case either([ConditionTree])
  case all([ConditionTree])
  case not(ConditionTree, SourceSpan)
  case test(dimension: Name, isExcluded: Bool, values: [Name], isList: Bool)
  /// `removals > 300,000`: a column, by its name or as an expression, against a number.
  case comparison(ColumnTest)
}

/// A test on a finished row: `removals > 300,000`.
package struct ColumnTest: Equatable, Sendable {
  /// What stands left of the sign, as typed: perhaps the name of a column of the answer.
  package let name: String
  /// The same as an expression, when it is one.
  package let expression: Query.Expression?
  package let comparison: Comparison
  package let number: NumberLiteral
  package let isNegative: Bool
  package let span: SourceSpan
}

package enum Comparison: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}
