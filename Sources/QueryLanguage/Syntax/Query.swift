package import Catalog
package import Diagnostics

/// A question as it was typed: `removals, returns by fy since 2010 | json`.
///
/// The grammar is in docs/language/grammar.md.
package struct Query: Sendable {
  package var columns: [Column]
  package var clauses: [any Clause]
  package var delivery = Delivery()
  /// The user-defined names that the question could use.
  package var definitions: [Definition] = []
  /// Whether the answer must be one value, so that nothing is broken down by year.
  package var asksOneValue = false

  package init(columns: [Column], clauses: [any Clause]) {
    self.columns = columns
    self.clauses = clauses
  }

  /// One measure or expression of the question, with the name that `as` gives it.
  package struct Column: Equatable, Sendable {
    package let expression: Expression
    /// The name given with `as`.
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
    /// A user-defined name, made with `let`.
    case defined(Definition, SourceSpan)
    /// `encounters(at ports)`, and in formulas of the catalog `encounters where component = usbp`.
    case restricted(Expression, Restriction)
    case number(NumberLiteral, SourceSpan)
    case negated(Expression, SourceSpan)
    case operation(Operator, Expression, Expression, SourceSpan)
    /// `max(encounters by month)`
    case fold(FoldFunction, Expression, TimeUnit, SourceSpan)
  }

  /// The restriction of one measure.
  package enum Restriction: Equatable, Sendable {
    case values([Name])
    case condition(ConditionTree)
  }

  /// An arithmetic operator. The raw value is the sign as typed.
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
