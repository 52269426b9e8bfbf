import Catalog
import Diagnostics
import QueryLanguage

/// The questions that work instead of a wrong sum.
extension Additivity {
  /// The same columns side by side, unless others are better.
  func refusal(
    _ id: String,
    _ message: String,
    _ column: ResolvedQuery.Column,
    _ columns: [Query.Column] = []
  ) -> Diagnostic {
    let apart = query.query.columns.flatMap { own in
      own.span == column.span ? own.parts : [own]
    }
    let questions = [columns, apart].filter { !$0.isEmpty }.map { columns in
      var changed = query.query
      changed.columns = columns
      return changed
    }
    let works = reason.working(questions)
    return Diagnostic(
      id,
      message,
      at: column.span,
      hint: works.isEmpty ? nil : "ask for them side by side",
      questions: works
    )
  }
}
