import Diagnostics

/// How much one question may hold: more than anyone types, and little enough that the program and
/// SQLite, which nests no deeper than its own limits, answer all of it.
enum Limits {
  /// Nested brackets while parsing, the question itself being the first.
  static let brackets = 100
  /// Measures, numbers and values in the expressions of a question.
  static let operands = 200
  /// The same after names and formulas are expanded.
  static let meantOperands = 400
  /// Nested operations, not counting those in a chain: `a / (b - (c / …))`.
  static let nestedOperations = 8
  /// `and` inside `or` inside `and` …
  static let nestedConditions = 16
  static let columns = 30
  static let conditions = 200
  static let dimensions = 12
  /// What is computed and shown: columns and what `with` and `vs` add to each.
  static let outputs = 120
  /// Measures and parts of measures that are summed separately and joined: SQLite joins at most 64
  /// tables.
  static let figures = 50
  /// UTF-8 bytes of a user-defined name.
  static let name = 200
}

extension Parser {
  /// Notes that a part of an expression was read.
  mutating func countOperand(at span: SourceSpan) throws(Diagnostic) {
    operands += 1
    guard operands <= Limits.operands else { throw .tooManyOperands(at: span) }
  }

  /// Notes that a condition was read.
  mutating func countCondition(at span: SourceSpan) throws(Diagnostic) {
    conditions += 1
    guard conditions <= Limits.conditions else { throw .tooManyConditions(at: span) }
  }

  /// Enters one more level of brackets, signs or `not`. The caller must leave it again.
  mutating func enter() throws(Diagnostic) {
    depth += 1
    guard depth <= Limits.brackets else { throw .tooDeep(at: currentSpan) }
  }
}

extension Diagnostic {
  static func tooDeep(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-deep",
      "brackets are nested too deeply",
      at: span,
      hint:
        "\(Limits.brackets - 1) brackets, and \(Limits.nestedOperations) operations of different kinds, are read"
    )
  }

  static func tooNested(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-deep",
      "operations are nested too deeply",
      at: span,
      hint: "\(Limits.nestedOperations) inside one another are computed"
    )
  }

  static func conditionsTooNested(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-deep",
      "`and` and `or` are nested too deeply",
      at: span,
      hint: "\(Limits.nestedConditions) inside one another are read"
    )
  }

  static func tooManyOperands(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-many-operands",
      "a question takes \(Limits.operands) measures, numbers and values in its columns, and here is one more",
      at: span,
      hint: "ask for parts of it in separate questions"
    )
  }

  static func tooManyMeantOperands(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-many-operands",
      "what this means has more than \(Limits.meantOperands) measures and numbers",
      at: span,
      hint: "names that mean sums of names double each time"
    )
  }

  static func tooManyConditions(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-many-conditions",
      "a question takes \(Limits.conditions) conditions, and here is one more",
      at: span,
      hint:
        "values of one dimension are one condition, as in `where citizenship in (mexico, guatemala)`"
    )
  }

  static func tooManyColumns(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-many-columns",
      "a question takes \(Limits.columns) columns, and here is one more",
      at: span,
      hint: "ask for the others in another question"
    )
  }

  static func nameTooLong(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "name-too-long",
      "a name takes \(Limits.name) letters at most",
      at: span
    )
  }
}
