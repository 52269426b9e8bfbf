/// A value for a parameter of a fixed query.
enum StatementParameter {
  case integer(Int)
  case text(String)

  func bind(to statement: PreparedStatement, at index: Int) {
    switch self {
    case .integer(let number): statement.bind(number, at: index)
    case .text(let text): statement.bind(text, at: index)
    }
  }
}
