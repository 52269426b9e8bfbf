/// Values as the language keeps to them: names together, and those that several dimensions have as
/// tests of theirs.
struct Conditions {
  private let values: [Mention.Value]

  init(_ values: [Mention.Value]) {
    var kept: [Mention.Value] = []
    for value in values
    where !kept.contains(where: { $0.text.lowercased() == value.text.lowercased() }) {
      kept.append(value)
    }
    self.values = kept
  }

  var isEmpty: Bool { values.isEmpty }

  /// The dimension of each value, in order.
  var dimensions: [Int] { values.map(\.dimension) }

  /// `for mexico where sector in (El Paso, tucson)`
  var clauses: [String] {
    var parts: [String] = []
    let names = values.filter { !$0.isTest }.map(\.name)
    let tests = tests(of: values.filter(\.isTest))
    if !names.isEmpty { parts.append("for " + names.joined(separator: ", ")) }
    if !tests.isEmpty { parts.append("where " + tests.joined(separator: " and ")) }
    return parts
  }

  /// `fentanyl, southwest`, or `where sector = El Paso and drug = fentanyl`, as they follow a
  /// measure in brackets.
  var inBrackets: String {
    guard values.contains(where: \.isTest) else {
      return values.map(\.name).joined(separator: ", ")
    }
    return "where " + tests(of: values).joined(separator: " and ")
  }

  /// One test for each dimension: two values of one are either of them.
  private func tests(of values: [Mention.Value]) -> [String] {
    var dimensions: [Int] = []
    for value in values where !dimensions.contains(value.dimension) {
      dimensions.append(value.dimension)
    }
    return dimensions.flatMap { dimension in
      let own = values.filter { $0.dimension == dimension }
      return [own.filter { !$0.isExcluded }, own.filter(\.isExcluded)].compactMap(test)
    }
  }

  /// Several values of one dimension, all of them kept to or all of them left out.
  private func test(of values: [Mention.Value]) -> String? {
    guard let first = values.first else { return nil }
    guard values.count > 1 else { return first.tested.text }
    let names = values.map(\.name).joined(separator: ", ")
    return "\(first.dimensionName) \(first.isExcluded ? "not in" : "in") (\(names))"
  }
}

extension Mention.Counted {
  /// As an expression kept to its own values and to some more: `drug seizures(fentanyl)`.
  func kept(to more: [Mention.Value] = []) -> String {
    let conditions = Conditions(values + more)
    return conditions.isEmpty ? expression : "\(expression)(\(conditions.inBrackets))"
  }
}
