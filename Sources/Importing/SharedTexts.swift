import Synchronization

/// The texts of all threads, numbered once more: what one thread calls 3 another may call 7.
final class SharedTexts: Sendable {
  private let columns: Mutex<TextColumns>

  private struct TextColumns: @unchecked Sendable {
    let dictionaries: [TextDictionary]
  }

  init(columns count: Int, budget: TextBudget) {
    columns = Mutex(
      TextColumns(dictionaries: (0..<count).map { _ in TextDictionary(budget: budget) })
    )
  }

  /// The shared numbers of one thread's texts, by its own numbers. Throws where the texts of all
  /// threads together are too many or too large.
  func numbers(of dictionaries: [TextDictionary]) throws(TextDictionary.Flaw) -> [[UInt32]] {
    try columns.withLock { (columns) throws(TextDictionary.Flaw) in
      var numbers: [[UInt32]] = []
      for (shared, dictionary) in zip(columns.dictionaries, dictionaries) {
        var own: [UInt32] = []
        own.reserveCapacity(dictionary.count)
        for code in 0..<dictionary.count { own.append(try shared.code(of: code, in: dictionary)) }
        numbers.append(own)
      }
      return numbers
    }
  }

  /// The column whose texts take most memory.
  var largest: Int {
    columns.withLock { columns in
      let sizes = columns.dictionaries.map(\.size)
      return sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
    }
  }

  /// All texts, when every thread is done, and the line on which each occurred first.
  var all: (texts: [ColumnTexts], lines: [[Int]]) {
    columns.withLock { columns in
      for dictionary in columns.dictionaries { dictionary.endLookingUp() }
      return (columns.dictionaries.map(ColumnTexts.init), columns.dictionaries.map(\.lines))
    }
  }
}
