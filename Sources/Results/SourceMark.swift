/// A source as named in a row.
package struct SourceMark: Hashable, Sendable {
  /// Its number in the list under the answer, from 1.
  package let number: Int
  /// Its id in the catalog.
  package let key: String

  package init(number: Int, key: String) {
    self.number = number
    self.key = key
  }
}
