import Output
package import Results

/// One thing of a list.
package struct ListedRow {
  package let cells: [Cell]
  /// What `about` looks through beside the cells: other names, texts, names of what the row refers
  /// to.
  var words: [String] = []
  /// Ids of the measures that it is about.
  var measures: [Int] = []
  /// The datasets that it lists: values that occur there are found too.
  var datasets: [Int] = []

  /// Everything that `about` looks through.
  var texts: [String] {
    words
      + cells.compactMap { cell in
        if case .text(let text) = cell { text } else { nil }
      }
  }
}
