import Catalog
import Diagnostics
package import QueryLanguage

// The names and places of the parts of a question, for messages about them.

extension ResolvedQuery {
  /// The first column that a figure is part of.
  package func column(of figure: Int) -> ComputedColumn {
    columns.first { figures(in: $0.value).contains(figure) } ?? columns[0]
  }

  /// The name of a figure for the user: its column, or its measure where the column has several
  /// figures.
  func name(of figure: Int) -> String {
    let column = column(of: figure)
    guard case .figure = column.value else { return figures[figure].measure.name }
    return column.label
  }

  /// The place of a dimension in `by`.
  func span(of dimension: Dimension) -> SourceSpan? {
    zip(keys, keySpans).first { $0.0.dimension == dimension }?.1
  }
}
