import Foundation

/// A row of an answer or of an oracle: cells by the name of their column.
struct Row: Equatable, CustomStringConvertible {
  let cells: [String: Cell]

  /// The row without the columns that are not named.
  func only(_ columns: some Sequence<String>) -> Row {
    let names = Set(columns)
    return Row(cells: cells.filter { names.contains($0.key) })
  }

  var description: String {
    cells.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }
}

enum Cell: Equatable, CustomStringConvertible {
  case missing
  case number(Double)
  case text(String)
  case list([String])

  /// A value of parsed JSON.
  init(_ value: Any) {
    switch value {
    case let number as NSNumber: self = .number(number.doubleValue)
    case let text as String: self = .text(text)
    case let list as [String]: self = .list(list)
    default: self = .missing
    }
  }

  /// Numbers are equal when they differ by no more than the noise of computing them in two ways.
  static func == (left: Cell, right: Cell) -> Bool {
    switch (left, right) {
    case (.missing, .missing): true
    case (.number(let left), .number(let right)): abs(left - right) <= abs(left) * 1e-9
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    default: false
    }
  }

  var description: String {
    switch self {
    case .missing: "–"
    case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
    case .text(let text): text
    case .list(let list): list.joined(separator: "; ")
    }
  }
}
