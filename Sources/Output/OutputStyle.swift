/// What the reader's screen or file can show.
package struct OutputStyle: Equatable, Sendable {
  /// Columns of the terminal; `nil` when the output is not a terminal: nothing is cut or wrapped.
  package var width: Int?
  /// Whether dim, bold and colors may be used.
  package var isStyled: Bool
  /// Whether characters outside ASCII can be shown.
  package var isUnicode: Bool
  /// Whether the text is for listening: one fact per line, in words, with nothing aligned or drawn.
  package var isAccessible: Bool
  /// The most rows of a table or bars that are shown; `nil` for all.
  package var rows: Int?
  /// Whether CSV is written for a spreadsheet: marked as UTF-8, and no text taken for a formula.
  package var isForSpreadsheets = false
  /// Whether the terminal can be told where words lead to.
  package var hasLinks = false

  /// For a file or another program: nothing is cut or styled.
  package var plain: OutputStyle {
    var plain = OutputStyle()
    plain.isForSpreadsheets = isForSpreadsheets
    return plain
  }

  /// The width at which text is wrapped; `nil` for a screen reader.
  package var textWidth: Int? { isAccessible ? nil : width }

  package init(
    width: Int? = nil,
    isStyled: Bool = false,
    isUnicode: Bool = true,
    isAccessible: Bool = false,
    rows: Int? = nil
  ) {
    self.width = width
    self.isStyled = isStyled
    self.isUnicode = isUnicode
    self.isAccessible = isAccessible
    self.rows = rows
  }
}
