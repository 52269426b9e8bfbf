import Catalog
package import Diagnostics

extension ResolvedQuery {
  /// A test on a finished row; rows that fail it, or have no figure there, are not shown.
  package struct RowTest: Sendable {
    /// The number of a row that is tested.
    package enum Subject: Sendable {
      /// Index into ``ResolvedQuery/outputs``.
      case output(Int)
      /// Index into ``ResolvedQuery/columns``.
      case column(Int)
    }

    package let subject: Subject
    package let comparison: Comparison
    package let number: Ratio
    package let span: SourceSpan
  }
}

extension Scope {
  /// Finds the columns that tests of finished rows are about; one that is not shown is added.
  mutating func resolvePendingTests(_ draft: inout ResolvedQuery) throws(Diagnostic) {
    for test in draft.pendingTests {
      guard var number = test.number.ratio else { throw .numberTooLarge(at: test.span) }
      if test.isNegative { number = number.negated }
      let subject = try subject(of: test, in: &draft)
      if case .output(let index) = subject, draft.outputs[index].isPercent,
        test.number.suffix == "%"
      {
        number = number.timesHundred
      }
      draft.tests.append(
        ResolvedQuery.RowTest(
          subject: subject,
          comparison: test.comparison,
          number: number,
          span: test.span
        )
      )
    }
    draft.pendingTests = []
  }

  private mutating func subject(
    of test: ColumnTest,
    in draft: inout ResolvedQuery
  ) throws(Diagnostic) -> ResolvedQuery.RowTest.Subject {
    if let index = draft.output(named: test.name) { return .output(index) }
    guard let expression = test.expression else { throw .noSuchColumn(test, draft) }
    let column = Query.Column(expression: expression, label: nil, span: test.span)
    let known = draft.columns.count
    try add(column, to: &draft, isShown: false)
    let added = draft.columns[known]
    if let same = draft.columns[..<known].firstIndex(where: { $0.value == added.value }) {
      draft.columns.removeLast()
      return .column(same)
    }
    return .column(known)
  }
}

extension Diagnostic {
  static func numberTooLarge(at span: SourceSpan) -> Diagnostic {
    Diagnostic("number-too-large", "this number is too large to count with", at: span)
  }

  fileprivate static func noSuchColumn(_ test: ColumnTest, _ draft: ResolvedQuery) -> Diagnostic {
    let names = draft.outputs.map { "`\($0.label)`" }.joined(by: ", ")
    return Diagnostic(
      "not-a-column",
      "`\(test.name)` is neither a column of the answer nor something to count",
      at: test.span,
      hint: "its columns are \(names)"
    )
  }
}
