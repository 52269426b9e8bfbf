/// A text that is not a value of the dimension that its row needs.
package struct MisplacedValue: Error {
  package let key: Int
  /// Its number among the texts of the key.
  package let text: Int
}
