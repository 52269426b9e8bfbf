/// Writes a question in its canonical form: parsing it again gives the same question.
extension Query {
  package var spelling: String {
    var parts = [columns.map(\.spelling).joined(separator: ", ")]
    parts += clauses.map(\.spelling)
    if let format { parts.append("| \(format.name)") }
    return parts.joined(separator: " ")
  }
}

extension Query.Column {
  var spelling: String {
    expression.spelling + (label.map { " as \"\($0)\"" } ?? "")
  }
}

extension Query.Expression {
  package var spelling: String {
    switch self {
    case .measure(let name): name.spelling
    case .restricted(let inner, let condition): "\(inner.spelling) where \(condition.spelling)"
    case .number(let number, _): number.spelling
    case .negated(let inner): "-\(inner.spelling)"
    case .operation(let sign, let left, let right, _):
      "\(left.spelling) \(sign.rawValue) \(right.spelling)"
    }
  }
}

extension NumberLiteral {
  var spelling: String {
    var text = String(digits)
    if decimals > 0 {
      while text.count <= decimals { text = "0" + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
    }
    return text + (suffix.map(String.init) ?? "")
  }
}
