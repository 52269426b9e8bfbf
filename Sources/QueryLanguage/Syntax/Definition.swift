import Catalog

/// A name of the asker's own: `let port share = encounters(at ports) / encounters`.
package struct Definition: Equatable, Sendable {
  package let name: String
  /// The name as it is looked up.
  package let key: String
  package let expression: Query.Expression

  package init(name: String, expression: Query.Expression) {
    self.name = name
    key = Spelling.key(of: name)
    self.expression = expression
  }
}
