/// Who held office from a day on.
package struct Administration: Hashable, Sendable {
  package let id: Int
  /// Short enough for a row: `Obama`.
  package let name: String
  package let start: Day

  package init(id: Int, name: String, start: Day) {
    self.id = id
    self.name = name
    self.start = start
  }
}
