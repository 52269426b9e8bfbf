import Planner
import QueryLanguage
package import Reading

extension Pipeline {
  /// What a line means that is not in the language; none where the language understands it,
  /// although the data may not answer it.
  package func readings(of line: String) -> Readings? {
    guard line.utf8.count <= Reader.longest, !understands(line) else { return nil }
    return Reader(catalog) { statement in
      statement.hasPrefix("describe ") || statement.hasPrefix("show ")
        || (try? parseCheck(statement)).map { (try? plan($0)) != nil } == true
        || QueryPlan(trying: statement, definitions: definitions, catalog) != nil
    }.readings(of: line)
  }

  /// Whether a line is a question of the language.
  private func understands(_ line: String) -> Bool {
    guard let query = try? parse(line) else { return false }
    return (try? query.resolved(against: catalog)) != nil
  }
}
