import Catalog

/// Writes a question in its canonical form: parsing it again gives the same question.
extension Query {
  package var spelling: String {
    var parts = [columns.map(\.spelling).joined(separator: ", ")]
    parts += clauses.map(\.spelling)
    parts += delivery.spellings
    return parts.joined(separator: " ")
  }
}

extension Query.Column {
  var spelling: String {
    expression.spelling + (label.map { " as \"\($0)\"" } ?? "")
  }
}

extension Query.Expression {
  package var spelling: String { spelling(inside: 0) }

  /// With the brackets that it needs inside an operation of the given binding.
  private func spelling(inside binding: Int) -> String {
    switch self {
    case .measure(let name): return name.spelling
    case .defined(let definition, _):
      return Keywords.needsQuotes(definition.name) ? "\"\(definition.name)\"" : definition.name
    case .restricted(let inner, let restriction):
      return "\(inner.spelling(inside: 3))(\(restriction.spelling))"
    case .number(let number, _): return number.spelling
    case .negated(let inner, _): return "-\(inner.spelling(inside: 3))"
    case .operation(let sign, let left, let right, _):
      let text =
        "\(left.spelling(inside: sign.binding)) \(sign.rawValue) "
        + right.spelling(inside: sign.binding + 1)
      return sign.binding < binding ? "(\(text))" : text
    case .fold(let function, let inner, let unit, _):
      return "\(function.rawValue)(\(inner.spelling) by \(unit.keyword))"
    }
  }
}

extension Query.Restriction {
  var spelling: String {
    switch self {
    case .values(let names): names.map(\.spelling).joined(separator: ", ")
    case .condition(let tree): "where \(tree.spelling)"
    }
  }
}

extension ColumnTest {
  var spelling: String {
    let left = expression?.spelling ?? "\"\(name)\""
    return "\(left) \(comparison.rawValue) \(isNegative ? "-" : "")\(number.spelling)"
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
