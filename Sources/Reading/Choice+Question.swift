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
    if !values.isEmpty { parts.append("for " + values.joined(separator: ", ")) }
    if !keys.isEmpty { parts.append("by " + keys.joined(separator: ", ")) }
    return (parts + rest.filter { !$0.isEmpty }).joined(separator: " ")
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
