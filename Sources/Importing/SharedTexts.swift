import Synchronization

/// The texts of all threads, numbered once more: what one thread calls 3 another may call 7.
final class SharedTexts: Sendable {
  private struct TextColumn {
    var numbers: [String: UInt32] = [:]
    var texts: [String] = []
    /// The line on which a text occurred first.
    var lines: [Int] = []
  }

  private let columns: Mutex<[TextColumn]>
  private let budget: TextBudget

  init(columns count: Int, budget: TextBudget) {
    columns = Mutex(Array(repeating: TextColumn(), count: count))
    self.budget = budget
  }

  /// The shared numbers of one thread's texts, by its own numbers. Throws where the texts of all
  /// threads together are too many or too large.
  func numbers(of dictionaries: [TextDictionary]) throws(TextDictionary.Flaw) -> [[UInt32]] {
    try columns.withLock { (columns) throws(TextDictionary.Flaw) in
      var numbers: [[UInt32]] = []
      for (index, dictionary) in dictionaries.enumerated() {
        var own: [UInt32] = []
        own.reserveCapacity(dictionary.count)
        for code in 0..<dictionary.count {
          let text = dictionary[code]
          own.append(try number(of: text, on: dictionary.lines[code], in: &columns[index]))
        }
        numbers.append(own)
      }
      return numbers
    }
  }

  private func number(
    of text: String,
    on line: Int,
    in column: inout TextColumn
  ) throws(TextDictionary.Flaw) -> UInt32 {
    if let known = column.numbers[text] {
      column.lines[Int(known)] = min(column.lines[Int(known)], line)
      return known
    }
    guard column.texts.count < TextDictionary.mostTexts else { throw .tooMany }
    guard budget.take(text.utf8.count + TextBudget.overhead) else { throw .tooMuch }
    let number = UInt32(column.texts.count)
    column.numbers[text] = number
    column.texts.append(text)
    column.lines.append(line)
    return number
  }

  var all: (texts: [[String]], lines: [[Int]]) {
    columns.withLock { columns in (columns.map(\.texts), columns.map(\.lines)) }
  }
}
