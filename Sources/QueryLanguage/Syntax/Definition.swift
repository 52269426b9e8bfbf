import Catalog

/// A user-defined name: `let port share = encounters(at ports) / encounters`.
package struct Definition: Equatable, Sendable {
  package let name: String
  /// The name as folded for lookup.
  package let key: String
  package let expression: Query.Expression

  package init(name: String, expression: Query.Expression) {
    self.name = name
    key = Spelling.key(of: name)
    self.expression = expression
  }
}
