/// How the lines of a file of text are laid out, as far as that is said and not found.
package struct TableLayout: Sendable, Equatable {
  /// Number of lines before the header: titles and notes.
  package var skipped: Int
  /// Number of rows that the header has.
  package var headerRows: Int
  /// What is between cells; `nil`: whichever of comma, semicolon, tab and bar the header has
  /// most of.
  package var delimiter: UInt8?

  package init(skipped: Int = 0, headerRows: Int = 1, delimiter: UInt8? = nil) {
    self.skipped = skipped
    self.headerRows = headerRows
    self.delimiter = delimiter
  }
}
