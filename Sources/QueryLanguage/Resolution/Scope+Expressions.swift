import Catalog
import Diagnostics

/// What an expression computes, over stored measures.
extension Scope {
  /// What surrounds a part of an expression.
  struct Context {
    /// The place of the column in the question.
    let span: SourceSpan
    var restriction: Condition?
    var fold: Int?
    /// The column, when several figures make it up.
    var expression: Int?
    /// Whether it is a formula of the catalog, in which names are only those of measures.
    var isFormula = false
  }

  mutating func value(
    of expression: Query.Expression,
    _ context: Context,
    in draft: inout ResolvedQuery
  ) throws(Diagnostic) -> ResolvedQuery.Value {
    switch expression {
    case .measure(let name): return try value(of: name, context, in: &draft)
    case .defined(let definition, let span):
      try countOperand(context)
      let inner = Context(
        span: span,
        restriction: context.restriction,
        fold: context.fold,
        expression: context.expression
      )
      return try value(of: definition.expression, inner, in: &draft)
    case .restricted(let inner, let restriction):
      var restricted = context
      restricted.restriction = .both(
        context.restriction,
        try condition(of: restriction, on: inner, context, draft)
      )
      return try value(of: inner, restricted, in: &draft)
    case .number(let number, let span):
      guard let ratio = number.ratio else { throw .numberTooLarge(at: span) }
      try countOperand(context)
      return .number(ratio)
    case .negated(let inner, _):
      let value = try value(of: inner, context, in: &draft)
      if case .number(let ratio) = value { return .number(ratio.negated) }
      // Two minus signs cancel.
      if case .operation(.multiply, .number(Ratio(-1)), let inner) = value { return inner }
      return .operation(.multiply, .number(Ratio(-1)), value)
    case .operation(let sign, let left, let right, _):
      let first = try value(of: left, context, in: &draft)
      return .operation(sign, first, try value(of: right, context, in: &draft))
    case .fold(let function, let inner, let unit, let span):
      guard context.fold == nil else { throw .foldInFold(at: span) }
      var inside = context
      inside.fold = draft.folds.count
      let count = draft.folds.count
      draft.folds.append(
        .init(function: function, unit: unit, value: .number(Ratio(0)), span: span)
      )
      let value = try value(of: inner, inside, in: &draft)
      draft.folds[count] = .init(function: function, unit: unit, value: value, span: span)
      return .fold(count)
    }
  }

  mutating func value(
    of name: Name,
    _ context: Context,
    in draft: inout ResolvedQuery
  ) throws(Diagnostic) -> ResolvedQuery.Value {
    let (measure, expression) = try meaning(of: name, isFormula: context.isFormula)
    if !context.isFormula, !namedMeasures.contains(measure) { namedMeasures.append(measure) }
    guard let expression else {
      try countOperand(context)
      return draft.figure(
        ResolvedQuery.Figure(
          measure: measure,
          restriction: context.restriction,
          fold: context.fold,
          expression: context.expression
        )
      )
    }
    var formula = context
    formula.isFormula = true
    return try value(of: expression, formula, in: &draft)
  }

  /// Counts one more measure, number or name made with `let`. This limits names that are sums of
  /// names, which double at each step.
  private mutating func countOperand(_ context: Context) throws(Diagnostic) {
    operands += 1
    guard operands <= Limits.meantOperands else { throw .tooManyMeantOperands(at: context.span) }
  }

  /// The restriction of one measure.
  mutating func condition(
    of restriction: Query.Restriction,
    on inner: Query.Expression,
    _ context: Context,
    _ draft: ResolvedQuery
  ) throws(Diagnostic) -> Condition? {
    switch restriction {
    case .condition(let tree):
      if let test = tree.firstColumnTest { throw .testInsideMeasure(test) }
      return try condition(tree)
    case .values(let names):
      // What a value means depends on the tables of this measure.
      var scratch = ResolvedQuery(draft.query)
      _ = try value(of: inner, context, in: &scratch)
      return try tests(of: names, for: scratch).reduce(nil) { .both($0, .test($1)) }
    }
  }
}
