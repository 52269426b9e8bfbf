import Synchronization

/// The texts of all threads, numbered once more: what one thread calls 3 another may call 7.
final class SharedTexts: Sendable {
  private struct Column {
    var numbers: [String: UInt32] = [:]
    var texts: [String] = []
    /// The line on which a text was met first.
    var lines: [Int] = []
  }

  private let columns: Mutex<[Column]>

  init(columns count: Int) {
    columns = Mutex(Array(repeating: Column(), count: count))
  }

  /// The shared numbers of one thread's texts, by its own numbers.
  func numbers(of dictionaries: [TextDictionary]) -> [[UInt32]] {
    columns.withLock { columns in
      dictionaries.enumerated().map { index, dictionary in
        (0..<dictionary.count).map { code in
          Self.number(of: dictionary[code], on: dictionary.lines[code], in: &columns[index])
        }
      }
    }
  }

  private static func number(of text: String, on line: Int, in column: inout Column) -> UInt32 {
    if let known = column.numbers[text] {
      column.lines[Int(known)] = min(column.lines[Int(known)], line)
      return known
    }
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
