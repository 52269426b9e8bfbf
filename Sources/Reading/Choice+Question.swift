import Catalog
import QueryLanguage

extension Choice {
  /// The parts of a question that every pattern puts together alike.
  func question(
    _ columns: [String]? = nil,
    values: [String]? = nil,
    by keys: [String] = [],
    _ rest: [String] = []
  ) -> String {
    let columns = columns ?? counted.map(\.expression)
    let values = values ?? kept
    var parts = [columns.joined(separator: ", ")]
    let names = values.filter { !$0.contains(" = ") }
    let tests = values.filter { $0.contains(" = ") }
    if !names.isEmpty { parts.append("for " + names.joined(separator: ", ")) }
    if !tests.isEmpty { parts.append("where " + tests.joined(separator: " and ")) }
    if !keys.isEmpty { parts.append("by " + keys.joined(separator: ", ")) }
    let per = line.per.map { [$0] } ?? []
    return (parts + per + rest.filter { !$0.isEmpty }).joined(separator: " ")
  }

  /// One thing that is counted over another, both kept to the values of the line.
  func quotient(of sides: [Mention.Counted]) -> String {
    let time = time()
    return question(
      [sides.map { $0.kept() }.joined(separator: " / ")],
      values: values.map(\.text),
      by: time.keys,
      time.rest
    )
  }
}
